#include "server-stub/service/visitor_class.hpp"

#include <doctest/doctest.h>

TEST_SUITE("server-stub/service/visitor_class") {
    TEST_CASE("browsers fall into a coarse class, the imitated one last") {
        struct Row {
            const char* header;
            const char* visitor_class;
        };
        for (const auto& row : {
                 Row{"Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) "
                     "SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
                     "android/samsung"},
                 Row{"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                     "Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0",
                     "windows/edge"},
                 Row{"Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
                     "Version/18.1 Mobile/15E148 Safari/604.1",
                     "ios/safari"},
                 Row{"Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0", "linux/firefox"},
                 Row{"something new", "other/other"},
             }) {
            CAPTURE(row.header);
            CHECK(service::visitor_class(row.header) == row.visitor_class);
            CHECK(!service::is_robot(row.header));
        }
    }

    TEST_CASE("robots that say so, headless browsers, libraries and silence are robots") {
        for (const auto* header :
             {"Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
              "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/141.0.0.0 "
              "Safari/537.36",
              "curl/8.5.0", "python-requests/2.31", "Go-http-client/2.0", "Mozilla/5.0 (compatible; bingbot/2.0)",
              "facebookexternalhit/1.1", "UptimeRobot/2.0", "", " "}) {
            CAPTURE(header);
            CHECK(service::is_robot(header));
        }
    }

    TEST_CASE("a telephone of the make Cubot is no robot") {
        CHECK(!service::is_robot("Mozilla/5.0 (Linux; Android 13; CUBOT NOTE 50) AppleWebKit/537.36 Chrome/140.0"));
        CHECK(service::is_robot("Mozilla/5.0 (Linux; Android 13; CUBOT NOTE 50; compatible; Googlebot/2.1)"));
    }
}
