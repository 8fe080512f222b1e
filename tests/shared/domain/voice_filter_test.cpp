#include "shared/domain/voice_filter.hpp"

#include <doctest/doctest.h>

using domain::ContributionKind;
using domain::TermGroup;
using domain::VoiceFilter;
using domain::VoiceGroup;

namespace {

const std::vector<VoiceGroup> groups{
    {.clock = TermGroup::Late, .kind = ContributionKind::Question, .service = "nationality", .count = 2},
    {.clock = TermGroup::Soon,
     .kind = ContributionKind::Question,
     .service = "",
     .whose = domain::Whose::Mine,
     .count = 3},
    {.clock = std::nullopt, .kind = ContributionKind::Comment, .service = "nationality", .count = 5}};

}  // namespace

TEST_SUITE("shared/domain/voice_filter") {
    TEST_CASE("what is late ended yesterday at the latest; what ends soon ends today or in seven days") {
        const base::Date today{2026, 11, 28};
        CHECK(domain::days_of(TermGroup::Late, today).until == base::Date{2026, 11, 27});
        CHECK(domain::days_of(TermGroup::Soon, today) == domain::TermDays{today, {2026, 12, 5}});
    }

    TEST_CASE("what fits in everything that is asked for is counted") {
        CHECK(domain::count_of(groups, {}) == 10);
        CHECK(domain::count_of(groups, {.clock = TermGroup::Late}) == 2);
        CHECK(domain::count_of(groups, {.clock = TermGroup::Soon}) == 3);
        CHECK(domain::count_of(groups, {.kind = ContributionKind::Question}) == 5);
        CHECK(domain::count_of(groups, {.service = "nationality"}) == 7);
        CHECK(domain::count_of(groups, {.service = ""}) == 3);
        CHECK(domain::count_of(groups, {.kind = ContributionKind::Question, .service = "nationality"}) == 2);
        CHECK(domain::count_of(groups, {.whose = domain::Whose::Mine}) == 3);
        CHECK(domain::count_of(groups, {.whose = domain::Whose::Nobodys}) == 0);
        CHECK(domain::count_of(groups, {.clock = TermGroup::Soon, .service = "nationality"}) == 0);
    }

    TEST_CASE("each service is named once, the district as a whole first") {
        CHECK(domain::services_in(groups) == std::vector<std::string>{"", "nationality"});
        CHECK(domain::services_in({}).empty());
    }

    TEST_CASE("the names of the groups are read as they are written") {
        for (const auto group : domain::term_groups) CHECK(domain::parse_term_group(domain::name_of(group)) == group);
        for (const auto whose : domain::whoses) CHECK(domain::parse_whose(domain::name_of(whose)) == whose);
        CHECK_FALSE(domain::parse_whose("everybody"));
        CHECK_FALSE(domain::parse_term_group("Late"));
        CHECK_FALSE(domain::parse_term_group(""));
        CHECK(VoiceFilter{}.is_any());
        CHECK_FALSE(VoiceFilter{.service = ""}.is_any());
    }
}
