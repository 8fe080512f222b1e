#include "server-stub/http/preferences.hpp"

#include <doctest/doctest.h>

using http::Theme;

TEST_SUITE("server-stub/http/preferences") {
    TEST_CASE("what was chosen is read back from the cookie that was set") {
        for (const auto theme : {Theme::Auto, Theme::Light, Theme::Dark, Theme::Contrast}) {
            const auto cookie = http::print_cookie({theme});
            CHECK(http::read_preferences(cookie.substr(0, cookie.find(';'))).theme == theme);
        }
    }

    TEST_CASE("the cookie holds to one host over a safe channel, and no identity") {
        const auto cookie = http::print_cookie({Theme::Dark});
        CHECK(cookie == "__Host-prefs=theme=dark; Path=/; Max-Age=31536000; Secure; SameSite=Lax");
    }

    TEST_CASE("other cookies and nonsense leave the default") {
        CHECK(http::read_preferences("a=b; __Host-prefs=theme=dark; c=d").theme == Theme::Dark);
        for (const auto* cookies : {"", "a=b", "__Host-prefs=theme=pink", "__Host-prefs=", "x__Host-prefs=theme=dark",
                                    "; ;;  ", "__Host-prefs=theme=\"><script>"}) {
            CAPTURE(cookies);
            CHECK(http::read_preferences(cookies).theme == Theme::Auto);
        }
    }
}
