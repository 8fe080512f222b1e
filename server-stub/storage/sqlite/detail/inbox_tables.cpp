#include "server-stub/storage/sqlite/detail/inbox_tables.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "server-stub/storage/sqlite/detail/contribution_rows.hpp"
#include "shared/base/day_text.hpp"

namespace storage::sqlite::detail {
namespace {

using service::ContributionFilter;
using service::StoredContribution;

// ?2 the last one that was seen, ?7 an account, 0: nobody, ?8 how many; NULL: whatever it is. Whose it is has a query
// of its own, which is asked before what is joined is read.
constexpr std::string_view wanted =
    " AND contribution.id > ?2 AND (?3 IS NULL OR kind = ?3) AND (?4 IS NULL OR service = ?4)"
    " AND (?5 IS NULL OR term BETWEEN ?5 AND ?6) AND (?7 IS NULL OR ?7 ="
    " ifnull((SELECT account FROM contribution_assignment"
    " WHERE contribution_assignment.contribution = contribution.id), 0))"
    " ORDER BY contribution.id LIMIT ?8";
// Found by what is contested, which is little: +district is asked of each, and no way to all of the district (SQLite,
// "disqualifying terms with unary plus").
constexpr std::string_view contested =
    "+district = ?1 AND contribution.id IN (SELECT contribution FROM redaction WHERE redaction_state = 'contested')";
// ?2 and ?3 the first and the last day of what ends soon, ?4 the account that asks.
constexpr std::string_view grouped =
    "SELECT kind, service, CASE WHEN term < ?2 THEN 'late' WHEN term <= ?3 THEN 'soon' END AS clock, count(*),"
    " CASE WHEN account IS NULL THEN 'nobody' WHEN account = ?4 THEN 'mine' END AS whose FROM contribution"
    " LEFT JOIN contribution_assignment ON contribution_assignment.contribution = contribution.id WHERE ";
constexpr std::string_view in_groups = " GROUP BY kind, service, clock, whose";

// In the order of InboxTables::Sql.
std::array<std::string, 8> all_texts() {
    const std::string only(wanted), of_contested(contested), groups(grouped), by(in_groups);
    return {select_contributions("district = ?1 AND state = ?9" + only),
            select_contributions(of_contested + only),
            groups + "district = ?1 AND state = ?5" + by,
            groups + of_contested + by,
            "SELECT id, name, role FROM account WHERE folded = ? AND district = ?",
            "SELECT account FROM contribution_assignment WHERE contribution = ?",
            "INSERT INTO contribution_assignment (contribution, account, assigned_by, assigned_at_ms)"
            " SELECT ?1, id, ?3, ?4 FROM account WHERE id = ?2 AND district = ?5 AND role = ?6"
            " ON CONFLICT (contribution) DO UPDATE SET account = ?2, assigned_by = ?3, assigned_at_ms = ?4"
            " RETURNING account",
            "DELETE FROM contribution_assignment WHERE contribution = ?"};
}

base::Result<void> read_groups(Statement& rows, std::vector<domain::VoiceGroup>& into) {
    return for_each_row(rows, "a group in the database cannot be read", [&](const auto& row) {
        const auto kind = domain::parse_contribution_kind(row.text(0));
        if (kind)
            into.push_back({.clock = domain::parse_term_group(row.text(2)),
                            .kind = *kind,
                            .service = row.text(1),
                            .whose = domain::parse_whose(row.text(4)),
                            .count = static_cast<int>(row.integer(3))});
        return kind.has_value();
    });
}

// Holds the texts of what is asked for while they are bound.
struct Wanted {
    explicit Wanted(const ContributionFilter& filter) {
        const auto& only = filter.only;
        if (only.kind) kind = domain::name_of(*only.kind);
        if (only.service) service = *only.service;
        if (only.whose) account = only.whose == domain::Whose::Mine ? filter.account : 0;
        if (!only.clock) return;
        const auto days = domain::days_of(*only.clock, filter.today);
        first = base::print(days.from);
        last = base::print(days.until);
        from = first;
        until = last;
    }
    Wanted(const Wanted&) = delete;
    Wanted& operator=(const Wanted&) = delete;

    std::string first, last;
    OptionalText kind, service, from, until;
    OptionalInteger account;
};

}  // namespace

enum class InboxTables::Sql : std::uint8_t {
    InState,
    ContestedRedaction,
    Groups,
    ContestedGroups,
    Colleague,
    Assigned,
    Assign,
    Unassign,
};

base::Result<InboxTables> InboxTables::over(sqlite3* database) {
    const auto texts = all_texts();
    static_assert(std::tuple_size_v<decltype(texts)> == static_cast<std::size_t>(Sql::Unassign) + 1);
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    auto statements = Statement::prepare_all(database, views);
    if (!statements) return std::unexpected(statements.error());
    return InboxTables(std::move(*statements));
}

base::Result<std::vector<StoredContribution>> InboxTables::list(const ContributionFilter& filter) {
    const std::string_view district = filter.district;
    const auto limit = static_cast<std::int64_t>(filter.limit);
    const Wanted only(filter);
    std::vector<StoredContribution> all;
    const auto add = [&](Statement& rows) -> base::Result<void> {
        auto part = read_contributions(rows);
        if (!part) return std::unexpected(part.error());
        std::ranges::move(*part, std::back_inserter(all));
        return {};
    };
    for (const auto state : filter.states) {
        auto& rows = statement(Sql::InState)
                         .with(district, filter.after, only.kind, only.service, only.from, only.until, only.account,
                               limit, domain::name_of(state));
        if (auto done = add(rows); !done) return std::unexpected(done.error());
    }
    if (filter.with_contested_redactions) {
        auto& rows =
            statement(Sql::ContestedRedaction)
                .with(district, filter.after, only.kind, only.service, only.from, only.until, only.account, limit);
        if (auto done = add(rows); !done) return std::unexpected(done.error());
    }
    std::ranges::sort(all, {}, &StoredContribution::id);
    if (all.size() > filter.limit) all.erase(all.begin() + limit, all.end());
    return all;
}

base::Result<std::vector<domain::VoiceGroup>> InboxTables::groups(const ContributionFilter& filter) {
    const std::string_view district = filter.district;
    const auto [from, until] = domain::days_of(domain::TermGroup::Soon, filter.today);
    const auto first = base::print(from), last = base::print(until);
    std::vector<domain::VoiceGroup> all;
    for (const auto state : filter.states) {
        auto& rows = statement(Sql::Groups)
                         .with(district, std::string_view(first), std::string_view(last), filter.account,
                               domain::name_of(state));
        if (auto done = read_groups(rows, all); !done) return std::unexpected(done.error());
    }
    if (filter.with_contested_redactions) {
        auto& rows = statement(Sql::ContestedGroups)
                         .with(district, std::string_view(first), std::string_view(last), filter.account);
        if (auto done = read_groups(rows, all); !done) return std::unexpected(done.error());
    }
    return all;
}

base::Result<service::Colleague> InboxTables::colleague(std::string_view district, const std::string& folded) {
    auto& row = statement(Sql::Colleague).with(std::string_view(folded), district);
    const auto found = row.step();
    if (!found) return std::unexpected(found.error());
    if (!*found) return std::unexpected(base::Error{base::ErrorCode::NotFound, "nobody of the district"});
    const auto role = domain::parse_role(row.text(2));
    service::Colleague one{.account = row.integer(0), .name = row.text(1), .role = role.value_or(domain::Role{})};
    row.reset();
    if (!role) return std::unexpected(base::Error{base::ErrorCode::Internal, "a role in the database cannot be read"});
    return one;
}

base::Result<std::int64_t> InboxTables::assigned(std::int64_t contribution) {
    auto& row = statement(Sql::Assigned).with(contribution);
    const auto found = row.step();
    if (!found) return std::unexpected(found.error());
    const auto account = *found ? row.integer(0) : 0;
    row.reset();
    return account;
}

base::Result<void> InboxTables::assign(const StoredContribution& contribution, const service::Colleague& to,
                                       const service::StepBy& by, base::Instant at) {
    auto& row = statement(Sql::Assign)
                    .with(contribution.id, to.account, by.account, at.milliseconds,
                          std::string_view(contribution.district), domain::name_of(to.role));
    const auto found = row.step();
    row.reset();
    if (!found) return std::unexpected(found.error());
    if (!*found) return std::unexpected(base::Error{base::ErrorCode::Conflict, "who shall have it is gone"});
    return {};
}

base::Result<void> InboxTables::unassign(std::int64_t contribution) {
    return statement(Sql::Unassign).with(contribution).execute();
}

}  // namespace storage::sqlite::detail
