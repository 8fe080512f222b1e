// Where the compiled messages are: the definition is generated from assets/messages.
#pragma once

#include <cstdint>
#include <string_view>

#include "shared/base/language.hpp"

namespace i18n::detail {

// The program of a message, in the form that detail/program.hpp describes.
std::string_view program_of(std::uint16_t index, base::Language language);

}  // namespace i18n::detail
