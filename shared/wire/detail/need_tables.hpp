// The field tables of what people ask for.
#pragma once

#include <limits>

#include "shared/wire/detail/contribution_tables.hpp"
#include "shared/wire/detail/tables.hpp"
#include "shared/wire/need.hpp"

namespace wire::detail {

using CountCodec = IntegerCodec<0, std::numeric_limits<int>::max()>;

template <>
struct Fields<OutcomeCount> {
    using T = OutcomeCount;
    static constexpr std::string_view schema_name = "OutcomeCount";
    static constexpr std::tuple table{
        field<T>("outcome", &T::outcome, "What came of it."),
        field<T, CountCodec>("count", &T::count, "Of how many."),
    };
};

template <>
struct Fields<ReasonCount> {
    using T = ReasonCount;
    static constexpr std::string_view schema_name = "ReasonCount";
    static constexpr std::tuple table{
        field<T>("reason", &T::reason, "What should be better."),
        field<T, CountCodec>("count", &T::count, "In how many ratings."),
    };
};

template <>
struct Fields<Need> {
    using T = Need;
    static constexpr std::string_view schema_name = "Need";
    static constexpr std::tuple table{
        field<T>("service", &T::service, "Empty: of the district as a whole."),
        field<T, CountCodec>("people", &T::people, "How many said so: suggestions, other papers and ratings that ask."),
        field<T, CountCodec>("suggestions", &T::suggestions, "Public ones."),
        field<T, CountCodec>("otherPapers", &T::other_papers, "Public reports of a paper asked for beside the list."),
        field<T>("outcomes", &T::outcomes, "What came of these two so far."),
        field<T, CountCodec>("waiting", &T::waiting, "How many of them have no outcome yet."),
        field<T, CountCodec>("ratings", &T::ratings, "Of the service."),
        field<T, CountCodec>("ratingsWithWords", &T::worded, "Of these with words, which the court alone reads."),
        field<T, CountCodec>("ratingsAsking", &T::asking, "Of these that say what should be better."),
        field<T>("reasons", &T::reasons, "What that is; one rating may name several."),
        field<T>("newest", &T::newest, "The newest public contributions, the newest first."),
    };
};

}  // namespace wire::detail
