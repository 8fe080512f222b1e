#include "shared/desk/glossary.hpp"

#include "shared/desk/item_words.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/pages/parts.hpp"

namespace desk {
namespace {

using doc::Style;
using doc::Tag;
using pages::paragraph;
using Nodes = std::vector<doc::Node>;

// The first wording is the one to write; a translation that has any of them is right.
doc::Node wordings(const i18n::Text& tr, const domain::Term& term, base::Language language) {
    const auto& all = term.wordings[base::index_of(language)];
    const auto foreign = pages::foreign(tr, language);
    Nodes lines{paragraph(Style::Label, tr(name_of(language)))};
    if (all.empty())
        lines.push_back(doc::text(Tag::P, Style::Mark, tr(msg::glossary_none),
                                  {.language = foreign ? std::optional(tr.language()) : std::nullopt}));
    for (const auto& wording : all) lines.push_back(paragraph(Style::CardText, wording));
    return doc::block(Tag::Div, Style::CardSpace, std::move(lines),
                      {.key = std::string(base::code_of(language)), .language = foreign});
}

doc::Node entry(const i18n::Text& tr, const domain::Term& term) {
    Nodes sides;
    for (const auto language : base::languages) sides.push_back(wordings(tr, term, language));
    return doc::block(Tag::Li, Style::Entry, {doc::block(Tag::Div, Style::CardRow, std::move(sides))},
                      {.key = term.id});
}

}  // namespace

doc::Document glossary_page(const i18n::Text& tr, const routes::DeskRoom& route, const domain::Glossary& glossary) {
    const auto words = tr(msg::glossary_title);
    Nodes parts{pages::title(words), paragraph(Style::Lead, tr(msg::glossary_lead)),
                paragraph(Style::Note, tr(msg::glossary_standing))};
    Nodes entries;
    for (const auto& term : glossary) entries.push_back(entry(tr, term));
    if (entries.empty()) parts.push_back(paragraph(Style::Body, tr(msg::glossary_empty)));
    else parts.push_back(pages::list(Tag::Ul, Style::Entries, std::move(entries)));
    parts.push_back(pages::lone_link(
        routes::address_of(routes::DeskRoom{tr.language(), route.desk, routes::Room::Items, {}}), tr(msg::items_back)));
    return pages::frame(tr, pages::frame_of(route, i18n::plain(words)), std::move(parts));
}

}  // namespace desk
