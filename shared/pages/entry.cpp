#include "shared/pages/entry.hpp"

#include <algorithm>
#include <array>

#include "shared/i18n/formatted.hpp"
#include "shared/pages/open_words.hpp"
#include "shared/pages/parts.hpp"

namespace pages {
namespace {

using doc::Style;
using doc::Tag;

doc::Node title_of(const i18n::Text& tr, const base::LocalizedText& words) {
    const auto resolved = words.in(tr.language());
    return title(resolved.text, foreign(tr, resolved.language));
}

doc::Document framed(const i18n::Text& tr, const routes::Entry& route, const domain::District& district,
                     const base::LocalizedText& name, std::vector<doc::Node> parts,
                     const base::LocalizedText& summary = {}) {
    return frame(tr, frame_of(route, std::string(name.in(tr.language()).text), &district, summary.in(tr.language())),
                 std::move(parts));
}

// The heading that every published thing begins with, then its paragraphs.
template <class Item>
std::vector<doc::Node> opening(const i18n::Text& tr, const Item& item, doc::Text when) {
    std::vector<doc::Node> parts{title_of(tr, item.title), paragraph(Style::Meta, std::move(when)),
                                 data_text(tr, Tag::P, Style::Lead, item.summary)};
    auto blocks = body(tr, item.body);
    if (!blocks.empty()) parts.push_back(doc::block(Tag::Div, Style::Section, std::move(blocks), {.key = "body"}));
    return parts;
}

// What stands below every published thing: where it comes from.
template <class Item>
void close(const i18n::Text& tr, std::vector<doc::Node>& parts, const Item& item) {
    add_attribution(tr, parts, item.copied_from);
    if (item.is_sample) parts.push_back(paragraph(Style::Mark, tr(msg::sample_mark)));
}

base::LocalizedText court_name(const domain::District& district, const domain::CourtId& id) {
    const auto found = std::ranges::find(district.courts, id, &domain::Court::id);
    return found == district.courts.end() ? district.court_of_appeal : found->name;
}

doc::Node linked_court(const i18n::Text& tr, const domain::District& district, const domain::CourtId& id) {
    const auto name = court_name(district, id);
    const auto resolved = name.in(tr.language());
    const routes::Entry route{tr.language(), district.id.value(), routes::Section::Courts, id.value()};
    return doc::block(Tag::Div, Style::LinkItem,
                      {doc::text(Tag::A, Style::LinkText, resolved.text,
                                 {.attributes = {{doc::Attribute::Href, routes::address_of(route)}},
                                  .language = foreign(tr, resolved.language)})});
}

doc::Node group(const i18n::Text& tr, std::string key, i18n::Key title, std::span<const domain::Fact> facts) {
    std::vector<Marked> lines;
    for (const auto& fact : facts)
        lines.push_back({{data_text(tr, Tag::P, Style::FactText, fact.text)}, marks_of(fact)});
    return section(tr, std::move(key), title, with_marks(tr, std::move(lines)));
}

// Isolated: on every page a number and an address are read from the left.
doc::Node value_of(const domain::Contact& contact) {
    auto link = domain::link_of(contact);
    if (link.empty()) return paragraph(Style::FactText, doc::value(contact.value));
    return doc::block(Tag::Div, Style::LinkItem,
                      {doc::text(Tag::A, Style::LinkText, doc::value(contact.value),
                                 {.attributes = {{doc::Attribute::Href, std::move(link)}}})});
}

// What it is, whose it is where somebody says so, and what to call or write to. Words alone stand as those of any fact.
doc::Node contact_node(const i18n::Text& tr, const domain::Contact& contact) {
    if (contact.value.empty()) return data_text(tr, Tag::P, Style::FactText, contact.text);
    constexpr std::array kinds{msg::contact_telephone, msg::contact_fax, msg::contact_email, msg::contact_website};
    std::vector<doc::Node> lines;
    if (contact.kind) lines.push_back(paragraph(Style::Meta, tr(kinds[static_cast<std::size_t>(*contact.kind)])));
    if (!contact.text.empty()) lines.push_back(data_text(tr, Tag::P, Style::FactText, contact.text));
    lines.push_back(value_of(contact));
    return doc::block(Tag::Div, Style::Links, std::move(lines));
}

doc::Node contacts(const i18n::Text& tr, const domain::CourtSheet& court) {
    std::vector<Marked> lines;
    for (const auto& contact : court.contacts) lines.push_back({{contact_node(tr, contact)}, marks_of(contact)});
    return section(tr, "contacts", msg::court_contacts, with_marks(tr, std::move(lines)));
}

// The seed holds what is true of every court; only people of this one know when it holds no more.
bool is_verified(const domain::CourtSheet& court) {
    const auto holds = [](const domain::Fact& fact) { return fact.text.empty() || fact.holds_until; };
    const bool says_something = !court.address.text.empty() || !court.access.empty() || !court.contacts.empty();
    return says_something && holds(court.address) && std::ranges::all_of(court.access, holds) &&
           std::ranges::all_of(court.contacts, [](const auto& contact) { return contact.holds_until.has_value(); });
}

// The hours of the week; that they are not known where they are not.
doc::Node hours(const i18n::Text& tr, const domain::DistrictNow* now, const domain::CourtId& court) {
    std::vector<doc::Node> lines;
    if (now != nullptr)
        for (const auto& one : now->courts)
            if (one.court == court && one.hours) {
                for (auto& words : hours_words(tr, *one.hours))
                    lines.push_back(paragraph(Style::FactText, std::move(words)));
                lines.push_back(mark(tr, one.hours->provenance));
            }
    if (lines.empty()) lines.push_back(paragraph(Style::Meta, tr(msg::not_given_yet)));
    return section(tr, "hours", msg::hours_title, std::move(lines));
}

std::span<const domain::Fact> one_or_none(const domain::Fact& fact) {
    return {&fact, fact.text.empty() ? std::size_t{0} : std::size_t{1}};
}

}  // namespace

doc::Document entry_page(const i18n::Text& tr, const routes::Entry& route, const EntryData<domain::Article>& data) {
    auto parts = opening(tr, data.item, tr(msg::published_on, {.date = data.item.published_on}));
    close(tr, parts, data.item);
    return framed(tr, route, data.district, data.item.title, std::move(parts), data.item.summary);
}

doc::Document entry_page(const i18n::Text& tr, const routes::Entry& route, const EntryData<domain::Activity>& data) {
    const auto& activity = data.item;
    const auto when = time_span(tr, activity.starts, activity.ends);
    std::vector<doc::Node> where{linked_court(tr, data.district, activity.court)};
    if (!activity.place.empty()) where.push_back(data_text(tr, Tag::P, Style::FactText, activity.place));
    std::vector<doc::Node> facts{fact_row(tr, msg::fact_when, when), fact_row(tr, msg::fact_where, std::move(where))};
    if (!activity.admission.empty())
        facts.push_back(
            fact_row(tr, msg::fact_admission, {data_text(tr, Tag::P, Style::FactText, activity.admission)}));
    auto wide = opening(tr, activity, when);
    close(tr, wide, activity);
    const auto file = routes::calendar_file(tr.language(), route.district, route.slug);
    std::vector<doc::Node> heading_parts(std::make_move_iterator(wide.begin()),
                                         std::make_move_iterator(wide.begin() + 2));
    wide.erase(wide.begin(), wide.begin() + 2);
    heading_parts.push_back(columns(std::move(wide), {panel(tr, "facts", msg::facts_title, std::move(facts)),
                                                      lone_link(file, tr(msg::add_to_calendar))}));
    return framed(tr, route, data.district, activity.title, std::move(heading_parts), activity.summary);
}

doc::Document entry_page(const i18n::Text& tr, const routes::Entry& route, const EntryData<domain::Programme>& data) {
    const auto& programme = data.item;
    auto parts = opening(tr, programme, progress(tr, programme.milestones));
    if (!programme.milestones.empty())
        parts.push_back(section(tr, "milestones", msg::milestones_title, {milestones(tr, programme.milestones)}));
    close(tr, parts, programme);
    return framed(tr, route, data.district, programme.title, std::move(parts), programme.summary);
}

doc::Document entry_page(const i18n::Text& tr, const routes::Entry& route, const EntryData<domain::CourtSheet>& data) {
    const auto& court = data.item;
    const bool appeal = court.kind == domain::CourtKind::Appeal;
    std::vector<doc::Node> parts{title_of(tr, court.name),
                                 paragraph(Style::Meta, tr(appeal ? msg::kind_appeal : msg::kind_first_instance))};
    if (!is_verified(court)) parts.push_back(paragraph(Style::Meta, tr(msg::not_yet_checked)));
    for (auto& words : door(tr, data.now, court.id)) parts.push_back(std::move(words));
    parts.push_back(columns(
        {group(tr, "hears", msg::court_hears, court.hears), group(tr, "sections", msg::court_sections, court.sections)},
        {hours(tr, data.now, court.id), group(tr, "address", msg::court_address, one_or_none(court.address)),
         group(tr, "access", msg::court_access, court.access), contacts(tr, court)}));
    const base::LocalizedText::Resolved source{court.source, domain::source_language};
    parts.push_back(paragraph(Style::Mark, court.source.empty() ? doc::Text(tr(msg::source_to_verify))
                                                                : doc::Text(tr(msg::source_mark, {.source = source}))));
    return framed(tr, route, data.district, court.name, std::move(parts));
}

}  // namespace pages
