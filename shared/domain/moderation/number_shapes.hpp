// Numbers whose shape says what they are: dates, times, case numbers, our own receipts.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "shared/domain/moderation/pieces.hpp"
#include "shared/domain/redaction.hpp"

namespace domain::moderation {

// What replaces a number that was masked. Every chain of fonts has it, and screen readers know it as something left
// out.
inline constexpr std::string_view mask_sign = passage_sign;

// What stands between a piece and the next.
struct Gap {
    std::size_t signs = 0;
    std::size_t visible = 0;  // Without spaces.
    char32_t only = 0;        // Where one is visible.
    bool is_broken = false;   // A mask stands there, or more than stands within a number.

    bool is_tight() const { return signs == visible && visible == 1; }
};
Gap gap_after(const Pieces& pieces, std::size_t piece);

enum class Shape : std::uint8_t { Time, Date, CaseNumber, Receipt };
struct Shaped {
    Shape shape = Shape::Time;
    std::size_t last = 0;  // Piece, one beyond.
};
std::optional<Shaped> shape_at(const Pieces& pieces, std::size_t piece);

}  // namespace domain::moderation
