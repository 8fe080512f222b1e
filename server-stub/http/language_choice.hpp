// Which of the four languages a browser asks for.
#pragma once

#include <string_view>

#include "shared/base/language.hpp"

namespace http {

// The best match of an Accept-Language header (RFC 9110, section 12.5.4); Arabic where there is none.
base::Language choose_language(std::string_view accept_language);

// The language of the first segment of a path, else that of the header.
base::Language language_of(std::string_view path, std::string_view accept_language);

}  // namespace http
