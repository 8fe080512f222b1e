// The file of terms that every translation keeps.
#pragma once

#include <string_view>

#include "shared/domain/glossary.hpp"
#include "shared/wire/problem.hpp"

namespace wire {

// In the file's order. Refuses more than the limits of `domain::Glossary`, an id that is none or is there twice,
// wordings without a letter, and a term that fewer than two languages have.
Decoded<domain::Glossary> decode_glossary(std::string_view json);

}  // namespace wire
