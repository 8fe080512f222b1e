// Scripts of code points, and texts as code points: what the checks look at.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "shared/base/language.hpp"

namespace domain::letters {

enum class Script : std::uint8_t { None, Latin, Greek, Cyrillic, Arabic, Tifinagh, Other };
Script script_of(char32_t c);  // Of letters; None of all else.
Script script_of(base::Language language);

constexpr bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
constexpr bool is_space(char32_t c) { return c == U' ' || c == U'\t' || c == U'\n'; }
constexpr bool is_no_break_space(char32_t c) { return c == U'\u00A0' || c == U'\u202F'; }
inline bool is_letter(char32_t c) { return script_of(c) != Script::None; }
// Marks of Arabic that stand over or under a letter.
constexpr bool is_mark(char32_t c) {
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x064B && c <= 0x065F) || c == 0x0670;
}

std::u32string read(std::string_view utf8);
std::string write(std::u32string_view text);

// `text` with every part that is words, not an address or code, put through `mend`.
std::u32string with_words(std::u32string_view text, bool markdown,
                          const std::function<std::u32string(std::u32string_view)>& mend);
// Words without addresses, code and markup's brackets, in place of which stands one space.
std::u32string words_of(std::u32string_view text, bool markdown);

}  // namespace domain::letters
