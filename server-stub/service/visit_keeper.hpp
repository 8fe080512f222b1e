// The thread that settles the visit log: every two seconds, and once more at the end.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "server-stub/service/visit_log.hpp"

namespace service {

class VisitKeeper {
public:
    using Report = std::function<void(const base::Error&)>;  // Called on the keeper's thread.

    VisitKeeper(VisitLog& log, base::Clock clock, Report report);
    ~VisitKeeper() { close(); }
    VisitKeeper(const VisitKeeper&) = delete;
    VisitKeeper& operator=(const VisitKeeper&) = delete;

    // Settles what is there, then returns.
    void close();

private:
    void work();
    void settle();

    VisitLog& log_;
    base::Clock clock_;
    Report report_;
    std::mutex mutex_;
    std::condition_variable closed_;
    bool closing_ = false;
    std::thread worker_;  // Last: it uses all of the above.
};

}  // namespace service
