// The browser: every call out of the client goes through the host object of web/host.js.
#pragma once

#include "client/platform/platform.hpp"

namespace platform::web {

class Browser : public Platform {
public:
    void apply(std::span<const std::uint8_t> patches) override;
    void place_canvas(const CanvasPlace& place) override;
    void measure() override;
    void ask(const Request& request) override;
    void load_face(const Face& face) override;
    void visit(std::string_view address, std::uint32_t entry, Visit how) override;
    void leave(std::string_view address) override;
    void store(std::string_view text) override;
    void keep(std::string_view name, std::string_view text) override;
    std::uint32_t today() override;
    void start_timer(std::uint32_t number, int delay_ms) override;
    void beacon(std::string_view address, std::string_view body) override;
    std::uint32_t random() override;
    double now_ms() override;
    float scroll_px() override;
};

}  // namespace platform::web
