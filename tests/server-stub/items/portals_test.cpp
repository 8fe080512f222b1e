// The portal of a district as a whole: declarations, remarks, activation, over a database in memory.
#include "server-stub/service/portals.hpp"

#include <doctest/doctest.h>

#include "server-stub/service/item_import.hpp"
#include "server-stub/storage/sqlite/store.hpp"
#include "shared/routes/routes.hpp"
#include "shared/wire/answer.hpp"
#include "tests/server-stub/items/desk.hpp"

namespace {

using domain::Role;
using service::PortalProblem;

class Court {
public:
    Court() {
        district.id = domain::DistrictId("dakhla");
        district.city = {"الداخلة", "ⴷⴷⴰⵅⵍⴰ", "Dakhla", "Dakhla"};
        district.preparing = true;
        REQUIRE(store->replace_content(std::vector{service::row_of(district, 7)}).has_value());
    }

    service::Deed deed(Role role = Role::Partner) const { return {account, role, "dakhla", now}; }
    auto leave(const std::string& page, const std::string& text = "The hours are wrong.") {
        return portals.leave_remark(district, page, text, deed());
    }
    std::string body_of(const std::string& address) { return store->content_body(address).value().value(); }

    base::Instant now{1'795'348'800'000};  // 2026-11-22T12:00Z
    std::int64_t account = 5;
    domain::District district;
    std::unique_ptr<storage::sqlite::Store> store = storage::sqlite::Store::in_memory().value();
    service::LegalTime legal_time = test::legal_time();
    int changes = 0;
    service::Portals portals{store->portals(), legal_time, [this] { ++changes; }};
};

// The store of a court in which something else happens just before each activation is written.
class Busy final : public service::PortalStore {
public:
    Busy(service::PortalStore& store, std::function<void()> meanwhile)
        : store_(store), meanwhile_(std::move(meanwhile)) {}
    base::Result<service::PortalCounts> counts(std::string_view district) override { return store_.counts(district); }
    base::Result<std::vector<service::StoredDeclaration>> declarations(std::string_view district) override {
        return store_.declarations(district);
    }
    base::Result<void> declare(domain::Declaration what, const service::Deed& deed) override {
        return store_.declare(what, deed);
    }
    base::Result<std::vector<service::StoredRemark>> remarks(std::string_view district) override {
        return store_.remarks(district);
    }
    base::Result<void> add_remark(const service::StoredRemark& remark, std::string_view report) override {
        return store_.add_remark(remark, report);
    }
    base::Result<void> answer(std::int64_t remark, std::string_view text, const service::Deed& deed,
                              std::string_view report) override {
        return store_.answer(remark, text, deed, report);
    }
    base::Result<void> activate(const service::ContentRow& district, std::string_view before, const ReportOf& report,
                                std::string_view act, const service::Deed& deed) override {
        meanwhile_();
        return store_.activate(district, before, report, act, deed);
    }

private:
    service::PortalStore& store_;
    std::function<void()> meanwhile_;
};

domain::PortalFacts everything() {
    const base::Date day{2026, 11, 20};
    return {.home_languages = 4,
            .whole_sheets = 12,
            .published_sheets = 12,
            .courts = 1,
            .courts_with_hours = 1,
            .contacts_verified = {day},
            .newest_news = day,
            .editors = 1,
            .moderators = 1,
            .whole_guides = 1,
            .training_declared = day,
            .accessibility_declared = day};
}

}  // namespace

TEST_SUITE("server-stub/items/portals") {
    TEST_CASE("a text counts as whole where what is public is the newest, and no language of it lags behind") {
        using domain::ItemKind;
        using domain::ItemStep;
        auto desk = test::Desk::in_memory();
        domain::Values guide{{"original", "fr"}, {"audience", "citizen"}};
        for (const auto* language : {"ar", "zgh", "fr", "en"})
            for (const auto* field : {"title/", "summary/", "body/"}) guide[std::string(field) + language] = "Bonjour";
        const auto whole = [&] { return desk.store->portals().counts("rabat")->whole_guides; };
        const auto publish = [&](service::StoredItem item, std::vector<base::Language> read = {}) {
            item = desk.step(test::editor, item, {.step = ItemStep::Submit});
            item = desk.step(test::reviewer, item, {.step = ItemStep::Accept, .approved = std::move(read)});
            return desk.step(test::head, item, {.step = ItemStep::Publish});
        };
        auto item = publish(desk.create("guide", guide, ItemKind::Guide));
        CHECK(whole() == 1);
        guide["body/fr"] = "Bonsoir";
        item = desk.editing.save(test::editor, "rabat", item.id, item.version, guide, test::morning).value();
        CHECK(whole() == 0);
        item = publish(item, {base::Language::Fr});
        CHECK(item.published_version == 2);
        CHECK(whole() == 0);
        guide["body/fr"] = "Bonsoir à tous";
        item = desk.editing.save(test::editor, "rabat", item.id, item.version, guide, test::morning).value();
        publish(item);
        CHECK(whole() == 1);
    }

    TEST_CASE("contacts count as verified when each was by somebody, the oldest decides; still right is enough") {
        auto desk = test::Desk::in_memory();
        const auto verified = [&] { return desk.store->portals().counts("rabat")->contacts_verified; };
        domain::CourtSheet sheet;
        sheet.id = domain::CourtId("tpi-rabat");
        sheet.district = domain::DistrictId("rabat");
        sheet.name = {"محكمة", "", "Tribunal", ""};
        sheet.contacts = {{{.text = {"هاتف", "", "", ""}, .provenance = {}}},
                          {{}, domain::ContactKind::Telephone, "+212 5 37 00 00 00"}};
        const std::vector rows{service::row_of(sheet)};
        REQUIRE(service::import_items(desk.store->items(), rows, test::morning, test::today));
        const auto items = desk.editing.list(test::editor, {.district = "rabat"}, {}, 5).value();
        REQUIRE(items.size() == 1);
        CHECK(verified().empty());
        const auto confirm = [&](const char* path, base::Instant now) {
            REQUIRE(desk.editing.verify(test::editor, "rabat", items[0].id, 1, path, now));
        };
        confirm("contacts/0/text", test::morning);
        CHECK(verified().empty());
        confirm("contacts/1/value", {test::morning.milliseconds + 3 * 86'400'000});
        CHECK(verified() == std::map<std::string, base::Date>{{"tpi-rabat", test::today}});
    }

    TEST_CASE("a remark is about a public page of its own district, however the address was copied") {
        Court court;
        for (const auto* page : {"/ar/d/dakhla", "/fr/d/dakhla/news/x?skin=html#main",
                                 "https://portal.example/zgh/d/dakhla/services", "http://h:80/en/d/dakhla/opening"})
            CHECK(court.leave(page).has_value());
        for (const auto* page : {"", "/ar", "/ar/d/rabat", "/ar/desk/dakhla/items", "https://portal.example",
                                 "/ar/d/dakhla/unknown/x", "javascript:alert(1)", "/ar/d/dakhla/../rabat"})
            CHECK(court.leave(page).error() == PortalProblem::PageUnknown);
        const auto kept = court.portals.remarks("dakhla").value();
        REQUIRE(kept.size() == 4);
        CHECK(kept[1].page == "/d/dakhla/news/x");
        CHECK(court.portals.remarks("rabat")->empty());
    }

    TEST_CASE("a remark holds a text, cleaned, of 2,000 code points at most") {
        Court court;
        CHECK(court.leave("/ar/d/dakhla", " \n ").error() == PortalProblem::TextMissing);
        CHECK(court.leave("/ar/d/dakhla", std::string(2'001, 'x')).error() == PortalProblem::TextLong);
        std::string arabic;
        while (arabic.size() < 4'000) arabic += "ب";
        CHECK(court.leave("/ar/d/dakhla", arabic).has_value());
        CHECK(court.leave("/ar/d/dakhla", "  a\u202Eb\r\n<b> ").has_value());
        CHECK(court.portals.remarks("dakhla")->back().text == "ab\n<b>");
    }

    TEST_CASE("a remark is answered once, in its own district") {
        Court court;
        REQUIRE(court.leave("/ar/d/dakhla").has_value());
        const auto id = court.portals.remarks("dakhla")->front().id;
        auto foreign = court.deed(Role::Editor);
        foreign.district = "rabat";
        CHECK(court.portals.answer(court.district, id, "Done.", foreign).error() == PortalProblem::NotFound);
        CHECK(court.portals.answer(court.district, id + 1, "Done.", court.deed(Role::Editor)).error() ==
              PortalProblem::NotFound);
        CHECK(court.portals.answer(court.district, id, " ", court.deed(Role::Editor)).error() ==
              PortalProblem::TextMissing);
        CHECK(court.portals.answer(court.district, id, "Done.", court.deed(Role::Editor)).has_value());
        CHECK(court.portals.answer(court.district, id, "Again.", court.deed(Role::Editor)).error() ==
              PortalProblem::Answered);
        const auto shown = court.portals.public_remark(court.portals.remarks("dakhla")->front());
        CHECK(shown.answer == "Done.");
        CHECK(shown.answered_by == Role::Editor);
        CHECK(shown.answered_on == base::Date{2026, 11, 22});
    }

    TEST_CASE("the thousand and first remark of a district is refused") {
        Court court;
        for (int i = 0; i < service::remarks_limit; ++i) {
            court.account = i;
            REQUIRE(court.leave("/ar/d/dakhla").has_value());
        }
        CHECK(court.leave("/ar/d/dakhla").error() == PortalProblem::TooMany);
    }

    TEST_CASE("nobody has more than fifty remarks that wait for an answer") {
        Court court;
        for (int i = 0; i < service::open_remarks_limit; ++i) REQUIRE(court.leave("/ar/d/dakhla").has_value());
        const auto refused = court.leave("/ar/d/dakhla");
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error() == PortalProblem::TooMany);
        court.account = 6;
        CHECK(court.leave("/ar/d/dakhla").has_value());
    }

    TEST_CASE("as much as a district may be told, and may answer, can be published and read") {
        Court court;
        std::string arabic;
        while (arabic.size() < 4'000) arabic += "ب";
        int kept = 0;
        for (int i = 0; i < 300; ++i) {
            court.account = i;
            const auto left = court.leave("/ar/d/dakhla", arabic);
            if (left) ++kept;
            else CHECK(left.error() == PortalProblem::TooMany);
        }
        CHECK(kept == 99);
        REQUIRE(
            court.portals.activate(court.district, everything(), "Decision", court.deed(Role::CourtHead)).has_value());
        const auto json = court.body_of(routes::api_opening("dakhla"));
        CHECK(json.size() < 500'000);
        const auto answer = wire::decode_answer(domain::subject_of<domain::PortalReport>, json);
        REQUIRE(answer.has_value());
        CHECK(std::get<domain::PortalReport>(*answer).remarks.size() == 99);
    }

    TEST_CASE("quotes and the longest texts, which grow on their way, can be read again too") {
        Court court;
        const std::string quotes(2'000, '"');
        for (int i = 0; i < 300; ++i) {
            court.account = i;
            (void)court.leave("/ar/d/dakhla", quotes);
        }
        REQUIRE(
            court.portals.activate(court.district, everything(), "Decision", court.deed(Role::CourtHead)).has_value());
        CHECK(
            wire::decode_answer(domain::subject_of<domain::PortalReport>, court.body_of(routes::api_opening("dakhla")))
                .has_value());
    }

    TEST_CASE("a portal of which nobody wrote down that it is being prepared takes remarks, and opens") {
        Court court;
        court.district.preparing = false;
        REQUIRE(court.store->replace_content(std::vector{service::row_of(court.district, 7)}).has_value());
        CHECK(court.leave("/ar/d/dakhla").has_value());
        CHECK(
            court.portals.activate(court.district, everything(), "Decision", court.deed(Role::CourtHead)).has_value());
    }

    TEST_CASE("a declaration counts from its newest day") {
        Court court;
        domain::PortalFacts facts;
        REQUIRE(court.portals.declare(domain::Declaration::Accessibility, court.deed(Role::CourtHead)).has_value());
        court.now.milliseconds += 86'400'000;
        REQUIRE(court.portals.declare(domain::Declaration::Accessibility, court.deed(Role::CourtHead)).has_value());
        REQUIRE(court.portals.add_declarations("dakhla", facts).has_value());
        CHECK(facts.accessibility_declared == base::Date{2026, 11, 23});
        CHECK_FALSE(facts.training_declared.has_value());
    }

    TEST_CASE("nobody is declared trained where nobody works: an editor and a moderator come first") {
        Court court;
        const auto declare = [&] {
            return court.portals.declare(domain::Declaration::Training, court.deed(Role::CourtHead));
        };
        const auto come = [&](const char* name, Role role) {
            REQUIRE(court.store->accounts().add_account(
                {.name = name, .folded = name, .role = role, .district = "dakhla"}));
        };
        CHECK(declare().error() == PortalProblem::NoStaff);
        come("editor", Role::Editor);
        CHECK(declare().error() == PortalProblem::NoStaff);
        come("moderator", Role::Moderator);
        CHECK(declare().has_value());
        CHECK(court.store->items().audit_of(0)->size() == 1);
    }

    TEST_CASE("a portal comes to life once, when all nine hold, with what was said and answered") {
        Court court;
        REQUIRE(court.leave("/ar/d/dakhla/news", "No news.").has_value());
        const auto head = court.deed(Role::CourtHead);
        auto facts = everything();
        facts.whole_guides = 0;
        CHECK(court.portals.activate(court.district, facts, "Decision 1", head).error() == PortalProblem::NotReady);
        CHECK(court.portals.activate(court.district, everything(), " ", head).error() == PortalProblem::TextMissing);
        CHECK(court.changes == 0);
        REQUIRE(court.portals.activate(court.district, everything(), "Decision 1 of 2026-11-20", head).has_value());
        CHECK(court.changes == 1);

        const auto subject = domain::subject_of<domain::District>;
        const auto alive = wire::decode_answer(subject, court.body_of(routes::api_district("dakhla"))).value();
        CHECK_FALSE(std::get<domain::District>(alive).preparing);
        CHECK(std::get<domain::District>(alive).active_since == base::Date{2026, 11, 22});
        const auto json = court.body_of(routes::api_opening("dakhla"));
        const auto answer = wire::decode_answer(domain::subject_of<domain::PortalReport>, json).value();
        const auto& report = std::get<domain::PortalReport>(answer);
        CHECK(report.act == "Decision 1 of 2026-11-20");
        CHECK(domain::hold_all(report.checks));
        REQUIRE(report.remarks.size() == 1);
        CHECK(report.remarks.front().role == Role::Partner);
        CHECK_FALSE(json.contains("account"));

        // Two heads at once: the second saw it as it was.
        CHECK(court.portals.activate(court.district, everything(), "Decision 2", head).error() ==
              PortalProblem::Active);
        CHECK(court.portals.leave_remark(std::get<domain::District>(alive), "/ar/d/dakhla", "Late.", court.deed())
                  .error() == PortalProblem::Active);
        CHECK(court.store->content_lines({}, service::districts_section, {}, 5)->front().at.rank == 7);
    }

    TEST_CASE("a remark and an answer that come while the head activates are published with it") {
        Court court;
        REQUIRE(court.leave("/ar/d/dakhla", "Early.").has_value());
        const auto id = court.portals.remarks("dakhla")->front().id;
        Busy busy(court.store->portals(), [&] {
            CHECK(court.leave("/ar/d/dakhla/news", "Just in time.").has_value());
            CHECK(court.portals.answer(court.district, id, "Mended.", court.deed(Role::Editor)).has_value());
        });
        service::Portals portals(busy, court.legal_time, [] {});
        REQUIRE(portals.activate(court.district, everything(), "Decision", court.deed(Role::CourtHead)).has_value());
        const auto answer =
            wire::decode_answer(domain::subject_of<domain::PortalReport>, court.body_of(routes::api_opening("dakhla")));
        const auto& remarks = std::get<domain::PortalReport>(answer.value()).remarks;
        REQUIRE(remarks.size() == 2);
        CHECK(remarks.front().answer == "Mended.");
        CHECK(remarks.back().text == "Just in time.");
    }

    TEST_CASE("who read the district before it opened is told so: no remark and no answer is kept beside its report") {
        Court court;
        REQUIRE(court.leave("/ar/d/dakhla").has_value());
        const auto id = court.portals.remarks("dakhla")->front().id;
        REQUIRE(
            court.portals.activate(court.district, everything(), "Decision", court.deed(Role::CourtHead)).has_value());
        REQUIRE_FALSE(court.district.active_since.has_value());
        CHECK(court.leave("/ar/d/dakhla").error() == PortalProblem::Active);
        CHECK(court.portals.answer(court.district, id, "Late.", court.deed(Role::Editor)).error() ==
              PortalProblem::Active);
        REQUIRE(court.portals.remarks("dakhla")->size() == 1);
        CHECK(court.portals.remarks("dakhla")->front().answer.empty());
    }

    TEST_CASE("nobody answers a remark of a portal whose report is public") {
        Court court;
        REQUIRE(court.leave("/ar/d/dakhla").has_value());
        const auto id = court.portals.remarks("dakhla")->front().id;
        court.district.active_since = base::Date{2026, 11, 20};
        CHECK(court.portals.answer(court.district, id, "Late.", court.deed(Role::Editor)).error() ==
              PortalProblem::Active);
        CHECK(court.portals.remarks("dakhla")->front().answer.empty());
    }

    TEST_CASE("every deed stands in the audit log, which is whole") {
        Court court;
        REQUIRE(court.leave("/ar/d/dakhla").has_value());
        const auto id = court.portals.remarks("dakhla")->front().id;
        REQUIRE(court.portals.answer(court.district, id, "Done.", court.deed(Role::Editor)).has_value());
        REQUIRE(court.portals.declare(domain::Declaration::Accessibility, court.deed(Role::CourtHead)).has_value());
        REQUIRE(
            court.portals.activate(court.district, everything(), "Decision", court.deed(Role::CourtHead)).has_value());
        std::vector<std::string> whats;
        for (const auto& row : court.store->items().audit_of(0).value()) {
            whats.push_back(row.what + " " + row.detail);
            CHECK(row.district == "dakhla");
        }
        CHECK(whats == std::vector<std::string>{"remark 1", "answer 1", "declare accessibility", "activate Decision"});
        CHECK(court.store->items().first_broken_audit_row().value() == std::nullopt);
    }
}
