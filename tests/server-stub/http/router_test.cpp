#include "server-stub/http/router.hpp"

#include <doctest/doctest.h>

#include "server-stub/http/route_table.hpp"
#include "shared/base/pairs.hpp"

using http::engine::Method;

TEST_SUITE("server-stub/http/router") {
    TEST_CASE("a path gives its values to the pattern that it fits") {
        const auto values =
            http::match("/{lang}/d/{district}/services/{service}", "/zgh/d/rabat/services/casier-judiciaire");
        REQUIRE(values.has_value());
        CHECK(values->language() == base::Language::Zgh);
        CHECK((*values)["district"] == "rabat");
        CHECK((*values)["service"] == "casier-judiciaire");
        CHECK((*values)["nothing"].empty());
    }

    TEST_CASE("an escaped slash, dot or NUL never finds its way through a slug") {
        constexpr auto pattern = "/{lang}/d/{district}/services/{service}";
        for (const auto* path :
             {"/fr/d/..%2f..%2fetc/services/passwd", "/fr/d/rabat/services/..", "/fr/d/rabat/services/%2e%2e",
              "/fr/d/rabat/services/%252e%252e", "/fr/d/rabat/services/a%00b", "/fr/d/rabat/services/a\\b",
              "/fr/d/rabat/services/%c0%ae%c0%ae", "/fr/d/rabat/services/", "/fr/d/rabat/services/x/",
              "//d/rabat/services/x", "/de/d/rabat/services/x", "/fr/d/RABAT/services/x", "/fr/d/rabat/services/x%",
              "/fr/d/rabat/services/x%zz", "fr/d/rabat/services/x", "", "/"}) {
            CAPTURE(path);
            CHECK_FALSE(http::match(pattern, path).has_value());
        }
    }

    TEST_CASE("a receipt's number may be typed with escaped spaces and Arabic digits") {
        const auto values = http::match("/{lang}/receipt/{code}", "/ar/receipt/%D9%A1234%205678");
        REQUIRE(values.has_value());
        CHECK((*values)["code"] == "١234 5678");
    }

    TEST_CASE("every path of the table is found by its own pattern, with values in place of the names") {
        for (const auto& route : http::route_table()) {
            std::string path(route.pattern);
            for (auto open = path.find('{'); open != path.npos; open = path.find('{')) {
                const auto name = path.substr(open, path.find('}', open) - open + 1);
                path.replace(open, name.size(),
                             name == "{lang}"    ? "fr"
                             : name == "{image}" ? std::string(64, 'a') + ".png"
                                                 : "x");
            }
            CAPTURE(path);
            REQUIRE(http::find_route(route.method, path).route != nullptr);
            CHECK(http::find_route(route.method, path).route->pattern == route.pattern);
        }
    }

    TEST_CASE("a path that is there with another method says which it has") {
        CHECK(http::find_route(Method::Other, "/fr").allowed == "GET, HEAD");
        CHECK(http::find_route(Method::Post, "/fr").route == nullptr);
        CHECK(http::find_route(Method::Get, "/fr/preferences").allowed == "POST");
        CHECK(http::find_route(Method::Other, "/fr/d/a/services/b").allowed == "GET, HEAD, POST");
        CHECK(http::find_route(Method::Get, "/nowhere").allowed.empty());
        CHECK(http::find_route(Method::Head, "/fr").route != nullptr);
    }

    TEST_CASE("pairs are decoded once, and a name that is there twice has no single value") {
        const auto pairs = base::parse_pairs("limit=5&cursor=a%20b+c&limit=6&&x");
        REQUIRE(pairs.has_value());
        CHECK(base::single(*pairs, "cursor") == "a b c");
        CHECK_FALSE(base::single(*pairs, "limit").has_value());
        CHECK(base::single(*pairs, "x") == "");
        CHECK_FALSE(base::parse_pairs("a=%").has_value());
        CHECK_FALSE(base::parse_pairs("a=%4").has_value());
        CHECK(base::percent_decode("%2525") == "%25");
    }
}
