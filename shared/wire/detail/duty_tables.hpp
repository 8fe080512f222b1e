// The field tables of freshness duties.
#pragma once

#include "shared/wire/detail/item_tables.hpp"
#include "shared/wire/duties.hpp"

namespace wire::detail {

template <>
struct Fields<Duty> {
    using T = Duty;
    static constexpr std::tuple table{
        field<T>("item", &T::item, "Its id."),
        field<T, VersionCodec>("version", &T::version, "The newest revision, in which it stands."),
        field<T>("kind", &T::kind, "What it is."),
        field<T>("titles", &T::titles, "Path -> text."),
        field<T>("path", &T::path, "Of the fact, without a language."),
        field<T>("text", &T::text, "What it says in the language that it was thought in."),
        field<T>("role", &T::role, "Of who last verified it."),
        field<T>("verifiedOn", &T::verified_on, "When."),
        field<T>("holdsUntil", &T::holds_until, "The last day on which it holds."),
    };
};

template <>
struct Fields<Duties> {
    using T = Duties;
    static constexpr std::string_view schema_name = "Duties";
    using CountCodec = IntegerCodec<0, 1'000'000'000>;
    static constexpr std::tuple table{
        field<T, CountCodec>("overdue", &T::overdue, "Facts that do not hold any more."),
        field<T, CountCodec>("soon", &T::soon, "Facts that end to hold within 30 days."),
        field<T>("items", &T::items, "Both, the oldest first."),
        field<T>("next", &T::next, "Cursor of those after these; null for none."),
    };
};

template <>
struct Fields<Confirmation> {
    using T = Confirmation;
    static constexpr std::string_view schema_name = "Confirmation";
    static constexpr std::tuple table{
        field<T>("item", &T::item, "Its id."),
        field<T, VersionCodec>("version", &T::version, "The revision whose words are right."),
        field<T>("path", &T::path, "Of the fact, without a language."),
    };
};

}  // namespace wire::detail
