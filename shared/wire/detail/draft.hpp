// The field tables of a rating that is still being written: its values may be anything that was typed.
#pragma once

#include "shared/wire/detail/tables.hpp"

namespace wire::detail {

template <>
struct Fields<domain::RatingDraft> {
    using T = domain::RatingDraft;
    static constexpr std::tuple table{
        field<T>("level", &T::level, "As typed."),     field<T>("completed", &T::completed, "As typed."),
        field<T>("reasons", &T::reasons, "As typed."), field<T>("text", &T::text, "As typed."),
        field<T>("key", &T::key, "Idempotency key."),
    };
};

template <>
struct Fields<domain::RatingError> {
    using T = domain::RatingError;
    static constexpr std::tuple table{
        field<T>("field", &T::field, "Where it is shown."),
        field<T>("problem", &T::problem, "Which message is shown."),
    };
};

// A whole number that becomes text, so that a draft from JSON and one from a form are checked by the same rules.
struct NumberAsTypedCodec {
    static void decode(const Json& json, Reader& reader, std::string& typed) {
        const auto* number = json.as<Number>();
        if (number && number->is_integer) typed = number->text;
        else reader.fail_type("a whole number");
    }
};

// The JSON form of a rating, read into a draft.
struct RatingRequest {
    using T = domain::RatingDraft;
    static constexpr std::tuple table{
        field<T, NumberAsTypedCodec>("level", &T::level, "", Presence::Optional),
        field<T>("completed", &T::completed, "", Presence::Optional),
        field<T>("reasons", &T::reasons, "", Presence::Optional),
        field<T>("text", &T::text, "", Presence::Optional),
    };
};

constexpr bool same_names(const auto& one, const auto& other) {
    return std::apply(
        [&](const auto&... first) {
            return std::apply([&](const auto&... second) { return ((first.name == second.name) && ...); }, other);
        },
        one);
}
static_assert(same_names(RatingRequest::table, Fields<domain::Rating>::table), "what is written is what is read");

}  // namespace wire::detail
