#include "server-stub/storage/sqlite/detail/author_tables.hpp"

#include <array>

#include "server-stub/storage/sqlite/detail/contribution_rows.hpp"
#include "shared/base/day_text.hpp"

namespace storage::sqlite::detail {
namespace {

std::array<std::string, 7> all_texts() {
    return {
        "INSERT INTO contribution_verdict (contribution, judged_step, of_district, helped, verdict_words, words_public,"
        " verdict_at_ms, verdict_on)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        "SELECT helped, count(*) FROM contribution_verdict WHERE of_district = ? GROUP BY helped",
        "SELECT definitions_version, at_ms, on_day, contribution, district, service, kind, step, from_state, to_state,"
        " by_whom, outcome FROM voice_event WHERE at_ms >= ? AND at_ms < ? ORDER BY at_ms, id",
        "INSERT INTO own_contribution (account, contribution) SELECT id, ?2 FROM account WHERE id = ?1"
        " ON CONFLICT DO NOTHING",
        "DELETE FROM own_contribution WHERE account = ? AND contribution = ?",
        "SELECT count(*) FROM own_contribution WHERE account = ? AND contribution = ?",
        select_contributions("contribution.id IN (SELECT contribution FROM own_contribution WHERE account = ?)"
                             " ORDER BY contribution.id DESC")};
}

std::unexpected<base::Error> error(base::ErrorCode code, std::string what) {
    return std::unexpected(base::Error{code, std::move(what)});
}

std::optional<domain::VoiceEvent> event_in(const Statement& row) {
    const auto on = base::parse_date(row.text(2));
    const auto kind = domain::parse_contribution_kind(row.text(6));
    const auto step = domain::parse_contribution_step(row.text(7));
    const auto from = domain::parse_contribution_state(row.text(8)), to = domain::parse_contribution_state(row.text(9));
    const auto by = domain::parse_event_hand(row.text(10));
    const auto outcome = row.is_null(11) ? std::nullopt : domain::parse_outcome(row.text(11));
    if (!on || !kind || !step || !from || !to || !by || (!outcome && !row.is_null(11))) return std::nullopt;
    return domain::VoiceEvent{.definitions_version = static_cast<int>(row.integer(0)),
                              .at = {row.integer(1)},
                              .on = *on,
                              .contribution = row.integer(3),
                              .district = row.text(4),
                              .service = row.text(5),
                              .kind = *kind,
                              .step = *step,
                              .from = *from,
                              .to = *to,
                              .by = *by,
                              .outcome = outcome};
}

}  // namespace

enum class AuthorTables::Sql : std::uint8_t { AddVerdict, VerdictCounts, Events, Attach, Detach, IsAttached, Attached };

base::Result<std::unique_ptr<AuthorTables>> AuthorTables::over(sqlite3* database, std::mutex& mutex) {
    const auto texts = all_texts();
    static_assert(std::tuple_size_v<decltype(texts)> == static_cast<std::size_t>(Sql::Attached) + 1);
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    auto statements = Statement::prepare_all(database, views);
    if (!statements) return std::unexpected(statements.error());
    return std::unique_ptr<AuthorTables>(new AuthorTables(database, mutex, std::move(*statements)));
}

base::Result<void> AuthorTables::add_verdict(const service::StoredContribution& contribution,
                                             const domain::AuthorVerdict& verdict, base::Instant at) {
    const std::lock_guard lock(mutex_);
    const auto on = base::print(verdict.on);
    const auto added = statement(Sql::AddVerdict)
                           .with(contribution.id, contribution.answer_step, std::string_view(contribution.district),
                                 std::int64_t{verdict.helped}, std::string_view(verdict.words),
                                 std::int64_t{verdict.is_public}, at.milliseconds, std::string_view(on))
                           .execute();
    if (!added) return added;
    if (sqlite3_changes(database_) == 0) return error(base::ErrorCode::Conflict, "the answer was judged before");
    return {};
}

base::Result<service::VerdictCounts> AuthorTables::verdict_counts(std::string_view district) {
    const std::lock_guard lock(mutex_);
    service::VerdictCounts counts;
    const auto read =
        for_each_row(statement(Sql::VerdictCounts).with(district), "a count cannot be read", [&](const auto& row) {
            (row.integer(0) != 0 ? counts.helped : counts.not_helped) = row.integer(1);
            return true;
        });
    if (!read) return std::unexpected(read.error());
    return counts;
}

base::Result<void> AuthorTables::attach(std::int64_t account, std::int64_t contribution) {
    const std::lock_guard lock(mutex_);
    return statement(Sql::Attach).with(account, contribution).execute();
}

base::Result<void> AuthorTables::detach(std::int64_t account, std::int64_t contribution) {
    const std::lock_guard lock(mutex_);
    return statement(Sql::Detach).with(account, contribution).execute();
}

base::Result<bool> AuthorTables::is_attached(std::int64_t account, std::int64_t contribution) {
    const std::lock_guard lock(mutex_);
    auto& row = statement(Sql::IsAttached).with(account, contribution);
    if (const auto found = row.step(); !found) return std::unexpected(found.error());
    const bool is_there = row.integer(0) != 0;
    row.reset();
    return is_there;
}

base::Result<std::vector<service::StoredContribution>> AuthorTables::attached(std::int64_t account) {
    const std::lock_guard lock(mutex_);
    return read_contributions(statement(Sql::Attached).with(account));
}

base::Result<std::vector<domain::VoiceEvent>> AuthorTables::voice_events(base::Instant from, base::Instant until) {
    const std::lock_guard lock(mutex_);
    std::vector<domain::VoiceEvent> all;
    auto& rows = statement(Sql::Events).with(from.milliseconds, until.milliseconds);
    const auto read = for_each_row(rows, "an event in the database cannot be read", [&](const auto& row) {
        auto one = event_in(row);
        if (one) all.push_back(std::move(*one));
        return one.has_value();
    });
    if (!read) return std::unexpected(read.error());
    return all;
}

}  // namespace storage::sqlite::detail
