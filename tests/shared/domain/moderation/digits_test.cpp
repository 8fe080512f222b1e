#include "shared/domain/moderation/digits.hpp"

#include <doctest/doctest.h>
#include <unicode/uchar.h>

using namespace domain::moderation;

TEST_SUITE("shared/domain/moderation/digits") {
    TEST_CASE("every decimal digit that Unicode knows is one, with its value") {
        int count = 0;
        for (UChar32 c = 0; c <= 0x10FFFF; ++c) {
            if (u_charType(c) != U_DECIMAL_DIGIT_NUMBER) continue;
            CAPTURE(c);
            CHECK(digit_of(static_cast<char32_t>(c)) == u_charDigitValue(c));
            ++count;
        }
        CHECK(count >= 760);
    }

    TEST_CASE("no letter is a digit by itself, and drawn digits are") {
        for (const char32_t c : {U'a', U'O', U'l', U'ا', U'ⴰ', U'٪', U'½', U'Ⅳ'}) CHECK_FALSE(digit_of(c));
        CHECK(digit_of(U'⓪') == 0);
        CHECK(digit_of(U'⑦') == 7);
        CHECK(digit_of(U'➏') == 6);
        CHECK(digit_of(U'³') == 3);
        CHECK(digit_looked_like(U'О') == 0);
        CHECK(digit_looked_like(U'l') == 1);
    }
}
