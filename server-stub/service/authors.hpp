// What the author of a contribution does beside its steps. Who comes here has shown the secret number.
#pragma once

#include <expected>
#include <string>

#include "server-stub/service/author_store.hpp"
#include "server-stub/service/contributions.hpp"

namespace service {

struct VerdictRefusal {
    enum class Why : std::uint8_t { Problem, Unavailable } why = Why::Unavailable;
    domain::VerdictProblem problem = domain::VerdictProblem::NotAnswered;  // Of Problem.
    bool operator==(const VerdictRefusal&) const = default;
};

// Any thread. Waits for the disk.
class Authors {
public:
    Authors(AuthorStore& store, const Contributions& contributions, const LegalTime& legal_time)
        : store_(store), contributions_(contributions), legal_time_(legal_time) {}

    // `choice` as it was sent; the words are masked, and read by the court alone where the rules have something against
    // them.
    std::expected<StoredContribution, VerdictRefusal> judge_answer(StoredContribution contribution,
                                                                   const std::string& choice, const std::string& words,
                                                                   base::Instant now);
    // What an account keeps as its own. Whoever attaches has shown the secret number.
    base::Result<void> attach(std::int64_t account, std::int64_t contribution) {
        return store_.attach(account, contribution);
    }
    base::Result<void> detach(std::int64_t account, std::int64_t contribution) {
        return store_.detach(account, contribution);
    }
    base::Result<bool> is_attached(std::int64_t account, std::int64_t contribution) {
        return store_.is_attached(account, contribution);
    }
    base::Result<std::vector<StoredContribution>> attached(std::int64_t account) { return store_.attached(account); }
    base::Result<VerdictCounts> verdict_counts(std::string_view district) { return store_.verdict_counts(district); }

private:
    AuthorStore& store_;
    const Contributions& contributions_;
    const LegalTime& legal_time_;
};

}  // namespace service
