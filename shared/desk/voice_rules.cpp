#include "shared/desk/voice_rules.hpp"

#include <array>
#include <utility>
#include <vector>

#include "shared/desk/item_fields.hpp"
#include "shared/desk/voice_words.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/form_parts.hpp"
#include "shared/pages/parts.hpp"

namespace desk {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;
using domain::FixedFor;
using domain::RuleProblem;
using pages::paragraph;
using Nodes = std::vector<doc::Node>;

constexpr std::string_view choice_id = "choice";

i18n::Key words_of(RuleProblem problem) {
    switch (problem) {
        case RuleProblem::Nothing: return msg::voice_rules_nothing;
        case RuleProblem::Unknown: return msg::voice_rules_unknown;
        case RuleProblem::Fixed: break;
    }
    return msg::voice_rules_fixed;
}

struct FixedWords {
    i18n::Key title, why;
};
FixedWords words_of(FixedFor why) {
    switch (why) {
        case FixedFor::Justice: return {msg::voice_rules_justice_title, msg::voice_rules_justice};
        case FixedFor::Privacy: return {msg::voice_rules_privacy_title, msg::voice_rules_privacy};
        case FixedFor::Dignity:
        case FixedFor::Unasked: break;
    }
    return {msg::voice_rules_dignity_title, msg::voice_rules_dignity};
}

doc::Text last_saved(const i18n::Text& tr, const VoiceRulesData& data) {
    if (!data.set_on) return tr(msg::voice_rules_never);
    if (data.set_by.empty()) return tr(msg::voice_rules_set, {.date = *data.set_on});
    return tr(msg::voice_rules_set_by, {.date = *data.set_on, .name = data.set_by});
}

doc::Node tick(const i18n::Text& tr, domain::PortalRule rule, bool is_on) {
    const std::string name(domain::name_of(rule));
    return check_option(name, std::string(ticked_rule_field), name, tr(desk::words_of(rule)), is_on);
}

doc::Node choice_form(const i18n::Text& tr, const routes::VoiceRules& route, const VoiceRulesData& data) {
    Nodes ticks{doc::text(Tag::Legend, Style::Legend, tr(msg::moderation_held_title))};
    for (const auto rule : domain::portal_rules) ticks.push_back(tick(tr, rule, data.rules.is_on(rule)));
    Nodes parts{doc::block(Tag::Fieldset, Style::FieldSet, std::move(ticks), {.key = "rules"})};
    if (data.problem) parts.insert(parts.begin(), paragraph(Style::FieldError, tr(words_of(*data.problem))));
    for (const auto rule : domain::portal_rules) {
        const std::string name(domain::name_of(rule));
        parts.push_back(doc::control(Tag::Input, Style::Hidden,
                                     {.key = "shown-" + name,
                                      .attributes = {{Attribute::Type, "hidden"},
                                                     {Attribute::Name, std::string(shown_rule_field)},
                                                     {Attribute::Value, name}}}));
    }
    parts.push_back(pages::submit_button(tr(msg::voice_rules_save)));
    return pages::post_form(routes::address_of(routes::VoiceRules{route.language, route.desk, {}}), "save",
                            std::string(choice_id), std::move(parts));
}

// For who reads them only.
Nodes choice_lists(const i18n::Text& tr, const domain::ModerationRules& rules) {
    Nodes parts{paragraph(Style::Note, tr(msg::voice_rules_who))};
    for (const bool is_on : {true, false}) {
        std::vector<i18n::Key> keys;
        for (const auto rule : domain::portal_rules)
            if (is_on ? rules.is_on(rule) : rules.lets_out(rule)) keys.push_back(desk::words_of(rule));
        if (keys.empty()) continue;
        parts.push_back(
            doc::text(Tag::H3, Style::Subheading, tr(is_on ? msg::moderation_held_title : msg::moderation_off_title)));
        parts.push_back(rule_list(tr, keys));
    }
    return parts;
}

doc::Node choice_section(const i18n::Text& tr, const routes::VoiceRules& route, const VoiceRulesData& data) {
    Nodes parts{doc::text(Tag::H2, Style::Heading, tr(msg::voice_rules_choice),
                          {.attributes = {{Attribute::Id, std::string(choice_id)}, {Attribute::TabIndex, "-1"}}}),
                paragraph(Style::Meta, last_saved(tr, data))};
    if (data.may_set) {
        parts.push_back(paragraph(Style::Body, tr(msg::voice_rules_choice_lead)));
        parts.push_back(choice_form(tr, route, data));
    } else
        for (auto& part : choice_lists(tr, data.rules)) parts.push_back(std::move(part));
    return doc::block(
        Tag::Section, Style::Part, std::move(parts),
        {.key = std::string(choice_id), .attributes = {{Attribute::AriaLabelledBy, std::string(choice_id)}}});
}

doc::Node always_section(const i18n::Text& tr) {
    Nodes parts;
    for (const auto why : domain::fixed_for_all) {
        const auto words = words_of(why);
        parts.push_back(doc::text(Tag::H3, Style::Subheading, tr(words.title)));
        parts.push_back(paragraph(Style::Body, tr(words.why)));
        std::vector<i18n::Key> keys;
        for (std::size_t i = 0; i < domain::concern_count; ++i)
            if (const auto concern = static_cast<domain::Concern>(i); domain::fixed_for(concern) == why)
                keys.push_back(words_of_concern(domain::name_of(concern)));
        parts.push_back(rule_list(tr, keys));
    }
    parts.push_back(doc::text(Tag::H3, Style::Subheading, tr(msg::voice_rules_programs_title)));
    parts.push_back(paragraph(Style::Body, tr(msg::moderation_held_program)));
    return pages::section(tr, "always", msg::voice_rules_always, std::move(parts));
}

}  // namespace

i18n::Key words_of(domain::PortalRule rule) {
    constexpr std::array keys{msg::moderation_rule_link_spam, msg::moderation_rule_advertising,
                              msg::moderation_rule_campaign, msg::moderation_rule_likely_harm,
                              msg::moderation_rule_everything_waits};
    static_assert(keys.size() == domain::portal_rules.size());
    return keys[static_cast<std::size_t>(rule)];
}

doc::Node rule_list(const i18n::Text& tr, std::span<const i18n::Key> rules) {
    Nodes lines;
    for (const auto rule : rules)
        lines.push_back(doc::block(Tag::Li, Style::Entry, {paragraph(Style::CardText, tr(rule))}));
    return pages::list(Tag::Ul, Style::Entries, std::move(lines));
}

doc::Document voice_rules_page(const i18n::Text& tr, const routes::VoiceRules& route, const VoiceRulesData& data) {
    const auto city = data.district.city.in(tr.language());
    const auto words = tr(msg::voice_rules, {.district = city});
    Nodes parts{pages::title(words)};
    if (data.is_saved)
        parts.push_back(doc::block(Tag::Section, Style::Panel, {paragraph(Style::Body, tr(msg::voice_rules_saved))},
                                   {.key = "news", .attributes = {{Attribute::Role, "status"}}}));
    if (data.problem)
        parts.push_back(pages::error_summary(tr, {{std::string(choice_id), tr(words_of(*data.problem))}}));
    parts.push_back(paragraph(Style::Lead, tr(msg::voice_rules_lead)));
    parts.push_back(choice_section(tr, route, data));
    parts.push_back(always_section(tr));
    parts.push_back(pages::lone_link(routes::address_of(routes::Moderation{tr.language(), route.desk}),
                                     tr(msg::moderation_title, {.district = city})));
    parts.push_back(
        pages::lone_link(routes::address_of(routes::DeskRoom{tr.language(), route.desk, routes::Room::Voice, {}}),
                         tr(msg::voice_inbox, {.district = city})));
    auto title = i18n::plain(words);
    if (data.problem) title = i18n::plain(tr(msg::error_page_title, {.title = title}));
    return pages::frame(tr, pages::frame_of(route, std::move(title)), std::move(parts));
}

}  // namespace desk
