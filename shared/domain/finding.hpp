// Finds districts by what people call them: any name, in any script, of the city, its region or its courts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/district.hpp"

namespace domain {

// Lower case, without accents, Arabic vowel signs and tatweel; the forms of alif, ya and ta marbuta are one each;
// everything that is no letter or digit becomes one space. Broken UTF-8 is left out.
std::string fold_for_finding(std::string_view text);

// Those of which every word of `query` is part of a name, the seats that are called so first; else in their own order.
// An empty query finds all.
std::vector<const District*> find_districts(const std::vector<District>& districts, std::string_view query);

}  // namespace domain
