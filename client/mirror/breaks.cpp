#include "client/mirror/breaks.hpp"

namespace mirror {
namespace {

// A lead byte of four stands for a pair of surrogates; a continuation byte counts with its lead.
std::uint32_t units_of(unsigned char byte) { return (byte & 0xC0) == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1; }

}  // namespace

Breaks breaks_of(const layout::Result& layout) {
    Breaks breaks;
    for (const auto& placed : layout.boxes) {
        if (!placed.text || placed.text->lines.lines.size() < 2) continue;
        const auto& lines = placed.text->lines.lines;
        std::vector<std::uint32_t> offsets;
        for (std::size_t i = 0; i + 1 < lines.size(); ++i)
            if (!lines[i].hard_break) offsets.push_back(lines[i].end);
        if (!offsets.empty()) breaks.emplace(placed.node->id, std::move(offsets));
    }
    return breaks;
}

std::vector<std::uint32_t> to_utf16(std::string_view utf8, const std::vector<std::uint32_t>& offsets) {
    std::vector<std::uint32_t> converted;
    converted.reserve(offsets.size());
    std::uint32_t units = 0;
    std::size_t position = 0;
    for (const auto offset : offsets) {
        for (; position < offset && position < utf8.size(); ++position)
            units += units_of(static_cast<unsigned char>(utf8[position]));
        converted.push_back(units);
    }
    return converted;
}

}  // namespace mirror
