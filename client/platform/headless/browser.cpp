#include "client/platform/headless/browser.hpp"

#include <algorithm>
#include <utility>

namespace platform::headless {

void Browser::apply(std::span<const std::uint8_t> patches) {
    ++applied;
    dom.apply(patches);
    if (std::exchange(dom.has_scrolled, false)) scroll = dom.scroll_px;
}

void Browser::place_canvas(const CanvasPlace& place) { canvas = place; }

void Browser::ask(const Request& request) {
    asked.push_back(request);
    auto response = is_offline ? Response{.status = 0, .body = {}} : server_(request);
    answers_.push_back(Answered{request.number, response.status, response.retry_after_s, std::move(response.body)});
}

void Browser::load_face(const Face& face) {
    faces_asked.emplace_back(face.file);
    faces_.push_back(FaceLoaded{face.number, fonts_(face.file)});
}

void Browser::visit(std::string_view to, std::uint32_t entry, Visit how) {
    address = to;
    if (how == Visit::Push) {
        history.resize(history_place + 1);
        history.push_back({entry, address});
        ++history_place;
    } else {
        history[history_place] = {entry, address};
    }
}

void Browser::keep(std::string_view name, std::string_view text) {
    if (!can_keep) return;
    if (text.empty()) kept.erase(std::string(name));
    else kept.insert_or_assign(std::string(name), text);
}

void Browser::start_timer(std::uint32_t number, int delay_ms) { timers_.push_back({now + delay_ms, number}); }

std::vector<Event> Browser::take_arrivals() {
    std::vector<Event> arrivals;
    const auto take_all = [&](std::deque<Event>& queue) {
        std::ranges::move(queue, std::back_inserter(arrivals));
        queue.clear();
    };
    if (!holds_answers) take_all(answers_);
    if (!holds_faces) take_all(faces_);
    std::erase_if(timers_, [&](const Timer& timer) {
        if (timer.due > now) return false;
        arrivals.push_back(TimerFired{timer.number});
        return true;
    });
    return arrivals;
}

}  // namespace platform::headless
