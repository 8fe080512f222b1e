// What people do with accounts: make one, come in, go out, correct, delete, invite. Waits for the disk and for hashing.
#pragma once

#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "server-stub/secrets/sealing_key.hpp"
#include "server-stub/service/account_store.hpp"
#include "server-stub/service/sign_in_throttle.hpp"

namespace service {

// How passwords are hashed; tests take a cheaper way.
struct Hasher {
    std::function<std::string(std::string_view password)> hash;  // Empty where memory ran out.
    std::function<bool(std::string_view password, const std::string& hash)> fits;
};
Hasher argon2id();

// From where, and when.
struct Attempt {
    Network network{0};
    std::string device;   // The token that the browser keeps of an earlier sign-in; may be empty or invented.
    std::string session;  // The token of the session that it has, likewise.
    base::Instant now;
};

struct Refused {
    std::vector<domain::AccountError> errors;
    int wait_minutes = 0;
};
template <class T>
using Admitted = std::expected<T, Refused>;

struct Who {
    StoredAccount account;
    Stage stage = Stage::Full;
    std::string token_hash;
};

// What the browser must keep from now on.
struct Entry {
    std::string session;
    std::string device;  // Empty: the one that it has stays.
    Stage stage = Stage::Full;
};
struct NewAccount {
    Entry entry;
    std::string secret;  // Ours, where no password was chosen: to be shown once.
};
struct Enrolment {
    Entry entry;
    std::vector<std::string> recovery_codes;  // To be shown once.
};

struct SessionLimits {
    std::chrono::minutes idle;
    std::chrono::minutes absolute;
};
SessionLimits limits_of(domain::Role role);

inline constexpr std::chrono::hours invitation_lasts{72};
inline constexpr std::size_t recovery_code_count = 8;

// Of an account that was made without anybody there: to be shown once.
struct MadeAccount {
    std::string name;
    domain::Role role = domain::Role::Citizen;
    std::string password;
    std::string code_key;  // In base 32; empty for a citizen.
};

// After this long nobody waits for them. A browser is forgotten when its cookie has ended.
inline constexpr std::chrono::days tries_last{90};
inline constexpr std::chrono::days devices_last{183};

class Accounts {
public:
    Accounts(AccountStore& store, const secrets::SealingKey& key, Hasher hasher);

    // Whose session this is, if it has not ended. Each look keeps it from growing idle.
    std::optional<Who> who(const std::string& session, base::Instant now);

    Admitted<NewAccount> create(const domain::AccountDraft& draft, const Attempt& attempt);
    Admitted<Entry> sign_in(const domain::AccountDraft& draft, const Attempt& attempt);
    // The second step of those who came by invitation: a code of their authenticator, or one for recovery.
    Admitted<Entry> enter_code(const Who& who, const std::string& code, const Attempt& attempt);
    void sign_out(const std::string& session);

    // The name and, where one was typed beside the one until now, the password; the e-mail address too. Ends every
    // other session.
    Admitted<Entry> correct(const Who& who, const domain::AccountDraft& draft, const Attempt& attempt);
    Admitted<void> remove(const Who& who, const std::string& password, const Attempt& attempt);

    // A token for the invited, once. `name` must be free.
    Admitted<std::string> invite(const std::string& name, domain::Role role, const std::string& district,
                                 const Doer& by, base::Instant now);
    std::optional<StoredInvitation> invitation(const std::string& token, base::Instant now);
    Admitted<Entry> accept(const std::string& token, const std::string& password, const Attempt& attempt);
    // The key that the authenticator needs, in base 32, until it was confirmed.
    std::string code_key(const Who& who) const;
    Admitted<Enrolment> confirm_code(const Who& who, const std::string& code, const Attempt& attempt);

    // Nothing where the account is gone.
    std::optional<domain::Person> person(std::int64_t account);
    base::Result<std::vector<domain::Person>> people(const std::string& district, base::Instant now);
    // With secrets that we choose: for trying out, never for people.
    Admitted<MadeAccount> make(const std::string& name, domain::Role role, const std::string& district,
                               base::Instant now);
    // A token with which the owner chooses password and authenticator anew; until then nobody comes in. NotFound; a
    // citizen's is BadInput: of them nothing is known but their secret.
    base::Result<std::string> reset(const std::string& name, base::Instant now);
    // Forgets how often somebody was wrong under this name. NotFound.
    base::Result<void> unlock(const std::string& name, base::Instant now);
    // Forgets tries, devices and sessions that have grown old.
    base::Result<void> tidy(base::Instant now);
    // Another role, or none: then the account goes. Every session of it ends. NotFound in this district.
    base::Result<void> change_role(const std::string& name, std::optional<domain::Role> role,
                                   const std::string& district, const Doer& by, base::Instant now);

private:
    Admitted<Entry> enter(const StoredAccount& account, Stage stage, const Attempt& attempt);
    Admitted<bool> may_try(const std::string& mark, const Attempt& attempt, bool is_known);
    bool knows_device(const Attempt& attempt, std::int64_t account);
    Admitted<void> check_password(const Who& who, domain::AccountField field, const std::string& password,
                                  const Attempt& attempt);
    Admitted<void> check_code(StoredAccount& account, const std::string& code, const Attempt& attempt);

    AccountStore& store_;
    const secrets::SealingKey& key_;
    Hasher hasher_;
    std::string nobody_;  // A hash that no password fits, so that an unknown name costs as much time as a known one.
    NetworkCount wrong_{{.most = 100, .within = std::chrono::minutes(10)}};
    NetworkCount made_{{.most = 20, .within = std::chrono::minutes(60)}};
};

}  // namespace service
