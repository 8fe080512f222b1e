// What stands around every page: header with the languages, skip link, live regions, footer.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/localized_text.hpp"
#include "shared/document/builder.hpp"
#include "shared/domain/district.hpp"
#include "shared/i18n/text.hpp"
#include "shared/routes/routes.hpp"

namespace pages {

// The address of one page in each language, indexed by base::index_of.
using Addresses = std::array<std::string, base::languages.size()>;
Addresses addresses_of(const routes::Page& page);
// For addresses that are no page: the first segment is replaced by each language.
Addresses addresses_of(std::string_view unknown_path);

struct Frame {
    std::string title;  // Of the page alone; the frame adds the name of the site.
    Addresses addresses;
    std::optional<routes::Page> page{};          // Nothing where no page has this address.
    const domain::District* district = nullptr;  // Where the page belongs to one that is known.
    std::string description{};                   // One sentence; empty: what the site is.
};
// Of a page of a district, or of a national one. `summary` describes it to those who have not opened it yet.
Frame frame_of(const routes::Page& page, std::string title, const domain::District* district = nullptr,
               base::LocalizedText::Resolved summary = {});

// A finished document around `content`, which goes into <main>.
doc::Document frame(const i18n::Text& tr, const Frame& about, std::vector<doc::Node> content);

// The h1: focus goes there after a change of route.
doc::Node title(doc::Text words, std::optional<base::Language> language = std::nullopt);
// The language to mark a text with: nothing where it is the page's own.
std::optional<base::Language> foreign(const i18n::Text& tr, base::Language language);
// A link that stands alone: as high as a finger, as wide as its words.
doc::Node lone_link(std::string href, doc::Text words);
// A text of the data in the reader's language, else in the one it has, marked as such.
doc::Node data_text(const i18n::Text& tr, doc::Tag tag, doc::Style style, const base::LocalizedText& words);

}  // namespace pages
