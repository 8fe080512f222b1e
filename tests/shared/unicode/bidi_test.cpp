#include "shared/unicode/bidi.hpp"

#include <doctest/doctest.h>
#include <string>

namespace {

using base::Direction;

std::string levels_of(std::u16string_view text, Direction direction) {
    std::vector<std::uint8_t> levels;
    unicode::resolve_levels(text, direction, levels);
    std::string digits;
    for (const auto level : levels) digits += static_cast<char>('0' + level);
    return digits;
}

}  // namespace

TEST_SUITE("shared/unicode/bidi") {
    TEST_CASE("letters take the direction of their script, numbers in Arabic run left to right") {
        CHECK(levels_of(u"ab", Direction::Ltr) == "00");
        CHECK(levels_of(u"ab", Direction::Rtl) == "22");
        CHECK(levels_of(u"بت", Direction::Ltr) == "11");
        CHECK(levels_of(u"ب 12", Direction::Rtl) == "1122");
        CHECK(levels_of(u"ⵣⵉ ب", Direction::Ltr) == "0001");
    }

    TEST_CASE("a case number falls apart in Arabic, and an isolate keeps it together") {
        CHECK(levels_of(u"ب 20-12", Direction::Rtl) == "1122122");
        CHECK(levels_of(u"ب \u206820-12\u2069", Direction::Rtl) == "111222221");
        CHECK(levels_of(u"ب 20/12", Direction::Rtl) == "1122222");  // A slash alone holds it together too.
    }

    TEST_CASE("every line of a text takes the base direction, not only the first") {
        CHECK(levels_of(u"a\nb", Direction::Rtl) == "212");
    }

    TEST_CASE("visual order turns right-to-left pieces around and keeps the numbers inside them") {
        std::vector<std::uint32_t> order;
        const std::uint8_t levels[] = {0, 1, 2, 2, 1, 0};
        unicode::reorder_visually(levels, order);
        CHECK(order == std::vector<std::uint32_t>{0, 4, 2, 3, 1, 5});
    }

    TEST_CASE("the first strong letter decides, what is isolated does not count, digits never do") {
        CHECK(unicode::first_strong_direction("12 رحاب a") == Direction::Rtl);
        CHECK(unicode::first_strong_direction("«Rabat» رحاب") == Direction::Ltr);
        CHECK(unicode::first_strong_direction("ⵔⵉⵃⴰⴱ رحاب") == Direction::Ltr);
        CHECK(unicode::first_strong_direction("\u2068abc\u2069 رحاب") == Direction::Rtl);
        CHECK(unicode::first_strong_direction("12/34 (56)") == std::nullopt);
        CHECK(unicode::first_strong_direction("") == std::nullopt);
    }
}
