// The page of the rules of moderation, and what the public reads of them.
#include <algorithm>
#include <doctest/doctest.h>

#include "shared/desk/voice_words.hpp"
#include "shared/document/html.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "tests/support/moderation_screens.hpp"

namespace {

const i18n::Text english(base::Language::En);
const routes::VoiceRules route{base::Language::En, "rabat", {}};

std::string page(const desk::VoiceRulesData& data) {
    return doc::to_html(desk::voice_rules_page(english, route, data));
}

std::string report(const domain::ModerationRules& rules) {
    return doc::to_html(desk::moderation_page(english, routes::Moderation{base::Language::En, "rabat"},
                                              {.district = test::a_listening_district(), .rules = rules}));
}

std::string words(i18n::Key key) { return english(key).text; }

domain::ModerationRules without(domain::PortalRule rule) {
    domain::ModerationRules rules;
    rules.set(rule, false);
    return rules;
}

}  // namespace

TEST_SUITE("shared/desk/voice_rules") {
    TEST_CASE("who may choose has a box for each rule that is chosen, ticked as it is, and none for what is fixed") {
        for (const auto rule : domain::portal_rules) {
            desk::VoiceRulesData data{.district = test::a_listening_district(), .may_set = true};
            for (const bool is_on : {true, false}) {
                data.rules.set(rule, is_on);
                const auto html = page(data);
                const std::string name(domain::name_of(rule));
                CAPTURE(name);
                const auto at = html.find("id=\"on-" + name + "\"");
                REQUIRE(at != std::string::npos);
                const auto begin = html.rfind('<', at);
                CHECK(html.substr(begin, html.find('>', at) - begin).contains("checked") == is_on);
                CHECK(html.contains("name=\"rule\" value=\"" + name + "\""));
                CHECK(html.contains(words(desk::words_of(rule))));
            }
        }
        const auto html = page({.district = test::a_listening_district(), .may_set = true});
        for (std::size_t i = 0; i < domain::concern_count; ++i) {
            const auto concern = static_cast<domain::Concern>(i);
            if (domain::rule_of(concern)) continue;
            const std::string name(domain::name_of(concern));
            CAPTURE(name);
            CHECK_FALSE(html.contains("value=\"" + name + "\""));
            const bool is_told = html.contains(words(desk::words_of_concern(name)));
            CHECK(is_told == (domain::fixed_for(concern) != domain::FixedFor::Unasked));
        }
        for (const auto why : {msg::voice_rules_justice, msg::voice_rules_privacy, msg::voice_rules_dignity})
            CHECK(html.contains(words(why)));
    }

    TEST_CASE("who may not choose reads what is read first and what is not, and has no form") {
        const auto html =
            page({.district = test::a_listening_district(), .rules = without(domain::PortalRule::LinkSpam)});
        CHECK_FALSE(html.contains("checkbox"));
        CHECK(html.contains(words(msg::voice_rules_who)));
        const auto off = html.find(words(msg::moderation_off_title));
        REQUIRE(off != std::string::npos);
        CHECK(html.find(words(msg::moderation_rule_link_spam)) > off);
        CHECK(html.find(words(msg::moderation_rule_advertising)) < off);
        // What is off by itself is not said to be let out.
        CHECK_FALSE(page({.district = test::a_listening_district()}).contains(words(msg::moderation_off_title)));
    }

    TEST_CASE("the public reads the rules as they are in this portal") {
        CHECK_FALSE(report({}).contains(words(msg::moderation_off_title)));
        CHECK_FALSE(report({}).contains(words(msg::moderation_rule_everything_waits)));
        const auto html = report(without(domain::PortalRule::LinkSpam));
        const auto off = html.find(words(msg::moderation_off_title));
        REQUIRE(off != std::string::npos);
        CHECK(html.find(words(msg::moderation_rule_link_spam)) > off);
        CHECK(html.find(words(msg::moderation_rule_campaign)) < off);
        domain::ModerationRules strict;
        strict.set(domain::PortalRule::EverythingWaits, true);
        CHECK(report(strict).contains(words(msg::moderation_rule_everything_waits)));
        strict.set(domain::PortalRule::LinkSpam, false);
        CHECK_FALSE(report(strict).contains(words(msg::moderation_off_title)));
    }

    TEST_CASE("what was seen and holds nothing is not said to be why a person reads it first") {
        desk::DeskVoiceData data{.district = test::a_listening_district(), .voice = test::a_voice()};
        data.noted = {"link-spam"};
        const auto html =
            doc::to_html(desk::desk_voice_page(english, routes::DeskVoice{base::Language::En, "rabat", "17"}, data));
        CHECK(html.contains(words(msg::voice_noted)));
        CHECK(html.contains(words(msg::voice_concern_link_spam)));
        CHECK_FALSE(html.contains(words(msg::voice_concerns)));
    }
}
