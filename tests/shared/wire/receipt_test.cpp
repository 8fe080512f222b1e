#include "shared/wire/receipt.hpp"

#include <doctest/doctest.h>

namespace {

domain::Receipt a_receipt() {
    return {
        .code = domain::ReceiptCode::from_random(794),
        .district = domain::DistrictId("rabat"),
        .service = domain::ServiceId("casier-judiciaire"),
        .rating = {.level = 4, .completed = domain::Completed::Yes, .reasons = {domain::Reason::Waiting}, .text = "«»"},
        .language = base::Language::Zgh,
        .received_at = {1'795'339'800'007},
        .received_on = {2026, 11, 22}};
}

}  // namespace

TEST_SUITE("shared/wire/receipt") {
    TEST_CASE("a receipt carries what was sent, the day in Morocco and the instant in UTC") {
        CHECK(wire::encode(a_receipt()) ==
              R"({"code":"0000-0000-0007-9444","district":"rabat","service":"casier-judiciaire",)"
              R"("rating":{"level":4,"completed":"yes","reasons":["waiting"],"text":"«»"},"language":"zgh",)"
              R"("receivedAt":"2026-11-22T09:30:00.007Z","receivedOn":"2026-11-22"})");
        CHECK(wire::decode_receipt(wire::encode(a_receipt())) == a_receipt());
    }

    TEST_CASE("an instant comes back exactly, before and after 1970") {
        for (const std::int64_t milliseconds :
             {std::int64_t{0}, std::int64_t{-1}, std::int64_t{951'782'400'000}, std::int64_t{253'402'300'799'999}}) {
            CAPTURE(milliseconds);
            auto receipt = a_receipt();
            receipt.received_at.milliseconds = milliseconds;
            CHECK(wire::decode_receipt(wire::encode(receipt)) == receipt);
        }
    }

    TEST_CASE("what was not answered is left out") {
        auto receipt = a_receipt();
        receipt.rating = {.level = 1, .completed = {}, .reasons = {}, .text = {}};
        CHECK(wire::encode(receipt).contains(R"("rating":{"level":1})"));
        CHECK(wire::decode_receipt(wire::encode(receipt)) == receipt);
    }

    TEST_CASE("a mistyped code, an hour that is none and a level out of range are refused at their place") {
        struct Case {
            std::string_view part, replacement, pointer;
        };
        const Case cases[] = {{"0007-9444", "0007-9445", "/code"},
                              {"0000-0000-0007-9444", "0000000000079444", "/code"},
                              {"T09:30:00.007Z", "T24:30:00.007Z", "/receivedAt"},
                              {"T09:30:00.007Z", "T09:30:00+01:00", "/receivedAt"},
                              {"\"level\":4", "\"level\":6", "/rating/level"},
                              {"\"level\":4", "\"level\":4.0", "/rating/level"},
                              {"\"waiting\"", "\"judge\"", "/rating/reasons/0"},
                              {"\"zgh\"", "\"de\"", "/language"}};
        for (const auto& c : cases) {
            CAPTURE(c.replacement);
            auto json = wire::encode(a_receipt());
            json.replace(json.find(c.part), c.part.size(), c.replacement);
            const auto receipt = wire::decode_receipt(json);
            REQUIRE_FALSE(receipt);
            CHECK(receipt.error().pointer == c.pointer);
        }
    }
}
