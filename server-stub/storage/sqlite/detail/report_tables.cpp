#include "server-stub/storage/sqlite/detail/report_tables.hpp"

#include <algorithm>
#include <array>

#include "shared/base/day_text.hpp"

namespace storage::sqlite::detail {
namespace {

constexpr std::int64_t hour_ms = 3'600'000;

// As the index says it: `voice_event_moderation`.
constexpr std::string_view is_moderation =
    " step IN ('hold', 'publish', 'refer', 'decline', 'appeal', 'overturn', 'redact')";

std::array<std::string, 2> all_texts() {
    const std::string of_district =
        " FROM voice_event WHERE district = ? AND on_day >= ? AND" + std::string(is_moderation);
    return {"SELECT substr(on_day, 1, 7) || '-01', step, from_state, to_state, reason, count(*)" + of_district +
                " GROUP BY 1, 2, 3, 4, 5",
            "SELECT on_day, at_ms - (SELECT max(held.at_ms) FROM contribution_step AS held WHERE held.contribution ="
            " voice_event.contribution AND held.to_state = 'held' AND held.from_state <> 'held' AND held.at_ms <="
            " voice_event.at_ms)" +
                of_district + " AND from_state = 'held' AND to_state <> 'held'"};
}

constexpr std::string_view damaged = "an event in the database cannot be read";

std::optional<domain::CountedStep> counted_in(const Statement& row) {
    const auto step = domain::parse_contribution_step(row.text(1));
    const auto from = domain::parse_contribution_state(row.text(2)), to = domain::parse_contribution_state(row.text(3));
    const auto reason = row.is_null(4) ? std::nullopt : domain::parse_decline_reason(row.text(4));
    if (!step || !from || !to || (!reason && !row.is_null(4))) return std::nullopt;
    return domain::CountedStep{*step, *from, *to, reason, static_cast<int>(row.integer(5))};
}

domain::ModerationQuarter& quarter_at(std::map<domain::Quarter, domain::ModerationQuarter, std::greater<>>& quarters,
                                      base::Date day) {
    const auto quarter = domain::quarter_of(day);
    auto& found = quarters[quarter];
    found.quarter = quarter;
    return found;
}

}  // namespace

enum class ReportTables::Sql : std::uint8_t { Steps, Held };

base::Result<std::unique_ptr<ReportTables>> ReportTables::over(sqlite3* database, std::mutex& mutex) {
    const auto texts = all_texts();
    static_assert(std::tuple_size_v<decltype(texts)> == static_cast<std::size_t>(Sql::Held) + 1);
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    auto statements = Statement::prepare_all(database, views);
    if (!statements) return std::unexpected(statements.error());
    return std::unique_ptr<ReportTables>(new ReportTables(mutex, std::move(*statements)));
}

base::Result<void> ReportTables::count_steps(std::string_view district, std::string_view from, ByQuarter& quarters) {
    return for_each_row(statement(Sql::Steps).with(district, from), damaged, [&](const auto& row) {
        const auto month = base::parse_date(row.text(0));
        const auto counted = counted_in(row);
        if (month && counted) domain::count_step(quarter_at(quarters, *month), *counted);
        return month && counted;
    });
}

base::Result<void> ReportTables::measure_held(std::string_view district, std::string_view from, ByQuarter& quarters) {
    return for_each_row(statement(Sql::Held).with(district, from), damaged, [&](const auto& row) {
        const auto day = base::parse_date(row.text(0));
        if (!day) return false;
        if (row.is_null(1)) return true;  // The clock was set back meanwhile: nobody knows how long it was.
        const auto hours = std::max<std::int64_t>(1, (row.integer(1) + hour_ms - 1) / hour_ms);
        quarter_at(quarters, *day).hours_held.push_back(static_cast<int>(hours));
        return true;
    });
}

base::Result<std::vector<domain::ModerationQuarter>> ReportTables::moderation(std::string_view district,
                                                                              base::Date from) {
    const std::lock_guard lock(mutex_);
    const auto day = base::print(from);
    ByQuarter by_quarter;
    if (auto done = count_steps(district, day, by_quarter); !done) return std::unexpected(done.error());
    if (auto done = measure_held(district, day, by_quarter); !done) return std::unexpected(done.error());
    std::vector<domain::ModerationQuarter> quarters;
    for (auto& [quarter, counted] : by_quarter) quarters.push_back(std::move(counted));
    return quarters;
}

}  // namespace storage::sqlite::detail
