// A text as the public will read it, in each language: below the form in which it is typed.
#pragma once

#include "shared/desk/item_view.hpp"
#include "shared/document/builder.hpp"
#include "shared/i18n/text.hpp"

namespace desk {

// What `page` says, as a part of another page: without its forms, crumbs and landmarks, headings below ours.
Preview preview_of(const doc::Document& page);
// Puts a sentence in place of each text that `other`, the same page with another value made up, says differently.
void say_missing(Preview& shown, const Preview& other);
doc::Node preview_section(const i18n::Text& tr, const std::vector<Preview>& previews);
// Of the page of a text its preview alone, which takes the place of the one that is there.
doc::Document preview_alone(doc::Document page);

}  // namespace desk
