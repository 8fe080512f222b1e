#include "server-stub/service/keeper.hpp"

#include <utility>

namespace service {

Keeper::Keeper(base::Clock clock, Duty duty)
    : clock_(std::move(clock)), duty_(std::move(duty)), worker_([this] { work(); }) {}

void Keeper::close() {
    if (!worker_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    closed_.notify_one();
    worker_.join();
}

void Keeper::work() {
    for (;;) {
        // At once: what was due while the server was off is due now.
        if (const auto done = duty_.work(clock_()); !done) duty_.failed(done.error());
        std::unique_lock lock(mutex_);
        if (closed_.wait_for(lock, duty_.pause, [this] { return closing_; })) return;
    }
}

}  // namespace service
