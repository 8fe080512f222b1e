// Numbers written out as words, in Arabic, Darija, Amazigh, French and English.
#pragma once

#include <optional>
#include <string_view>

namespace domain::moderation {

enum class Tongue : unsigned char { French, English, Arabic, Amazigh };  // Darija counts as Arabic does.

struct SpokenNumber {
    int value = 0;  // Below 20, a multiple of ten, or 100.
    Tongue tongue = Tongue::French;
    bool is_joined = false;  // Arabic: written as one with the "and" before it.
};

// `letters` as Piece has them.
std::optional<SpokenNumber> spoken_number(std::u32string_view letters);
// What people say between two parts of a number: "and", "then", "dash".
bool is_between_numbers(std::u32string_view letters);
bool is_and(std::u32string_view letters);
// "double six": how often the next digit is meant; 0 of every other word.
int times_of(std::u32string_view letters);

}  // namespace domain::moderation
