// What stands beside a number and says what it is for.
#pragma once

#include <string_view>

namespace domain::moderation {

// All take `letters` as Piece has them.
bool speaks_of_telephone(std::u32string_view letters);
bool speaks_of_card(std::u32string_view letters);           // Any card or number of a person.
bool speaks_of_identity_card(std::u32string_view letters);  // The card that has the number.
bool is_currency(std::u32string_view letters);
// One or two letters before digits that are no beginning of a card's number: "BP 20250".
bool is_other_abbreviation(std::u32string_view letters);
// Small words, which in capitals look like such a beginning.
bool is_small_word(std::u32string_view letters);

}  // namespace domain::moderation
