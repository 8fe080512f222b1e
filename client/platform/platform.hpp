// What the client asks of the world outside: the browser, or a browser in memory.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace platform {

struct Request {
    std::uint32_t number = 0;  // Comes back in Answered.
    std::string address;
    std::string body;             // JSON; empty: GET.
    std::string idempotency_key;  // Of a POST.
    std::uint32_t form = 0;       // Node of a form: a POST of what its fields hold, and of `body`, one more pair.
};

enum class Visit : std::uint8_t { Push, Replace };

struct Face {
    std::uint32_t number = 0;  // Comes back in FaceLoaded.
    std::string_view file;
    std::string_view family;  // In CSS.
    int weight = 400;
};

// Where the canvas lies in the page, in CSS px, and the scroll offsets that it serves: outside of them, tell.
struct CanvasPlace {
    float top_px = 0, width_px = 0, height_px = 0;
    float scroll_from_px = 0, scroll_to_px = 0;
    bool operator==(const CanvasPlace&) const = default;
};

class Platform {
public:
    virtual ~Platform() = default;

    // Changes the DOM: the bytes of mirror::Patches. At most once a frame.
    virtual void apply(std::span<const std::uint8_t> patches) = 0;
    virtual void place_canvas(const CanvasPlace& place) = 0;
    // After the browser's next layout, Measured comes with every text block that changed its size since the last.
    virtual void measure() = 0;
    virtual void ask(const Request& request) = 0;
    // Loads it for us and makes sure that the DOM has it too.
    virtual void load_face(const Face& face) = 0;
    virtual void visit(std::string_view address, std::uint32_t entry, Visit how) = 0;
    virtual void leave(std::string_view address) = 0;  // The browser loads this page itself.
    virtual void store(std::string_view text) = 0;     // For as long as the tab lives.
    // On this device, longer than the tab lives; empty: no more. A browser that cannot says nothing.
    virtual void keep(std::string_view name, std::string_view text) = 0;
    virtual std::uint32_t today() = 0;  // Days since 1970.
    virtual void start_timer(std::uint32_t number, int delay_ms) = 0;
    // A POST of JSON that nobody waits for, and that outlives the page.
    virtual void beacon(std::string_view address, std::string_view body) = 0;
    virtual std::uint32_t random() = 0;  // Fit for keys.
    virtual double now_ms() = 0;
    virtual float scroll_px() = 0;
};

}  // namespace platform
