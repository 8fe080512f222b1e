// The field tables of the texts of a desk.
#pragma once

#include "shared/wire/detail/values.hpp"
#include "shared/wire/item_api.hpp"

namespace wire::detail {

template <>
struct Names<domain::ItemKind> {
    static constexpr auto& all = domain::item_kinds;
    static std::string_view of(domain::ItemKind value) { return domain::name_of(value); }
};
template <>
struct Names<domain::ItemState> {
    static constexpr auto& all = domain::item_states;
    static std::string_view of(domain::ItemState value) { return domain::name_of(value); }
};
template <>
struct Names<domain::ItemStep> {
    static constexpr auto& all = domain::item_steps;
    static std::string_view of(domain::ItemStep value) { return domain::name_of(value); }
};
template <>
struct Names<domain::LanguageStatus> {
    static constexpr auto all = every_value_to<domain::LanguageStatus::Approved>();
    static std::string_view of(domain::LanguageStatus value) { return domain::name_of(value); }
};

template <>
struct Names<domain::Flaw> {
    static constexpr auto all = every_value_to<domain::Flaw::LockedTerm>();
    static std::string_view of(domain::Flaw value) { return domain::name_of(value); }
};
template <>
struct Names<domain::Severity> {
    static constexpr auto all = every_value_to<domain::Severity::Should>();
    static std::string_view of(domain::Severity value) { return value == domain::Severity::Must ? "must" : "should"; }
};

// {"title/ar":"…"}: whether a kind has a path is not looked at.
template <>
struct Codec<domain::Values> {
    static Json encode(const domain::Values& values) {
        JsonObject members;
        for (const auto& [path, text] : values) members.push_back({path, text});
        return members;
    }
    static void decode(const Json& json, Reader& reader, domain::Values& values) {
        const auto* members = json.as<JsonObject>();
        if (!members) return reader.fail_type("an object of texts");
        for (const auto& member : *members)
            reader.within(member.name, [&] {
                std::string text;
                Codec<std::string>::decode(member.value, reader, text);
                if (!values.emplace(member.name, std::move(text)).second)
                    reader.fail("field-twice", "This field is there twice.");
            });
    }
    static Json schema() {
        return JsonObject{{"type", "object"}, {"additionalProperties", JsonObject{{"type", "string"}}}};
    }
};

using VersionCodec = IntegerCodec<0, 1'000'000>;

template <>
struct Fields<LanguageState> {
    using T = LanguageState;
    static constexpr std::tuple table{
        field<T>("language", &T::language, "Which."),
        field<T>("status", &T::status, "How far it is."),
    };
};

template <>
struct Fields<domain::CopySource> {
    using T = domain::CopySource;
    static constexpr std::string_view schema_name = "CopySource";
    static constexpr std::tuple table{
        field<T, SlugCodec>("district", &T::district, "Who wrote it first."),
        field<T>("kind", &T::kind, "What it is."),
        field<T, SlugCodec>("slug", &T::slug, "Of its public address."),
        field<T, VersionCodec>("version", &T::version, "Which was copied."),
        field<T>("date", &T::date, "Of that version, a day in Morocco."),
    };
};

template <>
struct Fields<Item> {
    using T = Item;
    static constexpr std::string_view schema_name = "Item";
    static constexpr std::tuple table{
        field<T>("id", &T::id, "Part of its address."),
        field<T>("kind", &T::kind, "What it is."),
        field<T>("slug", &T::slug, "Of its public address."),
        field<T>("state", &T::state, "Of the newest revision."),
        field<T>("original", &T::original, "The language that it was thought in."),
        field<T, VersionCodec>("version", &T::version, "The newest revision; its entity tag."),
        field<T, VersionCodec>("publishedVersion", &T::published_version, "What is public; 0 for nothing."),
        field<T>("changedAt", &T::changed_at, "When it was last saved or moved."),
        field<T>("releaseAt", &T::release_at, "When it becomes public; null where that is not set."),
        field<T>("expiresAt", &T::expires_at, "When it ends to be public; null where that is not set."),
        field<T>("languages", &T::languages, "How far each is."),
        field<T>("values", &T::values, "Path -> text; in lists the titles alone."),
        field<T>("copiedFrom", &T::copied_from, "Of a copy, whose text it was; not in lists.", Presence::Optional),
    };
};

template <>
struct Fields<ItemRevision> {
    using T = ItemRevision;
    static constexpr std::string_view schema_name = "ItemRevision";
    static constexpr std::tuple table{
        field<T, VersionCodec>("version", &T::version, "From 1."),
        field<T>("role", &T::role, "Of who saved it."),
        field<T>("madeAt", &T::made_at, "When."),
        field<T>("values", &T::values, "Path -> text; not in lists.", Presence::Optional),
    };
};

template <>
struct Fields<ItemFinding> {
    using T = ItemFinding;
    static constexpr std::string_view schema_name = "ItemFinding";
    static constexpr std::tuple table{
        field<T>("path", &T::path, "Of the value."),
        field<T>("flaw", &T::flaw, "What is wrong."),
        field<T>("severity", &T::severity, "Whether it stands against publishing."),
        field<T>("message", &T::message, "In one sentence."),
        field<T>("mend", &T::mend, "The whole text with this flaw mended, where a machine can.", Presence::Optional),
    };
};

template <>
struct Fields<NewItem> {
    using T = NewItem;
    static constexpr std::string_view schema_name = "NewItem";
    static constexpr std::tuple table{
        field<T>("kind", &T::kind, "What it is."),
        field<T>("slug", &T::slug, "Of its public address; made from the titles where it is left out.",
                 Presence::Optional),
        field<T>("values", &T::values, "Path -> text."),
    };
};

template <>
struct Fields<ItemSave> {
    using T = ItemSave;
    static constexpr std::string_view schema_name = "ItemSave";
    static constexpr std::tuple table{
        field<T>("values", &T::values, "Path -> text: all of them."),
    };
};

template <>
struct Fields<ItemMove> {
    using T = ItemMove;
    static constexpr std::string_view schema_name = "ItemMove";
    static constexpr std::tuple table{
        field<T>("step", &T::step, "What shall happen."),
        field<T>("at", &T::at, "Of \"schedule\": when it becomes public.", Presence::Optional),
        field<T>("until", &T::until, "When it ends to be public.", Presence::Optional),
        field<T>("reason", &T::reason, "Of \"return\".", Presence::Optional),
    };
};

template <>
struct Fields<ItemRestore> {
    using T = ItemRestore;
    static constexpr std::string_view schema_name = "ItemRestore";
    static constexpr std::tuple table{
        field<T, VersionCodec>("version", &T::version, "The revision whose values come back."),
    };
};

}  // namespace wire::detail
