#include "server-stub/http/voice_inbox.hpp"

#include <algorithm>
#include <utility>

#include "server-stub/http/item_parts.hpp"
#include "server-stub/http/voice_views.hpp"
#include "shared/base/pairs.hpp"
#include "shared/desk/bulk.hpp"

namespace http {
namespace {

using desk::VoiceShelf;
using domain::ContributionStep;
using enum domain::ContributionState;

constexpr std::size_t voices_on_a_page = 50;
// Of a form with as many ticks as there may be, and more, so that it is told how many are too many.
constexpr std::size_t fields_of_many = 256;

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

// "17-3": its number, and the version that was seen.
struct Pick {
    std::int64_t number = 0, version = 0;
};
// Each number once; nothing where one cannot be read.
std::optional<std::vector<Pick>> picks_in(const base::Pairs& form) {
    std::vector<Pick> picks;
    for (const auto& [name, value] : form) {
        if (name != desk::pick_field) continue;
        const auto dash = value.find('-');
        if (dash == std::string::npos) return std::nullopt;
        const auto number = positive_number(std::string_view(value).substr(0, dash)),
                   version = positive_number(std::string_view(value).substr(dash + 1));
        if (!number || !version) return std::nullopt;
        if (!std::ranges::contains(picks, *number, &Pick::number)) picks.push_back({*number, *version});
    }
    return picks;
}

// Nothing where the disk does not answer.
std::optional<desk::BulkResult> act_on(const Exchange& exchange, const StoredContribution& one, service::VoiceAct act) {
    using Why = VoiceRefusal::Why;
    const auto& services = exchange.services();
    const auto done = services.contributions.act(one, staff_of(exchange), std::move(act), services.clock());
    if (done) return desk::BulkResult{.voice = view_of(exchange, *done, VoiceReader::Desk)};
    if (done.error().why == Why::Problem)
        return desk::BulkResult{.voice = view_of(exchange, one, VoiceReader::Desk), .problem = done.error().problem};
    if (done.error().why != Why::Changed) return std::nullopt;
    const auto now = services.contributions.find(one.district, one.id);
    if (!now) return std::nullopt;
    return desk::BulkResult{.voice = view_of(exchange, *now, VoiceReader::Desk), .has_changed = true};
}

// Those that were ticked; nothing where it has been answered. Nothing is done where one of them is not there.
std::optional<std::vector<StoredContribution>> picked(const Exchange& exchange, const std::vector<Pick>& picks) {
    std::vector<StoredContribution> found;
    for (const auto& pick : picks) {
        auto one = exchange.services().contributions.find(district_of(exchange), pick.number);
        if (!one) {
            const bool is_missing = one.error().why == VoiceRefusal::Why::NotFound;
            exchange.reply(error_response(exchange, is_missing ? 404 : 503,
                                          is_missing ? base::ErrorCode::NotFound : base::ErrorCode::Unavailable));
            return std::nullopt;
        }
        found.push_back(std::move(*one));
    }
    return found;
}

// What was typed for an answer, whichever button was pressed.
SentStep typed_answer(base::Pairs form) {
    std::erase_if(form, [](const auto& field) { return field.first == "step"; });
    form.emplace_back("step", domain::name_of(ContributionStep::Answer));
    return *sent_step(form);
}

// What stands against an answer, whatever it answers: that one is merged into itself is judged with each.
std::optional<domain::ContributionProblem> problem_of(const std::optional<domain::CourtAnswer>& answer,
                                                      base::Date today) {
    if (!answer || !std::ranges::contains(domain::outcomes_of(ContributionStep::Answer), answer->outcome))
        return domain::ContributionProblem::AnswerMissing;
    return domain::answer_problem(*answer, {}, today);
}

// With nothing done to it.
desk::BulkResult untried(const Exchange& exchange, const StoredContribution& one, const Pick& pick) {
    const bool has_changed = one.version != pick.version;
    return {.voice = view_of(exchange, one, VoiceReader::Desk), .has_changed = has_changed, .is_untried = !has_changed};
}

// Each by itself, one after the other; those that are left when the disk does not answer are not tried.
void act_on_each(const Exchange& exchange, const std::vector<Pick>& picks, const std::vector<StoredContribution>& found,
                 const service::VoiceAct& act, desk::BulkData& data) {
    for (std::size_t i = 0; i < found.size(); ++i) {
        std::optional<desk::BulkResult> result;
        if (!data.is_unavailable) {
            auto one = act;
            one.version = picks[i].version;
            result = act_on(exchange, found[i], std::move(one));
        }
        data.is_unavailable = !result;
        data.results.push_back(result ? std::move(*result) : untried(exchange, found[i], picks[i]));
    }
}

int status_after(const desk::BulkData& data) {
    if (data.is_unavailable) return 503;
    const auto problem = data.answer.problem ? data.answer.problem : desk::shared_problem(data.results);
    return problem ? status_of(VoiceRefusal{.why = VoiceRefusal::Why::Problem, .problem = *problem}) : 200;
}

// With the answer that was typed, and what stands against it.
void act_together(const Exchange& exchange, const std::vector<Pick>& picks, ContributionStep step, SentStep answer) {
    const auto district = exchange.services().content.find_district(district_of(exchange));
    if (!district) return exchange.reply(error_response(exchange, 404, base::ErrorCode::NotFound));
    const auto found = picked(exchange, picks);
    if (!found) return;
    desk::BulkData data{.district = *district, .pressed = step, .answer = std::move(answer.form)};
    if (data.answer.problem)
        for (std::size_t i = 0; i < found->size(); ++i)
            data.results.push_back(untried(exchange, (*found)[i], picks[i]));
    else
        act_on_each(exchange, picks, *found,
                    step == ContributionStep::Answer ? std::move(answer.act) : service::VoiceAct{.step = step}, data);
    const routes::DeskRoom route{exchange.language, district_of(exchange), routes::Room::Voice, exchange.query};
    exchange.reply(html(exchange, status_after(data), desk::bulk_page(exchange.tr(), route, data)));
}

// What was sent, and came back.
struct Tried {
    ContributionStep pressed = ContributionStep::Answer;
    desk::StepForm answer;
    desk::TickProblem problem = desk::TickProblem::NothingTicked;
};

void show_inbox(const Exchange& exchange, int status, std::optional<Tried> tried) {
    const auto& services = exchange.services();
    const auto district = services.content.find_district(district_of(exchange));
    if (!district) return exchange.reply(error_response(exchange, 404, base::ErrorCode::NotFound));
    const auto asked = inbox_query_of(exchange);
    const auto query = base::parse_pairs(exchange.query).value_or(base::Pairs{});
    const auto mine = may(exchange, domain::Right::AnswerVoice) ? VoiceShelf::Court : VoiceShelf::Moderators;
    desk::InboxData data{.district = *district, .shelf = asked.shelf.value_or(mine), .only = asked.only};
    if (may(exchange, domain::Right::AnswerVoice))
        data.answer = tried ? std::move(tried->answer) : desk::StepForm{.step = ContributionStep::Answer};
    if (tried) {
        data.problem = tried->problem;
        data.pressed = tried->pressed;
    }
    auto filter = filter_of(exchange, data.shelf, data.only);
    filter.after = positive_number(base::single(query, "after").value_or("")).value_or(0);
    filter.limit = voices_on_a_page + 1;
    const auto counts = services.contributions.counts(filter.district, services.clock());
    auto groups = services.contributions.groups(filter);
    const auto voices = services.contributions.list(filter);
    if (!counts || !groups || !voices)
        return exchange.reply(error_response(exchange, 503, base::ErrorCode::Unavailable));
    data.waits_for_moderators = static_cast<int>(counts->waits_for_moderators);
    data.waits_for_court = static_cast<int>(counts->waits_for_court);
    data.late = static_cast<int>(counts->late);
    data.groups = std::move(*groups);
    data.services = services_of(exchange, data);
    for (const auto& one : *voices) {
        if (data.voices.size() == voices_on_a_page) {
            data.next = desk::inbox_query(data.shelf, data.only, data.voices.back().number);
            break;
        }
        data.voices.push_back(view_of(exchange, one, VoiceReader::Desk));
    }
    const routes::DeskRoom route{exchange.language, filter.district, routes::Room::Voice, exchange.query};
    exchange.reply(html(exchange, status, desk::inbox_page(exchange.tr(), route, data)));
}

}  // namespace

InboxQuery inbox_query_of(const Exchange& exchange) {
    const auto query = base::parse_pairs(exchange.query);
    InboxQuery asked;
    if (!query) asked.unread = "query";
    const auto doubt = [&](std::string_view name) {
        if (asked.unread.empty()) asked.unread = name;
    };
    const auto values = [&](std::string_view name) {
        return query ? std::ranges::count(*query, name, &base::Pairs::value_type::first) : 0;
    };
    const auto read = [&](std::string_view name, const auto& parse, auto& into) {
        if (values(name) > 1) return doubt(name);
        const auto value = values(name) == 1 ? base::single(*query, name) : std::nullopt;
        if (!value || value->empty()) return;
        into = parse(*value);
        if (!into) doubt(name);
    };
    read("show", desk::parse_voice_shelf, asked.shelf);
    read("clock", domain::parse_term_group, asked.only.clock);
    read("kind", domain::parse_contribution_kind, asked.only.kind);
    read("whose", domain::parse_whose, asked.only.whose);
    const auto service = [](const std::string& value) {
        if (value == domain::whole_district) return std::optional(std::string());
        return routes::is_slug(value) ? std::optional(value) : std::nullopt;
    };
    read("service", service, asked.only.service);
    if (values("state") > 1) doubt("state");
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

void get_voices(ExchangePtr exchange) { show_inbox(*exchange, 200, std::nullopt); }

void post_voices(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    const auto form = base::parse_pairs(exchange->request.body, fields_of_many).value_or(base::Pairs{});
    const auto step = domain::parse_contribution_step(base::single(form, "step").value_or(""));
    const auto picks = picks_in(form);
    if (!step || !picks || !desk::can_be_taken_together(*step))
        return exchange->reply(error_response(*exchange, 422, base::ErrorCode::BadInput));
    auto answer = typed_answer(form);
    const auto& services = exchange->services();
    if (*step == ContributionStep::Answer)
        answer.form.problem = problem_of(answer.act.answer, services.legal_time.date_at(services.clock()));
    if (!picks->empty() && picks->size() <= desk::most_together)
        return act_together(*exchange, *picks, *step, std::move(answer));
    show_inbox(*exchange, 422,
               Tried{.pressed = *step,
                     .answer = std::move(answer.form),
                     .problem = picks->empty() ? desk::TickProblem::NothingTicked : desk::TickProblem::TooMany});
}

}  // namespace http
