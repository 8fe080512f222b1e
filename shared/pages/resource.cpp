#include "shared/pages/resource.hpp"

#include <array>

#include "shared/i18n/formatted.hpp"
#include "shared/pages/listing.hpp"
#include "shared/pages/parts.hpp"

namespace pages {
namespace {

using doc::Style;
using doc::Tag;
using domain::ResourceKind;

constexpr std::array kind_keys{"questions", "guides", "documents"};
constexpr std::array kind_titles{msg::help_questions, msg::guides, msg::help_documents};
constexpr std::array audiences{msg::audience_citizen, msg::audience_editor, msg::audience_moderator};

i18n::Formatted audience_of(const i18n::Text& tr, const domain::Resource& resource) {
    return tr(audiences[static_cast<std::size_t>(resource.audience)]);
}

Card card_of(const i18n::Text& tr, const routes::Listing& list, const domain::Resource& resource) {
    const routes::Entry route{list.language, list.district, list.section, resource.id.value()};
    Card card{routes::address_of(route), resource.title.in(tr.language()), {}};
    if (resource.kind == ResourceKind::Guide) card.lines.push_back(paragraph(Style::Mark, audience_of(tr, resource)));
    if (!resource.summary.empty()) card.lines.push_back(data_line(tr, resource.summary));
    return card;
}

}  // namespace

doc::Document listing_page(const i18n::Text& tr, const routes::Listing& route,
                           const HelpData<domain::List<domain::Resource>>& data) {
    const bool is_national = data.district == nullptr;
    const auto words = tr(is_national ? msg::guides : msg::help);
    std::vector<doc::Node> parts{title(words),
                                 paragraph(Style::Lead, tr(is_national ? msg::guides_lead : msg::help_intro))};
    std::array<std::vector<Card>, kind_titles.size()> groups;
    for (const auto& resource : data.value.items)
        groups[static_cast<std::size_t>(resource.kind)].push_back(card_of(tr, route, resource));
    for (std::size_t kind = 0; kind < groups.size(); ++kind) {
        if (groups[kind].empty()) continue;
        if (is_national) parts.push_back(entries(tr, std::move(groups[kind])));
        else
            parts.push_back(
                section(tr, kind_keys[kind], kind_titles[kind], {entries(tr, std::move(groups[kind]), Tag::H3)}));
    }
    if (data.value.items.empty()) parts.push_back(empty_state(tr, Tag::H2, msg::no_help_title, msg::no_help));
    if (data.value.next) {
        auto next = route;
        next.after = *data.value.next;
        parts.push_back(lone_link(routes::address_of(next), tr(msg::more_entries)));
    }
    return frame(tr, frame_of(route, i18n::plain(words), data.district), std::move(parts));
}

doc::Document entry_page(const i18n::Text& tr, const routes::Entry& route, const HelpData<domain::Resource>& data) {
    const auto& resource = data.value;
    const auto name = resource.title.in(tr.language());
    std::vector<doc::Node> parts{title(name.text, foreign(tr, name.language))};
    if (resource.kind == ResourceKind::Guide) parts.push_back(paragraph(Style::Meta, audience_of(tr, resource)));
    if (!resource.summary.empty()) parts.push_back(data_text(tr, Tag::P, Style::Lead, resource.summary));
    auto blocks = body(tr, resource.body);
    if (!blocks.empty()) parts.push_back(doc::block(Tag::Div, Style::Section, std::move(blocks), {.key = "body"}));
    if (!resource.source.empty()) parts.push_back(mark(tr, {domain::Standing::Sourced, resource.source}));
    if (!resource.address.empty()) parts.push_back(lone_link(resource.address, tr(msg::document_open)));
    add_attribution(tr, parts, resource.copied_from);
    return frame(tr, frame_of(route, std::string(name.text), data.district, resource.summary.in(tr.language())),
                 std::move(parts));
}

}  // namespace pages
