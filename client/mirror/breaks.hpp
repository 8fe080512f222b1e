// Where our engine ended lines, for the <wbr> that hold the DOM to the same lines.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "client/layout/layout.hpp"
#include "shared/document/document.hpp"

namespace mirror {

// Byte offsets into the text of each block that has more than one line; ends forced by '\n' are not among them.
// Empty in the HTML skin, where text wraps by itself.
using Breaks = std::unordered_map<doc::NodeId, std::vector<std::uint32_t>>;

Breaks breaks_of(const layout::Result& layout);

// The DOM counts UTF-16 units. Offsets are sorted and stand between characters.
std::vector<std::uint32_t> to_utf16(std::string_view utf8, const std::vector<std::uint32_t>& offsets);

}  // namespace mirror
