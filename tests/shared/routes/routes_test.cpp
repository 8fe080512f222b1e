#include "shared/routes/routes.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using base::Language;

namespace {

std::optional<routes::Page> parse(const std::string& address) {
    const auto mark = std::min(address.find('?'), address.size());
    return routes::parse_page(address.substr(0, mark),
                              std::string_view(address).substr(std::min(mark + 1, address.size())));
}

}  // namespace

TEST_SUITE("shared/routes") {
    TEST_CASE("an address and its route are the same thing in both directions") {
        const routes::Page pages[] = {
            routes::Sheet{Language::Ar, "rabat", "casier-judiciaire"},
            routes::Sheet{Language::Zgh, "al-hoceima", "a"},
            routes::Receipt{Language::Fr, "1234-5678-9012-3456"},
            routes::Home{Language::Ar, {}},
            routes::National{Language::Zgh, routes::Topic::Privacy},
            routes::District{Language::En, "tanger"},
            routes::Listing{Language::Fr, "tanger", routes::Section::Courts},
            routes::Listing{Language::Ar, "tanger", routes::Section::News, "-20778.new-counter"},
            routes::Entry{Language::Ar, "agadir", routes::Section::Activities, "open-day"},
            routes::Entry{Language::Ar, "agadir", routes::Section::Help, "law-31-13"},
            routes::Listing{Language::Zgh, {}, routes::Section::Help},
            routes::Listing{Language::Zgh, {}, routes::Section::Help, "0.citizen"},
            routes::Entry{Language::En, {}, routes::Section::Help, "citizen"},
            routes::Account{Language::Ar, routes::AccountStep::Overview},
            routes::Account{Language::Fr, routes::AccountStep::Authenticator},
            routes::Invitation{Language::Zgh, "0123"},
            routes::Desk{Language::En},
            routes::DeskRoom{Language::Ar, "rabat", routes::Room::People, {}},
            routes::DeskRoom{Language::Ar, "rabat", routes::Room::Items, "state=draft"},
            routes::DeskRoom{Language::Ar, "rabat", routes::Room::Images, "cursor=7-1"},
            routes::DeskRoom{Language::Zgh, "rabat", routes::Room::Parity, "status=stale"},
            routes::DeskRoom{Language::Ar, "rabat", routes::Room::Opening, {}},
            routes::DeskRoom{Language::Zgh, "rabat", routes::Room::Remarks, {}},
            routes::DeskRoom{Language::En, "rabat", routes::Room::Glossary, ""},
            routes::DeskRoom{Language::Fr, "rabat", routes::Room::Copies, "kind=question&from=beni-mellal&cursor=7-1"},
            routes::Opening{Language::Zgh, "rabat"},
            routes::DeskRoom{Language::En, "rabat", routes::Room::Duties, {}},
            routes::DeskItem{Language::Ar, "rabat", "17", false, {}},
            routes::DeskItem{Language::Ar, "rabat", "17", true, {}},
            routes::Participate{Language::Zgh, "rabat", {}},
            routes::Participate{Language::Ar, "rabat", "service=casier-judiciaire"},
            routes::Contribution{Language::Fr, "rabat", "17"},
            routes::Follow{Language::Zgh, "1234-5678-9012-3456"},
            routes::DeskRoom{Language::Ar, "rabat", routes::Room::Voice, "show=waiting"},
            routes::DeskVoice{Language::En, "rabat", "17"},
            routes::Needs{Language::Zgh, "rabat"},
            routes::Moderation{Language::Fr, "rabat"},
            routes::VoiceRules{Language::Ar, "rabat", "saved=1"},
        };
        for (const auto& page : pages) {
            const auto address = routes::address_of(page);
            CAPTURE(address);
            CHECK(parse(address) == page);
            for (const auto language : base::languages) {
                const auto translated = routes::in_language(page, language);
                CHECK(routes::language_of(translated) == language);
                CHECK(parse(routes::address_of(translated)) == translated);
            }
        }
    }

    TEST_CASE("the help for the whole country has addresses of its own") {
        CHECK(routes::api_list({}, routes::Section::Help) == "/api/v1/guides");
        CHECK(routes::api_entry({}, routes::Section::Help, "citizen") == "/api/v1/guides/citizen");
        const auto list = routes::parse_api("/api/v1/guides"), entry = routes::parse_api("/api/v1/guides/citizen");
        REQUIRE((list && entry));
        CHECK((list->is_list && list->section == routes::Section::Help && list->district.empty()));
        CHECK((!entry->is_list && entry->section == routes::Section::Help));
        for (const auto* path : {"/api/v1/guides/", "/api/v1/guidesx", "/api/v1/guides/A", "/api/v1/guides/a/b"})
            CHECK_FALSE(routes::parse_api(path).has_value());
    }

    TEST_CASE("a list goes on after a number and a slug; of anything else it begins anew") {
        CHECK(routes::address_of(routes::Listing{Language::Fr, "fes", routes::Section::News, "-7.a-b"}) ==
              "/fr/d/fes/news?after=-7.a-b");
        const routes::Page first = routes::Listing{Language::Fr, "fes", routes::Section::News};
        for (const auto* query : {"", "after=", "after=a", "after=1", "after=1.", "after=.a", "after=1.A", "after=-.a",
                                  "after=1.a&after=2.b", "after=1234567890123456789.a", "after=1.%2F"})
            CHECK(routes::parse_page("/fr/d/fes/news", query) == first);
        CHECK(routes::api_list("fes", routes::Section::News, {.limit = 3, .after = "-7.a"}) ==
              "/api/v1/districts/fes/news?limit=3&cursor=-7.a");
    }

    TEST_CASE("an address of published content tells its place") {
        const auto entry = routes::parse_api("/api/v1/districts/fes/courts/cour-appel");
        REQUIRE(entry.has_value());
        CHECK(entry->district == "fes");
        CHECK(entry->section == routes::Section::Courts);
        CHECK_FALSE(entry->is_list);
        CHECK(routes::parse_api("/api/v1/districts")->is_list);
        CHECK(routes::parse_api("/api/v1/districts/fes/news")->is_list);
        CHECK_FALSE(routes::parse_api("/api/v1/districts/fes")->section.has_value());
        for (const auto* path :
             {"", "/", "/api/v1", "/api/v1/districtsx", "/api/v1/districts/", "/api/v1/districts/FES",
              "/api/v1/districts/fes/nothing", "/api/v1/districts/fes/news/", "/api/v1/districts/fes/news/a/b",
              "/api/v1/districts/fes/now", "/api/v1/calendar"}) {
            CAPTURE(path);
            CHECK_FALSE(routes::parse_api(path).has_value());
        }
    }

    TEST_CASE("the address of a sheet is the one other sites rely on") {
        CHECK(routes::address_of(routes::Sheet{Language::Ar, "rabat", "casier-judiciaire"}) ==
              "/ar/d/rabat/services/casier-judiciaire");
        CHECK(routes::rating_action({Language::Fr, "rabat", "x"}) == "/fr/d/rabat/services/x/rating");
        CHECK(routes::api_ratings("rabat", "x") == "/api/v1/districts/rabat/services/x/ratings");
    }

    TEST_CASE("what is looked for stands in the address of the home, whatever its script") {
        const routes::Home home{Language::Ar, "طنجة & ⵟⴰⵏⵊⴰ"};
        const auto address = routes::address_of(home);
        const auto mark = address.find('?');
        CHECK(routes::parse_page(address.substr(0, mark), address.substr(mark + 1)) == routes::Page(home));
        CHECK(routes::parse_page("/ar", "q=%E0%A4%A") == routes::Page(routes::Home{Language::Ar, {}}));
        CHECK(routes::parse_page("/ar", "q=a&q=b") == routes::Page(routes::Home{Language::Ar, {}}));
        const auto cut = routes::parse_page("/ar", "q=" + std::string(300, 'x'));
        CHECK(std::get<routes::Home>(*cut).query.size() == routes::query_limit);
        // An inbox may be asked for several things at once.
        const auto desk = routes::parse_page("/ar/desk/rabat/voice", std::string(300, 'x'));
        CHECK(std::get<routes::DeskRoom>(*desk).query.size() == 2 * routes::query_limit);
    }

    TEST_CASE("every kind of page is found at the address that its pattern spells") {
        for (const auto& kind : routes::page_kinds()) {
            std::string path(kind.pattern);
            for (auto open = path.find('{'); open != path.npos; open = path.find('{')) {
                const auto name = path.substr(open, path.find('}', open) - open + 1);
                path.replace(open, name.size(), name == "{lang}" ? "fr" : "x");
            }
            CAPTURE(path);
            const auto page = routes::parse_page(path);
            REQUIRE(page.has_value());
            CHECK(routes::address_of(*page) == path);
            CHECK(routes::kind_of(*page) == kind.name);
            CHECK((routes::district_of(*page) == "x") == path.contains("/d/"));
        }
    }

    TEST_CASE("what is no address of a page leads nowhere") {
        const std::string long_slug(65, 'a');
        const std::string cases[] = {"",
                                     "/",
                                     "ar",
                                     "/de/d/rabat/services/x",
                                     "/ar/d/rabat/rulings",
                                     "/ar/d/rabat/services/",
                                     "/ar/d/rabat/services/x/",
                                     "/ar/d/Rabat/services/x",
                                     "/ar/d/../services/x",
                                     "/ar/d/rabat/services/" + long_slug,
                                     "/ar/receipt/",
                                     "/ar/account/",
                                     "/ar/account/nothing",
                                     "/ar/account/new/x",
                                     "/ar/account/invitation/",
                                     "/ar/account/invitation/a/b",
                                     "/ar/account/invitation/<b>",
                                     "/ar/desk/rabat",
                                     "/ar/desk/Rabat/people",
                                     "/ar/desk/rabat/people/x",
                                     "//ar/receipt/1",
                                     "/ar/d/rabat/services/x?y",
                                     "/a/b/c/d/e/f/g/h/i/j/k/l/m/n"};
        for (const auto& path : cases) {
            CAPTURE(path);
            CHECK_FALSE(routes::parse_page(path).has_value());
        }
    }
}
