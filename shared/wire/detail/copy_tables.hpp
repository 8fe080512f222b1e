// The field tables of copies from another district.
#pragma once

#include "shared/wire/copies.hpp"
#include "shared/wire/detail/item_tables.hpp"

namespace wire::detail {

template <>
struct Fields<CopyOffer> {
    using T = CopyOffer;
    static constexpr std::string_view schema_name = "CopyOffer";
    static constexpr std::tuple table{
        field<T>("item", &T::item, "Its id, to ask for a copy."),
        field<T>("kind", &T::kind, "What it is."),
        field<T, SlugCodec>("district", &T::district, "Who published it."),
        field<T, SlugCodec>("slug", &T::slug, "Of its public address."),
        field<T>("titles", &T::titles, "Path -> text."),
        field<T, VersionCodec>("version", &T::version, "Which is public."),
        field<T>("madeAt", &T::made_at, "When that version was saved."),
    };
};

template <>
struct Fields<CopyOrder> {
    using T = CopyOrder;
    static constexpr std::string_view schema_name = "CopyOrder";
    static constexpr std::tuple table{
        field<T>("item", &T::item, "As in the list."),
    };
};

}  // namespace wire::detail
