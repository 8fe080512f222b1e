// Text that is written to hurt: eight times as much of it may cost about eight times as much, in time and in memory,
// and nothing may break. Under the sanitizers too.
#include <algorithm>
#include <ctime>
#include <doctest/doctest.h>
#include <random>

#include "shared/unicode/bidi.hpp"
#include "shared/unicode/utf.hpp"
#include "tests/client/text/a_paragraph.hpp"
#include "tests/conformance/counted_memory.hpp"
#include "tests/conformance/suite.hpp"

namespace {

using base::Direction;
using base::Language;
using conformance::Suite;
using text::OverflowWrap;

#if __has_feature(address_sanitizer)
constexpr bool is_sanitized = true;  // Then everything takes ten times as long: less text shows the same.
#else
constexpr bool is_sanitized = false;
#endif
constexpr std::size_t megabyte = 1'000'000;
constexpr std::size_t growth = 8;
// Sorting and searching add a logarithm, a busy machine some noise; quadratic work would cost eight times the growth.
constexpr double largest_ratio = 3.0 * growth;
constexpr double shortest_seconds = 0.004;  // Below it the clock tells nothing.
constexpr std::size_t most_bytes_per_byte = 400;

constexpr std::u32string_view controls =
    U"\u061C\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF\u00AD"
    U"\u034F";

std::string repeated(std::string_view part, std::size_t bytes) {
    std::string text;
    while (text.size() + part.size() <= bytes) text += part;
    return text;
}

struct Cost {
    double cpu_seconds = 0;
    std::size_t peak_bytes = 0;
};

// Whatever an engine can be asked of a paragraph. Every byte is in exactly one line.
void ask_everything(const text::Paragraph& one, float width_px) {
    text::Engine engine(test::all_fonts());
    const auto& lines = engine.layout(one, width_px);
    std::uint32_t expected = 0;
    for (const auto& line : lines.lines) {
        REQUIRE(line.begin == expected);
        expected = line.end;
    }
    REQUIRE(expected == one.text.size());
    for (const auto line : {std::size_t{0}, lines.lines.size() / 2, lines.lines.size() - 1})
        for (const auto& stop : engine.caret_stops(one, width_px, line)) REQUIRE(stop.offset <= one.text.size());
    REQUIRE(engine.hit_test(one, width_px, width_px / 2, lines.height_px / 2) <= one.text.size());
    REQUIRE(engine.min_content_width_px(one) <= engine.max_content_width_px(one) + 1);
}

Cost cost_of(const std::string& content, Language language, float width_px, OverflowWrap overflow_wrap) {
    auto one = test::a_paragraph(content, language);
    one.overflow_wrap = overflow_wrap;
    test::forget_peak();
    const auto start_bytes = test::live_bytes();
    const auto start = std::clock();  // Of this process alone: others may keep the machine busy.
    ask_everything(one, width_px);
    return {static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, test::peak_bytes() - start_bytes};
}

struct Worst {
    double ratio = 0;
    std::size_t bytes_per_byte = 0;
};

void compare(Suite& suite, Worst& worst, const std::string& name, const std::string& little_text,
             const std::string& much_text, Language language, float width_px, OverflowWrap overflow_wrap) {
    const auto little = cost_of(little_text, language, width_px, overflow_wrap);
    const auto much = cost_of(much_text, language, width_px, overflow_wrap);
    const double ratio = much.cpu_seconds / std::max(little.cpu_seconds, shortest_seconds);
    const auto bytes_per_byte = much.peak_bytes / much_text.size();
    worst = {std::max(worst.ratio, ratio), std::max(worst.bytes_per_byte, bytes_per_byte)};
    suite.count(ratio <= largest_ratio && bytes_per_byte <= most_bytes_per_byte, [&] {
        return name + " at " + std::to_string(width_px) + " px: times " + std::to_string(ratio) + ", " +
               std::to_string(much.cpu_seconds) + " s, " + std::to_string(bytes_per_byte) + " bytes a byte";
    });
}

void compare_all(Suite& suite, Worst& worst, const std::string& name, std::string_view part, std::size_t bytes,
                 Language language) {
    for (const auto overflow_wrap : {OverflowWrap::Normal, OverflowWrap::Anywhere})
        for (const float width_px : {1.0F, 320.0F, 4000.0F})
            compare(suite, worst, name, repeated(part, bytes / growth), repeated(part, bytes), language, width_px,
                    overflow_wrap);
}

void report(Suite& suite, const Worst& worst, std::uint64_t expected) {
    suite.note("percent of the time of an eighth, at most (linear would be 800)",
               static_cast<std::uint64_t>(100 * worst.ratio));
    suite.note("bytes of memory for a byte of text, at most", worst.bytes_per_byte);
    suite.report(expected);
}

}  // namespace

TEST_SUITE("conformance/hostile") {
    TEST_CASE("a paragraph of a megabyte costs about eight times an eighth of it") {
        Suite suite("hostile: a megabyte against an eighth of it");
        Worst worst;
        constexpr std::string_view prose = "المَحْكَمَةُ الاِبْتِدائِيَّة 2026/1234 (الرباط) ";
        const auto little = repeated(prose, megabyte / growth);
        const auto much = repeated(prose, megabyte);
        for (const auto overflow_wrap : {OverflowWrap::Normal, OverflowWrap::Anywhere})
            compare(suite, worst, "Arabic prose", little, much, Language::Ar, 320, overflow_wrap);
        compare(suite, worst, "one word", repeated("ب", megabyte / growth), repeated("ب", megabyte), Language::Ar, 320,
                OverflowWrap::Anywhere);
        report(suite, worst, 3);
    }

    TEST_CASE("text of every bad kind costs about eight times an eighth of it, whatever the width") {
        Suite suite("hostile: bad kinds of text, three widths, two wraps");
        Worst worst;
        constexpr std::size_t bytes = is_sanitized ? 16'000 : 80'000;
        compare_all(suite, worst, "French prose", "L’audience n° 12-34 est « publique » ; ", bytes, Language::Fr);
        compare_all(suite, worst, "Tifinagh prose", "ⵜⴰⵙⵏⴱⴹⴰⵢⵜ ⵏ ⵔⵔⴱⴰⵟ ", bytes, Language::Zgh);
        compare_all(suite, worst, "one Latin word", "AV", bytes, Language::En);
        compare_all(suite, worst, "joined across zero-width spaces", "ب\u200Bج\u200B", bytes, Language::Ar);
        compare_all(suite, worst, "both directions in turn", "aب1", bytes, Language::Ar);
        compare_all(suite, worst, "newlines", "\n", bytes, Language::Ar);
        compare_all(suite, worst, "letters that no face has", "漢a", bytes, Language::Ar);
        compare_all(suite, worst, "brackets that never close", "([{", bytes, Language::Ar);
        compare_all(suite, worst, "surrogates without their pair", "a\xED\xA0\x80\xED\xB0\x80", bytes, Language::Fr);
        compare_all(suite, worst, "bytes that are no UTF-8", "\xF0\x9F\x80ب\xC0\xFF", bytes, Language::Ar);
        compare_all(suite, worst, "isolates that never close", "\u2067a\u2068ب", bytes, Language::Ar);
        report(suite, worst, 66);
    }

    TEST_CASE("ten thousand marks on one letter") {
        Suite suite("hostile: 10,000 marks against 1,250");
        Worst worst;
        for (const std::string_view mark : {"\u064E", "\u0301", "\u0323", "\u200D", "\u034F", "\u0651\u064E"})
            for (const std::string letter : {"ب", "e", "ⵣ", ""})
                compare(suite, worst, letter + std::string(mark), letter + repeated(mark, 1'250 * mark.size()),
                        letter + repeated(mark, 10'000 * mark.size()), Language::Ar, 320, OverflowWrap::Anywhere);
        report(suite, worst, 24);
    }

    TEST_CASE("embeddings and isolates nested 125 deep and deeper") {
        for (const std::u32string_view opening :
             {U"\u202A", U"\u202B", U"\u202D", U"\u202E", U"\u2066", U"\u2067", U"\u2068"}) {
            for (const std::size_t depth : {1U, 124U, 125U, 126U, 1000U}) {
                std::u32string text;
                for (std::size_t i = 0; i < depth; ++i) (text += opening) += U"aب";
                const auto content = conformance::utf8_of(text);
                for (const auto direction : {Direction::Ltr, Direction::Rtl}) {
                    std::vector<std::uint8_t> levels;
                    unicode::resolve_levels(unicode::to_utf16(content), direction, levels);
                    CHECK(*std::ranges::max_element(levels) <= 127);  // max_depth of UAX #9, and rules I1 and I2.
                    auto one = test::a_paragraph(content);
                    one.direction = direction;
                    ask_everything(one, 320);
                }
            }
        }
    }

    TEST_CASE("bidi controls, joiners and nothing else, in any order") {
        std::mt19937 random(17);
        for (int round = 0; round < 200; ++round) {
            std::u32string text;
            for (int i = 0; i < 200; ++i) text += controls[random() % controls.size()];
            ask_everything(test::a_paragraph(conformance::utf8_of(text)), 320);
        }
    }
}
