// What an editor typed, as it is kept.
#pragma once

#include <string>
#include <string_view>

namespace markup {

// Cleaned as `domain::clean_typed` does, and in NFC (UAX #15), so that equal texts are
// equal bytes. Twice is once.
std::string clean_typed_text(std::string_view typed);

}  // namespace markup
