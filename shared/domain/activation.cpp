#include "shared/domain/activation.hpp"

#include <algorithm>

#include "shared/base/language.hpp"
#include "shared/domain/hours.hpp"

namespace domain {
namespace {

constexpr std::array<std::string_view, portal_checks.size()> check_names{
    "home", "sheets", "hours", "contacts", "news", "feedback", "staff", "guide", "accessibility"};
constexpr std::array<std::string_view, declarations.size()> declaration_names{"training", "accessibility"};

// Not in the future, and not longer ago.
bool is_within(const std::optional<base::Date>& day, int days, base::Date today) {
    return day && *day <= today && days_between(*day, today) <= days;
}

CheckResult of_count(PortalCheck check, int found, int wanted) { return {check, found >= wanted, found, wanted, {}}; }

CheckResult of_day(PortalCheck check, const std::optional<base::Date>& day, int days, base::Date today) {
    const bool holds = is_within(day, days, today);
    return {check, holds, holds ? 1 : 0, 1, day};
}

}  // namespace

std::string_view name_of(PortalCheck check) { return check_names[static_cast<std::size_t>(check)]; }
std::string_view name_of(Declaration what) { return declaration_names[static_cast<std::size_t>(what)]; }

std::optional<Declaration> parse_declaration(std::string_view name) {
    const auto found = std::ranges::find(declaration_names, name);
    if (found == declaration_names.end()) return std::nullopt;
    return static_cast<Declaration>(found - declaration_names.begin());
}

std::vector<CheckResult> judge_portal(const PortalFacts& facts, base::Date today) {
    using enum PortalCheck;
    // A district without a court that works has nothing to be open.
    const int courts = std::max(facts.courts, 1);
    auto contacts = of_count(
        Contacts,
        static_cast<int>(std::ranges::count_if(
            facts.contacts_verified, [&](const auto& day) { return is_within(day, contacts_last_days, today); })),
        courts);
    for (const auto& day : facts.contacts_verified)
        if (day && (!contacts.since || *day < *contacts.since)) contacts.since = day;
    auto staff = of_count(
        Staff,
        std::min(facts.editors, 1) + std::min(facts.moderators, 1) + (facts.training_declared.has_value() ? 1 : 0), 3);
    staff.since = facts.training_declared;
    return {of_count(Home, facts.home_languages, static_cast<int>(base::languages.size())),
            of_count(Sheets, facts.whole_sheets, sheets_wanted),
            of_count(Hours, facts.courts_with_hours, courts),
            contacts,
            of_day(News, facts.newest_news, news_last_days, today),
            of_count(Feedback, facts.published_sheets, 1),
            staff,
            of_count(Guide, facts.whole_guides, 1),
            of_day(Accessibility, facts.accessibility_declared, accessibility_lasts_days, today)};
}

bool hold_all(const std::vector<CheckResult>& results) {
    return results.size() == portal_checks.size() && std::ranges::all_of(results, &CheckResult::holds);
}

}  // namespace domain
