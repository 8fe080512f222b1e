// Each sign of a program by itself, and what no number of programs gets past.
#include "server-stub/service/spam_signs.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <format>
#include <string>
#include <vector>

#include "tests/server-stub/voice/court.hpp"
#include "tests/server-stub/voice/own_words.hpp"

using service::Network;
using service::Sending;
using service::SpamSign;
using service::SpamSigns;
using test::own_words;

namespace {

using Signs = std::vector<SpamSign>;

constexpr base::Instant noon{1'795'348'800'000};
base::Instant after(std::int64_t seconds) { return {noon.milliseconds + seconds * 1000}; }

Sending by_form(std::uint64_t network, base::Instant opened = noon) {
    return {.network = Network{network}, .is_by_form = true, .opened = opened};
}

class Portal {
public:
    Signs send(const Sending& sending, const std::string& text, base::Instant now,
               const std::string& district = "rabat") {
        auto signs = signs_.look(sending, district, text, now);
        if (signs.empty()) signs_.count(sending, district, text, now);
        return signs;
    }

private:
    SpamSigns signs_{secrets::Salt::random()};
};

service::TextMarks marks(std::string_view text) {
    static const auto salt = secrets::Salt::random();
    return service::marks_of(text, salt);
}

const std::string petition = "Nous demandons que la salle des pas perdus soit chauffée en hiver, avec des sièges.";

}  // namespace

TEST_SUITE("server-stub/voice") {
    TEST_CASE("a form that somebody opened and filled in has no sign") {
        Portal portal;
        CHECK(portal.send(by_form(1), petition, after(3)).empty());
        CHECK(portal.send(by_form(2), "Merci", after(3 * 3600)).empty());
    }

    TEST_CASE("what was not opened, what came sooner than anybody reads, and what filled the trap is held") {
        Portal portal;
        CHECK(portal.send({.is_by_form = true}, petition, noon) == Signs{SpamSign::NotOpened});
        CHECK(portal.send(by_form(1), petition, after(2)) == Signs{SpamSign::TooFast});
        auto filled = by_form(1);
        filled.is_trap_filled = true;
        CHECK(portal.send(filled, petition, after(60)) == Signs{SpamSign::Trap});
        CHECK(portal.send({.network = Network{9}}, petition, noon).empty());  // JSON opens no form.
    }

    TEST_CASE("an opening is good for its district and its key, and a week") {
        const auto key = secrets::SealingKey::keep_in({}).value();
        const service::FormOpenings forms([&](std::string_view text) { return key.mark(text); });
        const auto printed = forms.print("rabat", "k1", noon);
        CHECK(forms.read(printed, "rabat", "k1", after(60)) == noon);
        CHECK_FALSE(forms.read(printed, "tanger", "k1", after(60)));
        CHECK_FALSE(forms.read(printed, "rabat", "k2", after(60)));
        CHECK_FALSE(forms.read(printed, "rabat", "k1", after(-1)));
        CHECK(forms.read(printed, "rabat", "k1", after(7 * 24 * 3600)));
        CHECK_FALSE(forms.read(printed, "rabat", "k1", after(7 * 24 * 3600 + 1)));
        auto earlier = printed;
        earlier[0] = '0';
        for (const std::string_view broken : {std::string_view(), std::string_view("."), std::string_view("x.y"),
                                              std::string_view("1795348800000"), std::string_view(earlier)})
            CHECK_FALSE(forms.read(broken, "rabat", "k1", after(60)));
    }

    TEST_CASE("texts are alike whatever stands around their words, and two that only share small words are not") {
        const auto like = [](std::string_view a, std::string_view b) { return service::are_alike(marks(a), marks(b)); };
        CHECK(like(petition,
                   "NOUS DEMANDONS que la salle 4 des pas perdus soit chauffee en hiver... avec des sièges !!"));
        CHECK(like("من فضلكم كرسي أمام القاعة", "مِن فَضلِكُم كُرسي أمام القاعة 7"));
        CHECK(
            like("Great portal, thank you for this useful information about the court, I share it with all my friends",
                 "Nice portal, thank you for this useful information about the court, I share it with all my family"));
        CHECK_FALSE(like("Il faut un banc de plus devant la salle 2", "Il manque une horloge devant la salle 2"));
        CHECK_FALSE(like("Le guichet ouvre trop tard le lundi", "Le guichet ferme trop tôt le jeudi"));
        CHECK_FALSE(like(petition, ""));
        CHECK(like("!!", "..."));
    }

    TEST_CASE("six say the same in a day; the seventh is read first, and the next day six more") {
        Portal portal;
        for (std::uint64_t network = 1; network <= 6; ++network)
            CHECK(portal.send(by_form(network), petition, after(60)).empty());
        CHECK(portal.send(by_form(7), petition + " Merci.", after(60)) == Signs{SpamSign::Campaign});
        CHECK(portal.send(by_form(8), own_words(1), after(60)).empty());
        const auto next_day = after(24 * 3600 + 60);
        CHECK(portal.send(by_form(9, next_day), petition, next_day) == Signs{SpamSign::TooFast});
        CHECK(portal.send(by_form(9), petition, next_day).empty());
    }

    TEST_CASE("a network may say one thing many times, but not copy one text after the other") {
        Portal portal;
        for (int text = 0; text < 4; ++text) CHECK(portal.send(by_form(1), own_words(text), after(60)).empty());
        CHECK(portal.send(by_form(2), own_words(0), after(60)).empty());
        CHECK(portal.send(by_form(2), own_words(0), after(60)).empty());
        CHECK(portal.send(by_form(2), own_words(1), after(60)).empty());
        CHECK(portal.send(by_form(2), own_words(2), after(60)) == Signs{SpamSign::Duplicate});
        CHECK(portal.send(by_form(2), own_words(0), after(60)).empty());
        CHECK(portal.send(by_form(2), own_words(99), after(60)).empty());
        CHECK(portal.send({.network = Network{3}}, own_words(3), after(60)) == Signs{SpamSign::Duplicate});
    }

    TEST_CASE("however much comes, so much goes out unread: thirty an hour of a network, a hundred in a district") {
        Portal portal;
        int of_network = 0, of_district = 0, elsewhere = 0;
        for (int text = 0; text < 60; ++text)
            of_network += portal.send(by_form(1), own_words(text), after(60)).empty() ? 1 : 0;
        CHECK(of_network == 30);
        for (int text = 60; text < 300; ++text)
            of_district += portal.send(by_form(static_cast<std::uint64_t>(text)), own_words(text), after(60)).empty();
        CHECK(of_district == 70);
        for (int text = 300; text < 320; ++text)
            elsewhere +=
                portal.send(by_form(static_cast<std::uint64_t>(text)), own_words(text), after(60), "tanger").empty();
        CHECK(elsewhere == 20);
        CHECK(portal.send(by_form(1), own_words(400), after(61 + 3600)).empty());
    }

    TEST_CASE("without a form five an hour in a district") {
        Portal portal;
        int gone = 0;
        for (int text = 0; text < 50; ++text)
            gone += portal.send({.network = Network{static_cast<std::uint64_t>(text)}}, own_words(text), noon).empty();
        CHECK(gone == 5);
        CHECK(portal.send(by_form(1), own_words(60), after(60)).empty());
    }

    TEST_CASE("a million texts and networks take no more memory than the last thousands") {
        service::AlikeTexts texts({.most = 6, .within = std::chrono::hours(24)});
        for (std::uint64_t text = 1; text <= 20'000; ++text) texts.take({text}, 1, noon);
        CHECK(texts.size() == 8'192);
        // A day later they are forgotten.
        CHECK_FALSE(texts.find({20'000}, 1, after(24 * 3600)).kind);
        CHECK(texts.size() == 0);
    }

    TEST_CASE("a court keeps the signs with what it holds, and does not count twice what was sent twice") {
        test::Court court;
        const auto say = [&](const Sending& sending, const std::string& text, const std::string& key) {
            return court.voice()
                .send({.district = "rabat",
                       .kind = domain::ContributionKind::Comment,
                       .text = text,
                       .key = key,
                       .language = base::Language::Fr,
                       .sending = sending},
                      court.now)
                .value();
        };
        const auto held = say({.is_by_form = true}, petition, "a");
        CHECK(held.state == domain::ContributionState::Held);
        CHECK(held.concerns == std::vector<std::string>{"not-opened"});
        const base::Instant opened{court.now.milliseconds - 60'000};
        for (int tries = 0; tries < 40; ++tries, court.now.milliseconds += 1000)
            CHECK(say(by_form(1, opened), petition, "b").state == domain::ContributionState::Published);
        CHECK(say(by_form(1, opened), petition, "c").state == domain::ContributionState::Published);
        // What is about a judge goes to the court, whoever sent it.
        const auto referred =
            say({.is_by_form = true}, "Le juge de mon procès a rendu un jugement injuste contre moi.", "d");
        CHECK(referred.state == domain::ContributionState::Private);
    }
}
