// The field tables of what moderation did.
#pragma once

#include <limits>

#include "shared/wire/detail/contribution_tables.hpp"
#include "shared/wire/detail/tables.hpp"
#include "shared/wire/moderation_report.hpp"

namespace wire::detail {

using ReportCountCodec = IntegerCodec<0, std::numeric_limits<int>::max()>;

template <>
struct Names<domain::ModerationCount> {
    static constexpr auto& all = domain::moderation_counts;
    static std::string_view of(domain::ModerationCount value) { return domain::name_of(value); }
};

template <>
struct Fields<ModerationCounted> {
    using T = ModerationCounted;
    static constexpr std::string_view schema_name = "ModerationCounted";
    static constexpr std::tuple table{
        field<T>("what", &T::what, "Which step; referred: the court alone reads it."),
        field<T, ReportCountCodec>("atLeast", &T::at_least, "How often it was taken in these months."),
        field<T, ReportCountCodec>("atMost", &T::at_most, "The same, or 4: fewer than five are not told apart."),
    };
};

template <>
struct Fields<DeclinedFor> {
    using T = DeclinedFor;
    static constexpr std::string_view schema_name = "DeclinedFor";
    static constexpr std::tuple table{
        field<T>("reason", &T::reason, "Why it was not published."),
        field<T, ReportCountCodec>("atLeast", &T::at_least, "How many."),
        field<T, ReportCountCodec>("atMost", &T::at_most, "The same, or 4: fewer than five are not told apart."),
    };
};

template <>
struct Fields<ModerationQuarter> {
    using T = ModerationQuarter;
    static constexpr std::string_view schema_name = "ModerationQuarter";
    static constexpr std::tuple table{
        field<T>("from", &T::from, "The first day of the quarter."),
        field<T>("until", &T::until, "Its last day, which may be to come."),
        field<T>("counts", &T::counts, "Steps, each in the quarter in which it was taken."),
        field<T>("declined", &T::declined, "What was not published, by the reason."),
        field<T, ReportCountCodec>(
            "hoursHeld", &T::hours_held,
            "Half of what was held was judged within so many hours. Left out where fewer than five were.",
            Presence::Optional),
    };
};

template <>
struct Fields<RuleInForce> {
    using T = RuleInForce;
    static constexpr std::string_view schema_name = "RuleInForce";
    static constexpr std::tuple table{
        field<T>("rule", &T::rule, "Its name: what is seen in a text, or that everything waits."),
        field<T>("isOn", &T::is_on, "A text waits for a person, or for the court alone, because of it."),
        field<T>("isChosen", &T::is_chosen, "This portal chooses; else it holds in every one."),
    };
};

template <>
struct Fields<ModerationReport> {
    using T = ModerationReport;
    static constexpr std::string_view schema_name = "ModerationReport";
    static constexpr std::tuple table{
        field<T>("items", &T::items, "The newest quarter first, of two years."),
        field<T>("rules", &T::rules, "As they are now."),
    };
};

}  // namespace wire::detail
