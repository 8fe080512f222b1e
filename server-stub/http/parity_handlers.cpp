#include "server-stub/http/parity_handlers.hpp"

#include <format>
#include <utility>

#include "server-stub/http/item_parts.hpp"
#include "shared/base/pairs.hpp"
#include "shared/desk/glossary.hpp"
#include "shared/desk/parity.hpp"
#include "shared/domain/hours.hpp"
#include "shared/wire/parity.hpp"

namespace http {
namespace {

constexpr std::size_t gaps_on_a_page = 50;

service::GapFilter gap_filter_of(const Exchange& exchange, const base::Pairs& query) {
    const auto status = domain::parse_language_status(base::single(query, "status").value_or(""));
    return {.district = district_of(exchange),
            .kind = domain::parse_item_kind(base::single(query, "kind").value_or("")),
            .language = base::parse_language(base::single(query, "language").value_or("")),
            .status = status == domain::LanguageStatus::Approved ? std::nullopt : status};
}

// "1795338000000-17-fr"
std::string cursor_of(const service::Gap& gap) {
    return std::format("{}-{}", http::cursor_of(gap.standing.since, gap.item.id), base::code_of(gap.language));
}

std::optional<service::GapCursor> parse_gap_cursor(std::string_view text) {
    const auto dash = text.rfind('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto place = parse_item_cursor(text.substr(0, dash));
    const auto language = base::parse_language(text.substr(dash + 1));
    if (!place || !language) return std::nullopt;
    return service::GapCursor{place->changed_at, place->id, *language};
}

struct Board {
    service::GapFilter filter;
    domain::ParityCounts counts;
    std::vector<service::Gap> gaps;
    std::string next;  // Empty where there are no more.
};

// Nothing where it has been answered.
std::optional<Board> board_of(const Exchange& exchange, std::size_t most) {
    const auto query = base::parse_pairs(exchange.query).value_or(base::Pairs{});
    Board board{.filter = gap_filter_of(exchange, query), .counts = {}, .gaps = {}, .next = {}};
    const auto refuse = [&](const service::EditRefusal& refusal) {
        exchange.reply(error_response(exchange, status_of(refusal), code_of(refusal.why)));
        return std::nullopt;
    };
    if (!exchange.services().content.find_district(board.filter.district))
        return refuse({.why = service::EditRefusal::Why::NotFound});
    auto& editing = exchange.services().editing;
    const auto counts = editing.parity(editor_of(exchange), board.filter.district);
    if (!counts) return refuse(counts.error());
    auto gaps = editing.gaps(editor_of(exchange), board.filter,
                             parse_gap_cursor(base::single(query, "cursor").value_or("")), most + 1);
    if (!gaps) return refuse(gaps.error());
    board.counts = *counts;
    board.gaps = std::move(*gaps);
    if (board.gaps.size() > most) {
        board.gaps.pop_back();
        board.next = cursor_of(board.gaps.back());
    }
    return board;
}

}  // namespace

void get_parity(ExchangePtr exchange) {
    auto board = board_of(*exchange, gaps_on_a_page);
    if (!board) return;
    const auto& services = exchange->services();
    const auto today = services.legal_time.local_at(services.clock()).date;
    desk::ParityData data{.city = services.content.find_district(board->filter.district)->city.in(exchange->language),
                          .counts = board->counts,
                          .next = std::move(board->next),
                          .kind = board->filter.kind,
                          .language = board->filter.language,
                          .status = board->filter.status};
    for (const auto& gap : board->gaps) {
        const auto since = services.legal_time.local_at(gap.standing.since).date;
        data.gaps.push_back({.number = std::to_string(gap.item.id),
                             .kind = gap.item.kind,
                             .title = title_in(*exchange, gap.item),
                             .language = gap.language,
                             .status = gap.standing.status,
                             .since = since,
                             .days = domain::days_between(since, today)});
    }
    const routes::DeskRoom route{exchange->language, board->filter.district, routes::Room::Parity, exchange->query};
    exchange->reply(html(*exchange, 200, desk::parity_page(exchange->tr(), route, data)));
}

void get_parity_json(ExchangePtr exchange) {
    const auto most = limit_of(*exchange);
    if (!most) return;
    auto board = board_of(*exchange, *most);
    if (!board) return;
    wire::Parity parity{.counts = wire::counts_of(board->counts), .gaps = {}, .next = {}};
    if (!board->next.empty()) parity.next = std::move(board->next);
    for (auto& gap : board->gaps)
        parity.gaps.push_back({.item = std::to_string(gap.item.id),
                               .kind = gap.item.kind,
                               .titles = std::move(gap.item.titles),
                               .language = gap.language,
                               .status = gap.standing.status,
                               .since = gap.standing.since});
    exchange->reply(json(200, wire::encode(parity)));
}

void get_glossary(ExchangePtr exchange) {
    const auto& services = exchange->services();
    if (!services.content.find_district(district_of(*exchange)))
        return exchange->reply(error_response(*exchange, 404, base::ErrorCode::NotFound));
    const routes::DeskRoom route{exchange->language, district_of(*exchange), routes::Room::Glossary, exchange->query};
    exchange->reply(html(*exchange, 200, desk::glossary_page(exchange->tr(), route, services.editing.glossary())));
}

}  // namespace http
