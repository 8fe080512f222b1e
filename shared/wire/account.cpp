#include "shared/wire/account.hpp"

#include "shared/base/pairs.hpp"
#include "shared/base/utf8.hpp"
#include "shared/wire/detail/account_tables.hpp"
#include "shared/wire/limits.hpp"

namespace wire {
namespace {

base::Pairs pairs_of(std::string_view body) { return base::parse_pairs(body).value_or(base::Pairs{}); }

std::string text_of(const base::Pairs& pairs, std::string_view name) {
    return base::replace_broken(base::single(pairs, name).value_or(""));
}

}  // namespace

domain::AccountDraft parse_account_form(std::string_view body) {
    const auto pairs = pairs_of(body);
    return {.name = text_of(pairs, "name"),
            .email = text_of(pairs, "email"),
            .current = text_of(pairs, "current"),
            .password = text_of(pairs, "password"),
            .code = text_of(pairs, "code")};
}

std::string encode(const domain::Account& account) { return detail::encode_text(account); }
std::string encode(const domain::Desk& desk) { return detail::encode_text(desk); }
std::string encode(const AccountFile& file) { return detail::encode_text(file); }

std::optional<PersonChange> parse_person_form(std::string_view body) {
    const auto pairs = pairs_of(body);
    const auto role = text_of(pairs, "role");
    const auto parsed = domain::parse_role(role);
    if (!parsed && role != "none") return std::nullopt;
    return PersonChange{text_of(pairs, "name"), parsed};
}

Decoded<PersonChange> decode_person_change(std::string_view json) {
    return detail::decode_text<PersonChange>(json, request_limits);
}

}  // namespace wire
