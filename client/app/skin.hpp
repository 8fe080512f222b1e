// Which skin the page wears: the canvas only while nothing speaks against it.
#pragma once

#include <cstdint>
#include <string_view>

namespace app {

enum class Skin : std::uint8_t { Html, Canvas };

constexpr std::string_view class_of(Skin skin) { return skin == Skin::Canvas ? "skin-canvas" : "skin-html"; }

struct SkinConditions {
    bool has_faces = false;  // Every face that the page shows is loaded, here and in the DOM.
    bool has_letters =
        false;  // The faces have every letter that it shows: the browser finds others for what they lack.
    bool has_pictures = false;  // None of those that it shows is known to be missing: the browser says what it shows.
    bool boxes_agree = false;   // What the browser shows is as large as what we laid out.
    bool has_graphics = false;  // WebGL 2, and the context is not lost.
    bool forced_colors = false;
    bool printing = false;
    bool is_foreign = false;  // Somebody else has put words into the page.
};

constexpr Skin choose_skin(const SkinConditions& now) {
    const bool allowed = now.has_faces && now.has_letters && now.has_pictures && now.boxes_agree && now.has_graphics &&
                         !now.forced_colors && !now.printing && !now.is_foreign;
    return allowed ? Skin::Canvas : Skin::Html;
}

}  // namespace app
