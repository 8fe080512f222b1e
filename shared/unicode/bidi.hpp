// UAX #9: the level of every unit of a paragraph, and the visual order of what shares a line.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "shared/base/language.hpp"

namespace unicode {

inline constexpr char16_t first_strong_isolate = u'\u2068';
inline constexpr char16_t pop_directional_isolate = u'\u2069';

constexpr bool is_right_to_left(std::uint8_t level) { return level % 2 == 1; }

// Writes one level per UTF-16 unit. Lines of one text, separated by '\n', all take the same base direction.
void resolve_levels(std::u16string_view text, base::Direction direction, std::vector<std::uint8_t>& levels);

// UAX #9, rule L2: `order[i]` is the logical index of what stands i-th from the left.
void reorder_visually(std::span<const std::uint8_t> levels, std::vector<std::uint32_t>& order);

// The direction of the first strong letter outside isolates (what `dir=auto` does); empty when there is none.
std::optional<base::Direction> first_strong_direction(std::string_view text);

}  // namespace unicode
