#include "server-stub/http/voice_pages.hpp"

#include <format>
#include <utility>

#include "server-stub/http/account_handlers.hpp"
#include "server-stub/http/cookies.hpp"
#include "server-stub/http/item_parts.hpp"
#include "server-stub/http/sent_form.hpp"
#include "server-stub/http/voice_views.hpp"
#include "shared/desk/item_preview.hpp"
#include "shared/domain/text.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/wire/item_form.hpp"

namespace http {
namespace {

using domain::ContributionField;
using domain::DraftError;
using domain::DraftProblem;
using Why = VoiceRefusal::Why;

constexpr std::size_t voices_on_a_page = 20;
constexpr int author_cookie_s = 30 * 60;

void not_found(const Exchange& exchange) { exchange.reply(error_response(exchange, 404, base::ErrorCode::NotFound)); }
void unavailable(const Exchange& exchange) {
    exchange.reply(error_response(exchange, 503, base::ErrorCode::Unavailable));
}

base::Pairs query_of(const Exchange& exchange) { return base::parse_pairs(exchange.query).value_or(base::Pairs{}); }

routes::Participate route_of(const Exchange& exchange) {
    return {exchange.language, district_of(exchange), exchange.query};
}

std::vector<desk::ServiceChoice> services_of(const Exchange& exchange) {
    std::vector<desk::ServiceChoice> choices;
    const auto found =
        exchange.services().content.find(routes::api_list(district_of(exchange), routes::Section::Services));
    if (!found) return choices;  // Still: something can be said of the courts as a whole.
    for (const auto& sheet : std::get<domain::List<domain::ServiceSummary>>((*found)->answer).items)
        choices.push_back({sheet.id.value(), sheet.short_title});
    return choices;
}

// What everybody reads; false where it has been answered.
bool read_public(const Exchange& exchange, desk::ParticipateData& data) {
    auto& contributions = exchange.services().contributions;
    const auto after = positive_number(base::single(query_of(exchange), "after").value_or("")).value_or(0);
    const auto counts = contributions.counts(district_of(exchange), exchange.services().clock());
    const auto voices =
        contributions.list({.district = district_of(exchange), .after = after, .limit = voices_on_a_page + 1});
    const auto ratings = exchange.services().needs.rating_counts(district_of(exchange));
    const auto verdicts = exchange.services().authors.verdict_counts(district_of(exchange));
    if (!counts || !voices || !ratings || !verdicts) {
        unavailable(exchange);
        return false;
    }
    data.figures = figures_of(*counts);
    data.figures.ratings = static_cast<int>(ratings->ratings);
    data.figures.worded = static_cast<int>(ratings->worded);
    data.figures.helped = static_cast<int>(verdicts->helped);
    data.figures.not_helped = static_cast<int>(verdicts->not_helped);
    for (const auto& one : *voices) {
        if (data.voices.size() == voices_on_a_page) {
            data.next = "after=" + data.voices.back().number;
            break;
        }
        data.voices.push_back(view_of(exchange, one));
    }
    return true;
}

std::optional<desk::VoicePreview> preview_of(const Exchange& exchange, const std::string& text) {
    if (text.empty()) return std::nullopt;
    const auto looked = exchange.services().contributions.look_at(district_of(exchange), text);
    return desk::VoicePreview{.text = looked.text,
                              .is_masked = looked.text != text,
                              .is_held = !looked.concerns.empty(),
                              .is_private = looked.is_private};
}

// `opened`: when the form was, where it is shown again.
void show(const Exchange& exchange, int status, desk::ParticipateData data, std::optional<base::Instant> opened = {}) {
    if (!exchange.services().content.find_sheet(district_of(exchange), data.draft.service)) data.draft.service.clear();
    // A number that tells who somebody is stands on no page, not even on that of who typed it.
    data.draft.text = exchange.services().contributions.mask(data.draft.text);
    if (data.draft.key.empty()) data.draft.key = exchange.services().new_key();
    data.opened = exchange.services().contributions.forms().print(district_of(exchange), data.draft.key,
                                                                  opened.value_or(exchange.services().clock()));
    data.services = services_of(exchange);
    if (!read_public(exchange, data)) return;
    wire::PageData sent;
    sent.document = desk::participate_page(exchange.tr(), route_of(exchange), data);
    auto page = print_page(*sent.document, sent, exchange.preferences(), exchange.services().assets);
    const auto label = i18n::plain(exchange.tr()(msg::voice_trap));
    exchange.reply(html(exchange, status, with_trap(std::move(page), label), Compress::No));
}

// For the client, which shows it while somebody types.
void show_preview_alone(const Exchange& exchange, desk::ParticipateData data) {
    data.services = services_of(exchange);
    wire::PageData sent;
    sent.document = desk::preview_alone(desk::participate_page(exchange.tr(), route_of(exchange), data));
    exchange.reply(json(200, wire::encode_page_data(sent)));
}

std::string author_cookie_of(const domain::ReceiptCode& code, const std::string& secret) {
    std::string value = code.digits() + ".";
    for (const char c : secret)
        if (c != ' ') value += c;
    return value;
}

Response to_follow(const Exchange& exchange, const StoredContribution& one) {
    const auto secret = exchange.services().contributions.author_secret(one.code);
    auto response = redirect(303, routes::address_of(routes::Follow{exchange.language, one.code.hyphenated()}));
    keep_author(response, author_cookie_of(one.code, secret), author_cookie_s);
    return response;
}

std::vector<DraftError> errors_of(const VoiceRefusal& refusal) {
    if (refusal.why == Why::Conflict) return {{ContributionField::Key, DraftProblem::KeyConflict}};
    return {{ContributionField::Form, DraftProblem::Unavailable}};
}

// Of what is chosen only what can be: what nobody could choose is not shown again.
domain::ContributionDraft draft_of(const base::Pairs& form) {
    const auto kind = domain::parse_contribution_kind(base::single(form, "kind").value_or(""));
    return {.kind = kind ? std::string(domain::name_of(*kind)) : std::string(),
            .service = typed(form, "service"),
            .text = typed(form, "text"),
            .key = typed(form, "key")};
}

void send(const Exchange& exchange, desk::ParticipateData data, const service::Sending& sending) {
    const auto& services = exchange.services();
    auto checked = domain::check_contribution(data.draft);
    if (checked.errors.empty() && !checked.service.empty() &&
        !services.content.find_sheet(district_of(exchange), checked.service))
        checked.errors.push_back({ContributionField::Service, DraftProblem::ServiceUnknown});
    data.errors = checked.errors;
    data.preview = preview_of(exchange, checked.text);
    if (!data.errors.empty()) return show(exchange, 422, std::move(data), sending.opened);
    const auto kept = services.contributions.send({.district = district_of(exchange),
                                                   .service = checked.service,
                                                   .kind = checked.kind,
                                                   .text = checked.text,
                                                   .key = data.draft.key,
                                                   .language = exchange.language,
                                                   .sending = sending},
                                                  services.clock());
    if (!kept) {
        data.errors = errors_of(kept.error());
        if (kept.error().why == Why::Conflict) data.draft.key.clear();  // What is sent next is another one.
        return show(exchange, status_of(kept.error()), std::move(data), sending.opened);
    }
    services.guesses.remember(network_of(exchange), kept->code, services.clock());
    services.visits.note_contribution(exchange.request.network, services.clock());
    exchange.reply(to_follow(exchange, *kept));
}

// By the cookie of who has just sent it or shown its number.
bool holds_secret(const Exchange& exchange, const StoredContribution& one) {
    const auto cookie = find_cookie(exchange.request.header("cookie"), author_cookie);
    const auto dot = cookie.find('.');
    return dot != std::string_view::npos && cookie.substr(0, dot) == one.code.digits() &&
           exchange.services().contributions.is_author(one.code, cookie.substr(dot + 1));
}

struct Following {
    bool is_author = false;
    bool is_secret_wrong = false;
    int wait_minutes = 0;
    std::optional<desk::StepForm> tried{};
    bool has_changed = false;
    std::optional<desk::VerdictForm> verdict{};  // That was tried.
};

void show_followed(const Exchange& exchange, int status, const StoredContribution& one, Following how) {
    const auto& services = exchange.services();
    auto steps = services.contributions.steps(one.id);
    if (!steps) return unavailable(exchange);
    const auto district = services.content.find_district(one.district);
    desk::FollowData data{.code = one.code.hyphenated(),
                          .voice = view_of(exchange, one, how.is_author ? VoiceReader::Author : VoiceReader::Everybody),
                          .district_name = district ? district->city : base::LocalizedText(),
                          .district = one.district};
    data.is_author = how.is_author;
    data.is_secret_wrong = how.is_secret_wrong;
    data.wait_minutes = how.wait_minutes;
    data.has_changed = how.has_changed;
    if (const auto citizen = how.is_author ? citizen_of(exchange) : std::nullopt) {
        const auto attached = services.authors.is_attached(citizen->id, one.id);
        if (!attached) return unavailable(exchange);
        data.is_attached = *attached;
    }
    if (how.is_author) {
        data.secret = services.contributions.author_secret(one.code);
        if (domain::can_be_judged(one.state) && !one.verdict) data.verdict.emplace();
        if (how.verdict) data.verdict = std::move(how.verdict);
        data.forms =
            forms_of(service::Contributions::possible_steps(one, *steps, author()), one.text, std::move(how.tried));
    }
    data.steps = views_of(readable(std::move(*steps), VoiceReader::Author));
    const routes::Follow route{exchange.language, data.code};
    exchange.reply(html(exchange, status, desk::follow_page(exchange.tr(), route, data)));
}

// Whether it is the secret number; where not, it has been answered.
bool shows_secret(const Exchange& exchange, const StoredContribution& one, std::string_view secret) {
    const auto& services = exchange.services();
    auto& contributions = services.contributions;
    const auto wait = contributions.wait_before_secret(network_of(exchange), one.code, services.clock());
    if (!wait && contributions.is_author(one.code, secret)) return true;
    if (!wait) contributions.count_wrong_secret(network_of(exchange), one.code, services.clock());
    show_followed(exchange, wait ? 429 : 422, one,
                  {.is_secret_wrong = !wait, .wait_minutes = wait ? minutes_of(*wait) : 0});
    return false;
}

// What its author says of the answer.
void judge_answer(const Exchange& exchange, const StoredContribution& one, const base::Pairs& form) {
    const auto& services = exchange.services();
    desk::VerdictForm tried{.choice = typed(form, "verdict"), .words = typed(form, "verdict-words")};
    const auto judged = services.authors.judge_answer(one, tried.choice, tried.words, services.clock());
    if (judged) return exchange.reply(to_follow(exchange, *judged));
    if (judged.error().why == service::VerdictRefusal::Why::Unavailable) return unavailable(exchange);
    tried.problem = judged.error().problem;
    tried.words = services.contributions.mask(tried.words);
    show_followed(exchange, status_of(judged.error()), one, {.is_author = true, .verdict = std::move(tried)});
}

// The account of who is signed in keeps it as its own, or lets it go. Who is not signed in comes back to where they
// can.
void keep_own(const Exchange& exchange, const StoredContribution& one, bool is_kept) {
    const auto citizen = citizen_of(exchange);
    if (!citizen) return show_followed(exchange, 403, one, {.is_author = true});
    auto& authors = exchange.services().authors;
    const auto done = is_kept ? authors.attach(citizen->id, one.id) : authors.detach(citizen->id, one.id);
    if (!done) return unavailable(exchange);
    exchange.reply(to_follow(exchange, one));
}

}  // namespace

std::optional<StoredContribution> followed(const Exchange& exchange) {
    const auto& services = exchange.services();
    const routes::Receipt receipt{exchange.language, exchange.values["code"]};
    const auto code = domain::ReceiptCode::parse(exchange.values["code"]);
    const bool may_look = code && !services.guesses.wait_before(network_of(exchange), *code, services.clock());
    if (!may_look) {
        exchange.reply(redirect(302, routes::address_of(receipt)));
        return std::nullopt;
    }
    auto one = services.contributions.find(*code);
    if (one) {
        services.guesses.remember(network_of(exchange), *code, services.clock());
        return std::move(*one);
    }
    if (one.error().why != Why::NotFound) {
        unavailable(exchange);
        return std::nullopt;
    }
    services.guesses.count_unknown(network_of(exchange), services.clock());  // Who guesses follows no redirect.
    exchange.reply(redirect(302, routes::address_of(receipt)));
    return std::nullopt;
}

void get_participate(ExchangePtr exchange) {
    const auto district = exchange->services().content.find_district(district_of(*exchange));
    if (!district) return not_found(*exchange);
    desk::ParticipateData data{.district = *district};
    data.draft.service = typed(query_of(*exchange), "service");
    data.draft.kind = typed(query_of(*exchange), "kind");
    show(*exchange, 200, std::move(data));
}

void post_participate(ExchangePtr exchange) {
    const auto district = exchange->services().content.find_district(district_of(*exchange));
    if (!district) return not_found(*exchange);
    if (!accepts_form(*exchange)) return;
    const auto form = base::parse_pairs(exchange->request.body).value_or(base::Pairs{});
    desk::ParticipateData data{.district = *district};
    data.draft = draft_of(form);
    data.is_typed = true;
    const auto sending = sending_of(*exchange, form, district_of(*exchange), data.draft.key);
    const auto wish = base::single(form, "do").value_or("send");
    if (wish == "send") return send(*exchange, std::move(data), sending);
    data.preview = preview_of(*exchange, domain::check_contribution(data.draft).text);
    const bool is_live = exchange->request.header("accept") == "application/json";
    if (wish == wire::preview_values && is_live) return show_preview_alone(*exchange, std::move(data));
    show(*exchange, 200, std::move(data), sending.opened);
}

void get_contribution(ExchangePtr exchange) {
    const auto one = contribution_at(*exchange);
    if (!one) return;
    const auto district = exchange->services().content.find_district(one->district);
    if (!one->is_public() || !district) return not_found(*exchange);
    auto steps = exchange->services().contributions.steps(one->id);
    if (!steps) return unavailable(*exchange);
    const routes::Contribution route{exchange->language, one->district, std::to_string(one->id)};
    exchange->reply(
        html(*exchange, 200,
             desk::contribution_page(exchange->tr(), route,
                                     {.district = *district,
                                      .voice = view_of(*exchange, *one),
                                      .steps = views_of(readable(std::move(*steps), VoiceReader::Everybody))})));
}

void get_follow(ExchangePtr exchange) {
    const auto one = followed(*exchange);
    if (!one) return;
    // However it was typed, it has one address.
    const routes::Follow route{exchange->language, one->code.hyphenated()};
    if (exchange->path != routes::address_of(route)) return exchange->reply(redirect(302, routes::address_of(route)));
    show_followed(*exchange, 200, *one, {.is_author = holds_secret(*exchange, *one)});
}

void post_follow(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    const auto one = followed(*exchange);
    if (!one) return;
    const auto form = base::parse_pairs(exchange->request.body).value_or(base::Pairs{});
    const auto own = base::single(form, "own").value_or("");
    const bool is_verdict = own == "verdict", is_kept = own == "attach", is_let_go = own == "detach";
    const bool does_something = is_verdict || is_kept || is_let_go || base::single(form, "step");
    const bool is_known = does_something && holds_secret(*exchange, *one);
    if (!is_known && !shows_secret(*exchange, *one, base::single(form, "secret").value_or(""))) return;
    if (is_verdict) return judge_answer(*exchange, *one, form);
    if (is_kept || is_let_go) return keep_own(*exchange, *one, is_kept);
    if (!base::single(form, "step")) return exchange->reply(to_follow(*exchange, *one));
    auto sent = sent_step(form);
    if (!sent) return exchange->reply(error_response(*exchange, 422, base::ErrorCode::BadInput));
    const auto& services = exchange->services();
    sent->act.sending.network = network_of(*exchange);
    const auto done = services.contributions.act(*one, author(), sent->act, services.clock());
    if (done) return exchange->reply(to_follow(*exchange, *done));
    for (auto* typed_words : {&sent->form.words, &sent->form.text})
        *typed_words = services.contributions.mask(*typed_words);
    if (done.error().why == Why::Problem) sent->form.problem = done.error().problem;
    else if (done.error().why != Why::Changed) return unavailable(*exchange);
    const auto now = services.contributions.find(one->code);
    if (!now) return unavailable(*exchange);
    show_followed(*exchange, status_of(done.error()), *now,
                  {.is_author = true, .tried = sent->form, .has_changed = done.error().why == Why::Changed});
}

}  // namespace http
