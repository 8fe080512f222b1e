// Ids that cannot be mixed up: DistrictId is not ServiceId although both are slugs.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace base {

template <class Tag>
class Id {
public:
    Id() = default;
    explicit Id(std::string value) : value_(std::move(value)) {}

    const std::string& value() const { return value_; }
    auto operator<=>(const Id&) const = default;

private:
    std::string value_;
};

inline constexpr std::size_t slug_limit = 64;

// What ids and addresses are made of: lower-case ASCII letters, digits and hyphens.
constexpr bool is_slug(std::string_view text) {
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !text.empty() && text.size() <= slug_limit && std::ranges::all_of(text, allowed);
}

}  // namespace base
