#include "server-stub/http/item_parts.hpp"

#include <charconv>
#include <format>

#include "server-stub/http/words.hpp"
#include "shared/base/pairs.hpp"

namespace http {

using Why = service::EditRefusal::Why;

namespace {

constexpr std::int64_t most_in_a_list = 100;

}  // namespace

service::Editor editor_of(const Exchange& exchange) {
    const auto& account = exchange.who->account;
    return {.account = account.id, .role = account.role, .district = account.district};
}

const std::string& district_of(const Exchange& exchange) { return exchange.values["district"]; }

bool may(const Exchange& exchange, domain::Right needed) {
    const auto& account = exchange.who->account;
    return domain::may(account.role, account.district, needed, district_of(exchange));
}

std::optional<std::int64_t> positive_number(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number <= 0) return std::nullopt;
    return number;
}

service::ItemFilter item_filter_of(const Exchange& exchange) {
    const auto query = base::parse_pairs(exchange.query).value_or(base::Pairs{});
    return {.district = district_of(exchange),
            .kind = domain::parse_item_kind(base::single(query, "kind").value_or("")),
            .state = domain::parse_item_state(base::single(query, "state").value_or(""))};
}

std::string title_in(const Exchange& exchange, const service::StoredItem& item) {
    for (const auto language : {exchange.language, item.original}) {
        const auto title = domain::text_at(item.titles, std::format("title/{}", base::code_of(language)));
        if (!title.empty()) return std::string(title);
    }
    return {};
}

std::optional<routes::Page> public_page_of(domain::ItemKind kind, const std::string& district,
                                           const std::string& slug) {
    const auto entry = [&](routes::Section section) {
        return routes::Page(routes::Entry{base::Language::Ar, district, section, slug});
    };
    using domain::ItemKind;
    switch (kind) {
        case ItemKind::Article: return entry(routes::Section::News);
        case ItemKind::Activity: return entry(routes::Section::Activities);
        case ItemKind::Programme: return entry(routes::Section::Programmes);
        case ItemKind::Court: return entry(routes::Section::Courts);
        case ItemKind::Sheet: return routes::Page(routes::Sheet{base::Language::Ar, district, slug});
        case ItemKind::Guide:
        case ItemKind::Document:
        case ItemKind::Question: return entry(routes::Section::Help);
        case ItemKind::Notice:
        case ItemKind::Hours: break;
    }
    return std::nullopt;
}

std::optional<std::size_t> limit_of(const Exchange& exchange) {
    const auto query = base::parse_pairs(exchange.query).value_or(base::Pairs{});
    const auto limit = positive_number(base::single(query, "limit").value_or("50")).value_or(0);
    if (limit >= 1 && limit <= most_in_a_list) return static_cast<std::size_t>(limit);
    exchange.reply(problem(400, "limit", words_of(base::ErrorCode::BadInput)));
    return std::nullopt;
}

std::string cursor_of(base::Instant at, std::int64_t id) { return std::format("{}-{}", at.milliseconds, id); }
std::string cursor_of(const service::StoredItem& item) { return cursor_of(item.changed_at, item.id); }

std::optional<service::ItemCursor> parse_item_cursor(std::string_view text) {
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto at = positive_number(text.substr(0, dash)), id = positive_number(text.substr(dash + 1));
    if (!at || !id) return std::nullopt;
    return service::ItemCursor{{*at}, *id};
}

int status_of(const service::EditRefusal& refusal) {
    if (refusal.problem == domain::StepProblem::NotAllowed) return 403;
    switch (refusal.why) {
        case Why::NotFound: return 404;
        case Why::NotAllowed: return 403;
        case Why::Changed: return 412;
        case Why::WrongState: return 409;
        case Why::Unfit:
        case Why::Step:
        case Why::SlugTaken: return 422;
        case Why::Unavailable: break;
    }
    return 503;
}

base::ErrorCode code_of(Why why) {
    if (why == Why::NotFound) return base::ErrorCode::NotFound;
    return why == Why::NotAllowed ? base::ErrorCode::Unauthorised : base::ErrorCode::Unavailable;
}

}  // namespace http
