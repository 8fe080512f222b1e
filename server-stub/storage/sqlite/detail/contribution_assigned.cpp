// Who of a desk takes care of a contribution.
#include <utility>

#include "server-stub/storage/sqlite/detail/contribution_tables.hpp"
#include "shared/domain/account.hpp"

namespace storage::sqlite::detail {

base::Result<service::Colleague> ContributionTables::colleague(std::string_view district, std::string_view name) {
    const std::lock_guard lock(mutex_);
    return inbox_.colleague(district, domain::fold_name(name));
}

base::Result<void> ContributionTables::assign(const service::StoredContribution& contribution,
                                              const std::optional<service::Colleague>& to, const service::StepBy& by,
                                              base::Instant at) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    const auto had = contribution.assigned ? contribution.assigned->account : 0;
    const auto has = inbox_.assigned(contribution.id);
    if (!has) return std::unexpected(has.error());
    if (*has != had) return std::unexpected(base::Error{base::ErrorCode::Conflict, "somebody else has it meanwhile"});
    if (*has == (to ? to->account : 0)) return {};
    auto done = to ? inbox_.assign(contribution, *to, by, at) : inbox_.unassign(contribution.id);
    if (!done) return done;
    const auto whom = to ? std::to_string(to->account) : std::string("nobody");
    if (done = note(contribution, by, at, "assign", whom); !done) return done;
    return transaction->commit();
}

}  // namespace storage::sqlite::detail
