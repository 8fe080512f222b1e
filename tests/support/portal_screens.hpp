// A portal that is being prepared, and one that has opened: what the public sees, and what its desk does.
#pragma once

#include "shared/desk/opening.hpp"
#include "shared/pages/opening.hpp"
#include "tests/support/a_country.hpp"
#include "tests/support/screen.hpp"

namespace test {

inline domain::District a_prepared_district() {
    auto district = rabat();
    district.preparing = true;
    return district;
}

inline domain::PortalFacts all_portal_facts() {
    const base::Date day{2026, 11, 3};
    return {.home_languages = 4,
            .whole_sheets = 12,
            .published_sheets = 14,
            .courts = 3,
            .courts_with_hours = 3,
            .contacts_verified = {day, day, day},
            .newest_news = day,
            .editors = 2,
            .moderators = 1,
            .whole_guides = 1,
            .training_declared = day,
            .accessibility_declared = day};
}

inline std::vector<domain::Remark> some_remarks() {
    return {{.page = "/d/rabat/courts",
             .text = "Les horaires <b>manquent</b>.\nلا توجد مواقيت الجمعة.",
             .on = {2026, 11, 9},
             .answer = "Ils y sont depuis hier.",
             .answered_by = domain::Role::Editor,
             .answered_on = base::Date{2026, 11, 10}},
            {.page = "/d/rabat/services/nationality",
             .text = "ⵓⵔ ⵉⵍⵍⵉ ⵡⴰⵜⵉⴳ.",
             .role = domain::Role::CourtHead,
             .on = {2026, 11, 11}}};
}

inline Screens portal_openings(const i18n::Text& tr) {
    const routes::Opening route{tr.language(), "rabat"};
    constexpr base::Date day{2026, 11, 20};
    const auto page = [&](const domain::District& district, const domain::PortalReport& report) {
        return pages::opening_page(tr, route, {district, report});
    };
    auto open = rabat();
    open.active_since = day;
    return {{"portal", page(open, {.active_since = day,
                                   .act = "Décision 12/2026",
                                   .checks = domain::judge_portal(all_portal_facts(), day),
                                   .remarks = some_remarks()})},
            {"portal-preparing", page(a_prepared_district(), {})},
            {"portal-unwritten", page(rabat(), {})}};
}

inline Screens portal_desks(const i18n::Text& tr) {
    constexpr base::Date day{2026, 11, 20};
    const auto preparing = a_prepared_district();
    const routes::DeskRoom opening_room{tr.language(), "rabat", routes::Room::Opening, {}};
    const routes::DeskRoom remarks_room{tr.language(), "rabat", routes::Room::Remarks, {}};
    auto few = all_portal_facts();
    few.whole_guides = few.moderators = 0;
    few.newest_news.reset();
    const auto opening = [&](desk::OpeningData data) { return desk::opening_page(tr, opening_room, data); };
    const auto remarks = [&](desk::RemarksData data) {
        int number = 0;
        for (const auto& remark : some_remarks()) data.remarks.push_back({std::to_string(++number), remark});
        return desk::remarks_page(tr, remarks_room, data);
    };
    return {{"opening", opening({.district = preparing, .checks = domain::judge_portal(few, day), .may_act = true})},
            {"opening-ready", opening({.district = preparing,
                                       .checks = domain::judge_portal(all_portal_facts(), day),
                                       .may_act = true,
                                       .fault = desk::TextFault::Missing})},
            {"opening-all", opening({.district = preparing,
                                     .checks = domain::judge_portal(few, day),
                                     .portals = {{"rabat", preparing.city, true, {}, 6},
                                                 {"fes", preparing.city, false, day, 9},
                                                 {"taza", preparing.city, false, {}, 4}}})},
            {"remarks", remarks({.district = preparing, .may_leave = true, .may_answer = true})},
            {"remarks-wrong", remarks({.district = preparing,
                                       .may_leave = true,
                                       .typed_page = "/fr/d/fes",
                                       .typed = "Les horaires",
                                       .fault = desk::TextFault::Page})}};
}

}  // namespace test
