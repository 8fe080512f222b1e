// One page of a list: {"items":[...],"next":cursor or null}.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "shared/domain/publication.hpp"
#include "shared/domain/service_sheet.hpp"

namespace wire {

template <class Item>
struct List {
    std::vector<Item> items;
    std::optional<std::string> next;  // Sent back as ?cursor= to get the page after this one.
    bool operator==(const List&) const = default;
};

// What the lists of published things consist of.
using ListItem = std::variant<domain::District, domain::ServiceSummary, domain::Article, domain::Activity,
                              domain::Programme, domain::Court>;
std::string encode_item(const ListItem& item);
// The list of items that are encoded already.
std::string join_list(const std::vector<std::string_view>& items, const std::optional<std::string>& next);

}  // namespace wire
