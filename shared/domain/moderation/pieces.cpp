#include "shared/domain/moderation/pieces.hpp"

#include "shared/base/utf8.hpp"
#include "shared/domain/moderation/digits.hpp"

namespace domain::moderation {
namespace {

char32_t letter_of(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value < 0x80 ? value : 0x0621 + (value - 0x80U);
}

Piece number_at(const std::vector<Sign>& signs, std::size_t first) {
    Piece piece{.first = first, .last = first, .is_number = true};
    while (piece.last < signs.size()) {
        const auto digit = digit_of(signs[piece.last].c);
        if (!digit) break;
        piece.digits += static_cast<char>('0' + *digit);
        ++piece.last;
    }
    return piece;
}

// Ends where Arabic letters begin or end: nothing is between "ف" and a name in Latin letters.
Piece word_at(const std::vector<Sign>& signs, std::size_t first) {
    Piece piece{.first = first, .last = first, .is_capital = true, .looks_like_digits = true};
    for (; piece.last < signs.size(); ++piece.last) {
        const auto c = signs[piece.last].c;
        const auto letter = fold(c);
        if (letter.count == 0 || digit_of(c)) break;
        if (piece.script == Script::None) piece.script = letter.script;
        if ((letter.script == Script::Arabic) != (piece.script == Script::Arabic)) break;
        for (const char byte : letter.view()) piece.letters += letter_of(byte);
        piece.is_capital &= letter.is_capital;
        piece.looks_like_digits &= digit_looked_like(c).has_value();
    }
    return piece;
}

}  // namespace

std::vector<Sign> signs_of(std::string_view utf8) {
    std::vector<Sign> signs;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto point = base::first_code_point(utf8.substr(at));
        const auto end = at + point.length;
        if (!is_ignorable(point.value)) signs.push_back({point.value, at, end});
        else if (!signs.empty()) signs.back().end = end;
        at = end;
    }
    return signs;
}

Pieces pieces_of(std::string_view utf8) {
    Pieces pieces{.signs = signs_of(utf8), .all = {}};
    for (std::size_t at = 0; at < pieces.signs.size();) {
        auto piece = number_at(pieces.signs, at);
        if (piece.digits.empty()) piece = word_at(pieces.signs, at);
        if (piece.last == piece.first) {
            ++at;
            continue;
        }
        at = piece.last;
        pieces.all.push_back(std::move(piece));
    }
    return pieces;
}

}  // namespace domain::moderation
