// The portal without sockets: requests go in as values and come out as values.
#include "server-stub/http/site.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <set>

#include "server-stub/http/preferences.hpp"
#include "server-stub/service/entropy.hpp"
#include "shared/wire/district.hpp"
#include "shared/wire/problem.hpp"
#include "shared/wire/receipt.hpp"
#include "tests/server-stub/http/portal.hpp"

namespace {

using http::engine::Header;
using http::engine::Method;
using http::engine::Response;
using test::form_type;
using test::Portal;
using test::ratings_path;
using test::text_of;
using test::value_of;

constexpr std::string_view sheet_path = "/fr/d/rabat/services/casier-judiciaire";

std::string key_in(std::string_view page) {
    constexpr std::string_view before = "name=\"key\" value=\"";
    const auto place = page.find(before);
    return place == std::string_view::npos ? std::string() : std::string(page.substr(place + before.size(), 32));
}

std::string code_of(int number) {
    return domain::ReceiptCode::from_random(static_cast<std::uint64_t>(number)).hyphenated();
}

}  // namespace

TEST_SUITE("server-stub/http/site") {
    TEST_CASE("a sheet carries a fresh key each time, in its form and in its data, and is never kept") {
        Portal portal;
        std::set<std::string> keys;
        for (int i = 0; i < 3; ++i) {
            const auto response = portal.get(sheet_path);
            CHECK(response.status == 200);
            CHECK(value_of(response, "Cache-Control") == "no-store");
            CHECK(value_of(response, "Content-Language") == "fr");
            const auto key = key_in(text_of(response));
            CHECK(key.size() == 32);
            CHECK(text_of(response).contains("\"key\":\"" + key + "\""));
            keys.insert(key);
        }
        CHECK(keys.size() == 3);
    }

    TEST_CASE("the text lab is there only with --lab, under the same policy as every page") {
        Portal closed;
        for (const auto* path : {"/lab/text", "/lab/text/"}) CHECK(closed.get(path).status == 404);
        CHECK(closed.send(Method::Post, "/lab/text").status == 404);

        Portal open(test::small_content(), true);
        const auto page = open.get("/lab/text");
        CHECK(page.status == 200);
        CHECK(value_of(page, "Content-Security-Policy") ==
              value_of(open.get("/fr/d/rabat"), "Content-Security-Policy"));
        CHECK_FALSE(text_of(page).contains("style="));
        CHECK(open.send(Method::Post, "/lab/text").status == 405);
    }

    TEST_CASE("a rating from the form leads to a receipt that shows what was sent") {
        Portal portal;
        const auto sent = portal.post_form(std::string(sheet_path) + "/rating",
                                           "level=4&completed=yes&reason=waiting&text=Bonjour%20%3Cb%3E&key=k1");
        REQUIRE(sent.status == 303);
        const auto page = portal.get(value_of(sent, "Location"));
        CHECK(page.status == 200);
        CHECK(text_of(page).contains("Bonjour &lt;b&gt;"));
        CHECK_FALSE(text_of(page).contains("Bonjour <b>"));
    }

    TEST_CASE("the same key and values answer alike from form and JSON; other values are a conflict") {
        Portal portal;
        const auto form = portal.post_form(std::string(sheet_path) + "/rating", "level=4&text=a%0D%0Ab&key=k1");
        const auto again =
            portal.post_form("/ar/d/rabat/services/casier-judiciaire/rating", "level=4&text=a%0Ab&key=k1");
        const auto json = portal.post_json(R"({"level":4,"text":"a\nb"})", "\"k1\"");
        REQUIRE(form.status == 303);
        REQUIRE(json.status == 201);
        const auto receipt = wire::decode_receipt(text_of(json));
        REQUIRE(receipt.has_value());
        CHECK(value_of(form, "Location") == "/fr/receipt/" + receipt->code.hyphenated());
        CHECK(value_of(again, "Location") == "/ar/receipt/" + receipt->code.hyphenated());
        CHECK(value_of(json, "Location") == "/api/v1/receipts/" + receipt->code.hyphenated());

        CHECK(portal.post_form(std::string(sheet_path) + "/rating", "level=5&key=k1").status == 422);
        const auto conflict = portal.post_json(R"({"level":5})", "k1");
        CHECK(conflict.status == 422);
        CHECK(wire::decode_problem(text_of(conflict))->code == "key-conflict");
    }

    TEST_CASE("a form with a mistake comes back with everything that was typed") {
        Portal portal;
        const auto response = portal.post_form(std::string(sheet_path) + "/rating",
                                               "completed=partly&reason=cost&text=%D9%85%D8%B1%D8%AD&key=k1");
        CHECK(response.status == 422);
        const auto page = text_of(response);
        CHECK(page.contains("مرح"));
        CHECK(page.contains("level-missing"));
        CHECK(key_in(page).starts_with("k1"));
        CHECK(value_of(response, "Content-Encoding").empty());
    }

    TEST_CASE("a language button keeps the draft and complains of nothing") {
        Portal portal;
        const auto response = portal.post_form("/en/d/rabat/services/casier-judiciaire", "text=kept&key=k1");
        CHECK(response.status == 200);
        CHECK(value_of(response, "Content-Language") == "en");
        CHECK(text_of(response).contains("kept"));
        CHECK(text_of(response).contains("\"errors\":[]"));
    }

    TEST_CASE("a form that was too large still shows its beginning") {
        Portal portal;
        const auto response = portal.refuse(std::string(sheet_path) + "/rating", http::engine::Refusal::BodyTooLarge,
                                            "level=2&text=the%20beginning" + std::string(65'000, 'a'));
        CHECK(response.status == 413);
        CHECK(text_of(response).contains("the beginning"));
        CHECK(text_of(response).contains("too-large"));
    }

    TEST_CASE("forms of other sites are refused") {
        Portal portal;
        const auto from = [&](Header header) {
            auto headers = form_type;
            headers.push_back({"host", "rihab.example"});
            headers.push_back(std::move(header));
            return portal
                .send(Method::Post, std::string(sheet_path) + "/rating", headers,
                      "level=4&key=" + service::random_key())
                .status;
        };
        CHECK(from({"origin", "https://evil.example"}) == 403);
        CHECK(from({"origin", "null"}) == 403);
        CHECK(from({"sec-fetch-site", "cross-site"}) == 403);
        CHECK(from({"sec-fetch-site", "same-site"}) == 403);
        CHECK(from({"origin", "https://rihab.example"}) == 303);
        CHECK(from({"sec-fetch-site", "same-origin"}) == 303);
    }

    TEST_CASE("a form of another type is refused with 415, as is JSON that is not called so") {
        Portal portal;
        CHECK(
            portal.send(Method::Post, std::string(sheet_path) + "/rating", {{"content-type", "text/plain"}}, "level=4")
                .status == 415);
        CHECK(portal.send(Method::Post, ratings_path, {{"content-type", "text/plain"}}, "{}").status == 415);
        CHECK(portal.send(Method::Post, ratings_path, {}, "{}").status == 415);
    }

    TEST_CASE("a problem is told in four languages with the place of its field") {
        Portal portal;
        struct Row {
            std::string body;
            std::string key;
            int status;
            const char* code;
        };
        for (const auto& row :
             {Row{R"({"level":9})", "k", 422, "level-unknown"}, Row{"{}", "k", 422, "level-missing"},
              Row{R"({"level":"4"})", "k", 422, "wrong-type"}, Row{R"({"level":4,"x":1})", "k", 422, "field-unknown"},
              Row{"{", "k", 400, "malformed"}, Row{"", "k", 400, "malformed"},
              Row{R"({"level":4})", "", 400, "key-missing"},
              Row{R"({"level":4,"text":")" + std::string(1201, 'a') + "\"}", "k", 422, "text-too-long"}}) {
            CAPTURE(row.body);
            const auto response = portal.post_json(row.body, row.key);
            CHECK(response.status == row.status);
            CHECK(value_of(response, "Content-Type") == "application/problem+json");
            const auto problem = wire::decode_problem(text_of(response));
            REQUIRE(problem.has_value());
            CHECK(problem->code == row.code);
            for (const auto language : base::languages) CHECK_FALSE(problem->message.exact(language).empty());
        }
    }

    TEST_CASE("the eleventh unknown receipt is refused on pages and in JSON, but one's own still opens") {
        Portal portal;
        const auto own = value_of(portal.post_form(std::string(sheet_path) + "/rating", "level=4&key=k1"), "Location");
        for (int i = 0; i < 10; ++i)
            CHECK(portal.get((i % 2 ? "/fr/receipt/" : "/api/v1/receipts/") + code_of(1000 + i)).status == 404);
        for (const auto* start : {"/fr/receipt/", "/api/v1/receipts/"}) {
            const auto refused = portal.get(start + code_of(2000));
            CHECK(refused.status == 429);
            CHECK(value_of(refused, "Retry-After") == "600");
        }
        CHECK(portal.get(own).status == 200);
        portal.now.milliseconds += 600'000;
        CHECK(portal.get("/fr/receipt/" + code_of(2000)).status == 404);
    }

    TEST_CASE("a mistyped receipt is said before any look-up and does not count as a try") {
        Portal portal;
        auto wrong = code_of(1);
        wrong[0] = wrong[0] == '9' ? '8' : '9';
        for (int i = 0; i < 20; ++i) CHECK(portal.get("/fr/receipt/" + wrong).status == 404);
        CHECK(wire::decode_problem(text_of(portal.get("/api/v1/receipts/" + wrong)))->code == "receipt-mistyped");
        CHECK(portal.get("/fr/receipt/" + code_of(1)).status == 404);
    }

    TEST_CASE("however its number is typed, a receipt has one address") {
        Portal portal;
        const auto place =
            value_of(portal.post_form(std::string(sheet_path) + "/rating", "level=4&key=k1"), "Location");
        auto digits = place.substr(place.rfind('/') + 1);
        std::erase(digits, '-');
        const auto response = portal.get("/fr/receipt/" + digits);
        CHECK(response.status == 302);
        CHECK(value_of(response, "Location") == place);
    }

    TEST_CASE("every response carries the headers that protect its reader") {
        Portal portal;
        const Response responses[] = {portal.get("/"),
                                      portal.get(sheet_path),
                                      portal.get("/nowhere"),
                                      portal.get("/api/v1/nowhere"),
                                      portal.get("/api/v1/districts"),
                                      portal.get("/healthz"),
                                      portal.send(Method::Other, "/fr"),
                                      portal.refuse("/", http::engine::Refusal::Malformed)};
        for (const auto& response : responses) {
            CAPTURE(response.status);
            CHECK(value_of(response, "Content-Security-Policy")
                      .starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"));
            CHECK(value_of(response, "X-Content-Type-Options") == "nosniff");
            CHECK(value_of(response, "Cross-Origin-Opener-Policy") == "same-origin");
            CHECK(value_of(response, "Cache-Control") != "");
            CHECK(response.headers.end() != std::ranges::find(response.headers, "X-Request-Id", &Header::name));
        }
    }

    TEST_CASE("an unknown page is a 404 in the language of its first segment; an unknown method names the known ones") {
        Portal portal;
        const auto page = portal.get("/en/nowhere", {{"accept-language", "fr"}});
        CHECK(page.status == 404);
        CHECK(value_of(page, "Content-Language") == "en");
        CHECK(value_of(portal.get("/nowhere", {{"accept-language", "fr"}}), "Content-Language") == "fr");
        const auto other = portal.send(Method::Other, sheet_path);
        CHECK(other.status == 405);
        CHECK(value_of(other, "Allow") == "GET, HEAD, POST");
    }

    TEST_CASE("a slash too many is taken off where a page stands without it, and nowhere else") {
        Portal portal;
        const auto response = portal.get(std::string(sheet_path) + "/?skin=html");
        CHECK(response.status == 301);
        CHECK(value_of(response, "Location") == std::string(sheet_path) + "?skin=html");
        for (const auto* target : {"//evil.example/", "/nowhere/", "//fr/"}) {
            CAPTURE(target);
            CHECK(portal.get(target).status == 404);
        }
    }

    TEST_CASE("JSON that a client has is not sent again, and lists are cut where they are told to be") {
        Portal portal;
        const auto first = portal.get("/api/v1/districts/rabat");
        CHECK(portal.get("/api/v1/districts/rabat", {{"if-none-match", value_of(first, "ETag")}}).status == 304);

        const auto page = wire::decode_districts(text_of(portal.get("/api/v1/districts?limit=1")));
        REQUIRE(page.has_value());
        CHECK(page->items.size() == 1);
        REQUIRE(page->next.has_value());
        const auto rest =
            wire::decode_districts(text_of(portal.get("/api/v1/districts?limit=1&cursor=" + *page->next)));
        REQUIRE(rest.has_value());
        CHECK(rest->items.size() == 1);
        CHECK_FALSE(rest->next.has_value());
        for (const auto* query :
             {"limit=0", "limit=101", "limit=x", "limit=1&limit=1", "cursor=nowhere", "other=1", "limit=%"}) {
            CAPTURE(query);
            CHECK(portal.get(std::string("/api/v1/districts?") + query).status == 400);
        }
        CHECK(portal.get("/api/v1/districts/fes/services").status == 200);
        CHECK(portal.get("/api/v1/districts/nowhere/services").status == 404);
        CHECK(portal.get("/api/v1/openapi.json").status == 200);
    }

    TEST_CASE("a theme is remembered and printed, and the form leads back to pages of ours only") {
        Portal portal;
        const auto choose = [&](std::string body) { return portal.post_form("/fr/preferences", std::move(body)); };
        const auto chosen = choose("theme=dark&return=%2Ffr%2Fd%2Frabat%2Fservices%2Fcasier-judiciaire");
        CHECK(chosen.status == 303);
        CHECK(value_of(chosen, "Location") == sheet_path);
        CHECK(value_of(chosen, "Set-Cookie").starts_with("__Host-prefs=theme=dark&text=100;"));
        const auto page = text_of(portal.get(sheet_path, {{"cookie", "__Host-prefs=theme=dark"}}));
        CHECK(page.contains("class=\"skin-html theme-dark\""));
        CHECK(text_of(portal.get(sheet_path)).contains("class=\"skin-html\""));
        for (const auto* back :
             {"https://evil.example", "//evil.example", "/%5Cevil.example", "/fr%0D%0ASet-Cookie:a", ""})
            CHECK(value_of(choose(std::string("theme=light&return=") + back), "Location") == "/fr");
        CHECK(choose("theme=pink").status == 422);
        CHECK(choose("theme=%").status == 422);
    }

    TEST_CASE("a size of text is remembered beside the theme, and brings its own style sheet") {
        Portal portal;
        const std::vector<Header> dark{{"cookie", "__Host-prefs=theme=dark"}};
        const auto chosen = portal.post_form("/fr/preferences", "text=150&return=%2Ffr", dark);
        CHECK(value_of(chosen, "Set-Cookie").starts_with("__Host-prefs=theme=dark&text=150;"));
        const auto page = text_of(portal.get(sheet_path, {{"cookie", "__Host-prefs=theme=dark&text=150"}}));
        CHECK(page.contains("class=\"skin-html theme-dark\" data-theme=\"dark\" data-text=\"150\""));
        CHECK(portal.post_form("/fr/preferences", "text=900").status == 422);
        CHECK(portal.post_form("/fr/preferences", "return=%2Ffr").status == 422);
    }

    TEST_CASE("a page says in one sentence what it is, for those who get its address") {
        Portal portal;
        const auto sheet = text_of(portal.get(sheet_path));
        const auto begin = sheet.find("<title>") + 7;
        const auto title = sheet.substr(begin, sheet.find("</title>") - begin);
        CHECK(sheet.contains("<meta property=\"og:title\" content=\"" + title));
        CHECK_FALSE(sheet.contains("<meta name=\"description\" content=\"\""));
        CHECK(text_of(portal.get("/fr")).contains("<meta name=\"description\" content=\"Rihab réunit"));
    }

    TEST_CASE("the icon that a page names is there") {
        Portal portal;
        CHECK(text_of(portal.get(sheet_path)).contains("href=\"/icon.svg\""));
        const auto icon = portal.get("/icon.svg");
        CHECK(value_of(icon, "Content-Type") == "image/svg+xml");
        CHECK(text_of(icon).contains("fill=\"#0b5d4e\""));
    }

    TEST_CASE("the first address sends each reader to a page of his language") {
        Portal portal;
        CHECK(value_of(portal.get("/", {{"accept-language", "fr"}}), "Location") == "/fr");
        CHECK(value_of(portal.get("/"), "Location") == "/ar");
        CHECK(portal.get("/zgh").status == 200);
    }
}
