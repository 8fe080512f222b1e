// Ids that cannot be mixed up: DistrictId is not ServiceId although both are slugs.
#pragma once

#include <string>
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

}  // namespace base
