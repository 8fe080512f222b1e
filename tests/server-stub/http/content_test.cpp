// The content as its readers see it, while it changes.
#include "server-stub/http/content.hpp"

#include <atomic>
#include <doctest/doctest.h>
#include <thread>

#include "shared/domain/own_hours.hpp"
#include "shared/routes/routes.hpp"
#include "shared/wire/answer.hpp"
#include "tests/server-stub/http/portal.hpp"
#include "tests/server-stub/storage/temporary_folder.hpp"
#include "tests/support/a_publication.hpp"

namespace {

using test::Portal;
using test::text_of;
using test::value_of;

constexpr auto news_path = "/api/v1/districts/rabat/news";

domain::Article numbered(int number) {
    auto article = test::an_article(std::format("article-{:03}", number));
    article.published_on = {2026, 1, 1 + number % 3};
    return article;
}

std::vector<service::ContentRow> with_news(int count) {
    auto rows = test::small_content();
    for (int i = 0; i < count; ++i) rows.push_back(service::row_of(numbered(i)));
    return rows;
}

std::vector<std::string> ids_in(const std::string& json) {
    const auto list = wire::decode_answer(domain::subject_of<domain::List<domain::Article>>, json);
    REQUIRE(list.has_value());
    std::vector<std::string> ids;
    for (const auto& article : std::get<domain::List<domain::Article>>(*list).items) ids.push_back(article.id.value());
    return ids;
}

std::string next_of(const std::string& json) {
    const auto begin = json.rfind("\"next\":") + 7;
    return json[begin] == 'n' ? std::string() : json.substr(begin + 1, json.size() - begin - 3);
}

}  // namespace

TEST_SUITE("server-stub/http/content") {
    TEST_CASE("a list is read by pages of at most a hundred, each thing once and none left out") {
        Portal portal(with_news(250));
        for (const std::string limit : {"", "limit=7&", "limit=100&"}) {
            CAPTURE(limit);
            std::vector<std::string> all;
            for (auto json = text_of(portal.get(std::string(news_path) +
                                                (limit.empty() ? "" : "?" + limit.substr(0, limit.size() - 1))));
                 ;) {
                const auto ids = ids_in(json);
                CHECK(ids.size() <= 100);
                all.insert(all.end(), ids.begin(), ids.end());
                if (next_of(json).empty()) break;
                json = text_of(portal.get(std::format("{}?{}cursor={}", news_path, limit, next_of(json))));
            }
            CHECK(all.size() == 250);
            std::ranges::sort(all);
            CHECK(std::ranges::adjacent_find(all) == all.end());
        }
    }

    TEST_CASE("what comes next is found among many activities, the soonest first; what is going on is one of them") {
        auto rows = test::small_content();
        const auto add = [&](std::string id, int day, int last_day) {  // From 10:00 to 12:30; it is the 22nd at noon.
            auto activity = test::an_activity(std::move(id), day);
            activity.ends.date.day = last_day;
            rows.push_back(service::row_of(activity));
        };
        for (int i = 0; i < 120; ++i) add(std::format("later-{:03}", i), 29, 29);
        for (int i = 0; i < 30; ++i) add(std::format("past-{:03}", i), 2, 2);
        add("soon", 23, 23), add("today", 22, 22), add("for-days", 20, 25);
        Portal portal(rows);
        const auto coming = [&] {
            const auto list = wire::decode_answer(domain::subject_of<domain::List<domain::Activity>>,
                                                  text_of(portal.get("/api/v1/districts/rabat/coming")));
            std::vector<std::string> ids;
            for (const auto& activity : std::get<domain::List<domain::Activity>>(list.value()).items)
                ids.push_back(activity.id.value());
            return ids;
        };
        const auto now = coming();
        REQUIRE(now.size() == 6);
        CHECK(std::vector(now.begin(), now.begin() + 3) == std::vector<std::string>{"for-days", "today", "soon"});
        const auto page = text_of(portal.get("/fr/d/rabat"));
        CHECK(page.find("/activities/for-days\"") < page.find("/activities/today\""));
        CHECK(page.find("/activities/today\"") < page.find("/activities/soon\""));
        portal.now.milliseconds += 24 * 3'600'000;
        CHECK_FALSE(std::ranges::contains(coming(), "today"));
        CHECK(ids_in(text_of(portal.get("/api/v1/districts/fes/coming"))).empty());
        CHECK(portal.get("/api/v1/districts/nowhere/coming").status == 404);
    }

    TEST_CASE("what is published is in the very next answer: list, entry, page, its tag") {
        Portal portal(with_news(1));
        const auto tag = value_of(portal.get("/fr/d/rabat/news"), "ETag");
        CHECK(portal.get("/fr/d/rabat/news/article-007").status == 404);
        portal.publish(numbered(7));
        CHECK(portal.get("/fr/d/rabat/news/article-007").status == 200);
        CHECK(portal.get("/fr/d/rabat/news", {{"if-none-match", tag}}).status == 200);
        CHECK(text_of(portal.get("/fr/d/rabat/news")).contains("/news/article-007\""));
        CHECK(ids_in(text_of(portal.get(news_path))).size() == 2);
    }

    TEST_CASE("a sheet that is kept as a template changes with its content") {
        Portal portal;
        constexpr auto path = "/fr/d/rabat/services/casier-judiciaire";
        const auto before = text_of(portal.get(path));
        auto rows = test::small_content();
        auto sheet = std::get<domain::ServiceSheet>(
            wire::decode_answer(domain::subject_of<domain::ServiceSheet>, rows.back().body).value());
        sheet.title = {"عنوان", "ⴰⵣⵡⵍ", "Un autre titre", "Another title"};
        portal.publish(sheet);
        CHECK_FALSE(before.contains("Un autre titre"));
        CHECK(text_of(portal.get(path)).contains("Un autre titre"));
    }

    TEST_CASE("the hours that a court gives itself are its door in the very next answer, and nobody else's") {
        auto rows = test::small_content();
        domain::Calendar calendar;
        calendar.first = {2026, 1, 1};
        calendar.last = {2026, 12, 31};
        rows.push_back(service::row_of(calendar));
        Portal portal(rows);
        const auto at_noon = [&](const std::string& district) {
            return text_of(portal.get("/api/v1/districts/" + district + "/now"));
        };
        const auto before = at_noon("rabat");
        CHECK_FALSE(before.contains("Arrêté du 3 novembre"));
        portal.publish(service::row_of(domain::regime_of({{"original", "fr"},
                                                          {"title/fr", "Horaires du dimanche"},
                                                          {"court", "cour-appel"},
                                                          {"shifts/0/days", "sunday"},
                                                          {"shifts/0/opens", "11:00"},
                                                          {"shifts/0/closes", "13:00"},
                                                          {"source", "Arrêté du 3 novembre"}}),
                                       "rabat", "dimanche", 7));
        const auto after = at_noon("rabat");
        CHECK(after.contains("Arrêté du 3 novembre"));
        CHECK_FALSE(at_noon("fes").contains("Arrêté du 3 novembre"));
    }

    TEST_CASE("a part of a list that cannot be is refused; of no district there is no list") {
        Portal portal(with_news(3));
        for (const auto* query :
             {"?limit=0", "?limit=101", "?limit=x", "?limit=1&limit=2", "?cursor=", "?cursor=abc", "?cursor=1",
              "?cursor=1.", "?cursor=1.A", "?cursor=--1.a", "?offset=3", "?cursor=9999999999999999999999.a"}) {
            CAPTURE(query);
            CHECK(portal.get(std::string(news_path) + query).status == 400);
        }
        CHECK(portal.get("/api/v1/districts/nowhere/news").status == 404);
        CHECK(ids_in(text_of(portal.get(std::string(news_path) + "?cursor=5.gone"))).empty());
        CHECK(portal.get("/api/v1/national?anything=1").status == 200);
    }

    TEST_CASE("readers of a disk wait for no writer, and see a change once it is forgotten") {
        const test::TemporaryFolder folder;
        const auto store = storage::sqlite::Store::open(folder.path() / "rihab.db").value();
        REQUIRE(store->replace_content(with_news(1)).has_value());
        const auto content = http::Content::over(*store).value();
        const auto address = routes::api_entry("rabat", routes::Section::News, "article-000");
        std::atomic<bool> over = false;
        std::atomic<int> wrong = 0;
        std::vector<std::thread> readers;
        for (int i = 0; i < 3; ++i)
            readers.emplace_back([&] {
                while (!over) wrong += content->find(address).has_value() ? 0 : 1;
            });
        for (int day = 1; day <= 28; ++day) {
            auto article = numbered(0);
            article.published_on = {2026, 2, day};
            REQUIRE(store->put_content(std::vector{service::row_of(article)}).has_value());
            content->forget();
            const auto found = content->find(address);
            REQUIRE(found.has_value());
            CHECK(std::get<domain::Article>((*found)->answer).published_on.day == day);
        }
        over = true;
        for (auto& reader : readers) reader.join();
        CHECK(wrong == 0);
    }

    TEST_CASE("what somebody holds stays as it was, whatever is published") {
        const auto store = storage::sqlite::Store::in_memory().value();
        REQUIRE(store->replace_content(with_news(1)).has_value());
        const auto content = http::Content::over(*store).value();
        const auto district = content->find_district("rabat");
        REQUIRE(store->replace_content({}).has_value());
        content->forget();
        CHECK(content->find_district("rabat") == nullptr);
        CHECK(district->id.value() == "rabat");
    }
}
