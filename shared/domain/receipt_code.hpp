// The number by which a person finds again what was sent: 14 random digits and 2 check digits.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace domain {

enum class ReceiptCodeProblem : std::uint8_t {
    NotANumber,  // Holds something other than digits, spaces and hyphens, or not 16 digits.
    Mistyped,    // 16 digits whose check digits do not fit: one is wrong or two are swapped.
};

// ISO 7064 MOD 97-10 over the 14 digits, so one wrong digit or one swap of neighbours is always detected.
class ReceiptCode {
public:
    ReceiptCode() = default;

    // `random` is reduced to 14 digits.
    static ReceiptCode from_random(std::uint64_t random);
    // As typed: ASCII, Arabic-Indic or extended Arabic-Indic digits, with or without spaces, hyphens and bidi marks.
    static std::expected<ReceiptCode, ReceiptCodeProblem> parse(std::string_view typed);

    const std::string& digits() const { return digits_; }  // "1234567890123456"
    std::string hyphenated() const;                        // "1234-5678-9012-3456", for addresses and pages

    bool operator==(const ReceiptCode&) const = default;

private:
    std::string digits_;
};

}  // namespace domain
