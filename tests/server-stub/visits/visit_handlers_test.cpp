#include "server-stub/http/visit_handlers.hpp"

#include <algorithm>
#include <doctest/doctest.h>

#include "shared/wire/problem.hpp"
#include "shared/wire/visit.hpp"
#include "tests/server-stub/storage/temporary_folder.hpp"
#include "tests/server-stub/visits/crowd.hpp"
#include "tests/server-stub/visits/portal.hpp"

namespace {

using http::engine::Header;
using http::engine::Response;

constexpr base::Instant now{1'795'348'800'000};  // 2026-11-22T12:00Z

std::string a_body(std::string_view portal) {
    return wire::encode(domain::VisitBatch{.visit = std::string(32, 'a'),
                                           .channel = domain::Channel::Web,
                                           .events = {{.portal = std::string(portal), .screen = "receipt"}}});
}

struct Fixture {
    test::TemporaryFolder folder;
    test::VisitedPortal portal{folder.path()};
    test::Sender reader = test::make_visitors(1)[0];

    Response post(std::string body, std::vector<Header> headers = {{"content-type", "application/json"}}) {
        portal.now = now;
        http::engine::Request request;
        request.method = http::engine::Method::Post;
        request.target = "/api/v1/events";
        request.headers = std::move(headers);
        request.body = std::move(body);
        return portal.send(std::move(request), reader);
    }
};

wire::ProblemDocument problem_in(const Response& response) {
    return wire::decode_problem(http::engine::bytes_of(response.body)).value();
}

}  // namespace

TEST_SUITE("server-stub/http/visit_handlers") {
    TEST_CASE("a report is answered with nothing") {
        Fixture fixture;
        const auto response = fixture.post(a_body("rabat"), {{"content-type", "application/json; charset=utf-8"}});
        CHECK(response.status == 204);
        CHECK(http::engine::bytes_of(response.body).empty());
    }

    TEST_CASE("what is wrong is a problem document with its place") {
        Fixture fixture;
        const auto unknown = fixture.post(a_body("atlantis"));
        CHECK(unknown.status == 422);
        CHECK(problem_in(unknown).code == "portal-unknown");
        CHECK(problem_in(unknown).pointer == "/events/0/portal");

        auto body = a_body("rabat");
        body.insert(1, R"("userAgent":"x",)");
        CHECK(fixture.post(body).status == 422);
        CHECK(problem_in(fixture.post(body)).code == "field-unknown");
        CHECK(problem_in(fixture.post(body)).pointer == "/userAgent");
        CHECK(fixture.post("[1").status == 400);
        CHECK(fixture.post(std::string(70'000, ' ')).status == 413);
    }

    TEST_CASE("only our own pages may report, and only as JSON") {
        Fixture fixture;
        CHECK(fixture.post(a_body(""), {{"content-type", "text/plain"}}).status == 415);
        CHECK(
            fixture.post(a_body(""), {{"content-type", "application/json"}, {"sec-fetch-site", "cross-site"}}).status ==
            403);
    }

    TEST_CASE("a network that floods is told when to come back") {
        Fixture fixture;
        int taken = 0;
        Response last;
        for (int i = 0; i < 1300; ++i) taken += (last = fixture.post(a_body(""))).status == 204;
        CHECK(taken == 1200);
        CHECK(last.status == 429);
        CHECK(problem_in(last).code == "too-many");
        CHECK(std::ranges::contains(last.headers, Header{"Retry-After", "60"}));
    }

    TEST_CASE("pages are counted by day and district, receipts as national, and pages that are none not at all") {
        Fixture fixture;
        auto& portal = fixture.portal;
        portal.now = now;
        for (int i = 0; i < 2; ++i)
            CHECK(portal.get_page("/fr/d/rabat/services/casier-judiciaire", fixture.reader) == 200);
        CHECK(portal.get_page("/fr/d/rabat/services", fixture.reader, {{"if-none-match", "*"}}) == 304);
        CHECK(portal.get_page("/api/v1/districts", fixture.reader, {{"if-none-match", "*"}}) == 304);
        CHECK(portal.get_page("/fr/d/rabat/services/unknown", fixture.reader) == 404);
        CHECK(portal.get_page("/api/v1/districts/rabat", fixture.reader) == 200);
        CHECK(portal.get_page("/icon.svg", fixture.reader) == 200);
        portal.settle();
        CHECK(portal.store().tallies().value() ==
              std::vector{service::DayTally{{2026, 11, 22}, "rabat", service::Tally::Pages, 3}});
    }
}
