#include "shared/domain/account.hpp"

#include <algorithm>

#include "shared/base/utf8.hpp"
#include "shared/domain/finding.hpp"

namespace domain {
namespace {

constexpr std::array<std::string_view, roles.size()> role_names{"citizen",   "partner",    "editor",   "reviewer",
                                                                "moderator", "court-head", "ministry", "administrator"};
constexpr std::array<std::string_view, 6> field_names{"name", "email", "current", "password", "code", "form"};
constexpr std::array<std::string_view, account_problem_count> problem_names{
    "name-missing",  "name-unfit",       "name-taken",     "email-unfit",   "password-missing", "password-short",
    "password-long", "password-is-name", "password-wrong", "sign-in-wrong", "code-missing",     "code-wrong",
    "sign-in-many",  "sign-in-locked",   "malformed",      "unavailable"};

// The scripts of the four languages; a name is written in one of them.
enum class Script : std::uint8_t { Latin, Arabic, Tifinagh };

std::optional<Script> script_of(char32_t c) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7))
        return Script::Latin;
    if (c >= 0x0620 && c <= 0x06D3 && c != 0x0640 && !(c >= 0x0660 && c <= 0x066D)) return Script::Arabic;
    if (c >= 0x2D30 && c <= 0x2D6F) return Script::Tifinagh;
    return std::nullopt;
}

bool is_between_letters(char32_t c) { return (c >= '0' && c <= '9') || c == ' ' || c == '-' || c == '.'; }

std::optional<char> digit_of(char32_t c) {
    for (const char32_t zero : {U'0', U'\u0660', U'\u06F0'})
        if (c >= zero && c <= zero + 9) return static_cast<char>('0' + (c - zero));
    return std::nullopt;
}

bool is_separator(char32_t c) {
    constexpr std::u32string_view separators = U" \t\r\n\u00A0\u2009\u202F-\u2010\u2011\u2013\u200E\u200F\u061C";
    return separators.contains(c);
}

AccountError error(AccountField field, AccountProblem problem) { return {field, problem}; }

}  // namespace

std::string_view name_of(Role role) { return role_names[static_cast<std::size_t>(role)]; }
std::string_view name_of(AccountField field) { return field_names[static_cast<std::size_t>(field)]; }
std::string_view name_of(AccountProblem problem) { return problem_names[static_cast<std::size_t>(problem)]; }

std::optional<Role> parse_role(std::string_view name) {
    const auto found = std::ranges::find(role_names, name);
    if (found == role_names.end()) return std::nullopt;
    return static_cast<Role>(found - role_names.begin());
}

bool has_district(Role role) { return role != Role::Citizen && role != Role::Ministry; }

std::string fold_name(std::string_view name) { return fold_for_finding(name); }

std::string clean_name(std::string_view name) {
    const auto plain = clean_typed(name);
    std::string out;
    for (const char c : plain) {
        const bool is_space = c == ' ' || c == '\t' || c == '\n';
        if (!is_space) out += c;
        else if (!out.empty() && out.back() != ' ') out += ' ';
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

std::string normal_secret(std::string_view typed) {
    std::string digits;
    for (auto rest = typed; !rest.empty();) {
        const auto point = base::first_code_point(rest);
        rest.remove_prefix(point.length);
        const auto digit = digit_of(point.value);
        if (digit) digits += *digit;
        else if (!is_separator(point.value)) return std::string(typed);
    }
    return digits;
}

std::optional<AccountError> check_name(std::string_view name) {
    if (name.empty()) return error(AccountField::Name, AccountProblem::NameMissing);
    std::optional<Script> script;
    std::size_t count = 0;
    for (auto rest = name; !rest.empty(); ++count) {
        const auto point = base::first_code_point(rest);
        rest.remove_prefix(point.length);
        const auto of_letter = script_of(point.value);
        const bool is_other_script = of_letter && script && *of_letter != *script;
        if (!point.well_formed || is_other_script || (!of_letter && !is_between_letters(point.value)))
            return error(AccountField::Name, AccountProblem::NameUnfit);
        if (of_letter) script = of_letter;
    }
    // Without a letter it would be a number, and without anything to compare it would equal others.
    if (!script || count > account_name_limit || fold_name(name).empty())
        return error(AccountField::Name, AccountProblem::NameUnfit);
    return std::nullopt;
}

std::optional<AccountError> check_email(std::string_view email) {
    if (email.empty()) return std::nullopt;
    const auto at = email.find('@');
    const bool is_printable = std::ranges::all_of(email, [](char c) { return c > ' ' && c < 0x7F; });
    const auto host = at == std::string_view::npos ? std::string_view{} : email.substr(at + 1);
    const bool fits = email.size() <= email_limit && is_printable && at != 0 && host.contains('.') &&
                      !host.contains('@') && !host.starts_with('.') && !host.ends_with('.');
    if (!fits) return error(AccountField::Email, AccountProblem::EmailUnfit);
    return std::nullopt;
}

std::optional<AccountError> check_password(std::string_view password, std::string_view name) {
    if (password.empty()) return error(AccountField::Password, AccountProblem::PasswordMissing);
    const auto count = count_code_points(password);
    if (!count) return error(AccountField::Password, AccountProblem::Malformed);
    if (*count < password_least) return error(AccountField::Password, AccountProblem::PasswordShort);
    if (*count > password_limit) return error(AccountField::Password, AccountProblem::PasswordLong);
    if (fold_name(password) == fold_name(name)) return error(AccountField::Password, AccountProblem::PasswordIsName);
    return std::nullopt;
}

}  // namespace domain
