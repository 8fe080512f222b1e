// What a reader's tab reports about its visit: which screens it showed and for how long it was in use. Nothing here
// says who the reader is.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/language.hpp"

namespace domain {

enum class Channel : std::uint8_t { Web, Kiosk, Api };
inline constexpr std::array channels{Channel::Web, Channel::Kiosk, Channel::Api};
std::string_view name_of(Channel channel);  // "web"

enum class VisitEventType : std::uint8_t {
    Screen,        // A screen was shown. Value 1: the server's HTML brought it; 0: the client drew it.
    Active,        // The screen was in use for `value` seconds.
    Contribution,  // Something that the reader sent was accepted. Value 1.
};
inline constexpr std::array visit_event_types{VisitEventType::Screen, VisitEventType::Active,
                                              VisitEventType::Contribution};
std::string_view name_of(VisitEventType type);  // "screen"

inline constexpr int visit_interval_s = 15;          // One event tells of at most so many active seconds.
inline constexpr int visit_longest_s = 2 * 3600;     // Of active time; what is over does not count.
inline constexpr int visit_silence_s = 30 * 60;      // Without activity a visit ends.
inline constexpr int visit_event_oldest_s = 5 * 60;  // When it is sent.
inline constexpr std::size_t visit_batch_limit = 64;
inline constexpr std::size_t screen_id_limit = 100;  // Bytes.

struct VisitEvent {
    int seconds_ago = 0;  // When it is sent: the server's clock says when that was, not the reader's.
    std::string portal;   // Slug of a district; empty on the national pages.
    base::Language language = base::Language::Ar;
    std::string screen;  // Kind and slug of the page, "sheet/casier-judiciaire"; never a code or a search.
    VisitEventType type = VisitEventType::Screen;
    int value = 0;
    bool operator==(const VisitEvent&) const = default;
};

struct VisitBatch {
    std::string visit;  // Key: 128 random bits from the memory of the tab, as 32 hexadecimal digits.
    Channel channel = Channel::Web;
    std::vector<VisitEvent> events;
    bool operator==(const VisitBatch&) const = default;
};

bool is_visit_key(std::string_view text);
bool is_screen_id(std::string_view text);

// What the type allows `value` to be.
bool is_value_of(VisitEventType type, int value);

}  // namespace domain
