#include "server-stub/http/voice_parts.hpp"

#include <utility>

#include "server-stub/http/item_parts.hpp"
#include "server-stub/http/words.hpp"

namespace http {

using Why = VoiceRefusal::Why;

service::Network network_of(const Exchange& exchange) { return service::Network{exchange.request.network}; }

service::VoiceActor staff_of(const Exchange& exchange) {
    const auto& account = exchange.who->account;
    return {.by = {.account = account.id, .role = account.role},
            .is_moderator = may(exchange, domain::Right::Moderate),
            .is_of_court = may(exchange, domain::Right::AnswerVoice)};
}

service::VoiceActor author() { return {.by = {.is_author = true}}; }

int status_of(const VoiceRefusal& refusal) {
    using enum domain::ContributionProblem;
    switch (refusal.why) {
        case Why::NotFound: return 404;
        case Why::Changed: return 412;
        case Why::Conflict: return 422;
        case Why::Unavailable: return 503;
        case Why::Problem: break;
    }
    switch (refusal.problem) {
        case NotAllowed:
        case OwnJudgement: return 403;
        case WrongState:
        case AlreadyDone:
        case NotesFull:
        case CorrectionsFull: return 409;
        default: return 422;
    }
}

int status_of(const service::VerdictRefusal& refusal) {
    using enum domain::VerdictProblem;
    if (refusal.why == service::VerdictRefusal::Why::Unavailable) return 503;
    return refusal.problem == NotAnswered || refusal.problem == AlreadyDone ? 409 : 422;
}

int status_of(const service::AssignmentRefusal& refusal) {
    using enum domain::AssignmentProblem;
    if (refusal.why == service::AssignmentRefusal::Why::Unavailable) return 503;
    if (refusal.why == service::AssignmentRefusal::Why::Changed) return 412;
    switch (refusal.problem) {
        case NotAllowed: return 403;
        case NotOfDesk: return 422;
        case Taken:
        case Closed: break;
    }
    return 409;
}

std::optional<StoredContribution> contribution_at(const Exchange& exchange) {
    const auto number = positive_number(exchange.values["number"]);
    const auto found = number ? exchange.services().contributions.find(district_of(exchange), *number)
                              : std::unexpected(VoiceRefusal{.why = Why::NotFound});
    if (found) return *found;
    const bool is_missing = found.error().why == Why::NotFound;
    exchange.reply(error_response(exchange, is_missing ? 404 : 503,
                                  is_missing ? base::ErrorCode::NotFound : base::ErrorCode::Unavailable));
    return std::nullopt;
}

std::vector<service::StoredStep> readable(std::vector<service::StoredStep> steps, VoiceReader reader) {
    using enum domain::ContributionStep;
    if (reader == VoiceReader::Desk) return steps;
    // A refusal that was drafted is none yet.
    std::erase_if(steps,
                  [](const service::StoredStep& one) { return one.step == DraftRefusal || one.step == Disagree; });
    // Whoever has the number of a receipt reads what is behind it.
    for (auto& one : steps)
        if (one.answer) one.answer->merged_into.clear();
    if (reader == VoiceReader::Author) return steps;
    for (auto& one : steps)
        if (one.by.is_author || one.step == Hold || one.step == Decline || one.step == Uphold || one.step == Overturn)
            one.words.clear();
    return steps;
}

std::optional<domain::AuthorVerdict> readable(std::optional<domain::AuthorVerdict> verdict, VoiceReader reader) {
    if (verdict && !verdict->is_public && reader == VoiceReader::Everybody) verdict->words.clear();
    return verdict;
}

wire::Contribution as_json(const StoredContribution& one, VoiceReader reader) {
    wire::Contribution sent{.number = std::to_string(one.id),
                            .district = one.district,
                            .service = one.service,
                            .kind = one.kind,
                            .state = one.state,
                            .text = one.text,
                            .language = one.language,
                            .received_on = one.clock.received_on,
                            .acknowledge_by = one.clock.acknowledge_by,
                            .answer_by = one.clock.answer_by,
                            .acknowledged_on = one.clock.acknowledged_on,
                            .answered_on = one.clock.answered_on,
                            .answer = one.answer,
                            .is_public = one.is_public(),
                            .redacted_for = one.redacted_for,
                            .corrected_on = one.corrected_on};
    if (sent.answer && reader != VoiceReader::Desk) sent.answer->merged_into.clear();
    if (const auto verdict = readable(one.verdict, reader))
        sent.verdict = wire::Verdict{.helped = verdict->helped, .words = verdict->words, .on = verdict->on};
    if (reader == VoiceReader::Author) sent.code = one.code.hyphenated();
    if (reader == VoiceReader::Desk) sent.concerns = one.concerns;
    if (reader == VoiceReader::Desk && !one.noted.empty()) sent.noted = one.noted;
    if (reader == VoiceReader::Desk && one.assigned) sent.assigned_to = one.assigned->name;
    return sent;
}

std::vector<wire::ContributionEntry> as_json(const std::vector<service::StoredStep>& steps) {
    std::vector<wire::ContributionEntry> entries;
    for (const auto& one : steps)
        entries.push_back({.step = one.step,
                           .by = std::string(one.by.role        ? domain::name_of(*one.by.role)
                                             : one.by.is_author ? "author"
                                                                : "rules"),
                           .on = one.on,
                           .words = one.words,
                           .reason = one.reason,
                           .answer = one.answer});
    return entries;
}

}  // namespace http
