// A desk over a database in memory or in a folder, with one account for each role.
#pragma once

#include <doctest/doctest.h>
#include <fstream>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "server-stub/service/editing.hpp"
#include "server-stub/storage/sqlite/store.hpp"

namespace test {

inline constexpr base::Instant morning{1'795'338'000'000};  // 2026-11-22T09:00:00Z
inline constexpr base::Date today{2026, 11, 22};
inline constexpr std::int64_t minute_ms = 60'000;

inline base::Instant minutes_later(int minutes) { return {morning.milliseconds + minutes * minute_ms}; }

inline service::LegalTime legal_time() {
    std::ifstream file("/usr/share/zoneinfo/Africa/Casablanca", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    auto zone = service::LegalTime::parse(bytes);
    REQUIRE(zone);
    return std::move(*zone);
}

inline service::Editor of_role(domain::Role role, std::string district = "rabat") {
    return {.account = static_cast<std::int64_t>(role) + 1, .role = role, .district = std::move(district)};
}
inline const service::Editor editor = of_role(domain::Role::Editor);
inline const service::Editor reviewer = of_role(domain::Role::Reviewer);
inline const service::Editor head = of_role(domain::Role::CourtHead);

inline domain::Values an_article(std::string title = "عنوان") {
    return {{"original", "ar"},
            {"title/ar", std::move(title)},
            {"summary/ar", "ملخص"},
            {"published-on", "2026-11-22"},
            {"body/ar", "فقرة"}};
}

struct Desk {
    explicit Desk(std::unique_ptr<storage::sqlite::Store> opened) : store(std::move(opened)) {}
    static Desk in_memory() {
        auto store = storage::sqlite::Store::in_memory();
        REQUIRE(store);
        return Desk(std::move(*store));
    }
    static Desk in(const std::filesystem::path& file) {
        auto store = storage::sqlite::Store::open(file);
        REQUIRE(store);
        return Desk(std::move(*store));
    }

    service::StoredItem create(const std::string& slug, domain::Values values = an_article(),
                               domain::ItemKind kind = domain::ItemKind::Article) {
        auto item = editing.create(editor, "rabat", {kind, slug, std::move(values)}, morning);
        REQUIRE(item);
        return *item;
    }
    service::StoredItem step(const service::Editor& who, const service::StoredItem& item,
                             service::ItemStepRequest request, base::Instant now = morning) {
        auto done = editing.step(who, "rabat", item.id, item.version, request, now);
        REQUIRE(done);
        return *done;
    }
    // As far as the verdict of the law.
    service::StoredItem checked(const std::string& slug) {
        const auto item = step(editor, create(slug), {.step = domain::ItemStep::Submit});
        return step(reviewer, item, {.step = domain::ItemStep::Accept});
    }
    bool is_public(const std::string& slug) {
        const auto body = store->content_body("/api/v1/districts/rabat/news/" + slug);
        REQUIRE(body);
        return body->has_value();
    }
    std::vector<std::string> audit_of(service::ItemId id) {
        const auto rows = store->items().audit_of(id);
        REQUIRE(rows);
        std::vector<std::string> whats;
        for (const auto& row : *rows) whats.push_back(row.what);
        return whats;
    }
    bool has_whole_audit() {
        const auto broken = store->items().first_broken_audit_row();
        REQUIRE(broken);
        return !broken->has_value();
    }

    std::unique_ptr<storage::sqlite::Store> store;
    service::LegalTime zone = legal_time();
    std::vector<std::string> published{};
    service::Editing editing{store->items(), zone,
                             [this](const std::string& address) { published.push_back(address); }};

    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;
};

}  // namespace test
