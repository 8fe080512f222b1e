#include "server-stub/storage/sqlite/detail/fact_table.hpp"

#include <array>
#include <utility>

#include "shared/base/day_text.hpp"
#include "shared/domain/hours.hpp"

namespace storage::sqlite::detail {
namespace {

#define RIHAB_FACT_COLUMNS "item, path, verified_on, holds_until, account, role"

// In the order of FactTable::Sql.
constexpr std::array<std::string_view, 8> texts{
    "DELETE FROM item_fact WHERE item = ?",
    "INSERT INTO item_fact (item, path, district, verified_on, holds_until, account, role, counts)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    "SELECT " RIHAB_FACT_COLUMNS " FROM item_fact WHERE item = ? ORDER BY path",
    "SELECT coalesce(sum(iif(holds_until < ?2, facts, 0)), 0), coalesce(sum(facts), 0) FROM duty_count"
    " WHERE district = ?1 AND holds_until <= ?3",
    "SELECT " RIHAB_FACT_COLUMNS
    " FROM item_fact WHERE counts = 1 AND district = ?1"
    " AND (holds_until, item, path) > (?2, ?3, ?4) AND holds_until <= ?5 ORDER BY holds_until, item, path LIMIT ?6",
    "DELETE FROM public_fact WHERE item = ?",
    "INSERT INTO public_fact (item, path, verified_on, holds_until, account, role) VALUES (?, ?, ?, ?, ?, ?)",
    "SELECT " RIHAB_FACT_COLUMNS " FROM public_fact WHERE item = ? ORDER BY path"};

#undef RIHAB_FACT_COLUMNS

base::Result<std::vector<service::DutyLine>> lines_in(Statement& rows) {
    std::vector<service::DutyLine> lines;
    for (;;) {
        const auto more = rows.step();
        if (!more) return std::unexpected(more.error());
        if (!*more) break;
        const auto on = base::parse_date(rows.text(2)), until = base::parse_date(rows.text(3));
        if (!on || !until)
            return std::unexpected(base::Error{base::ErrorCode::Internal, "a fact in the database cannot be read"});
        lines.push_back({rows.integer(0), {rows.text(1), {*on, rows.integer(4), rows.text(5)}, *until}});
    }
    rows.reset();
    return lines;
}

base::Result<domain::Verifications> facts_in(Statement& rows) {
    auto lines = lines_in(rows);
    if (!lines) return std::unexpected(lines.error());
    domain::Verifications facts;
    for (auto& line : *lines) facts.push_back(std::move(line.fact));
    return facts;
}

}  // namespace

enum class FactTable::Sql : std::uint8_t {
    Remove,
    Insert,
    OfItem,
    Count,
    Duties,
    RemovePublic,
    InsertPublic,
    OfPublic
};

base::Result<FactTable> FactTable::over(sqlite3* database) {
    static_assert(texts.size() == static_cast<std::size_t>(Sql::OfPublic) + 1);
    auto statements = Statement::prepare_all(database, texts);
    if (!statements) return std::unexpected(statements.error());
    return FactTable(std::move(*statements));
}

base::Result<void> FactTable::put(const service::StoredItem& item, const domain::Verifications& facts) {
    if (auto done = statement(Sql::Remove).with(item.id).execute(); !done) return done;
    const std::string_view district = item.district;
    for (const auto& fact : facts) {
        const auto on_text = base::print(fact.by.on), until_text = base::print(fact.until);
        const std::string_view path = fact.path, role = fact.by.role, on = on_text, until = until_text;
        const auto done = statement(Sql::Insert)
                              .with(item.id, path, district, on, until, fact.by.account, role,
                                    domain::counts_in_parity(item.state) ? 1 : 0)
                              .execute();
        if (!done) return done;
    }
    return {};
}

base::Result<domain::Verifications> FactTable::of_item(service::ItemId item) {
    return facts_in(statement(Sql::OfItem).with(item));
}

base::Result<void> FactTable::put_public(service::ItemId item, const domain::Verifications& facts) {
    if (auto done = statement(Sql::RemovePublic).with(item).execute(); !done) return done;
    for (const auto& fact : facts) {
        const auto on_text = base::print(fact.by.on), until_text = base::print(fact.until);
        const std::string_view path = fact.path, role = fact.by.role, on = on_text, until = until_text;
        const auto done = statement(Sql::InsertPublic).with(item, path, on, until, fact.by.account, role).execute();
        if (!done) return done;
    }
    return {};
}

base::Result<domain::Verifications> FactTable::of_public(service::ItemId item) {
    return facts_in(statement(Sql::OfPublic).with(item));
}

base::Result<service::DutyCounts> FactTable::counts(std::string_view district, base::Date today) {
    const auto today_text = base::print(today),
               last_text = base::print(domain::plus_days(today, domain::duty_days_ahead));
    auto& row = statement(Sql::Count).with(district, std::string_view(today_text), std::string_view(last_text));
    const auto found = row.step();
    if (!found) return std::unexpected(found.error());
    const service::DutyCounts counts{.overdue = row.integer(0), .soon = row.integer(1) - row.integer(0)};
    row.reset();
    return counts;
}

base::Result<std::vector<service::DutyLine>> FactTable::duties(std::string_view district, base::Date until,
                                                               const std::optional<service::DutyCursor>& after,
                                                               std::size_t limit) {
    const auto after_text = after ? base::print(after->until) : std::string(), until_text = base::print(until);
    const std::string_view path = after ? std::string_view(after->path) : std::string_view();
    return lines_in(statement(Sql::Duties)
                        .with(district, std::string_view(after_text), after ? after->item : service::ItemId{0}, path,
                              std::string_view(until_text), static_cast<std::int64_t>(limit)));
}

}  // namespace storage::sqlite::detail
