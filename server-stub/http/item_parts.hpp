// What the pages and the JSON of the desk's texts share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "server-stub/http/exchange.hpp"
#include "server-stub/service/editing.hpp"
#include "shared/domain/rights.hpp"
#include "shared/routes/routes.hpp"

namespace http {

// Who asks, where the route has asked for a right.
service::Editor editor_of(const Exchange& exchange);
// The slug of the address.
const std::string& district_of(const Exchange& exchange);
// Whether who asks has the right in that district.
bool may(const Exchange& exchange, domain::Right needed);
// Greater than nothing, in plain digits.
std::optional<std::int64_t> positive_number(std::string_view text);
service::ItemFilter item_filter_of(const Exchange& exchange);

// In the language of the page, else in that it was thought in; empty where it has none.
std::string title_in(const Exchange& exchange, const service::StoredItem& item);
// Where the public reads it, in Arabic; nothing for kinds that have no page of their own.
std::optional<routes::Page> public_page_of(domain::ItemKind kind, const std::string& district, const std::string& slug);
// Of a list: "limit" of the query, 50 where it says nothing; nothing where it has been answered.
std::optional<std::size_t> limit_of(const Exchange& exchange);

// A place in a list by time: "1795338000000-17".
std::string cursor_of(base::Instant at, std::int64_t id);
std::string cursor_of(const service::StoredItem& item);
std::optional<service::ItemCursor> parse_item_cursor(std::string_view text);

int status_of(const service::EditRefusal& refusal);
base::ErrorCode code_of(service::EditRefusal::Why why);

}  // namespace http
