#include "shared/wire/sheet.hpp"

#include <doctest/doctest.h>

namespace {

domain::Fact a_fact(const char* text) { return {base::LocalizedText("", "", text, ""), {}}; }

domain::ServiceSheet a_sheet() {
    domain::ServiceSheet sheet;
    sheet.id = domain::ServiceId("casier-judiciaire");
    sheet.district = domain::DistrictId("rabat");
    sheet.title = base::LocalizedText("السجل العدلي", "ⴰⴷⵍⵉⵙ", "Casier", "Record");
    sheet.papers = {{a_fact("Carte")},
                    {{base::LocalizedText("", "", "Formulaire", ""), {domain::Standing::Sourced, "Loi"}}, 2}};
    sheet.fee.holds_until = base::Date{2027, 5, 24};
    sheet.fee.is_outdated = true;
    sheet.appeal = a_fact("Au chef de la cour");
    sheet.steps = {{a_fact("Demandez"), a_fact("En ligne.")}};
    sheet.online_address = "https://example.ma/";
    sheet.last_checked = base::Date{2026, 11, 12};
    return sheet;
}

// The JSON of a sheet with one part replaced.
std::string spoiled(std::string_view part, std::string_view replacement) {
    auto json = wire::encode(a_sheet());
    const auto at = json.find(part);
    REQUIRE(at != std::string::npos);
    return json.replace(at, part.size(), replacement);
}

}  // namespace

TEST_SUITE("shared/wire/sheet") {
    TEST_CASE("a sheet comes back as it was sent, and the same sheet is the same text") {
        const auto json = wire::encode(a_sheet());
        const auto sheet = wire::decode_sheet(json);
        REQUIRE(sheet);
        CHECK(*sheet == a_sheet());
        CHECK(wire::encode(*sheet) == json);
    }

    TEST_CASE("only the languages that there are stand in a text") {
        CHECK(wire::encode(a_sheet()).contains(R"("text":{"fr":"Carte"},"standing":"example","source":"")"));
    }

    TEST_CASE("every broken rule is told with its pointer") {
        struct Case {
            const char* name;
            std::string_view part, replacement, pointer, code;
        };
        const Case cases[] = {
            {"missing", R"("district":"rabat",)", "", "/district", "field-missing"},
            {"unknown", R"("id":)", R"("colour":1,"id":)", "/colour", "field-unknown"},
            {"wrong type of a text", R"("id":"casier-judiciaire")", R"("id":3)", "/id", "wrong-type"},
            {"not a slug", R"("id":"casier-judiciaire")", R"("id":"../x")", "/id", "value-malformed"},
            {"wrong type in a list", R"({"text":{"fr":"Formulaire"})", R"({"text":"Formulaire")", "/papers/1/text",
             "wrong-type"},
            {"list instead of object", R"("title":{"ar")", R"("summary":[],"title":{"ar")", "/summary", "field-twice"},
            {"unknown language", R"("en":"Record")", R"("de":"Akte")", "/title/de", "field-unknown"},
            {"empty language", R"("en":"Record")", R"("en":"")", "/title/en", "value-malformed"},
            {"copies below none", R"("copies":2)", R"("copies":-1)", "/papers/1/copies", "value-unknown"},
            {"a day that is none", R"("holdsUntil":"2027-05-24")", R"("holdsUntil":"2027-05-32")", "/fee/holdsUntil",
             "value-malformed"},
            {"unknown standing", R"("standing":"example")", R"("standing":"true")", "/papers/0/standing",
             "value-unknown"},
            {"sourced without a source", R"("source":"Loi")", R"("source":"")", "/papers/1", "value-malformed"},
            {"example with a source", R"("standing":"example","source":"")", R"("standing":"example","source":"x")",
             "/papers/0", "value-malformed"},
            {"script address", "https://example.ma/", "javascript:alert(1)", "/onlineAddress", "value-malformed"},
            {"a day that is none", "2026-11-12", "2026-02-30", "/lastChecked", "value-malformed"},
            {"a day written otherwise", "2026-11-12", "12/11/2026", "/lastChecked", "value-malformed"},
            {"a field within a step", R"("detail":{"text")", R"("x":0,"detail":{"text")", "/steps/0/x",
             "field-unknown"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.name);
            const auto sheet = wire::decode_sheet(spoiled(c.part, c.replacement));
            REQUIRE_FALSE(sheet);
            CHECK(sheet.error().pointer == c.pointer);
            CHECK(sheet.error().code == c.code);
            CHECK(sheet.error().detail.ends_with("."));
        }
    }

    TEST_CASE("a list of services keeps its cursor, and null is the last page") {
        wire::List<domain::ServiceSummary> list{{{domain::ServiceId("a"), {}, {}}}, "abc"};
        CHECK(wire::encode(list) == R"({"items":[{"id":"a","shortTitle":{},"summary":{}}],"next":"abc"})");
        CHECK(wire::decode_services(wire::encode(list)) == list);
        list.next.reset();
        CHECK(wire::encode(list).ends_with(R"("next":null})"));
        CHECK(wire::decode_services(wire::encode(list)) == list);
    }
}
