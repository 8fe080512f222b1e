#include "server-stub/storage/sqlite/detail/portal_tables.hpp"

#include <array>
#include <utility>

#include "shared/base/day_text.hpp"

namespace storage::sqlite::detail {
namespace {

using service::Deed;
using service::StoredRemark;

// In the order of PortalTables::Sql.
constexpr std::array<std::string_view, 10> texts{
    "SELECT count(*) FROM item WHERE district = ? AND kind = ? AND published_version > 0",
    "SELECT count(*) FROM item WHERE district = ? AND kind = ? AND published_version > 0"
    " AND version = published_version AND NOT EXISTS (SELECT 1 FROM item_language WHERE item_language.item = item.id"
    " AND status IN ('missing', 'stale'))",
    // What the seed wrote (account 0) nobody has verified.
    "SELECT slug, min(verified_on) FROM item JOIN public_fact ON public_fact.item = item.id"
    " WHERE district = ? AND kind = 'court' AND published_version > 0 AND path GLOB 'contacts/*'"
    " GROUP BY item.id HAVING min(account) > 0",
    "SELECT count(*) FROM account WHERE district = ? AND role = ?",
    "SELECT what, at_ms FROM declaration WHERE district = ?",
    "INSERT INTO declaration (district, what, account, role, at_ms) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT (district, what) DO UPDATE SET account = excluded.account, role = excluded.role,"
    " at_ms = excluded.at_ms",
    "SELECT id, page, text, account, role, at_ms, answer, answer_account, answer_role, answer_at_ms FROM remark"
    " WHERE district = ? ORDER BY id",
    "INSERT INTO remark (district, page, text, account, role, at_ms, answer) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ''"
    " WHERE (SELECT count(*) FROM remark WHERE district = ?1) < ?7"
    " AND (SELECT total(length(CAST(page || text || answer AS BLOB))) FROM remark WHERE district = ?1)"
    " + length(CAST(?2 || ?3 AS BLOB)) <= ?8"
    " AND (SELECT count(*) FROM remark WHERE district = ?1 AND account = ?4 AND answer = '') < ?9",
    "SELECT answer, (SELECT total(length(CAST(page || text || answer AS BLOB))) FROM remark WHERE district = ?2)"
    " FROM remark WHERE id = ?1 AND district = ?2",
    "UPDATE remark SET answer = ?2, answer_account = ?3, answer_role = ?4, answer_at_ms = ?5 WHERE id = ?1"};

std::unexpected<base::Error> error(base::ErrorCode code, std::string what) {
    return std::unexpected(base::Error{code, std::move(what)});
}

std::unexpected<base::Error> damaged() {
    return error(base::ErrorCode::Internal, "what is kept of a portal cannot be read");
}

std::optional<StoredRemark> remark_in(const Statement& row, std::string_view district) {
    const auto role = domain::parse_role(row.text(4));
    if (!role) return std::nullopt;
    StoredRemark remark{.id = row.integer(0),
                        .page = row.text(1),
                        .text = row.text(2),
                        .made = {row.integer(3), *role, std::string(district), {row.integer(5)}},
                        .answer = row.text(6)};
    if (remark.answer.empty()) return remark;
    const auto by = domain::parse_role(row.text(8));
    if (!by) return std::nullopt;
    remark.answered = Deed{row.integer(7), *by, std::string(district), {row.integer(9)}};
    return remark;
}

}  // namespace

enum class PortalTables::Sql : std::uint8_t {
    CountPublished,
    CountWhole,
    Courts,
    CountPeople,
    Declarations,
    Declare,
    Remarks,
    AddRemark,
    FindRemark,
    Answer,
};

base::Result<std::unique_ptr<PortalTables>> PortalTables::over(sqlite3* database, ContentTables& content,
                                                               std::mutex& mutex) {
    static_assert(texts.size() == static_cast<std::size_t>(Sql::Answer) + 1);
    auto audit = AuditTable::over(database);
    if (!audit) return std::unexpected(audit.error());
    auto statements = Statement::prepare_all(database, texts);
    if (!statements) return std::unexpected(statements.error());
    return std::unique_ptr<PortalTables>(
        new PortalTables(database, content, mutex, std::move(*audit), std::move(*statements)));
}

base::Result<int> PortalTables::count(Sql sql, std::string_view district, std::string_view of) {
    auto& row = statement(sql).with(district, of);
    const auto found = row.step();
    if (!found) return std::unexpected(found.error());
    const auto number = static_cast<int>(row.integer(0));
    row.reset();
    return number;
}

base::Result<service::PortalCounts> PortalTables::counts(std::string_view district) {
    const std::lock_guard lock(mutex_);
    using domain::name_of;
    service::PortalCounts counts;
    struct Part {
        int& into;
        Sql sql;
        std::string_view of;
    };
    for (const auto& part : {Part{counts.published_sheets, Sql::CountPublished, name_of(domain::ItemKind::Sheet)},
                             Part{counts.whole_sheets, Sql::CountWhole, name_of(domain::ItemKind::Sheet)},
                             Part{counts.whole_guides, Sql::CountWhole, name_of(domain::ItemKind::Guide)},
                             Part{counts.editors, Sql::CountPeople, name_of(domain::Role::Editor)},
                             Part{counts.moderators, Sql::CountPeople, name_of(domain::Role::Moderator)}}) {
        const auto number = count(part.sql, district, part.of);
        if (!number) return std::unexpected(number.error());
        part.into = *number;
    }
    auto& rows = statement(Sql::Courts).with(district);
    for (;;) {
        const auto more = rows.step();
        if (!more) return std::unexpected(more.error());
        if (!*more) break;
        const auto day = base::parse_date(rows.text(1));
        if (!day) return damaged();
        counts.contacts_verified.emplace(rows.text(0), *day);
    }
    rows.reset();
    return counts;
}

base::Result<std::vector<service::StoredDeclaration>> PortalTables::declarations(std::string_view district) {
    const std::lock_guard lock(mutex_);
    std::vector<service::StoredDeclaration> all;
    auto& rows = statement(Sql::Declarations).with(district);
    for (;;) {
        const auto more = rows.step();
        if (!more) return std::unexpected(more.error());
        if (!*more) break;
        const auto what = domain::parse_declaration(rows.text(0));
        if (!what) return damaged();
        all.push_back({*what, {rows.integer(1)}});
    }
    rows.reset();
    return all;
}

// Within a transaction. Of no item.
base::Result<void> PortalTables::note(const Deed& deed, std::string_view what, std::string detail) {
    return audit_.add({.at = deed.at,
                       .account = deed.account,
                       .role = std::string(domain::name_of(deed.role)),
                       .district = deed.district,
                       .what = std::string(what),
                       .detail = std::move(detail)},
                      {});
}

base::Result<void> PortalTables::declare(domain::Declaration what, const Deed& deed) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    const std::string_view district = deed.district;
    if (auto done =
            statement(Sql::Declare)
                .with(district, domain::name_of(what), deed.account, domain::name_of(deed.role), deed.at.milliseconds)
                .execute();
        !done)
        return done;
    if (auto done = note(deed, "declare", std::string(domain::name_of(what))); !done) return done;
    return transaction->commit();
}

base::Result<std::vector<StoredRemark>> PortalTables::remarks(std::string_view district) {
    const std::lock_guard lock(mutex_);
    return read_remarks(district);
}

base::Result<std::vector<StoredRemark>> PortalTables::read_remarks(std::string_view district) {
    std::vector<StoredRemark> all;
    auto& rows = statement(Sql::Remarks).with(district);
    for (;;) {
        const auto more = rows.step();
        if (!more) return std::unexpected(more.error());
        if (!*more) break;
        auto remark = remark_in(rows, district);
        if (!remark) return damaged();
        all.push_back(std::move(*remark));
    }
    rows.reset();
    return all;
}

// Who writes may have read the district before it opened.
base::Result<void> PortalTables::expect_closed(std::string_view report) {
    const auto published = content_.body(report);
    if (!published) return std::unexpected(published.error());
    if (*published) return error(base::ErrorCode::Unauthorised, "the portal has opened");
    return {};
}

base::Result<void> PortalTables::add_remark(const StoredRemark& remark, std::string_view report) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    if (auto done = expect_closed(report); !done) return done;
    const std::string_view district = remark.made.district, page = remark.page, text = remark.text;
    if (auto done = statement(Sql::AddRemark)
                        .with(district, page, text, remark.made.account, domain::name_of(remark.made.role),
                              remark.made.at.milliseconds, service::remarks_limit, service::remark_bytes_limit,
                              service::open_remarks_limit)
                        .execute();
        !done)
        return done;
    if (sqlite3_changes(database_) == 0) return error(base::ErrorCode::TooMany, "the district has too many remarks");
    const auto id = sqlite3_last_insert_rowid(database_);
    if (auto done = note(remark.made, "remark", std::to_string(id)); !done) return done;
    return transaction->commit();
}

base::Result<void> PortalTables::answer(std::int64_t remark, std::string_view text, const Deed& deed,
                                        std::string_view report) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    if (auto done = expect_closed(report); !done) return done;
    const std::string_view district = deed.district;
    auto& row = statement(Sql::FindRemark).with(remark, district);
    const auto found = row.step();
    if (!found) return std::unexpected(found.error());
    const bool is_open = *found && row.text(0).empty();
    const auto bytes = *found ? row.integer(1) : 0;
    row.reset();
    if (!*found) return error(base::ErrorCode::NotFound, "no such remark");
    if (!is_open) return error(base::ErrorCode::Conflict, "the remark was answered");
    if (bytes + static_cast<std::int64_t>(text.size()) > service::remark_bytes_limit)
        return error(base::ErrorCode::TooMany, "the remarks of the district are too long");
    if (auto done = statement(Sql::Answer)
                        .with(remark, text, deed.account, domain::name_of(deed.role), deed.at.milliseconds)
                        .execute();
        !done)
        return done;
    if (auto done = note(deed, "answer", std::to_string(remark)); !done) return done;
    return transaction->commit();
}

base::Result<void> PortalTables::activate(const service::ContentRow& district, std::string_view before,
                                          const ReportOf& report, std::string_view act, const Deed& deed) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    const auto old = content_.find(district.address);
    if (!old) return std::unexpected(old.error());
    if (!*old || (*old)->body != before) return error(base::ErrorCode::Conflict, "the district changed meanwhile");
    const auto remarks = read_remarks(deed.district);
    if (!remarks) return std::unexpected(remarks.error());
    const auto published = report(*remarks);
    if (!published) return std::unexpected(published.error());
    auto row = district;
    row.rank = (*old)->rank;
    if (auto done = content_.put(row); !done) return done;
    if (auto done = content_.put(*published); !done) return done;
    if (auto done = note(deed, "activate", std::string(act)); !done) return done;
    return transaction->commit();
}

}  // namespace storage::sqlite::detail
