// Pages of districts and of the country, as they are kept and answered.
#include <array>
#include <doctest/doctest.h>
#include <format>

#include "shared/base/utf8.hpp"
#include "shared/wire/answer.hpp"
#include "tests/server-stub/http/portal.hpp"
#include "tests/support/a_country.hpp"

namespace {

using routes::Section;
using test::Portal;
using test::text_of;
using test::value_of;

// A district with one of everything, and one that has published nothing.
std::vector<service::ContentRow> content() {
    std::vector<service::ContentRow> rows;
    for (const auto& answer : std::vector<domain::Answer>{
             test::a_country(), test::rabat(), test::an_unstaffed_district(), test::a_service_sheet(),
             test::an_article(), test::an_activity(), test::a_programme(), test::a_court_sheet(),
             test::a_resource(domain::ResourceKind::Document, "law"),
             test::a_resource(domain::ResourceKind::Question, "papers"), test::a_guide()})
        rows.push_back(service::row_of(answer, static_cast<std::int64_t>(rows.size())));
    return rows;
}

constexpr std::array lasting{"/fr",
                             "/fr/map",
                             "/fr/privacy",
                             "/fr/d/rabat/services",
                             "/fr/d/rabat/news",
                             "/fr/d/rabat/news/new-counter",
                             "/fr/d/rabat/activities/open-day",
                             "/fr/d/rabat/programmes",
                             "/fr/d/rabat/programmes/one-counter",
                             "/fr/d/rabat/help",
                             "/fr/d/rabat/help/law",
                             "/fr/guides",
                             "/fr/guides/editor"};
constexpr std::array changing{"/fr/d/rabat", "/fr/d/sidi-kacem", "/fr/d/rabat/activities", "/fr/d/rabat/courts",
                              "/fr/d/rabat/courts/tpi-rabat"};

template <class Check>
void for_every_path(Check check) {
    for (const auto* path : lasting) check(path);
    for (const auto* path : changing) check(path);
}

}  // namespace

TEST_SUITE("server-stub/http/pages") {
    TEST_CASE("help is listed by its kind, whatever came first; a district has none of the country's") {
        Portal portal(content());
        const auto list = text_of(portal.get("/api/v1/districts/rabat/help"));
        CHECK(list.find("papers") < list.find("law"));
        CHECK_FALSE(list.contains("\"body\""));
        CHECK_FALSE(list.contains("editor"));
        CHECK(text_of(portal.get("/api/v1/districts/rabat/help/papers")).contains("\"body\""));
        CHECK(text_of(portal.get("/api/v1/guides")).contains("\"editor\""));
        CHECK(text_of(portal.get("/api/v1/guides/editor")).contains("\"body\""));
        for (const auto* path : {"/api/v1/guides/papers", "/api/v1/districts/rabat/help/editor", "/fr/guides/nothing",
                                 "/fr/d/nowhere/help", "/fr/d/rabat/help/editor"})
            CHECK(portal.get(path).status == 404);
        CHECK(text_of(portal.get("/fr/d/sidi-kacem/help")).contains("class=\"empty\""));
    }

    TEST_CASE("a page is answered in the language of its address, and asked again costs its reader nothing") {
        Portal portal(content());
        for_every_path([&](std::string path) {
            CAPTURE(path);
            const auto response = portal.get(path);
            CHECK(response.status == 200);
            CHECK(value_of(response, "Content-Language") == "fr");
            REQUIRE_FALSE(value_of(response, "ETag").empty());
            const auto again = portal.get(path, {{"if-none-match", value_of(response, "ETag")}});
            CHECK(again.status == 304);
            CHECK(text_of(again).empty());
            CHECK(portal.get(path, {{"if-none-match", "\"another\""}}).status == 200);
        });
    }

    TEST_CASE("a page is made once and kept: who asks next gets the same bytes") {
        Portal portal(content());
        for_every_path([&](std::string path) {
            CAPTURE(path);
            const auto first = portal.get(path);
            portal.now.milliseconds += 59'999 - portal.now.milliseconds % 60'000;  // The end of its minute.
            const auto second = portal.get(path);
            CHECK(http::engine::bytes_of(first.body).data() == http::engine::bytes_of(second.body).data());
            portal.now.milliseconds += 1;
        });
    }

    TEST_CASE("pages that tell what the doors do change with the minute, the others never") {
        Portal portal(content());
        const auto tag = [&](const char* path) { return value_of(portal.get(path), "ETag"); };
        const auto later = [&](const char* path) {
            const auto before = tag(path);
            portal.now.milliseconds += 60'000;
            const auto response = portal.get(path, {{"if-none-match", before}});
            CHECK(response.status == (tag(path) == before ? 304 : 200));
            return tag(path) != before;
        };
        for (const auto* path : lasting) {
            CAPTURE(path);
            CHECK_FALSE(later(path));
        }
        for (const auto* path : changing) {
            CAPTURE(path);
            CHECK(later(path));
        }
    }

    TEST_CASE("each theme and each language has a page of its own") {
        Portal portal(content());
        const auto light = portal.get("/fr/d/rabat");
        const auto dark = portal.get("/fr/d/rabat", {{"cookie", "__Host-prefs=theme=dark"}});
        CHECK(value_of(light, "ETag") != value_of(dark, "ETag"));
        CHECK(text_of(dark).contains("theme-dark"));
        CHECK(text_of(portal.get("/ar/d/rabat")).contains("الرباط"));
    }

    TEST_CASE("what does not exist is a 404: districts, entries, sections and topics") {
        Portal portal(content());
        for (const auto* path :
             {"/fr/d/nowhere", "/fr/d/nowhere/news", "/fr/d/nowhere/courts", "/fr/d/rabat/nothing",
              "/fr/d/rabat/news/nothing", "/fr/d/rabat/activities/nothing", "/fr/d/rabat/programmes/nothing",
              "/fr/d/rabat/courts/nothing", "/fr/d/sidi-kacem/news/new-counter", "/fr/d/rabat/news/open-day", "/fr/d",
              "/fr/d/", "/fr/nothing", "/fr/d/RABAT", "/fr/d/rabat%2Fnews", "/fr/d/..%2Frabat", "/fr/d/%FF",
              "/de/d/rabat", "/fr/d/rabat/activities/nothing/calendar.ics"}) {
            CAPTURE(path);
            CHECK(portal.get(path).status == 404);
        }
    }

    TEST_CASE("an activity comes as a file for calendars") {
        Portal portal(content());
        const auto file = portal.get("/fr/d/rabat/activities/open-day/calendar.ics");
        CHECK(file.status == 200);
        CHECK(value_of(file, "Content-Type").starts_with("text/calendar"));
        CHECK(text_of(file).starts_with("BEGIN:VCALENDAR\r\n"));
        CHECK(text_of(file).contains("UID:open-day.rabat@rihab\r\n"));
    }

    TEST_CASE("a search finds, and shows what was typed as text") {
        Portal portal(content());
        const auto found = text_of(portal.get("/fr?q=r%C3%A2bat"));
        CHECK(found.contains("href=\"/fr/d/rabat\""));
        CHECK_FALSE(found.contains("href=\"/fr/d/sidi-kacem\""));
        CHECK(found.contains("value=\"râbat\""));
        CHECK(text_of(portal.get("/fr?q=Sidi+Kacem")).contains("href=\"/fr/d/sidi-kacem\""));
    }

    TEST_CASE("whatever bytes a query holds, the answer is a page of ours in well-formed text") {
        Portal portal(content());
        std::string every_byte = "/fr?q=";
        for (int byte = 0; byte < 256; ++byte) every_byte += std::format("%{:02X}", byte);
        const std::string targets[] = {every_byte,
                                       "/fr?q=%FF%FE%C0%80%ED%A0%80",
                                       "/fr?q=%3Cscript%3Ealert(1)%3C/script%3E",
                                       "/fr?q=%22%20onfocus=%22alert(1)",
                                       "/fr?q=%E2%80%AEabc%E2%81%A6",
                                       "/fr?q=%00%0D%0ASet-Cookie:a=b",
                                       "/fr?q=%",
                                       "/fr?q=%zz",
                                       "/fr?q=a&q=b",
                                       "/fr?q",
                                       "/fr?q=" + std::string(5'000, 'a'),
                                       "/fr?%FF=1&q=rabat",
                                       "/fr?&&=&q="};
        for (const auto& target : targets) {
            CAPTURE(target);
            const auto response = portal.get(target);
            CHECK(response.status == 200);
            const auto page = text_of(response);
            CHECK(base::is_well_formed(page));
            CHECK(page.contains("name=\"q\""));
            CHECK_FALSE(page.contains("<script>alert"));
            CHECK_FALSE(page.contains("\" onfocus="));
            CHECK_FALSE(page.contains('\0'));
            CHECK(value_of(response, "Set-Cookie").empty());
        }
    }
}
