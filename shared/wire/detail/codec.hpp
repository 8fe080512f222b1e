// A field table says once what an object looks like; from it come its writer, its reader and its schema.
#pragma once

#include <algorithm>
#include <concepts>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "shared/wire/detail/json.hpp"
#include "shared/wire/detail/reader.hpp"

namespace wire::detail {

// Codec<T> has: static Json encode(const T&); static void decode(const Json&, Reader&, T&); static Json schema().
// A decode that fails says so to the reader and leaves the value in any state.
template <class T>
struct Codec;

enum class Presence { Required, Optional };  // An optional field is left out when it has its default value.

template <class Access, class ValueCodec>
struct Field {
    using Value = ValueCodec;
    std::string_view name;
    Access access;  // A member, or a function from the object to a reference; both work with std::invoke.
    std::string_view meaning;
    Presence presence = Presence::Required;
};

template <class Object, class Access>
using ValueOf = std::remove_cvref_t<std::invoke_result_t<Access, Object&>>;

// One line of a table. `Special` replaces the codec of the member's type.
template <class Object, class Special = void, class Access>
constexpr auto field(std::string_view name, Access access, std::string_view meaning,
                     Presence presence = Presence::Required) {
    using Chosen = std::conditional_t<std::is_void_v<Special>, Codec<ValueOf<Object, Access>>, Special>;
    return Field<Access, Chosen>{name, access, meaning, presence};
}

// Fields<T>::table is a std::tuple of fields. Fields<T>::schema_name, where there is one, names the schema.
template <class T>
struct Fields;

template <class T>
concept HasFields = requires { Fields<T>::table; };
template <class T>
concept HasSchemaName = requires { Fields<T>::schema_name; };
template <class T>
concept HasCompletion = requires(T& object) { Fields<T>::complete(object); };  // What the JSON says once for many.
template <class T>
concept HasRule = requires(const T& object, Reader& reader) { Fields<T>::check(object, reader); };

template <class Table, class Visit>
constexpr void for_each_field(const Table& table, Visit visit) {
    std::apply([&](const auto&... fields) { (visit(fields), ...); }, table);
}

template <class Table, class Object>
Json encode_fields(const Table& table, const Object& object) {
    JsonObject members;
    for_each_field(table, [&]<class Access, class Value>(const Field<Access, Value>& field) {
        const auto& value = std::invoke(field.access, object);
        if (field.presence == Presence::Optional && value == std::remove_cvref_t<decltype(value)>{}) return;
        members.push_back({std::string(field.name), Value::encode(value)});
    });
    return members;
}

template <class Table, class Object>
void decode_fields(const Table& table, const Json& json, Reader& reader, Object& object) {
    const auto* members = json.as<JsonObject>();
    if (!members) return reader.fail_type("an object");

    for_each_field(table, [&]<class Access, class Value>(const Field<Access, Value>& field) {
        const auto found = std::ranges::find(*members, field.name, &Member::name);
        reader.within(field.name, [&] {
            if (found != members->end()) Value::decode(found->value, reader, std::invoke(field.access, object));
            else if (field.presence == Presence::Required) reader.fail("field-missing", "This field is missing.");
        });
    });
    for (const auto& member : *members) {
        bool known = false;
        for_each_field(table, [&](const auto& field) { known = known || field.name == member.name; });
        if (!known) reader.within(member.name, [&] { reader.fail("field-unknown", "There is no such field."); });
    }
}

template <class Table>
Json schema_of_fields(const Table& table) {
    JsonObject properties;
    JsonList required;
    for_each_field(table, [&]<class Access, class Value>(const Field<Access, Value>& field) {
        auto schema = Value::schema();
        if (auto* keywords = std::get_if<JsonObject>(&schema.value))
            keywords->push_back({"description", field.meaning});
        properties.push_back({std::string(field.name), std::move(schema)});
        if (field.presence == Presence::Required) required.push_back(field.name);
    });
    return JsonObject{{"type", "object"},
                      {"properties", std::move(properties)},
                      {"required", std::move(required)},
                      {"additionalProperties", false}};
}

template <HasFields T>
struct Codec<T> {
    static Json encode(const T& object) { return encode_fields(Fields<T>::table, object); }

    static void decode(const Json& json, Reader& reader, T& object) {
        decode_fields(Fields<T>::table, json, reader, object);
        if constexpr (HasCompletion<T>) Fields<T>::complete(object);
        if constexpr (HasRule<T>) Fields<T>::check(object, reader);
    }

    static Json schema() {
        if constexpr (HasSchemaName<T>)
            return JsonObject{{"$ref", "#/components/schemas/" + std::string(Fields<T>::schema_name)}};
        else return schema_of_fields(Fields<T>::table);
    }
};

template <class T>
struct Codec<std::vector<T>> {
    static Json encode(const std::vector<T>& values) {
        JsonList items;
        for (const auto& value : values) items.push_back(Codec<T>::encode(value));
        return items;
    }

    static void decode(const Json& json, Reader& reader, std::vector<T>& values) {
        const auto* items = json.as<JsonList>();
        if (!items) return reader.fail_type("a list");
        for (std::size_t i = 0; i < items->size(); ++i)
            reader.within(std::to_string(i), [&] { Codec<T>::decode((*items)[i], reader, values.emplace_back()); });
    }

    static Json schema() { return JsonObject{{"type", "array"}, {"items", Codec<T>::schema()}}; }
};

// Null stands for nothing.
template <class T>
struct Codec<std::optional<T>> {
    static Json encode(const std::optional<T>& value) { return value ? Codec<T>::encode(*value) : Json(); }

    static void decode(const Json& json, Reader& reader, std::optional<T>& value) {
        if (!json.is_null()) Codec<T>::decode(json, reader, value.emplace());
    }

    static Json schema() { return JsonObject{{"anyOf", JsonList{Codec<T>::schema(), JsonObject{{"type", "null"}}}}}; }
};

template <>
struct Codec<std::string> {
    static Json encode(std::string_view text) { return text; }
    static void decode(const Json& json, Reader& reader, std::string& text) {
        if (const auto* read = json.as<std::string>()) text = *read;
        else reader.fail_type("a text");
    }
    static Json schema() { return JsonObject{{"type", "string"}}; }
};

template <>
struct Codec<bool> {
    static Json encode(bool flag) { return flag; }
    static void decode(const Json& json, Reader& reader, bool& flag) {
        if (const auto* read = json.as<bool>()) flag = *read;
        else reader.fail_type("true or false");
    }
    static Json schema() { return JsonObject{{"type", "boolean"}}; }
};

template <class T>
std::string encode_text(const T& value) {
    return write(Codec<T>::encode(value));
}

template <class T>
Decoded<T> decode_text(std::string_view text, const Limits& limits = response_limits) {
    const auto json = parse(text, limits);
    if (!json) return std::unexpected(json.error());
    Reader reader;
    T value{};
    Codec<T>::decode(*json, reader, value);
    if (!reader.problems().empty()) return std::unexpected(reader.problems().front());
    return value;
}

}  // namespace wire::detail
