#include "server-stub/storage/sqlite/detail/language_table.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>
#include <utility>

namespace storage::sqlite::detail {
namespace {

using domain::LanguageStanding;
using service::GapCursor;
using service::GapLine;

#define RIHAB_GAP_PAGE                                                                                           \
    " AND language = ?2 AND status = ?3 AND (since_ms, item) > (?4, ?5) AND counts = 1 AND status <> 'approved'" \
    " ORDER BY since_ms, item LIMIT ?6"

// In the order of LanguageTable::Sql.
constexpr std::array<std::string_view, 6> texts{
    "INSERT INTO item_language (item, language, changed_version, approved_version, complete, district, kind, status,"
    " since_ms, counts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (item, language) DO UPDATE SET changed_version = excluded.changed_version,"
    " approved_version = excluded.approved_version, complete = excluded.complete, status = excluded.status,"
    " since_ms = excluded.since_ms, counts = excluded.counts",
    "SELECT status, since_ms FROM item_language WHERE item = ? AND language = ?",
    "SELECT language, changed_version, approved_version, complete FROM item_language WHERE item = ?",
    "SELECT kind, language, status, items FROM parity_count WHERE district = ?",
    "SELECT item, since_ms FROM item_language WHERE district = ?1" RIHAB_GAP_PAGE,
    "SELECT item, since_ms FROM item_language WHERE district = ?1 AND kind = ?7" RIHAB_GAP_PAGE};

#undef RIHAB_GAP_PAGE

std::unexpected<base::Error> damaged() {
    return std::unexpected(base::Error{base::ErrorCode::Internal, "a language in the database cannot be read"});
}

auto place_of(const GapLine& gap) { return std::tuple(gap.standing.since, gap.item, gap.language); }

}  // namespace

enum class LanguageTable::Sql : std::uint8_t { Put, SelectStanding, SelectMarks, SelectCounts, Gaps, GapsOfKind };

base::Result<LanguageTable> LanguageTable::over(sqlite3* database) {
    static_assert(texts.size() == static_cast<std::size_t>(Sql::GapsOfKind) + 1);
    auto statements = Statement::prepare_all(database, texts);
    if (!statements) return std::unexpected(statements.error());
    return LanguageTable(std::move(*statements));
}

base::Result<void> LanguageTable::put(const service::StoredItem& item, base::Instant now) {
    const auto statuses = domain::statuses_of(item.languages, item.original);
    const std::string_view district = item.district;
    for (const auto language : base::languages) {
        auto& row = statement(Sql::SelectStanding).with(item.id, base::code_of(language));
        const auto found = row.step();
        if (!found) return std::unexpected(found.error());
        std::optional<LanguageStanding> before;
        if (*found) {
            const auto status = domain::parse_language_status(row.text(0));
            if (!status) return damaged();
            before = LanguageStanding{*status, {row.integer(1)}};
        }
        row.reset();
        const auto standing = domain::standing_after(before, statuses[base::index_of(language)], now);
        const auto& mark = item.languages[base::index_of(language)];
        const auto done =
            statement(Sql::Put)
                .with(item.id, base::code_of(language), mark.changed_version, mark.approved_version,
                      mark.is_complete ? 1 : 0, district, domain::name_of(item.kind), domain::name_of(standing.status),
                      standing.since.milliseconds, domain::counts_in_parity(item.state) ? 1 : 0)
                .execute();
        if (!done) return done;
    }
    return {};
}

base::Result<domain::LanguageMarks> LanguageTable::marks_of(service::ItemId item) {
    domain::LanguageMarks marks;
    auto& rows = statement(Sql::SelectMarks).with(item);
    for (;;) {
        const auto more = rows.step();
        if (!more) return std::unexpected(more.error());
        if (!*more) break;
        const auto language = base::parse_language(rows.text(0));
        if (!language) return damaged();
        marks[base::index_of(*language)] = {.changed_version = static_cast<int>(rows.integer(1)),
                                            .approved_version = static_cast<int>(rows.integer(2)),
                                            .is_complete = rows.integer(3) != 0};
    }
    rows.reset();
    return marks;
}

base::Result<domain::ParityCounts> LanguageTable::counts(std::string_view district) {
    domain::ParityCounts counts;
    auto& rows = statement(Sql::SelectCounts).with(district);
    for (;;) {
        const auto more = rows.step();
        if (!more) return std::unexpected(more.error());
        if (!*more) break;
        const auto kind = domain::parse_item_kind(rows.text(0));
        const auto language = base::parse_language(rows.text(1));
        const auto status = domain::parse_language_status(rows.text(2));
        if (!kind || !language || !status) return damaged();
        counts.at(*kind, *language, *status) = rows.integer(3);
    }
    rows.reset();
    return counts;
}

// Those of one language with one status; `after` as the index sees it.
base::Result<void> LanguageTable::add_gaps(const service::GapFilter& filter, const GapLine& place,
                                           std::optional<GapCursor> after, std::size_t limit,
                                           std::vector<GapLine>& gaps) {
    constexpr auto start_of_time = std::numeric_limits<std::int64_t>::min();
    const std::string_view district = filter.district;
    const auto since = after ? after->since.milliseconds : start_of_time;
    // At the same moment, languages after the cursor's still have the cursor's item to show.
    const auto item = after ? after->item - (place.language > after->language ? 1 : 0) : 0;
    const auto most = static_cast<std::int64_t>(limit);
    const auto language = base::code_of(place.language), status = domain::name_of(place.standing.status);
    auto& rows = filter.kind ? statement(Sql::GapsOfKind)
                                   .with(district, language, status, since, item, most, domain::name_of(*filter.kind))
                             : statement(Sql::Gaps).with(district, language, status, since, item, most);
    for (;;) {
        const auto more = rows.step();
        if (!more) return std::unexpected(more.error());
        if (!*more) break;
        gaps.push_back({rows.integer(0), place.language, {place.standing.status, {rows.integer(1)}}});
    }
    rows.reset();
    return {};
}

base::Result<std::vector<GapLine>> LanguageTable::gaps(const service::GapFilter& filter,
                                                       const std::optional<GapCursor>& after, std::size_t limit) {
    std::vector<GapLine> gaps;
    for (const auto language : base::languages)
        for (const auto status : domain::language_statuses) {
            const bool is_asked = filter.status ? *filter.status == status : domain::is_gap(status);
            if (!is_asked || filter.language.value_or(language) != language) continue;
            if (auto done = add_gaps(filter, {.language = language, .standing = {status, {}}}, after, limit, gaps);
                !done)
                return std::unexpected(done.error());
        }
    std::ranges::sort(gaps, {}, place_of);
    if (gaps.size() > limit) gaps.resize(limit);
    return gaps;
}

}  // namespace storage::sqlite::detail
