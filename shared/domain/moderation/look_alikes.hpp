// Letters of other alphabets, and drawn ones, that are read as a letter of ours.
#pragma once

namespace domain::moderation {

// "a" to "z", or a sign of letters.hpp; '\0' where there is none. Of Cyrillic, Greek, accented, phonetic, mathematical,
// full-width, circled and squared letters.
char latin_like(char32_t c);
// The letter behind a joined form of Arabic, or behind a letter of Persian and its neighbours; else `c`.
char32_t plain_arabic(char32_t c);

}  // namespace domain::moderation
