#include <array>
#include <doctest/doctest.h>
#include <random>

#include "shared/base/utf8.hpp"
#include "shared/unicode/utf.hpp"
#include "tests/client/text/a_paragraph.hpp"

namespace {

// What people and attackers type: controls, broken pairs of them, marks without letters, scripts that we do not
// have.
constexpr std::u32string_view alphabet =
    U"abZ019 -/?().,:«»\n\n  "
    U"\u0627\u0628\u0644\u0627\u064E\u0651\u0640\u061F\u0660\u2D30\u2D4F\u2D7F\u2D6F\u0301\u00AD"
    U"\u00A0\u202F\u200B\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFEFF\u4E00\u0E01"
    U"\u1100"
    U"\U0001F600\u007F\u0001";

template <class Values>
auto pick(std::mt19937& random, const Values& values) {
    return values[random() % std::size(values)];
}

std::string hostile_text(std::mt19937& random) {
    std::string text;
    for (auto count = random() % 60; count > 0; --count) {
        if (random() % 20 == 0) text += static_cast<char>(0x80 + random() % 0x80);  // Broken UTF-8.
        else base::append_code_point(text, pick(random, alphabet));
    }
    return text;
}

// Unsorted, crossing and beyond the end as well.
std::vector<text::Span> hostile_spans(std::mt19937& random, std::size_t length) {
    std::vector<text::Span> spans(random() % 4);
    for (auto& span : spans) {
        span.begin = static_cast<std::uint32_t>(random() % (length + 1));
        span.end = static_cast<std::uint32_t>(random() % (length + 10));
        span.weight = random() % 2 == 0 ? 400 : 700;
        span.isolate = random() % 2 == 0;
    }
    return spans;
}

}  // namespace

TEST_SUITE("client/text/hostile") {
    TEST_CASE("whatever the text, its spans and the width are, every byte is in exactly one line") {
        std::mt19937 random(7);
        text::Engine engine(test::all_fonts());
        for (int round = 0; round < 1500; ++round) {
            const auto content = hostile_text(random);
            const auto spans = hostile_spans(random, content.size());
            auto one = test::a_paragraph(content, pick(random, base::languages));
            one.spans = spans;
            one.direction = pick(random, std::array{base::Direction::Ltr, base::Direction::Rtl});
            one.overflow_wrap = pick(random, std::array{text::OverflowWrap::Normal, text::OverflowWrap::Anywhere});
            const float width_px = pick(random, std::array{-1.0F, 0.0F, 20.0F, 100.0F, 1e6F});
            CAPTURE(content);
            CAPTURE(width_px);

            const auto& lines = engine.layout(one, width_px);
            std::uint32_t expected = 0;
            for (std::size_t i = 0; i < lines.lines.size(); ++i) {
                const auto& line = lines.lines[i];
                REQUIRE(line.begin == expected);
                REQUIRE(line.visible_end >= line.begin);
                REQUIRE(line.visible_end <= line.end);
                expected = line.end;
                for (const auto& stop : engine.caret_stops(one, width_px, i)) {
                    REQUIRE(stop.offset >= line.begin);
                    REQUIRE(stop.offset <= line.end);
                }
            }
            CHECK(expected == content.size());
            CHECK(engine.hit_test(one, width_px, 10, 10) <= content.size());
            CHECK(engine.min_content_width_px(one) <= engine.max_content_width_px(one) + 1);
            engine.trim();
        }
    }
}
