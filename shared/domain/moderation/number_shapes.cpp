#include "shared/domain/moderation/number_shapes.hpp"

#include <span>

#include "shared/domain/receipt_code.hpp"

namespace domain::moderation {
namespace {

constexpr std::size_t most_visible_between = 5, most_between = 10;

bool is_mask(std::span<const Sign> signs) {
    for (std::size_t i = 0; i + 2 < signs.size(); ++i)
        if (signs[i].c == U'[' && signs[i + 1].c == U'…' && signs[i + 2].c == U']') return true;
    return false;
}

int value_of(const Piece& piece) {
    int value = 0;
    for (const char digit : piece.digits) value = value * 10 + (digit - '0');
    return value;
}

// The numbers that one sign joins: "12/03/2024".
class Joined {
public:
    Joined(const Pieces& pieces, std::size_t first) : pieces_(pieces), first_(first) {}

    bool is_number(std::size_t i) const { return first_ + i < pieces_.all.size() && at(i).is_number; }
    std::size_t length(std::size_t i) const { return at(i).digits.size(); }
    // Nothing where there are more digits than a year has.
    int value(std::size_t i) const { return length(i) <= 4 ? value_of(at(i)) : -1; }
    bool is_between(std::size_t i, int lowest, int highest) const { return value(i) >= lowest && value(i) <= highest; }
    bool is_year(std::size_t i) const { return length(i) == 4 && is_between(i, 1950, 2039); }
    // The sign behind a number; 0 where another number does not follow it.
    char32_t sign(std::size_t i, bool tight) const {
        if (!is_number(i) || !is_number(i + 1)) return 0;
        const auto gap = gap_after(pieces_, first_ + i);
        return gap.is_broken || (tight && !gap.is_tight()) ? 0 : gap.only;
    }
    // Whether `sign` joins a number before the first, or one behind the number `last`.
    bool goes_on(std::size_t last, char32_t sign) const {
        if (this->sign(last, true) == sign) return true;
        return first_ > 0 && Joined(pieces_, first_ - 1).sign(0, true) == sign;
    }

private:
    const Piece& at(std::size_t i) const { return pieces_.all[first_ + i]; }

    const Pieces& pieces_;
    std::size_t first_;
};

std::size_t time_length(const Joined& numbers) {
    if (numbers.sign(0, true) != U':' || numbers.length(0) > 2 || numbers.length(1) != 2) return 0;
    if (!numbers.is_between(0, 0, 24) || !numbers.is_between(1, 0, 59)) return 0;
    const bool has_seconds = numbers.sign(1, true) == U':' && numbers.length(2) == 2 && numbers.is_between(2, 0, 59);
    const std::size_t length = has_seconds ? 3 : 2;
    return numbers.goes_on(length - 1, U':') ? 0 : length;
}

std::size_t date_length(const Joined& numbers) {
    const auto sign = numbers.sign(0, true);
    if (sign != U'/' && sign != U'.' && sign != U'-') return 0;
    if (numbers.sign(1, true) != sign || numbers.goes_on(2, sign)) return 0;
    const auto is_small = [&](std::size_t i, int highest) {
        return numbers.length(i) <= 2 && numbers.is_between(i, 1, highest);
    };
    if (is_small(0, 31) && is_small(1, 12) && numbers.is_year(2)) return 3;
    return numbers.is_year(0) && is_small(1, 12) && is_small(2, 31) ? 3 : 0;
}

// "345/1201/2024", "345/1201/24", or the year first. A telephone number may look so where it begins with 0 and has ten
// digits.
std::size_t case_length(const Joined& numbers) {
    const auto sign = numbers.sign(0, false);
    if (sign != U'/' && sign != U'-' && sign != U'–' && sign != U'\\' && sign != U'.') return 0;
    if (sign == U'.' && (numbers.sign(0, true) != sign || numbers.sign(1, true) != sign)) return 0;
    if (numbers.sign(1, false) != sign || numbers.goes_on(2, sign) || numbers.length(1) != 4) return 0;
    const auto is_count = [&](std::size_t i) { return numbers.length(i) >= 1 && numbers.length(i) <= 6; };
    if (numbers.is_year(0) && is_count(2)) return 3;
    const bool is_telephone = numbers.length(0) == 2 && numbers.is_between(0, 5, 8);
    const bool is_short_year = sign == U'/' && numbers.length(2) == 2 && numbers.is_between(2, 0, 39);
    return (numbers.is_year(2) || is_short_year) && is_count(0) && !is_telephone ? 3 : 0;
}

std::size_t receipt_length(const Pieces& pieces, std::size_t first) {
    std::string digits;
    for (std::size_t i = first; i < pieces.all.size() && i < first + 4 && pieces.all[i].is_number; ++i) {
        if (i > first && gap_after(pieces, i - 1).signs > 1) return 0;
        digits += pieces.all[i].digits;
        if (digits.size() > 16 || (digits.size() < 16 && pieces.all[i].digits.size() != 4)) return 0;
        if (digits.size() == 16) return ReceiptCode::parse(digits) ? i + 1 - first : 0;
    }
    return 0;
}

}  // namespace

Gap gap_after(const Pieces& pieces, std::size_t piece) {
    const auto begin = pieces.all[piece].last;
    const auto end = piece + 1 < pieces.all.size() ? pieces.all[piece + 1].first : pieces.signs.size();
    Gap gap{.signs = end - begin};
    if (gap.signs > most_between) {
        gap.is_broken = true;
        return gap;
    }
    const std::span signs(pieces.signs.begin() + static_cast<std::ptrdiff_t>(begin), gap.signs);
    for (const auto& sign : signs)
        if (!is_space(sign.c)) {
            gap.only = gap.visible == 0 ? sign.c : 0;
            ++gap.visible;
        }
    gap.is_broken = gap.visible > most_visible_between || is_mask(signs);
    return gap;
}

std::optional<Shaped> shape_at(const Pieces& pieces, std::size_t piece) {
    if (!pieces.all[piece].is_number) return std::nullopt;
    const Joined numbers(pieces, piece);
    const auto shaped = [&](Shape shape, std::size_t length) { return Shaped{shape, piece + length}; };
    if (const auto length = time_length(numbers); length > 0) return shaped(Shape::Time, length);
    if (const auto length = date_length(numbers); length > 0) return shaped(Shape::Date, length);
    if (const auto length = case_length(numbers); length > 0) return shaped(Shape::CaseNumber, length);
    if (const auto length = receipt_length(pieces, piece); length > 0) return shaped(Shape::Receipt, length);
    return std::nullopt;
}

}  // namespace domain::moderation
