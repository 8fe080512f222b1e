// Every decoder of JSON must survive any bytes; what one accepts, it must read again from its own writing.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "shared/wire/answer.hpp"
#include "shared/wire/detail/json.hpp"
#include "shared/wire/district.hpp"
#include "shared/wire/glossary.hpp"
#include "shared/wire/hours.hpp"
#include "shared/wire/moderation.hpp"
#include "shared/wire/page_data.hpp"
#include "shared/wire/problem.hpp"
#include "shared/wire/rating.hpp"
#include "shared/wire/receipt.hpp"
#include "shared/wire/sheet.hpp"
#include "shared/wire/visit.hpp"

namespace {

// Not assert: this must hold in every build.
void require(bool condition) {
    if (!condition) std::abort();
}

template <class Value, class Decode, class Encode>
void try_decoder(std::string_view text, Decode decode, Encode encode) {
    const wire::Decoded<Value> value = decode(text);
    if (value) require(decode(encode(*value)) == value);
    else require(value.error().detail.ends_with('.'));
}

void try_rating(std::string_view text) {
    auto draft = wire::parse_rating_json(text);
    if (!draft) return require(!draft.error().empty());
    draft->key = "k";
    const auto checked = domain::check_rating(*draft);
    if (!checked.errors.empty()) return;
    auto again = wire::parse_rating_json(wire::encode(checked.rating));
    require(again.has_value());
    again->key = "k";
    require(domain::check_rating(*again).rating == checked.rating);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto encode = [](const auto& value) { return wire::encode(value); };

    if (const auto json = wire::detail::parse(text, wire::request_limits)) {
        const auto written = wire::detail::write(*json);
        require(wire::detail::parse(written, wire::response_limits) == *json);
    }
    try_rating(text);
    try_decoder<domain::District>(text, wire::decode_district, encode);
    try_decoder<wire::List<domain::District>>(text, wire::decode_districts, encode);
    try_decoder<domain::ServiceSheet>(text, wire::decode_sheet, encode);
    try_decoder<wire::List<domain::ServiceSummary>>(text, wire::decode_services, encode);
    try_decoder<domain::Calendar>(text, wire::decode_calendar, encode);
    try_decoder<domain::DistrictNow>(text, wire::decode_district_now, encode);
    try_decoder<domain::Receipt>(text, wire::decode_receipt, encode);
    try_decoder<domain::VisitBatch>(text, wire::decode_visit_batch, encode);
    for (domain::Subject subject = 0; subject < std::variant_size_v<domain::Answer>; ++subject)
        try_decoder<domain::Answer>(
            text, [subject](std::string_view json) { return wire::decode_answer(subject, json); }, encode);
    try_decoder<wire::ProblemDocument>(text, wire::decode_problem, wire::encode_problem);
    try_decoder<wire::PageData>(text, wire::decode_page_data, wire::encode_page_data);
    try_decoder<domain::RatingDraft>(text, wire::decode_rating_draft, wire::encode_rating_draft);
    static_cast<void>(wire::decode_glossary(text));
    static_cast<void>(wire::decode_moderation(text));
    return 0;
}
