// One letter for all that look like it: code points as people write them to get around a list, read as they are meant.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace domain::moderation {

enum class Script : std::uint8_t { None, Latin, Arabic, Tifinagh, Other };

// One byte for each letter: "a" to "z" and "0" to "9"; Arabic from `arabic_first`, without hamza; Amazigh in Latin
// letters. Two letters of Amazigh in Latin script have signs of their own until it is known for what they stand.
struct Folded {
    std::array<char, 4> letters{};
    std::uint8_t count = 0;  // 0: no letter.
    Script script = Script::None;
    bool is_capital = false;

    std::string_view view() const { return {letters.data(), count}; }
};
Folded fold(char32_t c);

inline constexpr char arabic_first = '\x80';  // U+0621
inline constexpr char other_letter = '\x7F';  // Of a script that no list has.
inline constexpr char sign_of_epsilon = 'E', sign_of_gamma = 'Y';

bool is_space(char32_t c);
// Not seen by itself: zero width, marks over and around letters, direction, tatweel, controls.
bool is_ignorable(char32_t c);

// Latin letters as they are heard in Darija and Amazigh: "ch" and "sh", "7" and "h" are one, "e" is none.
std::string sound_of(std::string_view latin);
// As French and English would write them: the two signs of Amazigh become "e" and "g".
void make_plain(std::string& latin);
std::string without_vowels(std::string_view sound);
std::string without_doubles(std::string_view word);
// With `kept` letters where the same stands three times or more; nothing where it nowhere does.
std::optional<std::string> unstretched(std::string_view word, std::size_t kept);

}  // namespace domain::moderation
