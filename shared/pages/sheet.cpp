#include "shared/pages/sheet.hpp"

#include <algorithm>

#include "shared/i18n/formatted.hpp"
#include "shared/pages/notice.hpp"
#include "shared/pages/parts.hpp"

namespace pages {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;

// One mark for a group of facts that share it, so that the page stays calm; nothing where they do not.
std::optional<Marks> shared_marks(std::span<const domain::Fact* const> facts) {
    if (facts.empty()) return std::nullopt;
    const auto first = marks_of(*facts.front());
    const bool is_shared = std::ranges::all_of(facts, [&](const auto* fact) { return marks_of(*fact) == first; });
    return is_shared ? std::optional(first) : std::nullopt;
}

// A fact with its own marks where the group does not share them.
std::vector<doc::Node> lines_of(const i18n::Text& tr, const domain::Fact& fact, bool with_marks) {
    std::vector<doc::Node> lines{data_text(tr, Tag::P, Style::Body, fact.text)};
    if (with_marks) lines.append_range(mark_lines(tr, marks_of(fact)));
    return lines;
}

doc::Node paper(const i18n::Text& tr, const domain::Paper& paper, bool with_marks) {
    auto body = lines_of(tr, paper, with_marks);
    if (paper.copies > 0)
        body.insert(body.begin() + 1, paragraph(Style::Meta, tr(msg::papers_copies, {.copies = paper.copies})));
    return doc::block(
        Tag::Li, Style::Paper,
        {doc::icon(Style::IconCheck, doc::IconName::Check), doc::block(Tag::Div, Style::PaperBody, std::move(body))});
}

doc::Node papers(const i18n::Text& tr, const domain::ServiceSheet& sheet) {
    std::vector<const domain::Fact*> facts;
    for (const auto& fact : sheet.papers) facts.push_back(&fact);
    const auto shared = shared_marks(facts);
    std::vector<doc::Node> items;
    for (const auto& one : sheet.papers) items.push_back(paper(tr, one, !shared));
    std::vector<doc::Node> parts{heading(tr, msg::papers_title), list(Tag::Ul, Style::Papers, std::move(items))};
    if (shared) parts.append_range(mark_lines(tr, *shared));
    parts.push_back(doc::text(Tag::P, Style::Meta, tr(msg::papers_only)));
    return doc::block(Tag::Section, Style::Section, std::move(parts), {.key = "papers"});
}

doc::Node step(const i18n::Text& tr, const domain::Step& step, int number, bool with_marks) {
    std::vector<doc::Node> body{data_text(tr, Tag::H3, Style::Subheading, step.title.text)};
    body.append_range(lines_of(tr, step.detail, with_marks));
    return doc::block(Tag::Li, Style::Step,
                      {doc::text(Tag::P, Style::StepNumber, std::to_string(number)),
                       doc::block(Tag::Div, Style::StepBody, std::move(body))});
}

doc::Node steps(const i18n::Text& tr, const domain::ServiceSheet& sheet) {
    std::vector<const domain::Fact*> facts;
    for (const auto& one : sheet.steps) {
        facts.push_back(&one.title);
        facts.push_back(&one.detail);
    }
    const auto shared = shared_marks(facts);
    std::vector<doc::Node> items;
    for (const auto& one : sheet.steps) items.push_back(step(tr, one, static_cast<int>(items.size()) + 1, !shared));
    std::vector<doc::Node> parts{heading(tr, msg::steps_title), list(Tag::Ol, Style::Steps, std::move(items))};
    if (shared) parts.append_range(mark_lines(tr, *shared));
    if (!sheet.online_address.empty())
        parts.push_back(lone_link(sheet.online_address, tr(msg::online_link, {.site = host_of(sheet.online_address)})));
    return doc::block(Tag::Section, Style::Section, std::move(parts), {.key = "steps"});
}

struct FactRow {
    i18n::Key term;
    const domain::Fact* fact;
};

doc::Node fact_line(const i18n::Text& tr, const FactRow& row) {
    std::vector<doc::Node> value{data_text(tr, Tag::P, Style::FactText, row.fact->text)};
    value.append_range(mark_lines(tr, marks_of(*row.fact)));
    return fact_row(tr, row.term, std::move(value));
}

doc::Node facts(const i18n::Text& tr, const domain::ServiceSheet& sheet) {
    const std::array rows{FactRow{msg::fact_fee, &sheet.fee},       FactRow{msg::fact_delay, &sheet.delay},
                          FactRow{msg::fact_where, &sheet.where},   FactRow{msg::fact_who, &sheet.who},
                          FactRow{msg::fact_appeal, &sheet.appeal}, FactRow{msg::fact_legal_basis, &sheet.legal_basis}};
    std::vector<doc::Node> list;
    for (const auto& row : rows)
        if (!row.fact->text.empty()) list.push_back(fact_line(tr, row));
    return panel(tr, "facts", msg::facts_title, std::move(list));
}

doc::Node other_services(const i18n::Text& tr, const SheetPage& page, const SheetData& data) {
    std::vector<doc::Node> links;
    for (const auto& service : data.services) {
        if (service.id == data.sheet.id) continue;
        const auto name = service.short_title.in(tr.language());
        const routes::Sheet route{tr.language(), page.route.district, service.id.value()};
        links.push_back(doc::block(Tag::Li, Style::LinkItem,
                                   {doc::text(Tag::A, Style::LinkText, name.text,
                                              {.attributes = {{Attribute::Href, routes::address_of(route)}},
                                               .language = foreign(tr, name.language)})}));
    }
    if (links.empty()) return doc::block(Tag::Section, Style::Section, {}, {.key = "others"});
    return doc::block(Tag::Section, Style::Section,
                      {heading(tr, msg::other_services), list(Tag::Ul, Style::Links, std::move(links))},
                      {.key = "others"});
}

// Whatever of it grows old was verified by the court, and says until when it holds.
bool is_verified(const domain::ServiceSheet& sheet) {
    const auto holds = [](const domain::Fact& fact) { return fact.text.empty() || fact.holds_until; };
    return holds(sheet.fee) && holds(sheet.delay) && holds(sheet.where) && holds(sheet.appeal) &&
           std::ranges::all_of(sheet.papers, holds);
}

std::vector<doc::Node> checked(const i18n::Text& tr, const domain::ServiceSheet& sheet) {
    if (sheet.last_checked) return {paragraph(Style::Meta, tr(msg::last_checked, {.date = *sheet.last_checked}))};
    if (is_verified(sheet)) return {};
    return {paragraph(Style::Meta, tr(msg::not_yet_checked))};
}

// What a rating has no room for, and what is to be answered.
doc::Node say_it(const i18n::Text& tr, const SheetPage& page) {
    return lone_link(
        routes::address_of(routes::Participate{tr.language(), page.route.district, "service=" + page.route.service}),
        tr(msg::say_it));
}

std::vector<doc::Node> content(const i18n::Text& tr, const SheetPage& page, const SheetData& data) {
    const auto name = data.sheet.title.in(tr.language());
    std::vector<doc::Node> parts{title(name.text, foreign(tr, name.language))};
    parts.append_range(checked(tr, data.sheet));
    if (!page.form.errors.empty()) parts.push_back(error_summary(tr, page.form));
    parts.push_back(data_text(tr, Tag::P, Style::Lead, data.sheet.summary));
    parts.push_back(columns({papers(tr, data.sheet), steps(tr, data.sheet)}, {facts(tr, data.sheet)}));
    add_attribution(tr, parts, data.sheet.copied_from);
    parts.push_back(
        columns({rating_form(tr, page.route, page.form), say_it(tr, page)}, {other_services(tr, page, data)}));
    return parts;
}

doc::Document ready_page(const i18n::Text& tr, const SheetPage& page, const SheetData& data) {
    std::string words(data.sheet.title.in(tr.language()).text);
    if (!page.form.errors.empty()) words = i18n::plain(tr(msg::error_page_title, {.title = words}));
    return frame(tr, frame_of(page.route, words, &data.district, data.sheet.summary.in(tr.language())),
                 content(tr, page, data));
}

}  // namespace

doc::Document sheet_page(const i18n::Text& tr, const SheetPage& page) {
    const auto addresses = addresses_of(page.route);
    return std::visit(Match{[&](const Loading&) { return loading_page(tr, addresses); },
                            [&](const base::Error& error) { return error_page(tr, addresses, error); },
                            [&](const SheetData& data) { return ready_page(tr, page, data); }},
                      page.answer);
}

}  // namespace pages
