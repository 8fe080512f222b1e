// What people and editors type: counted and cleaned before it is kept.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace domain {

// Number of code points; nothing when `text` is not well-formed UTF-8.
std::optional<std::size_t> count_code_points(std::string_view text);
// Without C0 and C1 controls other than \n and \t, without bidi embeddings, overrides and isolates;
// \r\n becomes \n. Keeps ZWNJ, ZWJ, LRM, RLM, ALM, which honest Arabic needs.
std::string clean_text(std::string_view text);
// The same of bytes as they came, which may be no UTF-8: each broken sequence becomes one U+FFFD. Whatever somebody
// typed is shown again only so.
std::string clean_typed(std::string_view typed);
// Without the spaces, tabs and line ends around it.
std::string trimmed(std::string_view text);

}  // namespace domain
