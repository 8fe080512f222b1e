#include "server-stub/http/voice_inbox.hpp"

#include <algorithm>
#include <utility>

#include "server-stub/http/item_parts.hpp"
#include "server-stub/http/voice_views.hpp"
#include "shared/base/pairs.hpp"

namespace http {
namespace {

using desk::VoiceShelf;
using enum domain::ContributionState;

constexpr std::size_t voices_on_a_page = 50;

std::vector<domain::ContributionState> states_on(VoiceShelf shelf) {
    switch (shelf) {
        case VoiceShelf::Moderators: return {Held, Appealed};
        case VoiceShelf::Court: return {Published, Private, Acknowledged, RefusalDrafted, Contested};
        case VoiceShelf::Author: return {NeedsInformation, Declined};
        case VoiceShelf::Closed: return {Answered, Decided, DeclinedForGood, Withdrawn};
        case VoiceShelf::All: break;
    }
    return service::all_states();
}

// Those that there is something of, and the one that was chosen.
std::vector<desk::ServiceChoice> services_of(const Exchange& exchange, const desk::InboxData& data) {
    auto slugs = domain::services_in(data.groups);
    if (data.only.service && !std::ranges::contains(slugs, *data.only.service)) slugs.push_back(*data.only.service);
    std::vector<desk::ServiceChoice> choices;
    for (auto& slug : slugs) {
        const auto sheet = slug.empty() ? nullptr : exchange.services().content.find_sheet(district_of(exchange), slug);
        choices.push_back({std::move(slug), sheet ? sheet->short_title : base::LocalizedText()});
    }
    return choices;
}

}  // namespace

InboxQuery inbox_query_of(const Exchange& exchange) {
    const auto query = base::parse_pairs(exchange.query).value_or(base::Pairs{});
    InboxQuery asked;
    const auto read = [&](std::string_view name, const auto& parse, auto& into) {
        const auto value = base::single(query, name);
        if (!value || value->empty()) return;
        into = parse(*value);
        if (!into && asked.unread.empty()) asked.unread = name;
    };
    read("show", desk::parse_voice_shelf, asked.shelf);
    read("clock", domain::parse_term_group, asked.only.clock);
    read("kind", domain::parse_contribution_kind, asked.only.kind);
    read("whose", domain::parse_whose, asked.only.whose);
    const auto service = [](const std::string& value) {
        return std::optional(value == domain::whole_district ? std::string() : value);
    };
    read("service", service, asked.only.service);
    return asked;
}

service::ContributionFilter filter_of(const Exchange& exchange, VoiceShelf shelf, const domain::VoiceFilter& only) {
    const auto& services = exchange.services();
    return {.district = district_of(exchange),
            .states = states_on(shelf),
            .with_contested_redactions = shelf == VoiceShelf::Moderators,
            .oldest_first = true,
            .only = only,
            .today = services.legal_time.date_at(services.clock()),
            .account = exchange.who->account.id};
}

void get_voices(ExchangePtr exchange) {
    const auto& services = exchange->services();
    const auto district = services.content.find_district(district_of(*exchange));
    if (!district) return exchange->reply(error_response(*exchange, 404, base::ErrorCode::NotFound));
    const auto asked = inbox_query_of(*exchange);
    const auto query = base::parse_pairs(exchange->query).value_or(base::Pairs{});
    const auto mine = may(*exchange, domain::Right::AnswerVoice) ? VoiceShelf::Court : VoiceShelf::Moderators;
    desk::InboxData data{.district = *district, .shelf = asked.shelf.value_or(mine), .only = asked.only};
    auto filter = filter_of(*exchange, data.shelf, data.only);
    filter.after = positive_number(base::single(query, "after").value_or("")).value_or(0);
    filter.limit = voices_on_a_page + 1;
    const auto counts = services.contributions.counts(filter.district, services.clock());
    auto groups = services.contributions.groups(filter);
    const auto voices = services.contributions.list(filter);
    if (!counts || !groups || !voices)
        return exchange->reply(error_response(*exchange, 503, base::ErrorCode::Unavailable));
    data.waits_for_moderators = static_cast<int>(counts->waits_for_moderators);
    data.waits_for_court = static_cast<int>(counts->waits_for_court);
    data.late = static_cast<int>(counts->late);
    data.groups = std::move(*groups);
    data.services = services_of(*exchange, data);
    for (const auto& one : *voices) {
        if (data.voices.size() == voices_on_a_page) {
            data.next = desk::inbox_query(data.shelf, data.only, data.voices.back().number);
            break;
        }
        data.voices.push_back(view_of(*exchange, one, VoiceReader::Desk));
    }
    const routes::DeskRoom route{exchange->language, filter.district, routes::Room::Voice, exchange->query};
    exchange->reply(html(*exchange, 200, desk::inbox_page(exchange->tr(), route, data)));
}

}  // namespace http
