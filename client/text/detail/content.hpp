// A paragraph as the analysis sees it: UTF-16 with an isolate's controls around each isolated span, as in the
// browser, and with the way back to bytes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "client/text/paragraph.hpp"
#include "shared/unicode/boundaries.hpp"

namespace text::detail {

// A stretch of units with one style. In the browser each is a text node of its own.
struct Stretch {
    std::uint32_t end = 0;  // Units; it begins where the one before ends.
    std::uint16_t weight = 400;
    base::Language language = base::Language::Ar;
    bool is_control = false;  // FSI or PDI that we put in: never shaped.
};

struct Content {
    std::u16string units;
    std::vector<std::uint32_t> bytes;  // Of each unit and of the end.
    std::vector<Stretch> stretches;
    std::vector<std::uint8_t> levels;   // Of each unit.
    std::vector<std::uint32_t> breaks;  // Ascending, without 0, with the end.

    std::uint32_t size() const { return static_cast<std::uint32_t>(units.size()); }
};

Content make_content(const Paragraph& paragraph, unicode::Boundaries& boundaries);

}  // namespace text::detail
