#include "server-stub/service/lane.hpp"

#include <utility>

namespace service {

Lane::Lane(std::size_t threads, std::size_t waiting) : most_waiting_(waiting) {
    while (threads_.size() < threads) threads_.emplace_back([this] { work(); });
}

bool Lane::give(Job job) {
    const std::lock_guard lock(mutex_);
    if (closing_ || waiting_.size() >= most_waiting_) return false;
    waiting_.push_back(std::move(job));
    arrived_.notify_one();
    return true;
}

void Lane::close() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    arrived_.notify_all();
    for (auto& thread : threads_) thread.join();
    threads_.clear();
}

void Lane::work() {
    for (;;) {
        Job job;
        {
            std::unique_lock lock(mutex_);
            arrived_.wait(lock, [this] { return closing_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            job = std::move(waiting_.front());
            waiting_.pop_front();
        }
        job();
    }
}

}  // namespace service
