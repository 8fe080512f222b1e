#include "shared/domain/freshness.hpp"

#include <filesystem>
#include <map>

#include "server-stub/service/item_import.hpp"
#include "shared/domain/hours.hpp"
#include "shared/domain/item_content.hpp"
#include "shared/wire/sheet.hpp"
#include "tests/server-stub/items/desk.hpp"

using namespace test;
using domain::ItemKind;
using domain::ItemStep;
using Why = service::EditRefusal::Why;

namespace {

domain::Values a_sheet() {
    return {{"original", "ar"},       {"title/ar", "ورقة"},       {"fee/ar", "عشرون درهما"},
            {"fee/fr", "20 dirhams"}, {"where/ar", "الشباك 1"},   {"papers/0/text/ar", "البطاقة"},
            {"papers/0/copies", "2"}, {"papers/1/text/ar", "عقد"}};
}

domain::Values a_whole_sheet() {
    auto values = a_sheet();
    values.insert({{"short-title/ar", "ورقة"},
                   {"summary/ar", "ملخص الورقة"},
                   {"who/ar", "كل شخص"},
                   {"delay/ar", "يومان"},
                   {"legal-basis/ar", "القانون"},
                   {"appeal/ar", "رئيس المحكمة"}});
    return values;
}

// At noon of a day of Morocco.
base::Instant noon(int year, int month, int day) { return legal_time().instant_at({{year, month, day}, 12 * 60}); }

std::vector<std::string> paths_due(Desk& desk, base::Instant now) {
    std::vector<std::string> paths;
    for (const auto& duty : desk.editing.duties(editor, "rabat", now, {}, 50).value()) paths.push_back(duty.fact.path);
    return paths;
}

const domain::Verification* fact_at(const domain::Verifications& facts, std::string_view path) {
    for (const auto& fact : facts)
        if (fact.path == path) return &fact;
    return nullptr;
}

}  // namespace

TEST_SUITE("server-stub/service/freshness") {
    TEST_CASE("a fact is due from thirty days before its last day, and out of date from the midnight after it") {
        auto desk = Desk::in_memory();
        REQUIRE(desk.editing.create(editor, "rabat", {ItemKind::Sheet, "s", a_sheet()}, noon(2026, 11, 22)));
        // `where` holds for 92 days.
        const base::Date last{2027, 2, 22};
        CHECK(domain::plus_days({2026, 11, 22}, 92) == last);
        CHECK(paths_due(desk, noon(2027, 1, 22)).empty());
        CHECK(paths_due(desk, noon(2027, 1, 23)) == std::vector<std::string>{"where"});
        const auto zone = legal_time();
        const auto late = zone.instant_at({last, 23 * 60 + 59});
        CHECK(desk.editing.duty_counts(editor, "rabat", late).value() == service::DutyCounts{0, 1});
        CHECK(desk.editing.duty_counts(editor, "rabat", {late.milliseconds + minute_ms}).value() ==
              service::DutyCounts{1, 0});
    }

    TEST_CASE("days begin at midnight of Morocco, before and after its clocks changed") {
        auto desk = Desk::in_memory();
        const auto on = [&](base::Instant now) {
            static int number = 0;
            const auto slug = "s" + std::to_string(++number);
            const auto item = desk.editing.create(editor, "rabat", {ItemKind::Sheet, slug, a_sheet()}, now).value();
            return fact_at(desk.store->items().facts_of(item.id).value(), "fee")->by.on;
        };
        // 23:30 UTC: half past midnight while the clock stood at UTC+1, before midnight in Ramadan and since September.
        CHECK(on({1'767'310'200'000}) == base::Date{2026, 1, 2});    // 2026-01-01T23:30Z, UTC+1
        CHECK(on({1'772'494'200'000}) == base::Date{2026, 3, 2});    // 2026-03-02T23:30Z, Ramadan, UTC+0
        CHECK(on({1'777'591'800'000}) == base::Date{2026, 5, 1});    // 2026-04-30T23:30Z, UTC+1
        CHECK(on({1'795'390'200'000}) == base::Date{2026, 11, 22});  // 2026-11-22T23:30Z, UTC+0
    }

    TEST_CASE("who changes the words has verified them; a translation and another row verify nothing") {
        auto desk = Desk::in_memory();
        const auto item =
            desk.editing.create(editor, "rabat", {ItemKind::Sheet, "s", a_sheet()}, noon(2026, 1, 10)).value();
        auto values = a_sheet();
        values["fee/fr"] = "vingt dirhams";
        values["where/ar"] = "الشباك 2";
        values.erase("papers/0/text/ar");
        values.erase("papers/0/copies");
        values["papers/0/text/ar"] = values["papers/1/text/ar"];
        values.erase("papers/1/text/ar");
        REQUIRE(desk.editing.save(reviewer, "rabat", item.id, 1, values, noon(2026, 2, 10)));
        const auto facts = desk.store->items().facts_of(item.id).value();
        CHECK(facts.size() == 3);
        CHECK(fact_at(facts, "fee")->by == domain::Verifier{{2026, 1, 10}, editor.account, "editor"});
        CHECK(fact_at(facts, "papers/0/text")->by.on == base::Date{2026, 1, 10});
        CHECK(fact_at(facts, "where")->by == domain::Verifier{{2026, 2, 10}, reviewer.account, "reviewer"});
    }

    TEST_CASE("the same number of another paper is another fact; another original is the same fact") {
        auto desk = Desk::in_memory();
        auto values = a_sheet();
        values["papers/1/copies"] = "1";
        const auto item =
            desk.editing.create(editor, "rabat", {ItemKind::Sheet, "s", values}, noon(2026, 1, 10)).value();
        values["papers/0/copies"] = "1";  // As the other paper has had it since.
        REQUIRE(desk.editing.save(reviewer, "rabat", item.id, 1, values, noon(2026, 2, 10)));
        auto facts = desk.store->items().facts_of(item.id).value();
        CHECK(fact_at(facts, "papers/0/copies")->by.on == base::Date{2026, 2, 10});
        CHECK(fact_at(facts, "papers/1/copies")->by.on == base::Date{2026, 1, 10});
        CHECK(fact_at(facts, "papers/0/text")->by.on == base::Date{2026, 1, 10});

        values["original"] = "fr";  // In which the fee alone was said before.
        REQUIRE(desk.editing.save(reviewer, "rabat", item.id, 2, values, noon(2026, 3, 10)));
        facts = desk.store->items().facts_of(item.id).value();
        CHECK(fact_at(facts, "fee")->by == domain::Verifier{{2026, 1, 10}, editor.account, "editor"});
    }

    TEST_CASE("a number of a court grows old in a quarter, with its kind; its label does not, words alone do") {
        auto desk = Desk::in_memory();
        domain::Values values{{"original", "fr"},
                              {"contacts/0/kind", "telephone"},
                              {"contacts/0/value", "+212 5 37 00 00 00"},
                              {"contacts/0/text/fr", "Accueil"},
                              {"contacts/1/kind", "fax"},
                              {"contacts/1/value", "+212 5 37 00 00 00"},
                              {"contacts/2/text/fr", "Par écrit"},
                              {"contacts/3/kind", "website"},
                              {"contacts/3/value", "https://court.example"}};
        const auto item =
            desk.editing.create(editor, "rabat", {ItemKind::Court, "c", values}, noon(2026, 1, 10)).value();
        int version = 1;
        const auto days_after = [&](int month) {
            REQUIRE(desk.editing.save(reviewer, "rabat", item.id, version++, values, noon(2026, month, 10)));
            std::map<std::string, int> found;
            for (const auto& fact : desk.store->items().facts_of(item.id).value()) {
                CHECK(fact.until == domain::plus_days(fact.by.on, 92));
                found[fact.path] = static_cast<int>(fact.by.on.month);
            }
            return found;
        };
        // Those of the four rows: `third` has words.
        const auto months = [](int first, int second, int third, int fourth) {
            return std::map<std::string, int>{{"contacts/0/value", first},
                                              {"contacts/1/value", second},
                                              {"contacts/2/text", third},
                                              {"contacts/3/value", fourth}};
        };
        const auto swap_rows = [&](const std::string& one, const std::string& other) {
            for (const auto* name : {"/kind", "/value"})
                std::swap(values["contacts/" + one + name], values["contacts/" + other + name]);
        };
        values["contacts/0/text/fr"] = "Guichet 1";
        CHECK(days_after(2) == months(1, 1, 1, 1));
        values["contacts/1/value"] = "+212 5 37 00 00 01";
        CHECK(days_after(3) == months(1, 3, 1, 1));
        swap_rows("0", "1");
        std::swap(values["contacts/0/text/fr"], values["contacts/1/text/fr"]);
        values.erase("contacts/0/text/fr");
        CHECK(days_after(4) == months(3, 1, 1, 1));
        swap_rows("0", "3");
        CHECK(days_after(5) == months(1, 1, 1, 3));
        values["contacts/1/kind"] = "fax";
        CHECK(days_after(6) == months(1, 6, 1, 3));
        for (const auto* name : {"kind", "value", "text/fr"}) values.erase(std::string("contacts/1/") + name);
        values["contacts/1/text/fr"] = "Tél. 05 37 00 00 00";
        CHECK(days_after(7) ==
              std::map<std::string, int>{
                  {"contacts/0/value", 1}, {"contacts/1/text", 7}, {"contacts/2/text", 1}, {"contacts/3/value", 3}});

        const auto due = [&](int month) { return paths_due(desk, noon(2026, month, 10)); };
        CHECK(due(7) == std::vector<std::string>{"contacts/0/value", "contacts/2/text", "contacts/3/value"});
        REQUIRE(desk.editing.verify(editor, "rabat", item.id, version, "contacts/0/value", noon(2026, 7, 11)));
        CHECK(desk.store->items().facts_of(item.id).value().front().by ==
              domain::Verifier{{2026, 7, 11}, editor.account, "editor"});
    }

    TEST_CASE("the public reads until when a number holds") {
        const domain::Verifier seed{{2026, 1, 10}, 0, "seed"}, somebody{{2026, 2, 10}, 7, "editor"};
        const base::Date until{2027, 1, 1};
        const auto contact = [&](const domain::Values& values, const domain::Verifications& facts) {
            const auto answer = domain::answer_of(ItemKind::Court, values, {.facts = facts});
            return std::get<domain::CourtSheet>(answer).contacts.at(0);
        };
        const domain::Values number{{"contacts/0/kind", "telephone"},
                                    {"contacts/0/value", "+212 5 37 00 00 00"},
                                    {"contacts/0/text/fr", "Accueil"}};
        const domain::Values words{{"contacts/0/text/fr", "Par écrit"}};
        CHECK(contact(number, {{"contacts/0/value", somebody, until}}).holds_until == until);
        CHECK_FALSE(contact(number, {{"contacts/0/value", seed, until}}).holds_until);
        CHECK_FALSE(contact(number, {}).holds_until);
        CHECK(contact(words, {{"contacts/0/text", somebody, until}}).holds_until == until);
    }

    TEST_CASE("a paper is verified once its text and its number of copies are") {
        const domain::Values values{{"original", "fr"}, {"papers/0/text/fr", "carte"}, {"papers/0/copies", "2"}};
        const domain::Verifier seed{{2026, 1, 10}, 0, "seed"}, somebody{{2026, 2, 10}, 7, "editor"};
        const auto paper = [&](const domain::Verifier& of_text, const domain::Verifier& of_copies) {
            const base::Date until{2027, 1, 1};
            const auto answer = domain::answer_of(
                ItemKind::Sheet, values,
                {.facts = {{"papers/0/copies", of_copies, until}, {"papers/0/text", of_text, until}}});
            return std::get<domain::ServiceSheet>(answer).papers[0];
        };
        CHECK_FALSE(paper(seed, somebody).holds_until);
        CHECK_FALSE(paper(somebody, seed).holds_until);
        CHECK(paper(somebody, somebody).holds_until);
    }

    TEST_CASE("still right: by who may edit, of the words that were seen, with a row in the log") {
        auto desk = Desk::in_memory();
        const auto item =
            desk.editing.create(editor, "rabat", {ItemKind::Sheet, "s", a_sheet()}, noon(2026, 1, 10)).value();
        const auto later = noon(2026, 11, 22);
        CHECK(desk.editing.duty_counts(editor, "rabat", later).value() == service::DutyCounts{5, 0});
        const auto verify = [&](const service::Editor& who, int version, std::string_view path) {
            return desk.editing.verify(who, "rabat", item.id, version, path, later);
        };
        REQUIRE(verify(reviewer, 1, "fee"));
        CHECK(verify(of_role(domain::Role::Moderator), 1, "fee").error().why == Why::NotAllowed);
        CHECK(verify(of_role(domain::Role::Editor, "tanger"), 1, "fee").error().why == Why::NotAllowed);
        CHECK(verify(editor, 2, "fee").error().why == Why::Changed);
        CHECK(verify(editor, 1, "title").error().why == Why::NotFound);
        CHECK(desk.editing.duty_counts(editor, "rabat", later).value() == service::DutyCounts{4, 0});
        CHECK(desk.editing.find(editor, "rabat", item.id)->version == 1);
        CHECK(desk.audit_of(item.id) == std::vector<std::string>{"save", "verify"});
        CHECK(desk.has_whole_audit());
        REQUIRE(desk.editing.step(head, "rabat", item.id, 1, {.step = ItemStep::Archive}, later));
        CHECK(desk.editing.duty_counts(editor, "rabat", later).value() == service::DutyCounts{0, 0});
        CHECK(verify(editor, 1, "fee").error().why == Why::WrongState);
    }

    TEST_CASE(
        "the public reads until when a fact holds; who finds it right moves the day, also where a draft is newer") {
        auto desk = Desk::in_memory();
        auto values = a_whole_sheet();
        const auto item =
            desk.editing.create(editor, "rabat", {ItemKind::Sheet, "s", values}, noon(2026, 1, 10)).value();
        const auto step = [&](const service::Editor& who, ItemStep what) {
            REQUIRE(desk.editing.step(who, "rabat", item.id, 1, {.step = what}, noon(2026, 1, 11)));
        };
        step(editor, ItemStep::Submit);
        step(reviewer, ItemStep::Accept);
        step(head, ItemStep::Publish);
        const auto sheet = [&] {
            const auto body = desk.store->content_body("/api/v1/districts/rabat/services/s").value();
            return wire::decode_sheet(body.value()).value();
        };
        const auto first = domain::plus_days({2026, 1, 10}, 183);
        CHECK(sheet().fee.holds_until == first);
        CHECK(sheet().papers[0].holds_until == first);
        CHECK(sheet().papers[0].copies == 2);
        CHECK(sheet().appeal.text.exact(base::Language::Ar) == values["appeal/ar"]);
        CHECK_FALSE(sheet().who.holds_until);

        // A newer draft says another fee, and the same papers in another order.
        values["fee/ar"] = "ثلاثون درهما";
        std::swap(values["papers/0/text/ar"], values["papers/1/text/ar"]);
        values.erase("papers/0/copies");
        values["papers/1/copies"] = "2";
        REQUIRE(desk.editing.save(editor, "rabat", item.id, 1, values, noon(2026, 2, 1)));
        REQUIRE(desk.editing.verify(editor, "rabat", item.id, 2, "papers/1/text", noon(2026, 6, 1)));
        CHECK(sheet().papers[0].text.exact(base::Language::Ar) == a_whole_sheet()["papers/0/text/ar"]);
        CHECK(sheet().papers[0].holds_until == first);  // The number of copies was not looked at.
        REQUIRE(desk.editing.verify(editor, "rabat", item.id, 2, "papers/1/copies", noon(2026, 6, 1)));
        CHECK(sheet().papers[0].holds_until == domain::plus_days({2026, 6, 1}, 183));
        CHECK(sheet().papers[1].holds_until == first);
        CHECK(sheet().fee.text.exact(base::Language::Ar) == a_whole_sheet()["fee/ar"]);
        CHECK(sheet().delay.holds_until == first);
        REQUIRE(desk.editing.verify(editor, "rabat", item.id, 2, "delay", noon(2026, 6, 1)));
        CHECK(sheet().delay.holds_until == domain::plus_days({2026, 6, 1}, 183));
        CHECK(sheet().fee.holds_until == first);  // The draft says it no more; the public still reads it.
    }

    TEST_CASE(
        "from the midnight after its last day the public reads that a fact is out of date, until somebody looks") {
        auto desk = Desk::in_memory();
        const auto item =
            desk.editing.create(editor, "rabat", {ItemKind::Sheet, "s", a_whole_sheet()}, noon(2026, 1, 10)).value();
        desk.step(editor, item, {.step = ItemStep::Submit}, noon(2026, 1, 11));
        desk.step(reviewer, item, {.step = ItemStep::Accept}, noon(2026, 1, 11));
        desk.step(head, item, {.step = ItemStep::Publish}, noon(2026, 1, 11));
        const auto zone = legal_time();
        const auto where_ends = domain::plus_days({2026, 1, 10}, 92), all_end = domain::plus_days({2026, 1, 10}, 183);
        const auto outdated = [&] {
            const auto body = desk.store->content_body("/api/v1/districts/rabat/services/s").value();
            const auto sheet = wire::decode_sheet(body.value()).value();
            return std::pair(sheet.where.is_outdated, sheet.fee.is_outdated);
        };
        const auto clock = [&](base::Instant now) { return desk.editing.run_clock(now).value(); };
        CHECK(clock(zone.instant_at({where_ends, 23 * 60 + 59})) == 0);
        CHECK(outdated() == std::pair(false, false));
        CHECK(clock(zone.instant_at({domain::plus_days(where_ends, 1), 0})) == 1);
        CHECK(outdated() == std::pair(true, false));
        CHECK(clock(zone.instant_at({domain::plus_days(where_ends, 1), 0})) == 0);
        // The server slept over the day of all others.
        const auto late = noon(2026, 12, 1);
        CHECK(late.milliseconds > zone.instant_at({all_end, 0}).milliseconds);
        CHECK(clock(late) == 1);
        CHECK(outdated() == std::pair(true, true));
        CHECK(clock(late) == 0);
        REQUIRE(desk.editing.verify(editor, "rabat", item.id, 1, "fee", late));
        CHECK(outdated() == std::pair(true, false));
        CHECK(desk.editing.find(editor, "rabat", item.id)->changed_at == noon(2026, 1, 11));
        CHECK(desk.audit_of(item.id) ==
              std::vector<std::string>{"save", "submit", "accept", "publish", "mark", "mark", "verify"});
        CHECK(desk.has_whole_audit());
        REQUIRE(desk.editing.step(head, "rabat", item.id, 1, {.step = ItemStep::Archive}, late));
        CHECK(clock(noon(2028, 1, 1)) == 0);
    }

    TEST_CASE("what came with the seed was verified by nobody: the public reads of no last day") {
        auto desk = Desk::in_memory();
        domain::ServiceSheet sheet;
        sheet.id = domain::ServiceId("s");
        sheet.district = domain::DistrictId("rabat");
        sheet.fee.text.set(base::Language::Ar, "عشرون درهما");
        const std::vector rows{service::row_of(sheet)};
        REQUIRE(desk.store->put_content(rows));
        REQUIRE(service::import_items(desk.store->items(), rows, noon(2026, 1, 10), {2026, 1, 10}));
        CHECK(desk.editing.run_clock(noon(2027, 1, 10)).value() == 0);
        CHECK(desk.editing.duty_counts(editor, "rabat", noon(2027, 1, 10)).value() == service::DutyCounts{1, 0});
    }

    TEST_CASE("pages of duties meet each once, the oldest first") {
        auto desk = Desk::in_memory();
        for (int day = 1; day <= 9; ++day)
            REQUIRE(desk.editing.create(editor, "rabat", {ItemKind::Sheet, "s" + std::to_string(day), a_sheet()},
                                        noon(2026, 1, day % 3 + 1)));
        std::vector<service::DutyLine> seen;
        std::optional<service::DutyCursor> after;
        for (;;) {
            const auto page = desk.editing.duties(editor, "rabat", noon(2026, 11, 22), after, 4).value();
            for (const auto& duty : page) {
                CHECK_FALSE(duty.text.empty());
                if (!seen.empty())
                    CHECK(std::tuple(seen.back().fact.until, seen.back().item, seen.back().fact.path) <
                          std::tuple(duty.fact.until, duty.item.id, duty.fact.path));
                seen.push_back({duty.item.id, duty.fact});
            }
            if (page.size() < 4) break;
            after = service::DutyCursor{page.back().fact.until, page.back().item.id, page.back().fact.path};
        }
        CHECK(seen.size() == 9 * 5);
    }
}
