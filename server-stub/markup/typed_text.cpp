#include "server-stub/markup/typed_text.hpp"

#include "shared/domain/text.hpp"
#include "shared/unicode/normal_form.hpp"

namespace markup {

std::string clean_typed_text(std::string_view typed) { return unicode::to_nfc(domain::clean_typed(typed)); }

}  // namespace markup
