// Where items, their revisions and the audit log are kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server-stub/service/content_row.hpp"
#include "shared/base/clock.hpp"
#include "shared/base/result.hpp"
#include "shared/domain/freshness.hpp"
#include "shared/domain/item.hpp"
#include "shared/domain/item_language.hpp"
#include "shared/domain/parity.hpp"
#include "shared/domain/workflow.hpp"

namespace service {

using ItemId = std::int64_t;

struct StoredItem {
    ItemId id = 0;  // Given by the store.
    std::string district;
    domain::ItemKind kind = domain::ItemKind::Article;
    std::string slug;  // Unique within its district and kind.
    domain::ItemState state = domain::ItemState::Draft;
    base::Language original = base::Language::Ar;
    domain::Values titles;      // Of the newest revision: "title/ar" ...
    int version = 0;            // The newest revision.
    int published_version = 0;  // 0: nothing is public.
    std::int64_t author = 0;    // Of the newest revision.
    base::Instant changed_at;
    std::optional<base::Instant> release_at;  // Of a scheduled one.
    std::optional<base::Instant> until;       // Of a scheduled one: when it ends to be public.
    std::optional<base::Instant> expires_at;  // Of what is public now.
    std::optional<base::Instant> marks_at{};  // When the next fact of what is public now is out of date.
    domain::LanguageMarks languages{};
    bool operator==(const StoredItem&) const = default;
};

struct Revision {
    int version = 0;
    std::int64_t account = 0;
    std::string role;
    base::Instant made_at;
    domain::Values values;  // Not in lists.
    bool operator==(const Revision&) const = default;
};

struct AuditRow {
    std::int64_t number = 0;  // From 1, without gaps. Given by the store.
    base::Instant at;
    std::int64_t account = 0;  // 0: the clock or the seed.
    std::string role;
    std::string district;
    ItemId item = 0;
    std::string what;  // "save", or the step.
    int version = 0;
    domain::ItemState state = domain::ItemState::Draft;  // After it.
    std::string detail;
    std::string content_hash;  // Of the revision, where one was made. Given by the store.
    std::string hash;          // Given by the store.
    bool operator==(const AuditRow&) const = default;
};
AuditRow audit_row(const StoredItem& after, std::int64_t account, std::string_view role, std::string_view what,
                   base::Instant now);

// From now on its newest version is public, until then.
void make_public(StoredItem& item, std::optional<base::Instant> until);

// Those of the values that are titles.
domain::Values titles_of(const domain::Values& values);

// Of the hash before and of the row without its own.
std::string hash_of(std::string_view previous, const AuditRow& row);

// Everything that one save or step writes: all of it or nothing.
struct ItemChange {
    StoredItem after;  // Without an id: a new item.
    int expected_version = 0;
    domain::ItemState expected_state = domain::ItemState::Draft;
    std::optional<Revision> revision{};
    AuditRow audit;
    std::optional<domain::Verifications> facts{};         // All that grow old; nothing: none was changed or verified.
    std::optional<domain::Verifications> public_facts{};  // The same of what is public.
    std::optional<ContentRow> publish{};
    std::string unpublish{};  // An address; empty for none.
};

struct ItemFilter {
    std::string district;
    std::optional<domain::ItemKind> kind;
    std::optional<domain::ItemState> state;
};
struct ItemCursor {
    base::Instant changed_at;
    ItemId id = 0;
    bool operator==(const ItemCursor&) const = default;
};

// Where languages of texts say less than the original. The oldest gap comes first.
struct GapFilter {
    std::string district;
    std::optional<domain::ItemKind> kind;
    std::optional<base::Language> language;
    std::optional<domain::LanguageStatus> status;  // Not approved; nothing: missing and stale.
};
struct GapCursor {
    base::Instant since;
    ItemId item = 0;
    base::Language language = base::Language::Ar;
    bool operator==(const GapCursor&) const = default;
};
struct GapLine {
    ItemId item = 0;
    base::Language language = base::Language::Ar;
    domain::LanguageStanding standing;
    bool operator==(const GapLine&) const = default;
};
struct Gap {
    StoredItem item;
    base::Language language = base::Language::Ar;
    domain::LanguageStanding standing;
};

// Who has it open; nobody is kept from saving by it.
struct ItemLock {
    std::int64_t account = 0;
    std::string role;
    base::Instant since;
    base::Instant until;
    bool operator==(const ItemLock&) const = default;
};

struct DutyCounts {
    std::int64_t overdue = 0;
    std::int64_t soon = 0;  // Within domain::duty_days_ahead.
    bool operator==(const DutyCounts&) const = default;
};
struct DutyCursor {
    base::Date until;
    ItemId item = 0;
    std::string path;
    bool operator==(const DutyCursor&) const = default;
};
struct DutyLine {
    ItemId item = 0;
    domain::Verification fact;
    bool operator==(const DutyLine&) const = default;
};
struct Duty {
    StoredItem item;
    domain::Verification fact;
    std::string text;  // What it says in the original language.
};

// Everything fails with Unavailable when the disk does; NotFound and Conflict where it says so.
class ItemStore {
public:
    virtual ~ItemStore() = default;

    // Conflict: the slug is taken, or the item is not what the change expects.
    virtual base::Result<StoredItem> apply(ItemChange change) = 0;
    // All or none.
    virtual base::Result<void> apply_all(std::vector<ItemChange> changes) = 0;
    virtual base::Result<StoredItem> item(ItemId id) = 0;                  // NotFound.
    virtual base::Result<Revision> revision(ItemId id, int version) = 0;   // NotFound.
    virtual base::Result<std::vector<Revision>> revisions(ItemId id) = 0;  // Newest first, without values.
    // What was changed last comes first.
    virtual base::Result<std::vector<StoredItem>> items(const ItemFilter& filter,
                                                        const std::optional<ItemCursor>& after, std::size_t limit) = 0;
    // That of somebody else, where one has not ended at `mine.since`; if not, `mine` is set.
    virtual base::Result<std::optional<ItemLock>> lock(ItemId id, const ItemLock& mine) = 0;
    // Items that the clock must release, expire or mark, at most `limit`.
    virtual base::Result<std::vector<StoredItem>> due(base::Instant now, std::size_t limit) = 0;
    virtual base::Result<domain::ParityCounts> parity(std::string_view district) = 0;
    virtual base::Result<std::vector<Gap>> gaps(const GapFilter& filter, const std::optional<GapCursor>& after,
                                                std::size_t limit) = 0;
    virtual base::Result<domain::Verifications> facts_of(ItemId id) = 0;         // Of the newest revision.
    virtual base::Result<domain::Verifications> public_facts_of(ItemId id) = 0;  // Of what is public.
    virtual base::Result<DutyCounts> duty_counts(std::string_view district, base::Date today) = 0;
    // What ends to hold on `until` or before, the oldest first.
    virtual base::Result<std::vector<Duty>> duties(std::string_view district, base::Date until,
                                                   const std::optional<DutyCursor>& after, std::size_t limit) = 0;
    // Where what these districts have published of a kind stands, at most `limit`; what was changed last comes first.
    virtual base::Result<std::vector<ItemCursor>> published(const std::vector<std::string>& districts,
                                                            domain::ItemKind kind,
                                                            const std::optional<ItemCursor>& after,
                                                            std::size_t limit) = 0;
    virtual base::Result<std::vector<AuditRow>> audit_of(ItemId id) = 0;  // Oldest first.
    // The number of the first row that does not fit to the one before, to its revision or to its item; nothing where
    // the log is whole.
    virtual base::Result<std::optional<std::int64_t>> first_broken_audit_row() = 0;
};

}  // namespace service
