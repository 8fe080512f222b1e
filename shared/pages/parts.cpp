#include "shared/pages/parts.hpp"

#include <algorithm>

#include "shared/i18n/formatted.hpp"
#include "shared/pages/open_words.hpp"

namespace pages {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;

constexpr std::size_t cards_in_a_row = 3;

doc::Node card_link(const i18n::Text& tr, const Card& card, Style style) {
    return doc::text(Tag::A, style, name(tr, card.title), {.attributes = {{Attribute::Href, card.address}}});
}

// The heading holds its link, so that a reader who jumps from heading to heading can follow it.
doc::Node card_node(const i18n::Text& tr, Card card) {
    std::vector<doc::Node> parts{doc::block(Tag::H3, Style::CardHead, {card_link(tr, card, Style::CardLink)})};
    std::ranges::move(card.lines, std::back_inserter(parts));
    return doc::block(Tag::Div, Style::Card, std::move(parts),
                      {.key = card.address, .attributes = {{Attribute::Role, "listitem"}}});
}

doc::Node entry_node(const i18n::Text& tr, Card card, Tag heading) {
    std::vector<doc::Node> parts{doc::block(heading, Style::CardHead, {card_link(tr, card, Style::EntryLink)})};
    std::ranges::move(card.lines, std::back_inserter(parts));
    return doc::block(Tag::Li, Style::Entry, std::move(parts), {.key = card.address});
}

i18n::Key words_of(domain::Progress state) {
    switch (state) {
        case domain::Progress::Done: return msg::state_done;
        case domain::Progress::Underway: return msg::state_underway;
        case domain::Progress::Planned: return msg::state_planned;
    }
    return msg::state_planned;
}

doc::Node milestone(const i18n::Text& tr, const domain::Milestone& step) {
    const bool done = step.state == domain::Progress::Done;
    return doc::block(
        Tag::Li, Style::Milestone,
        {doc::icon(done ? Style::IconCheck : Style::IconStep, done ? doc::IconName::Check : doc::IconName::Step),
         doc::block(Tag::Div, Style::PaperBody,
                    {data_text(tr, Tag::P, Style::Body, step.title),
                     doc::text(Tag::P, Style::Mark,
                               tr(msg::milestone_state,
                                  {.state = i18n::plain(tr(words_of(step.state))), .date = step.due}))})});
}

doc::Text words_of(const domain::BodyText& line) {
    doc::Text words(line.utf8);
    for (const auto& span : line.spans)
        words.spans.push_back({.begin = span.begin,
                               .end = span.end,
                               .kind = span.address.empty() ? doc::SpanKind::Strong : doc::SpanKind::Link,
                               .href = span.address});
    return words;
}

doc::Node list_node(const domain::Block& block, std::optional<base::Language> language) {
    const bool numbered = block.kind == domain::BlockKind::Numbers;
    auto node = list(numbered ? Tag::Ol : Tag::Ul, Style::Papers, {});
    node.language = language;
    for (const auto& line : block.lines) {
        auto sign = numbered ? doc::text(Tag::P, Style::StepNumber, std::to_string(node.children.size() + 1))
                             : doc::icon(Style::IconStep, doc::IconName::Dot);
        node.children.push_back(
            doc::block(Tag::Li, numbered ? Style::Step : Style::Paper,
                       {std::move(sign), doc::block(Tag::Div, numbered ? Style::StepBody : Style::PaperBody,
                                                    {paragraph(Style::Prose, words_of(line))})}));
    }
    return node;
}

doc::Node picture_node(const domain::Block& block, std::optional<base::Language> language) {
    return doc::control(Tag::Img, Style::Picture,
                        {.attributes = {{Attribute::Src, block.image->address},
                                        {Attribute::Alt, block.lines.front().utf8},
                                        {Attribute::Width, std::to_string(block.image->width)},
                                        {Attribute::Height, std::to_string(block.image->height)}},
                         .language = language});
}

doc::Node block_node(const domain::Block& block, std::optional<base::Language> language) {
    const auto text = [&](Tag tag, Style style) {
        return doc::text(tag, style, words_of(block.lines.front()), {.language = language});
    };
    switch (block.kind) {
        case domain::BlockKind::Paragraph: return text(Tag::P, Style::Prose);
        case domain::BlockKind::Heading: return text(Tag::H2, Style::Heading);
        case domain::BlockKind::Subheading: return text(Tag::H3, Style::Subheading);
        case domain::BlockKind::Picture: return picture_node(block, language);
        case domain::BlockKind::Bullets:
        case domain::BlockKind::Numbers: break;
    }
    return list_node(block, language);
}

}  // namespace

doc::Node list(Tag tag, Style style, std::vector<doc::Node> items, std::string key) {
    return doc::block(tag, style, std::move(items), {.key = std::move(key), .attributes = {{Attribute::Role, "list"}}});
}

doc::Text name(const i18n::Text& tr, base::LocalizedText::Resolved words) {
    const auto other = foreign(tr, words.language);
    return other ? doc::value(words.text, other) : doc::Text(words.text);
}

doc::Node name_line(const i18n::Text& tr, const base::LocalizedText& words) {
    return paragraph(Style::CardText, name(tr, words.in(tr.language())));
}

void add_attribution(const i18n::Text& tr, std::vector<doc::Node>& parts,
                     const std::optional<domain::Attribution>& source) {
    if (source)
        parts.push_back(paragraph(Style::Mark, tr(msg::attribution, {.district = source->city.in(tr.language())})));
}

doc::Node heading(const i18n::Text& tr, i18n::Key key) { return doc::text(Tag::H2, Style::Heading, tr(key)); }

doc::Node paragraph(Style style, doc::Text words) { return doc::text(Tag::P, style, std::move(words)); }

doc::Node section(const i18n::Text& tr, std::string key, i18n::Key title, std::vector<doc::Node> parts) {
    parts.insert(parts.begin(), heading(tr, title));
    return doc::block(Tag::Section, Style::Part, std::move(parts), {.key = std::move(key)});
}

doc::Node mark(const i18n::Text& tr, const domain::Provenance& provenance) {
    if (provenance.standing == domain::Standing::Example) return paragraph(Style::Mark, tr(msg::example_mark));
    const base::LocalizedText::Resolved source{provenance.source, domain::source_language};
    return paragraph(Style::Mark, tr(msg::source_mark, {.source = source}));
}

Marks marks_of(const domain::Fact& fact) {
    Marks marks{.provenance = fact.provenance, .is_verified = fact.holds_until.has_value()};
    if (fact.is_outdated && fact.holds_until) marks.outdated_since = domain::plus_days(*fact.holds_until, 1);
    return marks;
}

std::vector<doc::Node> mark_lines(const i18n::Text& tr, const Marks& marks) {
    std::vector<doc::Node> lines;
    const bool is_example = marks.provenance.standing == domain::Standing::Example;
    if (!is_example || !marks.is_verified) lines.push_back(mark(tr, marks.provenance));
    else if (!marks.outdated_since) lines.push_back(paragraph(Style::Mark, tr(msg::verified_mark)));
    if (marks.outdated_since)
        lines.push_back(paragraph(Style::Outdated, tr(msg::outdated_mark, {.date = *marks.outdated_since})));
    return lines;
}

std::vector<doc::Node> with_marks(const i18n::Text& tr, std::vector<Marked> facts) {
    if (facts.empty()) return {paragraph(Style::Meta, tr(msg::not_given_yet))};
    std::vector<doc::Node> lines;
    const auto first = facts.front().marks;
    const bool shared = std::ranges::all_of(facts, [&](const auto& fact) { return fact.marks == first; });
    for (auto& fact : facts) {
        std::ranges::move(fact.lines, std::back_inserter(lines));
        if (!shared) lines.append_range(mark_lines(tr, fact.marks));
    }
    if (shared) lines.append_range(mark_lines(tr, first));
    return lines;
}

doc::Node fact_row(const i18n::Text& tr, i18n::Key term, std::vector<doc::Node> value) {
    return doc::block(
        Tag::Div, Style::Fact,
        {doc::text(Tag::Dt, Style::FactTerm, tr(term)), doc::block(Tag::Dd, Style::FactValue, std::move(value))});
}

doc::Node fact_row(const i18n::Text& tr, i18n::Key term, doc::Text value) {
    return fact_row(tr, term, std::vector{paragraph(Style::FactText, std::move(value))});
}

doc::Node panel(const i18n::Text& tr, std::string key, i18n::Key title, std::vector<doc::Node> rows) {
    return doc::block(Tag::Section, Style::Panel,
                      {heading(tr, title), doc::block(Tag::Dl, Style::Facts, std::move(rows))},
                      {.key = std::move(key)});
}

doc::Node cards(const i18n::Text& tr, std::vector<Card> cards) {
    std::vector<doc::Node> rows;
    for (std::size_t begin = 0; begin < cards.size(); begin += cards_in_a_row) {
        std::vector<doc::Node> row;
        for (std::size_t i = begin; i < begin + cards_in_a_row; ++i) {
            if (i < cards.size()) row.push_back(card_node(tr, std::move(cards[i])));
            else row.push_back(doc::block(Tag::Div, Style::CardSpace, {}));  // The others stay as narrow as above.
        }
        rows.push_back(doc::block(Tag::Div, Style::CardRow, std::move(row)));
    }
    return list(Tag::Div, Style::Cards, std::move(rows), "cards");
}

doc::Node entries(const i18n::Text& tr, std::vector<Card> entries, Tag heading) {
    std::vector<doc::Node> items;
    for (auto& entry : entries) items.push_back(entry_node(tr, std::move(entry), heading));
    return list(Tag::Ul, Style::Entries, std::move(items), "entries");
}

doc::Node empty_state(const i18n::Text& tr, Tag heading, i18n::Key title, i18n::Key words) {
    return doc::block(Tag::Div, Style::Empty,
                      {doc::text(heading, Style::Subheading, tr(title)), paragraph(Style::Body, tr(words))},
                      {.key = "empty"});
}

std::vector<doc::Node> body(const i18n::Text& tr, const domain::Body& body) {
    const auto [blocks, language] = body.in(tr.language());
    std::vector<doc::Node> parts;
    for (const auto& block : blocks) parts.push_back(block_node(block, foreign(tr, language)));
    return parts;
}

doc::Node data_line(const i18n::Text& tr, const base::LocalizedText& words) {
    return data_text(tr, Tag::P, Style::CardText, words);
}

doc::Text time_span(const i18n::Text& tr, const base::LocalTime& starts, const base::LocalTime& ends) {
    const auto from = tr.time(starts.minute_of_day);
    const auto to = tr.time(ends.minute_of_day);
    if (starts.date == ends.date) return tr(msg::time_span, {.date = starts.date, .from = from, .to = to});
    return tr(msg::time_span_days, {.date = starts.date, .from = from, .last = ends.date, .to = to});
}

std::vector<doc::Node> door(const i18n::Text& tr, const domain::DistrictNow* now, const domain::CourtId& court) {
    if (now == nullptr) return {};
    const auto found = std::ranges::find(now->courts, court, &domain::CourtNow::court);
    if (found == now->courts.end()) return {};
    const bool is_open = found->state.door == domain::DoorState::Open;
    return {paragraph(is_open ? Style::DoorOpen : Style::DoorShut, open_words(tr, found->state))};
}

doc::Node notice_banner(const i18n::Text& tr, doc::Tag heading, const domain::Notice& notice) {
    return doc::block(
        Tag::Div, Style::Banner,
        {data_text(tr, heading, Style::Subheading, notice.title), data_text(tr, Tag::P, Style::Body, notice.text),
         paragraph(Style::Mark, tr(msg::notice_until, {.date = notice.to}))},
        {.key = notice.id});
}

doc::Node milestones(const i18n::Text& tr, std::span<const domain::Milestone> milestones) {
    std::vector<doc::Node> items;
    for (const auto& step : milestones) items.push_back(milestone(tr, step));
    return list(Tag::Ol, Style::Papers, std::move(items));
}

doc::Text progress(const i18n::Text& tr, std::span<const domain::Milestone> milestones) {
    const auto done = std::ranges::count(milestones, domain::Progress::Done, &domain::Milestone::state);
    return tr(msg::progress_line, {.done = done, .count = milestones.size()});
}

doc::Node columns(std::vector<doc::Node> wide, std::vector<doc::Node> narrow) {
    return doc::block(Tag::Div, Style::Columns,
                      {doc::block(Tag::Div, Style::ColumnMain, std::move(wide)),
                       doc::block(Tag::Div, Style::ColumnSide, std::move(narrow))});
}

}  // namespace pages
