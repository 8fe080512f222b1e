// The field tables of the parity board.
#pragma once

#include "shared/wire/detail/item_tables.hpp"
#include "shared/wire/parity.hpp"

namespace wire::detail {

template <>
struct Fields<ParityCount> {
    using T = ParityCount;
    static constexpr std::tuple table{
        field<T>("kind", &T::kind, "Of the texts."),
        field<T>("language", &T::language, "In which."),
        field<T>("status", &T::status, "How far they are."),
        field<T, IntegerCodec<0, 1'000'000'000>>("items", &T::items, "How many."),
    };
};

template <>
struct Fields<LanguageGap> {
    using T = LanguageGap;
    static constexpr std::tuple table{
        field<T>("item", &T::item, "Its id."),
        field<T>("kind", &T::kind, "What it is."),
        field<T>("titles", &T::titles, "Path -> text."),
        field<T>("language", &T::language, "In which."),
        field<T>("status", &T::status, "How far it is."),
        field<T>("since", &T::since, "When the gap opened."),
    };
};

template <>
struct Fields<Parity> {
    using T = Parity;
    static constexpr std::string_view schema_name = "Parity";
    static constexpr std::tuple table{
        field<T>("counts", &T::counts, "Of all texts that are not archived or expired; those that are not 0."),
        field<T>("gaps", &T::gaps, "As asked, the oldest first."),
        field<T>("next", &T::next, "Cursor of the gaps after these; null for none."),
    };
};

}  // namespace wire::detail
