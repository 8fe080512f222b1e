// Pages that say that there is nothing to show: not found, failed, still loading.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.hpp"
#include "shared/pages/frame.hpp"

namespace pages {

doc::Document not_found_page(const i18n::Text& tr, const Addresses& addresses);
// NotFound becomes the page above; every other error says what happened and offers to try again.
doc::Document error_page(const i18n::Text& tr, const Addresses& addresses, const base::Error& error);
doc::Document loading_page(const i18n::Text& tr, const Addresses& addresses);

// "https://example.org/a" -> "example.org"; the address itself where it has another form.
std::string_view host_of(std::string_view address);

}  // namespace pages
