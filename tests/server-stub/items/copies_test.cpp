#include <algorithm>

#include "shared/domain/item_copy.hpp"
#include "shared/wire/answer.hpp"
#include "tests/server-stub/items/desk.hpp"

using namespace test;
using domain::ItemKind;
using domain::ItemState;
using domain::ItemStep;
using domain::LanguageStatus;
using Why = service::EditRefusal::Why;

namespace {

const service::Editor editor_of_tanger = of_role(domain::Role::Editor, "tanger");

domain::Values a_sheet() {
    return {{"original", "ar"},        {"title/ar", "السجل العدلي"}, {"title/fr", "Casier judiciaire"},
            {"short-title/ar", "سجل"}, {"summary/ar", "ملخص"},       {"who/ar", "الجميع"},
            {"fee/ar", "مجانا"},       {"delay/ar", "يومان"},        {"where/ar", "الشباك 1"},
            {"where-source", "x"},     {"legal-basis/ar", "قانون"},  {"last-checked", "2026-11-20"}};
}

base::LocalizedText city_of(const std::string& district) {
    return district == "rabat" ? base::LocalizedText{"الرباط", "", "Rabat", ""} : base::LocalizedText();
}

struct Copying : Desk {
    Copying() : Desk(storage::sqlite::Store::in_memory().value()) {}

    service::StoredItem published(const std::string& slug, domain::Values values, ItemKind kind,
                                  base::Instant now = morning) {
        auto item = step(editor, create(slug, std::move(values), kind), {.step = ItemStep::Submit}, now);
        item = step(reviewer, item, {.step = ItemStep::Accept}, now);
        return step(head, item, {.step = ItemStep::Publish}, now);
    }
    std::vector<service::ItemId> offered(ItemKind kind, std::size_t page = 20, std::string to = "tanger") {
        std::vector<service::ItemId> ids;
        std::optional<service::ItemCursor> after;
        do {
            const auto found = courts.copy_offers(of_role(domain::Role::Editor, to), to,
                                                  {{"casablanca", "rabat", "tanger"}, kind}, after, page);
            REQUIRE(found);
            for (const auto& offer : found->offers) ids.push_back(offer.item.id);
            after = found->next;
        } while (after);
        return ids;
    }
    service::StoredItem copied(service::ItemId id, base::Instant now = morning) {
        auto made = courts.copy(editor_of_tanger, "tanger", id, now);
        REQUIRE(made);
        return *made;
    }
    domain::Values values_of(const service::StoredItem& item) {
        return store->items().revision(item.id, item.version).value().values;
    }

    service::Editing courts{store->items(), zone, [](const std::string&) {}, {}, {.city_of = city_of}};
};

}  // namespace

TEST_SUITE("server-stub/service/copies") {
    TEST_CASE(
        "a copy is a draft of the court that takes it, without what is the other's alone, and says whose it was") {
        Copying desk;
        const auto original = desk.published("casier-judiciaire", a_sheet(), ItemKind::Sheet);
        for (const auto language : {base::Language::Ar, base::Language::Zgh})
            CHECK(domain::statuses_of(original.languages, original.original)[base::index_of(language)] ==
                  (language == base::Language::Ar ? LanguageStatus::Approved : LanguageStatus::Missing));
        const auto copy = desk.copied(original.id);
        CHECK(copy.district == "tanger");
        CHECK(copy.slug == "casier-judiciaire");
        CHECK(copy.state == ItemState::Draft);
        CHECK(copy.version == 1);
        CHECK(copy.published_version == 0);
        CHECK(domain::status_of(copy.languages, copy.original, base::Language::Ar) == LanguageStatus::Proposed);
        auto expected = a_sheet();
        for (const auto* local : {"where/ar", "where-source", "last-checked"}) expected.erase(local);
        expected["copied-from"] = "rabat/sheet/casier-judiciaire/" + std::to_string(original.id) + "/1/2026-11-22";
        CHECK(desk.values_of(copy) == expected);
        // Nobody here has verified the fee and the delay.
        const auto facts = desk.store->items().facts_of(copy.id).value();
        CHECK(facts.size() == 2);
        for (const auto& fact : facts) CHECK(fact.by == domain::Verifier{.on = {2026, 11, 22}, .role = "copy"});
        const auto rows = desk.store->items().audit_of(copy.id).value();
        REQUIRE(rows.size() == 1);
        CHECK(rows[0].what == "copy");
        CHECK(rows[0].detail == expected["copied-from"]);
        CHECK(desk.has_whole_audit());
        CHECK(desk.copied(original.id).slug == "casier-judiciaire-2");
        CHECK(desk.editing.find(editor, "rabat", original.id) == original);
    }

    TEST_CASE("only what another district has published now is copied, and only by who writes there") {
        Copying desk;
        const auto take = [&](service::ItemId id, domain::Role role = domain::Role::Editor) {
            return desk.courts.copy(of_role(role, "tanger"), "tanger", id, morning);
        };
        const auto draft = desk.create("draft");
        CHECK(take(draft.id).error().why == Why::NotFound);
        CHECK(take(99).error().why == Why::NotFound);
        const auto item = desk.published("a", an_article(), ItemKind::Article);
        CHECK(desk.courts.copy(editor, "rabat", item.id, morning).error().why == Why::NotFound);
        CHECK(desk.courts.copy(editor, "tanger", item.id, morning).error().why == Why::NotAllowed);
        using enum domain::Role;
        for (const auto role : {Citizen, Partner, Moderator, Ministry})
            CHECK(take(item.id, role).error().why == Why::NotAllowed);
        for (const auto role : {Editor, Reviewer, CourtHead, Administrator}) CHECK(take(item.id, role));
        const auto notice = desk.published(
            "n",
            {{"original", "ar"}, {"title/ar", "أ"}, {"text/ar", "ب"}, {"from", "2026-11-22"}, {"to", "2026-12-22"}},
            ItemKind::Notice);
        CHECK(take(notice.id).error().why == Why::NotFound);
        CHECK(desk.offered(ItemKind::Notice).empty());
        // A newer draft is nobody else's business.
        const auto next = desk.editing.save(editor, "rabat", item.id, 1, an_article("مسودة"), morning);
        REQUIRE(next);
        CHECK(desk.values_of(*take(item.id)).at("title/ar") == "عنوان");
        const auto offers = desk.courts.copy_offers(editor_of_tanger, "tanger", {{"rabat"}, ItemKind::Article}, {}, 9);
        REQUIRE(offers->offers.size() == 1);
        CHECK(offers->offers[0].item.titles.at("title/ar") == "عنوان");
        desk.step(head, *next, {.step = ItemStep::Archive});
        CHECK(take(item.id).error().why == Why::NotFound);
        CHECK(desk.offered(ItemKind::Article).empty());
    }

    TEST_CASE("nobody writes whose text it was: a hand-made source is refused, and the true one stays") {
        Copying desk;
        auto forged = an_article();
        forged["copied-from"] = "fes/article/a/1/1/2026-11-22";
        const std::vector<domain::ItemError> unknown{{"copied-from", domain::ItemProblem::PathUnknown}};
        CHECK(desk.editing.create(editor, "rabat", {ItemKind::Article, "x", forged}, morning).error().errors ==
              unknown);
        const auto original = desk.published("a", an_article(), ItemKind::Article);
        const auto copy = desk.copied(original.id);
        const auto source = desk.values_of(copy).at("copied-from");
        const auto save = [&](int version, const domain::Values& values) {
            return desk.courts.save(editor_of_tanger, "tanger", copy.id, version, values, morning);
        };
        CHECK(save(1, forged).error().errors == unknown);
        const auto saved = save(1, an_article("آخر"));
        REQUIRE(saved);
        CHECK(desk.values_of(*saved).at("copied-from") == source);
        CHECK(save(2, an_article("آخر")) == *saved);  // The same again.
        const auto restored = desk.courts.restore(editor_of_tanger, "tanger", copy.id, 2, 1, morning);
        REQUIRE(restored);
        CHECK(restored->version == 3);
        CHECK(desk.values_of(*restored).at("copied-from") == source);
        CHECK(desk.editing.save(editor, "rabat", original.id, 1, forged, morning).error().errors == unknown);
    }

    TEST_CASE("the desk hears that the original was published anew, or withdrawn") {
        Copying desk;
        auto original = desk.published("a", an_article(), ItemKind::Article);
        const auto copy = desk.copied(original.id);
        const auto state = [&] { return desk.courts.source_of(editor_of_tanger, copy).value().value(); };
        CHECK(state().source.version == 1);
        CHECK(state().public_version == 1);
        CHECK(desk.editing.source_of(editor, original).value() == std::nullopt);
        original = desk.editing.save(editor, "rabat", original.id, 1, an_article("آخر"), morning).value();
        CHECK(state().public_version == 1);
        original = desk.step(editor, original, {.step = ItemStep::Submit});
        original = desk.step(reviewer, original, {.step = ItemStep::Accept});
        original = desk.step(head, original, {.step = ItemStep::Publish});
        CHECK(state().public_version == 2);
        desk.step(head, original, {.step = ItemStep::Archive});
        CHECK(state().public_version == 0);
    }

    TEST_CASE("a published copy says whose text it was; where nobody knows the city, it is not published") {
        Copying desk;
        const auto copy = desk.copied(desk.published("a", an_article(), ItemKind::Article).id);
        auto values = an_article();
        auto item = desk.courts.save(editor_of_tanger, "tanger", copy.id, 1, values, morning).value();
        const auto take = [&](service::Editing& editing, domain::Role role, ItemStep step) {
            return editing.step(of_role(role, "tanger"), "tanger", item.id, item.version, {.step = step}, morning);
        };
        item = take(desk.courts, domain::Role::Editor, ItemStep::Submit).value();
        item = take(desk.courts, domain::Role::Reviewer, ItemStep::Accept).value();
        CHECK(take(desk.editing, domain::Role::CourtHead, ItemStep::Publish).error().why == Why::Unavailable);
        REQUIRE(take(desk.courts, domain::Role::CourtHead, ItemStep::Publish));
        const auto body = desk.store->content_body("/api/v1/districts/tanger/news/article").value().value();
        const auto answer = wire::decode_answer(domain::subject_of<domain::Article>, body);
        REQUIRE(answer);
        const domain::Attribution expected{domain::DistrictId("rabat"), city_of("rabat")};
        CHECK(std::get<domain::Article>(*answer).copied_from == expected);
        const auto lines = desk.store->content_lines("tanger", "news", {}, 9).value();
        REQUIRE(lines.size() == 1);
        CHECK_FALSE(lines[0].summary.contains("copiedFrom"));
    }

    TEST_CASE("what 3 districts publish is listed by pages of any size, the last change first, and never one's own") {
        Copying desk;
        std::vector<service::ItemId> expected;
        for (int i = 0; i < 30; ++i) {
            const std::string district = i % 3 == 0 ? "rabat" : i % 3 == 1 ? "casablanca" : "tanger";
            const auto now = minutes_later(i / 5);  // Several at one moment.
            auto item = desk.courts.create(of_role(domain::Role::Editor, district), district,
                                           {ItemKind::Article, "a" + std::to_string(i), an_article()}, now);
            if (i % 7 == 0) continue;  // Stays a draft.
            for (const auto& [role, step] : {std::pair{domain::Role::Editor, ItemStep::Submit},
                                             std::pair{domain::Role::Reviewer, ItemStep::Accept},
                                             std::pair{domain::Role::CourtHead, ItemStep::Publish}})
                item = desk.courts.step(of_role(role, district), district, item->id, 1, {.step = step}, now);
            REQUIRE(item);
            if (district != "tanger") expected.insert(expected.begin(), item->id);
        }
        for (const auto page : {1UZ, 2UZ, 3UZ, 7UZ, 100UZ}) CHECK(desk.offered(ItemKind::Article, page) == expected);
        CHECK(desk.offered(ItemKind::Sheet).empty());
    }
}
