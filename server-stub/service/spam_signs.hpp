// Whether something came as people send things, or as programs do. Nobody is refused for it: a person reads it first.
// What is counted is what goes out unread, so that however much is sent, no more than the allowances does.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "server-stub/service/bucket.hpp"
#include "server-stub/service/likeness.hpp"
#include "server-stub/service/receipt_guesses.hpp"

namespace service {

enum class SpamSign : std::uint8_t {
    Trap,        // A field was filled in that nobody sees.
    NotOpened,   // The form was sent, and never asked for.
    TooFast,     // Sent sooner than anybody reads the form.
    Duplicate,   // Words that were there before, from a network that copies now this text, now that.
    Campaign,    // Many alike in a day, wherever from.
    ManyAtOnce,  // From one network, or in one district.
};
inline constexpr std::array spam_signs{SpamSign::Trap,      SpamSign::NotOpened, SpamSign::TooFast,
                                       SpamSign::Duplicate, SpamSign::Campaign,  SpamSign::ManyAtOnce};
std::string_view name_of(SpamSign sign);  // "too-fast": stable, stands with what is held.

inline constexpr std::chrono::seconds fastest_form{3};
inline constexpr std::chrono::hours longest_form{7 * 24};

// The opening of a form, signed: the field that a page carries along. It is good for the key of that form alone, and a
// key is good once: no opening is used twice.
class FormOpenings {
public:
    using Mark = std::function<std::string(std::string_view)>;  // Nobody else can make it again.
    explicit FormOpenings(Mark mark) : mark_(std::move(mark)) {}

    std::string print(std::string_view district, std::string_view key, base::Instant opened) const;
    // Nothing where we did not print it for that district and key, or longer ago than anybody keeps a form.
    std::optional<base::Instant> read(std::string_view printed, std::string_view district, std::string_view key,
                                      base::Instant now) const;

private:
    Mark mark_;
};

// How something came.
struct Sending {
    Network network{};
    bool is_by_form = false;  // Else by the JSON interface, which has no form to open.
    std::optional<base::Instant> opened{};
    bool is_trap_filled = false;
};

// Any thread.
class SpamSigns {
public:
    explicit SpamSigns(secrets::Salt salt);

    // Takes the text as it would be kept.
    std::vector<SpamSign> look(const Sending& sending, const std::string& district, std::string_view text,
                               base::Instant now);
    // Whether one is the other, written otherwise.
    bool are_variations(std::string_view text, std::string_view other) const {
        return are_alike(marks_of(text, salt_), marks_of(other, salt_));
    }
    // It goes out unread.
    void count(const Sending& sending, const std::string& district, std::string_view text, base::Instant now);

private:
    struct OfNetwork {
        Bucket all, copies;
        std::vector<AlikeTexts::Number>
            copied;  // Kinds of which one copy was counted: twenty of a family say the same.
    };
    struct OfDistrict {
        Bucket all, without_form;
    };
    OfNetwork& of_network(Network network, base::Instant now);

    secrets::Salt salt_;
    std::mutex mutex_;
    AlikeTexts texts_;
    std::unordered_map<std::uint64_t, OfNetwork> networks_;
    std::map<std::string, OfDistrict> districts_;
};

}  // namespace service
