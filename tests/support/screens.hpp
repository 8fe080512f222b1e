// Every page in every state that a reader can meet, by name.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "shared/pages/notice.hpp"
#include "tests/support/a_sheet.hpp"
#include "tests/support/account_screens.hpp"
#include "tests/support/district_screens.hpp"
#include "tests/support/item_screens.hpp"
#include "tests/support/moderation_screens.hpp"
#include "tests/support/national_screens.hpp"
#include "tests/support/portal_screens.hpp"

namespace test {

inline constexpr std::string_view somewhere = "/fr/nowhere/at/all";

inline pages::ReceiptPage a_refused_receipt(base::Language language, pages::ReceiptTrouble trouble) {
    return {.route = {language, "1234-5678-9012-3456"},
            .answer = pages::ReceiptRefusal{.trouble = trouble, .wait_minutes = 7}};
}

inline domain::Receipt a_silent_receipt() {
    auto receipt = a_receipt();
    receipt.rating.completed.reset();
    receipt.rating.reasons.clear();
    receipt.rating.text.clear();
    return receipt;
}

inline Screens notices(const i18n::Text& tr) {
    using base::ErrorCode;
    const auto addresses = pages::addresses_of(somewhere);
    return {{"not-found", pages::not_found_page(tr, addresses)},
            {"loading", pages::loading_page(tr, addresses)},
            {"unavailable", pages::error_page(tr, addresses, {ErrorCode::Unavailable, "the disk"})},
            {"offline", pages::error_page(tr, addresses, {ErrorCode::Offline, "no network"})},
            {"forbidden", pages::error_page(tr, addresses, {ErrorCode::Unauthorised, "another district"})}};
}

inline Screens sheets(const i18n::Text& tr) {
    using domain::RatingField;
    using domain::RatingProblem;
    const auto language = tr.language();
    pages::RatingForm refused{
        .draft = a_filled_draft(),
        .errors = {{RatingField::Level, RatingProblem::LevelUnknown}, {RatingField::Text, RatingProblem::TextTooLong}}};
    pages::RatingForm sending{.draft = a_filled_draft(), .errors = {}, .sending = true};
    return {{"sheet", pages::sheet_page(tr, a_sheet_page(language))},
            {"sheet-outdated", pages::sheet_page(tr, a_sheet_page(language, sheet_data(an_outdated_sheet())))},
            {"sheet-loading", pages::sheet_page(tr, a_sheet_page(language, pages::Loading{}))},
            {"sheet-refused", pages::sheet_page(tr, a_sheet_page(language, sheet_data(), refused))},
            {"sheet-sending", pages::sheet_page(tr, a_sheet_page(language, sheet_data(), sending))}};
}

inline Screens receipts(const i18n::Text& tr) {
    using pages::ReceiptTrouble;
    const auto language = tr.language();
    const auto refused = [&](ReceiptTrouble trouble) {
        return pages::receipt_page(tr, a_refused_receipt(language, trouble));
    };
    return {{"receipt", pages::receipt_page(tr, a_receipt_page(language))},
            {"receipt-silent", pages::receipt_page(tr, a_receipt_page(language, a_silent_receipt()))},
            {"receipt-unknown", refused(ReceiptTrouble::Unknown)},
            {"receipt-mistyped", refused(ReceiptTrouble::Mistyped)},
            {"receipt-too-many", refused(ReceiptTrouble::TooMany)}};
}

inline Screens screens(base::Language language) {
    const i18n::Text tr(language);
    Screens all;
    for (auto* group :
         {sheets,          receipts,     notices,     homes,          nationals,          district_homes,  listings,
          entries,         accounts,     desks,       item_editors,   item_lists,         parity_boards,   duty_lists,
          portal_openings, portal_desks, copy_lists,  glossaries,     participations,     contributions,   follows,
          inboxes,         bulk_pages,   desk_voices, need_registers, moderation_reports, moderation_rules})
        for (auto& screen : group(tr)) all.push_back(std::move(screen));
    return all;
}

}  // namespace test
