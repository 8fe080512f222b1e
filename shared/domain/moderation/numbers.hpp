// Finds the numbers that tell who somebody is, and those that only look so.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace domain::moderation {

enum class NumberKind : std::uint8_t { Telephone, IdentityCard, Case, Receipt, Date, Time };
struct FoundNumber {
    NumberKind kind = NumberKind::Telephone;
    std::size_t begin = 0, end = 0;  // Bytes.
    bool operator==(const FoundNumber&) const = default;
};

// In the order of the text; none overlaps another. Linear.
std::vector<FoundNumber> find_numbers(std::string_view utf8);

}  // namespace domain::moderation
