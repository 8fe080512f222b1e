#include "shared/unicode/ascii_breaks.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace unicode {
namespace {

constexpr char16_t first_of_table = u'!';
constexpr char16_t last_of_table = u'~';
constexpr std::size_t table_size = last_of_table - first_of_table + 1;

// One bit for each character of the table.
struct CharacterSet {
    std::array<std::uint64_t, 2> bits{};

    constexpr void add(std::string_view characters) {
        for (const char c : characters) {
            const auto index = static_cast<std::size_t>(c - static_cast<char>(first_of_table));
            bits[index / 64] |= std::uint64_t{1} << index % 64;
        }
    }
    constexpr bool has(char16_t c) const {
        const auto index = static_cast<std::size_t>(c - first_of_table);
        return (bits[index / 64] >> index % 64 & 1) != 0;
    }
};

constexpr std::string_view letters_and_digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

// Row: the character before the break. Measured: shared/unicode/ascii_breaks is tested against every pair.
constexpr std::array<CharacterSet, table_size> make_table() {
    std::array<CharacterSet, table_size> rows{};
    const auto row = [&](char c) -> CharacterSet& {
        return rows[static_cast<std::size_t>(c - static_cast<char>(first_of_table))];
    };
    // An opening bracket may begin a line after punctuation, a closing bracket included: ")|(" and "]|[".
    for (const char c : std::string_view("!\"#%&)*+,.:;=>\\]|}~")) row(c).add("(<[{");

    row('-').add(letters_and_digits);
    row('-').add("\"#%&'(*+-<=>@[\\^_`{|~");
    row('?').add(letters_and_digits);
    row('?').add("#$%&(*+-<=>@[\\^_`{|~");
    return rows;
}

constexpr auto table = make_table();

constexpr bool is_digit(char16_t c) { return c >= u'0' && c <= u'9'; }
constexpr bool is_letter_or_digit(char16_t c) {
    return is_digit(c) || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
}

}  // namespace

bool may_break_between_ascii(char16_t before_first, char16_t first, char16_t second) {
    // "-5" is a number, "ABCD-1234" is a code.
    if (first == u'-' && is_digit(second)) return is_letter_or_digit(before_first);
    return table[first - first_of_table].has(second);
}

}  // namespace unicode
