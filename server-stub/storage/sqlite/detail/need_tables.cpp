#include "server-stub/storage/sqlite/detail/need_tables.hpp"

#include <array>

#include "server-stub/storage/sqlite/detail/contribution_rows.hpp"

namespace storage::sqlite::detail {
namespace {

// As the index says it: `contribution_need`.
constexpr std::string_view is_need =
    " published_on IS NOT NULL AND kind IN ('suggestion', 'other-paper') AND state <> 'withdrawn'";

std::array<std::string, 4> all_texts() {
    return {
        "SELECT service, kind, outcome, count(*) FROM contribution LEFT JOIN contribution_step"
        " ON contribution_step.contribution = contribution.id AND number = answer_step WHERE district = ? AND" +
            std::string(is_need) + " GROUP BY service, kind, outcome",
        select_contributions("district = ? AND service = ? AND" + std::string(is_need) +
                             " ORDER BY contribution.id DESC LIMIT ?"),
        "SELECT service, what, count FROM rating_tally WHERE district = ?",
        "SELECT what, sum(count) FROM rating_tally WHERE district = ? AND what IN ('ratings', 'worded')"
        " GROUP BY what"};
}

constexpr std::string_view damaged = "a count in the database cannot be read";

}  // namespace

enum class NeedTables::Sql : std::uint8_t { Contributions, Newest, Ratings, RatingCounts };

base::Result<std::unique_ptr<NeedTables>> NeedTables::over(sqlite3* database, std::mutex& mutex) {
    const auto texts = all_texts();
    static_assert(std::tuple_size_v<decltype(texts)> == static_cast<std::size_t>(Sql::RatingCounts) + 1);
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    auto statements = Statement::prepare_all(database, views);
    if (!statements) return std::unexpected(statements.error());
    return std::unique_ptr<NeedTables>(new NeedTables(mutex, std::move(*statements)));
}

base::Result<void> NeedTables::count_contributions(std::string_view district, ByService& needs) {
    return for_each_row(statement(Sql::Contributions).with(district), damaged, [&](const Statement& row) {
        auto& need = needs[row.text(0)];
        const auto kind = domain::parse_contribution_kind(row.text(1));
        if (!kind) return false;
        const auto count = static_cast<int>(row.integer(3));
        (*kind == domain::ContributionKind::Suggestion ? need.suggestions : need.other_papers) += count;
        if (row.is_null(2)) return true;
        const auto outcome = domain::parse_outcome(row.text(2));
        if (outcome) need.outcomes[static_cast<std::size_t>(*outcome)] += count;
        return outcome.has_value();
    });
}

base::Result<void> NeedTables::count_ratings(std::string_view district, ByService& needs) {
    return for_each_row(statement(Sql::Ratings).with(district), damaged, [&](const Statement& row) {
        auto& need = needs[row.text(0)];
        const auto what = row.text(1);
        const auto count = static_cast<int>(row.integer(2));
        const auto reason = domain::parse_reason(what);
        if (reason) need.reasons[static_cast<std::size_t>(*reason)] = count;
        else if (what == "ratings") need.ratings = count;
        else if (what == "worded") need.worded = count;
        else if (what == "asking") need.asking = count;
        else return false;
        return true;
    });
}

base::Result<std::vector<service::NeedGroup>> NeedTables::needs(std::string_view district, std::size_t newest) {
    const std::lock_guard lock(mutex_);
    ByService by_service;
    if (auto done = count_contributions(district, by_service); !done) return std::unexpected(done.error());
    if (auto done = count_ratings(district, by_service); !done) return std::unexpected(done.error());
    std::vector<domain::Need> needs;
    for (auto& [service, need] : by_service) {
        need.service = service;
        needs.push_back(need);
    }
    domain::sort_needs(needs);
    std::vector<service::NeedGroup> groups;
    for (auto& need : needs) {
        service::NeedGroup group{.need = std::move(need)};
        auto& rows = statement(Sql::Newest)
                         .with(district, std::string_view(group.need.service), static_cast<std::int64_t>(newest));
        const auto read = for_each_row(rows, damaged, [&](const Statement& row) {
            auto one = contribution_in(row);
            if (one) group.newest.push_back(std::move(*one));
            return one.has_value();
        });
        if (!read) return std::unexpected(read.error());
        groups.push_back(std::move(group));
    }
    return groups;
}

base::Result<service::RatingCounts> NeedTables::rating_counts(std::string_view district) {
    const std::lock_guard lock(mutex_);
    service::RatingCounts counts;
    const auto read = for_each_row(statement(Sql::RatingCounts).with(district), damaged, [&](const Statement& row) {
        (row.text(0) == "ratings" ? counts.ratings : counts.worded) = row.integer(1);
        return true;
    });
    if (!read) return std::unexpected(read.error());
    return counts;
}

}  // namespace storage::sqlite::detail
