#include "shared/desk/moderation_page.hpp"

#include <array>
#include <string>

#include "shared/base/day_text.hpp"
#include "shared/desk/voice_rules.hpp"
#include "shared/desk/voice_words.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/parts.hpp"

namespace desk {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;
using pages::paragraph;
using Nodes = std::vector<doc::Node>;

constexpr int hours_of_a_day = 24;
constexpr int hours_told_up_to = 48;  // Then days.

doc::Node rules(const i18n::Text& tr, const domain::ModerationRules& rules) {
    std::vector held{msg::moderation_held_harm, msg::moderation_held_person, msg::moderation_held_program};
    constexpr std::array never{msg::moderation_never_case, msg::moderation_never_number, msg::moderation_never_reason};
    std::vector<i18n::Key> not_held;
    for (const auto rule : domain::portal_rules) {
        if (rules.is_on(rule)) held.push_back(words_of(rule));
        else if (rules.lets_out(rule)) not_held.push_back(words_of(rule));
    }
    Nodes parts{paragraph(Style::Body, tr(msg::moderation_masked)),
                doc::text(Tag::H3, Style::Subheading, tr(msg::moderation_held_title)), rule_list(tr, held)};
    if (!not_held.empty()) {
        parts.push_back(doc::text(Tag::H3, Style::Subheading, tr(msg::moderation_off_title)));
        parts.push_back(rule_list(tr, not_held));
    }
    parts.push_back(doc::text(Tag::H3, Style::Subheading, tr(msg::moderation_never_title)));
    parts.push_back(rule_list(tr, never));
    parts.push_back(paragraph(Style::Body, tr(msg::moderation_appeal)));
    return pages::section(tr, "rules", msg::moderation_rules, std::move(parts));
}

doc::Text count_words(const i18n::Text& tr, domain::ShownCount count) {
    if (count.at_most == domain::fewest_shown - 1) return tr(msg::moderation_few, {.limit = domain::fewest_shown});
    if (!count.is_exact()) return tr(msg::moderation_range, {.least = count.at_least, .limit = count.at_most});
    return tr(msg::moderation_number, {.count = count.at_most});
}

i18n::Key term_of(domain::ModerationCount count) {
    constexpr std::array keys{msg::moderation_received, msg::moderation_at_once,   msg::moderation_held,
                              msg::moderation_after,    msg::moderation_referred,  msg::moderation_redacted,
                              msg::moderation_appealed, msg::moderation_overturned};
    static_assert(keys.size() == domain::moderation_counts.size());
    return keys[static_cast<std::size_t>(count)];
}

doc::Text hours_words(const i18n::Text& tr, int hours) {
    if (hours <= hours_told_up_to) return tr(msg::moderation_hours, {.count = hours});
    return tr(msg::moderation_days, {.count = (hours + hours_of_a_day - 1) / hours_of_a_day});
}

Nodes declined_rows(const i18n::Text& tr, const domain::ModerationQuarter& quarter) {
    Nodes rows;
    for (const auto reason : domain::decline_reasons)
        if (const auto count = domain::shown(quarter, reason); count.at_most > 0)
            rows.push_back(pages::fact_row(tr, words_of(reason), count_words(tr, count)));
    return rows;
}

doc::Node quarter_part(const i18n::Text& tr, const domain::ModerationQuarter& quarter, base::Date today) {
    const auto from = domain::first_day(quarter.quarter), until = domain::last_day(quarter.quarter);
    const auto id = "from-" + base::print(from);
    Nodes parts{doc::text(Tag::H2, Style::Heading, tr(msg::moderation_quarter, {.first_day = from, .last_day = until}),
                          {.attributes = {{Attribute::Id, id}}})};
    if (until >= today) parts.push_back(paragraph(Style::Note, tr(msg::moderation_so_far)));
    Nodes rows;
    for (const auto what : domain::moderation_counts)
        rows.push_back(pages::fact_row(tr, term_of(what), count_words(tr, domain::shown(quarter, what))));
    if (const auto hours = domain::shown_hours_held(quarter))
        rows.push_back(pages::fact_row(tr, msg::moderation_median, hours_words(tr, *hours)));
    parts.push_back(doc::block(Tag::Dl, Style::Facts, std::move(rows)));
    if (auto declined = declined_rows(tr, quarter); !declined.empty()) {
        parts.push_back(doc::text(Tag::H3, Style::Subheading, tr(msg::moderation_declined)));
        parts.push_back(doc::block(Tag::Dl, Style::Facts, std::move(declined)));
    }
    return doc::block(Tag::Section, Style::Panel, std::move(parts),
                      {.key = id, .attributes = {{Attribute::AriaLabelledBy, id}}});
}

}  // namespace

doc::Document moderation_page(const i18n::Text& tr, const routes::Moderation& route, const ModerationData& data) {
    const auto city = data.district.city.in(tr.language());
    const auto words = tr(msg::moderation_title, {.district = city});
    Nodes parts{pages::title(words), paragraph(Style::Lead, tr(msg::moderation_lead)), rules(tr, data.rules)};
    if (data.quarters.empty())
        parts.push_back(pages::empty_state(tr, Tag::H2, msg::moderation_none_title, msg::moderation_none));
    else parts.push_back(paragraph(Style::Body, tr(msg::moderation_counting)));
    for (const auto& quarter : data.quarters) parts.push_back(quarter_part(tr, quarter, data.today));
    parts.push_back(pages::lone_link(routes::address_of(routes::Participate{tr.language(), route.district, {}}),
                                     tr(msg::voice_back, {.district = city})));
    return pages::frame(tr, pages::frame_of(route, i18n::plain(words), &data.district), std::move(parts));
}

}  // namespace desk
