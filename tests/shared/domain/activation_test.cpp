#include "shared/domain/activation.hpp"

#include <doctest/doctest.h>

namespace {

using domain::PortalCheck;

constexpr base::Date today{2026, 11, 22};

domain::PortalFacts everything() {
    return {.home_languages = 4,
            .whole_sheets = 10,
            .published_sheets = 10,
            .courts = 2,
            .courts_with_hours = 2,
            .contacts_verified = {base::Date{2026, 11, 1}, base::Date{2026, 8, 24}},  // 90 days ago.
            .newest_news = base::Date{2026, 10, 23},                                  // 30 days ago.
            .editors = 1,
            .moderators = 1,
            .whole_guides = 1,
            .training_declared = base::Date{2024, 1, 1},
            .accessibility_declared = base::Date{2025, 11, 22}};
}

std::vector<PortalCheck> missing_of(const domain::PortalFacts& facts) {
    std::vector<PortalCheck> missing;
    for (const auto& one : domain::judge_portal(facts, today))
        if (!one.holds) missing.push_back(one.check);
    return missing;
}

}  // namespace

TEST_SUITE("shared/domain/activation") {
    TEST_CASE("nine checks hold, on the last day of each too") {
        const auto results = domain::judge_portal(everything(), today);
        CHECK(results.size() == 9);
        CHECK(domain::hold_all(results));
        CHECK_FALSE(domain::hold_all({}));
    }

    TEST_CASE("what lacks one thing lacks one check, and no other") {
        struct Row {
            PortalCheck check;
            void (*spoil)(domain::PortalFacts&);
        };
        using Facts = domain::PortalFacts;
        const Row rows[] = {
            {PortalCheck::Home, [](Facts& facts) { facts.home_languages = 3; }},
            {PortalCheck::Sheets, [](Facts& facts) { facts.whole_sheets = 9; }},
            {PortalCheck::Hours, [](Facts& facts) { facts.courts_with_hours = 1; }},
            {PortalCheck::Contacts, [](Facts& facts) { facts.contacts_verified.pop_back(); }},
            {PortalCheck::Contacts, [](Facts& facts) { facts.contacts_verified[0] = base::Date{2026, 8, 23}; }},
            {PortalCheck::Contacts, [](Facts& facts) { facts.contacts_verified[0].reset(); }},
            {PortalCheck::News, [](Facts& facts) { facts.newest_news = base::Date{2026, 10, 22}; }},
            {PortalCheck::News, [](Facts& facts) { facts.newest_news = base::Date{2026, 11, 23}; }},
            {PortalCheck::News, [](Facts& facts) { facts.newest_news.reset(); }},
            {PortalCheck::Feedback, [](Facts& facts) { facts.published_sheets = 0; }},
            {PortalCheck::Staff, [](Facts& facts) { facts.editors = 0; }},
            {PortalCheck::Staff,
             [](Facts& facts) {
                 facts.moderators = 0;
                 facts.editors = 2;
             }},
            {PortalCheck::Staff, [](Facts& facts) { facts.training_declared.reset(); }},
            {PortalCheck::Guide, [](Facts& facts) { facts.whole_guides = 0; }},
            {PortalCheck::Accessibility, [](Facts& facts) { facts.accessibility_declared = base::Date{2025, 11, 21}; }},
            {PortalCheck::Accessibility, [](Facts& facts) { facts.accessibility_declared.reset(); }}};
        for (const auto& row : rows) {
            CAPTURE(domain::name_of(row.check));
            auto facts = everything();
            row.spoil(facts);
            CHECK(missing_of(facts) == std::vector{row.check});
        }
    }

    TEST_CASE("what does not hold never shows as found in full") {
        auto facts = everything();
        facts.training_declared.reset();
        facts.contacts_verified = {base::Date{2026, 8, 23}, base::Date{2026, 11, 1}};
        for (const auto& one : domain::judge_portal(facts, today)) {
            CAPTURE(domain::name_of(one.check));
            CHECK(one.holds == (one.found >= one.wanted));
            if (one.check == PortalCheck::Staff) CHECK(one.found == 2);
            if (one.check == PortalCheck::Staff) CHECK(one.wanted == 3);
            if (one.check == PortalCheck::Contacts) CHECK(one.found == 1);
            if (one.check == PortalCheck::Contacts) CHECK(one.since == base::Date{2026, 8, 23});
        }
    }

    TEST_CASE("a district without a court that works has no hours and no contacts") {
        auto facts = everything();
        facts.courts = facts.courts_with_hours = 0;
        facts.contacts_verified.clear();
        CHECK(missing_of(facts) == std::vector{PortalCheck::Hours, PortalCheck::Contacts});
    }
}
