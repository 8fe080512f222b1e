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

    void lay_out(const layout::Environment& environment, layout::Layouter& layouter, const text::FaceSet& loaded);
    // With every face that it shows: without its letters a text has no size.
    bool is_whole() const { return is_whole_; }
    bool fits(const layout::Environment& now) const;

    doc::Document document;
    layout::Result layout;
    mirror::Breaks breaks;

private:
    layout::Environment environment_;  // Of the layout.
    bool is_whole_ = false;
};

// What stands at the top of the window in `before` stands there again in `after`: the new scroll offset.
float keep_place(const layout::Result& before, const layout::Result& after, float scroll_px);

}  // namespace app
