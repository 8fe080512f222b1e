// One page of a list: {"items":[...],"next":cursor or null}.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "shared/domain/list.hpp"
#include "shared/domain/publication.hpp"
#include "shared/domain/service_sheet.hpp"

namespace wire {

using domain::List;

// What the lists of published things consist of.
using ListItem = std::variant<domain::District, domain::ServiceSummary, domain::Article, domain::Activity,
                              domain::Programme, domain::Resource, domain::Court>;
std::string encode_item(const ListItem& item);
// The list of items that are encoded already.
std::string join_list(const std::vector<std::string_view>& items, const std::optional<std::string>& next);

}  // namespace wire
