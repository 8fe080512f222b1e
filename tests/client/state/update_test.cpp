#include "client/state/update.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <random>

#include "client/state/questions.hpp"

using base::Language;

namespace {

const routes::Sheet sheet{Language::En, "rabat", "registry"};

template <class What>
std::vector<What> all(const std::vector<state::Effect>& effects) {
    std::vector<What> found;
    for (const auto& effect : effects)
        if (const auto* what = std::get_if<What>(&effect)) found.push_back(*what);
    return found;
}

state::AppState started(const routes::Page& page, std::vector<state::Effect>* effects = nullptr) {
    auto step =
        state::update({}, platform::Started{.address = routes::address_of(page), .language = "en", .random = 3});
    if (effects != nullptr) *effects = step.effects;
    return step.state;
}

}  // namespace

TEST_SUITE("client/state/update") {
    TEST_CASE("what the page data do not bring is asked for, each address once") {
        std::vector<state::Effect> effects;
        auto state = started(sheet, &effects);
        CHECK(all<state::Ask>(effects).size() == 3);
        const auto step = state::update(std::move(state), platform::LinkFollowed{.address = routes::address_of(sheet)});
        CHECK(all<state::Ask>(step.effects).empty());
    }

    TEST_CASE("an answer that nobody waits for any more changes nothing") {
        auto state = started(sheet);
        const auto step = state::update(std::move(state), platform::Answered{.request = 99, .status = 200});
        CHECK(!step.page_changed);
        CHECK(step.effects.empty());
    }

    TEST_CASE("the first page completes in silence: no focus is taken, nothing is announced") {
        std::vector<state::Effect> effects;
        auto state = started(sheet, &effects);
        for (const auto& ask : all<state::Ask>(effects)) {
            auto step =
                state::update(std::move(state), platform::Answered{.request = ask.request.number, .status = 503});
            CHECK(all<state::Focus>(step.effects).empty());
            CHECK(all<state::Announce>(step.effects).empty());
            state = std::move(step.state);
        }
        CHECK(state::is_ready(*state.page, state));
    }

    TEST_CASE("only pages of ours without a query are followed, and only our own form is sent") {
        CHECK(state::follows("/fr/d/rabat/services/registry"));
        CHECK(state::follows("/fr/receipt/1234"));
        CHECK(!state::follows("/fr/d/rabat/services/registry?skin=html"));
        CHECK(!state::follows("/fr/preferences"));
        CHECK(!state::follows("/"));
        for (const auto* beyond : {"tel:+212537000000", "mailto:greffe@court.example", "https://court.example/fr", ""})
            CHECK(!state::follows(beyond));
        const auto state = started(sheet);
        CHECK(state::submits(state, routes::rating_action(sheet)));
        CHECK(!state::submits(state, routes::rating_action({Language::En, "fes", "registry"})));
        CHECK(!state::submits(state, "/en/preferences"));
    }

    TEST_CASE("whether a court is open is asked again each minute") {
        const auto now_address = routes::api_now("rabat");
        std::vector<state::Effect> effects;
        auto state = started(routes::District{Language::En, "rabat"}, &effects);
        const auto take = [&](const platform::Event& event) {
            auto step = state::update(std::move(state), event);
            state = std::move(step.state);
            effects = std::move(step.effects);
        };
        const auto asked = [&] {
            return std::ranges::count(all<state::Ask>(effects), now_address,
                                      [](const auto& ask) { return ask.request.address; });
        };
        REQUIRE(all<state::StartTimer>(effects).size() == 1);
        CHECK(all<state::StartTimer>(effects).front().delay_ms == 60'000);

        for (int minute = 0; minute < 3; ++minute) {
            take(platform::TimerFired{state.renewal});
            CHECK(asked() == 1);
            CHECK(all<state::StartTimer>(effects).size() == 1);
        }
    }

    TEST_CASE("a page without hours waits for no minute") {
        std::vector<state::Effect> effects;
        started(sheet, &effects);
        CHECK(all<state::StartTimer>(effects).empty());
    }

    TEST_CASE("a page that failed for want of a network is asked for again once there is one, and no other") {
        for (const int status : {0, 503}) {
            std::vector<state::Effect> effects;
            auto state = started(sheet, &effects);
            const auto asked = all<state::Ask>(effects);
            CHECK(all<state::Ask>(state::update(state, platform::Reconnected{}).effects).empty());
            for (const auto& ask : asked)
                state =
                    state::update(std::move(state), platform::Answered{.request = ask.request.number, .status = status})
                        .state;
            const auto step = state::update(std::move(state), platform::Reconnected{});
            CHECK(all<state::Ask>(step.effects).size() == (status == 0 ? asked.size() : 0));
            CHECK(all<state::GoTo>(step.effects).empty());
        }
    }

    TEST_CASE("no order of events brings the state into disorder") {
        std::mt19937 random(11);
        for (int round = 0; round < 200; ++round) {
            auto state = started(sheet);
            for (int step = 0; step < 60; ++step) {
                platform::Event event;
                const auto number = static_cast<std::uint32_t>(random() % 12);
                switch (random() % 7) {
                    case 0:
                        event =
                            platform::LinkFollowed{.address = "/fr/d/rabat/services/s" + std::to_string(random() % 3)};
                        break;
                    case 1:
                        event = platform::HistoryMoved{.entry = number, .address = "/ar/d/rabat/services/s1"};
                        break;
                    case 2:
                        event =
                            platform::Answered{.request = number, .status = random() % 2 == 0 ? 0 : 200, .body = "{}"};
                        break;
                    case 3: event = platform::TimerFired{number}; break;
                    case 4:
                        event =
                            platform::FieldChanged{{.name = "level", .value = "3", .is_choice = true, .checked = true}};
                        break;
                    case 5:
                        event =
                            platform::Submitted{.address = routes::rating_action(std::get<routes::Sheet>(*state.page))};
                        break;
                    default: event = platform::HistoryMoved{.entry = number, .address = "/elsewhere"}; break;
                }
                auto next = state::update(std::move(state), event);
                state = std::move(next.state);
                REQUIRE(state.page);
                CHECK(state.language == routes::language_of(*state.page));
                CHECK(state.requests.size() < 64);
            }
        }
    }
}
