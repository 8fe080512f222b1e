// The receipt of a rating: its number, when it came, and what was sent.
#pragma once

#include "shared/domain/rating.hpp"
#include "shared/pages/answer.hpp"
#include "shared/pages/frame.hpp"

namespace pages {

struct ReceiptData {
    domain::Receipt receipt;
    base::LocalizedText service;  // Short title of the service.
};

enum class ReceiptTrouble : std::uint8_t {
    Unknown,   // No receipt has this number.
    Mistyped,  // The check digits do not fit: said before any look-up.
    TooMany,   // Too many unknown numbers from this network.
};
struct ReceiptRefusal {
    ReceiptTrouble trouble = ReceiptTrouble::Unknown;
    int wait_minutes = 0;  // Of TooMany.
};

struct ReceiptPage {
    routes::Receipt route;
    std::variant<Loading, base::Error, ReceiptRefusal, ReceiptData> answer;
};

doc::Document receipt_page(const i18n::Text& tr, const ReceiptPage& page);

}  // namespace pages
