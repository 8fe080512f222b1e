#include "server-stub/http/voice_api.hpp"

#include <utility>

#include "server-stub/http/api_handlers.hpp"
#include "server-stub/http/item_parts.hpp"
#include "server-stub/http/json_body.hpp"
#include "server-stub/http/voice_inbox.hpp"
#include "server-stub/http/voice_parts.hpp"
#include "server-stub/http/words.hpp"
#include "shared/base/pairs.hpp"
#include "shared/domain/text.hpp"
#include "shared/wire/item_api.hpp"

namespace http {
namespace {

using Why = VoiceRefusal::Why;

void refuse(const Exchange& exchange, const VoiceRefusal& refusal) {
    const auto status = status_of(refusal);
    if (status == 404 || status == 503)
        return exchange.reply(
            error_response(exchange, status, status == 404 ? base::ErrorCode::NotFound : base::ErrorCode::Unavailable));
    const auto code = refusal.why == Why::Changed    ? std::string_view("version-changed")
                      : refusal.why == Why::Conflict ? std::string_view("key-conflict")
                                                     : domain::name_of(refusal.problem);
    exchange.reply(problem(status, code, words_of(base::ErrorCode::BadInput)));
}

Response with_tag(Response response, const StoredContribution& one) {
    response.set("ETag", wire::version_tag(static_cast<int>(one.version)));
    response.set("Cache-Control", "no-store");
    return response;
}

// Whole, with its steps; nothing where it has been answered.
std::optional<wire::Contribution> whole(const Exchange& exchange, const StoredContribution& one, VoiceReader reader,
                                        const service::VoiceActor& actor) {
    auto steps = exchange.services().contributions.steps(one.id);
    if (!steps) {
        refuse(exchange, steps.error());
        return std::nullopt;
    }
    auto sent = as_json(one, reader);
    if (reader != VoiceReader::Everybody) sent.possible = service::Contributions::possible_steps(one, *steps, actor);
    sent.steps = as_json(readable(std::move(*steps), reader));
    return sent;
}

void reply_with(const Exchange& exchange, int status, const StoredContribution& one, VoiceReader reader,
                const service::VoiceActor& actor = {}) {
    if (const auto sent = whole(exchange, one, reader, actor))
        exchange.reply(with_tag(json(status, wire::encode(*sent)), one));
}

void reply_with_list(const Exchange& exchange, service::ContributionFilter filter, VoiceReader reader) {
    const auto limit = limit_of(exchange);
    if (!limit) return;
    const auto query = base::parse_pairs(exchange.query).value_or(base::Pairs{});
    filter.after = positive_number(base::single(query, "cursor").value_or("")).value_or(0);
    filter.limit = *limit + 1;
    const auto found = exchange.services().contributions.list(filter);
    if (!found) return refuse(exchange, found.error());
    wire::List<wire::Contribution> list;
    for (const auto& one : *found) {
        if (list.items.size() == *limit) {
            list.next = list.items.back().number;
            break;
        }
        list.items.push_back(as_json(one, reader));
    }
    exchange.reply(json(200, wire::encode(list)));
}

// The version that the sender has seen; nothing where it has been answered.
std::optional<std::int64_t> seen_version(const Exchange& exchange) {
    const auto header = exchange.request.header("if-match");
    if (const auto version = wire::parse_version_tag(header)) return *version;
    const bool is_missing = header.empty();
    exchange.reply(problem(is_missing ? 428 : 412, is_missing ? "version-missing" : "version-unknown",
                           words_of(base::ErrorCode::BadInput)));
    return std::nullopt;
}

void refuse_draft(const Exchange& exchange, const std::vector<domain::DraftError>& errors) {
    wire::ProblemDocument document{.code = std::string(domain::name_of(errors.front().problem)),
                                   .title = "The contribution was not taken.",
                                   .status = errors.front().problem == domain::DraftProblem::KeyMissing ? 400 : 422,
                                   .pointer = {},
                                   .message = words_of(base::ErrorCode::BadInput),
                                   .errors = {}};
    for (const auto& error : errors)
        document.errors.push_back({.code = std::string(domain::name_of(error.problem)),
                                   .pointer = "/" + std::string(domain::name_of(error.field)),
                                   .message = words_of(base::ErrorCode::BadInput)});
    document.pointer = document.errors.front().pointer;
    exchange.reply(problem(document));
}

// The receipt of the address; nothing where it has been answered.
std::optional<domain::ReceiptCode> receipt_of(const Exchange& exchange) {
    const auto& services = exchange.services();
    const auto code = domain::ReceiptCode::parse(exchange.values["code"]);
    const auto wait = code ? services.guesses.wait_before(network_of(exchange), *code, services.clock()) : std::nullopt;
    if (code && !wait) return *code;
    if (wait) refuse_waiting(exchange, *wait);
    else refuse_unknown_receipt(exchange);
    return std::nullopt;
}

// Its contribution, for who shows its secret number; nothing where it has been answered.
std::optional<StoredContribution> own_contribution(const Exchange& exchange, const domain::ReceiptCode& code,
                                                   const std::string& secret) {
    const auto& services = exchange.services();
    auto one = services.contributions.find(code);
    if (!one) {
        if (one.error().why == Why::NotFound) refuse_unknown_receipt(exchange);
        else refuse(exchange, one.error());
        return std::nullopt;
    }
    if (const auto wait = services.contributions.wait_before_secret(network_of(exchange), code, services.clock())) {
        refuse_waiting(exchange, *wait);
        return std::nullopt;
    }
    if (services.contributions.is_author(code, secret)) return std::move(*one);
    services.contributions.count_wrong_secret(network_of(exchange), code, services.clock());
    refuse(exchange, {.why = Why::Problem, .problem = domain::ContributionProblem::NotAllowed});
    return std::nullopt;
}

}  // namespace

void get_contributions_json(ExchangePtr exchange) {
    if (!exchange->services().content.find_district(district_of(*exchange)))
        return refuse(*exchange, {.why = Why::NotFound});
    reply_with_list(*exchange, {.district = district_of(*exchange)}, VoiceReader::Everybody);
}

void get_contribution_json(ExchangePtr exchange) {
    const auto one = contribution_at(*exchange);
    if (!one) return;
    if (!one->is_public()) return refuse(*exchange, {.why = Why::NotFound});
    reply_with(*exchange, 200, *one, VoiceReader::Everybody);
}

void post_contribution_json(ExchangePtr exchange) {
    const auto& services = exchange->services();
    const auto& district = district_of(*exchange);
    if (!services.content.find_district(district)) return refuse(*exchange, {.why = Why::NotFound});
    const auto sent = read_json(*exchange, wire::decode_new_contribution);
    if (!sent) return;
    const domain::ContributionDraft draft{sent->kind, sent->service, sent->text, key_of(exchange->request)};
    auto checked = domain::check_contribution(draft);
    if (checked.errors.empty() && !checked.service.empty() && !services.content.find_sheet(district, checked.service))
        checked.errors.push_back({domain::ContributionField::Service, domain::DraftProblem::ServiceUnknown});
    if (!checked.errors.empty()) return refuse_draft(*exchange, checked.errors);
    const auto kept = services.contributions.send({.district = district,
                                                   .service = checked.service,
                                                   .kind = checked.kind,
                                                   .text = checked.text,
                                                   .key = draft.key,
                                                   .language = exchange->language,
                                                   .sending = {.network = network_of(*exchange)}},
                                                  services.clock());
    if (!kept) return refuse(*exchange, kept.error());
    services.guesses.remember(network_of(*exchange), kept->code, services.clock());
    services.visits.note_contribution(exchange->request.network, services.clock());
    auto answer = whole(*exchange, *kept, VoiceReader::Author, author());
    if (!answer) return;
    answer->secret = services.contributions.author_secret(kept->code);
    auto response = with_tag(json(201, wire::encode(*answer)), *kept);
    response.set("Location", routes::api_receipt(kept->code.hyphenated()));
    exchange->reply(std::move(response));
}

void reply_with_followed(const ExchangePtr& exchange, const domain::ReceiptCode& code) {
    const auto& services = exchange->services();
    const auto one = services.contributions.find(code);
    if (one) {
        services.guesses.remember(network_of(*exchange), code, services.clock());
        return reply_with(*exchange, 200, *one, VoiceReader::Author, author());
    }
    if (one.error().why != Why::NotFound) return refuse(*exchange, one.error());
    refuse_unknown_receipt(*exchange);
}

void post_receipt_step_json(ExchangePtr exchange) {
    const auto code = receipt_of(*exchange);
    if (!code) return;
    const auto move = read_json(*exchange, wire::decode_contribution_move);
    if (!move) return;
    const auto one = own_contribution(*exchange, *code, move->secret);
    if (!one) return;
    // Authors need not say what they have seen.
    std::optional<std::int64_t> seen;
    if (!exchange->request.header("if-match").empty() && !(seen = seen_version(*exchange))) return;
    const auto& services = exchange->services();
    const auto done = services.contributions.act(*one, author(),
                                                 {.step = move->step,
                                                  .words = move->words,
                                                  .redacted = move->text,
                                                  .version = seen,
                                                  .sending = {.network = network_of(*exchange)}},
                                                 services.clock());
    if (!done) return refuse(*exchange, done.error());
    reply_with(*exchange, 200, *done, VoiceReader::Author, author());
}

void post_verdict_json(ExchangePtr exchange) {
    const auto code = receipt_of(*exchange);
    if (!code) return;
    const auto said = read_json(*exchange, wire::decode_verdict_said);
    if (!said) return;
    const auto one = own_contribution(*exchange, *code, said->secret);
    if (!one) return;
    const auto& services = exchange->services();
    const auto words = domain::clean_typed(said->words);
    const auto done = services.authors.judge_answer(*one, said->verdict, words, services.clock());
    if (done) return reply_with(*exchange, 200, *done, VoiceReader::Author, author());
    if (done.error().why == service::VerdictRefusal::Why::Unavailable)
        return refuse(*exchange, {.why = Why::Unavailable});
    exchange->reply(
        problem(status_of(done.error()), domain::name_of(done.error().problem), words_of(base::ErrorCode::BadInput)));
}

void get_voices_json(ExchangePtr exchange) {
    const auto query = base::parse_pairs(exchange->query).value_or(base::Pairs{});
    if (!exchange->services().content.find_district(district_of(*exchange)))
        return refuse(*exchange, {.why = Why::NotFound});
    const auto asked = inbox_query_of(*exchange);
    if (!asked.unread.empty()) return exchange->reply(problem(400, asked.unread, words_of(base::ErrorCode::BadInput)));
    auto filter = filter_of(*exchange, asked.shelf.value_or(desk::VoiceShelf::All), asked.only);
    const auto wanted = base::single(query, "state");
    const auto state = domain::parse_contribution_state(wanted.value_or(""));
    if (wanted && (!state || asked.shelf))
        return exchange->reply(problem(400, "state", words_of(base::ErrorCode::BadInput)));
    if (state) filter.states = {*state};
    reply_with_list(*exchange, std::move(filter), VoiceReader::Desk);
}

void get_voice_json(ExchangePtr exchange) {
    if (const auto one = contribution_at(*exchange))
        reply_with(*exchange, 200, *one, VoiceReader::Desk, staff_of(*exchange));
}

void post_voice_step_json(ExchangePtr exchange) {
    const auto one = contribution_at(*exchange);
    if (!one) return;
    const auto move = read_json(*exchange, wire::decode_contribution_move);
    if (!move) return;
    const auto version = seen_version(*exchange);
    if (!version) return;
    const auto& services = exchange->services();
    const auto done = services.contributions.act(*one, staff_of(*exchange),
                                                 {.step = move->step,
                                                  .words = move->words,
                                                  .answer = move->answer,
                                                  .reason = move->reason,
                                                  .redacted = move->text,
                                                  .version = *version},
                                                 services.clock());
    if (!done && done.error().why == Why::Changed) {
        const auto now = services.contributions.find(one->district, one->id);
        if (now) return reply_with(*exchange, 412, *now, VoiceReader::Desk, staff_of(*exchange));
    }
    if (!done) return refuse(*exchange, done.error());
    reply_with(*exchange, 200, *done, VoiceReader::Desk, staff_of(*exchange));
}

void post_assignment_json(ExchangePtr exchange) {
    const auto one = contribution_at(*exchange);
    if (!one) return;
    const auto asked = read_json(*exchange, wire::decode_assignment_asked);
    if (!asked) return;
    const auto& services = exchange->services();
    const auto actor = staff_of(*exchange);
    const auto done = services.contributions.assign(*one, actor.by, {asked->to, asked->had}, services.clock());
    if (done) return reply_with(*exchange, 200, *done, VoiceReader::Desk, actor);
    using enum service::AssignmentRefusal::Why;
    if (done.error().why == Unavailable) return refuse(*exchange, {.why = Why::Unavailable});
    const auto code =
        done.error().why == Changed ? std::string_view("version-changed") : domain::name_of(done.error().problem);
    exchange->reply(problem(status_of(done.error()), code, words_of(base::ErrorCode::BadInput)));
}

}  // namespace http
