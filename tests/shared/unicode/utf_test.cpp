#include "shared/unicode/utf.hpp"

#include <doctest/doctest.h>

TEST_SUITE("shared/unicode/utf") {
    TEST_CASE("UTF-8 comes back unchanged from UTF-16, beyond the first plane too") {
        for (const std::string_view text : {"", "abc", "é«»…", "المحكمة", "ⵜⴰⵎⴰⵣⵉⵖⵜ", "a😀b"}) {
            CAPTURE(text);
            CHECK(unicode::to_utf8(unicode::to_utf16(text)) == text);
        }
        CHECK(unicode::to_utf16("😀") == u"\xD83D\xDE00");
    }

    TEST_CASE("broken sequences become replacement characters as in the browser, and the rest is read on") {
        struct Case {
            std::string_view bytes;
            std::u16string_view units;
        };
        constexpr Case cases[] = {
            {"a\x80z", u"a\uFFFDz"},                            // A trailing byte alone.
            {"a\xC0\xAFz", u"a\uFFFD\uFFFDz"},                  // Longer than it need be.
            {"a\xE2\x82z", u"a\uFFFDz"},                        // Cut short.
            {"\xED\xA0\x80", u"\uFFFD\uFFFD\uFFFD"},            // Half of a surrogate pair.
            {"\xF4\x90\x80\x80", u"\uFFFD\uFFFD\uFFFD\uFFFD"},  // Beyond the last code point.
            {"\xF0\x9F\x98z", u"\uFFFDz"},                      // Cut short after three bytes.
            {"\xE2", u"\uFFFD"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.bytes);
            CHECK(unicode::to_utf16(c.bytes) == c.units);
        }
        CHECK(unicode::to_utf8(u"a\xD83D") == "a\uFFFD");
    }

    TEST_CASE("each unit knows the byte that it comes from, and the end is known too") {
        const auto text = unicode::to_utf16_with_offsets("aé😀ⵣ");
        CHECK(text.units == u"aé😀ⵣ");
        CHECK(text.bytes == std::vector<std::uint32_t>{0, 1, 3, 3, 7, 10});
    }
}
