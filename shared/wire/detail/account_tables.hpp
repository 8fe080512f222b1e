// The field tables of accounts and of the desk.
#pragma once

#include "shared/wire/account.hpp"
#include "shared/wire/detail/activation_tables.hpp"
#include "shared/wire/detail/contribution_tables.hpp"

namespace wire::detail {

template <>
struct Names<domain::AccountField> {
    static constexpr auto all = every_value_to<domain::AccountField::Form>();
    static std::string_view of(domain::AccountField value) { return domain::name_of(value); }
};
template <>
struct Names<domain::AccountProblem> {
    static constexpr auto all = every_value_to<domain::AccountProblem::Unavailable>();
    static std::string_view of(domain::AccountProblem value) { return domain::name_of(value); }
};
template <>
struct Names<domain::Account::Show> {
    static constexpr auto all = every_value_to<domain::Account::Show::Done>();
    static std::string_view of(domain::Account::Show value) {
        constexpr std::array<std::string_view, 4> names{"form", "secret", "codes", "done"};
        return names[static_cast<std::size_t>(value)];
    }
};

template <>
struct Fields<domain::AccountError> {
    using T = domain::AccountError;
    static constexpr std::tuple table{
        field<T>("field", &T::field, "Where."),
        field<T>("problem", &T::problem, "What is wrong."),
    };
};

template <>
struct Fields<domain::Account> {
    using T = domain::Account;
    static constexpr std::string_view schema_name = "Account";
    static constexpr std::tuple table{
        field<T>("name", &T::name, "As it is signed in with.", Presence::Optional),
        field<T>("email", &T::email, "Where one was given.", Presence::Optional),
        field<T>("role", &T::role, "What it may do."),
        field<T>("district", &T::district, "That its role belongs to.", Presence::Optional),
        field<T>("show", &T::show, "Of a page: what it is about.", Presence::Optional),
        field<T>("secret", &T::secret, "Of a page: shown this once.", Presence::Optional),
        field<T>("codes", &T::codes, "Of a page: shown this once.", Presence::Optional),
        field<T>("errors", &T::errors, "Of a page: what is wrong with what was sent.", Presence::Optional),
        field<T, IntegerCodec<0, 10'000>>("waitMinutes", &T::wait_minutes, "Of a page.", Presence::Optional),
    };
};

template <>
struct Fields<AccountFile> {
    using T = AccountFile;
    static constexpr std::string_view schema_name = "AccountFile";
    static constexpr std::tuple table{
        field<T>("name", &T::name, "As it is signed in with."),
        field<T>("email", &T::email, "Where one was given.", Presence::Optional),
        field<T>("role", &T::role, "What it may do."),
        field<T>("district", &T::district, "That its role belongs to.", Presence::Optional),
        field<T>("contributions", &T::contributions, "That it keeps as its own, the newest first."),
    };
};

template <>
struct Fields<domain::Person> {
    using T = domain::Person;
    static constexpr std::string_view schema_name = "Person";
    static constexpr std::tuple table{
        field<T>("name", &T::name, "As it is signed in with."),
        field<T>("role", &T::role, "What it may do."),
        field<T>("invited", &T::invited, "Whether the invitation still waits.", Presence::Optional),
    };
};

template <>
struct Fields<domain::Desk> {
    using T = domain::Desk;
    static constexpr std::string_view schema_name = "Desk";
    static constexpr std::tuple table{
        field<T>("name", &T::name, "Of who asks."),
        field<T>("role", &T::role, "Of who asks."),
        field<T>("district", &T::district, "Whose desk it is.", Presence::Optional),
        field<T>("people", &T::people, "Who works there.", Presence::Optional),
        field<T>("typed", &T::typed, "Of a page: the name that was typed.", Presence::Optional),
        field<T>("invitation", &T::invitation, "The address for who was invited, shown this once.", Presence::Optional),
        field<T>("errors", &T::errors, "Of a page: what is wrong with what was sent.", Presence::Optional),
    };
};

template <>
struct Fields<PersonChange> {
    using T = PersonChange;
    static constexpr std::string_view schema_name = "PersonChange";
    static constexpr std::tuple table{
        field<T>("name", &T::name, "As it is signed in with."),
        field<T>("role", &T::role, "Null: none any more."),
    };
};

}  // namespace wire::detail
