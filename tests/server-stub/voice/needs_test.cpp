// What people ask for, gathered by service from what they said and rated, over a database in memory.
#include <doctest/doctest.h>

#include "tests/server-stub/voice/court.hpp"

using domain::ContributionKind;
using domain::ContributionStep;
using domain::Outcome;
using test::Court;

namespace {

service::StoredContribution say(Court& court, ContributionKind kind, const std::string& service,
                                const std::string& text, const std::string& district = "rabat") {
    static int key = 0;
    return court.voice()
        .send({.district = district,
               .service = service,
               .kind = kind,
               .text = text,
               .key = "need-" + std::to_string(++key),
               .language = base::Language::Fr,
               .sending = court.by_form()},
              court.now)
        .value();
}

void rate(Court& court, const std::string& key, const std::string& service, std::vector<domain::Reason> reasons,
          const std::string& text) {
    auto rating = test::a_rating(key);
    rating.receipt.district = domain::DistrictId("rabat");
    rating.receipt.service = domain::ServiceId(service);
    rating.receipt.rating.reasons = std::move(reasons);
    rating.receipt.rating.text = text;
    const service::CodeSource codes = [&key] {
        return domain::ReceiptCode::from_random(std::hash<std::string>()(key));
    };
    REQUIRE(court.store->record(std::vector{rating}, codes).front());
}

const domain::CourtAnswer done{.outcome = Outcome::Done, .words = "C'est fait.", .proof = "Salle 2"};

}  // namespace

TEST_SUITE("server-stub/voice/needs") {
    TEST_CASE("suggestions and papers are gathered by service, with what came of them; nothing else is") {
        Court court;
        const auto bench = say(court, ContributionKind::Suggestion, "nationality", "Un banc.");
        const auto paper = say(court, ContributionKind::OtherPaper, "nationality", "On m'a demandé un acte de plus.");
        const auto door = say(court, ContributionKind::Suggestion, "", "Une porte plus large.");
        say(court, ContributionKind::Comment, "nationality", "Bon accueil.");
        say(court, ContributionKind::Suggestion, "nationality", "Un banc.", "tanger");
        REQUIRE(court.act(bench.id, Court::editor(2), ContributionStep::Acknowledge));
        const auto answered = court.act(bench.id, Court::editor(2), ContributionStep::Answer, {}, done).value();
        const auto needs = court.store->needs().needs("rabat", 3).value();
        REQUIRE(needs.size() == 2);
        domain::Need expected{.service = "nationality", .suggestions = 1, .other_papers = 1};
        expected.outcomes[static_cast<std::size_t>(Outcome::Done)] = 1;
        CHECK(needs[0].need == expected);
        CHECK(needs[0].newest == std::vector{paper, answered});
        CHECK(needs[1].need == domain::Need{.suggestions = 1});
        CHECK(needs[1].newest == std::vector{door});
    }

    TEST_CASE("what is held, and what its author withdrew, is in no count") {
        Court court;
        say(court, ContributionKind::Suggestion, "nationality", "Tous ensemble sur www.gains-faciles.com");
        const auto gone = say(court, ContributionKind::Suggestion, "nationality", "Un banc.");
        CHECK(court.store->needs().needs("rabat", 3).value().front().need.suggestions == 1);
        REQUIRE(court.act(gone.id, Court::author(), ContributionStep::Withdraw));
        CHECK(court.store->needs().needs("rabat", 3).value().empty());
    }

    TEST_CASE("of each service only its newest are named, the newest first") {
        Court court;
        std::vector<std::int64_t> ids;
        for (const auto* text :
             {"Un banc.", "Plus de lumière.", "Ouvrez à huit heures.", "Une rampe à l'entrée.", "Un plan."})
            ids.push_back(say(court, ContributionKind::Suggestion, "nationality", text).id);
        const auto needs = court.store->needs().needs("rabat", 2).value();
        REQUIRE(needs.size() == 1);
        CHECK(needs[0].need.suggestions == 5);
        REQUIRE(needs[0].newest.size() == 2);
        CHECK(needs[0].newest[0].id == ids[4]);
        CHECK(needs[0].newest[1].id == ids[3]);
    }

    TEST_CASE("ratings are counted as they come: once each, with words, and by what should be better") {
        using enum domain::Reason;
        Court court;
        rate(court, "a", "nationality", {Waiting, ExtraPapers}, "");
        rate(court, "b", "nationality", {Waiting}, "Trop long.");
        rate(court, "c", "nationality", {}, "Merci.");
        rate(court, "d", "complaint", {}, "");
        const auto needs = court.store->needs().needs("rabat", 3).value();
        REQUIRE(needs.size() == 1);
        domain::Need expected{.service = "nationality", .ratings = 3, .worded = 2, .asking = 2};
        expected.reasons[static_cast<std::size_t>(Waiting)] = 2;
        expected.reasons[static_cast<std::size_t>(ExtraPapers)] = 1;
        CHECK(needs[0].need == expected);
        CHECK(needs[0].newest.empty());
        CHECK(court.store->needs().rating_counts("rabat").value() == service::RatingCounts{.ratings = 4, .worded = 2});
        CHECK(court.store->needs().rating_counts("tanger").value() == service::RatingCounts{});
    }

    TEST_CASE("the needs of a district are found by their own index") {
        Court court;
        int found = 0;
        for (const auto& plan : court.store->query_plans().value())
            for (const auto& step : plan.steps) found += step.contains("contribution_need (district=?") ? 1 : 0;
        CHECK(found == 2);
    }
}
