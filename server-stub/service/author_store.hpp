// Where is kept what authors do beside the steps of what they said, and the log of what became of it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "server-stub/service/contribution_store.hpp"
#include "shared/domain/voice_event.hpp"

namespace service {

// What the authors of a district say of its answers.
struct VerdictCounts {
    std::int64_t helped = 0, not_helped = 0;
    bool operator==(const VerdictCounts&) const = default;
};

// Everything fails with Unavailable when the disk does.
class AuthorStore {
public:
    virtual ~AuthorStore() = default;
    // Of the answer that stands, by its step. Conflict where its author has said something of that answer before.
    virtual base::Result<void> add_verdict(const StoredContribution& contribution, const domain::AuthorVerdict& verdict,
                                           base::Instant at) = 0;
    virtual base::Result<VerdictCounts> verdict_counts(std::string_view district) = 0;
    // An account keeps it as its own, or not any more; a second time, or of one that is gone, nothing changes.
    virtual base::Result<void> attach(std::int64_t account, std::int64_t contribution) = 0;
    virtual base::Result<void> detach(std::int64_t account, std::int64_t contribution) = 0;
    virtual base::Result<bool> is_attached(std::int64_t account, std::int64_t contribution) = 0;
    // The newest first.
    virtual base::Result<std::vector<StoredContribution>> attached(std::int64_t account) = 0;
    // Of every district, from one moment to before the other, in the order in which they were written.
    virtual base::Result<std::vector<domain::VoiceEvent>> voice_events(base::Instant from, base::Instant until) = 0;
};

}  // namespace service
