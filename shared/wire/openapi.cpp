#include "shared/wire/openapi.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "shared/routes/routes.hpp"
#include "shared/wire/detail/account_tables.hpp"
#include "shared/wire/detail/contribution_tables.hpp"
#include "shared/wire/detail/copy_tables.hpp"
#include "shared/wire/detail/duty_tables.hpp"
#include "shared/wire/detail/hours_tables.hpp"
#include "shared/wire/detail/item_tables.hpp"
#include "shared/wire/detail/need_tables.hpp"
#include "shared/wire/detail/parity_tables.hpp"
#include "shared/wire/detail/publication_tables.hpp"
#include "shared/wire/detail/visit_tables.hpp"

namespace wire {
namespace {

using detail::Codec;
using detail::Fields;
using detail::Json;
using detail::JsonList;
using detail::JsonObject;
using routes::Section;

struct Parameter {
    std::string_view name;
    std::string_view place;  // "path", "query" or "header"
    std::string_view meaning;
    Json schema;
    bool required = true;
};

struct Endpoint {
    std::string_view method;
    std::string path;
    std::string_view operation;
    std::string_view summary;
    std::vector<Parameter> parameters;
    Json request = {};  // Null where there is no body.
    std::string_view status = "200";
    std::string_view result;
    Json response = {};                      // Null where the answer has no body.
    std::vector<std::string_view> problems;  // Statuses.
};

Json text_of_length(int lowest, int highest) {
    return JsonObject{{"type", "string"}, {"minLength", lowest}, {"maxLength", highest}};
}

// The list of one kind of thing that districts publish, and one of them.
template <class Item, class Whole = Item>
void add_published(std::vector<Endpoint>& endpoints, Section section, std::string_view list_operation,
                   std::string_view operation, std::string_view summary, const std::vector<Parameter>& list) {
    const std::string_view district = list.front().name == "district" ? "{district}" : "";
    std::vector<Parameter> of_one{{"id", "path", "As in the list.", detail::SlugCodec::schema()}};
    if (!district.empty()) of_one.insert(of_one.begin(), list.front());
    endpoints.push_back({.method = "get",
                         .path = routes::api_list(district, section),
                         .operation = list_operation,
                         .summary = summary,
                         .parameters = list,
                         .result = "A page of the list, without the longer parts.",
                         .response = Codec<List<Item>>::schema(),
                         .problems = {"400", "404"}});
    endpoints.push_back({.method = "get",
                         .path = routes::api_entry(district, section, "{id}"),
                         .operation = operation,
                         .summary = "One of them, whole",
                         .parameters = std::move(of_one),
                         .result = "The whole.",
                         .response = Codec<Whole>::schema(),
                         .problems = {"404"}});
}

Endpoint visit_endpoint() {
    return {.method = "post",
            .path = routes::api_events(),
            .operation = "reportVisit",
            .summary = "What a tab reports about its visit",
            .parameters = {},
            .request = Codec<domain::VisitBatch>::schema(),
            .status = "204",
            .result = "Taken.",
            .problems = {"400", "403", "413", "415", "422", "429", "503"}};
}

// All of these want the cookie of a session.
void add_account_endpoints(std::vector<Endpoint>& all, const Parameter& district) {
    all.push_back({.method = "get",
                   .path = routes::api_account(),
                   .operation = "getAccount",
                   .summary = "The account that is signed in",
                   .parameters = {},
                   .result = "The account.",
                   .response = Codec<domain::Account>::schema(),
                   .problems = {"401", "403", "503"}});
    all.push_back({.method = "get",
                   .path = routes::api_desk(),
                   .operation = "getDesk",
                   .summary = "The desk of who is signed in",
                   .parameters = {},
                   .result = "The desk.",
                   .response = Codec<domain::Desk>::schema(),
                   .problems = {"401", "403", "503"}});
    all.push_back({.method = "get",
                   .path = routes::api_room("{district}", routes::Room::Opening),
                   .operation = "getChecks",
                   .summary = "The nine checks of a district's portal, as they are today",
                   .parameters = {district},
                   .result = "The checks, without act and remarks.",
                   .response = Codec<domain::PortalReport>::schema(),
                   .problems = {"401", "403", "404", "503"}});
    all.push_back({.method = "get",
                   .path = routes::api_room("{district}", routes::Room::Remarks),
                   .operation = "listRemarks",
                   .summary = "What partners said of a portal that is being prepared",
                   .parameters = {district},
                   .result = "All of them, oldest first.",
                   .response = Codec<domain::List<domain::Remark>>::schema(),
                   .problems = {"401", "403", "404", "503"}});
    all.push_back({.method = "get",
                   .path = routes::api_people("{district}"),
                   .operation = "listPeople",
                   .summary = "Who works at the desk of a district",
                   .parameters = {district},
                   .result = "The desk with its people.",
                   .response = Codec<domain::Desk>::schema(),
                   .problems = {"401", "403", "404", "503"}});
    all.push_back({.method = "post",
                   .path = routes::api_people("{district}"),
                   .operation = "invitePerson",
                   .summary = "Invite somebody to the desk of a district",
                   .parameters = {district},
                   .request = Codec<PersonChange>::schema(),
                   .status = "201",
                   .result = "The desk, with the address for who was invited.",
                   .response = Codec<domain::Desk>::schema(),
                   .problems = {"400", "401", "403", "404", "415", "422", "503"}});
    all.push_back({.method = "post",
                   .path = routes::api_people("{district}") + "/role",
                   .operation = "changePerson",
                   .summary = "Give somebody another role, or none",
                   .parameters = {district},
                   .request = Codec<PersonChange>::schema(),
                   .result = "The desk as it is then.",
                   .response = Codec<domain::Desk>::schema(),
                   .problems = {"400", "401", "403", "404", "415", "422", "503"}});
}

// What people say to the courts: sent and followed by everybody, answered at a desk.
void add_contribution_endpoints(std::vector<Endpoint>& all, const Parameter& district, const Parameter& limit,
                                const Parameter& cursor, const Parameter& key) {
    const auto list = routes::api_contributions("{district}"), receipt = routes::api_receipt("{code}"),
               desk = routes::api_room("{district}", routes::Room::Voice);
    const Parameter number{"number", "path", "As in the list.", text_of_length(1, 19)};
    const Parameter code{"code", "path", "Sixteen digits.", text_of_length(16, 64)};
    const Parameter seen{"If-Match", "header",
                         "The entity tag that was seen: 412 with it as it is where it has gone on.",
                         text_of_length(3, 21)};
    const Parameter state{"state", "query", "Only in this state.", Codec<domain::ContributionState>::schema(), false};
    const auto add = [&](Endpoint endpoint) { all.push_back(std::move(endpoint)); };
    const auto whole = [] { return Codec<Contribution>::schema(); };
    const auto page = [] { return detail::schema_of_fields(Fields<List<Contribution>>::table); };
    add({.method = "get",
         .path = list,
         .operation = "listContributions",
         .summary = "What people said to the courts, the newest first",
         .parameters = {district, limit, cursor},
         .result = "Public ones.",
         .response = page(),
         .problems = {"400", "404", "503"}});
    add({.method = "post",
         .path = list,
         .operation = "sendContribution",
         .summary = "Say something to the courts",
         .parameters = {district, key},
         .request = Codec<NewContribution>::schema(),
         .status = "201",
         .result = "Its receipt, with the author's secret number.",
         .response = whole(),
         .problems = {"400", "403", "404", "415", "422", "503"}});
    add({.method = "get",
         .path = list + "/{number}",
         .operation = "getContribution",
         .summary = "One of them",
         .parameters = {district, number},
         .result = "As everybody may read it.",
         .response = whole(),
         .problems = {"404", "503"}});
    add({.method = "get",
         .path = routes::api_needs("{district}"),
         .operation = "listNeeds",
         .summary = "What people ask for most, service by service",
         .parameters = {district},
         .result = "What most people said first, whole.",
         .response = detail::schema_of_fields(Fields<List<Need>>::table),
         .problems = {"404", "503"}});
    add({.method = "post",
         .path = receipt + "/steps",
         .operation = "moveOwnContribution",
         .summary = "Take a step as its author",
         .parameters = {code},
         .request = Codec<ContributionMove>::schema(),
         .result = "As it is then.",
         .response = whole(),
         .problems = {"400", "403", "404", "409", "415", "422", "429", "503"}});
    add({.method = "post",
         .path = receipt + "/verdict",
         .operation = "judgeAnswer",
         .summary = "Say as its author whether the answer helped, once for each answer",
         .parameters = {code},
         .request = Codec<VerdictSaid>::schema(),
         .result = "As it is then.",
         .response = whole(),
         .problems = {"400", "403", "404", "409", "415", "422", "429", "503"}});
    add({.method = "get",
         .path = desk,
         .operation = "listVoices",
         .summary = "What waits at a desk, the oldest first",
         .parameters = {district, state, limit, cursor},
         .result = "As asked.",
         .response = page(),
         .problems = {"400", "401", "403", "404", "503"}});
    add({.method = "get",
         .path = desk + "/{number}",
         .operation = "getVoice",
         .summary = "One of them, whole",
         .parameters = {district, number},
         .result = "With what who asks may do.",
         .response = whole(),
         .problems = {"401", "403", "404", "503"}});
    add({.method = "post",
         .path = desk + "/{number}/steps",
         .operation = "moveVoice",
         .summary = "Take a step as a moderator or for the court",
         .parameters = {district, number, seen},
         .request = Codec<ContributionMove>::schema(),
         .result = "As it is then.",
         .response = whole(),
         .problems = {"400", "401", "403", "404", "409", "412", "415", "422", "428", "503"}});
}

// The same; the version of an item is its entity tag, and goes back as If-Match.
void add_item_endpoints(std::vector<Endpoint>& all, const Parameter& district, const Parameter& limit,
                        const Parameter& cursor) {
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
        {district, kind, state, limit, cursor}, detail::schema_of_fields(detail::Fields<List<Item>>::table));
    post(items, "createItem", "Begin a text", {district}, Codec<NewItem>::schema(), "201");
    get(item, "getItem", "One text, its newest revision", {district, id}, Codec<Item>::schema());
    get(item + "/checks", "listItemFindings", "What the checks found in its newest revision", {district, id},
        detail::schema_of_fields(detail::Fields<List<ItemFinding>>::table));
    post(item, "saveItem", "Save it as a new revision", {district, id, seen}, Codec<ItemSave>::schema(), "200");
    post(item + "/steps", "moveItem", "Take a step with it", {district, id, seen}, Codec<ItemMove>::schema(), "200");
    post(item + "/restore", "restoreItem", "Save an old revision again", {district, id, seen},
         Codec<ItemRestore>::schema(), "200");
    get(revisions, "listRevisions", "Who saved it when", {district, id},
        detail::schema_of_fields(detail::Fields<List<ItemRevision>>::table));
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
    const Parameter from{"from", "query", "Only of this district.", detail::SlugCodec::schema(), false};
    get(copies, "listCopyOffers", "What other districts have published and this one may copy, one kind at a time",
        {district, kind, from, limit, cursor}, detail::schema_of_fields(detail::Fields<List<CopyOffer>>::table));
    post(copies, "copyItem", "Begin a text as a copy of a published one", {district}, Codec<CopyOrder>::schema(),
         "201");
}

std::vector<Endpoint> endpoints() {
    const auto slug = detail::SlugCodec::schema();
    const Parameter district{"district", "path", "Id of a district.", slug};
    const Parameter service{"service", "path", "Id of a service of that district.", slug};
    const Parameter limit{"limit", "query", "How many items at most.", detail::IntegerCodec<1, 100>::schema(), false};
    const Parameter cursor{"cursor", "query", "`next` of the page before.", text_of_length(1, 256), false};
    const Parameter key{"Idempotency-Key", "header",
                        "Fresh for each rating: the same key and values get the stored answer, other values get 422.",
                        text_of_length(1, 128)};
    const Parameter language{"Accept-Language", "header", "Language of the page that the rating is sent from.",
                             Codec<std::string>::schema(), false};
    const Parameter code{"code", "path", "As printed on the receipt.", Codec<domain::ReceiptCode>::schema()};

    std::vector<Endpoint> all{
        {.method = "get",
         .path = routes::api_national(),
         .operation = "getNational",
         .summary = "What concerns the whole country",
         .result = "Notices, progress of the commitment, documents.",
         .response = Codec<domain::National>::schema()},
        {.method = "get",
         .path = routes::api_districts(),
         .operation = "listDistricts",
         .summary = "The judicial districts",
         .parameters = {limit, cursor},
         .result = "A page of the list.",
         .response = Codec<List<domain::District>>::schema(),
         .problems = {"400"}},
        {.method = "get",
         .path = routes::api_district("{district}"),
         .operation = "getDistrict",
         .summary = "A district with its courts",
         .parameters = {district},
         .result = "The district.",
         .response = Codec<domain::District>::schema(),
         .problems = {"404"}},
        {.method = "get",
         .path = routes::api_now("{district}"),
         .operation = "getDoors",
         .summary = "Which courts of a district are open now",
         .parameters = {district},
         .result = "As it is in this minute.",
         .response = Codec<domain::DistrictNow>::schema(),
         .problems = {"404"}},
        {.method = "get",
         .path = routes::api_opening("{district}"),
         .operation = "getOpening",
         .summary = "How the portal of a district came to life",
         .parameters = {district},
         .result = "The checks of that day, and what its partners said.",
         .response = Codec<domain::PortalReport>::schema(),
         .problems = {"404"}},
        {.method = "get",
         .path = routes::api_coming("{district}"),
         .operation = "listComing",
         .summary = "The soonest activities of a district that are not over",
         .parameters = {district},
         .result = "Six at most, the soonest first; `next` is null.",
         .response = Codec<List<domain::Activity>>::schema(),
         .problems = {"404"}},
        {.method = "get",
         .path = routes::api_calendar(),
         .operation = "getCalendar",
         .summary = "The opening hours behind it",
         .result = "Regimes, holidays and closures with their sources.",
         .response = Codec<domain::Calendar>::schema()},
        {.method = "get",
         .path = routes::api_list("{district}", Section::Services),
         .operation = "listServices",
         .summary = "The services of a district",
         .parameters = {district, limit, cursor},
         .result = "A page of the list.",
         .response = Codec<List<domain::ServiceSummary>>::schema(),
         .problems = {"400", "404"}},
        {.method = "get",
         .path = routes::api_entry("{district}", Section::Services, "{service}"),
         .operation = "getSheet",
         .summary = "A service sheet",
         .parameters = {district, service},
         .result = "The sheet.",
         .response = Codec<domain::ServiceSheet>::schema(),
         .problems = {"404"}},
        {.method = "post",
         .path = routes::api_ratings("{district}", "{service}"),
         .operation = "rateService",
         .summary = "Rate a service",
         .parameters = {district, service, key, language},
         .request = Codec<domain::Rating>::schema(),
         .status = "201",
         .result = "Stored for good. Location is the receipt.",
         .response = Codec<domain::Receipt>::schema(),
         .problems = {"400", "403", "404", "413", "415", "422", "503"}},
        {.method = "get",
         .path = routes::api_receipt("{code}"),
         .operation = "getReceipt",
         .summary = "What was sent under a receipt code",
         .parameters = {code},
         .result = "The receipt.",
         .response = Codec<domain::Receipt>::schema(),
         .problems = {"404", "429", "503"}},
        visit_endpoint(),
    };
    add_account_endpoints(all, district);
    add_item_endpoints(all, district, limit, cursor);
    add_contribution_endpoints(all, district, limit, cursor, key);
    const std::vector list{district, limit, cursor};
    add_published<domain::Article>(all, Section::News, "listNews", "getArticle", "The news of a district", list);
    add_published<domain::Activity>(all, Section::Activities, "listActivities", "getActivity",
                                    "The activities of a district, earliest first", list);
    add_published<domain::Programme>(all, Section::Programmes, "listProgrammes", "getProgramme",
                                     "The programmes of a district", list);
    add_published<domain::Court, domain::CourtSheet>(all, Section::Courts, "listCourts", "getCourt",
                                                     "The courts of a district, that of appeal first", list);
    add_published<domain::Resource>(all, Section::Help, "listHelp", "getResource",
                                    "Questions, guides and documents of a district", list);
    add_published<domain::Resource>(all, Section::Help, "listGuides", "getGuide", "Guides of the whole portal",
                                    {limit, cursor});
    return all;
}

Json content(std::string_view media_type, Json schema) {
    return JsonObject{{std::string(media_type), JsonObject{{"schema", std::move(schema)}}}};
}

Json describe(const Parameter& parameter) {
    return JsonObject{{"name", parameter.name},
                      {"in", parameter.place},
                      {"description", parameter.meaning},
                      {"required", parameter.required},
                      {"schema", parameter.schema}};
}

Json describe_responses(const Endpoint& endpoint) {
    JsonObject success{{"description", endpoint.result}};
    if (!endpoint.response.is_null()) success.push_back({"content", content("application/json", endpoint.response)});
    JsonObject responses{{std::string(endpoint.status), std::move(success)}};
    for (const auto status : endpoint.problems)
        responses.push_back({std::string(status), JsonObject{{"$ref", "#/components/responses/Problem"}}});
    return responses;
}

Json describe(const Endpoint& endpoint) {
    JsonList parameters;
    for (const auto& parameter : endpoint.parameters) parameters.push_back(describe(parameter));

    JsonObject operation{
        {"operationId", endpoint.operation}, {"summary", endpoint.summary}, {"parameters", std::move(parameters)}};
    if (!endpoint.request.is_null())
        operation.push_back({"requestBody", JsonObject{{"required", true},
                                                       {"content", content("application/json", endpoint.request)}}});
    operation.push_back({"responses", describe_responses(endpoint)});
    return operation;
}

Json describe_paths() {
    JsonObject paths;
    for (const auto& endpoint : endpoints()) {
        const auto path = endpoint.path.substr(routes::api_root.size());
        auto found = std::ranges::find(paths, path, &detail::Member::name);
        if (found == paths.end()) found = paths.insert(found, {path, JsonObject()});
        std::get<JsonObject>(found->value.value).push_back({std::string(endpoint.method), describe(endpoint)});
    }
    return paths;
}

template <class T>
detail::Member named_schema() {
    return {std::string(Fields<T>::schema_name), detail::schema_of_fields(Fields<T>::table)};
}

Json schemas() {
    return JsonObject{{"LocalizedText", Codec<base::LocalizedText>::definition()},
                      named_schema<domain::District>(),
                      named_schema<domain::Culture>(),
                      named_schema<domain::Court>(),
                      named_schema<domain::CourtSheet>(),
                      named_schema<domain::Article>(),
                      named_schema<domain::Body>(),
                      named_schema<domain::Block>(),
                      named_schema<domain::Image>(),
                      named_schema<domain::Activity>(),
                      named_schema<domain::Programme>(),
                      named_schema<domain::Resource>(),
                      named_schema<domain::Milestone>(),
                      named_schema<domain::DistrictNow>(),
                      named_schema<domain::CourtNow>(),
                      named_schema<domain::National>(),
                      named_schema<domain::Notice>(),
                      named_schema<domain::LegalDocument>(),
                      named_schema<domain::ServiceSheet>(),
                      named_schema<domain::ServiceSummary>(),
                      named_schema<domain::Step>(),
                      named_schema<domain::Fact>(),
                      named_schema<domain::Paper>(),
                      named_schema<domain::Contact>(),
                      named_schema<domain::Attribution>(),
                      named_schema<domain::Rating>(),
                      named_schema<domain::Receipt>(),
                      named_schema<domain::PortalReport>(),
                      named_schema<domain::Remark>(),
                      named_schema<domain::Account>(),
                      named_schema<domain::Desk>(),
                      named_schema<domain::Person>(),
                      named_schema<PersonChange>(),
                      named_schema<Item>(),
                      named_schema<ItemRevision>(),
                      named_schema<Parity>(),
                      named_schema<domain::CopySource>(),
                      named_schema<CopyOffer>(),
                      named_schema<CopyOrder>(),
                      named_schema<ItemFinding>(),
                      named_schema<Duties>(),
                      named_schema<Contribution>(),
                      named_schema<ContributionEntry>(),
                      named_schema<domain::CourtAnswer>(),
                      named_schema<NewContribution>(),
                      named_schema<ContributionMove>(),
                      named_schema<Verdict>(),
                      named_schema<VerdictSaid>(),
                      named_schema<Need>(),
                      named_schema<OutcomeCount>(),
                      named_schema<ReasonCount>(),
                      named_schema<Confirmation>(),
                      named_schema<NewItem>(),
                      named_schema<ItemSave>(),
                      named_schema<ItemMove>(),
                      named_schema<ItemRestore>(),
                      named_schema<domain::VisitEvent>(),
                      named_schema<domain::VisitBatch>(),
                      named_schema<ProblemDocument>(),
                      named_schema<ProblemEntry>()};
}

}  // namespace

std::string openapi() {
    const auto problem = JsonObject{{"description", "What is wrong, in the four languages."},
                                    {"content", content(problem_media_type, Codec<ProblemDocument>::schema())}};
    return detail::write(JsonObject{
        {"openapi", "3.1.0"},
        {"info", JsonObject{{"title", "Rihab"},
                            {"version", "1"},
                            {"description", "Judicial districts, what they offer and publish, and ratings of it."}}},
        {"servers", JsonList{JsonObject{{"url", routes::api_root}}}},
        {"paths", describe_paths()},
        {"components", JsonObject{{"responses", JsonObject{{"Problem", problem}}}, {"schemas", schemas()}}},
    });
}

}  // namespace wire
