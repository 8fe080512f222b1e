// Work that waits for the disk or computes for long, kept off the threads that answer requests.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace service {

class Lane {
public:
    using Job = std::function<void()>;

    // `threads` jobs at once, `waiting` more in the queue.
    Lane(std::size_t threads, std::size_t waiting);
    ~Lane() { close(); }
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;

    // False: the queue is full, and the job will not be done.
    bool give(Job job);
    // Does what waits, then returns. Nothing may be given from then on.
    void close();

private:
    void work();

    std::size_t most_waiting_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Job> waiting_;
    bool closing_ = false;
    std::vector<std::thread> threads_;  // Last: they use all of the above.
};

}  // namespace service
