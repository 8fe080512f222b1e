// The thread that releases and expires items at their moments: every second, by the server's clock.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "server-stub/service/editing.hpp"

namespace service {

class ItemKeeper {
public:
    using Report = std::function<void(const base::Error&)>;  // Called on the keeper's thread.

    ItemKeeper(Editing& editing, base::Clock clock, Report report);
    ~ItemKeeper() { close(); }
    ItemKeeper(const ItemKeeper&) = delete;
    ItemKeeper& operator=(const ItemKeeper&) = delete;

    void close();

private:
    void work();

    Editing& editing_;
    base::Clock clock_;
    Report report_;
    std::mutex mutex_;
    std::condition_variable closed_;
    bool closing_ = false;
    std::thread worker_;  // Last: it uses all of the above.
};

}  // namespace service
