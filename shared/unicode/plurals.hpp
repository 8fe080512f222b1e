// Which form of a word a number takes in a language (CLDR plural rules, cardinal).
#pragma once

#include <cstdint>

#include "shared/base/language.hpp"

namespace unicode {

enum class PluralCategory : std::uint8_t { Zero, One, Two, Few, Many, Other };

// CLDR has no rules for Amazigh: always Other. Needs the data of `load_data`.
PluralCategory plural_category(std::int64_t number, base::Language language);

}  // namespace unicode
