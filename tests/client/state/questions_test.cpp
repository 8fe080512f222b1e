#include "client/state/questions.hpp"

#include <doctest/doctest.h>

#include "shared/wire/receipt.hpp"

using base::ErrorCode;

namespace {

domain::Receipt a_receipt() {
    return {.code = domain::ReceiptCode::from_random(7),
            .district = domain::DistrictId("rabat"),
            .service = domain::ServiceId("x"),
            .rating = {.level = 4}};
}

}  // namespace

TEST_SUITE("client/state/questions") {
    TEST_CASE("a receipt asks for itself, and for its service once it is known") {
        state::AppState state;
        const auto receipt = a_receipt();
        const routes::Page page = routes::Receipt{base::Language::Fr, receipt.code.hyphenated()};
        CHECK(state::questions_of(page, state).size() == 1);
        state.answers[routes::api_receipt(receipt.code.hyphenated())] = {.body = receipt};
        REQUIRE(state::questions_of(page, state).size() == 2);
        CHECK(state::questions_of(page, state)[1].address ==
              routes::api_entry("rabat", routes::Section::Services, "x"));
        CHECK(!state::is_ready(page, state));
    }

    TEST_CASE("a mistyped number is not asked for") {
        CHECK(state::questions_of(routes::Receipt{base::Language::Fr, "1234"}, {}).empty());
    }

    TEST_CASE("a status becomes the error that the reader is told of") {
        struct Case {
            int status;
            ErrorCode code;
        };
        for (const auto& c :
             {Case{0, ErrorCode::Offline}, Case{404, ErrorCode::NotFound}, Case{429, ErrorCode::TooMany},
              Case{500, ErrorCode::Unavailable}, Case{503, ErrorCode::Unavailable}, Case{403, ErrorCode::Internal},
              Case{200, ErrorCode::Internal}}) {
            CAPTURE(c.status);
            const auto answer = state::read_answer(domain::subject_of<domain::Receipt>, c.status, 61, "<html>");
            REQUIRE(answer.error);
            CHECK(answer.error->code == c.code);
            CHECK(answer.is_settled());
        }
        CHECK(state::read_answer(domain::subject_of<domain::Receipt>, 429, 61, "").wait_minutes == 2);
        CHECK(state::read_answer(domain::subject_of<domain::Receipt>, 200, 0, wire::encode(a_receipt())).is_here());
    }
}
