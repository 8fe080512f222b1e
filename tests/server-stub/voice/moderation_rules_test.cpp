// Which texts a portal holds by its own rules, over a database in memory.
#include <doctest/doctest.h>

#include "server-stub/service/authors.hpp"
#include "tests/server-stub/voice/court.hpp"

using domain::ContributionState;
using domain::ContributionStep;
using domain::PortalRule;
using test::Court;
using Names = std::vector<std::string>;

namespace {

const std::string harmless = "Un banc devant la salle 2.";
const std::string with_link = "Lire les horaires de la salle sur www.horaires-salle.com";
const std::string with_insult = "Le greffier est un imbécile. Lire sur www.horaires-salle.com";
const std::string about_a_case = "Le juge a eu tort dans mon dossier 2026/1201/345.";

service::Deed deed(const Court& court, const std::string& district = "rabat", std::int64_t account = 7) {
    return {.account = account, .role = domain::Role::CourtHead, .district = district, .at = court.now};
}

domain::ModerationRules with(PortalRule rule, bool is_on) {
    domain::ModerationRules rules;
    rules.set(rule, is_on);
    return rules;
}

void set(Court& court, PortalRule rule, bool is_on) {
    REQUIRE(court.store->moderation_rules().set(with(rule, is_on), deed(court)));
}

Names noted_in_audit(Court& court) {
    Names details;
    for (const auto& row : court.store->items().audit_of(0).value())
        if (row.what == "moderation-rule") details.push_back(row.district + " " + row.detail);
    return details;
}

class UnreadableRules final : public service::ModerationRuleStore {
public:
    base::Result<service::KeptModerationRules> rules(std::string_view) override { return error(); }
    base::Result<bool> set(const domain::ModerationRules&, const service::Deed&) override { return error(); }

private:
    static std::unexpected<base::Error> error() {
        return std::unexpected(base::Error{base::ErrorCode::Unavailable, "the disk fails"});
    }
};

}  // namespace

TEST_SUITE("server-stub/voice/moderation_rules") {
    TEST_CASE("what a portal does not hold is public at once and noted for its desk; elsewhere it waits") {
        Court court;
        CHECK(court.say(with_link, "a")->state == ContributionState::Held);
        set(court, PortalRule::LinkSpam, false);
        const auto sent = court.say(with_link, "b").value();
        CHECK(sent.state == ContributionState::Published);
        CHECK(sent.concerns.empty());
        CHECK(sent.noted == Names{"link-spam"});
        CHECK(court.voice().find("rabat", sent.id) == sent);
        CHECK(court.voice().look_at("tanger", with_link).concerns == Names{"link-spam"});
    }

    TEST_CASE("what is fixed still holds or refers it") {
        Court court;
        domain::ModerationRules none;
        for (const auto rule : domain::portal_rules) none.set(rule, false);
        REQUIRE(court.store->moderation_rules().set(none, deed(court)));
        const auto insulting = court.say(with_insult, "a").value();
        CHECK(insulting.state == ContributionState::Held);
        CHECK(std::ranges::contains(insulting.concerns, "insult"));
        CHECK(court.say(about_a_case, "b")->state == ContributionState::Private);
        set(court, PortalRule::EverythingWaits, true);
        const auto private_one = court.say(about_a_case, "c").value();
        CHECK(private_one.state == ContributionState::Private);
        CHECK_FALSE(std::ranges::contains(private_one.concerns, "everything-waits"));
    }

    TEST_CASE("where everything waits, a harmless text does, and words about an answer are the court's") {
        for (const bool waits : {false, true}) {
            Court court;
            const auto before = court.say(harmless, "a").value();
            REQUIRE(before.state == ContributionState::Published);
            REQUIRE(court.act(before.id, Court::editor(2), ContributionStep::Acknowledge));
            const auto answered = court.act(before.id, Court::editor(2), ContributionStep::Answer, {},
                                            domain::CourtAnswer{.words = "Il y est.", .proof = "Salle 2"});
            REQUIRE(answered);
            set(court, PortalRule::EverythingWaits, waits);
            const auto sent = court.say("Une lampe devant la salle 2.", "b").value();
            CHECK(sent.state == (waits ? ContributionState::Held : ContributionState::Published));
            CHECK(sent.concerns == (waits ? Names{"everything-waits"} : Names{}));
            service::Authors authors(court.store->authors(), court.voice(), court.legal);
            const auto judged = authors.judge_answer(*answered, "helped", "Merci.", court.now).value();
            CHECK(judged.verdict->is_public == !waits);
            if (!waits) continue;
            REQUIRE(court.act(sent.id, Court::moderator(1), ContributionStep::Publish));
            CHECK(court.voice().find("rabat", sent.id)->is_public());
        }
    }

    TEST_CASE("a correction is judged by the rules of its portal, as they are then") {
        const auto correct = [](Court& court, std::int64_t id, const std::string& text) {
            return court.voice()
                .act(court.voice().find("rabat", id).value(), Court::author(),
                     {.step = ContributionStep::Correct, .redacted = text, .sending = court.by_form()}, court.now)
                .value();
        };
        Court court;
        const auto id = court.say(harmless, "a").value().id;
        set(court, PortalRule::LinkSpam, false);
        const auto open = correct(court, id, with_link);
        CHECK(open.state == ContributionState::Published);
        CHECK(open.noted == Names{"link-spam"});
        CHECK(court.voice().find("rabat", id) == open);
        set(court, PortalRule::LinkSpam, true);
        const auto held = correct(court, id, with_link + "/salle");
        CHECK(held.state == ContributionState::Held);
        CHECK(held.concerns == Names{"link-spam"});
        CHECK(held.noted.empty());
        CHECK(court.voice().find("rabat", id) == held);
        // What it waits for already is not said to hold nothing.
        set(court, PortalRule::LinkSpam, false);
        const auto still = correct(court, id, with_link + "/porte");
        CHECK(still.concerns == Names{"link-spam"});
        CHECK(still.noted.empty());
    }

    TEST_CASE("a rule that is switched off does not hide what the model holds by itself") {
        // No rule speaks of it.
        const std::string hurting =
            "Vous ne valez rien du tout, bande d'inutiles payés pour dormir, la honte. Vous ne valez rien, la honte";
        Court court;
        set(court, PortalRule::LinkSpam, false);
        CHECK(court.say(hurting, "a")->concerns == Names{"likely-harm"});
        const auto linked = court.say(hurting + " sur www.a.com", "b").value();
        CHECK(linked.state == ContributionState::Held);
        CHECK(linked.concerns == Names{"likely-harm"});
        CHECK(linked.noted == Names{"link-spam"});
        // Switched off, too, what the model thinks is noted beside it.
        auto none = with(PortalRule::LinkSpam, false);
        none.set(PortalRule::LikelyHarm, false);
        REQUIRE(court.store->moderation_rules().set(none, deed(court)));
        CHECK(court.say(hurting + " sur www.b.com", "c")->noted == Names{"link-spam", "likely-harm"});
    }

    TEST_CASE("where its rules cannot be read, everything waits") {
        Court court;
        UnreadableRules rules;
        const service::Contributions voice({.store = court.store->contributions(),
                                            .legal_time = court.legal,
                                            .calendar_of = [](const std::string&) { return test::shipped_calendar(); },
                                            .look_at = test::shipped_rules(),
                                            .rules = rules,
                                            .codes = test::counting_codes(),
                                            .mark = [](std::string_view text) { return std::string(text); }});
        CHECK(voice.look_at("rabat", harmless).concerns == Names{"everything-waits"});
        CHECK(voice.look_at("rabat", with_link).concerns == Names{"link-spam"});
    }

    TEST_CASE("each switch is in the audit log once, and the rules stay with who set them last") {
        Court court;
        auto& rules = court.store->moderation_rules();
        CHECK_FALSE(rules.rules("rabat")->set_at);
        CHECK_FALSE(rules.set({}, deed(court)).value());
        CHECK_FALSE(rules.rules("rabat")->set_at);
        CHECK(noted_in_audit(court).empty());
        auto wanted = with(PortalRule::LinkSpam, false);
        wanted.set(PortalRule::EverythingWaits, true);
        CHECK(rules.set(wanted, deed(court)).value());
        CHECK_FALSE(rules.set(wanted, deed(court, "rabat", 8)).value());
        CHECK(noted_in_audit(court) == Names{"rabat link-spam off", "rabat everything-waits on"});
        CHECK(rules.rules("rabat")->rules == wanted);
        CHECK(rules.rules("rabat")->set_at == court.now);
        CHECK(rules.rules("rabat")->set_by.empty());
        CHECK(rules.rules("tanger")->rules == domain::ModerationRules());
        wanted.set(PortalRule::LinkSpam, true);
        court.pass_days(1);
        CHECK(rules.set(wanted, deed(court)).value());
        CHECK(noted_in_audit(court).back() == "rabat link-spam on");
        CHECK(noted_in_audit(court).size() == 3);
        CHECK(rules.set({}, deed(court)).value());
        CHECK(rules.rules("rabat")->set_at == court.now);
        CHECK(court.store->items().first_broken_audit_row().value() == std::nullopt);
    }
}
