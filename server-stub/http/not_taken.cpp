#include "server-stub/http/not_taken.hpp"

#include <algorithm>

#include "shared/base/pairs.hpp"
#include "shared/desk/again.hpp"
#include "shared/domain/item.hpp"
#include "shared/domain/text.hpp"

namespace http {
namespace {

// The longest form of the desk, with what it says besides its values.
constexpr std::size_t pairs_limit = domain::item_values_limit + 16;

bool says_something(const std::pair<std::string, std::string>& pair) { return !pair.second.empty(); }

}  // namespace

std::optional<Response> give_back(const Exchange& exchange, int status, desk::NotTaken why) {
    const auto& request = exchange.request;
    if (request.method != engine::Method::Post || !is_from_here(request) ||
        media_type_of(request) != "application/x-www-form-urlencoded")
        return std::nullopt;
    auto typed = base::parse_pairs(request.body, pairs_limit);
    if (!typed || std::ranges::none_of(*typed, says_something)) return std::nullopt;
    for (auto& [name, value] : *typed) {
        name = domain::clean_typed(name);
        value = domain::clean_typed(value);
    }
    return html(exchange, status, desk::again_page(exchange.tr(), exchange.path, *typed, why));
}

}  // namespace http
