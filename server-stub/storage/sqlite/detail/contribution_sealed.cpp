// Texts as they were before passages of them were replaced: opened by somebody, or removed.
#include <utility>

#include "server-stub/storage/sqlite/detail/contribution_tables.hpp"

namespace storage::sqlite::detail {

// In the audit log.
base::Result<void> ContributionTables::note(const service::StoredContribution& contribution, const service::StepBy& by,
                                            base::Instant at, std::string what, std::string_view why) {
    auto detail = "contribution " + std::to_string(contribution.id);
    if (!why.empty()) detail.append(": ").append(why);
    return audit_.add({.at = at,
                       .account = by.account,
                       .role = std::string(by.role ? domain::name_of(*by.role) : std::string_view()),
                       .district = contribution.district,
                       .what = std::move(what),
                       .detail = std::move(detail)},
                      {});
}

base::Result<std::vector<service::SealedOriginal>> ContributionTables::originals(std::int64_t id) {
    const std::lock_guard lock(mutex_);
    return redactions_.originals(id);
}

base::Result<std::vector<service::SealedOriginal>> ContributionTables::revisions(std::int64_t id) {
    const std::lock_guard lock(mutex_);
    return redactions_.revisions(id);
}

base::Result<std::vector<service::SealedOriginal>> ContributionTables::open_sealed(
    const service::StoredContribution& contribution, const service::Opening& opening) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    auto found = redactions_.originals(contribution.id);
    if (!found) return found;
    if (found->empty()) return std::unexpected(base::Error{base::ErrorCode::NotFound, "nothing of it is sealed"});
    const auto noted = note(contribution, opening.by, opening.at, "open-sealed", opening.why);
    if (!noted) return std::unexpected(noted.error());
    if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
    return found;
}

base::Result<void> ContributionTables::remove_originals(base::Date today) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    if (auto done = redactions_.remove_until(today); !done) return done;
    return transaction->commit();
}

}  // namespace storage::sqlite::detail
