#include "shared/domain/moderation/rules.hpp"

#include <ctime>
#include <doctest/doctest.h>
#include <string>

using namespace domain;
using namespace domain::moderation;

namespace {

LanguageWords french() {
    return {.language = "fr",
            .endings = {"s"},
            .signs = {"le", "vous"},
            .harmless = {"connecteur"},
            .groups = {{"insult", {"connard", "con*"}},
                       {"soft", {"voleur"}},
                       {"role", {"agent", "chef _ greffe"}},
                       {"not", {"pas"}},
                       {"given-name", {"Tazribt"}},
                       {"place-before", {"rue"}},
                       {"known-capital", {"Rabat"}},
                       {"elided", {"m a pris"}}}};
}

LanguageWords darija() {
    return {.language = "ary",
            .is_heard = true,
            .beginnings = {"l"},
            .endings = {},
            .signs = {"f"},
            .groups = {{"animal", {"7mar", "حمار"}}, {"currency", {"dh"}}}};
}

ModerationWords words_with(ModerationRule rule) {
    rule.name = "rule";
    return {.official_sites = {"gov.ma"},
            .site_endings = {"com", "ma"},
            .always = {"insult"},
            .languages = {french(), darija()},
            .rules = {std::move(rule)}};
}

bool holds(const ModerationRule& rule, std::string_view text) {
    return Judge(words_with(rule)).judge(text, {}).is_held();
}

}  // namespace

TEST_SUITE("shared/domain/moderation/rules") {
    TEST_CASE("a word raises its concern, with its place and the rule's name, never the word") {
        const Judge judge(words_with({.concern = Concern::Insult, .of = "insult"}));
        const auto verdict = judge.judge("Quel connard !", {});
        REQUIRE(verdict.raised.size() == 1);
        CHECK(verdict.raised[0] == Raised{Concern::Insult, 5, 12, "rule"});
        CHECK(verdict.is_held());
        CHECK(verdict.has(Concern::Insult));
        CHECK_FALSE(verdict.has(Concern::Threat));
        CHECK_FALSE(verdict.is_private());
        CHECK_FALSE(judge.judge("Bonjour", {}).is_held());
        CHECK_FALSE(judge.judge("", {}).is_held());
        CHECK_FALSE(judge.judge("le connecteur", {}).is_held());
    }

    TEST_CASE("words are read as they are meant") {
        const ModerationRule insult{.of = "insult"};
        for (const std::string text :
             {"CONNARD", "connards", "c o n n a r d", "c.o.n.n.a.r.d", "conn@rd", "c0nnard", "co\u200Bnnard",
              "c\u00F3nn\u00E0rd", "\u0441onnard", "connaaaard", "c*nnard", "conn ard", "\uFF43onnard"}) {
            CAPTURE(text);
            CHECK(holds(insult, text));
        }
        const ModerationRule animal{.of = "animal"};
        for (const std::string text : {"l7mar f dar", "l'hmar f dar", "الحمار", "حـــمار", "حِمَار"}) {
            CAPTURE(text);
            CHECK(holds(animal, text) == (text != "الحمار"));  // Its beginning is of a script that the list has not.
        }
    }

    TEST_CASE("a word of Darija counts only where the text may be Darija") {
        CHECK(holds({.of = "animal"}, "l7mar"));
        CHECK_FALSE(holds({.of = "animal"}, "vous le hmar"));
        CHECK(holds({.of = "animal"}, "vous le f dar hmar"));
        CHECK_FALSE(
            holds({.of = "animal"}, "vous le vous le vous le f hmar"));  // One small word of it in six says little.
        CHECK(holds({.of = "insult"}, "f dar connard"));                 // Of a group that counts always.
    }

    TEST_CASE("one letter stands for itself, and what sounds like one is not it") {
        CHECK(holds({.of = "elided"}, "il m'a pris tout"));
        CHECK_FALSE(holds({.of = "elided"}, "il a pris tout"));
        CHECK(holds({.of = "currency"}, "f dar 200 dh"));
        CHECK_FALSE(holds({.of = "currency"}, "f dar d khoya"));
    }

    TEST_CASE("what must be near is near, on its side") {
        const auto near = [](std::string term, std::string_view text) {
            return holds({.of = "soft", .with = {std::move(term)}}, text);
        };
        CHECK(near("role~3", "l'agent est un voleur"));
        CHECK_FALSE(near("role~2", "l'agent est un voleur"));
        CHECK(near("role<3", "l'agent est un voleur"));
        CHECK_FALSE(near("role>3", "l'agent est un voleur"));
        CHECK(near("role>3", "ce voleur d'agent"));
        CHECK_FALSE(near("role<3", "ce voleur d'agent"));
        CHECK(near("insult|role<3", "l'agent est un voleur"));
        CHECK_FALSE(near("role<4", "Merci à l'agent. Un voleur"));  // A sentence ends between them.
        CHECK(near("role<4", "chef du greffe, voleur"));
    }

    TEST_CASE("what must not be near lets it through") {
        const ModerationRule rule{.of = "soft", .without = {"not<3"}};
        CHECK(holds(rule, "un voleur"));
        CHECK_FALSE(holds(rule, "pas un voleur"));
        CHECK(holds(rule, "un voleur, pas lui"));
    }

    TEST_CASE("some words are an offence only in disguise, and only offences are looked for in disguise") {
        const ModerationRule rule{.of = "soft", .disguised = true};
        CHECK(holds(rule, "v.o.l.e.u.r"));
        CHECK_FALSE(holds(rule, "voleur"));
        // Stands there openly, whatever is beside it.
        CHECK(holds({.of = "animal"}, "hmar r"));
        CHECK_FALSE(holds({.of = "animal", .disguised = true}, "hmar r"));
        CHECK_FALSE(holds({.concern = Concern::Campaign, .of = "soft"}, "v.o.l.e.u.r"));
        CHECK(holds({.concern = Concern::Campaign, .of = "soft"}, "voleur"));
    }

    TEST_CASE("numbers, links and names are seen without a list") {
        struct Row {
            std::string group, held, free;
        };
        for (const auto& [group, held, free] :
             {Row{"#telephone", "tel 0612345678", "le 12/03/2024"}, Row{"#identity", "cin AB123456", "loi 55-19"},
              Row{"#case-number", "dossier 345/1201/2024", "le 12/03/2024"},
              Row{"#case-number", "plainte 789/3101/24", "06/12/34"}, Row{"#number-of-year", "345/2023", "12/13"},
              Row{"#numbers-of-case", "77 6201 2023", "2019 2020 2021"}, Row{"#long-number", "112", "12"},
              Row{"#plate", "12345-A-6", "12345 A 6"}, Row{"#plate", "12345 | أ | 6", "12-A-6"},
              Row{"#time", "8:30", "830"}, Row{"#link", "voir gagner-vite.com", "voir www.justice.gov.ma"},
              Row{"#official-link", "voir www.justice.gov.ma", "voir justice-gov.ma"},
              Row{"#name", "merci Tazribt", "rue Tazribt"}, Row{"#capital", "à l'agent Ouzzif", "à Rabat"},
              Row{"#initial", "le juge B. dort", "le juge dort"}}) {
            CAPTURE(group);
            CHECK(holds({.of = group}, held));
            CHECK_FALSE(holds({.of = group}, free));
        }
    }

    TEST_CASE("masks and a first contribution raise concerns of their own, and each can be turned off") {
        const Judge judge(words_with({.concern = Concern::CaseNumber, .of = "#case-number"}));
        const auto masked = mask("tel 0612345678, cin AB123456, dossier 345/1201/2024");
        const Context context{.is_first_contribution = true, .masks = masked.masks};
        const auto verdict = judge.judge(masked.utf8, context);
        for (const auto concern :
             {Concern::PhoneNumber, Concern::IdentityNumber, Concern::CaseNumber, Concern::FirstContribution})
            CHECK(verdict.has(concern));
        CHECK(verdict.is_private());
        CHECK(verdict.raised.front().concern == Concern::PhoneNumber);

        Switches switches;
        for (const auto concern :
             {Concern::PhoneNumber, Concern::IdentityNumber, Concern::CaseNumber, Concern::FirstContribution}) {
            CHECK(judge.judge(masked.utf8, context, switches).has(concern));
            switches.turn_off(concern);
            CHECK_FALSE(judge.judge(masked.utf8, context, switches).has(concern));
        }
        CHECK_FALSE(judge.judge(masked.utf8, context, switches).is_held());
    }

    TEST_CASE("texts made to be slow are judged in good time") {
        const Judge judge(words_with({.of = "soft", .with = {"role~40"}, .without = {"insult~40"}}));
        for (const std::string part : {"voleur ", "agent voleur ", "v.", "v o l ", "c*", "a@", "com.", "http://", "[.]",
                                       "12-A-", "\xFF", "aaaaaaaa", "م", "1 2 "}) {
            CAPTURE(part);
            std::string text;
            while (text.size() < 20'000) text += part;
            const auto start = std::clock();
            judge.judge(text, {});
            CHECK((std::clock() - start) / CLOCKS_PER_SEC < 1);
        }
    }
}
