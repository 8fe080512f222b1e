#include "shared/domain/parity.hpp"

#include <map>
#include <random>
#include <tuple>

#include "tests/server-stub/items/desk.hpp"

using namespace test;
using domain::ItemKind;
using domain::ItemState;
using domain::ItemStep;
using domain::LanguageStanding;
using domain::LanguageStatus;

namespace {

// What the board must say, from every item by itself and from what was seen of it after each change.
struct Naive {
    struct Seen {
        service::StoredItem item;
        std::array<std::optional<LanguageStanding>, base::languages.size()> standings{};
    };
    void see(const service::StoredItem& item, base::Instant now) {
        auto& seen = items[item.id];
        seen.item = item;
        for (const auto language : base::languages) {
            auto& standing = seen.standings[base::index_of(language)];
            const auto status = domain::status_of(item.languages, item.original, language);
            const bool was_gap = standing && standing->status != LanguageStatus::Approved &&
                                 standing->status != LanguageStatus::Proposed;
            const bool is_gap = status == LanguageStatus::Missing || status == LanguageStatus::Stale;
            const bool is_same = standing && (standing->status == status || (was_gap && is_gap));
            standing = LanguageStanding{status, is_same ? standing->since : now};
        }
    }
    bool is_owed(const Seen& seen) const {
        return seen.item.state != ItemState::Archived && seen.item.state != ItemState::Expired;
    }
    domain::ParityCounts counts() const {
        domain::ParityCounts counts;
        for (const auto& [id, seen] : items)
            for (const auto language : base::languages)
                if (is_owed(seen))
                    ++counts.at(seen.item.kind, language, seen.standings[base::index_of(language)]->status);
        return counts;
    }
    using Line = std::tuple<std::int64_t, service::ItemId, std::size_t, std::string_view>;
    std::vector<Line> gaps(const service::GapFilter& filter) const {
        std::vector<Line> lines;
        for (const auto& [id, seen] : items)
            for (const auto language : base::languages) {
                const auto& standing = *seen.standings[base::index_of(language)];
                const bool is_asked = filter.status ? standing.status == *filter.status
                                                    : standing.status == LanguageStatus::Missing ||
                                                          standing.status == LanguageStatus::Stale;
                if (is_owed(seen) && is_asked && filter.kind.value_or(seen.item.kind) == seen.item.kind &&
                    filter.language.value_or(language) == language)
                    lines.emplace_back(standing.since.milliseconds, id, base::index_of(language),
                                       domain::name_of(standing.status));
            }
        std::ranges::sort(lines);
        return lines;
    }

    std::map<service::ItemId, Seen> items;
};

std::vector<Naive::Line> by_pages(Desk& desk, const service::GapFilter& filter, std::size_t page) {
    std::vector<Naive::Line> lines;
    std::optional<service::GapCursor> after;
    for (;;) {
        const auto gaps = desk.editing.gaps(editor, filter, after, page).value();
        for (const auto& gap : gaps)
            lines.emplace_back(gap.standing.since.milliseconds, gap.item.id, base::index_of(gap.language),
                               domain::name_of(gap.standing.status));
        if (gaps.size() < page) return lines;
        after = service::GapCursor{gaps.back().standing.since, gaps.back().item.id, gaps.back().language};
    }
}

domain::Values a_notice(std::string title) {
    return {{"original", "ar"},
            {"title/ar", std::move(title)},
            {"text/ar", "نص"},
            {"from", "2026-11-22"},
            {"to", "2026-12-22"}};
}

}  // namespace

TEST_SUITE("server-stub/service/parity") {
    TEST_CASE("after 10,000 random saves and steps the board says what all the items say by themselves") {
        auto desk = Desk::in_memory();
        Naive naive;
        std::mt19937 random(20'261'122);
        std::vector<service::ItemId> ids;
        for (int i = 0; i < 60; ++i) {
            const auto slug = "item-" + std::to_string(i);
            const auto item = i % 3 == 0 ? desk.create(slug, a_notice("أ"), ItemKind::Notice) : desk.create(slug);
            naive.see(item, morning);
            ids.push_back(item.id);
        }
        constexpr std::array steps{ItemStep::Submit,  ItemStep::Accept, ItemStep::Publish,
                                   ItemStep::Archive, ItemStep::Revive, ItemStep::Withdraw};
        int changed = 0;
        std::set<LanguageStatus> met;
        for (int move = 0; changed < 10'000; ++move) {
            const auto now = minutes_later(move / 3);  // Several at one moment.
            const auto id = ids[random() % ids.size()];
            const auto item = desk.store->items().item(id).value();
            const auto done = [&] {
                if (random() % 4 == 0) {
                    const auto& who = random() % 2 == 0 ? head : reviewer;
                    return desk.editing.step(random() % 3 == 0 ? editor : who, "rabat", id, item.version,
                                             {.step = steps[random() % steps.size()]}, now);
                }
                auto values = desk.store->items().revision(id, item.version).value().values;
                const auto language = base::languages[random() % base::languages.size()];
                const auto* field = item.kind == ItemKind::Notice ? "text" : "body";
                for (const std::string path : {"title/", field})
                    if (random() % 3 != 0) {
                        const auto code = std::string(base::code_of(language));
                        values[path.ends_with('/') ? path + code : path + "/" + code] = "m" + std::to_string(move);
                    }
                if (random() % 2 == 0 && item.kind == ItemKind::Article)
                    values["summary/" + std::string(base::code_of(language))] = "s";
                if (random() % 40 == 0) values["original"] = base::code_of(language);
                return desk.editing.save(editor, "rabat", id, item.version, values, now);
            }();
            if (!done) continue;
            ++changed;
            naive.see(*done, now);
            for (const auto status : domain::statuses_of(done->languages, done->original)) met.insert(status);
            if (changed % 1'000 == 0) CHECK(desk.editing.parity(editor, "rabat").value() == naive.counts());
        }
        const auto counts = desk.editing.parity(editor, "rabat").value();
        CHECK(counts == naive.counts());
        CHECK(met.size() == domain::language_statuses.size());
        CHECK(desk.editing.parity(of_role(domain::Role::Editor, "tanger"), "tanger").value() == domain::ParityCounts());
        for (const auto& kind : {std::optional<ItemKind>(), std::optional(ItemKind::Notice)})
            for (const auto& language : {std::optional<base::Language>(), std::optional(base::Language::Zgh)})
                for (const auto& status : {std::optional<LanguageStatus>(), std::optional(LanguageStatus::Stale),
                                           std::optional(LanguageStatus::Proposed)}) {
                    const service::GapFilter filter{"rabat", kind, language, status};
                    CHECK(by_pages(desk, filter, 7) == naive.gaps(filter));
                }
        CHECK(desk.has_whole_audit());
    }

    TEST_CASE("a gap keeps its day while it is open, and gets a new one when it opens again") {
        auto desk = Desk::in_memory();
        const auto standing = [&](int minutes, domain::Values values, int version) {
            const auto saved = desk.editing.save(editor, "rabat", 1, version, values, minutes_later(minutes)).value();
            const auto gaps = desk.editing.gaps(editor, {"rabat", {}, base::Language::Fr, {}}, {}, 5).value();
            return gaps.empty() ? std::optional<LanguageStanding>() : std::optional(gaps.front().standing);
        };
        auto values = an_article();
        desk.create("a", values);
        values["title/fr"] = values["summary/fr"] = "fr";
        CHECK(standing(10, values, 1) == LanguageStanding{LanguageStatus::Missing, morning});
        values["body/fr"] = "fr";
        CHECK(standing(20, values, 2) == std::nullopt);
        values["title/ar"] = "آخر";
        CHECK(standing(30, values, 3) == LanguageStanding{LanguageStatus::Stale, minutes_later(30)});
        values.erase("body/fr");
        CHECK(standing(40, values, 4) == LanguageStanding{LanguageStatus::Missing, minutes_later(30)});
    }
}
