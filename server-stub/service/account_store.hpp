// Where accounts, sessions and invitations are kept: hashes and sealed texts, never a secret itself.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.hpp"
#include "shared/base/result.hpp"
#include "shared/domain/account.hpp"

namespace service {

struct StoredAccount {
    std::int64_t id = 0;  // Given by the store.
    std::string name;
    std::string folded;  // domain::fold_name of it: unique.
    std::string email;
    domain::Role role = domain::Role::Citizen;
    std::string district;
    std::string password_hash;
    std::string sealed_code_key;  // Of one-time codes; empty for citizens.
    bool code_confirmed = false;  // Its owner has shown once that the codes come out right.
    std::int64_t last_code_step = 0;
    base::Instant made_at;
    bool operator==(const StoredAccount&) const = default;
};

// How far somebody has come in.
enum class Stage : std::uint8_t {
    Full,
    Code,   // The password was right, the one-time code is missing.
    Enrol,  // The same, and there is no authenticator yet.
};

struct StoredSession {
    std::string token_hash;
    std::int64_t account = 0;
    Stage stage = Stage::Full;
    base::Instant made_at;
    base::Instant seen_at;
    bool operator==(const StoredSession&) const = default;
};

struct StoredInvitation {
    std::string token_hash;
    std::string name;
    domain::Role role = domain::Role::Editor;
    std::string district;
    base::Instant expires_at;
    std::int64_t account = 0;  // Whose secrets it lets choose anew; 0: it makes an account.
    bool operator==(const StoredInvitation&) const = default;
};

// How often somebody was wrong since they were last right, under a mark of the name or of the device.
struct Tries {
    int failed = 0;
    base::Instant last;
    bool operator==(const Tries&) const = default;
};

// Everything fails with Unavailable when the disk does; NotFound and Conflict where it says so.
// Who did it, in the audit log: somebody at a desk, or whoever may type commands on the machine.
struct Doer {
    std::int64_t account = 0;
    std::string role = "machine";
};

class AccountStore {
public:
    virtual ~AccountStore() = default;

    // Conflict where the name is taken, by an account or by an invitation that has not ended.
    virtual base::Result<StoredAccount> add_account(StoredAccount account) = 0;
    // NotFound.
    virtual base::Result<StoredAccount> account_named(std::string_view folded) = 0;
    virtual base::Result<StoredAccount> account(std::int64_t id) = 0;
    // By its id. Conflict where the name is taken.
    virtual base::Result<void> change_account(const StoredAccount& account) = 0;
    // With everything that belongs to it.
    virtual base::Result<void> delete_account(std::int64_t id) = 0;
    // Of a district, by name; those who have not come yet too.
    virtual base::Result<std::vector<domain::Person>> people(std::string_view district, base::Instant now) = 0;

    // Instead of the one with the hash `old`, where there is one.
    virtual base::Result<void> put_session(const StoredSession& session, std::string_view old) = 0;
    virtual base::Result<StoredSession> session(std::string_view token_hash) = 0;  // NotFound.
    virtual base::Result<void> see_session(std::string_view token_hash, base::Instant now) = 0;
    virtual base::Result<void> end_session(std::string_view token_hash) = 0;
    // All of an account but one.
    virtual base::Result<void> end_sessions(std::int64_t account, std::string_view but) = 0;

    // A browser in which its owner was once right.
    virtual base::Result<void> know_device(std::string_view token_hash, std::int64_t account, base::Instant now) = 0;
    virtual base::Result<bool> is_known_device(std::string_view token_hash, std::int64_t account) = 0;

    virtual base::Result<Tries> tries(std::string_view mark) = 0;
    // Counts one more, before it is known whether it is wrong; forgets it where it was right.
    virtual base::Result<void> count_try(std::string_view mark, base::Instant now) = 0;
    virtual base::Result<void> forget_tries(std::string_view mark) = 0;
    // All of them, as the machine's owner asks. Stands in the audit log.
    virtual base::Result<void> unlock(const StoredAccount& account, std::span<const std::string> marks,
                                      base::Instant now) = 0;

    virtual base::Result<void> put_recovery_codes(std::int64_t account, std::span<const std::string> marks) = 0;
    // Whether it was there; it is not any more.
    virtual base::Result<bool> use_recovery_code(std::int64_t account, std::string_view mark) = 0;

    // Conflict where the name is taken. Stands in the audit log.
    virtual base::Result<void> invite(const StoredInvitation& invitation, const Doer& by, base::Instant now) = 0;
    virtual base::Result<StoredInvitation> invitation(std::string_view token_hash) = 0;  // NotFound.
    // Shuts the account, with its sessions, devices and codes, until the invitation lets its owner in again. Stands in
    // the audit log.
    virtual base::Result<void> reset(const StoredAccount& shut, const StoredInvitation& invitation,
                                     base::Instant now) = 0;
    // The invitation becomes the account, once; or the account, where it has an id, becomes this one. NotFound where
    // the invitation is gone. Stands in the audit log.
    virtual base::Result<StoredAccount> accept(std::string_view token_hash, StoredAccount account,
                                               base::Instant now) = 0;
    // As it stands here from now on, without its sessions. Stands in the audit log.
    virtual base::Result<void> give_role(const StoredAccount& account, const Doer& by, base::Instant now) = 0;
    // The account goes. Stands in the audit log.
    virtual base::Result<void> dismiss(const StoredAccount& account, const Doer& by, base::Instant now) = 0;

    // Forgets what was there before these moments.
    virtual base::Result<void> forget_old(base::Instant tries, base::Instant devices, base::Instant sessions) = 0;
};

}  // namespace service
