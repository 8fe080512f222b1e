#include "client/paint/painter.hpp"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>

#include "client/paint/screen.hpp"
#include "shared/document/builder.hpp"
#include "tests/client/layout/loaded_fonts.hpp"
#include "tests/client/layout/random_page.hpp"

namespace {

using base::Language;
using doc::Attribute;
using doc::Style;
using doc::Tag;
using paint::Picture;
using style::Color;
using style::Theme;

test::LoadedFonts& loaded() {
    static test::LoadedFonts fonts;
    return fonts;
}

doc::Document page(std::vector<doc::Node> content) {
    doc::Document document;
    document.language = Language::Fr;
    document.root = doc::block(Tag::Div, Style::Page, {doc::block(Tag::Div, Style::Wrap, std::move(content))});
    return doc::finish(std::move(document));
}

// A page of 400 px with its picture.
struct Canvas {
    doc::Document document;
    layout::Result layout;
    paint::Painter painter{loaded().fonts};

    explicit Canvas(doc::Document shown) : document(std::move(shown)) {
        layout = layout::lay_out(document, {400, style::screen_of(400)}, loaded().engine);
    }

    paint::View whole() const { return {.band = {0, std::ceil(layout.height_px)}}; }
    Picture picture(const paint::View& view) { return painter.paint(layout, view); }
    Picture picture() { return picture(whole()); }

    doc::NodeId id_of(Style name) const {
        for (const auto& placed : layout.boxes)
            if (placed.node->style == name) return placed.node->id;
        FAIL("no such node");
        return 0;
    }
};

bool shows(const Picture& picture, Color color, Theme theme = Theme::Light) {
    return std::ranges::contains(picture.quads, style::rgb_of(color, theme), &paint::Quad::color);
}

style::Rgb pixel(const Picture& picture, const paint::Painter& painter, int x, int y) {
    const auto rgba = paint::to_rgba(picture, painter);
    const auto at = static_cast<std::size_t>(y * picture.width_px + x) * 4;
    return {rgba[at], rgba[at + 1], rgba[at + 2]};
}

doc::Node radio(bool is_checked, bool is_invalid = false) {
    doc::Options options{.attributes = {{Attribute::Type, "radio"}}};
    if (is_checked) options.attributes.emplace_back(Attribute::Checked, "");
    if (is_invalid) options.attributes.emplace_back(Attribute::AriaInvalid, "true");
    return doc::control(Tag::Input, Style::OptionRadio, std::move(options));
}

doc::Node option(doc::Node field) {
    return doc::block(Tag::Label, Style::Option, {std::move(field), doc::text(Tag::Div, Style::OptionText, "1")});
}

}  // namespace

TEST_SUITE("client/paint") {
    TEST_CASE("the same page makes the same picture, with the same hash, and is shown once") {
        Canvas canvas(page({doc::text(Tag::H1, Style::Title, "Rabat")}));
        const auto first = canvas.picture();
        const auto second = canvas.picture();
        CHECK(first.quads == second.quads);
        CHECK(first.hash == second.hash);
        const auto screen = paint::Screen::open("canvas");
        REQUIRE(screen);
        CHECK((*screen)->show(first, canvas.painter));
        CHECK_FALSE((*screen)->show(second, canvas.painter));
        CHECK((*screen)->counters().frames == 1);
    }

    TEST_CASE("a picture is an empty frame until the browser has it") {
        Canvas canvas(page({doc::control(Tag::Img, Style::Picture,
                                         {.attributes = {{Attribute::Src, "/images/a.png"},
                                                         {Attribute::Alt, "x"},
                                                         {Attribute::Width, "102"},
                                                         {Attribute::Height, "52"}}})}));
        auto view = canvas.whole();
        const auto before = canvas.picture(view);
        CHECK(before.sources.empty());
        view.pictures = {"/images/b.png"};
        CHECK(canvas.picture(view).hash == before.hash);
        view.pictures = {"/images/a.png"};
        const auto after = canvas.picture(view);
        CHECK(after.sources == std::vector<std::string>{"/images/a.png"});
        CHECK(after.hash != before.hash);
        const auto quad = std::ranges::find(after.quads, paint::pictured, &paint::Quad::sheet);
        REQUIRE(quad != after.quads.end());
        CHECK(quad->width == 100);  // Within its border.
        CHECK(quad->height == 51);
    }

    TEST_CASE("a theme, a pointer and a tick change the picture and its hash") {
        Canvas canvas(page({doc::text(Tag::Button, Style::Button, "1"), option(radio(false))}));
        const auto rest = canvas.picture();
        auto dark = canvas.whole();
        dark.theme = Theme::Dark;
        auto hovered = canvas.whole();
        hovered.hovered = canvas.id_of(Style::Button);
        auto checked = canvas.whole();
        checked.checked[canvas.id_of(Style::OptionRadio)] = true;
        for (const auto& view : {dark, hovered, checked}) CHECK(canvas.picture(view).hash != rest.hash);
        CHECK(shows(canvas.picture(hovered), Color::BrandHover));
        CHECK_FALSE(shows(rest, Color::BrandHover));
    }

    TEST_CASE("a pointer over a label is over its field") {
        Canvas canvas(page({option(radio(false))}));
        auto view = canvas.whole();
        view.hovered = canvas.id_of(Style::OptionText);
        CHECK_FALSE(shows(canvas.picture(), Color::Brand));
        CHECK(shows(canvas.picture(view), Color::Brand));
    }

    TEST_CASE("a pointer over one link leaves the others as they are") {
        doc::Text words = doc::link("#a", "aaa");
        words.append(" ").append(doc::link("#b", "bbb"));
        Canvas canvas(page({doc::text(Tag::P, Style::Body, words)}));
        auto view = canvas.whole();
        view.hovered = doc::span_id(canvas.id_of(Style::Body), 1);
        const auto picture = canvas.picture(view);
        CHECK(shows(picture, Color::Brand));
        CHECK(shows(picture, Color::BrandHover));
    }

    TEST_CASE("what the DOM says of a radio counts more than its attribute") {
        Canvas canvas(page({option(radio(true))}));
        CHECK(shows(canvas.picture(), Color::Brand));
        auto view = canvas.whole();
        view.checked[canvas.id_of(Style::OptionRadio)] = false;
        CHECK_FALSE(shows(canvas.picture(view), Color::Brand));
    }

    TEST_CASE("a field that is wrong has a red border until it is ticked") {
        CHECK(shows(Canvas(page({option(radio(false, true))})).picture(), Color::Danger));
        CHECK_FALSE(shows(Canvas(page({option(radio(true, true))})).picture(), Color::Danger));
    }

    TEST_CASE("the card of a checked radio is tinted") {
        const auto card = [](bool is_checked) {
            doc::Options options{.attributes = {{Attribute::Type, "radio"}}};
            if (is_checked) options.attributes.emplace_back(Attribute::Checked, "");
            return page({doc::block(Tag::Label, Style::Face, {doc::control(Tag::Input, Style::FaceInput, options)})});
        };
        CHECK(shows(Canvas(card(true)).picture(), Color::BrandTint));
        CHECK_FALSE(shows(Canvas(card(false)).picture(), Color::BrandTint));
    }

    TEST_CASE("a button is filled to its edges, and its corners are round") {
        Canvas canvas(page({doc::text(Tag::Button, Style::Button, "1")}));
        const auto picture = canvas.picture();
        const auto& box = canvas.layout.find(canvas.id_of(Style::Button))->box;
        const int left = static_cast<int>(box.x);
        const int top = static_cast<int>(box.y);
        const int middle = static_cast<int>(box.y + box.height / 2);
        CHECK(pixel(picture, canvas.painter, left, middle) == style::rgb_of(Color::Brand, Theme::Light));
        CHECK(pixel(picture, canvas.painter, left - 1, middle) == style::rgb_of(Color::Ground, Theme::Light));
        CHECK(pixel(picture, canvas.painter, left, top) == style::rgb_of(Color::Ground, Theme::Light));
    }

    TEST_CASE("no text of a field is painted: that is the browser's") {
        Canvas canvas(
            page({doc::control(Tag::Textarea, Style::TextArea, {.attributes = {{Attribute::Value, "typed"}}})}));
        const auto picture = canvas.picture();
        CHECK(shows(picture, Color::ControlLine));
        CHECK(std::ranges::all_of(picture.quads, [](const auto& quad) { return quad.sheet >= paint::shapes; }));
    }

    TEST_CASE("two bands show what one band over both shows") {
        test::Random random(5);
        Canvas canvas(test::random_styled_page(random, Language::Ar));
        const auto whole = canvas.picture();
        const auto all = paint::to_rgba(whole, canvas.painter);
        const float half = std::floor(canvas.layout.height_px / 2);
        auto view = canvas.whole();
        view.band = {0, half};
        const auto upper = canvas.picture(view);
        const auto upper_rgba = paint::to_rgba(upper, canvas.painter);
        view.band = {half, std::ceil(canvas.layout.height_px) - half};
        const auto lower = canvas.picture(view);
        const auto lower_rgba = paint::to_rgba(lower, canvas.painter);
        CHECK(upper.quads.size() < whole.quads.size());
        REQUIRE(upper_rgba.size() + lower_rgba.size() == all.size());
        CHECK(std::ranges::equal(upper_rgba, std::span(all).first(upper_rgba.size())));
        CHECK(std::ranges::equal(lower_rgba, std::span(all).last(lower_rgba.size())));
    }

    TEST_CASE("a second picture of the same page draws nothing anew into the sheets") {
        test::Random random(6);
        Canvas canvas(test::random_styled_page(random, Language::Zgh));
        canvas.picture();
        const auto drawn = canvas.painter.rasterised();
        canvas.picture();
        CHECK(canvas.painter.rasterised() == drawn);
        CHECK(drawn > 0);
    }
}
