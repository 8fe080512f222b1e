#include "shared/domain/moderation/model.hpp"

#include <doctest/doctest.h>
#include <string>

#include "shared/domain/moderation/rules.hpp"

using namespace domain;
using namespace domain::moderation;

namespace {

constexpr std::size_t places = 1U << 12U;

ModerationWords words_with(Concern concern) {
    return {.languages = {{.language = "fr", .groups = {{"insult", {"connard"}}}}},
            .rules = {{.name = "rule", .concern = concern, .of = "insult"}}};
}

Model a_model() {
    Model model{.weights = std::vector<std::int8_t>(places),
                .known = std::vector<std::uint8_t>(places / 8),
                .unit = 100'000'000,
                .bias = 0,
                .hold_at = 400'000,
                .agree_at = 100'000};
    return model;
}

// Every word of the text weighs as much.
Model model_that_learnt(std::string_view text, std::int8_t root) {
    auto model = a_model();
    const Judge judge(words_with(Concern::Insult));
    const auto traits = judge.traits_of(text, {}, [](std::uint32_t) { return false; });
    for (const auto trait : traits[static_cast<std::size_t>(Family::Words)])
        model.weights[place_of(trait, places)] = root;
    return model;
}

}  // namespace

TEST_SUITE("shared/domain/moderation") {
    TEST_CASE("a model is read as it was written, and no other bytes are one") {
        auto model = model_that_learnt("un mot", -100);
        model.known[3] = 5;
        const auto bytes = write_model(model);
        CHECK(read_model(bytes) == model);
        CHECK(bytes.size() < model_bytes_limit);

        CHECK_FALSE(read_model("").has_value());
        CHECK_FALSE(read_model("RIHABMOD").has_value());
        CHECK_FALSE(read_model(bytes + "x").has_value());
        CHECK_FALSE(read_model(bytes.substr(0, bytes.size() - 1)).has_value());
        for (const std::size_t at :
             {std::size_t{0}, std::size_t{8}, std::size_t{12}, std::size_t{40}, bytes.size() - 1}) {
            auto damaged = bytes;
            damaged[at] = static_cast<char>(damaged[at] ^ 1);
            CAPTURE(at);
            CHECK_FALSE(read_model(damaged).has_value());
        }
    }

    TEST_CASE("a model without weights knows nothing and says its bias") {
        const Model model{.weights = {}, .known = {}, .bias = 7};
        CHECK_FALSE(model.knows(3));
        CHECK(model.score({}) == 7);
    }

    TEST_CASE("what no rule finds is held where the model is sure, and says that it is the program's guess") {
        const std::string text = "vous ne valez rien du tout";
        const Judge judge(words_with(Concern::Insult), model_that_learnt(text, 100));
        const auto verdict = judge.judge(text, {});
        REQUIRE(verdict.raised.size() == 1);
        CHECK(verdict.raised[0].concern == Concern::LikelyHarm);
        CHECK(verdict.raised[0].rule == "likely-harm");
        CHECK_FALSE(verdict.is_private());

        Switches off;
        off.turn_off(Concern::LikelyHarm);
        CHECK_FALSE(judge.judge(text, {}, off).is_held());
        CHECK_FALSE(judge.judge("merci pour ce beau portail", {}).is_held());
        CHECK_FALSE(Judge(words_with(Concern::Insult)).judge(text, {}).is_held());
    }

    TEST_CASE("a rule that may err is believed where the model agrees, and then the rule's reason is the only one") {
        const std::string text = "quel connard";
        const Judge agreeing(words_with(Concern::Insult), model_that_learnt(text, 100));
        const auto verdict = agreeing.judge(text, {});
        REQUIRE(verdict.raised.size() == 1);
        CHECK(verdict.raised[0].concern == Concern::Insult);
        CHECK_FALSE(Judge(words_with(Concern::Insult), a_model()).judge(text, {}).is_held());
    }

    TEST_CASE("a number or an address is believed whatever the model says; a private matter unless it is harmless") {
        const std::string text = "quel connard";
        for (const auto concern : {Concern::PhoneNumber, Concern::IdentityNumber, Concern::CaseNumber,
                                   Concern::LinkSpam, Concern::DoxingAddress})
            CHECK(Judge(words_with(concern), model_that_learnt(text, -100)).judge(text, {}).has(concern));
        for (const auto concern : {Concern::AboutACase, Concern::NamesJudge, Concern::NamesParty}) {
            CHECK(Judge(words_with(concern), a_model()).judge(text, {}).is_private());
            CHECK_FALSE(Judge(words_with(concern), model_that_learnt(text, -100)).judge(text, {}).is_private());
        }
        const auto first = Judge(words_with(Concern::Insult), model_that_learnt(text, -100))
                               .judge(text, {.is_first_contribution = true});
        CHECK(first.has(Concern::FirstContribution));
    }

    TEST_CASE("words in Arabic and in Latin letters that sound alike have a trait in common") {
        const Judge judge(words_with(Concern::Insult));
        const auto traits = [&](std::string_view text) {
            return judge.traits_of(text, {},
                                   [](std::uint32_t) { return true; })[static_cast<std::size_t>(Family::Skeletons)];
        };
        CHECK(traits("7chouma") == traits("حشومة"));
        CHECK(traits("7chouma") != traits("moujrim"));
    }

    TEST_CASE("a word that nobody has written before is seen, and one that was known is not") {
        const Judge judge(words_with(Concern::Insult));
        const auto shape = static_cast<std::size_t>(Family::Shape);
        const auto unknown = judge.traits_of("le juge Zartouf", {}, [](std::uint32_t) { return false; })[shape];
        const auto known = judge.traits_of("le juge Zartouf", {}, [](std::uint32_t) { return true; })[shape];
        CHECK(unknown.size() > known.size());
    }

    TEST_CASE("a text made to be slow has no more traits than its length allows") {
        const Judge judge(words_with(Concern::Insult));
        std::string text;
        for (int i = 0; i < 20'000; ++i) text += "connard ";
        std::size_t count = 0;
        for (const auto& family : judge.traits_of(text, {}, [](std::uint32_t) { return false; }))
            count += family.size();
        CHECK(count < 1000);
    }
}
