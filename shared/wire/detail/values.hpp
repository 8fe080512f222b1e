// How single values of the domain look in JSON: texts in four languages, slugs, days, instants, names of enums.
#pragma once

#include <array>
#include <string>

#include "shared/base/clock.hpp"
#include "shared/base/id.hpp"
#include "shared/base/localized_text.hpp"
#include "shared/base/result.hpp"
#include "shared/domain/court_sheet.hpp"
#include "shared/domain/publication.hpp"
#include "shared/domain/rating.hpp"
#include "shared/wire/detail/codec.hpp"

namespace wire::detail {

// {"ar":"...","fr":"..."}: only the languages that there are.
template <>
struct Codec<base::LocalizedText> {
    static Json encode(const base::LocalizedText& text);
    static void decode(const Json& json, Reader& reader, base::LocalizedText& text);
    static Json schema();
    static Json definition();  // What the reference in `schema` points at.
};

// "2026-11-22"
template <>
struct Codec<base::Date> {
    static Json encode(const base::Date& date);
    static void decode(const Json& json, Reader& reader, base::Date& date);
    static Json schema();
};

// On the wall clock of Morocco: "2026-11-26T10:00"
template <>
struct Codec<base::LocalTime> {
    static Json encode(const base::LocalTime& time);
    static void decode(const Json& json, Reader& reader, base::LocalTime& time);
    static Json schema();
};

// A minute of a day: "08:30"
struct ClockTimeCodec {
    static Json encode(int minute_of_day);
    static void decode(const Json& json, Reader& reader, int& minute_of_day);
    static Json schema();
};

// RFC 3339 in UTC with milliseconds: "2026-11-22T09:30:00.000Z"
template <>
struct Codec<base::Instant> {
    static Json encode(const base::Instant& instant);
    static void decode(const Json& json, Reader& reader, base::Instant& instant);
    static Json schema();
};

// As it stands in addresses: "1234-5678-9012-3456"
template <>
struct Codec<domain::ReceiptCode> {
    static Json encode(const domain::ReceiptCode& code);
    static void decode(const Json& json, Reader& reader, domain::ReceiptCode& code);
    static Json schema();
};

struct SlugCodec {
    static Json encode(const std::string& slug) { return slug; }
    static void decode(const Json& json, Reader& reader, std::string& slug);
    static Json schema();
};

template <class Tag>
struct Codec<base::Id<Tag>> {
    static Json encode(const base::Id<Tag>& id) { return id.value(); }
    static void decode(const Json& json, Reader& reader, base::Id<Tag>& id) {
        std::string slug;
        SlugCodec::decode(json, reader, slug);
        id = base::Id<Tag>(std::move(slug));
    }
    static Json schema() { return SlugCodec::schema(); }
};

// An address that a page may link to; empty when there is none.
struct WebAddressCodec {
    static Json encode(const std::string& address) { return address; }
    static void decode(const Json& json, Reader& reader, std::string& address);
    static Json schema();
};

template <int lowest, int highest>
struct IntegerCodec {
    static Json encode(int value) { return value; }
    static void decode(const Json& json, Reader& reader, int& value);
    static Json schema() { return JsonObject{{"type", "integer"}, {"minimum", lowest}, {"maximum", highest}}; }
};

// Nothing when the number is not an integer or does not fit.
std::optional<int> integer_of(const Json& json);

template <int lowest, int highest>
void IntegerCodec<lowest, highest>::decode(const Json& json, Reader& reader, int& value) {
    if (!json.as<Number>()) return reader.fail_type("a whole number");
    const auto read = integer_of(json);
    if (!read || *read < lowest || *read > highest)
        return reader.fail("value-unknown", "This must be a whole number from " + std::to_string(lowest) + " to " +
                                                std::to_string(highest) + '.');
    value = *read;
}

// Enums travel by name. Names<E>::all lists the values, Names<E>::of gives the name of one.
template <class Enum>
struct Names;

// From the first value to `last`, for enums that are not listed elsewhere.
template <auto last>
constexpr auto every_value_to() {
    std::array<decltype(last), static_cast<std::size_t>(last) + 1> values{};
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<decltype(last)>(i);
    return values;
}

template <>
struct Names<base::Language> {
    static constexpr auto& all = base::languages;
    static std::string_view of(base::Language value) { return base::code_of(value); }
};
template <>
struct Names<domain::Completed> {
    static constexpr auto& all = domain::completed_answers;
    static std::string_view of(domain::Completed value) { return domain::name_of(value); }
};
template <>
struct Names<domain::Reason> {
    static constexpr auto& all = domain::reasons;
    static std::string_view of(domain::Reason value) { return domain::name_of(value); }
};
template <>
struct Names<domain::Standing> {
    static constexpr std::array all{domain::Standing::Sourced, domain::Standing::Example};
    static std::string_view of(domain::Standing value) {
        return value == domain::Standing::Sourced ? "sourced" : "example";
    }
};
template <>
struct Names<domain::Progress> {
    static constexpr auto all = every_value_to<domain::Progress::Planned>();
    static std::string_view of(domain::Progress value) {
        constexpr std::array<std::string_view, 3> names{"done", "underway", "planned"};
        return names[static_cast<std::size_t>(value)];
    }
};
template <>
struct Names<domain::CourtKind> {
    static constexpr auto all = every_value_to<domain::CourtKind::FirstInstance>();
    static std::string_view of(domain::CourtKind value) {
        return value == domain::CourtKind::Appeal ? "appeal" : "first-instance";
    }
};
template <>
struct Names<domain::Accent> {
    static constexpr auto all = every_value_to<domain::Accent::Saffron>();
    static std::string_view of(domain::Accent value) {
        constexpr std::array<std::string_view, 4> names{"terracotta", "ocean", "olive", "saffron"};
        return names[static_cast<std::size_t>(value)];
    }
};
template <>
struct Names<domain::RatingField> {
    static constexpr auto all = every_value_to<domain::RatingField::Form>();
    static std::string_view of(domain::RatingField value) { return domain::name_of(value); }
};
template <>
struct Names<domain::RatingProblem> {
    static constexpr auto all = every_value_to<domain::RatingProblem::Offline>();
    static std::string_view of(domain::RatingProblem value) { return domain::name_of(value); }
};
template <>
struct Names<base::ErrorCode> {
    static constexpr auto all = every_value_to<base::ErrorCode::Internal>();
    static std::string_view of(base::ErrorCode value) { return wire::name_of(value); }
};

template <class Enum>
concept HasNames = requires { Names<Enum>::all; };

template <HasNames Enum>
struct Codec<Enum> {
    static Json encode(Enum value) { return Names<Enum>::of(value); }

    static void decode(const Json& json, Reader& reader, Enum& value) {
        const auto* name = json.as<std::string>();
        if (!name) return reader.fail_type("a text");
        const auto found = std::ranges::find(Names<Enum>::all, *name, Names<Enum>::of);
        if (found == Names<Enum>::all.end())
            return reader.fail("value-unknown", "This is not one of the known values.");
        value = *found;
    }

    static Json schema() {
        JsonList names;
        for (const auto value : Names<Enum>::all) names.push_back(Names<Enum>::of(value));
        return JsonObject{{"type", "string"}, {"enum", std::move(names)}};
    }
};

}  // namespace wire::detail
