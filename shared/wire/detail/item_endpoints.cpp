#include "shared/routes/routes.hpp"
#include "shared/wire/detail/copy_tables.hpp"
#include "shared/wire/detail/duty_tables.hpp"
#include "shared/wire/detail/endpoint.hpp"
#include "shared/wire/detail/item_tables.hpp"
#include "shared/wire/detail/parity_tables.hpp"
#include "shared/wire/detail/publication_tables.hpp"

namespace wire::detail {

std::vector<Endpoint> item_endpoints(const Parameter& district, const Parameter& limit, const Parameter& cursor) {
    std::vector<Endpoint> all;
    const auto items = routes::api_items("{district}"), item = items + "/{item}", revisions = item + "/revisions";
    const Parameter id{"item", "path", "As in the list.", text_of_length(1, 20)};
    const Parameter version{"version", "path", "From 1.", text_of_length(1, 7)};
    const Parameter seen{"If-Match", "header", "The entity tag that was seen: 412 with the item where it has changed.",
                         text_of_length(3, 9)};
    const Parameter kind{"kind", "query", "Only of this kind.", Codec<domain::ItemKind>::schema(), false};
    const Parameter state{"state", "query", "Only in this state.", Codec<domain::ItemState>::schema(), false};
    const auto get = [&](std::string path, std::string_view operation, std::string_view summary,
                         std::vector<Parameter> parameters, Json response) {
        all.push_back({.method = "get",
                       .path = std::move(path),
                       .operation = operation,
                       .summary = summary,
                       .parameters = std::move(parameters),
                       .result = "As asked.",
                       .response = std::move(response),
                       .problems = {"400", "401", "403", "404", "503"}});
    };
    const auto post = [&](std::string path, std::string_view operation, std::string_view summary,
                          std::vector<Parameter> parameters, Json request, std::string_view status) {
        all.push_back({.method = "post",
                       .path = std::move(path),
                       .operation = operation,
                       .summary = summary,
                       .parameters = std::move(parameters),
                       .request = std::move(request),
                       .status = status,
                       .result = "The item as it is then.",
                       .response = Codec<Item>::schema(),
                       .problems = {"400", "401", "403", "404", "409", "412", "413", "415", "422", "428", "503"}});
    };
    get(items, "listItems", "What a court writes and publishes, the last change first",
        {district, kind, state, limit, cursor}, schema_of_fields(Fields<List<Item>>::table));
    post(items, "createItem", "Begin a text", {district}, Codec<NewItem>::schema(), "201");
    get(item, "getItem", "One text, its newest revision", {district, id}, Codec<Item>::schema());
    get(item + "/checks", "listItemFindings", "What the checks found in its newest revision", {district, id},
        schema_of_fields(Fields<List<ItemFinding>>::table));
    post(item, "saveItem", "Save it as a new revision", {district, id, seen}, Codec<ItemSave>::schema(), "200");
    post(item + "/steps", "moveItem", "Take a step with it", {district, id, seen}, Codec<ItemMove>::schema(), "200");
    post(item + "/restore", "restoreItem", "Save an old revision again", {district, id, seen},
         Codec<ItemRestore>::schema(), "200");
    get(revisions, "listRevisions", "Who saved it when", {district, id},
        schema_of_fields(Fields<List<ItemRevision>>::table));
    get(revisions + "/{version}", "getRevision", "One of them, whole", {district, id, version},
        Codec<ItemRevision>::schema());
    const Parameter in{"language", "query", "Only in this language.", Codec<base::Language>::schema(), false};
    const Parameter status{"status", "query", "Only with this status, not \"approved\"; else missing and stale.",
                           Codec<domain::LanguageStatus>::schema(), false};
    const auto duties = routes::api_duties("{district}");
    get(duties, "getDuties", "Facts that are out of date or soon will be, the oldest first", {district, limit, cursor},
        Codec<Duties>::schema());
    all.push_back({.method = "post",
                   .path = duties,
                   .operation = "confirmFact",
                   .summary = "Say that a fact is still right",
                   .parameters = {district},
                   .request = Codec<Confirmation>::schema(),
                   .result = "What is due then.",
                   .response = Codec<Duties>::schema(),
                   .problems = {"400", "401", "403", "404", "409", "412", "415", "503"}});
    get(routes::api_parity("{district}"), "getParity", "How far each language is, and its gaps, the oldest first",
        {district, kind, in, status, limit, cursor}, Codec<Parity>::schema());
    const auto copies = routes::api_room("{district}", routes::Room::Copies);
    const Parameter from{"from", "query", "Only of this district.", SlugCodec::schema(), false};
    get(copies, "listCopyOffers", "What other districts have published and this one may copy, one kind at a time",
        {district, kind, from, limit, cursor}, schema_of_fields(Fields<List<CopyOffer>>::table));
    post(copies, "copyItem", "Begin a text as a copy of a published one", {district}, Codec<CopyOrder>::schema(),
         "201");
    return all;
}

}  // namespace wire::detail
