// How the portal of a district comes to life: nine checks, computed from what is stored, and the act that follows them.
// Indicator 3 of the commitment counts by these checks.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.hpp"
#include "shared/domain/account.hpp"

namespace domain {

enum class PortalCheck : std::uint8_t {
    Home,           // Its words stand in four languages.
    Sheets,         // So many services have whole sheets.
    Hours,          // Every court that works has hours today.
    Contacts,       // Every court's contacts were verified of late.
    News,           // There is something new.
    Feedback,       // People can say how a service went.
    Staff,          // An editor and a moderator work there, and the head declares them trained.
    Guide,          // One in four languages.
    Accessibility,  // The head declares that people tried the portal; what a program can try is tried at each build.
};
inline constexpr std::array portal_checks{PortalCheck::Home,     PortalCheck::Sheets, PortalCheck::Hours,
                                          PortalCheck::Contacts, PortalCheck::News,   PortalCheck::Feedback,
                                          PortalCheck::Staff,    PortalCheck::Guide,  PortalCheck::Accessibility};
std::string_view name_of(PortalCheck check);  // "home"

// What no program can see.
enum class Declaration : std::uint8_t { Training, Accessibility };
inline constexpr std::array declarations{Declaration::Training, Declaration::Accessibility};
std::string_view name_of(Declaration what);  // "training"
std::optional<Declaration> parse_declaration(std::string_view name);

inline constexpr int sheets_wanted = 10;
inline constexpr int contacts_last_days = 90;
inline constexpr int news_last_days = 30;
inline constexpr int accessibility_lasts_days = 365;

// What is stored of a district on one day.
struct PortalFacts {
    int home_languages = 0;
    int whole_sheets = 0;      // Published, in four languages.
    int published_sheets = 0;  // Each carries the form for feedback.
    int courts = 0;            // That work.
    int courts_with_hours = 0;
    // Of each court that works and has contacts: the day; nothing where nobody has looked at them.
    std::vector<std::optional<base::Date>> contacts_verified{};
    std::optional<base::Date> newest_news;
    int editors = 0;
    int moderators = 0;
    int whole_guides = 0;
    std::optional<base::Date> training_declared;
    std::optional<base::Date> accessibility_declared;
};

struct CheckResult {
    PortalCheck check = PortalCheck::Home;
    bool holds = false;
    int found = 0;
    int wanted = 1;
    std::optional<base::Date> since;  // The day that decides, where there is one.
    bool operator==(const CheckResult&) const = default;
};
// In the order of portal_checks.
std::vector<CheckResult> judge_portal(const PortalFacts& facts, base::Date today);
// Whether there are nine and all hold.
bool hold_all(const std::vector<CheckResult>& results);

inline constexpr std::size_t remark_limit = 2'000;  // Code points; of an answer, too.
inline constexpr std::size_t act_limit = 300;       // Code points.

// What a partner said of a page, and what the court answered. Of people nothing but the kind of their role.
struct Remark {
    std::string page;  // Its address without the language: "/d/rabat/news".
    std::string text;
    Role role = Role::Partner;
    base::Date on;
    std::string answer{};  // Empty: open.
    std::optional<Role> answered_by{};
    std::optional<base::Date> answered_on{};
    bool operator==(const Remark&) const = default;
};

// How a portal came to life, as it is published with its activation.
struct PortalReport {
    std::optional<base::Date> active_since;  // Nothing while it is being prepared.
    std::string act;                         // That says so: number and date of the decision.
    std::vector<CheckResult> checks;         // As they were on that day; empty where nothing was checked.
    std::vector<Remark> remarks;             // Oldest first.
    bool operator==(const PortalReport&) const = default;
};

}  // namespace domain
