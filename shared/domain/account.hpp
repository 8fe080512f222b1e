// An account: who may sign in, under which name, with which secret, and the rules of its fields.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/rating.hpp"

namespace domain {

// Everybody but a citizen comes by invitation. What each may do: rights.hpp.
enum class Role : std::uint8_t {
    Citizen,
    Partner,  // A bar of lawyers, an association.
    Editor,
    Reviewer,
    Moderator,
    CourtHead,
    Ministry,
    Administrator,
};
inline constexpr std::array roles{Role::Citizen,   Role::Partner,   Role::Editor,   Role::Reviewer,
                                  Role::Moderator, Role::CourtHead, Role::Ministry, Role::Administrator};
std::string_view name_of(Role role);  // "court-head"
std::optional<Role> parse_role(std::string_view name);
// Every role but the citizen's and the ministry's belongs to one district.
bool has_district(Role role);

inline constexpr std::size_t account_name_limit = 40;  // Code points.
inline constexpr std::size_t email_limit = 254;        // Bytes (RFC 5321).
inline constexpr std::size_t password_least = 12;      // Code points (NIST 800-63B wants 8).
inline constexpr std::size_t password_limit = 128;     // Code points.
inline constexpr std::size_t secret_digits = 20;       // Of a secret that we give: 66 bits.
inline constexpr std::size_t code_digits = 6;          // Of a one-time code (RFC 6238).
inline constexpr std::size_t recovery_digits = 12;

enum class AccountField : std::uint8_t { Name, Email, Current, Password, Code, Form };
enum class AccountProblem : std::uint8_t {
    NameMissing,
    NameUnfit,  // Too long, of several scripts, or with signs that names do not have.
    NameTaken,
    EmailUnfit,
    PasswordMissing,
    PasswordShort,
    PasswordLong,
    PasswordIsName,
    PasswordWrong,
    SignInWrong,  // The name or the password: which one is not said.
    CodeMissing,
    CodeWrong,
    TooMany,
    Locked,  // So many wrong tries that only a known device may go on.
    Malformed,
    Unavailable,
};
inline constexpr std::size_t account_problem_count = static_cast<std::size_t>(AccountProblem::Unavailable) + 1;
std::string_view name_of(AccountField field);      // "name"
std::string_view name_of(AccountProblem problem);  // "name-missing": stable, part of a problem's `type`

struct AccountError {
    AccountField field = AccountField::Form;
    AccountProblem problem = AccountProblem::Malformed;
    bool operator==(const AccountError&) const = default;
};

// What was typed. Secrets among it are never shown again.
struct AccountDraft {
    std::string name;
    std::string email;
    std::string current;  // The password until now, where another one is typed.
    std::string password;
    std::string code;
    bool operator==(const AccountDraft&) const = default;
};

// How a name is compared: two names that look alike to a hurried reader are one.
std::string fold_name(std::string_view name);
// Without space at its ends, one space between words.
std::string clean_name(std::string_view name);
// The digits of a secret or a code that holds nothing but digits (of any script), spaces and hyphens; anything else as
// it is. So a secret of ours may be typed in groups.
std::string normal_secret(std::string_view typed);

// One check for each field; nothing where it fits. `name` and `email` cleaned already.
std::optional<AccountError> check_name(std::string_view name);
std::optional<AccountError> check_email(std::string_view email);  // An empty one fits.
std::optional<AccountError> check_password(std::string_view password, std::string_view name);

// What a page of accounts shows. Members that a page has no use for stay empty.
struct Account {
    enum class Show : std::uint8_t { Form, Secret, Codes, Done };

    std::string name;  // Typed, or the account's.
    std::string email;
    Role role = Role::Citizen;
    std::string district;
    Show show = Show::Form;
    std::string secret;              // Shown this once: of the account, or of the one-time codes (base 32).
    std::vector<std::string> codes;  // For the day when the telephone is lost; shown this once.
    std::vector<AccountError> errors;
    int wait_minutes = 0;  // Of AccountProblem::TooMany.
    bool operator==(const Account&) const = default;
};

// Somebody of a district's desk.
struct Person {
    std::string name;
    Role role = Role::Editor;
    bool invited = false;  // Has not come yet.
    bool operator==(const Person&) const = default;
};

struct Desk {
    std::string name;  // Of who looks at it.
    Role role = Role::Editor;
    std::string district;  // That is looked at; empty for the whole country.
    std::vector<Person> people;
    std::string typed;       // The name of whom to invite.
    std::string invitation;  // An address, shown this once.
    std::vector<AccountError> errors;
    bool operator==(const Desk&) const = default;
};

}  // namespace domain
