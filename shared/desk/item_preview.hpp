// A text as the public will read it, in each language: below the form in which it is typed.
#pragma once

#include "shared/desk/item_view.hpp"
#include "shared/document/builder.hpp"
#include "shared/i18n/text.hpp"

namespace desk {

// What `page` says, as a part of another page: without its forms, crumbs and landmarks, headings below ours.
Preview preview_of(const doc::Document& page);
doc::Node preview_section(const i18n::Text& tr, const std::vector<Preview>& previews);

}  // namespace desk
