#include "server-stub/http/account_handlers.hpp"

#include <algorithm>
#include <utility>

#include "server-stub/http/cookies.hpp"
#include "server-stub/http/not_taken.hpp"
#include "server-stub/http/qr_codes.hpp"
#include "server-stub/http/voice_views.hpp"
#include "server-stub/http/words.hpp"
#include "shared/base/pairs.hpp"
#include "shared/desk/account.hpp"
#include "shared/desk/again.hpp"
#include "shared/wire/account.hpp"

namespace http {
namespace {

constexpr std::size_t longest_wanted_path = 512;

using domain::Account;
using domain::AccountField;
using domain::AccountProblem;
using routes::AccountStep;
using service::Stage;

std::string address_of(const Exchange& exchange, AccountStep step) {
    return routes::address_of(routes::Account{exchange.language, step});
}

service::Attempt attempt_of(const Exchange& exchange) {
    const auto cookies = exchange.request.header("cookie");
    return {.network = service::Network{exchange.request.network},
            .device = std::string(find_cookie(cookies, device_cookie)),
            .session = std::string(find_cookie(cookies, session_cookie)),
            .now = exchange.services().clock()};
}

std::optional<service::Who> who_asks(const Exchange& exchange) {
    const auto attempt = attempt_of(exchange);
    return exchange.services().accounts.who(attempt.session, attempt.now);
}

// Where somebody who has come so far goes next.
AccountStep next_step(Stage stage) {
    switch (stage) {
        case Stage::Code: return AccountStep::Code;
        case Stage::Enrol: return AccountStep::Authenticator;
        case Stage::Full: break;
    }
    return AccountStep::Overview;
}

Account view_of(const service::StoredAccount& account) {
    return {.name = account.name, .email = account.email, .role = account.role, .district = account.district};
}

// What the account keeps as its own.
base::Result<std::vector<desk::OwnVoice>> own_voices(const Exchange& exchange) {
    std::vector<desk::OwnVoice> own;
    if (!exchange.who || exchange.who->account.role != domain::Role::Citizen) return own;
    const auto attached = exchange.services().authors.attached(exchange.who->account.id);
    if (!attached) return std::unexpected(attached.error());
    for (const auto& one : *attached)
        own.push_back({one.code.hyphenated(), view_of(exchange, one, VoiceReader::Author)});
    return own;
}

// NotFound where the address is none of a page: what stands in the place of a code may be anything.
base::Result<doc::Document> page_of(const Exchange& exchange, const Account& account) {
    const auto page = routes::parse_page(base::percent_decode(exchange.path).value_or(""));
    if (!page) return std::unexpected(base::Error{base::ErrorCode::NotFound, "no such page"});
    if (const auto* invitation = std::get_if<routes::Invitation>(&*page))
        return desk::invitation_page(exchange.tr(), *invitation, account);
    const auto& route = std::get<routes::Account>(*page);
    if (route.step != AccountStep::Overview) return desk::account_page(exchange.tr(), route, account);
    const auto own = own_voices(exchange);
    if (!own) return std::unexpected(own.error());
    return desk::account_page(exchange.tr(), route, account, *own);
}

Response show(const Exchange& exchange, int status, const Account& account) {
    const auto page = page_of(exchange, account);
    if (!page)
        return error_response(exchange, page.error().code == base::ErrorCode::NotFound ? 404 : 503, page.error().code);
    auto response = html(exchange, status, *page);
    if (status == 429 || status == 503) ask_to_wait(response, std::max(account.wait_minutes, 1) * 60);
    return response;
}

int status_of(const std::vector<domain::AccountError>& errors) {
    switch (errors.front().problem) {
        case AccountProblem::TooMany:
        case AccountProblem::Locked: return 429;
        case AccountProblem::Unavailable: return 503;
        default: return 422;
    }
}

// What was typed stays, but for secrets.
void refuse(const Exchange& exchange, Account view, const service::Refused& refused) {
    view.errors = refused.errors;
    view.wait_minutes = refused.wait_minutes;
    const int status = status_of(view.errors);
    exchange.reply(show(exchange, status, view));
}

void keep(Response& response, const service::Entry& entry) {
    keep_session(response, entry.session);
    if (!entry.device.empty()) keep_device(response, entry.device);
}

void go_on(const Exchange& exchange, const service::Entry& entry, std::string address) {
    auto response = redirect(303, std::move(address));
    keep(response, entry);
    exchange.reply(std::move(response));
}

// Such as need no escape, neither in an address nor in a cookie: all of ours.
bool is_plain(std::string_view path) {
    const auto plain = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '/' || c == '-'; };
    return path.size() <= longest_wanted_path && std::ranges::all_of(path, plain);
}

// The page of the desk or of the account that asked for the sign-in, in the language that is read now.
std::optional<std::string> wanted_page(const Exchange& exchange) {
    const auto path = find_cookie(exchange.request.header("cookie"), wanted_cookie);
    const auto page = is_plain(path) ? routes::parse_page(path) : std::nullopt;
    const bool is_entrance =
        page && (std::holds_alternative<routes::Account>(*page) || std::holds_alternative<routes::Invitation>(*page));
    if (!page || !routes::is_private(*page) || is_entrance) return std::nullopt;
    return routes::address_of(routes::in_language(*page, exchange.language));
}

// In: to the page that asked for it, otherwise to `address`.
void let_in(const Exchange& exchange, const service::Entry& entry, std::string address) {
    auto response = redirect(303, wanted_page(exchange).value_or(std::move(address)));
    keep(response, entry);
    keep_wanted(response, {});
    exchange.reply(std::move(response));
}

// To where who asks must go first. What they wanted to read is not forgotten.
Response ask_to_sign_in(const Exchange& exchange, const std::optional<service::Who>& who) {
    auto response = redirect(303, address_of(exchange, who ? next_step(who->stage) : AccountStep::SignIn));
    if (exchange.request.method == engine::Method::Get && is_plain(exchange.path)) keep_wanted(response, exchange.path);
    return response;
}

Account typed(const domain::AccountDraft& draft) {
    return {.name = domain::clean_name(draft.name), .email = domain::clean_name(draft.email)};
}

// Nothing where it has been answered: this step is not the one of who asks.
std::optional<service::Who> who_at(const Exchange& exchange, Stage stage) {
    auto who = who_asks(exchange);
    if (who && who->stage == stage) return who;
    exchange.reply(redirect(303, address_of(exchange, who ? next_step(who->stage) : AccountStep::SignIn)));
    return std::nullopt;
}

Account enrolment_view(const Exchange& exchange, const service::Who& who) {
    Account view{.secret = {}};
    if (who.stage == Stage::Enrol) view.secret = exchange.services().accounts.code_key(who);
    return view;
}

Account invitation_view(const service::StoredInvitation& invitation) {
    return {.name = invitation.name, .role = invitation.role, .district = invitation.district};
}

}  // namespace

std::optional<service::StoredAccount> citizen_of(const Exchange& exchange) {
    auto who = who_asks(exchange);
    if (!who || who->stage != Stage::Full || who->account.role != domain::Role::Citizen) return std::nullopt;
    return std::move(who->account);
}

bool admits(domain::Right needed, Exchange& exchange) {
    exchange.who = who_asks(exchange);
    const auto& who = exchange.who;
    // Whoever types a password types it again.
    const auto give_back_typed = [&](int status, desk::NotTaken why) {
        auto page = needed == domain::Right::OwnAccount ? std::nullopt : give_back(exchange, status, why);
        if (page) exchange.reply(std::move(*page));
        return page.has_value();
    };
    if (!who || who->stage != Stage::Full) {
        if (is_api(exchange.path))
            exchange.reply(problem(401, "sign-in-needed", words_of(base::ErrorCode::Unauthorised)));
        else if (!give_back_typed(401, desk::NotTaken::SignedOut)) exchange.reply(ask_to_sign_in(exchange, who));
        return false;
    }
    if (domain::may(who->account.role, who->account.district, needed, exchange.values["district"])) return true;
    if (is_api(exchange.path) || !give_back_typed(403, desk::NotTaken::NotAllowed))
        exchange.reply(error_response(exchange, 403, base::ErrorCode::Unauthorised));
    return false;
}

void get_account(ExchangePtr exchange) { exchange->reply(show(*exchange, 200, view_of(exchange->who->account))); }

void post_account(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    auto draft = wire::parse_account_form(exchange->request.body);
    draft.email = domain::clean_name(draft.email);
    const auto entry = exchange->services().accounts.correct(*exchange->who, draft, attempt_of(*exchange));
    if (entry) return go_on(*exchange, *entry, address_of(*exchange, AccountStep::Overview));
    auto view = view_of(exchange->who->account);
    view.name = typed(draft).name;
    view.email = draft.email;
    refuse(*exchange, std::move(view), entry.error());
}

void get_account_file(ExchangePtr exchange) {
    const auto& account = exchange->who->account;
    wire::AccountFile file{
        .name = account.name, .email = account.email, .role = account.role, .district = account.district};
    const auto own = exchange->services().authors.attached(account.id);
    // A copy that is not whole is none.
    if (!own) return exchange->reply(error_response(*exchange, 503, base::ErrorCode::Unavailable));
    for (const auto& one : *own) {
        auto steps = exchange->services().contributions.steps(one.id);
        if (!steps) return exchange->reply(error_response(*exchange, 503, base::ErrorCode::Unavailable));
        file.contributions.push_back(as_json(one, VoiceReader::Author));
        file.contributions.back().steps = as_json(readable(std::move(*steps), VoiceReader::Author));
    }
    auto response = json(200, wire::encode(file));
    response.set("Content-Disposition", "attachment; filename=\"rihab-account.json\"");
    exchange->reply(std::move(response));
}

void post_deletion(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    const auto draft = wire::parse_account_form(exchange->request.body);
    const auto gone = exchange->services().accounts.remove(*exchange->who, draft.password, attempt_of(*exchange));
    if (!gone) return refuse(*exchange, view_of(exchange->who->account), gone.error());
    auto response = show(*exchange, 200, {.show = Account::Show::Done});
    keep_session(response, {});
    exchange->reply(std::move(response));
}

void get_entrance(ExchangePtr exchange) {
    if (const auto who = who_asks(*exchange))
        return exchange->reply(redirect(303, address_of(*exchange, next_step(who->stage))));
    exchange->reply(show(*exchange, 200, {}));
}

void post_sign_in(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    const auto draft = wire::parse_account_form(exchange->request.body);
    const auto entry = exchange->services().accounts.sign_in(draft, attempt_of(*exchange));
    if (!entry) return refuse(*exchange, typed(draft), entry.error());
    const auto next = address_of(*exchange, next_step(entry->stage));
    if (entry->stage == Stage::Full) return let_in(*exchange, *entry, next);
    go_on(*exchange, *entry, next);
}

void post_new_account(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    auto draft = wire::parse_account_form(exchange->request.body);
    draft.email = domain::clean_name(draft.email);
    const auto made = exchange->services().accounts.create(draft, attempt_of(*exchange));
    if (!made) return refuse(*exchange, typed(draft), made.error());
    if (made->secret.empty()) return go_on(*exchange, made->entry, address_of(*exchange, AccountStep::Overview));
    auto response = show(*exchange, 200, {.show = Account::Show::Secret, .secret = made->secret});
    keep(response, made->entry);
    exchange->reply(std::move(response));
}

void get_second_step(ExchangePtr exchange) {
    const auto who = who_at(*exchange, exchange->path.ends_with("/code") ? Stage::Code : Stage::Enrol);
    if (who) exchange->reply(show(*exchange, 200, enrolment_view(*exchange, *who)));
}

void post_code(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    const auto who = who_at(*exchange, Stage::Code);
    if (!who) return;
    const auto draft = wire::parse_account_form(exchange->request.body);
    const auto entry = exchange->services().accounts.enter_code(*who, draft.code, attempt_of(*exchange));
    if (!entry) return refuse(*exchange, enrolment_view(*exchange, *who), entry.error());
    let_in(*exchange, *entry, routes::address_of(routes::Desk{exchange->language}));
}

void get_authenticator_qr(ExchangePtr exchange) {
    const auto who = who_at(*exchange, Stage::Enrol);
    if (!who) return;
    const auto key = exchange->services().accounts.code_key(*who);
    exchange->reply(qr_response(*exchange, desk::authenticator_address(key)));
}

void post_authenticator(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    const auto who = who_at(*exchange, Stage::Enrol);
    if (!who) return;
    const auto draft = wire::parse_account_form(exchange->request.body);
    const auto enrolment = exchange->services().accounts.confirm_code(*who, draft.code, attempt_of(*exchange));
    if (!enrolment) return refuse(*exchange, enrolment_view(*exchange, *who), enrolment.error());
    auto response = show(*exchange, 200, {.show = Account::Show::Codes, .codes = enrolment->recovery_codes});
    keep(response, enrolment->entry);
    exchange->reply(std::move(response));
}

void get_invitation(ExchangePtr exchange) {
    const auto& services = exchange->services();
    const auto invitation = services.accounts.invitation(exchange->values["code"], services.clock());
    if (!invitation) return exchange->reply(show(*exchange, 404, {.show = Account::Show::Done}));
    exchange->reply(show(*exchange, 200, invitation_view(*invitation)));
}

void post_invitation(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    const auto& services = exchange->services();
    const auto& token = exchange->values["code"];
    const auto invitation = services.accounts.invitation(token, services.clock());
    if (!invitation) return exchange->reply(show(*exchange, 404, {.show = Account::Show::Done}));
    const auto draft = wire::parse_account_form(exchange->request.body);
    const auto entry = services.accounts.accept(token, draft.password, attempt_of(*exchange));
    if (!entry) return refuse(*exchange, invitation_view(*invitation), entry.error());
    go_on(*exchange, *entry, address_of(*exchange, next_step(entry->stage)));
}

void post_sign_out(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    exchange->services().accounts.sign_out(attempt_of(*exchange).session);
    auto response = redirect(303, address_of(*exchange, AccountStep::SignIn));
    keep_session(response, {});
    exchange->reply(std::move(response));
}

void get_account_json(ExchangePtr exchange) {
    exchange->reply(json(200, wire::encode(view_of(exchange->who->account))));
}

}  // namespace http
