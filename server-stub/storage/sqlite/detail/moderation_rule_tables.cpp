#include "server-stub/storage/sqlite/detail/moderation_rule_tables.hpp"

#include <array>
#include <utility>

#include "server-stub/storage/sqlite/detail/contribution_rows.hpp"

namespace storage::sqlite::detail {
namespace {

using domain::ModerationRules;

// In the order of ModerationRuleTables::Sql.
constexpr std::array<std::string_view, 2> texts{
    "SELECT changed, set_at_ms, ifnull(name, '') FROM moderation_rules LEFT JOIN account ON account.id = set_by"
    " WHERE moderation_rules.district = ?",
    "INSERT INTO moderation_rules (district, changed, set_by, set_at_ms) VALUES (?, ?, ?, ?) ON CONFLICT (district)"
    " DO UPDATE SET changed = excluded.changed, set_by = excluded.set_by, set_at_ms = excluded.set_at_ms"};

std::string changed_in(const ModerationRules& rules) {
    std::vector<std::string> names;
    for (const auto rule : domain::portal_rules)
        if (!rules.is_default(rule)) names.emplace_back(domain::name_of(rule));
    return joined(names);
}

// A name that this program does not know switches nothing.
ModerationRules rules_in(const std::string& changed) {
    ModerationRules rules;
    for (const auto& name : split(changed))
        if (const auto rule = domain::parse_portal_rule(name)) rules.set(*rule, !domain::is_on_by_default(*rule));
    return rules;
}

}  // namespace

enum class ModerationRuleTables::Sql : std::uint8_t { Find, Set };

base::Result<std::unique_ptr<ModerationRuleTables>> ModerationRuleTables::over(sqlite3* database, std::mutex& mutex) {
    static_assert(texts.size() == static_cast<std::size_t>(Sql::Set) + 1);
    auto audit = AuditTable::over(database);
    if (!audit) return std::unexpected(audit.error());
    auto statements = Statement::prepare_all(database, texts);
    if (!statements) return std::unexpected(statements.error());
    return std::unique_ptr<ModerationRuleTables>(
        new ModerationRuleTables(database, mutex, std::move(*audit), std::move(*statements)));
}

base::Result<service::KeptModerationRules> ModerationRuleTables::rules(std::string_view district) {
    const std::lock_guard lock(mutex_);
    return read(district);
}

base::Result<service::KeptModerationRules> ModerationRuleTables::read(std::string_view district) {
    service::KeptModerationRules kept;
    auto& row = statement(Sql::Find).with(district);
    const auto found = row.step();
    if (!found) return std::unexpected(found.error());
    if (*found) {
        kept.rules = rules_in(row.text(0));
        kept.set_at = base::Instant{row.integer(1)};
        kept.set_by = row.text(2);
    }
    row.reset();
    return kept;
}

// Within a transaction. Of no item.
base::Result<void> ModerationRuleTables::note(const service::Deed& deed, domain::PortalRule rule, bool is_on) {
    return audit_.add({.at = deed.at,
                       .account = deed.account,
                       .role = std::string(domain::name_of(deed.role)),
                       .district = deed.district,
                       .what = "moderation-rule",
                       .detail = std::string(domain::name_of(rule)).append(is_on ? " on" : " off")},
                      {});
}

base::Result<bool> ModerationRuleTables::set(const ModerationRules& rules, const service::Deed& deed) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    const auto before = read(deed.district);
    if (!before) return std::unexpected(before.error());
    if (before->rules == rules) return false;
    const auto changed = changed_in(rules);
    if (auto done =
            statement(Sql::Set)
                .with(std::string_view(deed.district), std::string_view(changed), deed.account, deed.at.milliseconds)
                .execute();
        !done)
        return std::unexpected(done.error());
    for (const auto rule : domain::portal_rules) {
        if (rules.is_on(rule) == before->rules.is_on(rule)) continue;
        if (auto done = note(deed, rule, rules.is_on(rule)); !done) return std::unexpected(done.error());
    }
    if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
    return true;
}

}  // namespace storage::sqlite::detail
