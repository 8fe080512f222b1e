// The client as a whole: takes events, and turns what they change into one picture and one list of patches a frame.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "client/app/agreement.hpp"
#include "client/app/attendance.hpp"
#include "client/app/band.hpp"
#include "client/app/faces.hpp"
#include "client/app/laid_page.hpp"
#include "client/app/skin.hpp"
#include "client/mirror/patches.hpp"
#include "client/paint/screen.hpp"
#include "client/platform/event.hpp"
#include "client/platform/platform.hpp"
#include "client/state/update.hpp"

namespace app {

struct Stats {
    std::uint64_t frames = 0;  // Pictures drawn.
    std::uint64_t gl_calls = 0;
    std::uint64_t patches = 0;
    std::uint64_t shape_misses = 0;
    std::uint64_t atlas_uploads = 0;
    std::uint64_t wakeups = 0;  // Frames run, whether they drew or not.
    double last_frame_ms = 0;
};

struct Reaction {
    bool is_taken = false;     // The client does what the event asks for; if not, the browser does.
    bool needs_frame = false;  // Call frame() before the next picture; asked for once.
};

class App {
public:
    // `canvas` is a CSS selector.
    App(platform::Platform& platform, std::string canvas);
    ~App();
    App(const App&) = delete;
    App& operator=(const App&) = delete;

    Reaction receive(platform::Event event);
    // True: call it again as soon as what it has shown is on the screen.
    bool frame();

    Stats stats() const;
    const state::AppState& state() const { return state_; }
    const LaidPage* shown() const { return shown_.get(); }

private:
    bool takes(const platform::Event& event) const;
    Reaction receive_renewal();
    void press(doc::NodeId link);
    void work();
    void take(platform::Started&& event);
    void take(platform::Resized&& event);
    void take(platform::Scrolled&& event);
    void take(platform::Hovered&& event);
    void take(platform::FaceLoaded&& event);
    void take(platform::PictureLoaded&& event);
    void take(platform::MediumChanged&& event);
    void take(platform::Measured&& event);
    void take(platform::ForeignChange&& event);
    template <class Other>
    void take(Other&& event);  // Everything that is for the state.

    void update(const platform::Event& event);
    void take_step(state::Step step);
    void run(state::Effect&& effect);
    void open_screen();
    void run_urgent_frame();

    void prepare_page();
    void adopt();
    void wait_for(doc::Document page);
    void lay_out();
    layout::Environment environment() const;
    std::unique_ptr<LaidPage> commit();
    SkinConditions conditions() const;
    void choose_skin(mirror::Patches& patches);
    void change_dom(mirror::Patches& patches, const LaidPage* before);
    void place_reader(mirror::Patches& patches, const LaidPage* before);
    void run_on_page(mirror::Patches& patches, const LaidPage* before, const state::Effect& effect);
    void scroll_to(mirror::Patches& patches, float y_px);
    void focus(mirror::Patches& patches, const state::Focus& focus);
    void announce(mirror::Patches& patches, state::Announce::News news);
    void place_band();
    void paint();

    platform::Platform& platform_;
    std::string canvas_;
    state::AppState state_;
    Attendance attendance_;
    std::vector<platform::Event> queue_;
    bool renewal_is_due_ = false;          // And nobody has looked since.
    std::vector<state::Effect> arrivals_;  // Effects that wait for the page they belong to.

    Faces faces_;
    text::Engine engine_;
    layout::Layouter layouter_;
    paint::Painter painter_;
    std::unique_ptr<paint::Screen> screen_;
    Agreement agreement_;

    Window window_;
    platform::Medium medium_;
    std::optional<doc::NodeId> hovered_;
    std::set<std::string, std::less<>> pictures_;       // By address: those that the browser has,
    std::set<std::string, std::less<>> lost_pictures_;  // and those that it could not get.
    std::optional<doc::NodeId> pressed_;                // The link that is followed, until the next page is there.
    bool press_is_new_ = false;                         // And nobody has seen it.

    // What the server printed, until it is adopted.
    std::string found_;
    std::vector<platform::FieldState> found_fields_;
    bool is_adopted_ = false;
    bool dom_is_ours_ = true;  // False: the DOM holds another page than ours, and is built anew.
    bool is_foreign_ = false;  // Somebody else has put words into it.
    bool breaks_are_lost_ = false;

    std::unique_ptr<LaidPage> shown_;  // What stands in the DOM.
    std::unique_ptr<LaidPage> next_;   // In the canvas skin it waits for its faces.
    mirror::Breaks shown_breaks_;
    Skin skin_ = Skin::Html;
    int falls_ = 0;  // How often the boxes ceased to agree on this page.

    paint::Band band_;
    platform::CanvasPlace place_;
    platform::Viewport place_window_;  // What the place was chosen for.
    float place_page_px_ = 0;
    float place_scroll_px_ = 0;

    bool frame_is_wanted_ = false;
    bool page_is_dirty_ = false;
    bool layout_is_dirty_ = false;
    bool picture_is_dirty_ = false;
    bool report_is_wanted_ = false;
    Stats stats_;
};

}  // namespace app
