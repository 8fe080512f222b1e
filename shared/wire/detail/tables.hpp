// The field tables of everything that travels: the order here is the order in the JSON.
#pragma once

#include "shared/domain/answer.hpp"
#include "shared/wire/detail/values.hpp"
#include "shared/wire/list.hpp"

namespace wire::detail {

template <>
struct Fields<domain::Court> {
    using T = domain::Court;
    static constexpr std::string_view schema_name = "Court";
    static constexpr std::tuple table{
        field<T>("id", &T::id, "Unique within its district."),
        field<T>("name", &T::name, "Official name."),
        field<T>("source", &T::source, "Where this row was read."),
    };
};

template <>
struct Fields<domain::Culture> {
    using T = domain::Culture;
    static constexpr std::string_view schema_name = "Culture";
    static constexpr std::tuple table{
        field<T>("welcome", &T::welcome, "One sentence."),
        field<T>("languages", &T::languages, "All four, in the order in which the place speaks them."),
        field<T>("featured", &T::featured, "Ids of services, the most wanted first."),
        field<T>("accent", &T::accent, "Second colour of the portal."),
    };
};

template <>
struct Fields<domain::District> {
    using T = domain::District;
    static constexpr std::string_view schema_name = "District";
    static constexpr std::tuple table{
        field<T>("id", &T::id, "Part of its address."),
        field<T>("city", &T::city, "Seat of the court of appeal."),
        field<T>("courtOfAppeal", &T::court_of_appeal, "Official name of the court of appeal."),
        field<T>("region", &T::region, "Administrative region of the seat."),
        field<T>("operational", &T::operational, "False where the district stands in law but is not staffed yet."),
        field<T>("source", &T::source, "Where this row was read."),
        field<T>("courts", &T::courts, "Courts of first instance."),
        field<T>("culture", &T::culture, "What makes this portal the one of its place; not in lists.",
                 Presence::Optional),
        field<T>("preparing", &T::preparing, "True while the portal is being prepared.", Presence::Optional),
        field<T>("activeSince", &T::active_since, "The day of its activation, where there was one.",
                 Presence::Optional),
    };
};

template <>
struct Fields<domain::Attribution> {
    using T = domain::Attribution;
    static constexpr std::string_view schema_name = "Attribution";
    static constexpr std::tuple table{
        field<T>("district", &T::district, "Who wrote it first."),
        field<T>("city", &T::city, "Seat of its court of appeal."),
    };
};

template <>
struct Fields<domain::Fact> {
    using T = domain::Fact;
    static constexpr std::string_view schema_name = "Fact";
    static constexpr auto standing = [](auto& fact) -> auto& { return fact.provenance.standing; };
    static constexpr auto source = [](auto& fact) -> auto& { return fact.provenance.source; };
    static constexpr std::tuple table{
        field<T>("text", &T::text, "What the page says."),
        field<T>("standing", standing, "An example must be verified by the court before anybody relies on it."),
        field<T>("source", source, "Title or address of the document; empty for an example."),
        field<T>("holdsUntil", &T::holds_until, "The last day on which what the court verified holds.",
                 Presence::Optional),
        field<T>("outdated", &T::is_outdated, "True from the day after.", Presence::Optional),
    };

    static void check(const T& fact, Reader& reader) {
        const bool is_sourced = fact.provenance.standing == domain::Standing::Sourced;
        if (is_sourced != !fact.provenance.source.empty())
            reader.fail("value-malformed", "A sourced fact names its source, an example has none.");
    }
};

template <>
struct Fields<domain::Paper> {
    using T = domain::Paper;
    static constexpr std::string_view schema_name = "Paper";
    using CopiesCodec = IntegerCodec<0, 999>;
    static constexpr std::tuple table = std::tuple_cat(
        Fields<domain::Fact>::table,
        std::tuple{field<T, CopiesCodec>("copies", &T::copies, "How many copies of it.", Presence::Optional)});
    static void check(const T& paper, Reader& reader) { Fields<domain::Fact>::check(paper, reader); }
};

template <>
struct Fields<domain::Step> {
    using T = domain::Step;
    static constexpr std::string_view schema_name = "Step";
    static constexpr std::tuple table{
        field<T>("title", &T::title, "What to do."),
        field<T>("detail", &T::detail, "How to do it."),
    };
};

template <>
struct Fields<domain::ServiceSheet> {
    using T = domain::ServiceSheet;
    static constexpr std::string_view schema_name = "ServiceSheet";
    static constexpr std::tuple table{
        field<T>("id", &T::id, "Unique within its district."),
        field<T>("district", &T::district, "The district whose courts give this service."),
        field<T>("title", &T::title, "Full name of the service."),
        field<T>("shortTitle", &T::short_title, "For lists."),
        field<T>("summary", &T::summary, "One or two sentences."),
        field<T>("papers", &T::papers, "What to bring."),
        field<T>("steps", &T::steps, "In the order in which they are done."),
        field<T>("who", &T::who, "Who may ask for it."),
        field<T>("fee", &T::fee, "What it costs."),
        field<T>("delay", &T::delay, "How long it takes."),
        field<T>("where", &T::where, "Which counter."),
        field<T>("legalBasis", &T::legal_basis, "The law behind it."),
        field<T>("appeal", &T::appeal, "To whom one may turn against a refusal.", Presence::Optional),
        field<T, WebAddressCodec>("onlineAddress", &T::online_address, "Official site; empty when there is none."),
        field<T>("lastChecked", &T::last_checked, "When the court last verified the sheet; null when it has not."),
        field<T>("copiedFrom", &T::copied_from, "Whose text it was before.", Presence::Optional),
    };
};

template <>
struct Fields<domain::ServiceSummary> {
    using T = domain::ServiceSummary;
    static constexpr std::string_view schema_name = "ServiceSummary";
    static constexpr std::tuple table{
        field<T>("id", &T::id, "Part of its address."),
        field<T>("shortTitle", &T::short_title, "For lists."),
        field<T>("summary", &T::summary, "One or two sentences."),
    };
};

template <class Item>
struct Fields<List<Item>> {
    using T = List<Item>;
    static constexpr std::tuple table{
        field<T>("items", &T::items, "This page of the list."),
        field<T>("next", &T::next, "Cursor of the next page; null on the last."),
    };
};

using LevelCodec = IntegerCodec<domain::lowest_level, domain::highest_level>;

template <>
struct Fields<domain::Rating> {
    using T = domain::Rating;
    static constexpr std::string_view schema_name = "Rating";
    static constexpr std::tuple table{
        field<T, LevelCodec>("level", &T::level, "1 is very dissatisfied, 5 very satisfied."),
        field<T>("completed", &T::completed, "Whether the person got what they came for.", Presence::Optional),
        field<T>("reasons", &T::reasons, "What it was about, each at most once.", Presence::Optional),
        field<T>("text", &T::text, "In the person's own words, at most 1200 characters.", Presence::Optional),
    };
};

template <>
struct Fields<domain::Receipt> {
    using T = domain::Receipt;
    static constexpr std::string_view schema_name = "Receipt";
    static constexpr std::tuple table{
        field<T>("code", &T::code, "By which the person finds it again."),
        field<T>("district", &T::district, "Of the service."),
        field<T>("service", &T::service, "What was rated."),
        field<T>("rating", &T::rating, "As it was sent."),
        field<T>("language", &T::language, "Of the page that it was sent from."),
        field<T>("receivedAt", &T::received_at, "When it was stored."),
        field<T>("receivedOn", &T::received_on, "The same moment as a day in Morocco."),
    };
};

// "/problems/level-missing" <-> "level-missing"
struct ProblemTypeCodec {
    static constexpr std::string_view prefix = "/problems/";
    static Json encode(const std::string& code) { return std::string(prefix) + code; }
    static void decode(const Json& json, Reader& reader, std::string& code) {
        const auto* type = json.as<std::string>();
        if (!type || !type->starts_with(prefix)) return reader.fail_type("an address below /problems/");
        code = type->substr(prefix.size());
    }
    static Json schema() { return JsonObject{{"type", "string"}, {"pattern", "^/problems/[a-z0-9-]+$"}}; }
};

template <>
struct Fields<ProblemEntry> {
    using T = ProblemEntry;
    static constexpr std::string_view schema_name = "ProblemEntry";
    static constexpr std::tuple table{
        field<T, ProblemTypeCodec>("type", &T::code, "Stable."),
        field<T>("pointer", &T::pointer, "RFC 6901, into the body that was sent."),
        field<T>("message", &T::message, "For the reader."),
    };
};

template <>
struct Fields<ProblemDocument> {
    using T = ProblemDocument;
    static constexpr std::string_view schema_name = "Problem";
    static constexpr std::tuple table{
        field<T, ProblemTypeCodec>("type", &T::code, "Stable: programs decide by it."),
        field<T>("title", &T::title, "For a developer."),
        field<T, IntegerCodec<400, 599>>("status", &T::status, "The status of the answer."),
        field<T>("pointer", &T::pointer, "RFC 6901, into the body that was sent; empty for the whole."),
        field<T>("message", &T::message, "For the reader."),
        field<T>("errors", &T::errors, "Each error, where there are several.", Presence::Optional),
    };
};

}  // namespace wire::detail
