// UAX #9: the levels and the visual order of our own functions, and what the engine then draws from left to right.
#include "shared/unicode/bidi.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <optional>

#include "shared/unicode/utf.hpp"
#include "tests/client/text/a_paragraph.hpp"
#include "tests/conformance/suite.hpp"

namespace {

using base::Direction;
using conformance::Suite;

// What a case expects. Characters that rule X9 removes have no level and no place.
struct Expected {
    std::vector<std::optional<std::uint8_t>> levels;
    std::vector<std::uint32_t> order;
};

std::vector<std::optional<std::uint8_t>> parse_levels(std::string_view text) {
    std::vector<std::optional<std::uint8_t>> levels;
    for (const auto word : conformance::words(text)) {
        if (word == "x") levels.emplace_back();
        else levels.emplace_back(static_cast<std::uint8_t>(std::stoi(std::string(word))));
    }
    return levels;
}

std::vector<std::uint32_t> parse_order(std::string_view text) {
    std::vector<std::uint32_t> order;
    for (const auto word : conformance::words(text))
        order.push_back(static_cast<std::uint32_t>(std::stoul(std::string(word))));
    return order;
}

// A character of each class of the test file; none is a bracket.
char32_t sample_of(std::string_view bidi_class) {
    static const std::map<std::string_view, char32_t> samples = {
        {"L", U'a'},     {"R", 0x05D0},   {"AL", 0x0627},  {"EN", U'1'},    {"ES", U'+'},    {"ET", U'%'},
        {"AN", 0x0661},  {"CS", U','},    {"NSM", 0x0301}, {"BN", 0x00AD},  {"B", 0x2029},   {"S", U'\t'},
        {"WS", U' '},    {"ON", U'!'},    {"LRE", 0x202A}, {"LRO", 0x202D}, {"RLE", 0x202B}, {"RLO", 0x202E},
        {"PDF", 0x202C}, {"LRI", 0x2066}, {"RLI", 0x2067}, {"FSI", 0x2068}, {"PDI", 0x2069}};
    return samples.at(bidi_class);
}

const std::string one_direction =
    "one direction: where all levels have the parity of the paragraph's, all are given as the paragraph's (ICU's short "
    "way, the browser's too); nothing moves";

// Where every level is odd, or every one even, what stands where does not depend on which.
bool has_one_direction(const Expected& expected, std::uint8_t paragraph_level) {
    return std::ranges::all_of(expected.levels, [&](const auto& level) {
        return !level || unicode::is_right_to_left(*level) == unicode::is_right_to_left(paragraph_level);
    });
}

// Our levels of each code point, and our order of those that have a place.
bool is_right(std::span<const char32_t> text, Direction direction, const Expected& expected, Suite& suite) {
    const auto units = conformance::utf16_of(text);
    std::vector<std::uint8_t> levels;
    unicode::resolve_levels(units, direction, levels);

    const std::uint8_t paragraph_level = direction == Direction::Rtl ? 1 : 0;
    const bool is_flat = std::ranges::all_of(levels, [&](std::uint8_t level) { return level == paragraph_level; });
    const bool takes_short_way = is_flat && has_one_direction(expected, paragraph_level);
    bool is_named = false;
    std::vector<std::uint8_t> shown_levels;
    std::vector<std::uint32_t> shown;
    std::size_t unit = 0;
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        if (expected.levels[i]) {
            if (*expected.levels[i] != levels[unit]) {
                if (!takes_short_way) return false;
                is_named = true;
            }
            shown.push_back(i);
            shown_levels.push_back(levels[unit]);
        }
        unit += text[i] > 0xFFFF ? 2 : 1;
    }
    if (is_named) suite.name(one_direction);
    std::vector<std::uint32_t> order;
    unicode::reorder_visually(shown_levels, order);
    for (auto& index : order) index = shown[index];
    return order == expected.order;
}

// What `dir=auto` takes: rules P2 and P3.
Direction direction_of(std::span<const char32_t> text) {
    return unicode::first_strong_direction(conformance::utf8_of(text)).value_or(Direction::Ltr);
}

struct CharacterCase {
    std::vector<char32_t> text;
    Direction direction{};
    Expected expected;
    std::string_view line;
};

CharacterCase parse_character_case(std::string_view line, Suite& suite) {
    const auto fields = conformance::split(line, ';');
    REQUIRE(fields.size() == 5);
    CharacterCase result{.line = line};
    for (const auto word : conformance::words(fields[0])) result.text.push_back(conformance::parse_hex(word));
    result.direction = fields[2] == "1" ? Direction::Rtl : Direction::Ltr;
    if (fields[1] == "2")
        suite.count(direction_of(result.text) == result.direction, [&] { return "direction of " + std::string(line); });
    result.expected = {parse_levels(fields[3]), parse_order(fields[4])};
    return result;
}

// The order in which the engine's glyphs stand on the line, as bytes of the text; letters that share a glyph once.
bool is_drawn_in_order(text::Engine& engine, const CharacterCase& one, std::uint64_t& places) {
    const auto content = conformance::utf8_of(one.text);
    auto paragraph = test::a_paragraph(content, base::Language::En);
    paragraph.direction = one.direction;
    std::vector<std::uint32_t> drawn;
    for (const auto& glyph : engine.layout(paragraph, 1e6F).glyphs)
        if (drawn.empty() || drawn.back() != glyph.cluster) drawn.push_back(glyph.cluster);

    std::vector<std::uint32_t> bytes;
    std::uint32_t byte = 0;
    for (const auto code_point : one.text) {
        bytes.push_back(byte);
        byte += static_cast<std::uint32_t>(conformance::utf8_of(std::span(&code_point, 1)).size());
    }
    std::vector<std::uint32_t> expected;
    for (const auto index : one.expected.order)
        if (std::ranges::find(drawn, bytes[index]) != drawn.end()) expected.push_back(bytes[index]);
    std::erase_if(drawn, [&](std::uint32_t cluster) {  // A control that rule X9 removes may have an empty glyph.
        const auto index = static_cast<std::size_t>(std::ranges::find(bytes, cluster) - bytes.begin());
        return !one.expected.levels[index];
    });
    places += drawn.size();
    return drawn == expected;
}

}  // namespace

TEST_SUITE("conformance/bidi") {
    TEST_CASE("BidiTest.txt: levels and visual order, in each of the paragraph directions") {
        Suite suite("BidiTest");
        Expected expected;
        for (const auto& line : conformance::data_lines(RIHAB_ICU_SOURCE_DIR "/test/testdata/BidiTest.txt")) {
            if (line.starts_with("@Levels:")) {
                expected.levels = parse_levels(std::string_view(line).substr(8));
            } else if (line.starts_with("@Reorder:")) {
                expected.order = parse_order(std::string_view(line).substr(9));
            } else if (!line.starts_with('@')) {
                const auto fields = conformance::split(line, ';');
                std::vector<char32_t> text;
                for (const auto word : conformance::words(fields[0])) text.push_back(sample_of(word));
                const auto directions = std::stoi(std::string(fields[1]));
                const auto judge = [&](Direction direction, std::string_view asked) {
                    suite.count(is_right(text, direction, expected, suite),
                                [&] { return line + " " + std::string(asked); });
                };
                if ((directions & 1) != 0) judge(direction_of(text), "auto");
                if ((directions & 2) != 0) judge(Direction::Ltr, "left to right");
                if ((directions & 4) != 0) judge(Direction::Rtl, "right to left");
            }
        }
        suite.report(770'000);
    }

    TEST_CASE("BidiCharacterTest.txt: levels and visual order, brackets too, and the glyphs that the engine places") {
        Suite suite("BidiCharacterTest");
        Suite drawn("BidiCharacterTest, glyphs from left to right");
        std::uint64_t places = 0;
        text::Engine engine(test::all_fonts());
        for (const auto& line : conformance::data_lines(RIHAB_ICU_SOURCE_DIR "/test/testdata/BidiCharacterTest.txt")) {
            const auto one = parse_character_case(line, suite);
            suite.count(is_right(one.text, one.direction, one.expected, suite), [&] { return line; });
            drawn.count(is_drawn_in_order(engine, one, places), [&] { return line; });
            engine.trim();
        }
        suite.report(91'000);
        drawn.note("places compared", places);
        drawn.report(91'000);
        CHECK(places > 400'000);  // Otherwise the engine drew too little to be judged.
    }
}
