#include <algorithm>

#include "shared/domain/own_hours.hpp"
#include "shared/wire/hours.hpp"
#include "tests/server-stub/items/desk.hpp"

using namespace test;
using domain::ItemKind;
using domain::ItemState;
using domain::ItemStep;
using Why = service::EditRefusal::Why;

TEST_SUITE("server-stub/service/editing") {
    TEST_CASE("what is created is a draft of version 1, and a slug is given once") {
        auto desk = Desk::in_memory();
        const auto item = desk.create("new-counter");
        CHECK(item.version == 1);
        CHECK(item.state == ItemState::Draft);
        CHECK(item.titles == domain::Values{{"title/ar", "عنوان"}});
        CHECK(desk.editing.find(editor, "rabat", item.id) == item);
        CHECK(desk.editing.create(editor, "rabat", {ItemKind::Article, "new-counter", an_article()}, morning)
                  .error()
                  .why == Why::SlugTaken);
        CHECK(desk.editing.create(editor, "rabat", {ItemKind::Guide, "Not a slug", {}}, morning).error().errors ==
              std::vector<domain::ItemError>{{"original", domain::ItemProblem::Missing},
                                             {"slug", domain::ItemProblem::SlugUnfit}});
    }

    TEST_CASE("questions, guides and documents are of one family: each has a slug of its own, and is published") {
        auto desk = Desk::in_memory();
        const domain::Values question{{"original", "fr"}, {"title/fr", "Les papiers"}, {"body/fr", "- Une carte"}};
        const domain::Values guide{{"original", "fr"},
                                   {"title/fr", "Les papiers"},
                                   {"summary/fr", "Lesquels"},
                                   {"audience", "citizen"},
                                   {"body/fr", "Voici."}};
        const domain::Values document{{"original", "fr"},
                                      {"title/fr", "Les papiers"},
                                      {"summary/fr", "Lesquels"},
                                      {"source", "Bulletin officiel"},
                                      {"address", "https://law.example"}};
        std::vector<std::string> slugs;
        for (const auto& [kind, values] : {std::pair{ItemKind::Question, question}, std::pair{ItemKind::Guide, guide},
                                           std::pair{ItemKind::Document, document}}) {
            auto item = desk.create("", values, kind);
            item = desk.step(editor, item, {.step = ItemStep::Submit});
            item = desk.step(reviewer, item, {.step = ItemStep::Accept});
            item = desk.step(head, item, {.step = ItemStep::Publish});
            slugs.push_back(item.slug);
            CHECK(desk.published.back() == "/api/v1/districts/rabat/help/" + item.slug);
        }
        CHECK(slugs == std::vector<std::string>{"les-papiers", "les-papiers-2", "les-papiers-3"});
        CHECK(desk.editing.create(editor, "rabat", {ItemKind::Guide, "les-papiers", guide}, morning).error().why ==
              Why::SlugTaken);
        CHECK(desk.editing.create(editor, "rabat", {ItemKind::Article, "les-papiers", an_article()}, morning));
    }

    TEST_CASE("hours of a court are published as what the calendar takes, and go when they are taken off") {
        auto desk = Desk::in_memory();
        const domain::Values hours{
            {"original", "fr"},         {"title/fr", "Horaires d’été"}, {"court", "cour-appel"},
            {"first", "2026-07-01"},    {"last", "2026-08-31"},         {"shifts/0/days", "monday-friday"},
            {"shifts/0/opens", "8:00"}, {"shifts/0/closes", "15:00"},   {"source", "Arrêté"}};
        CHECK(desk.editing.create(editor, "rabat", {ItemKind::Hours, "ete", hours}, morning).error().why == Why::Unfit);
        auto whole = hours;
        whole["shifts/0/opens"] = "08:00";
        auto item = desk.create("ete", whole, ItemKind::Hours);
        item = desk.step(editor, item, {.step = ItemStep::Submit});
        item = desk.step(reviewer, item, {.step = ItemStep::Accept});
        item = desk.step(head, item, {.step = ItemStep::Publish});
        const std::string address = "/api/v1/districts/rabat/hours/ete";
        CHECK(desk.published.back() == address);
        const auto body = desk.store->content_body(address).value();
        REQUIRE(body);
        CHECK(wire::decode_regime(*body) == domain::regime_of(whole));
        desk.step(head, item, {.step = ItemStep::Archive});
        CHECK_FALSE(desk.store->content_body(address).value());
    }

    TEST_CASE("sixty texts with an Arabic title alone have sixty addresses, of every kind") {
        auto desk = Desk::in_memory();
        std::set<std::string> slugs;
        for (int i = 0; i < 60; ++i) {
            const auto made =
                desk.editing.create(editor, "rabat", {ItemKind::Article, "", an_article()}, minutes_later(i / 3));
            REQUIRE(made);
            slugs.insert(made->slug);
        }
        CHECK(slugs.size() == 60);
        CHECK(slugs.contains("article"));
        CHECK(slugs.contains("article-2"));
    }

    TEST_CASE("a save is one more revision; over a version that is gone it is refused with the one that is there") {
        auto desk = Desk::in_memory();
        const auto item = desk.create("a");
        const auto saved = desk.editing.save(editor, "rabat", item.id, 1, an_article("x"), morning);
        REQUIRE(saved);
        CHECK(saved->version == 2);
        const auto late = desk.editing.save(reviewer, "rabat", item.id, 1, an_article("y"), morning);
        REQUIRE_FALSE(late);
        CHECK(late.error().why == Why::Changed);
        CHECK(late.error().current == *saved);
        CHECK(desk.editing.revision(editor, "rabat", item.id, 1)->values == an_article());
        CHECK(desk.editing.revision(editor, "rabat", item.id, 2)->values == an_article("x"));
    }

    TEST_CASE("the same values again are no new revision") {
        auto desk = Desk::in_memory();
        const auto item = desk.create("a");
        CHECK(desk.editing.save(editor, "rabat", item.id, 1, an_article(), minutes_later(1)) == item);
        CHECK(desk.audit_of(item.id) == std::vector<std::string>{"save"});
    }

    TEST_CASE("restore makes a new revision out of an old one") {
        auto desk = Desk::in_memory();
        const auto item = desk.create("a");
        REQUIRE(desk.editing.save(editor, "rabat", item.id, 1, an_article("x"), morning));
        const auto restored = desk.editing.restore(editor, "rabat", item.id, 2, 1, morning);
        REQUIRE(restored);
        CHECK(restored->version == 3);
        CHECK(desk.editing.revision(editor, "rabat", item.id, 3)->values == an_article());
        CHECK(desk.editing.revisions(editor, "rabat", item.id)->size() == 3);
        CHECK(desk.editing.restore(editor, "rabat", item.id, 3, 9, morning).error().why == Why::NotFound);
    }

    TEST_CASE("an item goes its way, is public at its end, and stays so while its next version is written") {
        auto desk = Desk::in_memory();
        auto item = desk.checked("counter");
        CHECK(item.state == ItemState::LegalCheck);
        CHECK_FALSE(desk.is_public("counter"));
        item = desk.step(head, item, {.step = ItemStep::Publish});
        CHECK(item.published_version == 1);
        CHECK(desk.is_public("counter"));
        CHECK(desk.published == std::vector<std::string>{"/api/v1/districts/rabat/news/counter"});

        const auto next = desk.editing.save(editor, "rabat", item.id, 1, an_article("آخر"), morning);
        REQUIRE(next);
        CHECK(next->state == ItemState::Draft);
        CHECK(next->published_version == 1);
        CHECK(desk.store->content_body("/api/v1/districts/rabat/news/counter")->value().contains("عنوان"));

        item = desk.step(head, *next, {.step = ItemStep::Archive});
        CHECK_FALSE(desk.is_public("counter"));
        CHECK(desk.audit_of(item.id) ==
              std::vector<std::string>{"save", "submit", "accept", "publish", "save", "archive"});
        CHECK(desk.has_whole_audit());
    }

    TEST_CASE("a body is written as Markdown, kept in NFC, and read as blocks") {
        auto desk = Desk::in_memory();
        auto values = an_article("Cafe\u0301");
        values["body/ar"] = "# عنوان\n\n**مهم**";
        const auto made = desk.create("counter", values);
        CHECK(made.titles.at("title/ar") == "Caf\u00E9");
        auto item = desk.step(editor, made, {.step = ItemStep::Submit});
        item = desk.step(reviewer, item, {.step = ItemStep::Accept});
        desk.step(head, item, {.step = ItemStep::Publish});
        const auto body = desk.store->content_body("/api/v1/districts/rabat/news/counter");
        REQUIRE(body);
        CHECK(body->value().contains(R"({"kind":"heading","lines":[{"text":"عنوان"}]})"));
        CHECK(body->value().contains(R"({"kind":"paragraph","lines":[{"text":"مهم","spans":[{"begin":0,"end":6}]}]})"));
    }

    TEST_CASE("a body that no page could show is not kept") {
        auto desk = Desk::in_memory();
        auto values = an_article();
        values["body/ar"] = std::string(9'000, 'x');
        const auto refused = desk.editing.create(editor, "rabat", {ItemKind::Article, "long", values}, morning);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().errors == std::vector<domain::ItemError>{{"body/ar", domain::ItemProblem::TooLarge}});
    }

    TEST_CASE("nobody judges what they wrote") {
        auto desk = Desk::in_memory();
        const auto made = desk.editing.create(head, "rabat", {ItemKind::Article, "own", an_article()}, morning);
        REQUIRE(made);
        const auto item = desk.step(head, *made, {.step = ItemStep::Submit});
        const auto refused = desk.editing.step(head, "rabat", item.id, 1, {.step = ItemStep::Accept}, morning);
        CHECK(refused.error().problem == domain::StepProblem::OwnWork);
    }

    TEST_CASE("what lacks a value does not leave its author, and says which") {
        auto desk = Desk::in_memory();
        auto values = an_article();
        values.erase("summary/ar");
        const auto item = desk.create("a", values);
        const auto refused = desk.editing.step(editor, "rabat", item.id, 1, {.step = ItemStep::Submit}, morning);
        CHECK(refused.error().problem == domain::StepProblem::ValuesMissing);
        CHECK(refused.error().errors == std::vector<domain::ItemError>{{"summary/ar", domain::ItemProblem::Missing}});
    }

    TEST_CASE("a text with a flaw that the public may not meet does not leave its author, and says which") {
        auto desk = Desk::in_memory();
        auto values = an_article();
        values["body/ar"] = "# عنوان";
        values["title/fr"] = "L'heure";  // A hint, and gaps in other languages, hold nothing up.
        const auto item = desk.create("a", values);
        const auto refused = desk.editing.step(editor, "rabat", item.id, 1, {.step = ItemStep::Submit}, morning);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().problem == domain::StepProblem::ChecksFailed);
        REQUIRE(refused.error().findings.size() == 1);
        CHECK(refused.error().findings.front().path == "body/ar");
        CHECK(refused.error().findings.front().flaw == domain::Flaw::OnlyHeadings);
        values["body/ar"] = "# عنوان\n\nفقرة";
        REQUIRE(desk.editing.save(editor, "rabat", item.id, 1, values, morning));
        CHECK(desk.editing.step(editor, "rabat", item.id, 2, {.step = ItemStep::Submit}, morning));
    }

    TEST_CASE("an announcement is held up by what it lacks, not by how it is set") {
        auto desk = Desk::in_memory();
        const domain::Values values{{"original", "ar"},
                                    {"title/ar", "Le tribunal est fermé"},
                                    {"text/ar", "Tout le monde sort."},
                                    {"from", "2026-11-22"},
                                    {"to", "2026-11-23"},
                                    {"urgency", "emergency"}};
        CHECK_FALSE(domain::may_be_published(desk.editing.check(ItemKind::Notice, values)));
        const auto item = desk.create("out", values, ItemKind::Notice);
        CHECK(desk.editing.step(head, "rabat", item.id, 1, {.step = ItemStep::Announce}, morning));
        auto unsigned_values = values;
        unsigned_values.erase("text/ar");
        const auto other = desk.create("out-2", unsigned_values, ItemKind::Notice);
        CHECK(desk.editing.step(head, "rabat", other.id, 1, {.step = ItemStep::Announce}, morning).error().problem ==
              domain::StepProblem::ValuesMissing);
    }

    TEST_CASE("what waits for a verdict is not saved") {
        auto desk = Desk::in_memory();
        const auto item = desk.step(editor, desk.create("a"), {.step = ItemStep::Submit});
        CHECK(desk.editing.save(editor, "rabat", item.id, 1, an_article("x"), morning).error().why == Why::WrongState);
    }

    TEST_CASE("an item of another district is not there, and its desk is not open") {
        auto desk = Desk::in_memory();
        const auto item = desk.create("a");
        const auto stranger = of_role(domain::Role::Editor, "tanger");
        CHECK(desk.editing.find(stranger, "tanger", item.id).error().why == Why::NotFound);
        CHECK(desk.editing.find(stranger, "rabat", item.id).error().why == Why::NotAllowed);
        CHECK(desk.editing.save(stranger, "rabat", item.id, 1, an_article("x"), morning).error().why ==
              Why::NotAllowed);
        const auto ministry = of_role(domain::Role::Ministry, "");
        CHECK(desk.editing.find(ministry, "rabat", item.id) == item);
        CHECK(desk.editing.save(ministry, "rabat", item.id, 1, an_article("x"), morning).error().why ==
              Why::NotAllowed);
        CHECK(desk.editing.step(ministry, "rabat", item.id, 1, {.step = ItemStep::Submit}, morning).error().why ==
              Why::NotAllowed);
    }

    TEST_CASE("accepting approves what is complete, or the languages that were named") {
        auto desk = Desk::in_memory();
        auto values = an_article();
        values["title/fr"] = values["summary/fr"] = values["body/fr"] = "x";
        auto item = desk.step(editor, desk.create("a", values), {.step = ItemStep::Submit});
        item = desk.step(reviewer, item, {.step = ItemStep::Accept, .approved = {base::Language::Ar}});
        const auto status = [&](base::Language language) {
            return domain::status_of(item.languages, item.original, language);
        };
        CHECK(status(base::Language::Ar) == domain::LanguageStatus::Approved);
        CHECK(status(base::Language::Fr) == domain::LanguageStatus::Proposed);
        CHECK(status(base::Language::En) == domain::LanguageStatus::Missing);
    }

    TEST_CASE("pages of a list hold every item once, the newest first, under every filter") {
        auto desk = Desk::in_memory();
        for (int i = 0; i < 25; ++i) {
            const auto kind = i % 2 == 0 ? ItemKind::Article : ItemKind::Guide;
            const domain::Values values{{"original", "fr"}};
            const auto made =
                desk.editing.create(editor, "rabat", {kind, "a" + std::to_string(i), values}, minutes_later(i / 3));
            REQUIRE(made);
            if (i % 5 == 0) desk.step(head, *made, {.step = ItemStep::Archive}, minutes_later(i / 3));
        }
        const auto count = [&](service::ItemFilter filter) {
            std::set<service::ItemId> seen;
            std::optional<service::ItemCursor> after;
            for (;;) {
                const auto page = desk.editing.list(editor, filter, after, 4);
                REQUIRE(page);
                for (const auto& item : *page) CHECK(seen.insert(item.id).second);
                if (page->size() < 4) return seen.size();
                after = service::ItemCursor{page->back().changed_at, page->back().id};
            }
        };
        CHECK(count({.district = "rabat"}) == 25);
        CHECK(count({.district = "rabat", .kind = ItemKind::Guide}) == 12);
        CHECK(count({.district = "rabat", .state = ItemState::Archived}) == 5);
        CHECK(count({.district = "rabat", .kind = ItemKind::Article, .state = ItemState::Draft}) == 10);
        CHECK(desk.editing.list(of_role(domain::Role::Ministry, ""), {.district = "tanger"}, {}, 4)->empty());
    }

    TEST_CASE("nothing takes place in a court that the district has not") {
        auto desk = test::Desk::in_memory();
        service::Editing editing(desk.store->items(), desk.zone, [](const auto&) {}, {},
                                 {.has_court = [](const std::string& district, std::string_view court) {
                                     return district == "rabat" && court == "tpi-rabat";
                                 }});
        const auto create = [&](std::string court) {
            domain::Values values{{"original", "fr"},
                                  {"title/fr", "Portes ouvertes"},
                                  {"summary/fr", "Une visite."},
                                  {"starts", "2026-12-01T10:00"},
                                  {"ends", "2026-12-01T12:00"}};
            if (!court.empty()) values["court"] = std::move(court);
            return editing.create(editor, "rabat", {ItemKind::Activity, "", values}, morning);
        };
        CHECK(create("tpi-rabat"));
        CHECK(create(""));  // A draft may leave it open.
        const auto refused = create("tpi-tanger");
        REQUIRE(!refused);
        CHECK(refused.error().errors == std::vector<domain::ItemError>{{"court", domain::ItemProblem::ChoiceUnknown}});
    }

    TEST_CASE("a picture that is not kept here is one that no page shows") {
        auto desk = test::Desk::in_memory();
        const std::string picture = "![باب المحكمة](/images/" + std::string(64, 'a') + ".png#3x2)";
        auto values = test::an_article();
        values["body/ar"] = "فقرة.\n\n" + picture;
        const auto lost = [&](bool is_here) {
            const service::Editing editing(desk.store->items(), desk.zone, [](const auto&) {}, {},
                                           {.has_picture = [&](const auto&) { return is_here; }});
            return std::ranges::contains(editing.check(domain::ItemKind::Article, values), domain::Flaw::LostPicture,
                                         &domain::CheckFinding::flaw);
        };
        CHECK(lost(false));
        CHECK_FALSE(lost(true));
    }
}
