// One page of a list.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace domain {

template <class Item>
struct List {
    List() = default;
    // Not explicit: a list that is whole is just its items.
    List(std::vector<Item> all, std::optional<std::string> cursor = {})
        : items(std::move(all)), next(std::move(cursor)) {}

    std::vector<Item> items;
    std::optional<std::string> next;  // Where the page after this one begins; nothing on the last.
    bool operator==(const List&) const = default;
};

}  // namespace domain
