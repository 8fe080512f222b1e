// The field tables of a finished document, as it travels to the client that shows it.
#pragma once

#include <array>

#include "shared/document/document.hpp"
#include "shared/wire/detail/values.hpp"

namespace wire::detail {

template <>
struct Names<doc::Tag> {
    static constexpr auto all = every_value_to<static_cast<doc::Tag>(doc::tag_count - 1)>();
    static std::string_view of(doc::Tag value) { return doc::name_of(value); }
};
template <>
struct Names<doc::Style> {
    static constexpr auto all = every_value_to<static_cast<doc::Style>(doc::style_count - 1)>();
    static std::string_view of(doc::Style value) { return doc::name_of(value); }
};
template <>
struct Names<doc::Attribute> {
    static constexpr auto all = every_value_to<static_cast<doc::Attribute>(doc::attribute_count - 1)>();
    static std::string_view of(doc::Attribute value) { return doc::name_of(value); }
};
template <>
struct Names<doc::SpanKind> {
    static constexpr auto all = every_value_to<doc::SpanKind::Language>();
    static std::string_view of(doc::SpanKind value) {
        constexpr std::array<std::string_view, 4> names{"isolate", "strong", "link", "language"};
        return names[static_cast<std::size_t>(value)];
    }
};

// As in data-n.
struct NodeIdCodec {
    static Json encode(doc::NodeId id) { return doc::print_id(id); }
    static void decode(const Json& json, Reader& reader, doc::NodeId& id) {
        const auto* printed = json.as<std::string>();
        const auto parsed = printed ? doc::parse_id(*printed) : std::nullopt;
        if (!parsed) return reader.fail_type("the id of a node");
        id = *parsed;
    }
    static Json schema() { return JsonObject{{"type", "string"}}; }
};

// {"href":"/ar"}: the order stays.
template <>
struct Codec<std::vector<std::pair<doc::Attribute, std::string>>> {
    using Attributes = std::vector<std::pair<doc::Attribute, std::string>>;
    static Json encode(const Attributes& attributes) {
        JsonObject members;
        for (const auto& [name, value] : attributes) members.push_back({std::string(doc::name_of(name)), value});
        return members;
    }
    static void decode(const Json& json, Reader& reader, Attributes& attributes) {
        const auto* members = json.as<JsonObject>();
        if (!members) return reader.fail_type("an object of attributes");
        for (const auto& member : *members)
            reader.within(member.name, [&] {
                auto& [name, value] = attributes.emplace_back();
                Codec<doc::Attribute>::decode(Json(member.name), reader, name);
                Codec<std::string>::decode(member.value, reader, value);
            });
    }
    static Json schema() { return JsonObject{{"type", "object"}}; }
};

// Of types that are no int.
template <class Value, int highest>
struct SmallNumberCodec {
    static Json encode(Value value) { return static_cast<int>(value); }
    static void decode(const Json& json, Reader& reader, Value& value) {
        int read = 0;
        IntegerCodec<0, highest>::decode(json, reader, read);
        value = static_cast<Value>(read);
    }
    static Json schema() { return IntegerCodec<0, highest>::schema(); }
};
using TextOffsetCodec = SmallNumberCodec<std::uint32_t, 1'000'000>;
using IconCodec = SmallNumberCodec<doc::IconName, static_cast<int>(doc::icon_count) - 1>;

template <>
struct Fields<doc::Span> {
    using T = doc::Span;
    static constexpr std::tuple table{
        field<T, TextOffsetCodec>("begin", &T::begin, "In bytes."),
        field<T, TextOffsetCodec>("end", &T::end, "In bytes."),
        field<T>("kind", &T::kind, "What it is."),
        field<T>("href", &T::href, "Of a link.", Presence::Optional),
        field<T>("language", &T::language, "Where it is another one.", Presence::Optional),
    };
};

template <>
struct Fields<doc::Text> {
    using T = doc::Text;
    static constexpr std::tuple table{
        field<T>("words", &T::utf8, "Its characters."),
        field<T>("spans", &T::spans, "Sorted and nested.", Presence::Optional),
    };

    static void check(const T& text, Reader& reader) {
        if (!doc::is_sound(text)) reader.fail("value-malformed", "The spans of a text lie within it, and nest.");
    }
};

template <>
struct Fields<doc::Node> {
    using T = doc::Node;
    static constexpr std::tuple table{
        field<T>("tag", &T::tag, "Element."),
        field<T>("style", &T::style, "What it is for."),
        field<T, NodeIdCodec>("id", &T::id, "Unique in the document."),
        field<T>("attributes", &T::attributes, "Its own.", Presence::Optional),
        field<T>("language", &T::language, "Where it is another one.", Presence::Optional),
        field<T>("isText", &T::is_text, "Whether it is a block of text.", Presence::Optional),
        field<T>("text", &T::text, "Of such a block.", Presence::Optional),
        field<T, IconCodec>("icon", &T::icon, "Of an icon.", Presence::Optional),
        field<T>("children", &T::children, "In reading order.", Presence::Optional),
    };
};

template <>
struct Fields<doc::Alternate> {
    using T = doc::Alternate;
    static constexpr std::tuple table{
        field<T>("language", &T::language, "Of the page there."),
        field<T>("href", &T::href, "Where it is."),
    };
};

template <>
struct Fields<doc::Document> {
    using T = doc::Document;
    static constexpr std::tuple table{
        field<T>("title", &T::title, "Of the window."),
        field<T>("description", &T::description, "One sentence."),
        field<T>("language", &T::language, "Of its words."),
        field<T>("address", &T::address, "Canonical."),
        field<T>("alternates", &T::alternates, "The same page in each language."),
        field<T>("root", &T::root, "The tree."),
    };
};

}  // namespace wire::detail
