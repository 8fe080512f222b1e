#include "server-stub/http/page_handlers.hpp"

#include <algorithm>
#include <format>
#include <utility>

#include "server-stub/http/calendar_file.hpp"
#include "server-stub/http/knowledge.hpp"
#include "server-stub/http/language_choice.hpp"
#include "server-stub/http/voice_parts.hpp"
#include "shared/base/pairs.hpp"
#include "shared/domain/rating.hpp"
#include "shared/pages/book.hpp"
#include "shared/pages/receipt.hpp"
#include "shared/routes/routes.hpp"
#include "shared/wire/form.hpp"
#include "shared/wire/receipt.hpp"

namespace http {
namespace {

using domain::RatingField;
using domain::RatingProblem;

constexpr int seconds_until_retry = 60;

routes::Sheet sheet_route(const Exchange& exchange) {
    return {exchange.language, exchange.values["district"], exchange.values["service"]};
}

struct Sheet {
    std::shared_ptr<const domain::District> district;
    std::shared_ptr<const domain::ServiceSheet> sheet;
};

std::optional<Sheet> find_sheet(const Exchange& exchange) {
    const auto& content = exchange.services().content;
    auto district = content.find_district(exchange.values["district"]);
    auto sheet = content.find_sheet(exchange.values["district"], exchange.values["service"]);
    if (!district || !sheet) return std::nullopt;
    return Sheet{std::move(district), std::move(sheet)};
}

void not_found(const Exchange& exchange) { exchange.reply(error_response(exchange, 404, base::ErrorCode::NotFound)); }

std::string print_sheet(const Exchange& exchange, const pages::RatingForm& form) {
    Knowledge knowledge(exchange);
    return print(exchange, knowledge, sheet_route(exchange), form);
}

// The sheet with what was typed: never compressed, never kept.
// A number that tells who somebody is stands on no page, not even on that of who typed it.
Response sheet_with_form(const Exchange& exchange, int status, pages::RatingForm form) {
    form.draft.text = exchange.services().contributions.mask(form.draft.text);
    return html(exchange, status, print_sheet(exchange, form), Compress::No);
}

int status_of(const std::vector<domain::RatingError>& errors) {
    return errors.front().problem == RatingProblem::Unavailable ? 503 : 422;
}

Response refuse_form(const Exchange& exchange, pages::RatingForm form) {
    for (const auto& error : form.errors)
        if (error.field == RatingField::Key) form.draft.key = exchange.services().new_key();
    auto response = sheet_with_form(exchange, status_of(form.errors), form);
    if (response.status == 503) ask_to_wait(response, seconds_until_retry);
    return response;
}

domain::RatingError error_of(base::ErrorCode code) {
    if (code == base::ErrorCode::Conflict) return {RatingField::Key, RatingProblem::KeyConflict};
    return {RatingField::Form, RatingProblem::Unavailable};
}

void answer_rating(const Exchange& exchange, const domain::RatingDraft& draft,
                   const base::Result<domain::Receipt>& kept) {
    if (!kept) {
        exchange.services().log.write("warning", "rating-not-stored",
                                      {{"id", exchange.request.id}, {"reason", kept.error().detail}});
        return exchange.reply(refuse_form(exchange, {draft, {error_of(kept.error().code)}}));
    }
    exchange.services().guesses.remember(network_of(exchange), kept->code, exchange.services().clock());
    exchange.reply(redirect(303, routes::address_of(routes::Receipt{exchange.language, kept->code.hyphenated()})));
}

int status_of(pages::ReceiptTrouble trouble) { return trouble == pages::ReceiptTrouble::TooMany ? 429 : 404; }

void refuse_receipt(const Exchange& exchange, pages::ReceiptTrouble trouble, std::chrono::seconds wait = {}) {
    // As it stands in the address, where anything may be in its place.
    const routes::Receipt route{exchange.language, exchange.path.substr(exchange.path.rfind('/') + 1)};
    const auto document = pages::receipt_page(exchange.tr(), {route, pages::ReceiptRefusal{trouble, minutes_of(wait)}});
    const auto code = trouble == pages::ReceiptTrouble::TooMany ? base::ErrorCode::TooMany : base::ErrorCode::NotFound;
    auto response = html(exchange, status_of(trouble), document,
                         {.api = {}, .form = {}, .errors = {}, .page_error = code}, Compress::Yes);
    if (trouble == pages::ReceiptTrouble::TooMany) ask_to_wait(response, wait.count());
    exchange.reply(std::move(response));
}

void show_receipt(const Exchange& exchange, const domain::Receipt& receipt) {
    const auto code = receipt.code.hyphenated();
    Knowledge knowledge(exchange);
    knowledge.add(routes::api_receipt(code), receipt);
    const routes::Receipt route{exchange.language, code};
    exchange.reply(html(exchange, 200, print(exchange, knowledge, route), Compress::No));
}

// A receipt of anything but a rating leads to where that is followed.
void look_for_contribution(const Exchange& exchange, const domain::ReceiptCode& code) {
    const auto& services = exchange.services();
    const auto one = services.contributions.find(code);
    if (one) {
        services.guesses.remember(network_of(exchange), code, services.clock());
        return exchange.reply(redirect(302, routes::address_of(routes::Follow{exchange.language, code.hyphenated()})));
    }
    if (one.error().why != VoiceRefusal::Why::NotFound)
        return exchange.reply(error_response(exchange, 503, base::ErrorCode::Unavailable));
    if (const auto wait = services.guesses.count_unknown(network_of(exchange), services.clock()))
        return refuse_receipt(exchange, pages::ReceiptTrouble::TooMany, *wait);
    refuse_receipt(exchange, pages::ReceiptTrouble::Unknown);
}

// Only our own pages: no form may send its reader elsewhere.
bool is_local_page(std::string_view address) {
    const auto target = split_target(address);
    const auto page = routes::parse_page(target.path, target.query);
    return page && (target.query.empty() || target.query == "skin=html" || address == routes::address_of(*page));
}

}  // namespace

void get_root(ExchangePtr exchange) {
    const auto language = choose_language(exchange->request.header("accept-language"));
    auto response = redirect(302, routes::address_of(routes::Home{language, {}}));
    response.set("Vary", "Accept-Language");
    exchange->reply(std::move(response));
}

void get_page(ExchangePtr exchange) {
    const auto path = base::percent_decode(exchange->path);
    const auto page = path ? routes::parse_page(*path, exchange->query) : std::nullopt;
    if (!page) return not_found(*exchange);
    Knowledge knowledge(*exchange);
    const auto questions = pages::questions_of(*page, knowledge.lookup());
    if (const auto error = knowledge.missing(questions)) return refuse(*exchange, *error);

    const auto* home = std::get_if<routes::Home>(&*page);
    if (home != nullptr && !home->query.empty())  // Anything that people type: not worth keeping.
        return exchange->reply(html(*exchange, 200, print(*exchange, knowledge, *page), Compress::Yes));
    const bool changes =
        std::ranges::contains(questions, domain::subject_of<domain::DistrictNow>, &pages::Question::subject);
    const Edition edition{.content = knowledge.edition(),
                          .minute = changes ? exchange->services().clock().milliseconds / 60'000 : 0};
    const auto name = std::format("{} {}", routes::address_of(*page), print_preferences(exchange->preferences()));
    exchange->reply(html(
        *exchange, *exchange->site.ensure_page(name, edition, [&] { return print(*exchange, knowledge, *page); })));
}

void get_sheet(ExchangePtr exchange) {
    const Edition edition{.content = exchange->services().content.edition()};
    const auto found = find_sheet(*exchange);
    if (!found) return not_found(*exchange);
    const auto name = std::format("{} {}", exchange->path, print_preferences(exchange->preferences()));
    const auto page = exchange->site.ensure_template(name, edition, [&] {
        const auto key = exchange->services().new_key();
        pages::RatingForm form;
        form.draft.key = key;
        return PageTemplate(print_sheet(*exchange, form), key);
    });
    exchange->reply(html(*exchange, 200, page->with_key(exchange->services().new_key()), Compress::Yes));
}

void post_sheet(ExchangePtr exchange) {
    const auto found = find_sheet(*exchange);
    if (!found) return not_found(*exchange);
    if (!accepts_form(*exchange)) return;
    pages::RatingForm form;
    form.draft = wire::parse_rating_form(exchange->request.body).draft;
    if (form.draft.key.empty()) form.draft.key = exchange->services().new_key();
    exchange->reply(sheet_with_form(*exchange, 200, form));
}

void get_rating(ExchangePtr exchange) { exchange->reply(redirect(303, routes::address_of(sheet_route(*exchange)))); }

void post_rating(ExchangePtr exchange) {
    const auto found = find_sheet(*exchange);
    if (!found) return not_found(*exchange);
    if (!accepts_form(*exchange)) return;
    const auto form = wire::parse_rating_form(exchange->request.body);
    const auto checked = wire::check_rating_form(form);
    if (!checked.errors.empty()) return exchange->reply(refuse_form(*exchange, {form.draft, checked.errors}));

    const auto& services = exchange->services();
    const auto now = services.clock();
    auto rating = checked.rating;
    rating.text = services.contributions.mask(rating.text);
    services.desk.submit({.key = form.draft.key,
                          .receipt = {.code = {},
                                      .district = found->district->id,
                                      .service = found->sheet->id,
                                      .rating = std::move(rating),
                                      .language = exchange->language,
                                      .received_at = now,
                                      .received_on = services.legal_time.date_at(now)}},
                         [exchange, draft = form.draft](const base::Result<domain::Receipt>& kept) {
                             answer_rating(*exchange, draft, kept);
                         });
}

Response too_large_form(const Exchange& exchange) {
    const auto found = find_sheet(exchange);
    if (!found) return error_response(exchange, 413, base::ErrorCode::TooLarge);
    pages::RatingForm form;
    form.draft = wire::parse_rating_form(exchange.request.body).draft;
    form.draft.key = exchange.services().new_key();
    form.errors = {{RatingField::Form, RatingProblem::TooLarge}};
    return sheet_with_form(exchange, 413, form);
}

void get_receipt(ExchangePtr exchange) {
    const auto& services = exchange->services();
    const auto code = domain::ReceiptCode::parse(exchange->values["code"]);
    if (!code)
        return refuse_receipt(*exchange, code.error() == domain::ReceiptCodeProblem::Mistyped
                                             ? pages::ReceiptTrouble::Mistyped
                                             : pages::ReceiptTrouble::Unknown);
    const routes::Receipt route{exchange->language, code->hyphenated()};
    // However it was typed, a receipt has one address.
    if (exchange->path != routes::address_of(route)) return exchange->reply(redirect(302, routes::address_of(route)));

    if (const auto wait = services.guesses.wait_before(network_of(*exchange), *code, services.clock()))
        return refuse_receipt(*exchange, pages::ReceiptTrouble::TooMany, *wait);
    services.desk.find(*code, [exchange, code = *code](const base::Result<domain::Receipt>& found) {
        const auto& now = exchange->services();
        if (found) {
            now.guesses.remember(network_of(*exchange), found->code, now.clock());
            return show_receipt(*exchange, *found);
        }
        if (found.error().code != base::ErrorCode::NotFound)
            return exchange->reply(error_response(*exchange, 503, base::ErrorCode::Unavailable));
        if (!now.disk.give([exchange, code] { look_for_contribution(*exchange, code); }))
            exchange->reply(error_response(*exchange, 503, base::ErrorCode::Unavailable));
    });
}

void post_preferences(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    const auto chosen = change(exchange->preferences(), exchange->request.body);
    if (!chosen) return exchange->reply(error_response(*exchange, 422, base::ErrorCode::BadInput));
    const auto fields = base::parse_pairs(exchange->request.body).value_or(base::Pairs{});
    const auto back = base::single(fields, "return").value_or("");
    auto response = redirect(303, is_local_page(back) ? back : std::format("/{}", base::code_of(exchange->language)));
    response.set("Set-Cookie", print_cookie(*chosen));
    exchange->reply(std::move(response));
}

void get_calendar_file(ExchangePtr exchange) {
    const auto& services = exchange->services();
    const auto& district = exchange->values["district"];
    const auto found =
        services.content.find(routes::api_entry(district, routes::Section::Activities, exchange->values["activity"]));
    if (!found) return refuse(*exchange, found.error());
    const auto& activity = std::get<domain::Activity>((*found)->answer);
    const auto court =
        services.content.find(routes::api_entry(district, routes::Section::Courts, activity.court.value()));
    Response response;
    response.set("Content-Type", "text/calendar; charset=utf-8");
    response.set("Content-Disposition", std::format("attachment; filename=\"{}.ics\"", activity.id.value()));
    response.set("Cache-Control", "no-cache");
    response.body = print_calendar_file(
        activity, court ? std::get<domain::CourtSheet>((*court)->answer).name : base::LocalizedText(),
        exchange->language, services.clock());
    exchange->reply(std::move(response));
}

void get_icon(ExchangePtr exchange) {
    Response response;
    response.set("Content-Type", "image/svg+xml");
    response.set("Cache-Control", "public, max-age=86400");
    response.body = print_site_icon();
    exchange->reply(std::move(response));
}

void get_text_lab(ExchangePtr exchange) {
    Response response;
    response.set("Content-Type", "text/html; charset=utf-8");
    response.set("Content-Language", "en");
    response.set("Cache-Control", "no-store");
    response.body = print_text_lab(exchange->services().assets);
    exchange->reply(std::move(response));
}

}  // namespace http
