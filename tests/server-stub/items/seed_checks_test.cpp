// What the checks before publishing say of the texts that the portal begins with, whichever language was the original.
#include <doctest/doctest.h>
#include <fstream>
#include <iterator>
#include <map>

#include "server-stub/seed.hpp"
#include "server-stub/service/item_text.hpp"
#include "shared/domain/item_checks/item_checks.hpp"
#include "shared/wire/answer.hpp"
#include "shared/wire/glossary.hpp"
#include "tests/server-stub/items/desk.hpp"

namespace {

const domain::Glossary& glossary() {
    static const auto read = [] {
        std::ifstream file(RIHAB_SOURCE_DIR "/assets/content/glossary.json", std::ios::binary);
        return wire::decode_glossary(std::string{std::istreambuf_iterator<char>(file), {}}).value();
    }();
    return read;
}

struct Text {
    std::string address;
    domain::ItemKind kind;
    domain::Answer answer;
};

std::vector<Text> seed_texts() {
    using namespace domain;
    const auto zone = test::legal_time();
    const auto rows = seed::read(RIHAB_SOURCE_DIR "/assets/content", zone, test::morning);
    REQUIRE(rows);
    const std::map<std::string, std::pair<ItemKind, Subject>> kinds{
        {"news", {ItemKind::Article, subject_of<Article>}},
        {"activities", {ItemKind::Activity, subject_of<Activity>}},
        {"programmes", {ItemKind::Programme, subject_of<Programme>}},
        {"services", {ItemKind::Sheet, subject_of<ServiceSheet>}},
        {"courts", {ItemKind::Court, subject_of<CourtSheet>}}};
    std::vector<Text> texts;
    for (const auto& row : *rows) {
        const auto end = row.address.rfind('/');
        const auto kind = kinds.find(row.address.substr(0, end).substr(row.address.substr(0, end).rfind('/') + 1));
        if (kind == kinds.end()) continue;
        auto answer = wire::decode_answer(kind->second.second, row.body);
        REQUIRE(answer);
        texts.push_back({row.address, kind->second.first, std::move(*answer)});
    }
    return texts;
}

struct ValuesOf {
    base::Language original;
    domain::Values operator()(const auto& thing) const {
        if constexpr (requires { domain::values_of(thing, original); }) return domain::values_of(thing, original);
        else return {};
    }
};

}  // namespace

TEST_SUITE("server-stub/items/seed_checks") {
    TEST_CASE("nothing that the portal begins with has to be mended, and hints are few") {
        std::size_t looked = 0;
        std::map<domain::Flaw, std::set<std::string>> hints;  // Courts share their sheets: each once.
        for (const auto& text : seed_texts())
            for (const auto original : {base::Language::Ar, base::Language::Fr}) {
                const auto values = std::visit(ValuesOf{original}, text.answer);
                const auto slug = text.address.substr(text.address.rfind('/')) + " " + std::string(code_of(original));
                CAPTURE(text.address);
                const auto findings = domain::check_item(text.kind, values, service::read_markdown, glossary());
                CHECK(domain::may_be_published(findings));
                for (const auto& finding : findings)
                    hints[finding.flaw].insert(slug + " " + finding.path + " " + finding.words);
                ++looked;
            }
        CHECK(looked > 400);
        CHECK(hints[domain::Flaw::LongSentence].size() <= 4);
        hints.erase(domain::Flaw::LongSentence);
        hints.erase(domain::Flaw::MissingLanguage);
        // Each was read: the original says what the translation leaves out.
        CHECK(hints[domain::Flaw::LockedTerm] ==
              std::set<std::string>{"/step-free-entrance-sale ar title/en court of first instance",
                                    "/step-free-entrance-sale ar title/fr tribunal de première instance",
                                    "/summer-counter-abroad ar body/en nationality certificate",
                                    "/summer-counter-abroad ar body/fr certificat de nationalité",
                                    "/work-and-trade-clear-steps ar body/fr guichet"});
        hints.erase(domain::Flaw::LockedTerm);
        CHECK(hints.empty());
    }
}
