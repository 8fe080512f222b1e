// A document with its boxes and the ends of its lines; they point into each other, so they stay together.
#pragma once

#include <memory>

#include "client/layout/layout.hpp"
#include "client/mirror/breaks.hpp"

namespace app {

struct LaidPage {
    explicit LaidPage(doc::Document what) : document(std::move(what)) {}
    LaidPage(const LaidPage&) = delete;
    LaidPage& operator=(const LaidPage&) = delete;

    void lay_out(const layout::Environment& environment, text::Engine& engine);

    doc::Document document;
    layout::Result layout;
    mirror::Breaks breaks;
};

// What stands at the top of the window in `before` stands there again in `after`: the new scroll offset.
float keep_place(const layout::Result& before, const layout::Result& after, float scroll_px);

}  // namespace app
