#include "shared/wire/moderation.hpp"

#include <doctest/doctest.h>
#include <format>
#include <fstream>
#include <iterator>

namespace {

std::string group(std::string_view name, std::string_view words = R"("idiot")") {
    return std::format(R"({{"name":"{}","words":[{}]}})", name, words);
}

std::string language(std::string_view name, std::string_view groups, std::string_view signs = "") {
    return std::format(R"({{"language":"{}","beginnings":[],"endings":[],"signs":[{}],"harmless":[],"groups":[{}]}})",
                       name, signs, groups);
}

std::string rule(std::string_view name, std::string_view of, std::string_view rest = "") {
    return std::format(R"({{"name":"{}","concern":"insult","of":"{}"{}}})", name, of, rest);
}

std::string file_with(std::string_view languages, std::string_view rules, std::string_view sites = R"("gov.ma")") {
    return std::format(R"({{"about":"","amazigh":"proposed","officialSites":[{}],"siteEndings":["com"],"always":[],)"
                       R"("languages":[{}],"rules":[{}]}})",
                       sites, languages, rules);
}

std::string file_with_rule(std::string_view rule) {
    return file_with(language("fr", group("insult") + "," + group("role")), rule);
}

std::string many(std::size_t count, auto make) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += (i > 0 ? "," : "") + make(i);
    return all;
}

std::string in_quotes(std::string_view text) { return std::format("\"{}\"", text); }

}  // namespace

TEST_SUITE("shared/wire/moderation") {
    TEST_CASE("the words and rules of the portal are read whole") {
        std::ifstream file(RIHAB_SOURCE_DIR "/assets/content/moderation.json", std::ios::binary);
        const auto words = wire::decode_moderation(std::string{std::istreambuf_iterator<char>(file), {}});
        if (!words) FAIL(words.error().pointer << ": " << words.error().detail);
        CHECK(words->languages.size() == 5);
        CHECK(words->rules.size() >= 70);
        // Every concern that a word may raise has a rule.
        domain::Concerns has_rule{};
        for (const auto& rule : words->rules) has_rule[static_cast<std::size_t>(rule.concern)] = true;
        for (std::size_t i = 0; i < domain::concern_count; ++i) {
            const auto concern = static_cast<domain::Concern>(i);
            CAPTURE(domain::name_of(concern));
            CHECK(has_rule[i] ==
                  (concern != domain::Concern::LikelyHarm && concern != domain::Concern::FirstContribution));
        }
    }

    TEST_CASE("a file becomes its languages, groups and rules, in its order") {
        const auto words = wire::decode_moderation(file_with(
            language("fr", group("insult") + "," + group("role", R"("agent","_ chef*")"), R"("le")"),
            rule("called", "insult", R"(,"with":["role|insult<4"],"without":["role>2","#name~1"],"disguised":true)")));
        REQUIRE(words);
        CHECK(words->official_sites == std::vector<std::string>{"gov.ma"});
        CHECK(words->site_endings == std::vector<std::string>{"com"});
        REQUIRE(words->languages.size() == 1);
        CHECK(words->languages[0].language == "fr");
        CHECK_FALSE(words->languages[0].is_heard);
        CHECK(words->languages[0].signs == std::vector<std::string>{"le"});
        CHECK(words->languages[0].groups ==
              std::vector<domain::WordGroup>{{"insult", {"idiot"}}, {"role", {"agent", "_ chef*"}}});
        CHECK(words->rules == std::vector<domain::ModerationRule>{{.name = "called",
                                                                   .concern = domain::Concern::Insult,
                                                                   .of = "insult",
                                                                   .with = {"role|insult<4"},
                                                                   .without = {"role>2", "#name~1"},
                                                                   .disguised = true}});
    }

    TEST_CASE("what goes beyond a limit is refused") {
        const auto group_of = [](std::size_t i) { return group(std::format("g-{}", i)); };
        const auto language_of = [](std::size_t i) { return language(std::format("l-{}", i), ""); };
        const auto rule_of = [](std::size_t i) { return rule(std::format("r-{}", i), "insult"); };
        const auto word_of = [](std::size_t i) { return std::format("\"w{}\"", i); };
        const auto words_in = [](std::string_view words) { return file_with(language("fr", group("a", words)), ""); };
        struct Row {
            std::string most, too_many, code;
        };
        const auto insult = language("fr", group("insult"));
        const std::string long_word(domain::moderation_word_limit, 'x');
        for (const auto& [most, too_many, code] :
             {Row{file_with(language("fr", many(domain::moderation_groups_limit, group_of)), ""),
                  file_with(language("fr", many(domain::moderation_groups_limit + 1, group_of)), ""), "too-many"},
              Row{file_with(many(domain::moderation_languages_limit, language_of), ""),
                  file_with(many(domain::moderation_languages_limit + 1, language_of), ""), "too-many"},
              Row{file_with(insult, many(domain::moderation_rules_limit, rule_of)),
                  file_with(insult, many(domain::moderation_rules_limit + 1, rule_of)), "too-many"},
              Row{words_in(many(domain::moderation_words_limit, word_of)),
                  words_in(many(domain::moderation_words_limit + 1, word_of)), "too-many"},
              Row{file_with("", "", many(domain::moderation_words_limit, word_of)),
                  file_with("", "", many(domain::moderation_words_limit + 1, word_of)), "too-many"},
              Row{words_in(in_quotes(long_word)), words_in(in_quotes(long_word + "x")), "word"},
              Row{file_with_rule(rule("r", "insult", R"(,"with":["role~40"])")),
                  file_with_rule(rule("r", "insult", R"(,"with":["role~41"])")), "term"}}) {
            CAPTURE(too_many.substr(0, 160));
            CHECK(wire::decode_moderation(most));
            const auto refused = wire::decode_moderation(too_many);
            REQUIRE_FALSE(refused);
            CHECK(refused.error().code == code);
        }
        const auto big = file_with(insult, "") + std::string(1024 * 1024, ' ');
        CHECK_FALSE(wire::decode_moderation(big));
    }

    TEST_CASE("what is no list of words and rules is refused, and where is said") {
        struct Row {
            std::string json, code;
        };
        const auto french = language("fr", group("insult"));
        for (const auto& [json, code] :
             {Row{"", "json-malformed"},
              Row{"[]", "wrong-type"},
              Row{file_with(language("F r", ""), ""), "slug"},
              Row{file_with(language("fr", group("A b")), ""), "slug"},
              Row{file_with(french + "," + french, ""), "language-twice"},
              Row{file_with(language("fr", group("a") + "," + group("a")), ""), "id-twice"},
              Row{file_with(language("fr", group("a", R"("…","?!")")), ""), "word"},
              Row{file_with(language("fr", group("a", R"("")")), ""), "word"},
              Row{file_with(language("fr", "", R"("-")"), ""), "word"},
              Row{file_with_rule(rule("A b", "insult")), "slug"},
              Row{file_with_rule(rule("r", "insult") + "," + rule("r", "role")), "id-twice"},
              Row{file_with_rule(rule("r", "nowhere")), "term"},
              Row{file_with_rule(rule("r", "insult|nowhere")), "term"},
              Row{file_with_rule(rule("r", "")), "term"},
              Row{file_with_rule(rule("r", "insult~2")), "term"},
              Row{file_with_rule(rule("r", "insult", R"(,"with":["role"])")), "term"},
              Row{file_with_rule(rule("r", "insult", R"(,"with":["role~0"])")), "term"},
              Row{file_with_rule(rule("r", "insult", R"(,"with":["role~x"])")), "term"},
              Row{file_with_rule(rule("r", "insult", R"(,"with":["role~"])")), "term"},
              Row{file_with_rule(rule("r", "insult", R"(,"without":["nowhere<3"])")), "term"},
              Row{file_with_rule(R"({"name":"r","concern":"first-contribution","of":"insult"})"), "value-unknown"},
              Row{file_with_rule(R"({"name":"r","concern":"dislike","of":"insult"})"), "value-unknown"},
              Row{file_with_rule(rule("r", "insult", R"(,"weight":3)")), "field-unknown"}}) {
            CAPTURE(json);
            const auto read = wire::decode_moderation(json);
            REQUIRE_FALSE(read);
            CHECK(read.error().code == code);
        }
        const auto refused = wire::decode_moderation(file_with_rule(rule("r", "nowhere")));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().pointer.ends_with("/of"));
    }
}
