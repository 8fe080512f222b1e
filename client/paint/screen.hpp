// Shows pictures: with WebGL 2 on the web, in memory elsewhere.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "client/paint/painter.hpp"
#include "shared/base/result.hpp"

namespace paint {

struct Counters {
    std::uint64_t frames = 0;  // Pictures shown; one with the hash of the last is none.
    std::uint64_t draw_calls = 0;
    std::uint64_t gl_calls = 0;  // Estimated from draws and uploads; stands still when nothing is drawn.
    std::uint64_t atlas_uploads = 0;
};

class Screen {
public:
    // `canvas` is a CSS selector. Fails with ErrorCode::Unavailable without WebGL 2.
    static base::Result<std::unique_ptr<Screen>> open(const std::string& canvas);
    ~Screen();
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    // Called when the graphics context is lost, and when it is back and everything must be shown again.
    void on_context(std::function<void()> lost, std::function<void()> restored);

    // Uploads what is new and draws. False when nothing had to be done, or when the context is lost.
    bool show(const Picture& picture, Painter& painter);

    bool is_lost() const;
    const Counters& counters() const;

private:
    struct State;
    explicit Screen(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

// Straight RGBA, row by row: the picture without a GPU, for tests and for screens in memory.
std::vector<std::uint8_t> to_rgba(const Picture& picture, const Painter& painter);

}  // namespace paint
