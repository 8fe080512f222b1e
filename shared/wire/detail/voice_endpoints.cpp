#include "shared/routes/routes.hpp"
#include "shared/wire/detail/contribution_tables.hpp"
#include "shared/wire/detail/endpoint.hpp"
#include "shared/wire/detail/moderation_report_tables.hpp"
#include "shared/wire/detail/need_tables.hpp"

namespace wire::detail {
namespace {

Json one_of(std::initializer_list<std::string_view> names) {
    JsonList choices;
    for (const auto name : names) choices.emplace_back(std::string(name));
    return JsonObject{{"type", "string"}, {"enum", std::move(choices)}};
}

}  // namespace

std::vector<Endpoint> voice_endpoints(const Parameter& district, const Parameter& limit, const Parameter& cursor,
                                      const Parameter& key) {
    std::vector<Endpoint> all;
    const auto list = routes::api_contributions("{district}"), receipt = routes::api_receipt("{code}"),
               desk = routes::api_room("{district}", routes::Room::Voice);
    const Parameter number{"number", "path", "As in the list.", text_of_length(1, 19)};
    const Parameter code{"code", "path", "Sixteen digits.", text_of_length(16, 64)};
    const Parameter seen{"If-Match", "header",
                         "The entity tag that was seen: 412 with it as it is where it has gone on.",
                         text_of_length(3, 21)};
    const Parameter state{"state", "query", "Only in this state.", Codec<domain::ContributionState>::schema(), false};
    const Parameter show{"show", "query", "Only who is waited for; not together with a state.",
                         one_of({"moderators", "court", "author", "closed", "all"}), false};
    const Parameter clock{"clock", "query", "Only what is late, or whose term ends within seven days.",
                          one_of({"late", "soon"}), false};
    const Parameter kind{"kind", "query", "Only of this kind.", Codec<domain::ContributionKind>::schema(), false};
    const Parameter service{"service", "query", "Only about this service; \"-\": about the district as a whole.",
                            text_of_length(1, 64), false};
    const Parameter whose{"whose", "query", "Only what who asks takes care of, or what nobody does.",
                          one_of({"mine", "nobody"}), false};
    const auto add = [&](Endpoint endpoint) { all.push_back(std::move(endpoint)); };
    const auto whole = [] { return Codec<Contribution>::schema(); };
    const auto page = [] { return schema_of_fields(Fields<List<Contribution>>::table); };
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
         .response = schema_of_fields(Fields<List<Need>>::table),
         .problems = {"404", "503"}});
    add({.method = "get",
         .path = routes::api_moderation("{district}"),
         .operation = "getModeration",
         .summary = "What moderation did, quarter by quarter, and by which rules",
         .parameters = {district},
         .result = "Counts and rules.",
         .response = Codec<ModerationReport>::schema(),
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
         .parameters = {district, state, show, clock, kind, service, whose, limit, cursor},
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
    add({.method = "post",
         .path = desk + "/{number}/assignment",
         .operation = "assignVoice",
         .summary = "Take it on, give it back, or give it to a colleague",
         .parameters = {district, number},
         .request = Codec<AssignmentAsked>::schema(),
         .result = "As it is then.",
         .response = whole(),
         .problems = {"400", "401", "403", "404", "409", "412", "415", "422", "503"}});
    return all;
}

}  // namespace wire::detail
