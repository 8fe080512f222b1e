#include "shared/domain/receipt_code.hpp"

#include <optional>

#include "shared/base/padded.hpp"
#include "shared/base/utf8.hpp"

namespace domain {
namespace {

constexpr std::size_t digit_count = 16;
constexpr std::size_t group_length = 4;
constexpr std::uint64_t bodies = 100'000'000'000'000;  // 10^14

// ISO 7064, MOD 97-10. 97 is prime and 10 has order 96 modulo 97, so over 16 digits one wrong digit
// or a swap of any two, neighbours or not, always changes the remainder.
constexpr std::uint64_t modulus = 97;

bool is_separator(char32_t c) {
    constexpr std::u32string_view separators =
        U" \t\r\n\u00A0\u2007\u2009\u202F"                          // spaces that codes are grouped with
        U"-\u2010\u2011\u2012\u2013\u2212"                          // hyphens, and what word processors make of them
        U"\u200E\u200F\u061C"                                       // marks
        U"\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";  // copied along from right-to-left text
    return separators.contains(c);
}

std::optional<char> digit_of(char32_t c) {
    for (const char32_t zero : {U'0', U'\u0660', U'\u06F0'})
        if (c >= zero && c <= zero + 9) return static_cast<char>('0' + (c - zero));
    return std::nullopt;
}

}  // namespace

ReceiptCode ReceiptCode::from_random(std::uint64_t random) {
    const auto body = random % bodies;
    const auto check = modulus + 1 - body * 100 % modulus;
    ReceiptCode code;
    code.digits_ = base::padded(body, 14) + base::padded(check, 2);
    return code;
}

std::expected<ReceiptCode, ReceiptCodeProblem> ReceiptCode::parse(std::string_view typed) {
    std::string digits;
    std::uint64_t remainder = 0;
    while (!typed.empty()) {
        const auto point = base::first_code_point(typed);
        typed.remove_prefix(point.length);
        if (is_separator(point.value)) continue;
        const auto digit = digit_of(point.value);
        if (!digit || digits.size() == digit_count) return std::unexpected(ReceiptCodeProblem::NotANumber);
        digits += *digit;
        remainder = (remainder * 10 + static_cast<std::uint64_t>(*digit - '0')) % modulus;
    }
    if (digits.size() != digit_count) return std::unexpected(ReceiptCodeProblem::NotANumber);
    if (remainder != 1) return std::unexpected(ReceiptCodeProblem::Mistyped);

    ReceiptCode code;
    code.digits_ = std::move(digits);
    return code;
}

std::string ReceiptCode::hyphenated() const {
    std::string out;
    for (std::size_t i = 0; i < digits_.size(); ++i) {
        if (i > 0 && i % group_length == 0) out += '-';
        out += digits_[i];
    }
    return out;
}

}  // namespace domain
