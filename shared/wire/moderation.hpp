// The file of words and rules by which texts from the public are judged.
#pragma once

#include <string_view>

#include "shared/domain/moderation_words.hpp"
#include "shared/wire/problem.hpp"

namespace wire {

// In the file's order. Refuses more than the limits of `domain::ModerationWords`, a word without a letter, a language
// or a group that is there twice, and a rule that asks for a group that is nowhere.
Decoded<domain::ModerationWords> decode_moderation(std::string_view json);

}  // namespace wire
