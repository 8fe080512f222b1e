// The seed content put again into a folder that desks and districts have worked with.
#include <algorithm>
#include <doctest/doctest.h>

#include "server-stub/seed.hpp"
#include "server-stub/service/item_import.hpp"
#include "server-stub/service/portals.hpp"
#include "shared/routes/routes.hpp"
#include "shared/wire/answer.hpp"
#include "tests/server-stub/items/desk.hpp"

namespace {

using domain::ItemStep;
using routes::Section;
using Rows = std::vector<service::ContentRow>;

// Of the country, and of two districts.
const Rows& edition() {
    static const Rows rows = [] {
        auto all = seed::read(RIHAB_SOURCE_DIR "/assets/content", test::legal_time(), test::morning).value();
        std::erase_if(all, [](const auto& row) {
            return !row.district.empty() && row.district != "rabat" && row.district != "dakhla";
        });
        return all;
    }();
    return rows;
}

bool is_help(const service::ContentRow& row) { return row.section == routes::name_of(Section::Help); }

std::ptrdiff_t count_help() { return std::ranges::count_if(edition(), is_help); }

struct Used {
    explicit Used(const Rows& rows) {
        REQUIRE(desk.store->replace_content(rows).has_value());
        REQUIRE(service::import_items(desk.store->items(), rows, test::morning, test::today).has_value());
    }

    service::Renewal renew() {
        const auto done =
            service::renew_content(desk.store->items(), *desk.store, edition(), test::minutes_later(9), test::today);
        REQUIRE(done.has_value());
        CHECK(desk.has_whole_audit());
        return *done;
    }
    std::string body_of(const std::string& address) { return desk.store->content_body(address).value().value_or(""); }
    service::StoredItem first(domain::ItemKind kind) {
        return desk.store->items().items({.district = "rabat", .kind = kind}, {}, 1).value().front();
    }

    test::Desk desk = test::Desk::in_memory();
};

}  // namespace

TEST_SUITE("server-stub/items/seed_again") {
    TEST_CASE("the same edition put in again changes nothing") {
        Used used(edition());
        const auto done = used.renew();
        CHECK(done == service::Renewal{.kept = static_cast<int>(edition().size())});
    }

    TEST_CASE("what a desk published stays, and what it took off does not come back") {
        Used used(edition());
        auto& desk = used.desk;
        auto item = used.first(domain::ItemKind::Article);
        const auto address = routes::api_entry("rabat", Section::News, item.slug);
        auto values = desk.editing.revision(test::editor, "rabat", item.id, item.version)->values;
        values["title/fr"] = "Le titre de la rédaction";
        item = desk.editing.save(test::editor, "rabat", item.id, item.version, values, test::morning).value();
        item = desk.step(test::editor, item, {.step = ItemStep::Submit});
        item = desk.step(test::reviewer, item, {.step = ItemStep::Accept});
        desk.step(test::head, item, {.step = ItemStep::Publish});
        const auto sheet = used.first(domain::ItemKind::Sheet);
        desk.step(test::head, sheet, {.step = ItemStep::Archive, .reason = "old"});
        const auto gone = routes::api_entry("rabat", Section::Services, sheet.slug);
        REQUIRE(used.body_of(gone).empty());
        const auto published = used.body_of(address);
        REQUIRE(published.contains("Le titre de la rédaction"));

        const auto done = used.renew();
        CHECK(done.added == 0);
        CHECK(used.body_of(address) == published);
        CHECK(used.body_of(gone).empty());
    }

    TEST_CASE("a portal that was activated stays so, with its report") {
        Used used(edition());
        auto& store = *used.desk.store;
        const auto subject = domain::subject_of<domain::District>;
        const auto district = std::get<domain::District>(
            wire::decode_answer(subject, used.body_of(routes::api_district("dakhla"))).value());
        const base::Date day{2026, 11, 20};
        service::Portals portals(store.portals(), used.desk.zone, [] {});
        REQUIRE(portals
                    .activate(district,
                              {.home_languages = 4,
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
                               .accessibility_declared = day},
                              "Decision", {9, domain::Role::CourtHead, "dakhla", test::morning})
                    .has_value());
        const auto alive = used.body_of(routes::api_district("dakhla"));
        const auto report = used.body_of(routes::api_opening("dakhla"));
        used.renew();
        CHECK(used.body_of(routes::api_district("dakhla")) == alive);
        CHECK_FALSE(report.empty());
        CHECK(used.body_of(routes::api_opening("dakhla")) == report);
    }

    TEST_CASE("a folder from before there was help gets it, at its desks, too, and no second time") {
        auto before = edition();
        std::erase_if(before, is_help);
        Used used(before);
        CHECK(used.renew().added == count_help());
        for (const auto& row : edition())
            if (is_help(row)) CHECK(used.body_of(row.address) == row.body);
        CHECK(used.first(domain::ItemKind::Question).published_version == 1);
        CHECK(used.renew() == service::Renewal{.kept = static_cast<int>(edition().size())});
    }

    TEST_CASE("what no desk edits is brought up to date, and what only is public becomes an item") {
        auto before = edition();
        for (auto& row : before)
            if (row.address == routes::api_national()) row.body = "{}";
        test::Desk desk = test::Desk::in_memory();
        REQUIRE(desk.store->replace_content(before).has_value());
        const auto done =
            service::renew_content(desk.store->items(), *desk.store, edition(), test::morning, test::today);
        REQUIRE(done.has_value());
        CHECK(*done == service::Renewal{.renewed = 1, .kept = static_cast<int>(edition().size()) - 1});
        CHECK(desk.store->content_body(routes::api_national())->value() != "{}");
        CHECK_FALSE(desk.store->items().items({.district = "dakhla"}, {}, 1)->empty());
    }
}
