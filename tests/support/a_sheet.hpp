// Builders of pages' data: a test names only what matters to it.
#pragma once

#include <format>
#include <string>
#include <utility>
#include <vector>

#include "shared/pages/receipt.hpp"
#include "shared/pages/sheet.hpp"

namespace test {

// The same words in each language, marked with its code: "Fee (fr)".
inline base::LocalizedText words(const std::string& text) {
    return {text + " (ar)", text + " (zgh)", text + " (fr)", text + " (en)"};
}

inline domain::Fact an_example(base::LocalizedText text) {
    return {.text = std::move(text), .provenance = {.standing = domain::Standing::Example, .source = {}}};
}

inline domain::Fact a_sourced_fact(base::LocalizedText text, std::string source = "Bulletin officiel 7108") {
    return {.text = std::move(text),
            .provenance = {.standing = domain::Standing::Sourced, .source = std::move(source)}};
}

inline domain::District a_district() {
    return {.id = domain::DistrictId("rabat"),
            .city = {"الرباط", "ⵕⵕⴱⴰⵟ", "Rabat", "Rabat"},
            .court_of_appeal = words("Court of appeal"),
            .region = words("Region"),
            .source = "Decree",
            .courts = {}};
}

inline domain::ServiceSheet a_service_sheet() {
    return {.id = domain::ServiceId("registry-extract"),
            .district = domain::DistrictId("rabat"),
            .title = {"مستخرج من السجل", "ⴰⴳⵣⵓⵍ ⵏ ⵓⴷⵍⵉⵙ", "Extrait du registre", "Extract of the register"},
            .short_title = words("Extract"),
            .summary = words("What the register says of you"),
            .papers = {{an_example(words("Identity card"))}, {a_sourced_fact(words("Filled form"))}},
            .steps = {{.title = an_example(words("Ask")), .detail = an_example(words("At counter 3, or by post"))},
                      {.title = an_example(words("Come back")), .detail = an_example(words("With the slip"))}},
            .who = an_example(words("Anybody")),
            .fee = a_sourced_fact(words("20 dirhams")),
            .delay = an_example(words("48 hours")),
            .where = an_example(words("Counter 3")),
            .legal_basis = a_sourced_fact(words("Law 55-19")),
            .online_address = "https://register.example/ask?a=1&b=2",
            .last_checked = base::Date{2026, 9, 20}};
}

// What a court wrote, and has not looked at for long.
inline domain::ServiceSheet an_outdated_sheet() {
    auto sheet = a_service_sheet();
    sheet.papers[0].copies = 2;
    sheet.papers[0].holds_until = base::Date{2026, 9, 1};
    sheet.papers[0].is_outdated = true;
    sheet.papers[1].holds_until = base::Date{2027, 3, 1};
    sheet.fee.holds_until = base::Date{2026, 9, 1};
    sheet.fee.is_outdated = true;
    sheet.where.holds_until = base::Date{2027, 2, 1};
    sheet.last_checked.reset();
    sheet.appeal = an_example(words("To the head of the court, within 30 days"));
    return sheet;
}

inline domain::ServiceSummary a_service(std::string id) {
    return {.id = domain::ServiceId(id), .short_title = words(id), .summary = words("About " + id)};
}

inline pages::SheetData sheet_data(domain::ServiceSheet sheet = a_service_sheet()) {
    return {.district = a_district(),
            .sheet = std::move(sheet),
            .services = {a_service("registry-extract"), a_service("nationality")}};
}

inline pages::SheetPage a_sheet_page(
    base::Language language, pages::Answer<pages::SheetData> answer = sheet_data(),
    pages::RatingForm form = {.draft = {.level = {}, .completed = {}, .reasons = {}, .text = {}, .key = "key-1"},
                              .errors = {}}) {
    return {.route = {language, "rabat", "registry-extract"}, .answer = std::move(answer), .form = std::move(form)};
}

inline domain::RatingDraft a_filled_draft() {
    return {.level = "4",
            .completed = "partly",
            .reasons = {"waiting", "cost"},
            .text = "Ligne une\nسطر ثان 12",
            .key = "key-1"};
}

inline domain::Receipt a_receipt() {
    return {.code = domain::ReceiptCode::from_random(12'345'678'901'234),
            .district = domain::DistrictId("rabat"),
            .service = domain::ServiceId("registry-extract"),
            .rating = {.level = 4,
                       .completed = domain::Completed::Partly,
                       .reasons = {domain::Reason::Waiting, domain::Reason::Cost},
                       .text = "Ligne une\nسطر ثان 12"},
            .language = base::Language::Fr,
            .received_at = {1'795'000'000'000},
            .received_on = {2026, 11, 18}};
}

inline pages::ReceiptPage a_receipt_page(base::Language language, domain::Receipt receipt = a_receipt()) {
    return {.route = {language, receipt.code.hyphenated()},
            .answer = pages::ReceiptData{.receipt = std::move(receipt), .service = words("Extract")}};
}

}  // namespace test
