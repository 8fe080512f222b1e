// A browser in memory: its DOM, its history, its clock, and a server that is a function. It does nothing by itself:
// the one who holds it delivers events and turns the clock.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "client/platform/headless/dom.hpp"
#include "client/platform/platform.hpp"

namespace platform::headless {

struct Response {
    int status = 200;
    std::string body;
    int retry_after_s = 0;
};

class Browser : public Platform {
public:
    using Server = std::function<Response(const Request&)>;
    using Fonts = std::function<std::vector<std::byte>(std::string_view file)>;

    Browser(Server server, Fonts fonts) : server_(std::move(server)), fonts_(std::move(fonts)) {}

    // Of the client.
    void apply(std::span<const std::uint8_t> patches) override;
    void place_canvas(const CanvasPlace& place) override;
    void measure() override { measure_is_wanted = true; }
    void ask(const Request& request) override;
    void load_face(const Face& face) override;
    void visit(std::string_view to, std::uint32_t entry, Visit how) override;
    void leave(std::string_view to) override { sent_to = to; }
    void store(std::string_view text) override { stored = text; }
    void keep(std::string_view name, std::string_view text) override;
    std::uint32_t today() override { return day; }
    void start_timer(std::uint32_t number, int delay_ms) override;
    void beacon(std::string_view to, std::string_view body) override { beacons.emplace_back(to, body); }
    std::uint32_t random() override { return ++randoms; }
    double now_ms() override { return now; }
    float scroll_px() override { return scroll; }

    // Of the test.
    struct HistoryEntry {
        std::uint32_t number = 0;
        std::string address;
    };

    // What the network, the fonts and the timers have brought up to now.
    std::vector<Event> take_arrivals();
    void advance(double milliseconds) { now += milliseconds; }

    Dom dom;
    std::vector<HistoryEntry> history;
    std::size_t history_place = 0;
    std::string address;
    std::string sent_to;  // Where the client sent the browser, if it did.
    std::string stored;
    std::map<std::string, std::string, std::less<>> kept;  // As the device holds it, by name.
    bool can_keep = true;
    std::uint32_t day = 20'000;
    std::vector<Request> asked;
    std::vector<std::pair<std::string, std::string>> beacons;  // Address and body.
    std::uint32_t randoms = 0;
    std::vector<std::string> faces_asked;
    std::optional<CanvasPlace> canvas;
    float scroll = 0;
    double now = 0;
    bool is_offline = false;
    bool holds_answers = false;  // The network is slow: answers wait until this is false.
    bool holds_faces = false;
    bool measure_is_wanted = false;
    int applied = 0;

private:
    struct Timer {
        double due = 0;
        std::uint32_t number = 0;
    };

    Server server_;
    Fonts fonts_;
    std::deque<Event> answers_;
    std::deque<Event> faces_;
    std::vector<Timer> timers_;
};

}  // namespace platform::headless
