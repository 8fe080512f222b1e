#include "shared/domain/moderation/masking.hpp"

#include <optional>
#include <utility>

#include "shared/base/utf8.hpp"
#include "shared/domain/moderation/number_shapes.hpp"
#include "shared/domain/moderation/numbers.hpp"

namespace domain::moderation {
namespace {

std::optional<Masked> masked_kind(NumberKind kind) {
    if (kind == NumberKind::Telephone) return Masked::TelephoneNumber;
    if (kind == NumberKind::IdentityCard) return Masked::IdentityNumber;
    return std::nullopt;
}

// What was masked before keeps its mask, which moves as far as the text before it has become shorter.
MaskedText masked_once(const MaskedText& before) {
    MaskedText masked;
    masked.utf8.reserve(before.utf8.size());
    std::size_t kept = 0;
    auto old = before.masks.begin();
    const auto keep = [&](std::size_t end) {
        for (; old != before.masks.end() && old->end <= end; ++old) {
            const auto begin = masked.utf8.size() + (old->begin - kept);
            masked.masks.push_back({old->kind, begin, begin + (old->end - old->begin)});
        }
        masked.utf8.append(before.utf8, kept, end - kept);
    };
    for (const auto& number : find_numbers(before.utf8)) {
        const auto kind = masked_kind(number.kind);
        if (!kind) continue;
        keep(number.begin);
        const auto begin = masked.utf8.size();
        masked.utf8 += mask_sign;
        masked.masks.push_back({*kind, begin, masked.utf8.size()});
        kept = number.end;
    }
    keep(before.utf8.size());
    return masked;
}

}  // namespace

// A mask may be what a number behind it was told apart by: rarely, and then there is little left to look at.
MaskedText mask(std::string_view text) {
    constexpr int most_looks = 8;
    MaskedText masked{.utf8 = base::replace_broken(text), .masks = {}};
    for (int look = 0; look < most_looks; ++look) {
        auto next = masked_once(masked);
        const bool is_done = next.masks.size() == masked.masks.size();
        masked = std::move(next);
        if (is_done) break;
    }
    return masked;
}

}  // namespace domain::moderation
