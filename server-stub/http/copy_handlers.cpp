#include "server-stub/http/copy_handlers.hpp"

#include <algorithm>
#include <ranges>
#include <utility>

#include "server-stub/http/item_parts.hpp"
#include "shared/base/pairs.hpp"
#include "shared/desk/copies.hpp"
#include "shared/wire/copies.hpp"

namespace http {
namespace {

constexpr std::size_t offers_on_a_page = 20;

void refuse(const Exchange& exchange, const service::EditRefusal& refusal) {
    exchange.reply(error_response(exchange, status_of(refusal), code_of(refusal.why)));
}

struct Asked {
    domain::ItemKind kind = domain::ItemKind::Sheet;  // Where nothing is said.
    std::string from;                                 // A district other than one's own; empty: all of them.
    std::optional<service::ItemCursor> after;
    std::vector<domain::District> others;
};

// Nothing where it has been answered.
std::optional<Asked> asked_of(const Exchange& exchange) {
    const auto query = base::parse_pairs(exchange.query).value_or(base::Pairs{});
    Asked asked{.from = {},
                .after = parse_item_cursor(base::single(query, "cursor").value_or("")),
                .others = exchange.services().content.districts()};
    asked.kind = domain::parse_item_kind(base::single(query, "kind").value_or("")).value_or(asked.kind);
    const auto id_of = [](const domain::District& district) { return district.id.value(); };
    const auto own = std::ranges::find(asked.others, district_of(exchange), id_of);
    if (own == asked.others.end()) {
        refuse(exchange, {.why = service::EditRefusal::Why::NotFound});
        return std::nullopt;
    }
    asked.others.erase(own);
    const auto from = base::single(query, "from").value_or("");
    if (std::ranges::contains(asked.others, from, id_of)) asked.from = from;
    return asked;
}

// Nothing where it has been answered.
std::optional<service::CopyOffers> offers_of(const Exchange& exchange, const Asked& asked, std::size_t most) {
    service::CopyFilter filter{.districts = {}, .kind = asked.kind};
    if (!asked.from.empty()) filter.districts = {asked.from};
    else
        for (const auto& district : asked.others) filter.districts.push_back(district.id.value());
    auto found =
        exchange.services().editing.copy_offers(editor_of(exchange), district_of(exchange), filter, asked.after, most);
    if (found) return std::move(*found);
    refuse(exchange, found.error());
    return std::nullopt;
}

std::string cursor_of(const std::optional<service::ItemCursor>& next) {
    return next ? http::cursor_of(next->changed_at, next->id) : std::string();
}

desk::CopyView view_of(const Exchange& exchange, const Asked& asked, const service::CopyOffer& offer) {
    const auto& item = offer.item;
    const auto district =
        std::ranges::find(asked.others, item.district, [](const auto& one) { return one.id.value(); });
    const auto page = public_page_of(item.kind, item.district, item.slug);
    return {.number = std::to_string(item.id),
            .title = title_in(exchange, item),
            .city = district == asked.others.end() ? base::LocalizedText() : district->city,
            .date = exchange.services().legal_time.local_at(offer.made_at).date,
            .address = page ? routes::address_of(routes::in_language(*page, exchange.language)) : std::string()};
}

}  // namespace

std::optional<desk::CopiedView> copied_of(const Exchange& exchange, const service::StoredItem& item) {
    const auto state = exchange.services().editing.source_of(editor_of(exchange), item);
    if (!state || !*state) return std::nullopt;
    const auto& source = (*state)->source;
    const auto district = exchange.services().content.find_district(source.district);
    const auto page = public_page_of(source.kind, source.district, source.slug);
    const bool is_public = page && (*state)->public_version > 0;
    return desk::CopiedView{
        .city = district ? district->city : base::LocalizedText(),
        .date = source.date,
        .address = is_public ? routes::address_of(routes::in_language(*page, exchange.language)) : std::string(),
        .is_newer = (*state)->public_version > source.version};
}

void get_copies(ExchangePtr exchange) {
    auto asked = asked_of(*exchange);
    if (!asked) return;
    const auto found = offers_of(*exchange, *asked, offers_on_a_page);
    if (!found) return;
    desk::CopiesData data{.offers = {},
                          .next = cursor_of(found->next),
                          .kind = asked->kind,
                          .from = asked->from,
                          .districts = {},
                          .may_copy = may(*exchange, domain::Right::EditItems)};
    for (const auto& offer : found->offers) data.offers.push_back(view_of(*exchange, *asked, offer));
    data.districts = std::move(asked->others);
    const routes::DeskRoom route{exchange->language, district_of(*exchange), routes::Room::Copies, exchange->query};
    exchange->reply(html(*exchange, 200, desk::copies_page(exchange->tr(), route, data)));
}

void get_copies_json(ExchangePtr exchange) {
    const auto most = limit_of(*exchange);
    if (!most) return;
    const auto asked = asked_of(*exchange);
    if (!asked) return;
    auto found = offers_of(*exchange, *asked, *most);
    if (!found) return;
    wire::List<wire::CopyOffer> list;
    if (found->next) list.next = cursor_of(found->next);
    for (auto& [item, made_at] : found->offers)
        list.items.push_back({.item = std::to_string(item.id),
                              .kind = item.kind,
                              .district = item.district,
                              .slug = item.slug,
                              .titles = std::move(item.titles),
                              .version = item.published_version,
                              .made_at = made_at});
    exchange->reply(json(200, wire::encode(list)));
}

void post_copy(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    const auto form = base::parse_pairs(exchange->request.body).value_or(base::Pairs{});
    const auto original = positive_number(base::single(form, "item").value_or(""));
    if (!original) return exchange->reply(error_response(*exchange, 422, base::ErrorCode::BadInput));
    const auto& services = exchange->services();
    const auto made = services.editing.copy(editor_of(*exchange), district_of(*exchange), *original, services.clock());
    if (!made) return refuse(*exchange, made.error());
    const routes::DeskItem editor{exchange->language, district_of(*exchange), std::to_string(made->id), false,
                                  "copied=1"};
    exchange->reply(redirect(303, routes::address_of(editor)));
}

}  // namespace http
