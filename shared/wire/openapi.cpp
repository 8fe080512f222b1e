#include "shared/wire/openapi.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "shared/routes/routes.hpp"
#include "shared/wire/detail/account_tables.hpp"
#include "shared/wire/detail/contribution_tables.hpp"
#include "shared/wire/detail/copy_tables.hpp"
#include "shared/wire/detail/duty_tables.hpp"
#include "shared/wire/detail/endpoint.hpp"
#include "shared/wire/detail/hours_tables.hpp"
#include "shared/wire/detail/item_tables.hpp"
#include "shared/wire/detail/moderation_report_tables.hpp"
#include "shared/wire/detail/need_tables.hpp"
#include "shared/wire/detail/parity_tables.hpp"
#include "shared/wire/detail/publication_tables.hpp"
#include "shared/wire/detail/visit_tables.hpp"

namespace wire {
namespace {

using detail::Codec;
using detail::Endpoint;
using detail::Fields;
using detail::Json;
using detail::JsonList;
using detail::JsonObject;
using detail::Parameter;
using detail::text_of_length;

std::vector<Endpoint> endpoints() {
    const Parameter district{"district", "path", "Id of a district.", detail::SlugCodec::schema()};
    const Parameter limit{"limit", "query", "How many items at most.", detail::IntegerCodec<1, 100>::schema(), false};
    const Parameter cursor{"cursor", "query", "`next` of the page before.", text_of_length(1, 256), false};
    const Parameter key{"Idempotency-Key", "header",
                        "Fresh for each rating: the same key and values get the stored answer, other values get 422.",
                        text_of_length(1, 128)};
    std::vector<Endpoint> all;
    for (auto& some :
         {detail::public_endpoints(district, limit, cursor, key), detail::account_endpoints(district),
          detail::item_endpoints(district, limit, cursor), detail::voice_endpoints(district, limit, cursor, key)})
        all.append_range(some);
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
                      named_schema<AssignmentAsked>(),
                      named_schema<ModerationReport>(),
                      named_schema<RuleInForce>(),
                      named_schema<ModerationQuarter>(),
                      named_schema<ModerationCounted>(),
                      named_schema<DeclinedFor>(),
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
