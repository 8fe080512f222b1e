#include "shared/domain/moderation/numbers.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "shared/domain/moderation/number_shapes.hpp"
#include "shared/domain/moderation/number_values.hpp"
#include "shared/domain/moderation/number_words.hpp"
#include "shared/domain/moderation/pieces.hpp"

namespace domain::moderation {
namespace {

constexpr std::size_t most_parts = 20;  // Of one number.
constexpr std::size_t words_to_look_back = 7, words_to_look_back_for_card = 10;

struct Span {
    std::size_t first = 0, last = 0;  // Pieces; one beyond.
    std::size_t begin_sign = 0;
};

bool is_plus(char32_t c) { return c == U'+' || c == 0xFF0B || c == 0x2795; }

class NumberFinder {
public:
    explicit NumberFinder(std::string_view utf8) : pieces_(pieces_of(utf8)) {}

    std::vector<FoundNumber> find() {
        std::vector<FoundNumber> found;
        for (std::size_t at = 0; at < pieces_.all.size();) {
            const auto number = number_at(at);
            if (!number) {
                ++at;
                continue;
            }
            found.push_back({number->second, pieces_.signs[with_bracket(number->first)].begin,
                             pieces_.signs[pieces_.all[number->first.last - 1].last - 1].end});
            at = number->first.last;
        }
        return found;
    }

private:
    using Found = std::pair<Span, NumberKind>;

    // "(05) 37 …": the bracket that is closed within the number goes with it.
    std::size_t with_bracket(const Span& span) const {
        const auto begin = span.begin_sign;
        if (begin == 0 || pieces_.signs[begin - 1].c != U'(') return begin;
        for (auto i = begin; i < pieces_.all[span.last - 1].last; ++i) {
            if (pieces_.signs[i].c == U'(') return begin;
            if (pieces_.signs[i].c == U')') return begin - 1;
        }
        return begin;
    }

    static NumberKind kind_of(Shape shape) {
        switch (shape) {
            case Shape::Time: return NumberKind::Time;
            case Shape::Date: return NumberKind::Date;
            case Shape::CaseNumber: return NumberKind::Case;
            case Shape::Receipt: return NumberKind::Receipt;
        }
        return NumberKind::Time;
    }

    Span span(std::size_t first, std::size_t last) const { return {first, last, pieces_.all[first].first}; }

    std::optional<Found> number_at(std::size_t at) const {
        if (const auto shaped = shape_at(pieces_, at)) return Found{span(at, shaped->last), kind_of(shaped->shape)};
        if (const auto card = card_at(at); card && !is_zero_of_telephone(at) && !is_zero_of_telephone(at + 1))
            return Found{*card, NumberKind::IdentityCard};
        if (const auto telephone = telephone_at(at)) return Found{*telephone, NumberKind::Telephone};
        if (const auto card = card_without_letters(at)) return Found{*card, NumberKind::IdentityCard};
        return std::nullopt;
    }

    // "O6 12 34 56 78": no letter of a card.
    bool is_zero_of_telephone(std::size_t piece) const {
        return piece < pieces_.all.size() && pieces_.all[piece].looks_like_digits && telephone_at(piece).has_value();
    }

    bool is_number(std::size_t piece) const { return piece < pieces_.all.size() && pieces_.all[piece].is_number; }

    // Whether a word that `says` it stands shortly before, with no other number or mask between.
    bool is_said_before(std::size_t piece, bool (*says)(std::u32string_view), std::size_t words) const {
        for (std::size_t i = 1; i <= words && i <= piece; ++i) {
            const auto& before = pieces_.all[piece - i];
            if (before.is_number || has_mask_behind(piece - i)) return false;
            if (says(before.letters)) return true;
        }
        return false;
    }

    // The same behind the last piece of a number.
    bool is_card_said_behind(std::size_t last) const {
        constexpr std::size_t words = 4;
        for (auto i = last; i < pieces_.all.size() && i < last + words; ++i) {
            if (pieces_.all[i].is_number || has_mask_behind(i - 1)) return false;
            if (speaks_of_card(pieces_.all[i].letters)) return true;
        }
        return false;
    }

    bool has_mask_behind(std::size_t piece) const {
        const auto end = piece + 1 < pieces_.all.size() ? pieces_.all[piece + 1].first : pieces_.signs.size();
        for (auto i = pieces_.all[piece].last; i + 2 < end; ++i)
            if (is_mask_at(i)) return true;
        return false;
    }

    bool is_mask_at(std::size_t sign) const {
        return sign + 2 < pieces_.signs.size() && pieces_.signs[sign].c == U'[' && pieces_.signs[sign + 1].c == U'…' &&
               pieces_.signs[sign + 2].c == U']';
    }

    // A number stands right before, or one that was masked did.
    bool touches_number(std::size_t at) const {
        const auto first = pieces_.all[at].first;
        if (first >= 3 && is_mask_at(first - 3)) return true;
        return at > 0 && is_number(at - 1) && gap_after(pieces_, at - 1).signs == 0;
    }

    // "150 dirhams", "200 €"
    bool is_amount(std::size_t last) const {
        const auto sign = pieces_.all[last - 1].last;
        for (auto i = sign; i < pieces_.signs.size() && i < sign + 2; ++i)
            if (pieces_.signs[i].c == U'€' || pieces_.signs[i].c == U'$' || pieces_.signs[i].c == U'£') return true;
        return last < pieces_.all.size() && !pieces_.all[last].is_number && is_currency(pieces_.all[last].letters);
    }

    // Not within "8.30-12.30": the next part belongs closer to this one than the one before.
    bool may_end(std::size_t last) const {
        const auto sign = pieces_.all[last - 1].last;
        if (sign + 1 >= pieces_.signs.size()) return true;
        const auto c = pieces_.signs[sign].c;
        if (c != U'.' && c != U':') return true;
        const bool is_followed = is_mask_at(sign + 1) || (is_number(last) && pieces_.all[last].first == sign + 1);
        if (!is_followed) return true;
        return last >= 2 && pieces_.all[last - 1].is_number && gap_after(pieces_, last - 2).only == c;
    }

    // Ends of parts from `at` on, with the digits up to each.
    struct Ends {
        std::string digits;
        std::vector<std::pair<std::size_t, std::size_t>> at;  // Digits, piece one beyond.
        std::vector<std::string> parts;
        bool is_spoken = false;  // In part: people then say more or fewer zeros than they mean.
    };
    Ends ends_from(std::size_t at, std::size_t most_digits, bool is_first) const {
        Ends ends;
        auto part = is_first ? part_at(pieces_, at) : next_part(pieces_, at);
        while (part && ends.digits.size() + part->digits.size() <= most_digits && ends.at.size() < most_parts) {
            ends.is_spoken |= !pieces_.all[part->last - 1].is_number && !pieces_.all[part->last - 1].looks_like_digits;
            ends.digits += part->digits;
            ends.at.emplace_back(ends.digits.size(), part->last);
            ends.parts.push_back(part->digits);
            part = next_part(pieces_, part->last);
        }
        return ends;
    }

    // The first or the last end with so many digits.
    std::optional<std::size_t> end_between(const Ends& ends, std::size_t fewest, std::size_t most, bool first) const {
        std::optional<std::size_t> found;
        for (const auto& [digits, last] : ends.at) {
            if (digits < fewest || digits > most) continue;
            if (first) return may_end(last) ? std::optional(last) : std::nullopt;
            if (may_end(last)) found = last;
        }
        return found;
    }

    // The plus before a number, where there is one.
    std::optional<std::size_t> plus_before(std::size_t at) const {
        const auto lowest = at > 0 ? pieces_.all[at - 1].last : 0;
        for (auto i = pieces_.all[at].first; i > lowest; --i) {
            const auto c = pieces_.signs[i - 1].c;
            if (is_plus(c)) return i - 1;
            if (!is_space(c) && c != U'(') return std::nullopt;
        }
        return std::nullopt;
    }

    static bool begins_national(std::string_view digits) {
        return digits.size() >= 2 && digits[0] == '0' && digits[1] >= '5' && digits[1] <= '8';
    }

    std::optional<Span> telephone_at(std::size_t at) const {
        constexpr std::size_t most_digits = 17;
        const auto ends = ends_from(at, most_digits, true);
        if (ends.digits.size() < 8) return std::nullopt;
        auto found = span(at, at);
        const auto ending = [&](std::optional<std::size_t> last) -> std::optional<Span> {
            if (!last) return std::nullopt;
            found.last = *last;
            return found;
        };
        const std::string_view digits = ends.digits;
        const auto plus = plus_before(at);
        if (plus) found.begin_sign = *plus;
        for (const std::string_view code : {"00212", "212"})
            if (digits.starts_with(code) && digits.size() > code.size()) {
                const auto national = digits.substr(code.size());
                const auto extra = code.size() + (national.front() == '0' ? 1 : 0);
                if (extra < digits.size() && digits[extra] >= '5' && digits[extra] <= '8')
                    if (auto last = end_between(ends, extra + 9, extra + 12, !ends.is_spoken)) return ending(last);
            }
        if (plus && digits.front() != '0') return ending(end_between(ends, 10, 15, false));
        if (begins_national(digits))
            if (auto last = end_between(ends, 10, 13, !ends.is_spoken)) return ending(last);
        if (digits.starts_with("00") && digits[2] != '0')
            if (auto last = end_between(ends, 11, 17, false)) return ending(last);
        return ending(end_without_zero(at, ends));
    }

    // "6 12 34 56 78", or any number that is said to be one of a telephone.
    std::optional<std::size_t> end_without_zero(std::size_t at, const Ends& ends) const {
        const char first = ends.digits.front();
        const bool is_mobile = first == '6' || first == '7';
        const auto nine = end_between(ends, 9, 9, true);
        if (nine && is_mobile && !is_amount(*nine) && is_in_pairs(ends)) return nine;
        if (!is_said_before(at, speaks_of_telephone, words_to_look_back) || are_years(ends)) return std::nullopt;
        const auto last = end_between(ends, 8, 13, false);
        if (!last || is_amount(*last)) return std::nullopt;
        const bool may_be_times = ends.digits.size() == 8 && !has_one_sign(at, *last);
        return may_be_times ? std::nullopt : last;
    }

    static bool is_in_pairs(const Ends& ends) {
        return ends.parts.size() >= 5 && ends.parts[0].size() == 1 &&
               std::all_of(ends.parts.begin() + 1, ends.parts.begin() + 5, [](const auto& p) { return p.size() == 2; });
    }

    static bool are_years(const Ends& ends) {
        return std::ranges::all_of(ends.parts, [](const auto& part) {
            return part.size() == 4 && (part.starts_with("19") || part.starts_with("20"));
        });
    }

    bool has_one_sign(std::size_t at, std::size_t last) const {
        for (auto i = at; i + 2 < last; ++i)
            if (gap_after(pieces_, i).only != gap_after(pieces_, i + 1).only) return false;
        return true;
    }

    std::optional<Span> card_at(std::size_t at) const {
        if (const auto two = card_behind(at, 2)) return two;
        if (const auto zeros = card_with_zeros(at)) return zeros;
        return card_behind(at, 1);
    }

    // Digits behind one piece of one or two letters, or behind two pieces of one each.
    std::optional<Span> card_behind(std::size_t at, std::size_t count) const {
        std::u32string letters;
        bool is_capital = true;
        for (auto i = at; i < at + count; ++i) {
            if (i + 1 >= pieces_.all.size() || pieces_.all[i].is_number || gap_after(pieces_, i).is_broken)
                return std::nullopt;
            if (count == 2 && pieces_.all[i].letters.size() != 1) return std::nullopt;
            letters += pieces_.all[i].letters;
            is_capital &= pieces_.all[i].is_capital;
        }
        if (letters.empty() || letters.size() > 2) return std::nullopt;
        if (touches_number(at)) return std::nullopt;
        const auto digits_at = at + count;
        const auto gap = gap_after(pieces_, digits_at - 1);
        const bool touches = gap.signs == 0 || (gap.is_tight() && is_within_card(gap.only) && !is_small_word(letters));
        const auto last = card_digits_end(digits_at, touches && pieces_.all[digits_at].is_number);
        if (!last || gap.only == U'°' || is_amount(*last)) return std::nullopt;
        const bool is_said = is_card_said_before(at) || is_card_said_behind(*last);
        const bool is_latin = pieces_.all[at].script == Script::Latin;
        if (is_other_abbreviation(letters) && !(is_said && letters.size() == 1)) return std::nullopt;
        if (is_said || (touches && is_latin)) return span(at, *last);
        if (!is_latin) return count == 2 ? std::optional(span(at, *last)) : std::nullopt;
        const bool has_year = std::ranges::any_of(pieces_.all.begin() + static_cast<std::ptrdiff_t>(digits_at),
                                                  pieces_.all.begin() + static_cast<std::ptrdiff_t>(*last),
                                                  [](const Piece& piece) { return is_year(piece.digits); });
        const bool is_shaped = letters.size() == 2 && digits_of(digits_at, *last).starts_with("00");
        if ((!is_capital && !is_shaped) || is_small_word(letters) || has_year) return std::nullopt;
        return span(at, *last);
    }

    std::string digits_of(std::size_t first, std::size_t last) const {
        std::string digits;
        for (auto i = first; i < last; ++i) digits += pieces_.all[i].digits;
        return digits;
    }

    // "BEooo793": zeros that are letters, as one with those of the card.
    std::optional<Span> card_with_zeros(std::size_t at) const {
        constexpr std::size_t fewest = 5, most = 7, most_letters = 2;
        if (!is_number(at + 1) || gap_after(pieces_, at).signs > 0 || touches_number(at)) return std::nullopt;
        const std::u32string_view letters = pieces_.all[at].letters;
        const auto head = letters.find_last_not_of(U'o') + 1;
        const auto digits = letters.size() - head + pieces_.all[at + 1].digits.size();
        const bool is_card = head >= 1 && head <= most_letters && head < letters.size();
        return is_card && digits >= fewest && digits <= most ? std::optional(span(at, at + 2)) : std::nullopt;
    }

    static bool is_within_card(char32_t c) { return c == U'-' || c == U'.' || c == U'_' || c == U'/'; }

    static bool is_year(std::string_view digits) {
        return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    }

    // Five to seven digits; more in one piece that touches the letters.
    std::optional<std::size_t> card_digits_end(std::size_t at, bool touches) const {
        if (shape_at(pieces_, at)) return std::nullopt;
        if (touches && pieces_.all[at].digits.size() == 8) return at + 1;
        const auto ends = ends_from(at, 7, true);
        std::optional<std::size_t> found;
        for (const auto& [digits, last] : ends.at)
            if (digits >= 5) found = last;
        return found;
    }

    bool is_card_said_before(std::size_t at) const {
        const auto is = [&](std::size_t back, char32_t letter) {
            return at >= back && pieces_.all[at - back].letters.size() == 1 &&
                   pieces_.all[at - back].letters.front() == letter;
        };
        if (is(3, U'c') && is(2, U'i') && is(1, U'n')) return true;
        return is_said_before(at, speaks_of_card, words_to_look_back_for_card);
    }

    // "CIN 000123", "ma carte, elle commence par AB et finit par 000123": only where it is said that this is the number
    // of the card; farther from it only with as many digits as a card has.
    std::optional<Span> card_without_letters(std::size_t at) const {
        constexpr std::size_t near = 4, digits_of_card = 6;
        if (touches_number(at) || (at > 0 && gap_after(pieces_, at - 1).signs == 0)) return std::nullopt;
        const bool is_near = is_said_before(at, speaks_of_identity_card, near);
        if (!is_near && !is_card_said_before(at) && !is_card_said_behind_number(at)) return std::nullopt;
        const auto ends = ends_from(at, 7, true);
        if (ends.digits.empty()) return std::nullopt;
        const auto last = end_between(ends, is_near ? 5 : digits_of_card, is_near ? 7 : digits_of_card, false);
        if (!last || is_amount(*last) || are_years(ends)) return std::nullopt;
        // "dahir 1-58-250": farther from the word, only what is written in one.
        if (!is_near && !ends.is_spoken && *last != at + 1) return std::nullopt;
        return span(at, *last);
    }

    bool is_card_said_behind_number(std::size_t at) const {
        return pieces_.all[at].digits.starts_with('0') && is_card_said_behind(at + 1);
    }

    Pieces pieces_;
};

}  // namespace

std::vector<FoundNumber> find_numbers(std::string_view utf8) { return NumberFinder(utf8).find(); }

}  // namespace domain::moderation
