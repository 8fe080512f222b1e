// The screen where there is no browser: it counts, and to_rgba() shows what would be seen.
#include <optional>
#include <utility>

#include "client/paint/screen.hpp"

namespace paint {

struct Screen::State {
    std::optional<std::uint64_t> shown_hash;
    Counters counters;
};

Screen::Screen(std::unique_ptr<State> state) : state_(std::move(state)) {}
Screen::~Screen() = default;

base::Result<std::unique_ptr<Screen>> Screen::open(const std::string&) {
    return std::unique_ptr<Screen>(new Screen(std::make_unique<State>()));
}

void Screen::on_context(std::function<void()>, std::function<void()>) {}  // Memory is never lost.

bool Screen::show(const Picture& picture, Painter& painter) {
    if (state_->shown_hash == picture.hash) return false;
    const auto upload = [&](std::uint8_t number) {
        if (painter.sheet(number).dirty.empty()) return;
        painter.mark_uploaded(number);
        ++state_->counters.atlas_uploads;
    };
    upload(shapes);
    for (int page = 0; page < painter.glyph_pages(); ++page) upload(static_cast<std::uint8_t>(page));
    state_->shown_hash = picture.hash;
    ++state_->counters.frames;
    ++state_->counters.draw_calls;
    ++state_->counters.gl_calls;
    return true;
}

bool Screen::is_lost() const { return false; }
const Counters& Screen::counters() const { return state_->counters; }

}  // namespace paint
