// UTF-8 as the browser reads it (WHATWG Encoding): ICU's reader, which does so too, is the judge of ours.
#include "shared/unicode/utf.hpp"

#include <doctest/doctest.h>
#include <unicode/utf8.h>

#include "tests/conformance/suite.hpp"

TEST_SUITE("conformance/utf") {
    TEST_CASE("every pair of bytes before the edges of every range is read as the browser reads it") {
        conformance::Suite suite("UTF-8, ill-formed too, against ICU");
        constexpr unsigned char edges[] = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xED, 0xFF};
        unsigned char bytes[4];
        for (unsigned first_two = 0; first_two < 0x1'0000; ++first_two) {
            bytes[0] = static_cast<unsigned char>(first_two >> 8);
            bytes[1] = static_cast<unsigned char>(first_two);
            for (const auto third : edges) {
                for (const auto fourth : edges) {
                    bytes[2] = third;
                    bytes[3] = fourth;
                    const std::string_view text(reinterpret_cast<const char*>(bytes), sizeof bytes);
                    const auto ours = unicode::decode_at(text, 0);
                    int length = 0;
                    UChar32 expected = 0;
                    U8_NEXT_OR_FFFD(bytes, length, 4, expected);
                    suite.count(ours.code_point == static_cast<char32_t>(expected) && ours.length == length,
                                [&] { return "bytes " + std::to_string(first_two) + ' ' + std::to_string(third); });
                }
            }
        }
        suite.report(9'000'000);
    }
}
