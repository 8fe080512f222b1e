// Takes ratings from many threads and writes them from one, in batches: one sync of the disk serves all that
// wait. Nobody who calls it is ever blocked by the disk.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <variant>
#include <vector>

#include "server-stub/service/rating_store.hpp"

namespace service {

class RatingDesk {
public:
    struct Limits {
        std::size_t waiting = 4096;  // Beyond that a rating is refused as Unavailable, before anything is kept.
        std::size_t batch = 128;     // Ratings in one transaction.
    };
    // Called on the desk's own thread: hand the answer on, do not work in it.
    using Answer = std::function<void(base::Result<domain::Receipt>)>;

    RatingDesk(RatingStore& store, CodeSource codes, Limits limits);
    RatingDesk(RatingStore& store, CodeSource codes) : RatingDesk(store, std::move(codes), Limits{}) {}
    ~RatingDesk() { close(); }
    RatingDesk(const RatingDesk&) = delete;
    RatingDesk& operator=(const RatingDesk&) = delete;

    void submit(NewRating rating, Answer answer);
    void find(domain::ReceiptCode code, Answer answer);
    // Answers everything that was taken, then returns. Nothing may be given to the desk from then on.
    void close();

private:
    struct Job {
        std::variant<NewRating, domain::ReceiptCode> what;
        Answer answer;
    };

    void take(Job job);
    void work();
    void serve(std::vector<Job> jobs);
    void record(std::vector<NewRating> batch, std::vector<Answer> answers);

    RatingStore& store_;
    CodeSource codes_;
    Limits limits_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::vector<Job> waiting_;
    bool closing_ = false;
    std::thread worker_;  // Last: it uses all of the above.
};

}  // namespace service
