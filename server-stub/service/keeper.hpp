// A thread that does one thing again and again, by the server's clock: releases items, forgets what has grown old.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "shared/base/clock.hpp"
#include "shared/base/result.hpp"

namespace service {

class Keeper {
public:
    struct Duty {
        std::function<base::Result<void>(base::Instant now)> work;
        std::chrono::seconds pause;                      // Before it is done again; at the start it is done at once.
        std::function<void(const base::Error&)> failed;  // Called on the keeper's thread, as `work` is.
    };

    Keeper(base::Clock clock, Duty duty);
    ~Keeper() { close(); }
    Keeper(const Keeper&) = delete;
    Keeper& operator=(const Keeper&) = delete;

    void close();

private:
    void work();

    base::Clock clock_;
    Duty duty_;
    std::mutex mutex_;
    std::condition_variable closed_;
    bool closing_ = false;
    std::thread worker_;  // Last: it uses all of the above.
};

}  // namespace service
