// UAX #15: one way to write what looks the same. Native only: the client changes no text.
#pragma once

#include <string>
#include <string_view>

namespace unicode {

// Normal form C. `text` is well-formed UTF-8.
std::string to_nfc(std::string_view text);

}  // namespace unicode
