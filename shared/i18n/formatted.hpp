// A message ready for a reader: its text, and which parts of it are values that were put in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/language.hpp"

namespace i18n {

// A value inside a text, in bytes. Its direction must not touch its neighbours: <bdi> in HTML, FSI…PDI in plain text.
struct Isolate {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::optional<base::Language> language;  // Absent where the value has none of its own: a number, a code.
    bool operator==(const Isolate&) const = default;
};

struct Formatted {
    std::string text;               // UTF-8, without isolate characters.
    std::vector<Isolate> isolates;  // In the order of the text; they never overlap and are never empty.
    bool operator==(const Formatted&) const = default;
};

// For places without markup (title, aria-label, an announcement): each isolate stands between FSI and PDI.
std::string plain(const Formatted& formatted);

}  // namespace i18n
