#include "shared/domain/receipt_code.hpp"

#include <doctest/doctest.h>
#include <random>
#include <utility>
#include <vector>

namespace {

using domain::ReceiptCode;
using domain::ReceiptCodeProblem;

// The edges, then numbers from a pinned seed.
std::vector<ReceiptCode> sample_codes() {
    std::vector<ReceiptCode> codes;
    for (const std::uint64_t random : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{96}, std::uint64_t{97},
                                       std::uint64_t{99'999'999'999'999}, ~std::uint64_t{0}})
        codes.push_back(ReceiptCode::from_random(random));
    std::mt19937_64 generator(20261122);
    while (codes.size() < 500) codes.push_back(ReceiptCode::from_random(generator()));
    return codes;
}

bool is_mistyped(const std::string& digits) {
    const auto parsed = ReceiptCode::parse(digits);
    return !parsed && parsed.error() == ReceiptCodeProblem::Mistyped;
}

}  // namespace

TEST_SUITE("shared/domain/receipt_code") {
    TEST_CASE("every code has 16 digits in four groups and is read back from both forms") {
        for (const auto& code : sample_codes()) {
            CAPTURE(code.digits());
            CHECK(code.digits().size() == 16);
            CHECK(code.hyphenated().size() == 19);
            CHECK(ReceiptCode::parse(code.digits()) == code);
            CHECK(ReceiptCode::parse(code.hyphenated()) == code);
        }
    }

    TEST_CASE("the check digits are those of ISO 7064 MOD 97-10") {
        // 0794 -> 44 is the example of the standard.
        CHECK(ReceiptCode::from_random(794).digits() == "0000000000079444");
        CHECK(ReceiptCode::from_random(0).digits() == "0000000000000098");
    }

    TEST_CASE("every single wrong digit is detected") {
        for (const auto& code : sample_codes()) {
            for (std::size_t place = 0; place < 16; ++place) {
                for (char digit = '0'; digit <= '9'; ++digit) {
                    auto typed = code.digits();
                    if (std::exchange(typed[place], digit) == digit) continue;
                    if (!is_mistyped(typed)) FAIL_CHECK(code.digits() << " accepts " << typed);
                }
            }
        }
    }

    TEST_CASE("every swap of any two different digits is detected, neighbours or not") {
        for (const auto& code : sample_codes()) {
            for (std::size_t one = 0; one < 16; ++one) {
                for (std::size_t other = one + 1; other < 16; ++other) {
                    auto typed = code.digits();
                    if (typed[one] == typed[other]) continue;
                    std::swap(typed[one], typed[other]);
                    if (!is_mistyped(typed)) FAIL_CHECK(code.digits() << " accepts " << typed);
                }
            }
        }
    }

    TEST_CASE("a code is read in any digits, with any spaces, hyphens and bidi marks") {
        const auto code = ReceiptCode::from_random(794);
        for (const std::string_view typed :
             {"0000000000079444", "0000-0000-0007-9444", " 0000 0000\t0007 9444\r\n",
              "0000\u00A00000\u202F0007\u20119444", "٠٠٠٠-٠٠٠٠-٠٠٠٧-٩٤٤٤", "۰۰۰۰ ۰۰۰۰ ۰۰۰۷ ۹۴۴۴",
              "\u20670000-0000-0007-9444\u2069", "\u200F0000\u200E-0000-0007-9444\u061C"}) {
            CAPTURE(typed);
            CHECK(ReceiptCode::parse(typed) == code);
        }
    }

    TEST_CASE("what is not 16 digits is not a number, and is not called mistyped") {
        for (const std::string_view typed :
             {"", "-", "000000000007944", "00000000000794440", "0000-0000-0007-944A", "0000/0000/0007/9444", "\xFF\xFE",
              "０００００００００００７９４４４", "0000-0000-0007-9444<script>"}) {
            CAPTURE(typed);
            const auto parsed = ReceiptCode::parse(typed);
            REQUIRE_FALSE(parsed);
            CHECK(parsed.error() == ReceiptCodeProblem::NotANumber);
        }
    }
}
