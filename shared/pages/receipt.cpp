#include "shared/pages/receipt.hpp"

#include <array>

#include "shared/i18n/formatted.hpp"
#include "shared/pages/notice.hpp"
#include "shared/pages/rating_words.hpp"

namespace pages {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;

doc::Node row(const i18n::Text& tr, i18n::Key term, doc::Text value,
              std::optional<base::Language> language = std::nullopt) {
    return doc::block(Tag::Div, Style::Fact,
                      {doc::text(Tag::Dt, Style::FactTerm, tr(term)),
                       doc::block(Tag::Dd, Style::FactValue,
                                  {doc::text(Tag::P, Style::FactText, std::move(value), {.language = language})})});
}

doc::Node reasons_row(const i18n::Text& tr, const domain::Rating& rating) {
    std::vector<doc::Node> lines;
    for (const auto reason : rating.reasons) lines.push_back(doc::text(Tag::P, Style::FactText, tr(words_of(reason))));
    return doc::block(Tag::Div, Style::Fact,
                      {doc::text(Tag::Dt, Style::FactTerm, tr(msg::receipt_reasons)),
                       doc::block(Tag::Dd, Style::FactValue, std::move(lines))});
}

doc::Node written(const i18n::Text& tr, const domain::Rating& rating) {
    if (rating.text.empty()) return doc::text(Tag::P, Style::Body, tr(msg::receipt_none));
    return doc::text(Tag::P, Style::UserText, rating.text, {.attributes = {{Attribute::Dir, "auto"}}});
}

doc::Node sent(const i18n::Text& tr, const ReceiptData& data) {
    const auto& rating = data.receipt.rating;
    const auto service = data.service.in(tr.language());
    std::vector<doc::Node> rows{row(tr, msg::receipt_service, service.text, foreign(tr, service.language)),
                                row(tr, msg::receipt_level, tr(words_of_level(rating.level)))};
    if (rating.completed) rows.push_back(row(tr, msg::receipt_completed, tr(words_of(*rating.completed))));
    if (!rating.reasons.empty()) rows.push_back(reasons_row(tr, rating));
    return doc::block(
        Tag::Section, Style::Panel,
        {doc::text(Tag::H2, Style::Heading, tr(msg::receipt_sent)), doc::block(Tag::Dl, Style::Facts, std::move(rows)),
         doc::text(Tag::H3, Style::Subheading, tr(msg::receipt_text)), written(tr, rating)},
        {.key = "sent"});
}

doc::Node number(const i18n::Text& tr, const domain::Receipt& receipt) {
    return doc::block(Tag::Section, Style::Panel,
                      {doc::text(Tag::H2, Style::Heading, tr(msg::receipt_number)),
                       doc::text(Tag::P, Style::Code, doc::value(receipt.code.hyphenated())),
                       doc::text(Tag::P, Style::Body, tr(msg::receipt_keep)),
                       doc::text(Tag::P, Style::Meta, tr(msg::receipt_received, {.date = receipt.received_on}))},
                      {.key = "number"});
}

doc::Document kept_page(const i18n::Text& tr, const ReceiptPage& page, const ReceiptData& data) {
    const routes::Sheet sheet{tr.language(), data.receipt.district.value(), data.receipt.service.value()};
    const auto service = data.service.in(tr.language());
    std::vector<doc::Node> parts{title(tr(msg::receipt_title)), number(tr, data.receipt), sent(tr, data),
                                 lone_link(routes::address_of(sheet), tr(msg::receipt_back, {.service = service}))};
    return frame(tr, frame_of(page.route, i18n::plain(tr(msg::receipt_title))), std::move(parts));
}

doc::Document refusal_page(const i18n::Text& tr, const Addresses& addresses, const ReceiptRefusal& refusal) {
    const auto say = [&](i18n::Key heading, doc::Text words) {
        return frame(tr, {i18n::plain(tr(heading)), addresses},
                     {title(tr(heading)), doc::text(Tag::P, Style::Lead, std::move(words))});
    };
    switch (refusal.trouble) {
        case ReceiptTrouble::Mistyped: return say(msg::receipt_mistyped_title, tr(msg::receipt_mistyped_text));
        case ReceiptTrouble::TooMany:
            return say(msg::receipt_too_many_title,
                       tr(msg::receipt_too_many_text, {.minutes = std::max(refusal.wait_minutes, 1)}));
        case ReceiptTrouble::Unknown: break;
    }
    return say(msg::receipt_unknown_title, tr(msg::receipt_unknown_text));
}

}  // namespace

doc::Document receipt_page(const i18n::Text& tr, const ReceiptPage& page) {
    const auto addresses = addresses_of(page.route);
    return std::visit(Match{[&](const Loading&) { return loading_page(tr, addresses); },
                            [&](const base::Error& error) { return error_page(tr, addresses, error); },
                            [&](const ReceiptRefusal& refusal) { return refusal_page(tr, addresses, refusal); },
                            [&](const ReceiptData& data) { return kept_page(tr, page, data); }},
                      page.answer);
}

}  // namespace pages
