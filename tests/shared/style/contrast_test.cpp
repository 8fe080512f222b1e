// WCAG 2.2, 1.4.3 and 1.4.11: every colour of text, icons and controls against what it stands on, in every state.
#include <algorithm>
#include <array>
#include <cmath>
#include <doctest/doctest.h>
#include <set>
#include <string>
#include <tuple>

#include "shared/style/style.hpp"
#include "tests/support/screens.hpp"

namespace {

using style::Color;
using style::State;
using style::Theme;

constexpr std::array themes{Theme::Light, Theme::Dark, Theme::Contrast};
constexpr std::array states{State::Rest, State::Hover, State::Checked, State::Invalid};

double linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(style::Rgb rgb) {
    return 0.2126 * linear(rgb.red) + 0.7152 * linear(rgb.green) + 0.0722 * linear(rgb.blue);
}

double contrast(Color a, Color b, Theme theme) {
    const double la = luminance(rgb_of(a, theme));
    const double lb = luminance(rgb_of(b, theme));
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

enum class Need : std::uint8_t { Text, Large, Control };

double least(Need need, Theme theme) {
    if (theme == Theme::Contrast) return need == Need::Control ? 4.5 : 7;
    return need == Need::Text ? 4.5 : 3;
}

struct Pair {
    Color ink, ground;
    Need need;
    std::string where;
    auto operator<=>(const Pair&) const = default;
};

// Walks a page once for each state that a node and what it stands on may be in.
class Collector {
public:
    explicit Collector(std::set<Pair>& pairs) : pairs_(pairs) {}

    void walk(const doc::Node& node, Color text, Color ground) {
        if (box(node).layout == style::Layout::Outside) return;
        for (const State state : states) {
            const auto paint = paint_of(node.style, state);
            if (state != State::Rest && paint == paint_of(node.style, State::Rest)) continue;
            show(node, paint, paint.text == Color::None ? text : paint.text, ground);
        }
    }

private:
    static style::Box box(const doc::Node& node) { return style::box_of(node.style, {style::WidthClass::Wide}); }

    void show(const doc::Node& node, const style::Paint& paint, Color text, Color outside) {
        const Color ground = paint.background == Color::None || paint.dot ? outside : paint.background;
        const bool is_control = box(node).layout == style::Layout::Fixed && node.tag != doc::Tag::Icon;
        if (is_control || node.style == doc::Style::Face) {
            add(paint.border, outside, Need::Control, node);
            if (paint.dot) add(paint.background, outside, Need::Control, node);
        }
        if (node.tag == doc::Tag::Icon) add(text, ground, Need::Control, node);
        if (node.is_text) add_text(node, text, ground);
        for (const auto& child : node.children) walk(child, text, ground);
    }

    void add_text(const doc::Node& node, Color text, Color ground) {
        const auto type = style::type_of(node.style, {}, base::Language::Fr);
        const bool is_large = type.size_px >= 24 || (type.size_px >= 18.66F && type.weight >= 700);
        const auto need = is_large ? Need::Large : Need::Text;
        add(text, ground, need, node);
        const bool has_link =
            std::ranges::any_of(node.text.spans, [](const auto& s) { return s.kind == doc::SpanKind::Link; });
        if (!has_link) return;
        add(style::link_paint(State::Rest).text, ground, need, node);
        add(style::link_paint(State::Hover).text, ground, need, node);
    }

    void add(Color ink, Color ground, Need need, const doc::Node& node) {
        pairs_.insert({ink, ground, need, std::string(doc::name_of(node.style))});
    }

    std::set<Pair>& pairs_;
};

std::set<Pair> pairs_of_all_screens() {
    std::set<Pair> pairs;
    for (const auto& screen : test::screens(base::Language::Fr))
        Collector(pairs).walk(screen.document.root, Color::Ink, Color::Ground);
    return pairs;
}

}  // namespace

TEST_SUITE("shared/style/contrast") {
    TEST_CASE("text, icons and controls stand out from what they stand on, in every theme") {
        const auto pairs = pairs_of_all_screens();
        CHECK(pairs.size() > 40);
        for (const auto theme : themes) {
            for (const auto& pair : pairs) {
                CAPTURE(pair.where);
                CAPTURE(static_cast<int>(pair.ink));
                CAPTURE(static_cast<int>(pair.ground));
                CAPTURE(static_cast<int>(theme));
                CHECK(contrast(pair.ink, pair.ground, theme) >= least(pair.need, theme));
            }
        }
    }

    TEST_CASE("the focus ring stands out from every ground") {
        for (const auto theme : themes)
            for (const auto ground : {Color::Ground, Color::Surface, Color::Sunk, Color::BrandTint, Color::DangerTint})
                CHECK(contrast(Color::Focus, ground, theme) >= 3);
    }
}
