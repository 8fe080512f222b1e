#include "client/state/visit.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

namespace state {
namespace {

using domain::VisitEventType;

constexpr double interval_ms = domain::visit_interval_s * 1000.0;
constexpr double in_use_ms = 60'000;  // So long after the last input a visible page counts as read.
constexpr double silence_ms = domain::visit_silence_s * 1000.0;
constexpr int beats_per_report = 4;

std::string cut(std::string id) {
    id.resize(std::min(id.size(), domain::screen_id_limit));
    return id;
}

// A page's kind by its name in the table of routes, its slug by the members that pages have.
template <class Page>
Screen screen_of(const Page& page, std::string_view kind) {
    Screen screen{.portal = {}, .language = page.language, .id = std::string(kind)};
    if constexpr (requires { page.district; }) screen.portal = page.district;
    if constexpr (requires { page.service; }) screen.id.append("/").append(page.service);
    else if constexpr (requires { page.slug; }) screen.id.append("/").append(page.slug);
    screen.id = cut(std::move(screen.id));
    return screen;
}

}  // namespace

Screen screen_of(const AppState& state) {
    if (!state.page || state.page_error) return {.portal = {}, .language = state.language, .id = "error"};
    const auto kind = routes::kind_of(*state.page);
    return std::visit([&](const auto& page) { return screen_of(page, kind); }, *state.page);
}

bool Visit::is_in_use(double now_ms) const {
    return screen_ && is_visible_ && now_ms < seen_ms_ + in_use_ms && told_s_ < domain::visit_longest_s;
}

// No interval is longer than the heartbeat's: a machine that slept was not read.
void Visit::count_up_to(double now_ms) {
    if (is_visible_ && screen_) {
        const double end = std::min({now_ms, seen_ms_ + in_use_ms, counted_ms_ + interval_ms});
        rest_ms_ += std::max(0.0, end - counted_ms_);
    }
    counted_ms_ = now_ms;
}

void Visit::tell(VisitEventType type, int value, double now_ms) {
    waiting_.push_back({now_ms,
                        {.seconds_ago = 0,
                         .portal = screen_->portal,
                         .language = screen_->language,
                         .screen = screen_->id,
                         .type = type,
                         .value = value}});
}

// Whole seconds; what is less goes on into the next screen, so that the sum of all screens is the visit's time.
void Visit::tell_active(double now_ms) {
    int seconds = std::min(static_cast<int>(rest_ms_ / 1000), domain::visit_longest_s - told_s_);
    rest_ms_ -= seconds * 1000.0;
    told_s_ += seconds;
    for (; seconds > 0; seconds -= domain::visit_interval_s)
        tell(VisitEventType::Active, std::min(seconds, domain::visit_interval_s), now_ms);
}

// After half an hour without activity it is another visit, of the same screen.
void Visit::begin_if_over(double now_ms) {
    if (!key_.empty() && now_ms < seen_ms_ + silence_ms) return;
    const bool is_first = key_.empty();
    key_ = new_key_();
    told_s_ = beats_ = 0;
    rest_ms_ = 0;
    waiting_.clear();
    if (!is_first && screen_) tell(VisitEventType::Screen, 0, now_ms);
}

domain::VisitBatch Visit::take_report(double now_ms) {
    domain::VisitBatch batch{.visit = key_, .channel = domain::Channel::Web, .events = {}};
    for (auto& [at_ms, event] : std::exchange(waiting_, {})) {
        event.seconds_ago =
            std::clamp(static_cast<int>(std::lround((now_ms - at_ms) / 1000)), 0, domain::visit_event_oldest_s);
        batch.events.push_back(std::move(event));
    }
    beats_ = 0;
    return batch;
}

VisitStep Visit::step(double now_ms, bool send) {
    VisitStep step;
    if (!waiting_.empty() && (send || waiting_.size() >= domain::visit_batch_limit - 8))
        step.reports.push_back(take_report(now_ms));
    if (is_in_use(now_ms) && !std::exchange(timer_runs_, true)) step.timer_ms = static_cast<int>(interval_ms);
    return step;
}

VisitStep Visit::show(const Screen& screen, double now_ms) {
    if (screen_ == screen) return {};
    count_up_to(now_ms);
    if (screen_) tell_active(now_ms);
    const bool is_first = !screen_;
    begin_if_over(now_ms);
    // What a new visit told of the old screen is not so: it begins with this one.
    std::erase_if(waiting_, [&](const Event& event) {
        return event.at_ms == now_ms && event.event.type == VisitEventType::Screen;
    });
    screen_ = screen;
    seen_ms_ = now_ms;
    tell(VisitEventType::Screen, is_first ? 1 : 0, now_ms);
    return step(now_ms, true);
}

VisitStep Visit::see_input(double now_ms) {
    count_up_to(now_ms);
    if (!screen_) return {};
    begin_if_over(now_ms);
    seen_ms_ = now_ms;
    return step(now_ms, false);
}

VisitStep Visit::see_visible(double now_ms) {
    count_up_to(now_ms);
    is_visible_ = true;
    return see_input(now_ms);  // Somebody has brought it to the front.
}

VisitStep Visit::see_hidden(double now_ms) {
    count_up_to(now_ms);
    is_visible_ = false;
    if (!screen_) return {};
    tell_active(now_ms);
    return step(now_ms, true);
}

VisitStep Visit::beat(double now_ms) {
    timer_runs_ = false;
    count_up_to(now_ms);
    if (!screen_) return {};
    tell_active(now_ms);
    const bool rests = !is_in_use(now_ms);
    return step(now_ms, ++beats_ >= beats_per_report || rests);
}

VisitStep Visit::contribute(double now_ms) {
    if (!screen_) return {};
    count_up_to(now_ms);
    begin_if_over(now_ms);
    seen_ms_ = now_ms;
    tell(VisitEventType::Contribution, 1, now_ms);
    return step(now_ms, true);
}

}  // namespace state
