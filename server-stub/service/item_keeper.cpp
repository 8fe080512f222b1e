#include "server-stub/service/item_keeper.hpp"

#include <chrono>
#include <utility>

namespace service {
namespace {

constexpr std::chrono::seconds pause{1};

}  // namespace

ItemKeeper::ItemKeeper(Editing& editing, base::Clock clock, Report report)
    : editing_(editing), clock_(std::move(clock)), report_(std::move(report)), worker_([this] { work(); }) {}

void ItemKeeper::close() {
    if (!worker_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    closed_.notify_one();
    worker_.join();
}

void ItemKeeper::work() {
    for (;;) {
        // At once: what was due while the server was off is due now.
        if (const auto done = editing_.run_clock(clock_()); !done) report_(done.error());
        std::unique_lock lock(mutex_);
        if (closed_.wait_for(lock, pause, [this] { return closing_; })) return;
    }
}

}  // namespace service
