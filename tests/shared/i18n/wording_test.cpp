// The rules of wording that a program can check; what reads well only people can tell.
#include <algorithm>
#include <array>
#include <doctest/doctest.h>
#include <set>
#include <string>
#include <string_view>

#include "shared/base/language.hpp"
#include "tests/message_sources.hpp"
#include "tests/shared/i18n/words.hpp"

using base::Language;
using test::code_points;
using test::is_language_name;
using test::pattern;
using test::words_of;

namespace {

bool is_tifinagh(char32_t c) { return c >= 0x2D30 && c <= 0x2D7F; }
bool is_arabic(char32_t c) { return (c >= 0x0620 && c <= 0x064A) || (c >= 0x066E && c <= 0x06D3); }
bool is_latin(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0x17F && c != 0xD7 && c != 0xF7);
}
bool is_letter(char32_t c) { return is_tifinagh(c) || is_arabic(c) || is_latin(c); }

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool contains_word(const std::string& text, std::string_view word) {
    std::string lower = " " + text + " ";
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    for (auto at = lower.find(word); at != std::string::npos; at = lower.find(word, at + 1)) {
        const auto is_edge = [&](std::size_t i) { return lower[i] >= 0 && !(lower[i] >= 'a' && lower[i] <= 'z'); };
        if (is_edge(at - 1) && is_edge(at + word.size())) return true;
    }
    return false;
}

}  // namespace

TEST_SUITE("shared/i18n/wording") {
    TEST_CASE("words_of keeps the branches of a plural and drops arguments") {
        CHECK(words_of("A {x} b {n, plural, one {c # d} other {e {y} f}}.") == "A  b c  de  f.");
    }

    TEST_CASE("at least 95 of 100 letters of every Amazigh message are Tifinagh") {
        for (const auto& message : message_sources::messages) {
            if (is_language_name(message)) continue;
            CAPTURE(message.key);
            const auto letters = code_points(words_of(pattern(message, Language::Zgh)));
            const auto all = std::ranges::count_if(letters, is_letter);
            CHECK(all > 0);
            CHECK(std::ranges::count_if(letters, is_tifinagh) * 100 >= all * 95);
        }
    }

    TEST_CASE("no Amazigh message equals that of another language") {
        for (const auto& message : message_sources::messages) {
            if (is_language_name(message)) continue;
            CAPTURE(message.key);
            for (const auto other : {Language::Ar, Language::Fr, Language::En})
                CHECK(pattern(message, Language::Zgh) != pattern(message, other));
        }
    }

    TEST_CASE("a language's name is the same in every language") {
        for (const auto& message : message_sources::messages) {
            if (!is_language_name(message)) continue;
            CAPTURE(message.key);
            for (const auto& text : message.patterns) CHECK(text == message.patterns[0]);
        }
    }

    TEST_CASE("every letter of an Arabic message is Arabic, of a French or English one Latin") {
        for (const auto& message : message_sources::messages) {
            if (is_language_name(message)) continue;
            CAPTURE(message.key);
            for (const char32_t c : code_points(words_of(pattern(message, Language::Ar))))
                CHECK((!is_letter(c) || is_arabic(c)));
            for (const auto language : {Language::Fr, Language::En})
                for (const char32_t c : code_points(words_of(pattern(message, language))))
                    CHECK((!is_letter(c) || is_latin(c)));
        }
    }

    TEST_CASE("no message begs, apologises or blames") {
        constexpr std::array<std::string_view, 9> english{"please",  "sorry", "oops",   "invalid",      "forbidden",
                                                          "illegal", "must",  "failed", "unfortunately"};
        constexpr std::array<std::string_view, 8> french{"veuillez", "merci de", "svp",      "plaît",
                                                         "désolé",   "invalide", "interdit", "malheureusement"};
        constexpr std::array<std::string_view, 8> arabic{"المرجو", "يرجى", "رجاء",  "من فضلك",
                                                         "عذراً",   "نأسف", "للأسف", "غير صالح"};
        for (const auto& message : message_sources::messages) {
            CAPTURE(message.key);
            for (const auto word : english) CHECK_FALSE(contains_word(words_of(pattern(message, Language::En)), word));
            for (const auto word : french) CHECK_FALSE(contains_word(words_of(pattern(message, Language::Fr)), word));
            for (const auto word : arabic) CHECK_FALSE(contains(pattern(message, Language::Ar), word));
        }
    }

    TEST_CASE("French writes its apostrophes curved and keeps its signs on the line") {
        constexpr std::string_view wide = "\u00a0", narrow = "\u202f";
        for (const auto& message : message_sources::messages) {
            const auto words = words_of(pattern(message, Language::Fr));
            CAPTURE(message.key);
            CHECK_FALSE(contains(words, "'"));
            CHECK_FALSE(contains(words, "\""));
            for (std::size_t i = 0; i < words.size(); ++i) {
                const auto before = std::string_view(words).substr(0, i);
                if (words[i] == ':') CHECK(before.ends_with(wide));
                if (words[i] == ';' || words[i] == '!' || words[i] == '?') CHECK(before.ends_with(narrow));
                if (std::string_view(words).substr(i).starts_with("«"))
                    CHECK(std::string_view(words).substr(i + 2).starts_with(wide));
                if (std::string_view(words).substr(i).starts_with("»")) CHECK(before.ends_with(wide));
            }
        }
    }

    TEST_CASE("no message uses three full stops, a straight apostrophe, two spaces or a bidi control") {
        for (const auto& message : message_sources::messages) {
            for (const auto language : base::languages) {
                const auto words = words_of(pattern(message, language));
                CAPTURE(message.key);
                CAPTURE(words);
                CHECK_FALSE(contains(words, "..."));
                CHECK_FALSE(contains(words, "'"));
                CHECK_FALSE(contains(pattern(message, language), "  "));
                for (const char32_t c : code_points(words)) {
                    const bool is_bidi_control = c == 0x61C || c == 0x200E || c == 0x200F ||
                                                 (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
                    CHECK_FALSE(is_bidi_control);
                }
            }
        }
    }

    // Beside Arabic letters the two halves of "55-19" would swap; with a full stop they do not (UAX #9, W2 and W4).
    TEST_CASE("no Arabic message joins two numbers by a hyphen") {
        for (const auto& message : message_sources::messages) {
            const auto words = words_of(pattern(message, Language::Ar));
            CAPTURE(message.key);
            for (std::size_t i = 1; i + 1 < words.size(); ++i)
                CHECK_FALSE((words[i] == '-' && words[i - 1] >= '0' && words[i - 1] <= '9'));
        }
    }

    TEST_CASE("Arabic uses its own question mark, comma and semicolon") {
        for (const auto& message : message_sources::messages) {
            const auto words = words_of(pattern(message, Language::Ar));
            CAPTURE(message.key);
            for (const auto sign : {"?", ",", ";"}) CHECK_FALSE(contains(words, sign));
        }
    }
}
