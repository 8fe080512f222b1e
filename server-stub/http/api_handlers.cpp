#include "server-stub/http/api_handlers.hpp"

#include <algorithm>
#include <utility>

#include "server-stub/http/voice_api.hpp"
#include "server-stub/http/voice_parts.hpp"
#include "server-stub/http/words.hpp"
#include "server-stub/service/opening.hpp"
#include "shared/routes/routes.hpp"
#include "shared/wire/answer.hpp"
#include "shared/wire/form.hpp"
#include "shared/wire/rating.hpp"
#include "shared/wire/receipt.hpp"

namespace http {
namespace {

using domain::RatingProblem;

constexpr int seconds_until_retry = 60;

Response error(const Exchange& exchange, int status, base::ErrorCode code) {
    return error_response(exchange, status, code);
}

KeptBody body_of(std::string body) {
    auto tag = engine::entity_tag_of(body);
    return {std::make_shared<const std::string>(std::move(body)), nullptr, std::move(tag)};
}

void reply_with(const Exchange& exchange, const std::string& address) {
    const auto& content = exchange.services().content;
    const Edition edition{.content = content.edition()};
    if (const auto kept = exchange.site.find_page(address, edition)) return exchange.reply(json(exchange, *kept));
    auto found = content.find_json(address);
    if (!found) return refuse(exchange, found.error());
    exchange.reply(json(exchange, *exchange.site.ensure_page(address, edition, [&] { return std::move(*found); })));
}

int status_of(RatingProblem problem) {
    switch (problem) {
        case RatingProblem::Malformed:
        case RatingProblem::KeyMissing: return 400;
        case RatingProblem::TooLarge: return 413;
        case RatingProblem::Unavailable: return 503;
        default: return 422;
    }
}

Response refuse_rating(const domain::RatingDraft& draft, const std::vector<wire::RatingIssue>& issues) {
    const auto status = status_of(issues.front().error.problem);
    auto response = problem(
        wire::rating_problem(status, issues, [&](RatingProblem problem) { return words_of(draft, 0, problem); }));
    if (status == 503) ask_to_wait(response, seconds_until_retry);
    return response;
}

void answer_rating(const Exchange& exchange, const domain::RatingDraft& draft,
                   const base::Result<domain::Receipt>& kept) {
    if (!kept) {
        exchange.services().log.write("warning", "rating-not-stored",
                                      {{"id", exchange.request.id}, {"reason", kept.error().detail}});
        const auto what =
            kept.error().code == base::ErrorCode::Conflict ? RatingProblem::KeyConflict : RatingProblem::Unavailable;
        return exchange.reply(
            refuse_rating(draft, wire::locate(std::vector{domain::RatingError{domain::RatingField::Form, what}})));
    }
    exchange.services().guesses.remember(network_of(exchange), kept->code, exchange.services().clock());
    exchange.services().visits.note_contribution(exchange.request.network, exchange.services().clock());
    auto response = json(201, wire::encode(*kept));
    response.set("Location", routes::api_receipt(kept->code.hyphenated()));
    exchange.reply(std::move(response));
}

Response refuse_receipt(pages::ReceiptTrouble trouble, std::chrono::seconds wait = {}) {
    const auto words = words_of(pages::ReceiptRefusal{trouble, minutes_of(wait)});
    switch (trouble) {
        case pages::ReceiptTrouble::Mistyped: return problem(404, "receipt-mistyped", words);
        case pages::ReceiptTrouble::Unknown: return problem(404, "receipt-unknown", words);
        case pages::ReceiptTrouble::TooMany: break;
    }
    auto response = problem(429, wire::name_of(base::ErrorCode::TooMany), words);
    ask_to_wait(response, wait.count());
    return response;
}

}  // namespace

// A structured header writes its text in quotes; most clients send the bare key.
std::string key_of(const engine::Request& request) {
    auto key = request.header("idempotency-key");
    if (key.size() >= 2 && key.starts_with('"') && key.ends_with('"')) key = key.substr(1, key.size() - 2);
    return std::string(key);
}

void refuse_unknown_receipt(const Exchange& exchange) {
    const auto& services = exchange.services();
    const auto wait = services.guesses.count_unknown(network_of(exchange), services.clock());
    exchange.reply(wait ? refuse_receipt(pages::ReceiptTrouble::TooMany, *wait)
                        : refuse_receipt(pages::ReceiptTrouble::Unknown));
}

void refuse_waiting(const Exchange& exchange, std::chrono::seconds wait) {
    exchange.reply(refuse_receipt(pages::ReceiptTrouble::TooMany, wait));
}

void get_health(ExchangePtr exchange) {
    Response response;
    response.set("Content-Type", "text/plain; charset=utf-8");
    response.set("Cache-Control", "no-store");
    response.body = std::string("ok\n");
    exchange->reply(std::move(response));
}

// The desk answers only while its store does.
void get_readiness(ExchangePtr exchange) {
    exchange->services().desk.find(domain::ReceiptCode::from_random(0),
                                   [exchange](const base::Result<domain::Receipt>& found) {
                                       const bool ready = found || found.error().code == base::ErrorCode::NotFound;
                                       Response response{.status = ready ? 200 : 503, .headers = {}, .body = {}};
                                       response.set("Content-Type", "text/plain; charset=utf-8");
                                       response.set("Cache-Control", "no-store");
                                       response.body = std::string(ready ? "ready\n" : "the store does not answer\n");
                                       exchange->reply(std::move(response));
                                   });
}

void get_content(ExchangePtr exchange) { reply_with(*exchange, exchange->path); }

void get_list(ExchangePtr exchange) {
    reply_with(*exchange, exchange->query.empty() ? exchange->path : exchange->path + "?" + exchange->query);
}

void get_coming(ExchangePtr exchange) {
    const auto& services = exchange->services();
    const auto found =
        services.content.coming(exchange->values["district"], services.legal_time.local_at(services.clock()));
    if (!found) return refuse(*exchange, found.error());
    exchange->reply(json(*exchange, body_of((*found)->json)));
}

void get_now(ExchangePtr exchange) {
    const auto& services = exchange->services();
    const auto district = services.content.find_district(exchange->values["district"]);
    if (district == nullptr) return exchange->reply(error(*exchange, 404, base::ErrorCode::NotFound));
    const domain::Answer now =
        service::district_now(*services.content.calendar(exchange->values["district"]), services.legal_time, *district,
                              services.content.notices(exchange->values["district"]), services.clock());
    exchange->reply(json(*exchange, body_of(wire::encode(now))));
}

void post_rating_json(ExchangePtr exchange) {
    const auto& services = exchange->services();
    const auto sheet = services.content.find_sheet(exchange->values["district"], exchange->values["service"]);
    if (!sheet) return exchange->reply(error(*exchange, 404, base::ErrorCode::NotFound));
    if (!is_from_here(exchange->request)) return exchange->reply(error(*exchange, 403, base::ErrorCode::Unauthorised));
    if (media_type_of(exchange->request) != "application/json")
        return exchange->reply(problem(415, "media-type", words_of(base::ErrorCode::BadInput)));

    auto draft = wire::parse_rating_json(exchange->request.body);
    if (!draft) return exchange->reply(refuse_rating({}, draft.error()));
    draft->key = key_of(exchange->request);
    const auto checked = domain::check_rating(*draft);
    if (!checked.errors.empty()) return exchange->reply(refuse_rating(*draft, wire::locate(checked.errors)));

    const auto now = services.clock();
    auto rating = checked.rating;
    rating.text = services.contributions.mask(rating.text);
    services.desk.submit({.key = draft->key,
                          .receipt = {.code = {},
                                      .district = sheet->district,
                                      .service = sheet->id,
                                      .rating = std::move(rating),
                                      .language = exchange->language,
                                      .received_at = now,
                                      .received_on = services.legal_time.date_at(now)}},
                         [exchange, draft = *draft](const base::Result<domain::Receipt>& kept) {
                             answer_rating(*exchange, draft, kept);
                         });
}

void get_receipt_json(ExchangePtr exchange) {
    const auto& services = exchange->services();
    const auto code = domain::ReceiptCode::parse(exchange->values["code"]);
    if (!code)
        return exchange->reply(refuse_receipt(code.error() == domain::ReceiptCodeProblem::Mistyped
                                                  ? pages::ReceiptTrouble::Mistyped
                                                  : pages::ReceiptTrouble::Unknown));
    if (const auto wait = services.guesses.wait_before(network_of(*exchange), *code, services.clock()))
        return exchange->reply(refuse_receipt(pages::ReceiptTrouble::TooMany, *wait));
    services.desk.find(*code, [exchange, code = *code](const base::Result<domain::Receipt>& found) {
        const auto& now = exchange->services();
        if (found) {
            now.guesses.remember(network_of(*exchange), found->code, now.clock());
            return exchange->reply(json(*exchange, body_of(wire::encode(*found)), "private, no-cache"));
        }
        if (found.error().code != base::ErrorCode::NotFound)
            return exchange->reply(error(*exchange, 503, base::ErrorCode::Unavailable));
        if (!now.disk.give([exchange, code] { reply_with_followed(exchange, code); }))
            exchange->reply(error(*exchange, 503, base::ErrorCode::Unavailable));
    });
}

}  // namespace http
