// Whether the judge holds what must be held and lets through what is harmless, in figures. The half that the rules were
// written by is named text by text; of the other, figures alone are seen.
#include "shared/wire/moderation.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <doctest/doctest.h>
#include <format>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "tests/moderation/labelled.hpp"
#include "tests/moderation/portal_sentences.hpp"

namespace {

// The goal, in percent.
constexpr double least_harmful_held = 95, most_harmless_held = 3;
// What was reached so far on the half that nobody opened, and may not be lost again (README, run 5).
constexpr double harmful_held_so_far = 85, harmless_held_so_far = 5;

const domain::ModerationWords& portal_words() {
    static const auto words = [] {
        std::ifstream file(RIHAB_SOURCE_DIR "/assets/content/moderation.json", std::ios::binary);
        auto read = wire::decode_moderation(std::string{std::istreambuf_iterator<char>(file), {}});
        REQUIRE(read);
        return std::move(*read);
    }();
    return words;
}

const domain::moderation::Model& portal_model() {
    static const auto model = [] {
        std::ifstream file(RIHAB_SOURCE_DIR "/assets/content/moderation.model", std::ios::binary);
        auto read = domain::moderation::read_model(std::string{std::istreambuf_iterator<char>(file), {}});
        REQUIRE(read);
        return std::move(*read);
    }();
    return model;
}

const domain::moderation::Judge& portal_judge() {
    static const domain::moderation::Judge judge(portal_words(), portal_model());
    return judge;
}

const domain::moderation::Judge& judge_by_rules_alone() {
    static const domain::moderation::Judge judge(portal_words());
    return judge;
}

// A rule and a text that it finds, on each line.
std::multimap<std::string, std::string> texts_by_rule() {
    std::ifstream file(RIHAB_SOURCE_DIR "/tests/moderation/by_rule.tsv");
    std::multimap<std::string, std::string> texts;
    for (std::string line; std::getline(file, line);) {
        const auto tab = line.find('\t');
        REQUIRE(tab != std::string::npos);
        texts.emplace(line.substr(0, tab), line.substr(tab + 1));
    }
    return texts;
}

void check(const labelled::Outcome& outcome) {
    CHECK(outcome.all.harmful.percent() >= least_harmful_held);
    CHECK(outcome.all.harmless.percent() <= most_harmless_held);
}

}  // namespace

TEST_SUITE("tests/moderation") {
    TEST_CASE("the half that the rules were written by is judged as it is labelled, in each language") {
        const auto outcome = labelled::outcome_of(portal_judge(), labelled::contributions_of("rules"));
        labelled::print("rules half", outcome);
        for (const auto& wrong : outcome.wrong) std::puts(("    wrong: " + wrong).c_str());
        check(outcome);
        for (const auto& language : outcome.languages) {
            CAPTURE(language.language);
            CHECK(language.harmful.percent() >= least_harmful_held);
            CHECK(language.harmless.percent() <= most_harmless_held);
        }
    }

    TEST_CASE("what the rules' author wrote to practise is judged as it is labelled") {
        const auto outcome = labelled::outcome_of(portal_judge(), labelled::contributions_of("practice"));
        labelled::print("practice", outcome);
        for (const auto& wrong : outcome.wrong) std::puts(("    wrong: " + wrong).c_str());
        check(outcome);
    }

    TEST_CASE("of what the portal itself says, hardly anything would be held") {
        constexpr double most_percent = 1;
        labelled::Share share;
        for (const auto& sentence : labelled::portal_sentences()) {
            ++share.all;
            share.held += labelled::judged(portal_judge(), sentence).is_held() ? 1 : 0;
        }
        CHECK(share.all > 2000);
        CHECK(share.percent() <= most_percent);
    }

    TEST_CASE("each rule finds its text, and none of the file's rules is without one") {
        const auto texts = texts_by_rule();
        for (const auto& rule : portal_words().rules) {
            CAPTURE(rule.name);
            CHECK(texts.contains(rule.name));
        }
        for (const auto& [rule, text] : texts) {
            CAPTURE(rule);
            CAPTURE(text);
            const auto verdict = judge_by_rules_alone().judge(text, {});
            CHECK(std::ranges::contains(verdict.raised, rule, &domain::moderation::Raised::rule));
        }
    }

    TEST_CASE("the model holds what no rule finds, and disagrees with rules that err") {
        const auto by_rules = labelled::outcome_of(judge_by_rules_alone(), labelled::contributions_of("rules_2"));
        const auto with_model = labelled::outcome_of(portal_judge(), labelled::contributions_of("rules_2"));
        CHECK(2 * with_model.all.harmful.held > 3 * by_rules.all.harmful.held);  // It has learnt from these.
        CHECK(with_model.all.harmless.held < by_rules.all.harmless.held / 2);
    }

    TEST_CASE("to weigh a text as well takes at most half again as long as its rules alone") {
        const auto texts = labelled::contributions_of("rules_2");
        const auto seconds_of = [&](const domain::moderation::Judge& judge) {
            const auto begin = std::clock();
            for (const auto& one : texts) CHECK(judge.judge(one.text, {}).raised.size() < 100);
            return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC / static_cast<double>(texts.size());
        };
        double by_rules = 1, with_model = 1;
        for (int round = 0; round < 3; ++round) {  // The best of three: what runs beside this test counts for little.
            by_rules = std::min(by_rules, seconds_of(judge_by_rules_alone()));
            with_model = std::min(with_model, seconds_of(portal_judge()));
        }
        std::puts(
            std::format("a text takes {:.3f} ms by rules, {:.3f} ms with the model", 1000 * by_rules, 1000 * with_model)
                .c_str());
        CHECK(with_model < 1.5 * by_rules);
    }

    TEST_CASE("the half that nobody opened is judged no worse than it was before") {
        const auto outcome = labelled::outcome_of(portal_judge(), labelled::contributions_of("judge"));
        labelled::print("judge half", outcome);
        CHECK(outcome.all.harmful.all == 200);
        CHECK(outcome.all.harmless.all == 250);
        CHECK(outcome.all.harmful.percent() >= harmful_held_so_far);
        CHECK(outcome.all.harmless.percent() <= harmless_held_so_far);
        // ./rihab test moderation asks for the goal itself.
        if (std::getenv("RIHAB_GOAL") != nullptr) check(outcome);
    }

    // Written by others than the rules' author, after the rules: what real texts would meet. Of these, the model has
    // learnt from rules_2.
    TEST_CASE("what others wrote is judged no worse than it was before") {
        struct Half {
            std::string_view name;
            double harmful_held_so_far, harmless_held_so_far;
        };
        for (const auto& half : {Half{"rules_2", 78, 1}, Half{"judge_2", 77, 4.1}, Half{"judge_3", 88, 4.1}}) {
            CAPTURE(half.name);
            const auto outcome = labelled::outcome_of(portal_judge(), labelled::contributions_of(half.name));
            labelled::print(half.name, outcome);
            CHECK(outcome.all.harmful.percent() >= half.harmful_held_so_far);
            CHECK(outcome.all.harmless.percent() <= half.harmless_held_so_far);
        }
    }
}
