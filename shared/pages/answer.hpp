// What a page knows of its data: still asked for, failed, or here.
#pragma once

#include <variant>

#include "shared/base/result.hpp"

namespace pages {

struct Loading {
    bool operator==(const Loading&) const = default;
};

template <class Data>
using Answer = std::variant<Loading, base::Error, Data>;

template <class... Cases>
struct Match : Cases... {
    using Cases::operator()...;
};

}  // namespace pages
