// The field tables of what districts and the nation publish, and of courts.
#pragma once

#include "shared/domain/image.hpp"
#include "shared/wire/detail/tables.hpp"

namespace wire::detail {

template <>
struct Fields<domain::Image> {
    using T = domain::Image;
    static constexpr std::string_view schema_name = "Image";
    static constexpr std::tuple table{
        field<T>("address", &T::address, "Where it is, on this site."),
        field<T, IntegerCodec<1, domain::image_side_limit>>("width", &T::width, "In pixels."),
        field<T, IntegerCodec<1, domain::image_side_limit>>("height", &T::height, "In pixels."),
    };
};

template <>
struct Names<domain::BlockKind> {
    static constexpr auto all = every_value_to<domain::BlockKind::Picture>();
    static std::string_view of(domain::BlockKind value) {
        constexpr std::array<std::string_view, 6> names{"paragraph", "heading", "subheading",
                                                        "bullets",   "numbers", "picture"};
        return names[static_cast<std::size_t>(value)];
    }
};

struct OffsetCodec {
    static Json encode(std::uint32_t offset) { return static_cast<int>(offset); }
    static void decode(const Json& json, Reader& reader, std::uint32_t& offset) {
        if (const auto read = integer_of(json); read && *read >= 0) offset = static_cast<std::uint32_t>(*read);
        else reader.fail_type("an offset");
    }
    static Json schema() { return JsonObject{{"type", "integer"}, {"minimum", 0}}; }
};

template <>
struct Fields<domain::BodySpan> {
    using T = domain::BodySpan;
    static constexpr std::tuple table{
        field<T, OffsetCodec>("begin", &T::begin, "In bytes of the text's UTF-8."),
        field<T, OffsetCodec>("end", &T::end, "One beyond the last byte."),
        field<T>("address", &T::address, "Where a link leads; without one, the words are strong.", Presence::Optional),
    };
};

template <>
struct Fields<domain::BodyText> {
    using T = domain::BodyText;
    static constexpr std::tuple table{
        field<T>("text", &T::utf8, "Words without any markup."),
        field<T>("spans", &T::spans, "By begin, the longer first; they nest.", Presence::Optional),
    };
};

template <>
struct Fields<domain::Block> {
    using T = domain::Block;
    static constexpr std::string_view schema_name = "Block";
    static constexpr std::tuple table{
        field<T>("kind", &T::kind, "What the lines are."),
        field<T>("lines", &T::lines, "One; of lists, one for each item. Of a picture: what it shows."),
        field<T>("image", &T::image, "Of a picture.", Presence::Optional),
    };
};

template <>
struct Fields<domain::Body> {
    using T = domain::Body;
    static constexpr std::string_view schema_name = "Body";
    template <base::Language language>
    static constexpr auto blocks = [](auto& body) -> auto& { return body.by_language[base::index_of(language)]; };
    static constexpr std::tuple table{
        field<T>("ar", blocks<base::Language::Ar>, "In Arabic.", Presence::Optional),
        field<T>("zgh", blocks<base::Language::Zgh>, "In Amazigh.", Presence::Optional),
        field<T>("fr", blocks<base::Language::Fr>, "In French.", Presence::Optional),
        field<T>("en", blocks<base::Language::En>, "In English.", Presence::Optional),
    };

    static void check(const T& body, Reader& reader) {
        for (const auto& blocks : body.by_language)
            if (!domain::is_sound(blocks)) reader.fail("value-malformed", "This is no text that a page can show.");
    }
};

template <>
struct Fields<domain::Article> {
    using T = domain::Article;
    static constexpr std::string_view schema_name = "Article";
    static constexpr std::tuple table{
        field<T>("id", &T::id, "Part of its address."),
        field<T>("district", &T::district, "Who publishes it."),
        field<T>("title", &T::title, "One line."),
        field<T>("summary", &T::summary, "One or two sentences."),
        field<T>("publishedOn", &T::published_on, "A day in Morocco."),
        field<T>("body", &T::body, "Headings, paragraphs, lists; not in lists of items.", Presence::Optional),
        field<T>("sample", &T::is_sample, "True where the court has said nothing of it yet.", Presence::Optional),
        field<T>("copiedFrom", &T::copied_from, "Whose text it was before; not in lists.", Presence::Optional),
    };
};

template <>
struct Fields<domain::Activity> {
    using T = domain::Activity;
    static constexpr std::string_view schema_name = "Activity";
    static constexpr std::tuple table{
        field<T>("id", &T::id, "Part of its address."),
        field<T>("district", &T::district, "Who invites."),
        field<T>("title", &T::title, "One line."),
        field<T>("summary", &T::summary, "One or two sentences."),
        field<T>("starts", &T::starts, "On the wall clock of Morocco."),
        field<T>("ends", &T::ends, "On the wall clock of Morocco."),
        field<T>("startsAt", &T::starts_at, "The same moment in UTC."),
        field<T>("endsAt", &T::ends_at, "The same moment in UTC."),
        field<T>("court", &T::court, "Id of the court where it is."),
        field<T>("place", &T::place, "Within the court."),
        field<T>("admission", &T::admission, "Who may come, and how; not in lists.", Presence::Optional),
        field<T>("body", &T::body, "Headings, paragraphs, lists; not in lists of items.", Presence::Optional),
        field<T>("sample", &T::is_sample, "True where the court has said nothing of it yet.", Presence::Optional),
        field<T>("copiedFrom", &T::copied_from, "Whose text it was before; not in lists.", Presence::Optional),
    };

    static void check(const T& activity, Reader& reader) {
        if (activity.ends < activity.starts)
            reader.fail("value-malformed", "An activity does not end before it starts.");
    }
};

template <>
struct Fields<domain::Milestone> {
    using T = domain::Milestone;
    static constexpr std::string_view schema_name = "Milestone";
    static constexpr std::tuple table{
        field<T>("title", &T::title, "What is done by then."),
        field<T>("due", &T::due, "The day by which it was promised."),
        field<T>("state", &T::state, "Where it stands."),
    };
};

template <>
struct Fields<domain::Programme> {
    using T = domain::Programme;
    static constexpr std::string_view schema_name = "Programme";
    static constexpr std::tuple table{
        field<T>("id", &T::id, "Part of its address."),
        field<T>("district", &T::district, "Whose programme it is."),
        field<T>("title", &T::title, "One line."),
        field<T>("summary", &T::summary, "One or two sentences."),
        field<T>("milestones", &T::milestones, "Earliest first.", Presence::Optional),
        field<T>("body", &T::body, "Headings, paragraphs, lists; not in lists of items.", Presence::Optional),
        field<T>("sample", &T::is_sample, "True where the court has said nothing of it yet.", Presence::Optional),
        field<T>("copiedFrom", &T::copied_from, "Whose text it was before; not in lists.", Presence::Optional),
    };
};

template <>
struct Names<domain::ResourceKind> {
    static constexpr auto all = every_value_to<domain::ResourceKind::Document>();
    static std::string_view of(domain::ResourceKind value) {
        constexpr std::array<std::string_view, 3> names{"question", "guide", "document"};
        return names[static_cast<std::size_t>(value)];
    }
};

template <>
struct Names<domain::Audience> {
    static constexpr auto all = every_value_to<domain::Audience::Moderator>();
    static std::string_view of(domain::Audience value) {
        constexpr std::array<std::string_view, 3> names{"citizen", "editor", "moderator"};
        return names[static_cast<std::size_t>(value)];
    }
};

template <>
struct Fields<domain::Resource> {
    using T = domain::Resource;
    static constexpr std::string_view schema_name = "Resource";
    static constexpr std::tuple table{
        field<T>("id", &T::id, "Part of its address."),
        field<T>("district", &T::district, "Who publishes it; none: for the whole country.", Presence::Optional),
        field<T>("kind", &T::kind, "What it is."),
        field<T>("title", &T::title, "One line; of a question, what it asks."),
        field<T>("summary", &T::summary, "One or two sentences; questions have none.", Presence::Optional),
        field<T>("audience", &T::audience, "For whom a guide is written; citizens where it is not said.",
                 Presence::Optional),
        field<T>("body", &T::body, "Headings, paragraphs, lists; not in lists of items.", Presence::Optional),
        field<T>("source", &T::source, "Where a document was read.", Presence::Optional),
        field<T, WebAddressCodec>("address", &T::address, "Of a document; none where it is not known.",
                                  Presence::Optional),
        field<T>("copiedFrom", &T::copied_from, "Whose text it was before; not in lists.", Presence::Optional),
    };
};

template <>
struct Names<domain::ContactKind> {
    static constexpr auto all = every_value_to<domain::ContactKind::Website>();
    static std::string_view of(domain::ContactKind value) {
        return domain::contact_kind_names[static_cast<std::size_t>(value)];
    }
};

template <>
struct Fields<domain::Contact> {
    using T = domain::Contact;
    static constexpr std::string_view schema_name = "Contact";
    static constexpr std::tuple table = std::tuple_cat(
        Fields<domain::Fact>::table,
        std::tuple{field<T>("kind", &T::kind, "What the value is; without one the text says all.", Presence::Optional),
                   field<T>("value", &T::value,
                            "The same in all languages: a number as \"+212 5 37 21 37 00\", an e-mail address, an "
                            "address of the web. The text is its label then.",
                            Presence::Optional)});

    static void check(const T& contact, Reader& reader) {
        Fields<domain::Fact>::check(contact, reader);
        if (contact.kind.has_value() != !contact.value.empty())
            reader.fail("value-malformed", "A contact has a kind and a value, or neither.");
        if (contact.kind && contact.kind != domain::ContactKind::Fax && domain::link_of(contact).empty())
            reader.fail("value-malformed", "This is no value of its kind.");
    }
};

template <>
struct Fields<domain::CourtSheet> {
    using T = domain::CourtSheet;
    static constexpr std::string_view schema_name = "CourtSheet";
    static constexpr std::tuple table{
        field<T>("id", &T::id, "Part of its address."),
        field<T>("district", &T::district, "Whose court it is."),
        field<T>("name", &T::name, "Official name."),
        field<T>("kind", &T::kind, "Which degree."),
        field<T>("source", &T::source, "Where the court was found."),
        field<T>("address", &T::address, "Street and place; without a text where the court has not given it."),
        field<T>("access", &T::access, "For disabled people."),
        field<T>("contacts", &T::contacts, "How to reach it, in the order of the court."),
        field<T>("hears", &T::hears, "What is brought before it."),
        field<T>("sections", &T::sections, "Its parts."),
    };
};

template <>
struct Fields<domain::Notice> {
    using T = domain::Notice;
    static constexpr std::string_view schema_name = "Notice";
    static constexpr std::tuple table{
        field<T, SlugCodec>("id", &T::id, "Unique."),
        field<T>("title", &T::title, "One line."),
        field<T>("text", &T::text, "One or two sentences."),
        field<T>("from", &T::from, "First day."),
        field<T>("to", &T::to, "Last day."),
        field<T>("urgent", &T::is_urgent, "Whether it stands before the others.", Presence::Optional),
    };
};

template <>
struct Fields<domain::LegalDocument> {
    using T = domain::LegalDocument;
    static constexpr std::string_view schema_name = "LegalDocument";
    static constexpr std::tuple table{
        field<T, SlugCodec>("id", &T::id, "Unique."),
        field<T>("title", &T::title, "Kind, number, subject."),
        field<T>("summary", &T::summary, "What it gives a citizen."),
        field<T>("source", &T::source, "Where this was read."),
        field<T, WebAddressCodec>("address", &T::address, "Of the text; empty when none is known."),
    };
};

template <>
struct Fields<domain::National> {
    using T = domain::National;
    static constexpr std::string_view schema_name = "National";
    static constexpr std::tuple table{
        field<T>("notices", &T::notices, "For the whole country."),
        field<T>("progress", &T::progress, "Of commitment MO0063, earliest first."),
        field<T>("documents", &T::documents, "Laws and decrees behind the portal."),
    };
};

}  // namespace wire::detail
