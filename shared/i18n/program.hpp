// The compiled form of a message, written by cmake/tools/messages.mjs, and the function that runs it.
//
// A program is UTF-8 text in which a byte below 0x20 is an instruction:
//   Show   argument
//   Plural argument count (category size program)…      category: a PluralCategory, or ExactNumber and the number
//   Select argument count (length name size program)…
// `argument` is an index, `size` two bytes, the low one first.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "shared/base/language.hpp"
#include "shared/i18n/argument.hpp"
#include "shared/i18n/formatted.hpp"

namespace i18n {

enum class Instruction : std::uint8_t { Show = 1, Plural = 2, Select = 3 };

inline constexpr std::uint8_t exact_number = 6;  // Follows the last PluralCategory.

Formatted run(std::string_view program, std::span<const Argument> arguments, base::Language language);

}  // namespace i18n
