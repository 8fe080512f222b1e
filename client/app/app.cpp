#include "client/app/app.hpp"

#include <algorithm>
#include <utility>

#include "client/app/page.hpp"
#include "client/mirror/diff.hpp"
#include "client/mirror/fingerprint.hpp"
#include "client/state/given.hpp"
#include "client/state/questions.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/i18n/text.hpp"

namespace app {
namespace {

// A page whose boxes ceased to agree so often keeps the HTML skin.
constexpr int most_falls = 3;

style::Theme theme_of(const platform::Medium& medium) {
    if (medium.theme == "dark") return style::Theme::Dark;
    if (medium.theme == "contrast") return style::Theme::Contrast;
    if (medium.theme == "light") return style::Theme::Light;
    if (medium.wants_contrast) return style::Theme::Contrast;
    return medium.device_is_dark ? style::Theme::Dark : style::Theme::Light;
}

base::TextSize text_size_of(const platform::Medium& medium) {
    return base::parse_text_size(medium.text_size).value_or(base::TextSize::Normal);
}

const doc::Node* find_styled(const doc::Node& node, doc::Style style, std::string_view role = {}) {
    if (node.style == style && (role.empty() || node.attribute(doc::Attribute::Role) == role)) return &node;
    for (const auto& child : node.children)
        if (const auto* found = find_styled(child, style, role)) return found;
    return nullptr;
}

// Nodes, and the links within their texts.
bool stands_in(const doc::Node& root, doc::NodeId id) {
    bool found = false;
    doc::for_each(root, [&](const doc::Node& node) {
        found |= node.id == id;
        for (std::size_t i = 0; i < node.text.spans.size(); ++i) found |= doc::span_id(node.id, i) == id;
    });
    return found;
}

bool shows_any(const doc::Node& root, const std::set<std::string, std::less<>>& pictures) {
    bool found = false;
    doc::for_each(root, [&](const doc::Node& node) {
        found |= node.tag == doc::Tag::Img && pictures.contains(node.attribute(doc::Attribute::Src));
    });
    return found;
}

bool is_urgent(const platform::Event& event) {
    return std::holds_alternative<platform::MediumChanged>(event) ||
           std::holds_alternative<platform::ForeignChange>(event);
}

}  // namespace

App::App(platform::Platform& platform, std::string canvas)
    : platform_(platform),
      canvas_(std::move(canvas)),
      attendance_(platform),
      engine_(faces_.fonts()),
      layouter_(engine_),
      painter_(faces_.fonts()) {}

App::~App() = default;

bool App::takes(const platform::Event& event) const {
    if (!is_adopted_ || is_foreign_) return false;
    if (const auto* link = std::get_if<platform::LinkFollowed>(&event)) return state::follows(link->address);
    if (const auto* form = std::get_if<platform::Submitted>(&event)) return state::submits(state_, form->address);
    return false;
}

Reaction App::receive(platform::Event event) {
    if (attendance_.take(event)) return receive_renewal();
    if (const auto* timer = std::get_if<platform::TimerFired>(&event); timer && timer->timer == state_.renewal) {
        renewal_is_due_ = true;
        return receive_renewal();
    }
    const bool asks =
        std::holds_alternative<platform::LinkFollowed>(event) || std::holds_alternative<platform::Submitted>(event);
    const bool taken = takes(event);
    // What the browser sends itself may be the last that this page hears.
    const bool sends = !taken && state_.given && std::holds_alternative<platform::Submitted>(event);
    if (asks && !taken && !sends) return {};
    const bool urgent = sends || is_urgent(event);
    if (const auto* link = std::get_if<platform::LinkFollowed>(&event)) press(link->node);
    queue_.push_back(std::move(event));
    if (urgent) {
        work();
        return {.is_taken = taken};
    }
    return {.is_taken = taken, .needs_frame = !std::exchange(frame_is_wanted_, true)};
}

// What only this moment knows is asked for again while somebody looks, or when somebody looks again.
Reaction App::receive_renewal() {
    if (!renewal_is_due_ || !attendance_.is_visible()) return {};
    renewal_is_due_ = false;
    queue_.push_back(platform::TimerFired{state_.renewal});
    return {.needs_frame = !std::exchange(frame_is_wanted_, true)};
}

void App::press(doc::NodeId link) {
    pressed_ = link;
    press_is_new_ = picture_is_dirty_ = true;
}

// Whoever follows a link sees that it was taken before the next page is made, which may last longer than a picture.
bool App::frame() {
    if (!std::exchange(press_is_new_, false)) {
        work();
        return false;
    }
    if (skin_ == Skin::Canvas) paint();
    return true;
}

// In the order of docs/architecture: what happened, what it means, where it lies, how it looks, what the DOM must hold.
void App::work() {
    const double began = platform_.now_ms();
    frame_is_wanted_ = false;
    ++stats_.wakeups;
    for (auto& event : std::exchange(queue_, {}))
        std::visit([this](auto&& what) { take(std::move(what)); }, std::move(event));

    if (page_is_dirty_) prepare_page();
    const auto before = commit();
    if (layout_is_dirty_) lay_out();
    window_.scroll_px = platform_.scroll_px();

    mirror::Patches patches;
    choose_skin(patches);
    change_dom(patches, before.get());
    place_reader(patches, before.get());
    if (picture_is_dirty_ && skin_ == Skin::Canvas) paint();
    if (!patches.empty()) platform_.apply(patches.bytes());
    if (std::exchange(report_is_wanted_, false)) platform_.measure();

    engine_.trim();
    stats_.patches += patches.count();
    stats_.last_frame_ms = platform_.now_ms() - began;
}

void App::take(platform::Started&& event) {
    window_ = {event.viewport, event.scroll_px};
    medium_ = event.medium;
    found_ = std::move(event.fingerprint);
    found_fields_ = event.fields;
    open_screen();
    update(event);
}

void App::take(platform::Resized&& event) {
    window_.viewport = event.viewport;
    layout_is_dirty_ = picture_is_dirty_ = true;
    falls_ = 0;
}

void App::take(platform::Scrolled&& event) {
    window_.scroll_px = event.y_px;
    picture_is_dirty_ = true;
}

void App::take(platform::Hovered&& event) {
    hovered_ = event.node == 0 ? std::nullopt : std::optional(event.node);
    picture_is_dirty_ = true;
}

void App::take(platform::FaceLoaded&& event) {
    if (faces_.take(std::move(event))) {
        engine_.clear();
        layout_is_dirty_ = true;
    }
    picture_is_dirty_ = true;
}

void App::take(platform::PictureLoaded&& event) {
    (event.is_there ? lost_pictures_ : pictures_).erase(event.address);
    (event.is_there ? pictures_ : lost_pictures_).insert(std::move(event.address));
    picture_is_dirty_ = true;
}

void App::take(platform::MediumChanged&& event) {
    medium_ = std::move(event.medium);
    picture_is_dirty_ = true;
}

void App::take(platform::Measured&& event) {
    if (!shown_) return;
    agreement_.take(event, shown_->layout);
    if (agreement_.verdict() == Verdict::Broken && skin_ == Skin::Canvas) ++falls_;
}

void App::take(platform::ForeignChange&& event) {
    if (!is_adopted_) {
        found_ = std::move(event.fingerprint);
        page_is_dirty_ = true;
        return;
    }
    const bool was_foreign = is_foreign_;
    is_foreign_ = mirror::match(shown_->document, event.fingerprint) != mirror::Match::Equal;
    if (was_foreign && !is_foreign_) breaks_are_lost_ = layout_is_dirty_ = true;
}

template <class Other>
void App::take(Other&& event) {
    update(platform::Event(std::forward<Other>(event)));
}

void App::update(const platform::Event& event) {
    state_.today = platform_.today();
    take_step(state::update(std::move(state_), event));
    attendance_.show(state_);
}

void App::take_step(state::Step step) {
    state_ = std::move(step.state);
    page_is_dirty_ |= step.page_changed;
    for (auto& effect : step.effects) run(std::move(effect));
}

void App::run(state::Effect&& effect) {
    if (const auto* ask = std::get_if<state::Ask>(&effect)) platform_.ask(ask->request);
    else if (const auto* store = std::get_if<state::Store>(&effect)) platform_.store(store->text);
    else if (const auto* draft = std::get_if<state::KeepDraft>(&effect)) platform_.keep(draft->name, draft->text);
    else if (const auto* leave = std::get_if<state::Leave>(&effect)) platform_.leave(leave->address);
    else if (const auto* timer = std::get_if<state::StartTimer>(&effect))
        platform_.start_timer(timer->number, timer->delay_ms);
    else if (std::holds_alternative<state::Contributed>(effect)) attendance_.contribute();
    else arrivals_.push_back(std::move(effect));
}

void App::open_screen() {
    auto screen = paint::Screen::open(canvas_);
    if (!screen) return;  // The page stays HTML, and works.
    screen_ = std::move(*screen);
    screen_->on_context([this] { run_urgent_frame(); }, [this] { run_urgent_frame(); });
}

void App::run_urgent_frame() {
    painter_.mark_all_dirty();
    picture_is_dirty_ = true;
    work();
}

layout::Environment App::environment() const {
    return {.width_px = window_.viewport.width_px,
            .screen = style::screen_of(window_.viewport.window_width_px, text_size_of(medium_)),
            .layout_ratio = window_.viewport.layout_ratio};
}

void App::lay_out() {
    layout_is_dirty_ = false;
    if (!shown_ || !faces_.are_settled(shown_->layout.faces_needed))
        return;  // A layout for each face would be one too many.
    if (!shown_->is_whole() || !shown_->fits(environment())) shown_->lay_out(environment(), layouter_, faces_.loaded());
    agreement_.expect_report();
    report_is_wanted_ = picture_is_dirty_ = true;
}

void App::prepare_page() {
    if (is_foreign_) return;  // Until the words are ours again.
    page_is_dirty_ = false;
    if (!is_adopted_) return adopt();
    wait_for(page_of(state_));
}

void App::wait_for(doc::Document page) {
    next_ = std::make_unique<LaidPage>(std::move(page));
    next_->lay_out(environment(), layouter_, faces_.loaded());
    faces_.ask(next_->layout.faces_needed, platform_);
}

// The DOM that the server printed becomes ours, as soon as we know what it was printed from.
void App::adopt() {
    if (state_.page && !state_.page_error && !state::is_ready(*state_.page, state_)) return;
    auto page = page_of(state_);
    const auto match = mirror::match(page, found_);
    if (match == mirror::Match::WordsDiffer) return;  // Translated already: it stays as it is.
    is_adopted_ = true;
    if (match == mirror::Match::Equal) {
        auto found = page;
        state::fill(found.root, found_fields_);
        shown_ = std::make_unique<LaidPage>(std::move(found));
    }
    take_step(state::adopted(std::move(state_)));
    wait_for(std::exchange(page_is_dirty_, false) ? page_of(state_) : std::move(page));
    found_ = {};
    found_fields_.clear();
}

// The next page becomes the one that is shown, once there is nothing more to wait for. Returns the one before.
std::unique_ptr<LaidPage> App::commit() {
    if (!next_ || is_foreign_) return nullptr;
    const bool waits = skin_ == Skin::Canvas && !faces_.are_settled(next_->layout.faces_needed);
    if (waits) return nullptr;
    dom_is_ours_ = shown_ != nullptr;
    falls_ = 0;
    layout_is_dirty_ = true;
    pressed_.reset();
    return std::exchange(shown_, std::move(next_));
}

SkinConditions App::conditions() const {
    const auto verdict = agreement_.verdict();
    return {.has_faces = shown_->is_whole(),
            .has_letters = !shown_->layout.lacks_letters,
            .has_pictures = lost_pictures_.empty() || !shows_any(shown_->document.root, lost_pictures_),
            .boxes_agree =
                (skin_ == Skin::Canvas ? verdict != Verdict::Broken : verdict == Verdict::Holds) && falls_ < most_falls,
            .has_graphics = screen_ != nullptr && !screen_->is_lost(),
            .forced_colors = medium_.forced_colors,
            .printing = medium_.printing,
            .is_foreign = is_foreign_};
}

void App::choose_skin(mirror::Patches& patches) {
    const auto skin = shown_ ? app::choose_skin(conditions()) : Skin::Html;
    if (skin == skin_) return;
    skin_ = skin;
    picture_is_dirty_ = true;
    patches.skin(class_of(skin));
}

void App::change_dom(mirror::Patches& patches, const LaidPage* before) {
    if (!shown_ || is_foreign_) return;
    if (std::exchange(breaks_are_lost_, false)) {
        patches.natural();
        shown_breaks_.clear();
    }
    auto breaks = skin_ == Skin::Canvas ? shown_->breaks : mirror::Breaks{};
    const mirror::Shown after{shown_->document, breaks};
    if (!std::exchange(dom_is_ours_, true)) {
        patches.clear();
        patches.append(mirror::build(after));
    } else if (before != nullptr || breaks != shown_breaks_) {
        patches.append(mirror::diff({(before != nullptr ? before : shown_.get())->document, shown_breaks_}, after));
    }
    shown_breaks_ = std::move(breaks);
}

void App::place_reader(mirror::Patches& patches, const LaidPage* before) {
    if (!shown_ || next_) return;
    for (const auto& effect : std::exchange(arrivals_, {})) run_on_page(patches, before, effect);
    if (!shown_->is_whole()) return;
    const float lowest = std::max(0.0F, shown_->layout.height_px - window_.viewport.height_px);
    window_.scroll_px = std::clamp(window_.scroll_px, 0.0F, lowest);
}

void App::run_on_page(mirror::Patches& patches, const LaidPage* before, const state::Effect& effect) {
    if (const auto* visit = std::get_if<state::GoTo>(&effect)) {
        platform_.visit(visit->address, visit->entry, visit->how);
    } else if (const auto* target = std::get_if<state::Focus>(&effect)) {
        focus(patches, *target);
    } else if (const auto* announcement = std::get_if<state::Announce>(&effect)) {
        announce(patches, announcement->news);
    } else if (const auto* scroll = std::get_if<state::ScrollTo>(&effect)) {
        scroll_to(patches, scroll->y_px);
    } else if (before != nullptr && before->is_whole() && shown_->is_whole()) {  // KeepPlace
        scroll_to(patches, keep_place(before->layout, shown_->layout, window_.scroll_px));
    }
}

void App::scroll_to(mirror::Patches& patches, float y_px) {
    window_.scroll_px = y_px;
    picture_is_dirty_ = true;
    patches.scroll(y_px);
}

void App::focus(mirror::Patches& patches, const state::Focus& focus) {
    const auto into_view = focus.into_view ? mirror::IntoView::Yes : mirror::IntoView::No;
    const auto& root = shown_->document.root;
    if (focus.target == state::Focus::Target::Node && stands_in(root, focus.node))
        return patches.focus(focus.node, into_view);
    const auto* errors = focus.target == state::Focus::Target::Errors ? find_styled(root, doc::Style::Errors) : nullptr;
    const auto* node = errors != nullptr ? errors : find_styled(root, doc::Style::Title);
    if (node != nullptr) patches.focus(node->id, into_view);
}

void App::announce(mirror::Patches& patches, state::Announce::News news) {
    const auto* region = find_styled(shown_->document.root, doc::Style::Live, "status");
    if (region == nullptr) return;
    const i18n::Text tr(state_.language);
    const auto words = news == state::Announce::News::Sending
                           ? tr(msg::sending)
                           : tr(msg::route_announced, {.title = shown_->document.title});
    patches.announce(region->id, i18n::plain(words));
}

void App::place_band() {
    const bool same_window = place_window_ == window_.viewport;
    const float page_px = shown_->layout.height_px;
    if (same_window && place_page_px_ == page_px && covers(place_, window_.scroll_px)) return;
    window_.travel_px = same_window ? window_.scroll_px - place_scroll_px_ : 0;
    band_ = band_around(window_, page_px);
    place_ = place_of(band_, window_, page_px);
    place_window_ = window_.viewport;
    place_page_px_ = page_px;
    place_scroll_px_ = window_.scroll_px;
    platform_.place_canvas(place_);
}

void App::paint() {
    picture_is_dirty_ = false;
    place_band();
    const paint::View view{.band = band_,
                           .device_pixel_ratio = window_.viewport.device_pixel_ratio,
                           .theme = theme_of(medium_),
                           .hovered = pressed_ ? pressed_ : hovered_,
                           .checked = {},
                           .pictures = pictures_};
    screen_->show(painter_.paint(shown_->layout, view), painter_);
}

Stats App::stats() const {
    Stats stats = stats_;
    stats.shape_misses = engine_.stats().shape_misses;
    if (!screen_) return stats;
    stats.frames = screen_->counters().frames;
    stats.gl_calls = screen_->counters().gl_calls;
    stats.atlas_uploads = screen_->counters().atlas_uploads;
    return stats;
}

}  // namespace app
