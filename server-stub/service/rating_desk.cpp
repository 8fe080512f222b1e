#include "server-stub/service/rating_desk.hpp"

#include <utility>

namespace service {

RatingDesk::RatingDesk(RatingStore& store, CodeSource codes, Limits limits)
    : store_(store), codes_(std::move(codes)), limits_(limits), worker_([this] { work(); }) {}

void RatingDesk::close() {
    if (!worker_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    arrived_.notify_one();
    worker_.join();
}

void RatingDesk::submit(NewRating rating, Answer answer) { take({std::move(rating), std::move(answer)}); }
void RatingDesk::find(domain::ReceiptCode code, Answer answer) { take({std::move(code), std::move(answer)}); }

void RatingDesk::take(Job job) {
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.size() < limits_.waiting) {
            waiting_.push_back(std::move(job));
            arrived_.notify_one();
            return;
        }
    }
    job.answer(std::unexpected(base::Error{base::ErrorCode::Unavailable, "the rating desk's queue is full"}));
}

void RatingDesk::work() {
    for (;;) {
        std::vector<Job> jobs;
        {
            std::unique_lock lock(mutex_);
            arrived_.wait(lock, [this] { return closing_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            jobs.swap(waiting_);
        }
        serve(std::move(jobs));
    }
}

void RatingDesk::serve(std::vector<Job> jobs) {
    std::vector<NewRating> batch;
    std::vector<Answer> answers;
    const auto flush = [&] { record(std::exchange(batch, {}), std::exchange(answers, {})); };
    for (auto& job : jobs) {
        if (const auto* code = std::get_if<domain::ReceiptCode>(&job.what)) {
            job.answer(store_.find(*code));
            continue;
        }
        batch.push_back(std::get<NewRating>(std::move(job.what)));
        answers.push_back(std::move(job.answer));
        if (batch.size() == limits_.batch) flush();
    }
    if (!batch.empty()) flush();
}

void RatingDesk::record(std::vector<NewRating> batch, std::vector<Answer> answers) {
    auto results = store_.record(batch, codes_);
    for (std::size_t i = 0; i < answers.size(); ++i) answers[i](std::move(results[i]));
}

}  // namespace service
