// The read model's rows: what a published thing becomes.
#include "server-stub/service/content_row.hpp"

#include <doctest/doctest.h>

#include "shared/wire/answer.hpp"
#include "shared/wire/list.hpp"
#include "tests/support/a_country.hpp"

TEST_SUITE("server-stub/service/content_row") {
    TEST_CASE("an article stands at its address, newer ones before it, and its list leaves out its body") {
        const auto article = test::an_article();
        const auto row = service::row_of(article, 7);
        CHECK(row.address == "/api/v1/districts/rabat/news/new-counter");
        CHECK(row.district == "rabat");
        CHECK(row.section == "news");
        CHECK(row.body == wire::encode(domain::Answer(article)));
        CHECK(row.summary.size() < row.body.size());
        auto newer = article;
        newer.published_on.day += 1;
        CHECK(service::row_of(newer).rank == row.rank - 1);
    }

    TEST_CASE("activities are ranked by the minute, newest first, also far from now") {
        auto activity = test::an_activity();
        activity.starts = {{1970, 1, 2}, 3};
        CHECK(service::row_of(activity).rank == -(24 * 60 + 3));
        activity.starts = {{9999, 12, 31}, 0};
        CHECK(service::row_of(activity).rank < -4'000'000'000);
    }

    TEST_CASE("what has no time stands where it is put; districts are a list of the country's") {
        CHECK(service::row_of(test::a_programme(), 4).rank == 4);
        const auto district = service::row_of(test::rabat(), 2);
        CHECK(district.district.empty());
        CHECK(district.section == service::districts_section);
        CHECK(district.rank == 2);
        CHECK(service::row_of(test::a_country()).section.empty());
    }

    TEST_CASE("the lines of a list make the list") {
        const auto row = service::row_of(test::a_service_sheet());
        const auto read = wire::decode_answer(domain::subject_of<domain::List<domain::ServiceSummary>>,
                                              wire::join_list({row.summary, row.summary}, "7.x\""));
        REQUIRE(read.has_value());
        CHECK(std::get<domain::List<domain::ServiceSummary>>(*read).items.size() == 2);
        CHECK(wire::join_list({}, {}) == R"({"items":[],"next":null})");
    }
}
