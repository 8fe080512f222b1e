#include "server-stub/service/accounts.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "server-stub/secrets/one_time_code.hpp"
#include "server-stub/secrets/password.hpp"
#include "server-stub/secrets/token.hpp"

namespace service {
namespace {

using base::ErrorCode;
using domain::AccountError;
using domain::AccountField;
using domain::AccountProblem;
using std::chrono::minutes;

// So seldom a session is written down as seen.
constexpr std::int64_t seen_anew_ms = 60'000;

std::unexpected<Refused> refuse(AccountField field, AccountProblem problem) {
    return std::unexpected(Refused{{{field, problem}}});
}

std::unexpected<Refused> refuse_all(std::vector<AccountError> errors) {
    return std::unexpected(Refused{std::move(errors)});
}

std::unexpected<Refused> unavailable() { return refuse(AccountField::Form, AccountProblem::Unavailable); }

std::unexpected<Refused> refuse_for_now(std::chrono::seconds wait) {
    return std::unexpected(Refused{{{AccountField::Form, AccountProblem::TooMany}},
                                   static_cast<int>(std::chrono::ceil<minutes>(wait).count())});
}

std::unexpected<Refused> name_or_disk(const base::Error& error) {
    return error.code == ErrorCode::Conflict ? refuse(AccountField::Name, AccountProblem::NameTaken) : unavailable();
}

void add(std::vector<AccountError>& errors, std::optional<AccountError> error) {
    if (error) errors.push_back(*error);
}

bool is_over(base::Instant since, minutes limit, base::Instant now) {
    return now.milliseconds - since.milliseconds > std::chrono::milliseconds(limit).count();
}

Stage first_stage(const StoredAccount& account) {
    if (account.role == domain::Role::Citizen) return Stage::Full;
    return account.code_confirmed ? Stage::Code : Stage::Enrol;
}

std::string mark_of_name(const secrets::SealingKey& key, std::string_view folded) {
    return key.mark("name:" + std::string(folded));
}

std::string mark_of_code(const secrets::SealingKey& key, std::int64_t account) {
    return key.mark("code:" + std::to_string(account));
}

std::string mark_of_owner(const secrets::SealingKey& key, std::int64_t account) {
    return key.mark("own:" + std::to_string(account));
}

base::Instant before(base::Instant now, std::chrono::milliseconds time) { return {now.milliseconds - time.count()}; }

}  // namespace

Hasher argon2id() {
    return {.hash = [](std::string_view password) { return secrets::hash_password(password); },
            .fits = [](std::string_view password,
                       const std::string& hash) { return secrets::fits_password(password, hash); }};
}

SessionLimits limits_of(domain::Role role) {
    using std::chrono::hours;
    if (role == domain::Role::Citizen) return {.idle = hours(24), .absolute = hours(14 * 24)};
    return {.idle = minutes(30), .absolute = hours(12)};
}

Accounts::Accounts(AccountStore& store, const secrets::SealingKey& key, Hasher hasher)
    : store_(store), key_(key), hasher_(std::move(hasher)), nobody_(hasher_.hash(secrets::random_token())) {}

std::optional<Who> Accounts::who(const std::string& token, base::Instant now) {
    if (token.empty()) return std::nullopt;
    const auto hash = secrets::hash_token(token);
    const auto session = store_.session(hash);
    if (!session) return std::nullopt;
    auto account = store_.account(session->account);
    if (!account) return std::nullopt;
    const auto limits = limits_of(account->role);
    if (is_over(session->seen_at, limits.idle, now) || is_over(session->made_at, limits.absolute, now)) {
        (void)store_.end_session(hash);
        return std::nullopt;
    }
    if (now.milliseconds - session->seen_at.milliseconds > seen_anew_ms) (void)store_.see_session(hash, now);
    return Who{std::move(*account), session->stage, hash};
}

// Every step in makes a new token and ends the old one: what was stolen or planted before is worth nothing.
Admitted<Entry> Accounts::enter(const StoredAccount& account, Stage stage, const Attempt& attempt) {
    Entry entry{.session = secrets::random_token(), .device = {}, .stage = stage};
    const StoredSession session{.token_hash = secrets::hash_token(entry.session),
                                .account = account.id,
                                .stage = stage,
                                .made_at = attempt.now,
                                .seen_at = attempt.now};
    const auto old = attempt.session.empty() ? std::string() : secrets::hash_token(attempt.session);
    if (!store_.put_session(session, old)) return unavailable();
    if (stage == Stage::Full && !knows_device(attempt, account.id)) {
        entry.device = secrets::random_token();
        if (!store_.know_device(secrets::hash_token(entry.device), account.id, attempt.now)) return unavailable();
    }
    return entry;
}

bool Accounts::knows_device(const Attempt& attempt, std::int64_t account) {
    if (attempt.device.empty()) return false;
    return store_.is_known_device(secrets::hash_token(attempt.device), account).value_or(false);
}

// Counted before it is tried, so that guesses at the same moment cannot pass together.
Admitted<bool> Accounts::may_try(const std::string& mark, const Attempt& attempt, bool is_known) {
    if (!is_known)
        if (const auto wait = wrong_.wait_before(attempt.network, attempt.now)) return refuse_for_now(*wait);
    const auto tries = store_.tries(mark);
    if (!tries) return unavailable();
    const auto verdict = judge(*tries, attempt.now);
    if (verdict.say == Verdict::Say::Locked) return refuse(AccountField::Form, AccountProblem::Locked);
    if (verdict.say == Verdict::Say::Wait) return refuse_for_now(verdict.wait);
    if (!store_.count_try(mark, attempt.now)) return unavailable();
    return true;
}

Admitted<NewAccount> Accounts::create(const domain::AccountDraft& draft, const Attempt& attempt) {
    const auto name = domain::clean_name(draft.name);
    std::vector<AccountError> errors;
    add(errors, domain::check_name(name));
    add(errors, domain::check_email(draft.email));
    if (!draft.password.empty()) add(errors, domain::check_password(draft.password, name));
    if (!errors.empty()) return refuse_all(std::move(errors));
    if (const auto wait = made_.wait_before(attempt.network, attempt.now)) return refuse_for_now(*wait);
    made_.count(attempt.network, attempt.now);

    const auto secret = draft.password.empty() ? secrets::random_digits(domain::secret_digits) : std::string();
    StoredAccount account{.name = name, .folded = domain::fold_name(name), .email = draft.email};
    account.password_hash = hasher_.hash(domain::normal_secret(draft.password.empty() ? secret : draft.password));
    account.made_at = attempt.now;
    if (account.password_hash.empty()) return unavailable();
    const auto added = store_.add_account(std::move(account));
    if (!added) return name_or_disk(added.error());
    auto entry = enter(*added, Stage::Full, attempt);
    if (!entry) return std::unexpected(entry.error());
    return NewAccount{std::move(*entry), secret};
}

Admitted<Entry> Accounts::sign_in(const domain::AccountDraft& draft, const Attempt& attempt) {
    const auto folded = domain::fold_name(domain::clean_name(draft.name));
    std::vector<AccountError> errors;
    if (folded.empty()) errors.push_back({AccountField::Name, AccountProblem::NameMissing});
    if (draft.password.empty()) errors.push_back({AccountField::Password, AccountProblem::PasswordMissing});
    if (!errors.empty()) return refuse_all(std::move(errors));

    // The same steps for every name, and the same cost.
    const auto account = store_.account_named(folded);
    if (!account && account.error().code != ErrorCode::NotFound) return unavailable();
    const bool is_known = knows_device(attempt, account ? account->id : 0);
    const auto mark = is_known ? key_.mark("device:" + attempt.device) : mark_of_name(key_, folded);
    if (auto may = may_try(mark, attempt, is_known); !may) return std::unexpected(may.error());
    const bool fits = hasher_.fits(domain::normal_secret(draft.password), account ? account->password_hash : nobody_) &&
                      account.has_value();
    if (!fits) {
        wrong_.count(attempt.network, attempt.now);
        return refuse(AccountField::Form, AccountProblem::SignInWrong);
    }
    if (!store_.forget_tries(mark)) return unavailable();
    return enter(*account, first_stage(*account), attempt);
}

Admitted<void> Accounts::check_code(StoredAccount& account, const std::string& typed, const Attempt& attempt) {
    const auto code = domain::normal_secret(typed);
    if (code.empty()) return refuse(AccountField::Code, AccountProblem::CodeMissing);
    const auto mark = mark_of_code(key_, account.id);
    if (auto may = may_try(mark, attempt, true); !may) return std::unexpected(may.error());
    const auto key = key_.open(account.sealed_code_key);
    if (!key) return unavailable();
    if (const auto step = secrets::step_of_code(*key, code, attempt.now.milliseconds / 1000, account.last_code_step)) {
        account.last_code_step = *step;
        if (!store_.change_account(account) || !store_.forget_tries(mark)) return unavailable();
        return {};
    }
    const auto used = account.code_confirmed && code.size() == domain::recovery_digits
                          ? store_.use_recovery_code(account.id, key_.mark("recovery:" + code))
                          : base::Result<bool>(false);
    if (!used) return unavailable();
    if (!*used) return refuse(AccountField::Code, AccountProblem::CodeWrong);
    if (!store_.forget_tries(mark)) return unavailable();
    return {};
}

Admitted<Entry> Accounts::enter_code(const Who& who, const std::string& code, const Attempt& attempt) {
    auto account = who.account;
    if (auto fits = check_code(account, code, attempt); !fits) return std::unexpected(fits.error());
    return enter(account, Stage::Full, attempt);
}

void Accounts::sign_out(const std::string& session) { (void)store_.end_session(secrets::hash_token(session)); }

Admitted<void> Accounts::check_password(const Who& who, AccountField field, const std::string& password,
                                        const Attempt& attempt) {
    if (password.empty()) return refuse(field, AccountProblem::PasswordMissing);
    const auto mark = mark_of_owner(key_, who.account.id);
    if (auto may = may_try(mark, attempt, true); !may) return std::unexpected(may.error());
    if (!hasher_.fits(domain::normal_secret(password), who.account.password_hash))
        return refuse(field, AccountProblem::PasswordWrong);
    if (!store_.forget_tries(mark)) return unavailable();
    return {};
}

Admitted<Entry> Accounts::correct(const Who& who, const domain::AccountDraft& draft, const Attempt& attempt) {
    auto account = who.account;
    account.name = domain::clean_name(draft.name);
    account.folded = domain::fold_name(account.name);
    account.email = draft.email;
    std::vector<AccountError> errors;
    add(errors, domain::check_name(account.name));
    add(errors, domain::check_email(account.email));
    if (!draft.password.empty()) add(errors, domain::check_password(draft.password, account.name));
    if (!errors.empty()) return refuse_all(std::move(errors));
    // A session that somebody else got hold of must not become the account.
    if (!draft.password.empty())
        if (auto fits = check_password(who, AccountField::Current, draft.current, attempt); !fits)
            return std::unexpected(fits.error());
    if (!draft.password.empty()) account.password_hash = hasher_.hash(domain::normal_secret(draft.password));
    if (account.password_hash.empty()) return unavailable();
    if (auto changed = store_.change_account(account); !changed) return name_or_disk(changed.error());
    if (!store_.end_sessions(account.id, who.token_hash)) return unavailable();
    return enter(account, who.stage, attempt);
}

Admitted<void> Accounts::remove(const Who& who, const std::string& password, const Attempt& attempt) {
    if (auto fits = check_password(who, AccountField::Password, password, attempt); !fits) return fits;
    if (!store_.delete_account(who.account.id)) return unavailable();
    return {};
}

Admitted<std::string> Accounts::invite(const std::string& typed, domain::Role role, const std::string& district,
                                       const Doer& by, base::Instant now) {
    const auto name = domain::clean_name(typed);
    if (const auto error = domain::check_name(name)) return refuse_all({*error});
    auto token = secrets::random_token();
    const std::int64_t lasts = std::chrono::milliseconds(invitation_lasts).count();
    const auto invited = store_.invite({.token_hash = secrets::hash_token(token),
                                        .name = name,
                                        .role = role,
                                        .district = district,
                                        .expires_at = {now.milliseconds + lasts}},
                                       by, now);
    if (!invited) return name_or_disk(invited.error());
    return token;
}

std::optional<StoredInvitation> Accounts::invitation(const std::string& token, base::Instant now) {
    auto found = store_.invitation(secrets::hash_token(token));
    if (!found || found->expires_at <= now) return std::nullopt;
    return std::move(*found);
}

Admitted<Entry> Accounts::accept(const std::string& token, const std::string& password, const Attempt& attempt) {
    const auto invited = invitation(token, attempt.now);
    if (!invited) return refuse(AccountField::Form, AccountProblem::Malformed);
    if (const auto error = domain::check_password(password, invited->name)) return refuse_all({*error});
    StoredAccount account{.name = invited->name, .folded = domain::fold_name(invited->name)};
    account.role = invited->role;
    account.district = invited->district;
    account.made_at = attempt.now;
    if (invited->account != 0) {  // Its role may have changed since; its e-mail stays.
        auto shut = store_.account(invited->account);
        if (!shut) return unavailable();
        account = std::move(*shut);
    }
    account.password_hash = hasher_.hash(domain::normal_secret(password));
    account.sealed_code_key = key_.seal(secrets::random_one_time_key());
    account.code_confirmed = false;
    account.last_code_step = 0;
    if (account.password_hash.empty()) return unavailable();
    const auto added = store_.accept(invited->token_hash, std::move(account), attempt.now);
    if (!added) return name_or_disk(added.error());
    return enter(*added, first_stage(*added), attempt);
}

std::string Accounts::code_key(const Who& who) const {
    if (who.account.code_confirmed) return {};
    const auto key = key_.open(who.account.sealed_code_key);
    return key ? secrets::in_base32(*key) : std::string();
}

Admitted<Enrolment> Accounts::confirm_code(const Who& who, const std::string& code, const Attempt& attempt) {
    auto account = who.account;
    if (auto fits = check_code(account, code, attempt); !fits) return std::unexpected(fits.error());
    Enrolment enrolment;
    std::vector<std::string> marks;
    while (marks.size() < recovery_code_count) {
        enrolment.recovery_codes.push_back(secrets::random_digits(domain::recovery_digits));
        marks.push_back(key_.mark("recovery:" + enrolment.recovery_codes.back()));
    }
    account.code_confirmed = true;
    if (!store_.put_recovery_codes(account.id, marks) || !store_.change_account(account)) return unavailable();
    auto entry = enter(account, Stage::Full, attempt);
    if (!entry) return std::unexpected(entry.error());
    enrolment.entry = std::move(*entry);
    return enrolment;
}

std::optional<domain::Person> Accounts::person(std::int64_t account) {
    const auto found = store_.account(account);
    if (!found) return std::nullopt;
    return domain::Person{.name = found->name, .role = found->role};
}

base::Result<std::vector<domain::Person>> Accounts::people(const std::string& district, base::Instant now) {
    return store_.people(district, now);
}

Admitted<MadeAccount> Accounts::make(const std::string& name, domain::Role role, const std::string& district,
                                     base::Instant now) {
    MadeAccount made{
        .name = name, .role = role, .password = secrets::random_digits(domain::secret_digits), .code_key = {}};
    StoredAccount account{.name = name, .folded = domain::fold_name(name), .role = role, .district = district};
    account.password_hash = hasher_.hash(made.password);
    if (account.password_hash.empty()) return unavailable();
    if (role != domain::Role::Citizen) {
        const auto key = secrets::random_one_time_key();
        made.code_key = secrets::in_base32(key);
        account.sealed_code_key = key_.seal(key);
        account.code_confirmed = true;
    }
    account.made_at = now;
    if (const auto added = store_.add_account(std::move(account)); !added) return name_or_disk(added.error());
    return made;
}

base::Result<std::string> Accounts::reset(const std::string& name, base::Instant now) {
    auto account = store_.account_named(domain::fold_name(domain::clean_name(name)));
    if (!account) return std::unexpected(account.error());
    if (account->role == domain::Role::Citizen)
        return std::unexpected(base::Error{ErrorCode::BadInput, "a citizen's account has no owner but its secret"});
    account->password_hash = hasher_.hash(secrets::random_token());  // Fits nothing that anybody knows.
    if (account->password_hash.empty())
        return std::unexpected(base::Error{ErrorCode::Unavailable, "memory ran out while hashing"});
    account->sealed_code_key = key_.seal(secrets::random_one_time_key());
    account->code_confirmed = false;
    auto token = secrets::random_token();
    const std::int64_t lasts = std::chrono::milliseconds(invitation_lasts).count();
    auto done = store_.reset(*account,
                             {.token_hash = secrets::hash_token(token),
                              .name = account->name,
                              .role = account->role,
                              .district = account->district,
                              .expires_at = {now.milliseconds + lasts},
                              .account = account->id},
                             now);
    if (!done) return std::unexpected(done.error());
    return token;
}

base::Result<void> Accounts::unlock(const std::string& name, base::Instant now) {
    const auto account = store_.account_named(domain::fold_name(domain::clean_name(name)));
    if (!account) return std::unexpected(account.error());
    const std::array marks{mark_of_name(key_, account->folded), mark_of_code(key_, account->id),
                           mark_of_owner(key_, account->id)};
    return store_.unlock(*account, marks, now);
}

base::Result<void> Accounts::tidy(base::Instant now) {
    return store_.forget_old(before(now, tries_last), before(now, devices_last),
                             before(now, limits_of(domain::Role::Citizen).absolute));
}

base::Result<void> Accounts::change_role(const std::string& name, std::optional<domain::Role> role,
                                         const std::string& district, const Doer& by, base::Instant now) {
    auto account = store_.account_named(domain::fold_name(name));
    if (!account) return std::unexpected(account.error());
    if (account->district != district)
        return std::unexpected(base::Error{ErrorCode::NotFound, "nobody of this district has this name"});
    if (!role) return store_.dismiss(*account, by, now);
    account->role = *role;
    return store_.give_role(*account, by, now);
}

}  // namespace service
