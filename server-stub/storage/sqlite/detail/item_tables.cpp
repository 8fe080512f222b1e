#include "server-stub/storage/sqlite/detail/item_tables.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <utility>

#include "shared/wire/item.hpp"

namespace storage::sqlite::detail {
namespace {

using service::ItemChange;
using service::ItemCursor;
using service::ItemId;
using service::Revision;
using service::StoredItem;
using OptionalInstant = std::optional<base::Instant>;

#define RIHAB_ITEM_COLUMNS                                                                                  \
    "id, district, kind, slug, state, original, titles, version, published_version, author, changed_at_ms," \
    " release_at_ms, until_ms, expires_at_ms, marks_at_ms"
#define RIHAB_ITEM_PAGE " AND (changed_at_ms, id) < (?2, ?3) ORDER BY changed_at_ms DESC, id DESC LIMIT ?4"

// In the order of ItemTables::Sql.
constexpr std::array<std::string_view, 14> texts{
    "INSERT INTO item (district, kind, slug, state, original, titles, version, published_version, author,"
    " changed_at_ms, release_at_ms, until_ms, expires_at_ms, marks_at_ms)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT DO NOTHING",
    "UPDATE item SET state = ?4, original = ?5, titles = ?6, version = ?7, published_version = ?8, author = ?9,"
    " changed_at_ms = ?10, release_at_ms = ?11, until_ms = ?12, expires_at_ms = ?13, marks_at_ms = ?14"
    " WHERE id = ?1 AND version = ?2 AND state = ?3",
    "INSERT INTO revision (item, version, account, role, made_at_ms, content) VALUES (?, ?, ?, ?, ?, ?)",
    "SELECT " RIHAB_ITEM_COLUMNS " FROM item WHERE id = ?",
    "SELECT version, account, role, made_at_ms, content FROM revision WHERE item = ? AND version = ?",
    "SELECT version, account, role, made_at_ms FROM revision WHERE item = ? ORDER BY version DESC",
    "SELECT " RIHAB_ITEM_COLUMNS " FROM item WHERE district = ?1" RIHAB_ITEM_PAGE,
    "SELECT " RIHAB_ITEM_COLUMNS " FROM item WHERE district = ?1 AND kind = ?5" RIHAB_ITEM_PAGE,
    "SELECT " RIHAB_ITEM_COLUMNS " FROM item WHERE district = ?1 AND state = ?5" RIHAB_ITEM_PAGE,
    "SELECT " RIHAB_ITEM_COLUMNS " FROM item WHERE district = ?1 AND kind = ?5 AND state = ?6" RIHAB_ITEM_PAGE,
    "SELECT " RIHAB_ITEM_COLUMNS
    " FROM item WHERE release_at_ms <= ?1 OR expires_at_ms <= ?1"
    " OR marks_at_ms <= ?1 LIMIT ?2",
    "SELECT account, role, since_ms, until_ms FROM item_lock WHERE item = ? AND account <> ? AND until_ms > ?",
    "INSERT INTO item_lock (item, account, role, since_ms, until_ms) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT (item) DO UPDATE SET since_ms = iif(account = excluded.account AND until_ms > excluded.since_ms,"
    " since_ms, excluded.since_ms), account = excluded.account, role = excluded.role, until_ms = excluded.until_ms",
    "SELECT changed_at_ms, id FROM item WHERE district = ?1 AND kind = ?5 AND published_version > 0" RIHAB_ITEM_PAGE};

#undef RIHAB_ITEM_COLUMNS
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

// Lists go on with what stands before it; nothing: with everything.
std::pair<std::int64_t, std::int64_t> place_before(const std::optional<ItemCursor>& after) {
    constexpr auto end_of_time = std::numeric_limits<std::int64_t>::max();
    if (!after) return {end_of_time, end_of_time};
    return {after->changed_at.milliseconds, after->id};
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
                      .expires_at = instant_in(row, 13),
                      .marks_at = instant_in(row, 14)};
}

}  // namespace

enum class ItemTables::Sql : std::uint8_t {
    InsertItem,
    ChangeItem,
    InsertRevision,
    SelectItem,
    SelectRevision,
    SelectRevisions,
    List,
    ListKind,
    ListState,
    ListKindAndState,
    SelectDue,
    OtherLock,
    PutLock,
    PublishedPlaces,
};

base::Result<std::unique_ptr<ItemTables>> ItemTables::over(sqlite3* database, ContentTables& content,
                                                           std::mutex& mutex) {
    static_assert(texts.size() == static_cast<std::size_t>(Sql::PublishedPlaces) + 1);
    auto statements = Statement::prepare_all(database, texts);
    if (!statements) return std::unexpected(statements.error());
    auto languages = LanguageTable::over(database);
    if (!languages) return std::unexpected(languages.error());
    auto facts = FactTable::over(database);
    if (!facts) return std::unexpected(facts.error());
    auto audit = AuditTable::over(database);
    if (!audit) return std::unexpected(audit.error());
    return std::unique_ptr<ItemTables>(new ItemTables(database, content, mutex, std::move(*languages),
                                                      std::move(*facts), std::move(*audit), std::move(*statements)));
}

base::Result<void> ItemTables::put_item(StoredItem& item, const ItemChange& change) {
    const auto titles_text = wire::encode_values(item.titles);
    const std::string_view district = item.district, slug = item.slug, titles = titles_text;
    const auto state = domain::name_of(item.state), original = base::code_of(item.original);
    const auto release = integer_of(item.release_at), until = integer_of(item.until),
               expires = integer_of(item.expires_at), marks = integer_of(item.marks_at);
    if (item.id == 0) {
        const auto done =
            statement(Sql::InsertItem)
                .with(district, domain::name_of(item.kind), slug, state, original, titles, item.version,
                      item.published_version, item.author, item.changed_at.milliseconds, release, until, expires, marks)
                .execute();
        if (!done) return done;
        if (sqlite3_changes(database_) == 0) return conflict("the slug is taken");
        item.id = sqlite3_last_insert_rowid(database_);
        return {};
    }
    const auto done = statement(Sql::ChangeItem)
                          .with(item.id, change.expected_version, domain::name_of(change.expected_state), state,
                                original, titles, item.version, item.published_version, item.author,
                                item.changed_at.milliseconds, release, until, expires, marks)
                          .execute();
    if (!done) return done;
    if (sqlite3_changes(database_) == 0) return conflict("the item changed meanwhile");
    return {};
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
    if (auto done = languages_.put(item, change.audit.at); !done) return std::unexpected(done.error());
    if (auto done = put_facts(item, change); !done) return std::unexpected(done.error());
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
    if (auto done = audit_.add(std::move(change.audit), content_text); !done) return std::unexpected(done.error());
    if (change.publish)
        if (auto done = publish(std::move(*change.publish)); !done) return std::unexpected(done.error());
    if (!change.unpublish.empty())
        if (auto done = content_.remove(change.unpublish); !done) return std::unexpected(done.error());
    return item;
}

// What they say of the state follows it, too.
base::Result<void> ItemTables::put_facts(const StoredItem& item, const ItemChange& change) {
    if (change.public_facts)
        if (auto done = facts_.put_public(item.id, *change.public_facts); !done) return done;
    if (change.facts) return facts_.put(item, *change.facts);
    if (domain::counts_in_parity(item.state) == domain::counts_in_parity(change.expected_state)) return {};
    const auto facts = facts_.of_item(item.id);
    return facts ? facts_.put(item, *facts) : std::unexpected(facts.error());
}

base::Result<void> ItemTables::publish(service::ContentRow row) {
    if (row.keeps_rank) {
        const auto old = content_.find(row.address);
        if (!old) return std::unexpected(old.error());
        if (*old) row.rank = (*old)->rank;
    }
    return content_.put(row);
}

base::Result<std::vector<StoredItem>> ItemTables::read_items(Statement& rows) {
    std::vector<StoredItem> items;
    for (;;) {
        const auto more = rows.step();
        if (!more) return std::unexpected(more.error());
        if (!*more) break;
        auto item = item_in(rows);
        if (!item) return std::unexpected(item.error());
        const auto marks = languages_.marks_of(item->id);
        if (!marks) return std::unexpected(marks.error());
        item->languages = *marks;
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
    return read_revision(id, version);
}

base::Result<Revision> ItemTables::read_revision(ItemId id, int version) {
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
                                                        const std::optional<ItemCursor>& after, std::size_t limit) {
    const std::lock_guard lock(mutex_);
    const auto [changed, id] = place_before(after);
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

base::Result<domain::ParityCounts> ItemTables::parity(std::string_view district) {
    const std::lock_guard lock(mutex_);
    return languages_.counts(district);
}

base::Result<std::vector<service::Gap>> ItemTables::gaps(const service::GapFilter& filter,
                                                         const std::optional<service::GapCursor>& after,
                                                         std::size_t limit) {
    const std::lock_guard lock(mutex_);
    const auto lines = languages_.gaps(filter, after, limit);
    if (!lines) return std::unexpected(lines.error());
    std::vector<service::Gap> gaps;
    for (const auto& line : *lines) {
        auto items = read_items(statement(Sql::SelectItem).with(line.item));
        if (!items) return std::unexpected(items.error());
        if (items->empty()) return damaged();
        gaps.push_back({std::move(items->front()), line.language, line.standing});
    }
    return gaps;
}

base::Result<domain::Verifications> ItemTables::facts_of(ItemId id) {
    const std::lock_guard lock(mutex_);
    return facts_.of_item(id);
}

base::Result<domain::Verifications> ItemTables::public_facts_of(ItemId id) {
    const std::lock_guard lock(mutex_);
    return facts_.of_public(id);
}

base::Result<service::DutyCounts> ItemTables::duty_counts(std::string_view district, base::Date today) {
    const std::lock_guard lock(mutex_);
    return facts_.counts(district, today);
}

base::Result<std::vector<service::Duty>> ItemTables::duties(std::string_view district, base::Date until,
                                                            const std::optional<service::DutyCursor>& after,
                                                            std::size_t limit) {
    const std::lock_guard lock(mutex_);
    auto lines = facts_.duties(district, until, after, limit);
    if (!lines) return std::unexpected(lines.error());
    std::vector<service::Duty> duties;
    for (auto& line : *lines) {
        auto items = read_items(statement(Sql::SelectItem).with(line.item));
        if (!items) return std::unexpected(items.error());
        if (items->empty()) return damaged();
        auto& item = items->front();
        const auto newest = read_revision(item.id, item.version);
        if (!newest) return std::unexpected(newest.error());
        std::string text(
            domain::text_at(newest->values, domain::path_in_original(item.kind, line.fact.path, item.original)));
        duties.push_back({std::move(item), std::move(line.fact), std::move(text)});
    }
    return duties;
}

// The first of each district, then the first of those.
base::Result<std::vector<ItemCursor>> ItemTables::published(const std::vector<std::string>& districts,
                                                            domain::ItemKind kind,
                                                            const std::optional<ItemCursor>& after, std::size_t limit) {
    const std::lock_guard lock(mutex_);
    const auto [changed, id] = place_before(after);
    std::vector<ItemCursor> places;
    for (const std::string_view district : districts) {
        auto& rows = statement(Sql::PublishedPlaces)
                         .with(district, changed, id, static_cast<std::int64_t>(limit), domain::name_of(kind));
        for (;;) {
            const auto more = rows.step();
            if (!more) return std::unexpected(more.error());
            if (!*more) break;
            places.push_back({{rows.integer(0)}, rows.integer(1)});
        }
        rows.reset();
    }
    std::ranges::sort(places, std::greater(), [](const auto& place) { return std::pair(place.changed_at, place.id); });
    if (places.size() > limit) places.resize(limit);
    return places;
}

base::Result<std::vector<service::AuditRow>> ItemTables::audit_of(ItemId id) {
    const std::lock_guard lock(mutex_);
    return audit_.of_item(id);
}

base::Result<std::optional<std::int64_t>> ItemTables::first_broken_audit_row() {
    const std::lock_guard lock(mutex_);
    return audit_.first_broken_row();
}

}  // namespace storage::sqlite::detail
