#include "server-stub/service/visit_keeper.hpp"

#include <chrono>
#include <utility>

namespace service {
namespace {

constexpr std::chrono::seconds pause{2};

}  // namespace

VisitKeeper::VisitKeeper(VisitLog& log, base::Clock clock, Report report)
    : log_(log), clock_(std::move(clock)), report_(std::move(report)), worker_([this] { work(); }) {}

void VisitKeeper::close() {
    if (!worker_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    closed_.notify_one();
    worker_.join();
    settle();
}

void VisitKeeper::work() {
    for (;;) {
        settle();  // At once: a day that ended while the server was off ends now.
        std::unique_lock lock(mutex_);
        if (closed_.wait_for(lock, pause, [this] { return closing_; })) return;
    }
}

void VisitKeeper::settle() {
    if (const auto done = log_.settle(clock_()); !done) report_(done.error());
}

}  // namespace service
