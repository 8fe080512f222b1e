#include "shared/domain/moderation/number_values.hpp"

#include <algorithm>

#include "shared/domain/moderation/digits.hpp"
#include "shared/domain/moderation/number_shapes.hpp"
#include "shared/domain/moderation/spoken_numbers.hpp"

namespace domain::moderation {
namespace {

bool goes_on_behind(const Pieces& pieces, std::size_t piece) {
    return piece + 1 < pieces.all.size() && !gap_after(pieces, piece).is_broken;
}

bool is_attached_number(const Pieces& pieces, std::size_t piece) {
    return piece < pieces.all.size() && pieces.all[piece].is_number;
}

// "O6", "l2": letters that touch digits; "OO" by itself too.
std::optional<NumberPart> look_alike_at(const Pieces& pieces, std::size_t piece) {
    const auto& word = pieces.all[piece];
    if (!word.looks_like_digits || word.letters.size() > 8) return std::nullopt;
    const bool touches_before =
        piece > 0 && is_attached_number(pieces, piece - 1) && gap_after(pieces, piece - 1).signs == 0;
    const bool touches_behind = is_attached_number(pieces, piece + 1) && gap_after(pieces, piece).signs == 0;
    const bool is_zeros = std::ranges::all_of(word.letters, [](char32_t c) { return c == U'o'; });
    if (!touches_before && !touches_behind && !is_zeros) return std::nullopt;
    NumberPart part{.digits = {}, .last = piece + 1};
    for (auto i = word.first; i < word.last; ++i)
        part.digits += static_cast<char>('0' + digit_looked_like(pieces.signs[i].c).value_or(0));
    return part;
}

struct SpokenWord {
    SpokenNumber number;
    std::size_t last = 0;  // Piece, one beyond.
};

// "rb3a": letters and digits that touch are one word of Darija.
std::optional<SpokenWord> spoken_at(const Pieces& pieces, std::size_t piece) {
    constexpr std::size_t most_pieces = 6, longest = 12;
    const auto touches = [&](std::size_t i) { return i + 1 < pieces.all.size() && gap_after(pieces, i).signs == 0; };
    std::u32string letters;
    auto last = piece;
    bool has_letters = false;
    do {
        const auto& here = pieces.all[last];
        has_letters |= !here.is_number;
        if (here.is_number && here.digits.size() > 1) return std::nullopt;
        letters += here.is_number ? std::u32string(here.digits.begin(), here.digits.end()) : here.letters;
    } while (touches(last++) && last < piece + most_pieces && letters.size() <= longest);
    const bool begins = piece == 0 || !touches(piece - 1);
    if (!has_letters || !begins) return std::nullopt;
    const auto number = spoken_number(letters);
    return number ? std::optional(SpokenWord{*number, last}) : std::nullopt;
}

// "06zero0": a word amid digits, and digits amid words.
std::optional<SpokenWord> spoken_amid_at(const Pieces& pieces, std::size_t piece) {
    constexpr std::size_t shortest = 3;
    const auto& word = pieces.all[piece];
    const bool touches_before = piece > 0 && gap_after(pieces, piece - 1).signs == 0;
    const bool touches_behind = is_attached_number(pieces, piece + 1) && gap_after(pieces, piece).signs == 0;
    if (word.is_number || word.letters.size() < shortest || (!touches_before && !touches_behind)) return std::nullopt;
    const auto number = spoken_number(word.letters);
    return number ? std::optional(SpokenWord{*number, piece + 1}) : std::nullopt;
}

// Words of one number below a thousand: "quatre-vingt-dix-sept", "ثمانية وخمسون".
class SpokenReader {
public:
    SpokenReader(const Pieces& pieces, const SpokenWord& first)
        : pieces_(pieces), last_(first.last), value_(first.number.value), tongue_(first.number.tongue) {}

    NumberPart read() {
        read_below_hundred();
        read_hundreds();
        return {std::to_string(value_), last_};
    }

private:
    std::optional<SpokenWord> word_at(std::size_t piece) const {
        if (piece >= pieces_.all.size() || !goes_on_behind(pieces_, piece - 1)) return std::nullopt;
        auto word = spoken_at(pieces_, piece);
        return word && (word->number.tongue == tongue_ || tongue_ == Tongue::Amazigh) ? word : std::nullopt;
    }

    // Adds the next word where `fits` says so; an "and" may stand before it.
    bool take(bool needs_and, auto fits) {
        auto at = last_;
        bool has_and = at < pieces_.all.size() && is_and(pieces_.all[at].letters) && goes_on_behind(pieces_, at - 1);
        if (has_and) ++at;
        const auto word = word_at(at);
        if (!word) return false;
        has_and |= word->number.is_joined;
        if ((needs_and && !has_and) || !fits(word->number.value)) return false;
        last_ = word->last;
        return true;
    }

    static bool is_tens(int value) { return value >= 20 && value <= 90; }

    void read_below_hundred() {
        const auto add = [&](int lowest, int highest) {
            return [this, lowest, highest](int value) {
                if (value < lowest || value > highest) return false;
                value_ += value;
                return true;
            };
        };
        if (tongue_ == Tongue::French) return read_french(add);
        if (tongue_ == Tongue::English) {
            if (is_tens(value_)) take(false, add(1, 9));
            return;
        }
        if (value_ < 1 || value_ > 9) return;
        const bool is_teen = last_ < pieces_.all.size() && pieces_.all[last_].letters == U"عشر";
        if (is_teen) take(false, add(10, 10));
        else take(true, add(20, 90));
    }

    void read_french(auto add) {
        if (value_ == 4) take(false, [this](int value) { return value == 20 && (value_ = 80) == 80; });
        const bool counts_to_twenty = value_ == 60 || value_ == 80;
        if (is_tens(value_) && take(false, add(1, counts_to_twenty ? 16 : 9)) && value_ % 20 != 10) return;
        if (value_ == 10 || value_ == 70 || value_ == 90) take(false, add(7, 9));
    }

    void read_hundreds() {
        const bool is_count = value_ >= 1 && value_ <= 9;
        if (is_count && !take(false, [this](int value) { return value == 100 && (value_ *= 100) > 0; })) return;
        if (value_ < 100) return;
        const auto hundreds = value_;
        const bool has_rest = take(false, [this](int value) {
            if (value < 1 || value > 99) return false;
            value_ = value;
            return true;
        });
        if (!has_rest) return;
        read_below_hundred();
        value_ += hundreds;
    }

    const Pieces& pieces_;
    std::size_t last_;
    int value_;
    Tongue tongue_;
};

// "double six"
std::optional<NumberPart> repeated_at(const Pieces& pieces, std::size_t piece) {
    const int times = times_of(pieces.all[piece].letters);
    if (times == 0 || !goes_on_behind(pieces, piece)) return std::nullopt;
    const auto& next = pieces.all[piece + 1];
    const auto word = spoken_at(pieces, piece + 1);
    if (!next.is_number && !word) return std::nullopt;
    const auto digits = word ? std::to_string(word->number.value) : next.digits;
    if (digits.size() != 1) return std::nullopt;
    return NumberPart{std::string(static_cast<std::size_t>(times), digits.front()), word ? word->last : piece + 2};
}

}  // namespace

std::optional<NumberPart> part_at(const Pieces& pieces, std::size_t piece) {
    const auto& here = pieces.all[piece];
    if (const auto word = spoken_at(pieces, piece)) return SpokenReader(pieces, *word).read();
    if (const auto word = spoken_amid_at(pieces, piece))
        return NumberPart{std::to_string(word->number.value), word->last};
    if (here.is_number) return NumberPart{here.digits, piece + 1};
    if (auto zeros = look_alike_at(pieces, piece)) return zeros;
    return repeated_at(pieces, piece);
}

std::optional<NumberPart> next_part(const Pieces& pieces, std::size_t piece) {
    if (piece == 0 || piece >= pieces.all.size() || !goes_on_behind(pieces, piece - 1)) return std::nullopt;
    if (shape_at(pieces, piece)) return std::nullopt;
    if (auto part = part_at(pieces, piece)) return part;
    if (!is_between_numbers(pieces.all[piece].letters) || !goes_on_behind(pieces, piece)) return std::nullopt;
    if (shape_at(pieces, piece + 1)) return std::nullopt;
    return part_at(pieces, piece + 1);
}

}  // namespace domain::moderation
