// The field tables of what a tab reports about its visit.
#pragma once

#include "shared/domain/visit.hpp"
#include "shared/wire/detail/tables.hpp"

namespace wire::detail {

template <>
struct Names<domain::Channel> {
    static constexpr auto& all = domain::channels;
    static std::string_view of(domain::Channel value) { return domain::name_of(value); }
};
template <>
struct Names<domain::VisitEventType> {
    static constexpr auto& all = domain::visit_event_types;
    static std::string_view of(domain::VisitEventType value) { return domain::name_of(value); }
};

// A text that a rule accepts whole.
template <auto obeys, class Words>
struct RuledTextCodec {
    static Json encode(const std::string& text) { return text; }
    static void decode(const Json& json, Reader& reader, std::string& text) {
        const auto* read = json.as<std::string>();
        if (!read) return reader.fail_type("a text");
        if (!obeys(*read)) return reader.fail("value-malformed", std::string(Words::complaint));
        text = *read;
    }
    static Json schema() { return JsonObject{{"type", "string"}, {"pattern", Words::pattern}}; }
};

struct VisitKeyWords {
    static constexpr std::string_view complaint = "This must be 32 lower-case hexadecimal digits.";
    static constexpr std::string_view pattern = "^[0-9a-f]{32}$";
};
using VisitKeyCodec = RuledTextCodec<domain::is_visit_key, VisitKeyWords>;

struct ScreenIdWords {
    static constexpr std::string_view complaint = "This must be the kind and the slug of a page.";
    static constexpr std::string_view pattern = "^[a-z0-9-]+(/[a-z0-9-]+)*$";
};
using ScreenIdCodec = RuledTextCodec<domain::is_screen_id, ScreenIdWords>;

// A slug, or nothing on the national pages.
struct PortalCodec {
    static Json encode(const std::string& portal) { return portal; }
    static void decode(const Json& json, Reader& reader, std::string& portal) {
        const auto* read = json.as<std::string>();
        if (!read || !read->empty()) SlugCodec::decode(json, reader, portal);
    }
    static Json schema() { return JsonObject{{"type", "string"}, {"pattern", "^[a-z0-9-]{0,64}$"}}; }
};

template <>
struct Fields<domain::VisitEvent> {
    using T = domain::VisitEvent;
    static constexpr std::string_view schema_name = "VisitEvent";
    static constexpr std::tuple table{
        field<T, IntegerCodec<0, domain::visit_event_oldest_s>>("secondsAgo", &T::seconds_ago,
                                                                "How long before the sending."),
        field<T, PortalCodec>("portal", &T::portal, "Id of a district; empty on the national pages."),
        field<T>("language", &T::language, "Of the page."),
        field<T, ScreenIdCodec>("screen", &T::screen, "Kind and slug of the page, at most 100 bytes."),
        field<T>("type", &T::type, "What happened."),
        field<T, IntegerCodec<0, domain::visit_interval_s>>(
            "value", &T::value, "Active seconds, 1 to 15; 1 for a contribution; 1 for a screen that came as HTML."),
    };

    static void check(const T& event, Reader& reader) {
        if (!domain::is_value_of(event.type, event.value))
            reader.within("value", [&] { reader.fail("value-unknown", "This is no value of the event's type."); });
    }
};

template <>
struct Fields<domain::VisitBatch> {
    using T = domain::VisitBatch;
    static constexpr std::string_view schema_name = "VisitBatch";
    static constexpr std::tuple table{
        field<T, VisitKeyCodec>("visit", &T::visit, "Random, from the memory of the tab, for one visit."),
        field<T>("channel", &T::channel, "Where the page is shown."),
        field<T>("events", &T::events, "At most 64."),
    };

    static void check(const T& batch, Reader& reader) {
        if (batch.events.empty() || batch.events.size() > domain::visit_batch_limit)
            reader.within("events", [&] { reader.fail("count-out-of-range", "There must be 1 to 64 events."); });
    }
};

}  // namespace wire::detail
