#include "server-stub/http/preferences.hpp"

#include <doctest/doctest.h>

using http::Theme;

TEST_SUITE("server-stub/http/preferences") {
    TEST_CASE("what was chosen is read back from the cookie that was set") {
        for (const auto theme : {Theme::Auto, Theme::Light, Theme::Dark, Theme::Contrast}) {
            for (const auto text_size : base::text_sizes) {
                const http::Preferences chosen{theme, text_size};
                const auto cookie = http::print_cookie(chosen);
                CHECK(http::read_preferences(cookie.substr(0, cookie.find(';'))) == chosen);
            }
        }
    }

    TEST_CASE("a form changes what it names and leaves the other") {
        const http::Preferences dark{Theme::Dark, base::TextSize::Large};
        CHECK(http::change(dark, "text=200") == http::Preferences{Theme::Dark, base::TextSize::Largest});
        CHECK(http::change(dark, "theme=auto&return=%2Far") == http::Preferences{Theme::Auto, base::TextSize::Large});
        for (const auto* form : {"", "return=%2Far", "text=110", "text=", "theme=dark&theme=light", "%", "Text=200"}) {
            CAPTURE(form);
            CHECK_FALSE(http::change(dark, form));
        }
    }

    TEST_CASE("the cookie holds to one host over a safe channel, and no identity") {
        const auto cookie = http::print_cookie({Theme::Dark});
        CHECK(cookie == "__Host-prefs=theme=dark&text=100; Path=/; Max-Age=31536000; Secure; SameSite=Lax");
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
