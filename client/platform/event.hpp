// Everything that reaches the client from outside: what a person did, what the server answered, what the page became.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace platform {

using NodeId = std::uint32_t;  // As in data-n; 0 is no node of ours.

struct Viewport {
    float width_px = 0;         // Of the root; a fraction where the browser has one.
    float height_px = 0;        // Of what is visible.
    float window_width_px = 0;  // With the scroll bar, as media queries see it: it decides the width class.
    float device_pixel_ratio = 1;
    float layout_ratio = 1;  // The browser's own pixels to each CSS px (layout::Environment).
    bool operator==(const Viewport&) const = default;
};

// What of the surroundings decides how the page looks.
struct Medium {
    std::string theme;      // Chosen: "light", "dark", "contrast"; empty: as on the device.
    std::string text_size;  // Chosen, as base::code_of spells it; empty: "100".
    bool device_is_dark = false;
    bool wants_contrast = false;
    bool forced_colors = false;
    bool printing = false;
    bool operator==(const Medium&) const = default;
};

struct FieldState {
    NodeId node = 0;
    std::string name;
    std::string value;
    bool is_choice = false;  // A radio or a checkbox: `checked` counts, and `value` is which.
    bool checked = false;
};

struct Started {
    std::string address;      // Path and query.
    std::string language;     // Of <html>.
    std::string page_data;    // JSON, empty when the page carries none.
    std::string fingerprint;  // Of the DOM: mirror::fingerprint.
    std::string stored;       // What the client stored last.
    std::string kept;         // Drafts of this device: lines of a name, a tab and what was kept.
    std::uint32_t entry = 0;  // Of the history.
    std::uint64_t random = 0;
    float scroll_px = 0;
    Viewport viewport;
    Medium medium;
    std::vector<FieldState> fields;
};

struct Resized {
    Viewport viewport;
};
struct Scrolled {
    float y_px = 0;
};  // Only out of the range that Platform::place_canvas named.
struct LinkFollowed {
    NodeId node = 0;
    std::string address;
    float scroll_px = 0;
};
struct Submitted {
    NodeId form = 0;
    std::string address;
    float scroll_px = 0;
};  // Of the button, else of the form.
struct FieldChanged {
    FieldState field;
};
struct Hovered {
    NodeId node = 0;
};
struct Focused {
    NodeId node = 0;
};
struct HistoryMoved {
    std::uint32_t entry = 0;
    std::string address;
    float scroll_px = 0;
};
struct Answered {
    std::uint32_t request = 0;
    int status = 0;  // 0: no server was reached.
    int retry_after_s = 0;
    std::string body;
};
struct FaceLoaded {
    std::uint32_t face = 0;
    std::vector<std::byte> bytes;
};  // No bytes: it failed.
struct TimerFired {
    std::uint32_t timer = 0;
};
struct MediumChanged {
    Medium medium;
};
struct Measured {
    struct Size {
        NodeId node = 0;
        float width_px = 0, height_px = 0;
    };
    float root_width_px = 0;
    std::vector<Size> sizes;  // Border boxes that the browser reports by itself (ResizeObserver).
};
struct ForeignChange {
    std::string fingerprint;
};  // Somebody else changed the page; what stands there now.

// Whether somebody is there. Input of any kind is told at most every few seconds.
struct PresenceChanged {
    enum class What : std::uint8_t { Hidden, Visible, Input } what = What::Hidden;
};

struct Reconnected {};  // The browser has a network again.

// A picture of the page has come, or will not come.
struct PictureLoaded {
    std::string address;  // As its element names it.
    bool is_there = false;
};

// A button that sends nothing.
struct Pressed {
    NodeId node = 0;
};

using Event = std::variant<Started, Resized, Scrolled, LinkFollowed, Submitted, FieldChanged, Hovered, Focused,
                           HistoryMoved, Answered, FaceLoaded, TimerFired, MediumChanged, Measured, ForeignChange,
                           PresenceChanged, Reconnected, PictureLoaded, Pressed>;

}  // namespace platform
