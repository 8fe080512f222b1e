// A person before the portal, with the whole client behind the screen: finds by role and name, clicks, types, sends.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "client/app/app.hpp"
#include "client/platform/headless/browser.hpp"
#include "shared/domain/rating.hpp"
#include "shared/i18n/text.hpp"

namespace test {

// Answers like the server of ours: two sheets of Rabat from assets/content, receipts from memory.
class Portal {
public:
    Portal();

    platform::headless::Response operator()(const platform::Request& request);
    // What the server prints for a page, and its page data.
    struct Printed {
        doc::Document document;
        std::string page_data;
    };
    Printed print(const routes::Page& page, const domain::RatingDraft& draft = {},
                  std::vector<domain::RatingError> errors = {});

    std::map<std::string, int> asked;  // How often, by address.
    int stored = 0;                    // Ratings kept.
    int next_status = 0;               // The next POST is refused with this status, where it is not 0.
    std::string next_body;
    std::string last_key;
    std::string last_body;

private:
    platform::headless::Response rate(const platform::Request& request);

    domain::District district_;
    std::vector<domain::ServiceSheet> sheets_;
    std::map<std::string, std::string> answers_;
};

struct SessionOptions {
    base::Language language = base::Language::Ar;
    std::string service = "casier-judiciaire";
    float width_px = 1120;
    float height_px = 800;
    bool forced_colors = false;
    domain::RatingDraft printed{};  // What the server's HTML holds in its form.
    std::vector<domain::RatingError> errors{};
    std::vector<std::pair<std::string, std::string>> typed{};  // Name and value, before the client starts.
    std::string stored{};
    bool holds_faces = false;
};

class Session {
public:
    explicit Session(SessionOptions options = {});

    // Lets the browser and the client work until nothing is left to do.
    void settle();
    void wait(double milliseconds);
    // The browser lays out what stands in the DOM, and tells its sizes: ours, but for `stretch` times the height.
    void lay_out_in_browser(float stretch = 1);
    void send(platform::Event event);

    platform::headless::Element& get(std::string_view role, std::string_view name);
    bool has(std::string_view role, std::string_view name);
    void click(std::string_view role, std::string_view name);
    void type(std::string_view role, std::string_view name, std::string text);
    void submit();
    void go_back();
    void go_forward();
    void scroll_to(float y_px);
    void change_medium(const platform::Medium& medium);

    std::string title() { return browser.dom.title; }
    std::string heading();
    bool is_canvas() { return browser.dom.html_class == "skin-canvas"; }
    const doc::Node* focused();
    // The DOM equals the page that the client shows.
    bool is_whole();

    Portal portal;
    platform::headless::Browser browser;
    app::App client;
    platform::Viewport viewport;

private:
    void deliver(platform::Event event);
    bool follow(platform::headless::Element& element);
    void move_history(std::size_t place);

    bool frame_is_due_ = false;
};

std::string words(i18n::Key key, base::Language language);

}  // namespace test
