#include "server-stub/storage/sqlite/detail/item_tables.hpp"

#include <array>
#include <limits>
#include <utility>

#include "server-stub/secrets/token.hpp"
#include "shared/wire/item.hpp"

namespace storage::sqlite::detail {
namespace {

using service::AuditRow;
using service::ItemChange;
using service::ItemId;
using service::Revision;
using service::StoredItem;
using OptionalInstant = std::optional<base::Instant>;

#define RIHAB_ITEM_COLUMNS                                                                                  \
    "id, district, kind, slug, state, original, titles, version, published_version, author, changed_at_ms," \
    " release_at_ms, until_ms, expires_at_ms"
#define RIHAB_AUDIT_COLUMNS \
    "number, at_ms, account, role, district, item, what, version, state, detail, content_hash, hash"
#define RIHAB_ITEM_PAGE " AND (changed_at_ms, id) < (?2, ?3) ORDER BY changed_at_ms DESC, id DESC LIMIT ?4"

// In the order of ItemTables::Sql.
constexpr std::array<std::string_view, 19> texts{
    "INSERT INTO item (district, kind, slug, state, original, titles, version, published_version, author,"
    " changed_at_ms, release_at_ms, until_ms, expires_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (district, kind, slug) DO NOTHING",
    "UPDATE item SET state = ?4, original = ?5, titles = ?6, version = ?7, published_version = ?8, author = ?9,"
    " changed_at_ms = ?10, release_at_ms = ?11, until_ms = ?12, expires_at_ms = ?13"
    " WHERE id = ?1 AND version = ?2 AND state = ?3",
    "INSERT INTO item_language (item, language, changed_version, approved_version, complete) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT (item, language) DO UPDATE SET changed_version = excluded.changed_version,"
    " approved_version = excluded.approved_version, complete = excluded.complete",
    "INSERT INTO revision (item, version, account, role, made_at_ms, content) VALUES (?, ?, ?, ?, ?, ?)",
    "INSERT INTO audit (" RIHAB_AUDIT_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "SELECT number, hash FROM audit WHERE number = (SELECT max(number) FROM audit)",
    "SELECT " RIHAB_ITEM_COLUMNS " FROM item WHERE id = ?",
    "SELECT language, changed_version, approved_version, complete FROM item_language WHERE item = ?",
    "SELECT version, account, role, made_at_ms, content FROM revision WHERE item = ? AND version = ?",
    "SELECT version, account, role, made_at_ms FROM revision WHERE item = ? ORDER BY version DESC",
    "SELECT " RIHAB_ITEM_COLUMNS " FROM item WHERE district = ?1" RIHAB_ITEM_PAGE,
    "SELECT " RIHAB_ITEM_COLUMNS " FROM item WHERE district = ?1 AND kind = ?5" RIHAB_ITEM_PAGE,
    "SELECT " RIHAB_ITEM_COLUMNS " FROM item WHERE district = ?1 AND state = ?5" RIHAB_ITEM_PAGE,
    "SELECT " RIHAB_ITEM_COLUMNS " FROM item WHERE district = ?1 AND kind = ?5 AND state = ?6" RIHAB_ITEM_PAGE,
    "SELECT " RIHAB_ITEM_COLUMNS " FROM item WHERE release_at_ms <= ?1 OR expires_at_ms <= ?1 LIMIT ?2",
    "SELECT " RIHAB_AUDIT_COLUMNS " FROM audit WHERE item = ? ORDER BY number",
    "SELECT " RIHAB_AUDIT_COLUMNS " FROM audit WHERE number > ? ORDER BY number LIMIT 500",
    "SELECT account, role, since_ms, until_ms FROM item_lock WHERE item = ? AND account <> ? AND until_ms > ?",
    "INSERT INTO item_lock (item, account, role, since_ms, until_ms) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT (item) DO UPDATE SET since_ms = iif(account = excluded.account AND until_ms > excluded.since_ms,"
    " since_ms, excluded.since_ms), account = excluded.account, role = excluded.role, until_ms = excluded.until_ms"};

// The newest number that was ever given, and whether every revision has a row that says who saved it. Reads whole
// tables, so it is asked by a check alone.
constexpr std::string_view count_audit =
    "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'audit'), 0), (SELECT count(*) FROM revision),"
    " (SELECT count(*) FROM audit WHERE content_hash <> '')";

#undef RIHAB_ITEM_COLUMNS
#undef RIHAB_AUDIT_COLUMNS
#undef RIHAB_ITEM_PAGE

std::unexpected<base::Error> missing(std::string_view what) {
    return std::unexpected(base::Error{base::ErrorCode::NotFound, std::string(what)});
}

std::unexpected<base::Error> conflict(std::string_view what) {
    return std::unexpected(base::Error{base::ErrorCode::Conflict, std::string(what)});
}

std::unexpected<base::Error> damaged() {
    return std::unexpected(base::Error{base::ErrorCode::Internal, "an item in the database cannot be read"});
}

OptionalInstant instant_in(const Statement& row, int column) {
    return row.is_null(column) ? std::nullopt : OptionalInstant(base::Instant{row.integer(column)});
}

OptionalInteger integer_of(const OptionalInstant& instant) {
    return instant ? OptionalInteger(instant->milliseconds) : std::nullopt;
}

base::Result<StoredItem> item_in(const Statement& row) {
    const auto kind = domain::parse_item_kind(row.text(2));
    const auto state = domain::parse_item_state(row.text(4));
    const auto original = base::parse_language(row.text(5));
    auto titles = wire::decode_values(row.text(6));
    if (!kind || !state || !original || !titles) return damaged();
    return StoredItem{.id = row.integer(0),
                      .district = row.text(1),
                      .kind = *kind,
                      .slug = row.text(3),
                      .state = *state,
                      .original = *original,
                      .titles = std::move(*titles),
                      .version = static_cast<int>(row.integer(7)),
                      .published_version = static_cast<int>(row.integer(8)),
                      .author = row.integer(9),
                      .changed_at = {row.integer(10)},
                      .release_at = instant_in(row, 11),
                      .until = instant_in(row, 12),
                      .expires_at = instant_in(row, 13)};
}

}  // namespace

enum class ItemTables::Sql : std::uint8_t {
    InsertItem,
    ChangeItem,
    PutLanguage,
    InsertRevision,
    InsertAudit,
    LastAudit,
    SelectItem,
    SelectLanguages,
    SelectRevision,
    SelectRevisions,
    List,
    ListKind,
    ListState,
    ListKindAndState,
    SelectDue,
    AuditOfItem,
    AuditAfter,
    OtherLock,
    PutLock,
};

base::Result<std::unique_ptr<ItemTables>> ItemTables::over(sqlite3* database, ContentTables& content,
                                                           std::mutex& mutex) {
    static_assert(texts.size() == static_cast<std::size_t>(Sql::PutLock) + 1);
    std::vector<Statement> prepared;
    for (const auto sql : texts) {
        auto statement = Statement::prepare(database, sql);
        if (!statement) return std::unexpected(statement.error());
        prepared.push_back(std::move(*statement));
    }
    return std::unique_ptr<ItemTables>(new ItemTables(database, content, mutex, std::move(prepared)));
}

base::Result<void> ItemTables::put_item(StoredItem& item, const ItemChange& change) {
    const auto titles_text = wire::encode_values(item.titles);
    const std::string_view district = item.district, slug = item.slug, titles = titles_text;
    const auto state = domain::name_of(item.state), original = base::code_of(item.original);
    const auto release = integer_of(item.release_at), until = integer_of(item.until),
               expires = integer_of(item.expires_at);
    if (item.id == 0) {
        const auto done =
            statement(Sql::InsertItem)
                .with(district, domain::name_of(item.kind), slug, state, original, titles, item.version,
                      item.published_version, item.author, item.changed_at.milliseconds, release, until, expires)
                .execute();
        if (!done) return done;
        if (sqlite3_changes(database_) == 0) return conflict("the slug is taken");
        item.id = sqlite3_last_insert_rowid(database_);
        return {};
    }
    const auto done = statement(Sql::ChangeItem)
                          .with(item.id, change.expected_version, domain::name_of(change.expected_state), state,
                                original, titles, item.version, item.published_version, item.author,
                                item.changed_at.milliseconds, release, until, expires)
                          .execute();
    if (!done) return done;
    if (sqlite3_changes(database_) == 0) return conflict("the item changed meanwhile");
    return {};
}

base::Result<void> ItemTables::put_languages(const StoredItem& item) {
    for (const auto language : base::languages) {
        const auto& mark = item.languages[base::index_of(language)];
        const auto done = statement(Sql::PutLanguage)
                              .with(item.id, base::code_of(language), mark.changed_version, mark.approved_version,
                                    mark.is_complete ? 1 : 0)
                              .execute();
        if (!done) return done;
    }
    return {};
}

base::Result<void> ItemTables::put_audit(AuditRow row, std::string_view content) {
    auto& last = statement(Sql::LastAudit).with();
    const auto found = last.step();
    if (!found) return std::unexpected(found.error());
    row.number = *found ? last.integer(0) + 1 : 1;
    const auto previous = *found ? last.text(1) : std::string();
    last.reset();
    if (!content.empty()) row.content_hash = secrets::hash_token(content);
    row.hash = service::hash_of(previous, row);
    const std::string_view role = row.role, district = row.district, what = row.what, detail = row.detail,
                           content_hash = row.content_hash, hash = row.hash;
    return statement(Sql::InsertAudit)
        .with(row.number, row.at.milliseconds, row.account, role, district, row.item, what, row.version,
              domain::name_of(row.state), detail, content_hash, hash)
        .execute();
}

base::Result<StoredItem> ItemTables::apply(ItemChange change) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    auto item = write(std::move(change));
    if (!item) return item;
    if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
    return item;
}

base::Result<void> ItemTables::apply_all(std::vector<ItemChange> changes) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    for (auto& change : changes)
        if (const auto item = write(std::move(change)); !item) return std::unexpected(item.error());
    return transaction->commit();
}

// Within a transaction.
base::Result<StoredItem> ItemTables::write(ItemChange change) {
    auto item = std::move(change.after);
    if (auto done = put_item(item, change); !done) return std::unexpected(done.error());
    if (auto done = put_languages(item); !done) return std::unexpected(done.error());
    std::string content_text;
    if (change.revision) {
        content_text = wire::encode_values(change.revision->values);
        const std::string_view role = change.revision->role, content = content_text;
        const auto done = statement(Sql::InsertRevision)
                              .with(item.id, change.revision->version, change.revision->account, role,
                                    change.revision->made_at.milliseconds, content)
                              .execute();
        if (!done) return std::unexpected(done.error());
    }
    change.audit.item = item.id;
    if (auto done = put_audit(std::move(change.audit), content_text); !done) return std::unexpected(done.error());
    if (change.publish)
        if (auto done = publish(std::move(*change.publish)); !done) return std::unexpected(done.error());
    if (!change.unpublish.empty())
        if (auto done = content_.remove(change.unpublish); !done) return std::unexpected(done.error());
    return item;
}

base::Result<void> ItemTables::publish(service::ContentRow row) {
    if (row.keeps_rank) {
        const auto old = content_.find(row.address);
        if (!old) return std::unexpected(old.error());
        if (*old) row.rank = (*old)->rank;
    }
    return content_.put(row);
}

base::Result<void> ItemTables::read_languages(StoredItem& item) {
    auto& rows = statement(Sql::SelectLanguages).with(item.id);
    for (;;) {
        const auto more = rows.step();
        if (!more) return std::unexpected(more.error());
        if (!*more) break;
        const auto language = base::parse_language(rows.text(0));
        if (!language) return damaged();
        item.languages[base::index_of(*language)] = {.changed_version = static_cast<int>(rows.integer(1)),
                                                     .approved_version = static_cast<int>(rows.integer(2)),
                                                     .is_complete = rows.integer(3) != 0};
    }
    rows.reset();
    return {};
}

base::Result<std::vector<StoredItem>> ItemTables::read_items(Statement& rows) {
    std::vector<StoredItem> items;
    for (;;) {
        const auto more = rows.step();
        if (!more) return std::unexpected(more.error());
        if (!*more) break;
        auto item = item_in(rows);
        if (!item) return std::unexpected(item.error());
        if (auto done = read_languages(*item); !done) return std::unexpected(done.error());
        items.push_back(std::move(*item));
    }
    rows.reset();
    return items;
}

base::Result<StoredItem> ItemTables::item(ItemId id) {
    const std::lock_guard lock(mutex_);
    auto items = read_items(statement(Sql::SelectItem).with(id));
    if (!items) return std::unexpected(items.error());
    if (items->empty()) return missing("no such item");
    return std::move(items->front());
}

base::Result<Revision> ItemTables::revision(ItemId id, int version) {
    const std::lock_guard lock(mutex_);
    auto& row = statement(Sql::SelectRevision).with(id, version);
    const auto found = row.step();
    if (!found) return std::unexpected(found.error());
    if (!*found) return missing("no such revision");
    auto values = wire::decode_values(row.text(4));
    if (!values) return damaged();
    Revision revision{.version = static_cast<int>(row.integer(0)),
                      .account = row.integer(1),
                      .role = row.text(2),
                      .made_at = {row.integer(3)},
                      .values = std::move(*values)};
    row.reset();
    return revision;
}

base::Result<std::vector<Revision>> ItemTables::revisions(ItemId id) {
    const std::lock_guard lock(mutex_);
    std::vector<Revision> revisions;
    auto& rows = statement(Sql::SelectRevisions).with(id);
    for (;;) {
        const auto more = rows.step();
        if (!more) return std::unexpected(more.error());
        if (!*more) break;
        revisions.push_back({static_cast<int>(rows.integer(0)), rows.integer(1), rows.text(2), {rows.integer(3)}, {}});
    }
    rows.reset();
    return revisions;
}

base::Result<std::vector<StoredItem>> ItemTables::items(const service::ItemFilter& filter,
                                                        const std::optional<service::ItemCursor>& after,
                                                        std::size_t limit) {
    const std::lock_guard lock(mutex_);
    constexpr auto end_of_time = std::numeric_limits<std::int64_t>::max();
    const auto changed = after ? after->changed_at.milliseconds : end_of_time, id = after ? after->id : end_of_time;
    const auto most = static_cast<std::int64_t>(limit);
    const std::string_view district = filter.district;
    if (filter.kind && filter.state)
        return read_items(
            statement(Sql::ListKindAndState)
                .with(district, changed, id, most, domain::name_of(*filter.kind), domain::name_of(*filter.state)));
    if (filter.kind)
        return read_items(statement(Sql::ListKind).with(district, changed, id, most, domain::name_of(*filter.kind)));
    if (filter.state)
        return read_items(statement(Sql::ListState).with(district, changed, id, most, domain::name_of(*filter.state)));
    return read_items(statement(Sql::List).with(district, changed, id, most));
}

base::Result<std::vector<StoredItem>> ItemTables::due(base::Instant now, std::size_t limit) {
    const std::lock_guard lock(mutex_);
    return read_items(statement(Sql::SelectDue).with(now.milliseconds, static_cast<std::int64_t>(limit)));
}

base::Result<std::vector<AuditRow>> ItemTables::read_audit(Statement& rows) {
    std::vector<AuditRow> read;
    for (;;) {
        const auto more = rows.step();
        if (!more) return std::unexpected(more.error());
        if (!*more) break;
        // A state that is unknown is one that somebody changed: the hash will tell.
        const auto state = domain::parse_item_state(rows.text(8)).value_or(domain::ItemState::Draft);
        read.push_back({.number = rows.integer(0),
                        .at = {rows.integer(1)},
                        .account = rows.integer(2),
                        .role = rows.text(3),
                        .district = rows.text(4),
                        .item = rows.integer(5),
                        .what = rows.text(6),
                        .version = static_cast<int>(rows.integer(7)),
                        .state = state,
                        .detail = rows.text(9),
                        .content_hash = rows.text(10),
                        .hash = rows.text(11)});
    }
    rows.reset();
    return read;
}

base::Result<std::optional<service::ItemLock>> ItemTables::lock(ItemId id, const service::ItemLock& mine) {
    const std::lock_guard guard(mutex_);
    auto& other = statement(Sql::OtherLock).with(id, mine.account, mine.since.milliseconds);
    const auto found = other.step();
    if (!found) return std::unexpected(found.error());
    if (*found) {
        service::ItemLock lock{other.integer(0), other.text(1), {other.integer(2)}, {other.integer(3)}};
        other.reset();
        return lock;
    }
    const std::string_view role = mine.role;
    auto done = statement(Sql::PutLock)
                    .with(id, mine.account, role, mine.since.milliseconds, mine.until.milliseconds)
                    .execute();
    if (!done) return std::unexpected(done.error());
    return std::nullopt;
}

base::Result<std::vector<AuditRow>> ItemTables::audit_of(ItemId id) {
    const std::lock_guard lock(mutex_);
    return read_audit(statement(Sql::AuditOfItem).with(id));
}

// Whether the revision that a row speaks of is still what it was.
base::Result<bool> ItemTables::fits_content(const AuditRow& row) {
    if (row.content_hash.empty()) return true;
    auto& revision = statement(Sql::SelectRevision).with(row.item, row.version);
    const auto found = revision.step();
    if (!found) return std::unexpected(found.error());
    const bool fits = *found && secrets::hash_token(revision.text(4)) == row.content_hash;
    revision.reset();
    return fits;
}

base::Result<std::optional<std::int64_t>> ItemTables::first_broken_audit_row() {
    const std::lock_guard lock(mutex_);
    std::string previous;
    std::int64_t number = 0;
    for (;;) {
        const auto rows = read_audit(statement(Sql::AuditAfter).with(number));
        if (!rows) return std::unexpected(rows.error());
        if (rows->empty()) break;
        for (const auto& row : *rows) {
            const auto fits = fits_content(row);
            if (!fits) return std::unexpected(fits.error());
            if (row.number != number + 1 || row.hash != service::hash_of(previous, row) || !*fits) return number + 1;
            number = row.number;
            previous = row.hash;
        }
    }
    // Rows that were cut off at the end.
    auto counts = Statement::prepare(database_, count_audit);
    if (!counts) return std::unexpected(counts.error());
    const auto found = counts->step();
    if (!found) return std::unexpected(found.error());
    const bool is_whole = counts->integer(0) == number && counts->integer(1) == counts->integer(2);
    return is_whole ? std::nullopt : std::optional(number + 1);
}

}  // namespace storage::sqlite::detail
