// What a district may copy of others, as programs get it, and how they ask for a copy.
#pragma once

#include <string>
#include <string_view>

#include "shared/domain/item.hpp"
#include "shared/wire/list.hpp"
#include "shared/wire/problem.hpp"

namespace wire {

struct CopyOffer {
    std::string item;
    domain::ItemKind kind = domain::ItemKind::Sheet;
    std::string district;  // With the slug, where the public reads it.
    std::string slug;
    domain::Values titles;
    int version = 0;
    base::Instant made_at;  // Of that version.
    bool operator==(const CopyOffer&) const = default;
};
std::string encode(const List<CopyOffer>& offers);

struct CopyOrder {
    std::string item;
};
Decoded<CopyOrder> decode_copy_order(std::string_view json);

}  // namespace wire
