#include "server-stub/http/engine/connection_limits.hpp"

namespace http::engine {

bool ConnectionLimits::admit(std::uint64_t network) {
    const std::lock_guard lock(mutex_);
    if (open_ >= in_all_) return false;
    auto& of_network = open_of_[network];
    if (of_network >= of_one_network_) return false;
    ++of_network;
    ++open_;
    return true;
}

void ConnectionLimits::release(std::uint64_t network) {
    const std::lock_guard lock(mutex_);
    const auto found = open_of_.find(network);
    if (--found->second == 0) open_of_.erase(found);
    --open_;
}

}  // namespace http::engine
