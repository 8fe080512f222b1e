// Numbers of identity cards and telephones are taken out of a text before anything of it is stored.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace domain::moderation {

enum class Masked : std::uint8_t { TelephoneNumber, IdentityNumber };

struct Mask {
    Masked kind = Masked::TelephoneNumber;
    std::size_t begin = 0, end = 0;  // Bytes of the masked text.
    bool operator==(const Mask&) const = default;
};

struct MaskedText {
    std::string utf8;  // Well-formed: each broken sequence has become U+FFFD.
    std::vector<Mask> masks;
    bool operator==(const MaskedText&) const = default;
};

// Each such number, in whatever script, with whatever stands between its digits, becomes `mask_sign`, which says
// nothing of its length. Takes any bytes, in linear time. What is masked once stays as it is.
MaskedText mask(std::string_view text);

}  // namespace domain::moderation
