// Texts of which no two are alike.
#pragma once

#include <array>
#include <string>

namespace test {

// Words that no other text of the test has.
inline std::string own_words(int number) {
    static constexpr std::array syllables{"ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su"};
    std::string text;
    for (int word = 0; word < 6; ++word) {
        for (int left = number * 6 + word + 1'000; left > 0; left /= 10)
            text += syllables[static_cast<std::size_t>(left) % syllables.size()];
        text += ' ';
    }
    return text;
}

}  // namespace test
