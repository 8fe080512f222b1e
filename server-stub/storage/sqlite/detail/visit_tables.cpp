#include "server-stub/storage/sqlite/detail/visit_tables.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "shared/base/day_text.hpp"

namespace storage::sqlite::detail {
namespace {

constexpr std::string_view insert_event =
    "INSERT INTO visit_event (time_s, portal, channel, language, visit, screen, type, value)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
constexpr std::string_view add_tally =
    "INSERT INTO day_tally (day, portal, what, count) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (day, portal, what) DO UPDATE SET count = count + excluded.count";
constexpr std::string_view insert_count =
    "INSERT INTO visitor_count (period, portal, visitors, counted_from_s) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (period, portal) DO NOTHING";
constexpr std::string_view select_events =
    "SELECT time_s, portal, channel, language, visit, screen, type, value FROM visit_event"
    " WHERE time_s >= ? AND time_s < ? ORDER BY id";
constexpr std::string_view select_tallies = "SELECT day, portal, what, count FROM day_tally ORDER BY day, portal, what";
constexpr std::string_view select_counts =
    "SELECT period, portal, visitors, counted_from_s FROM visitor_count ORDER BY period, portal";

template <class Values>
auto parse_name(const Values& values, std::string_view name) -> std::optional<typename Values::value_type> {
    for (const auto value : values)
        if (name_of(value) == name) return value;
    return std::nullopt;
}

std::optional<service::LoggedEvent> read_event(const Statement& row) {
    const auto channel = parse_name(domain::channels, row.text(2));
    const auto language = base::parse_language(row.text(3));
    const auto type = parse_name(domain::visit_event_types, row.text(6));
    if (!channel || !language || !type) return std::nullopt;
    return service::LoggedEvent{.time_s = row.integer(0),
                                .portal = row.text(1),
                                .channel = *channel,
                                .language = *language,
                                .visit = row.text(4),
                                .screen = row.text(5),
                                .type = *type,
                                .value = static_cast<int>(row.integer(7))};
}

std::optional<service::DayTally> read_tally(const Statement& row) {
    const auto day = base::parse_date(row.text(0));
    const auto what = parse_name(std::array{service::Tally::Pages, service::Tally::Robots}, row.text(2));
    if (!day || !what) return std::nullopt;
    return service::DayTally{.day = *day, .portal = row.text(1), .what = *what, .count = row.integer(3)};
}

std::optional<service::VisitorCount> read_count(const Statement& row) {
    return service::VisitorCount{row.text(0), row.text(1), row.integer(2), row.integer(3)};
}

template <class Value>
base::Result<std::vector<Value>> read_all(Statement& rows, std::optional<Value> (*read)(const Statement&)) {
    std::vector<Value> values;
    const auto done = for_each_row(rows, "a row about visits cannot be read", [&](const Statement& row) {
        auto value = read(row);
        if (value) values.push_back(std::move(*value));
        return value.has_value();
    });
    if (!done) return std::unexpected(done.error());
    return values;
}

}  // namespace

base::Result<VisitTables> VisitTables::over(sqlite3* database) {
    std::vector<Statement> prepared;
    for (const auto sql : {insert_event, add_tally, insert_count, select_events, select_tallies, select_counts}) {
        auto statement = Statement::prepare(database, sql);
        if (!statement) return std::unexpected(statement.error());
        prepared.push_back(std::move(*statement));
    }
    auto next = [&, i = std::size_t{0}]() mutable { return std::move(prepared[i++]); };
    // Braces keep the order of the list above.
    return VisitTables(database, Statements{next(), next(), next(), next(), next(), next()});
}

base::Result<void> VisitTables::record(std::span<const service::LoggedEvent> events,
                                       std::span<const service::DayTally> tallies) {
    auto transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    for (const auto& event : events) {
        const std::string_view portal = event.portal, visit = event.visit, screen = event.screen;
        auto& insert =
            statements_.insert_event.with(event.time_s, portal, name_of(event.channel), base::code_of(event.language),
                                          visit, screen, name_of(event.type), event.value);
        if (auto done = insert.execute(); !done) return done;
    }
    for (const auto& tally : tallies) {
        const auto day = base::print(tally.day);
        const std::string_view of_day = day, portal = tally.portal;
        if (auto done = statements_.add_tally.with(of_day, portal, name_of(tally.what), tally.count).execute(); !done)
            return done;
    }
    return transaction->commit();
}

base::Result<void> VisitTables::record(std::span<const service::VisitorCount> counts) {
    auto transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    for (const auto& count : counts) {
        const std::string_view period = count.period, portal = count.portal;
        auto& insert = statements_.insert_count.with(period, portal, count.visitors, count.counted_from_s);
        if (auto done = insert.execute(); !done) return done;
    }
    return transaction->commit();
}

base::Result<std::vector<service::LoggedEvent>> VisitTables::events(std::int64_t from_s, std::int64_t until_s) {
    return read_all(statements_.select_events.with(from_s, until_s), read_event);
}

base::Result<std::vector<service::DayTally>> VisitTables::tallies() {
    return read_all(statements_.select_tallies.with(), read_tally);
}

base::Result<std::vector<service::VisitorCount>> VisitTables::visitors() {
    return read_all(statements_.select_counts.with(), read_count);
}

}  // namespace storage::sqlite::detail
