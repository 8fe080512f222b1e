// The field tables of a portal's activation.
#pragma once

#include "shared/domain/activation.hpp"
#include "shared/wire/detail/tables.hpp"

namespace wire::detail {

template <>
struct Names<domain::Role> {
    static constexpr auto& all = domain::roles;
    static std::string_view of(domain::Role value) { return domain::name_of(value); }
};
template <>
struct Names<domain::PortalCheck> {
    static constexpr auto& all = domain::portal_checks;
    static std::string_view of(domain::PortalCheck value) { return domain::name_of(value); }
};

template <>
struct Fields<domain::CheckResult> {
    using T = domain::CheckResult;
    static constexpr std::tuple table{
        field<T>("check", &T::check, "Which of the nine."),
        field<T>("holds", &T::holds, "Whether it is so."),
        field<T, IntegerCodec<0, 1'000'000>>("found", &T::found, "How much of it there is."),
        field<T, IntegerCodec<0, 1'000'000>>("wanted", &T::wanted, "How much there must be."),
        field<T>("since", &T::since, "The day that decides, where there is one.", Presence::Optional),
    };
};

template <>
struct Fields<domain::Remark> {
    using T = domain::Remark;
    static constexpr std::string_view schema_name = "Remark";
    static constexpr std::tuple table{
        field<T>("page", &T::page, "The page that it is about, without its language."),
        field<T>("text", &T::text, "What was said."),
        field<T>("role", &T::role, "Of who said it."),
        field<T>("on", &T::on, "When."),
        field<T>("answer", &T::answer, "Of the court.", Presence::Optional),
        field<T>("answeredBy", &T::answered_by, "The role of who answered.", Presence::Optional),
        field<T>("answeredOn", &T::answered_on, "When.", Presence::Optional),
    };
};

template <>
struct Fields<domain::PortalReport> {
    using T = domain::PortalReport;
    static constexpr std::string_view schema_name = "PortalReport";
    static constexpr std::tuple table{
        field<T>("activeSince", &T::active_since, "Missing while the portal is being prepared.", Presence::Optional),
        field<T>("act", &T::act, "The decision that says so.", Presence::Optional),
        field<T>("checks", &T::checks, "The nine checks of an activation.", Presence::Optional),
        field<T>("remarks", &T::remarks, "What partners said of its pages, oldest first.", Presence::Optional),
    };
};

}  // namespace wire::detail
