#include "shared/wire/page_data.hpp"

#include <cassert>

#include "shared/wire/detail/document_tables.hpp"
#include "shared/wire/detail/draft.hpp"

namespace wire {
namespace {

using detail::Json;
using detail::Reader;

// The bodies stand in the page as JSON, not as texts that hold JSON.
struct ApiCodec {
    using Bodies = std::vector<std::pair<std::string, std::string>>;

    static Json encode(const Bodies& bodies) {
        detail::JsonObject members;
        for (const auto& [address, body] : bodies) {
            auto json = detail::parse(body, response_limits);
            assert(json && "a body of our own interface is JSON");
            if (json) members.push_back({address, std::move(*json)});
        }
        return members;
    }

    static void decode(const Json& json, Reader& reader, Bodies& bodies) {
        const auto* members = json.as<detail::JsonObject>();
        if (!members) return reader.fail_type("an object of addresses");
        for (const auto& member : *members) bodies.emplace_back(member.name, detail::write(member.value));
    }
};

constexpr std::tuple form_table{
    detail::field<PageData>("values", &PageData::form, "What the fields hold."),
    detail::field<PageData>("errors", &PageData::errors, "What is wrong with them."),
};

struct FormCodec {
    static Json encode(const PageData& data) { return detail::encode_fields(form_table, data); }
    static void decode(const Json& json, Reader& reader, PageData& data) {
        detail::decode_fields(form_table, json, reader, data);
    }
};

constexpr auto itself = [](auto& data) -> auto& { return data; };

std::string with_escaped_less_than(const std::string& json) {
    std::string out;
    out.reserve(json.size());
    for (const char c : json) {
        if (c == '<') out += "\\u003c";  // In JSON this character stands only inside of strings.
        else out += c;
    }
    return out;
}

}  // namespace

template <>
struct detail::Fields<PageData> {
    static constexpr std::tuple table{
        field<PageData, ApiCodec>("api", &PageData::api, "Address -> body."),
        field<PageData, FormCodec>("form", itself, "Of the page, as it was sent."),
        field<PageData>("error", &PageData::page_error, "Of the page as a whole.", Presence::Optional),
        field<PageData>("document", &PageData::document, "Finished.", Presence::Optional),
    };
};

std::string encode_page_data(const PageData& data) { return with_escaped_less_than(detail::encode_text(data)); }

Decoded<PageData> decode_page_data(std::string_view json) { return detail::decode_text<PageData>(json); }

std::string encode_rating_draft(const domain::RatingDraft& draft) { return detail::encode_text(draft); }

Decoded<domain::RatingDraft> decode_rating_draft(std::string_view json) {
    return detail::decode_text<domain::RatingDraft>(json);
}

}  // namespace wire
