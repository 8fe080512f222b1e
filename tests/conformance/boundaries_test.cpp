// UAX #14 and #29 through the functions that the engine calls, on the cut data that ships.
#include "shared/unicode/boundaries.hpp"

#include <algorithm>
#include <doctest/doctest.h>

#include "tests/conformance/line_tailorings.hpp"
#include "tests/conformance/suite.hpp"

namespace {

using conformance::Suite;

constexpr std::string_view may_break = "÷";
constexpr std::string_view must_not_break = "×";

// "÷ 0061 × 0308 ÷": the text, and the units before which it may break, the end included and the start not.
struct Case {
    std::u16string text;
    std::vector<std::uint32_t> boundaries;
};

Case parse_case(std::string_view line) {
    Case result;
    for (const auto word : conformance::words(line)) {
        if (word == may_break) {
            if (!result.text.empty()) result.boundaries.push_back(static_cast<std::uint32_t>(result.text.size()));
        } else if (word != must_not_break) {
            const char32_t code_point = conformance::parse_hex(word);
            result.text += conformance::utf16_of(std::span(&code_point, 1));
        }
    }
    return result;
}

std::string test_file(std::string_view name) {
    return RIHAB_ICU_SOURCE_DIR "/test/testdata/" + std::string(name) + ".txt";
}

using Find = void (unicode::Boundaries::*)(std::u16string_view, std::vector<std::uint32_t>&);

// Ours and, with the rule that has a name put in, the suite's.
template <class Tailor>
void judge(const std::string& name, Find find, std::uint64_t expected, Tailor tailor) {
    Suite suite(name);
    unicode::Boundaries boundaries;
    std::vector<std::uint32_t> found;
    for (const auto& line : conformance::data_lines(test_file(name))) {
        auto one = parse_case(line);
        tailor(one, suite);
        (boundaries.*find)(one.text, found);
        suite.count(found == one.boundaries, [&] { return line; });
    }
    suite.report(expected);
}

// A colon keeps the marks that follow it.
void part_at_colons(Case& one, Suite& suite) {
    const auto add = [&](std::size_t at) {
        const auto place = std::ranges::lower_bound(one.boundaries, at);
        if (at == 0 || (place != one.boundaries.end() && *place == at)) return;
        one.boundaries.insert(place, static_cast<std::uint32_t>(at));
        suite.name("colon: CLDR's root rules part words at it; UAX #29 leaves that open");
    };
    for (std::size_t at = one.text.find(u':'); at != std::u16string::npos; at = one.text.find(u':', at + 1)) {
        add(at);
        add(std::min(one.text.find_first_not_of(u"\u00AD\u0300\u0308\u200D", at + 1), one.text.size()));
    }
}

}  // namespace

TEST_SUITE("conformance/boundaries") {
    TEST_CASE("GraphemeBreakTest.txt: the steps of a caret") {
        judge("GraphemeBreakTest", &unicode::Boundaries::graphemes, 1'100, [](Case&, Suite&) {});
    }

    TEST_CASE("WordBreakTest.txt") { judge("WordBreakTest", &unicode::Boundaries::words, 1'800, part_at_colons); }

    TEST_CASE("LineBreakTest.txt: UAX #14 everywhere but where a tailoring has a name") {
        Suite suite("LineBreakTest");
        unicode::Boundaries boundaries;
        std::vector<std::uint32_t> found;
        for (const auto& line : conformance::data_lines(test_file("LineBreakTest"))) {
            const auto one = parse_case(line);
            boundaries.line_breaks(one.text, found);
            bool right = !found.empty() && found.back() == one.text.size();
            for (std::uint32_t at = 1; at < one.text.size(); ++at) {
                const bool breaks = std::ranges::binary_search(found, at);
                const bool by_uax14 = std::ranges::binary_search(one.boundaries, at);
                const auto tailoring = conformance::tailoring_at(one.text, at);
                const bool wanted = tailoring ? tailoring->may_break : by_uax14;
                right &= breaks == wanted;
                if (tailoring && wanted != by_uax14) suite.name(tailoring->reason);
            }
            suite.count(right, [&] { return line; });
        }
        suite.report(16'000);
    }
}
