#include "tests/server-stub/visits/crowd.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace test {
namespace {

constexpr std::array<const char*, 6> browsers{
    "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile "
    "Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 "
    "Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0",
    "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0",
    "Mozilla/5.0 (Linux; Android 13; CUBOT KINGKONG 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile "
    "Safari/537.36"};

const std::array<state::Screen, 4> screens{{{"rabat", base::Language::Ar, "sheet/casier-judiciaire"},
                                            {"rabat", base::Language::Fr, "sheet/casier-judiciaire"},
                                            {"fes", base::Language::Ar, "sheet/nationalite"},
                                            {"", base::Language::Zgh, "receipt"}}};

// What one tab does, with its timer; times in ms since the visit began.
class Tab {
public:
    Tab(std::string key, std::int64_t from_ms, std::size_t visitor, std::vector<Delivery>& deliveries)
        : visit_([key = std::move(key)] { return key; }),
          from_ms_(from_ms),
          visitor_(visitor),
          deliveries_(deliveries) {}

    void run_until(double now_ms) {
        while (timer_ms_ && *timer_ms_ <= now_ms) {
            const double at_ms = *std::exchange(timer_ms_, std::nullopt);
            take(visit_.beat(at_ms), at_ms);
        }
    }
    template <class Do>
    void at(double now_ms, Do what) {
        run_until(now_ms);
        take(what(visit_), now_ms);
    }

private:
    void take(state::VisitStep step, double now_ms) {
        for (auto& report : step.reports)
            deliveries_.push_back({from_ms_ + static_cast<std::int64_t>(now_ms), visitor_, {}, std::move(report)});
        if (step.timer_ms) timer_ms_ = now_ms + *step.timer_ms;
    }

    state::Visit visit_;
    std::int64_t from_ms_;
    std::size_t visitor_;
    std::vector<Delivery>& deliveries_;
    std::optional<double> timer_ms_;
};

// What counts, by its definition and not by the machine's way: the time within 60 s after an input, while visible.
class Witness {
public:
    void input(double now_ms) {
        count(now_ms);
        until_ms_ = now_ms + 60'000;
    }
    void hide(double now_ms) {
        count(now_ms);
        until_ms_ = now_ms;
    }
    double seconds() const { return std::min(active_ms_ / 1000, 7200.0); }

private:
    void count(double now_ms) {
        active_ms_ += std::max(0.0, std::min(now_ms, until_ms_) - from_ms_);
        from_ms_ = now_ms;
    }
    double from_ms_ = 0, until_ms_ = 0, active_ms_ = 0;
};

}  // namespace

std::vector<Sender> make_visitors(std::size_t count) {
    std::vector<Sender> visitors;
    for (std::size_t i = 0; i < count; ++i) {
        Sender sender{.address = {}, .user_agent = browsers[i % browsers.size()]};
        auto& a = sender.address;
        const auto octet = [](std::size_t value) { return static_cast<std::uint8_t>(128 + value % 128); };
        if (i % 5 == 4) {  // IPv6, of documentation.
            a = {0x20, 0x01, 0x0d, 0xb8, octet(i), octet(i / 128), 0x80, 0x81, octet(i * 7), 0x99, 0xaa,
                 0xbb, 0,    0,    0,    9};
        } else {  // Pairs share a /24, and most pairs do not share a browser.
            const auto network = i / 2;
            a = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 196, octet(network / 128), octet(network), octet(i * 31)};
        }
        visitors.push_back(std::move(sender));
    }
    return visitors;
}

SimulatedVisit simulate_visit(std::mt19937& random, std::int64_t from_ms, std::size_t visitor, const std::string& key,
                              std::vector<Delivery>& deliveries) {
    const auto below = [&](unsigned limit) { return static_cast<double>(random() % limit); };
    Tab tab(key, from_ms, visitor, deliveries);
    Witness witness;
    deliveries.push_back({from_ms, visitor, "/ar/d/rabat/services/casier-judiciaire", {}});
    double now_ms = 0;
    bool is_visible = true;
    tab.at(now_ms, [&](auto& visit) { return visit.show(screens[0], now_ms); });
    witness.input(now_ms);

    // Some readers stay for three hours.
    const auto steps = random() % 200 == 0 ? 900U : 1 + static_cast<unsigned>(random() % 20);
    for (unsigned i = 0; i < steps; ++i) {
        now_ms += 100 + below(steps > 100 ? 24'000 : i % 5 == 4 ? 150'000 : 20'000);
        const auto what = random() % 10;
        if (!is_visible) {
            is_visible = true;
            tab.at(now_ms, [&](auto& visit) { return visit.see_visible(now_ms); });
            witness.input(now_ms);
        } else if (what == 0) {
            is_visible = false;
            tab.at(now_ms, [&](auto& visit) { return visit.see_hidden(now_ms); });
            witness.hide(now_ms);
        } else if (const auto& screen = screens[random() % screens.size()]; what <= 3) {
            const auto before = deliveries.size();
            tab.at(now_ms, [&](auto& visit) { return visit.show(screen, now_ms); });
            // The same screen again is no input.
            if (deliveries.size() > before && deliveries.back().at_ms == from_ms + static_cast<std::int64_t>(now_ms))
                witness.input(now_ms);
        } else {
            tab.at(now_ms, [&](auto& visit) { return visit.see_input(now_ms); });
            witness.input(now_ms);
        }
    }
    now_ms += 1000 + below(40'000);
    if (is_visible) witness.hide(now_ms);
    tab.at(now_ms, [&](auto& visit) { return visit.see_hidden(now_ms); });
    return {key, witness.seconds()};
}

}  // namespace test
