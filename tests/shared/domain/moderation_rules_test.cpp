#include "shared/domain/moderation_rules.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using domain::Concern;
using domain::ModerationRules;
using domain::PortalRule;
using domain::RuleProblem;
using Names = std::vector<std::string>;

namespace {

Names all_concerns() {
    Names names;
    for (std::size_t i = 0; i < domain::concern_count; ++i)
        names.emplace_back(domain::name_of(static_cast<Concern>(i)));
    return names;
}

ModerationRules all_off() {
    ModerationRules rules;
    for (const auto rule : domain::portal_rules) rules.set(rule, false);
    return rules;
}

std::expected<ModerationRules, RuleProblem> choose(const ModerationRules& rules, const Names& shown,
                                                   const Names& ticked) {
    return domain::choose(rules, shown, ticked);
}

}  // namespace

TEST_SUITE("shared/domain/moderation_rules") {
    TEST_CASE("each concern is fixed for one reason or chosen by one rule; what is private is for the court alone") {
        for (std::size_t i = 0; i < domain::concern_count; ++i) {
            const auto concern = static_cast<Concern>(i);
            CAPTURE(domain::name_of(concern));
            CHECK(domain::fixed_for(concern).has_value() != domain::rule_of(concern).has_value());
            CHECK((domain::fixed_for(concern) == domain::FixedFor::Justice) == domain::is_private(concern));
        }
        Names chosen;
        for (const auto rule : domain::portal_rules) {
            CHECK(domain::parse_portal_rule(domain::name_of(rule)) == rule);
            const auto concern = domain::parse_concern(domain::name_of(rule));
            if (concern) CHECK(domain::rule_of(*concern) == rule);
            chosen.emplace_back(domain::name_of(rule));
        }
        CHECK(chosen == Names{"link-spam", "advertising", "campaign", "likely-harm", "everything-waits"});
    }

    TEST_CASE("by default whatever is seen holds, and what nothing is seen in does not wait") {
        for (const auto& name : all_concerns()) CHECK(domain::what_holds(Names{name}, {}) == Names{name});
        CHECK(domain::what_holds({}, {}).empty());
        CHECK(ModerationRules().switched_off() == domain::Concerns{});
    }

    TEST_CASE("with everything switched off what is fixed still holds, and so does a name that is not known") {
        const auto holding = domain::what_holds(all_concerns(), all_off());
        CHECK(holding == Names{"insult", "threat", "hate", "sexual", "phone-number", "identity-number", "case-number",
                               "about-a-case", "names-judge", "names-party", "accuses-person", "doxing-address",
                               "bribe-offer", "first-contribution"});
        CHECK(domain::what_holds(Names{"link-spam", "no-rules"}, all_off()) == Names{"no-rules"});
        CHECK(std::ranges::count(all_off().switched_off(), true) == 4);
    }

    TEST_CASE("where everything waits, that is the reason alone where there is no other") {
        auto rules = all_off();
        rules.set(PortalRule::EverythingWaits, true);
        CHECK(domain::what_holds({}, rules) == Names{"everything-waits"});
        CHECK(domain::what_holds(Names{"link-spam"}, rules) == Names{"everything-waits"});
        CHECK(domain::what_holds(Names{"link-spam", "insult"}, rules) == Names{"insult"});
    }

    TEST_CASE("a form sets what it shows, and nothing else") {
        ModerationRules before;
        before.set(PortalRule::Campaign, false);
        const auto after = choose(before, {"link-spam", "everything-waits"}, {"everything-waits"});
        REQUIRE(after);
        CHECK_FALSE(after->is_on(PortalRule::LinkSpam));
        CHECK(after->is_on(PortalRule::EverythingWaits));
        CHECK_FALSE(after->is_on(PortalRule::Campaign));
        CHECK(after->is_on(PortalRule::Advertising));
        CHECK_FALSE(after->is_default(PortalRule::EverythingWaits));
        const auto again = choose(*after, {"link-spam", "everything-waits", "campaign"}, {"link-spam", "campaign"});
        REQUIRE(again);
        CHECK(*again == ModerationRules());
    }

    TEST_CASE("what holds everywhere is switched by nobody, and what is not known is refused") {
        for (const auto& name : all_concerns()) {
            if (domain::parse_portal_rule(name)) continue;
            CAPTURE(name);
            CHECK(choose({}, {"link-spam", name}, {}) == std::unexpected(RuleProblem::Fixed));
            CHECK(choose({}, {"link-spam"}, {name}) == std::unexpected(RuleProblem::Fixed));
        }
        CHECK(choose({}, {}, {}) == std::unexpected(RuleProblem::Nothing));
        CHECK(choose({}, {}, {"link-spam"}) == std::unexpected(RuleProblem::Nothing));
        CHECK(choose({}, {"Link-Spam"}, {}) == std::unexpected(RuleProblem::Unknown));
        CHECK(choose({}, {"link-spam"}, {"campaign"}) == std::unexpected(RuleProblem::Unknown));
    }
}
