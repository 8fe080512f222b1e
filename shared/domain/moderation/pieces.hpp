// A text as whoever looks for numbers reads it: runs of digits and of letters, whatever stands unseen between them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/moderation/letters.hpp"

namespace domain::moderation {

// One that is seen, with what is unseen behind it. Bytes.
struct Sign {
    char32_t c = 0;
    std::size_t begin = 0, end = 0;
};

std::vector<Sign> signs_of(std::string_view utf8);

struct Piece {
    std::size_t first = 0, last = 0;  // Signs; one beyond.
    bool is_number = false;
    std::string digits{};      // ASCII, of a number.
    std::u32string letters{};  // Folded, of a word; Latin in small letters, Arabic without hamza, Amazigh by sound.
    Script script = Script::None;
    bool is_capital = false;         // Every letter.
    bool looks_like_digits = false;  // O, l: every letter.
};

struct Pieces {
    std::vector<Sign> signs;
    std::vector<Piece> all;
};
Pieces pieces_of(std::string_view utf8);

}  // namespace domain::moderation
