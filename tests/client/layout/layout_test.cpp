#include "client/layout/layout.hpp"

#include <array>
#include <doctest/doctest.h>

#include "shared/document/builder.hpp"
#include "tests/client/layout/loaded_fonts.hpp"
#include "tests/client/layout/random_page.hpp"
#include "tests/support/screens.hpp"

namespace {

using base::Language;
using doc::Attribute;
using doc::Style;
using doc::Tag;
using layout::Placed;

constexpr std::array widths{320.0F, 360.0F, 760.0F, 1120.0F};

layout::Environment environment(float width_px) { return {width_px, style::screen_of(width_px)}; }

test::LoadedFonts& loaded() {
    static test::LoadedFonts fonts;
    return fonts;
}

doc::Document page(Language language, std::vector<doc::Node> content) {
    doc::Document document;
    document.language = language;
    document.root = doc::block(Tag::Div, Style::Page, {doc::block(Tag::Div, Style::Wrap, std::move(content))});
    return doc::finish(std::move(document));
}

const Placed& first(const layout::Result& result, Style name) {
    for (const auto& placed : result.boxes)
        if (placed.node->style == name) return placed;
    FAIL("no such box");
    return result.boxes.front();
}

// Removes, moves and says anew something that stands somewhere in `node`.
void change_something(doc::Node& node, test::Random& random) {
    if (node.is_text) {
        node.text.utf8 += random() % 2 == 0 ? " 7" : std::string(60, '7');
        return;
    }
    if (node.children.empty()) return;
    const auto which = random() % node.children.size();
    switch (random() % 6) {
        case 0: node.children.erase(node.children.begin() + static_cast<std::ptrdiff_t>(which)); break;
        case 1: std::swap(node.children[which], node.children.back()); break;
        default: change_something(node.children[which], random);
    }
}

void check_same(const layout::Result& a, const layout::Result& b) {
    REQUIRE(a.boxes.size() == b.boxes.size());
    CHECK(a.height_px == b.height_px);
    CHECK(a.faces_needed == b.faces_needed);
    CHECK(a.lacks_letters == b.lacks_letters);
    for (std::size_t i = 0; i < a.boxes.size(); ++i) {
        CAPTURE(doc::name_of(a.boxes[i].node->style));
        REQUIRE(a.boxes[i].node == b.boxes[i].node);
        CHECK(a.boxes[i].box == b.boxes[i].box);
        CHECK(a.boxes[i].direction == b.boxes[i].direction);
        REQUIRE(a.boxes[i].text.has_value() == b.boxes[i].text.has_value());
        if (!a.boxes[i].text) continue;
        CHECK(a.boxes[i].text->line_left_px == b.boxes[i].text->line_left_px);
        CHECK(a.boxes[i].text->lines.glyphs.size() == b.boxes[i].text->lines.glyphs.size());
    }
}

// From right to left every number is a run of its own, rounded up to 1/64 px by itself.
bool is_near(float a, float b) { return std::abs(a - b) <= 0.5F; }

}  // namespace

TEST_SUITE("client/layout") {
    TEST_CASE("a page written from right to left is the mirror picture of the same page written from left to right") {
        for (unsigned seed = 1; seed <= 12; ++seed) {
            test::Random left_random(seed);
            test::Random right_random(seed);
            // Numbers alone, and the sizes of one language: only the direction differs.
            auto left = test::neutral_page(left_random, Language::Fr);
            auto right = test::neutral_page(right_random, Language::Fr);
            right.root.attributes.emplace_back(Attribute::Dir, "rtl");
            for (const float width : widths) {
                const auto a = layout::lay_out(left, environment(width), loaded().engine);
                const auto b = layout::lay_out(right, environment(width), loaded().engine);
                REQUIRE(a.boxes.size() == b.boxes.size());
                for (std::size_t i = 0; i < a.boxes.size(); ++i) {
                    CAPTURE(doc::name_of(a.boxes[i].node->style));
                    CHECK(is_near(a.boxes[i].box.x, width - b.boxes[i].box.right()));
                    CHECK(is_near(a.boxes[i].box.width, b.boxes[i].box.width));
                    CHECK(is_near(a.boxes[i].box.y, b.boxes[i].box.y));
                    CHECK(is_near(a.boxes[i].box.height, b.boxes[i].box.height));
                }
            }
        }
    }

    TEST_CASE("a page after another one lies as if there had been none before it") {
        test::Random random(20261122);
        layout::Layouter layouter(loaded().engine);
        const auto check = [&](const doc::Document& page, float width) {
            check_same(layouter.lay_out(page, environment(width)),
                       layout::lay_out(page, environment(width), loaded().engine));
        };
        for (const auto language : base::languages) {
            for (const auto& [name, page] : test::screens(language)) {
                CAPTURE(name);
                check(page, 360);
                auto changed = page;
                for (int i = 0; i < 3; ++i) {
                    change_something(changed.root, random);
                    check(changed, 360);
                    check(changed, 330);
                }
                check(page, random() % 2 == 0 ? 360.0F : 1120.0F);
            }
        }
    }

    TEST_CASE("a text that has not changed is asked for its lines, and not measured again") {
        layout::Layouter layouter(loaded().engine);
        const auto document =
            page(Language::Fr, {doc::text(Tag::P, Style::Body, "un"), doc::text(Tag::P, Style::Body, "deux")});
        const auto asked = [&](float width) {
            const auto before = loaded().engine.stats().shape_hits + loaded().engine.stats().shape_misses;
            layouter.lay_out(document, environment(width));
            return loaded().engine.stats().shape_hits + loaded().engine.stats().shape_misses - before;
        };
        CHECK(asked(360) > 2);
        CHECK(asked(360) == 2);
        CHECK(asked(320) > 2);
        loaded().engine.clear();
        CHECK(asked(320) > 2);
    }

    TEST_CASE("no box of a random page is wider than a narrow phone") {
        for (const auto language : base::languages) {
            test::Random random(7);
            for (int i = 0; i < 8; ++i) {
                const auto document = test::random_styled_page(random, language);
                const auto result = layout::lay_out(document, environment(320), loaded().engine);
                for (const auto& placed : result.boxes) {
                    CHECK(placed.box.x >= -0.1F);
                    CHECK(placed.box.right() <= 320.1F);
                }
            }
        }
    }

    TEST_CASE("in Arabic a heading begins at the right edge, in French at the left") {
        const auto heading = [] { return std::vector{doc::text(Tag::H1, Style::Title, "123")}; };
        const auto arabic_page = page(Language::Ar, heading());
        const auto arabic = layout::lay_out(arabic_page, environment(400), loaded().engine);
        const auto& right = first(arabic, Style::Title);
        CHECK(right.direction == base::Direction::Rtl);
        CHECK(is_near(right.text->line_left_px.front() + right.text->lines.lines.front().width_px, 400 - 16));
        const auto french_page = page(Language::Fr, heading());
        const auto french = layout::lay_out(french_page, environment(400), loaded().engine);
        CHECK(is_near(first(french, Style::Title).text->line_left_px.front(), 16));
    }

    TEST_CASE("a person's own text takes the direction of its first strong letter") {
        const auto user_text = [](const char* words) {
            return page(Language::Fr,
                        {doc::text(Tag::P, Style::UserText, words, {.attributes = {{Attribute::Dir, "auto"}}})});
        };
        const auto arabic = user_text("12 شكرا merci");
        const auto french = user_text("12 merci شكرا");
        CHECK(first(layout::lay_out(arabic, environment(400), loaded().engine), Style::UserText).direction ==
              base::Direction::Rtl);
        CHECK(first(layout::lay_out(french, environment(400), loaded().engine), Style::UserText).direction ==
              base::Direction::Ltr);
    }

    TEST_CASE("columns become a stack on a narrow screen") {
        const auto document =
            page(Language::Fr,
                 {doc::block(Tag::Div, Style::Columns,
                             {doc::block(Tag::Div, Style::ColumnMain, {doc::text(Tag::P, Style::Body, "1")}),
                              doc::block(Tag::Div, Style::ColumnSide, {doc::text(Tag::P, Style::Body, "2")})})});
        const auto narrow = layout::lay_out(document, environment(759), loaded().engine);
        CHECK(first(narrow, Style::ColumnSide).box.y >= first(narrow, Style::ColumnMain).box.bottom());
        const auto wide = layout::lay_out(document, environment(760), loaded().engine);
        CHECK(first(wide, Style::ColumnSide).box.y == first(wide, Style::ColumnMain).box.y);
        CHECK(first(wide, Style::ColumnSide).box.x > first(wide, Style::ColumnMain).box.right());
    }

    TEST_CASE("what is outside has no box, and what overlays its parent covers its padding box") {
        const auto document =
            page(Language::Fr,
                 {doc::control(Tag::Input, Style::Hidden, {.attributes = {{Attribute::Type, "hidden"}}}),
                  doc::block(
                      Tag::Label, Style::Face,
                      {doc::control(Tag::Input, Style::FaceInput, {.attributes = {{Attribute::Type, "radio"}}}),
                       doc::icon(Style::IconFace, doc::IconName::Face1), doc::text(Tag::Div, Style::FaceText, "1")})});
        const auto result = layout::lay_out(document, environment(400), loaded().engine);
        for (const auto& placed : result.boxes) CHECK(placed.node->style != Style::Hidden);
        const auto& label = first(result, Style::Face).box;
        const auto& input = first(result, Style::FaceInput).box;
        CHECK(input == layout::Rect{label.x + 2, label.y + 2, label.width - 4, label.height - 4});
    }

    TEST_CASE("a picture is as wide as it is, but not wider than its place, and keeps its form") {
        const auto picture = [](const char* width, const char* height) {
            return doc::control(Tag::Img, Style::Picture,
                                {.attributes = {{doc::Attribute::Src, "/x"},
                                                {doc::Attribute::Alt, "x"},
                                                {doc::Attribute::Width, width},
                                                {doc::Attribute::Height, height}}});
        };
        for (const auto language : {Language::Ar, Language::Fr}) {
            const auto document = page(language, {picture("1202", "602"), picture("102", "52"), picture("x", "")});
            const auto result = layout::lay_out(document, environment(400), loaded().engine);
            const auto& wide = result.boxes[result.boxes.size() - 3].box;
            const auto& small = result.boxes[result.boxes.size() - 2].box;
            CHECK(wide.width <= 400);
            CHECK(wide.width > 300);
            CHECK(wide.height - 2 == doctest::Approx((wide.width - 2) * 602 / 1202).epsilon(0.001));
            CHECK(small.width == 102);
            CHECK(small.height == doctest::Approx(2 + 100.0 * 52 / 102).epsilon(0.001));
            CHECK((language == Language::Ar ? small.right() == wide.right() : small.x == wide.x));
            CHECK(result.boxes.back().box.height <= 2);
        }
    }

    TEST_CASE("a link inside a sentence changes no width, and the faces of its words are asked for") {
        const auto plain = page(Language::Fr, {doc::text(Tag::P, Style::Body, "abc ⵜⴰⵎⴰⵣⵉⵖⵜ def")});
        doc::Text linked("abc ");
        linked.append(doc::link("#a", "ⵜⴰⵎⴰⵣⵉⵖⵜ")).append(" def");
        const auto with_link = page(Language::Fr, {doc::text(Tag::P, Style::Body, linked)});
        const auto a = layout::lay_out(plain, environment(400), loaded().engine);
        const auto b = layout::lay_out(with_link, environment(400), loaded().engine);
        CHECK(is_near(first(a, Style::Body).text->lines.width_px, first(b, Style::Body).text->lines.width_px));
        CHECK(b.faces_needed.test(static_cast<std::size_t>(fonts::Face::Latin400)));
        CHECK(b.faces_needed.test(static_cast<std::size_t>(fonts::Face::Tifinagh400)));
        CHECK_FALSE(b.faces_needed.test(static_cast<std::size_t>(fonts::Face::Arabic400)));
    }

    TEST_CASE("a line may stand 1/64 px beyond its box; one that is wider breaks") {
        constexpr float unit_px = 1.0F / 64;
        const auto document = page(Language::Fr, {doc::text(Tag::P, Style::Body, "Écrivez quelques mots ici")});
        const auto text_at = [&](float width) {
            return *first(layout::lay_out(document, environment(width), loaded().engine), Style::Body).text;
        };
        const auto wide = text_at(350);
        REQUIRE(wide.lines.lines.size() == 1);
        const float around = 350 - wide.width_px, needed = wide.lines.lines.front().width_px + around;
        CHECK(text_at(needed - unit_px).lines.lines.size() == 1);
        CHECK(text_at(needed - 2 * unit_px).lines.lines.size() == 2);
    }

    TEST_CASE("a page with a letter that no face has says so") {
        const auto shown = [](std::string_view words, float width = 400) {
            const auto document = page(Language::Fr, {doc::text(Tag::P, Style::Body, words)});
            return layout::lay_out(document, environment(width), loaded().engine);
        };
        CHECK_FALSE(shown("Le greffe, المحكمة, ⵜⴰⵎⴰⵣⵉⵖⵜ\u200F").lacks_letters);
        CHECK(shown("Le greffe 漢").lacks_letters);
        CHECK_FALSE(shown("anti­constitutionnellement").lacks_letters);
        CHECK(shown("anti­constitutionnellement", 180).lacks_letters);  // A hyphen at the end of a line.
    }

    TEST_CASE("at a zoom of 110 % no length that the style asks for is more than whole 64ths of those pixels") {
        test::Random random(3);
        const auto document = test::random_styled_page(random, Language::Fr);
        const auto zoomed = layout::lay_out(document, {1120, style::screen_of(1120), 1.1F}, loaded().engine);
        for (const auto& placed : zoomed.boxes) {
            const auto asked = style::box_of(placed.node->style, zoomed.screen);
            if (asked.height == 0) continue;
            CAPTURE(static_cast<int>(placed.node->style));
            const float wanted = std::trunc(asked.height * 1.1F * 64) / 64;
            CHECK(placed.box.height * 1.1F == doctest::Approx(wanted).epsilon(1e-6));
        }
    }

    TEST_CASE("the pixels in which the browser lays out move nothing by more than one of them") {
        test::Random random(3);
        const auto document = test::random_styled_page(random, Language::Fr);
        const auto whole = layout::lay_out(document, {1120, style::screen_of(1120), 1}, loaded().engine);
        const auto fine = layout::lay_out(document, {1120, style::screen_of(1120), 2}, loaded().engine);
        REQUIRE(whole.boxes.size() == fine.boxes.size());
        for (std::size_t i = 0; i < whole.boxes.size(); ++i) {
            CHECK(std::abs(whole.boxes[i].box.x - fine.boxes[i].box.x) <= 1);
            CHECK(std::abs(whole.boxes[i].box.width - fine.boxes[i].box.width) <= 1);
        }
    }
}
