// A face as HarfBuzz holds it, with owning handles.
#pragma once

#include <cstddef>
#include <hb.h>
#include <memory>
#include <vector>

#include "client/text/font.hpp"

namespace text {

namespace detail {

template <auto destroy>
struct Deleter {
    template <class T>
    void operator()(T* handle) const {
        destroy(handle);
    }
};

using HbFace = std::unique_ptr<hb_face_t, Deleter<hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, Deleter<hb_font_destroy>>;
using HbBuffer = std::unique_ptr<hb_buffer_t, Deleter<hb_buffer_destroy>>;
using HbDrawFuncs = std::unique_ptr<hb_draw_funcs_t, Deleter<hb_draw_funcs_destroy>>;

// HarfBuzz counts in whole numbers: sixty-four to a font unit, so that its own roundings stay below what a screen
// shows.
inline constexpr int units_scale = 64;

}  // namespace detail

struct Fonts::Loaded {
    fonts::Face face{};
    std::vector<std::byte> bytes;
    detail::HbFace hb_face;
    detail::HbFont hb_font;
    detail::HbDrawFuncs draw_funcs;
    float units_per_em = 1000;
    double ems_per_unit = 0;  // Of HarfBuzz's numbers.
};

}  // namespace text
