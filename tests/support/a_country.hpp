// Builders of what concerns the whole country: a test names only what matters to it.
#pragma once

#include <string>
#include <vector>

#include "shared/domain/national.hpp"
#include "tests/support/a_publication.hpp"

namespace test {

inline domain::District an_unstaffed_district() {
    auto district = a_district();
    district.id = domain::DistrictId("sidi-kacem");
    district.city = {"سيدي قاسم", "", "Sidi Kacem", "Sidi Kacem"};
    district.operational = false;
    district.source = "Copies publiques, à vérifier au Bulletin officiel";
    return district;
}

inline std::vector<domain::District> some_districts() {
    auto fes = a_district();
    fes.id = domain::DistrictId("fes");
    fes.city = {"فاس", "ⴼⴰⵙ", "Fès", "Fez"};
    return {rabat(), std::move(fes), an_unstaffed_district()};
}

inline domain::Notice a_notice() {
    return {.id = "trial",
            .title = {"نسخة تجريبية", "ⵜⵓⵏⵖⵉⵍⵜ ⵏ ⵉⵔⵎ", "Version d’essai", "Trial version"},
            .text = words("Check with your court"),
            .from = {2026, 11, 1},
            .to = {2026, 12, 31}};
}

inline domain::LegalDocument a_legal_document(std::string id, std::string address) {
    return {.id = std::move(id),
            .title = {"قانون", "ⴰⵣⵔⴼ", "Loi 31-13", "Law 31-13"},
            .summary = words("You may ask for any document"),
            .source = "Bulletin officiel 6655",
            .address = std::move(address)};
}

inline domain::National a_country() {
    using enum domain::Progress;
    return {.notices = {a_notice()},
            .progress = {{words("Model"), {2026, 6, 30}, Done}, {words("Three districts"), {2026, 12, 31}, Underway}},
            .documents = {a_legal_document("law-31-13", "https://law.example/31-13"), a_legal_document("decree", "")}};
}

}  // namespace test
