// One page of a list: {"items":[...],"next":cursor or null}.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace wire {

template <class Item>
struct List {
    std::vector<Item> items;
    std::optional<std::string> next;  // Sent back as ?cursor= to get the page after this one.
    bool operator==(const List&) const = default;
};

}  // namespace wire
