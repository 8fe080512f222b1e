#include "shared/wire/glossary.hpp"

#include <doctest/doctest.h>
#include <format>
#include <fstream>
#include <iterator>

namespace {

std::string file_with(std::string_view terms) {
    return std::format(R"({{"about":"","amazigh":"proposed","terms":[{}]}})", terms);
}

std::string term(std::string_view id, std::string_view french = "avocat") {
    return std::format(R"({{"id":"{}","source":"a.json","ar":["المحامي","محام"],"fr":["{}"]}})", id, french);
}

}  // namespace

TEST_SUITE("shared/wire/glossary") {
    TEST_CASE("the glossary of the portal is read whole") {
        std::ifstream file(RIHAB_SOURCE_DIR "/assets/content/glossary.json", std::ios::binary);
        const auto glossary = wire::decode_glossary(std::string{std::istreambuf_iterator<char>(file), {}});
        REQUIRE(glossary);
        CHECK(glossary->size() == 40);
        for (const auto& term : *glossary) {
            CAPTURE(term.id);
            CHECK(std::ifstream(RIHAB_SOURCE_DIR "/assets/content/" + term.source).good());
        }
    }

    TEST_CASE("a term has its wordings in the order of the languages") {
        const auto glossary = wire::decode_glossary(file_with(term("lawyer")));
        REQUIRE(glossary);
        CHECK(glossary->front() == domain::Term{"lawyer", "a.json", {{{"المحامي", "محام"}, {}, {"avocat"}, {}}}});
    }

    TEST_CASE("what is no glossary is refused, and where is said") {
        struct Row {
            std::string json, code;
        };
        std::string many, long_word(81, 'x');
        for (int i = 0; i < 501; ++i) many += (i > 0 ? "," : "") + term(std::format("t-{}", i));
        for (const auto& [json, code] :
             {Row{"", "json-malformed"}, Row{"[]", "wrong-type"}, Row{file_with(term("A b")), "slug"},
              Row{file_with(term("a") + "," + term("a")), "id-twice"}, Row{file_with(term("a", "…")), "wording"},
              Row{file_with(term("a", long_word)), "wording"},
              Row{file_with(R"({"id":"a","source":"b","fr":["c"]})"), "languages"},
              Row{file_with(R"({"id":"a","source":"b","de":["c"]})"), "field-unknown"},
              Row{file_with(R"({"id":"a","source":"b","ar":["ا"],"fr":["1","2","3","4","5","6","7","8","9"]})"),
                  "too-many"},
              Row{file_with(many), "too-many"}}) {
            CAPTURE(json.substr(0, 80));
            const auto read = wire::decode_glossary(json);
            REQUIRE_FALSE(read);
            CHECK(read.error().code == code);
        }
    }
}
