#include "shared/routes/routes.hpp"
#include "shared/wire/detail/activation_tables.hpp"
#include "shared/wire/detail/endpoint.hpp"
#include "shared/wire/detail/hours_tables.hpp"
#include "shared/wire/detail/publication_tables.hpp"
#include "shared/wire/detail/visit_tables.hpp"

namespace wire::detail {
namespace {

using routes::Section;

// The list of one kind of thing that districts publish, and one of them.
template <class Item, class Whole = Item>
void add_published(std::vector<Endpoint>& endpoints, Section section, std::string_view list_operation,
                   std::string_view operation, std::string_view summary, const std::vector<Parameter>& list) {
    const std::string_view district = list.front().name == "district" ? "{district}" : "";
    std::vector<Parameter> of_one{{"id", "path", "As in the list.", SlugCodec::schema()}};
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

}  // namespace

std::vector<Endpoint> public_endpoints(const Parameter& district, const Parameter& limit, const Parameter& cursor,
                                       const Parameter& key) {
    const Parameter service{"service", "path", "Id of a service of that district.", SlugCodec::schema()};
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

}  // namespace wire::detail
