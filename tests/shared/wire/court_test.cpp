#include <doctest/doctest.h>

#include "shared/domain/court_sheet.hpp"
#include "shared/wire/answer.hpp"
#include "shared/wire/openapi.hpp"

namespace {

using domain::Contact;
using enum domain::ContactKind;

domain::CourtSheet a_court(std::vector<Contact> contacts) {
    domain::CourtSheet court;
    court.id = domain::CourtId("tpi-rabat");
    court.district = domain::DistrictId("rabat");
    court.name = {"محكمة", "", "Tribunal", ""};
    court.contacts = std::move(contacts);
    return court;
}

domain::CourtSheet a_reachable_court() {
    return a_court({{{{"", "", "Accueil", ""}, {domain::Standing::Sourced, "Greffe"}}, Telephone, "+212 5 37 00 00 00"},
                    {{}, Fax, "+212 5 37 00 00 01"},
                    {{}, Email, "greffe@court.example"},
                    {{}, Website, "https://court.example"},
                    {{{"", "", "Par la poste", ""}, {}}}});
}

auto decode(std::string_view json) { return wire::decode_answer(domain::subject_of<domain::CourtSheet>, json); }

}  // namespace

TEST_SUITE("shared/wire/court") {
    TEST_CASE("a court comes back with each of its contacts, and the same court is the same text") {
        const auto json = wire::encode(domain::Answer(a_reachable_court()));
        const auto court = decode(json);
        REQUIRE(court);
        CHECK(std::get<domain::CourtSheet>(*court) == a_reachable_court());
        CHECK(wire::encode(*court) == json);
    }

    TEST_CASE("a contact keeps what a fact has; kind and value come behind it, and words have neither") {
        const auto json = wire::encode(domain::Answer(a_reachable_court()));
        CHECK(json.contains(
            R"({"text":{"fr":"Accueil"},"standing":"sourced","source":"Greffe","kind":"telephone","value":"+212 5 37 00 00 00"})"));
        CHECK(json.contains(
            R"({"text":{},"standing":"example","source":"","kind":"email","value":"greffe@court.example"})"));
        CHECK(json.contains(R"({"text":{"fr":"Par la poste"},"standing":"example","source":""}],"hears")"));
    }

    TEST_CASE("a contact of before, of words alone, is read as it was") {
        auto json = wire::encode(domain::Answer(a_court({})));
        const auto at = json.find(R"("contacts":[)");
        REQUIRE(at != std::string::npos);
        json.insert(at + 12, R"({"text":{"fr":"05 37 00 00 00"},"standing":"example","source":""})");
        const auto court = decode(json);
        REQUIRE(court);
        const auto& contact = std::get<domain::CourtSheet>(*court).contacts.at(0);
        CHECK_FALSE(contact.kind);
        CHECK(contact.value.empty());
        CHECK(contact.text.exact(base::Language::Fr) == "05 37 00 00 00");
    }

    TEST_CASE("a contact that leads where a page may not is refused, with its pointer") {
        const auto whole = wire::encode(domain::Answer(a_reachable_court()));
        struct Row {
            std::string_view part, replacement, pointer, code;
        };
        for (const auto& row :
             {Row{R"("kind":"fax")", R"("kind":"pigeon")", "/contacts/1/kind", "value-unknown"},
              Row{R"("kind":"email")", R"("kind":7)", "/contacts/2/kind", "wrong-type"},
              Row{R"("kind":"email",)", "", "/contacts/2", "value-malformed"},
              Row{R"(,"value":"greffe@court.example")", "", "/contacts/2", "value-malformed"},
              Row{R"("value":"greffe@court.example")", R"("value":"")", "/contacts/2", "value-malformed"},
              Row{R"("value":"greffe@court.example")", R"("value":"a b@c.ma")", "/contacts/2", "value-malformed"},
              Row{"https://court.example", "javascript:alert(1)", "/contacts/3", "value-malformed"},
              Row{"https://court.example", "/ar/d/rabat", "/contacts/3", "value-malformed"},
              Row{R"("standing":"example","source":"","kind":"fax")",
                  R"("standing":"sourced","source":"","kind":"fax")", "/contacts/1", "value-malformed"}}) {
            CAPTURE(row.replacement);
            auto json = whole;
            const auto at = json.find(row.part);
            REQUIRE(at != std::string::npos);
            const auto court = decode(json.replace(at, row.part.size(), row.replacement));
            REQUIRE_FALSE(court);
            CHECK(court.error().pointer == row.pointer);
            CHECK(court.error().code == row.code);
        }
    }

    TEST_CASE("the description lists the kinds, and says that words need neither kind nor value") {
        const auto described = wire::openapi();
        const auto at = described.find(R"("Contact":{)");
        REQUIRE(at != std::string::npos);
        const auto schema =
            std::string_view(described).substr(at, described.find(R"("additionalProperties")", at) - at);
        CHECK(schema.contains(R"("enum":["telephone","fax","email","website"])"));
        CHECK(schema.contains(R"("value":{"type":"string")"));
        CHECK(schema.contains(R"("required":["text","standing","source"])"));
        CHECK(described.contains(R"("contacts":{"type":"array","items":{"$ref":"#/components/schemas/Contact"})"));
    }
}
