// Parts of a number, in digits or in words, as digits.
#pragma once

#include <optional>
#include <string>

#include "shared/domain/moderation/pieces.hpp"

namespace domain::moderation {

struct NumberPart {
    std::string digits;
    std::size_t last = 0;  // Piece, one beyond.
};

// "06", "O6", "six", "soixante-deux"; nothing where a word is none.
std::optional<NumberPart> part_at(const Pieces& pieces, std::size_t piece);
// The part that goes on with a number: also after "and" or "dash". Nothing where the number ends.
std::optional<NumberPart> next_part(const Pieces& pieces, std::size_t piece);

}  // namespace domain::moderation
