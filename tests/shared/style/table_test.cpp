#include <array>
#include <doctest/doctest.h>

#include "shared/style/style.hpp"

namespace {

using base::Language;
using style::Layout;
using style::Screen;
using style::WidthClass;

template <class Visit>
void for_each_row(const Visit& visit) {
    for (std::size_t i = 0; i < doc::style_count; ++i)
        for (const auto width_class : {WidthClass::Narrow, WidthClass::Wide})
            for (const auto text_size : base::text_sizes)
                visit(static_cast<doc::Style>(i), Screen{width_class, text_size});
}

float line_height_px(const style::Type& type) { return type.size_px * type.line_height; }

float around(const style::Box& box) {
    return box.padding.block_start + box.padding.block_end + box.border.block_start + box.border.block_end;
}

}  // namespace

TEST_SUITE("shared/style/table") {
    TEST_CASE(
        "every block of text has a size and a line height, and nothing else that is laid out has children's words") {
        for_each_row([](doc::Style name, Screen screen) {
            CAPTURE(doc::name_of(name));
            const auto& box = style::box_of(name, screen);
            if (box.layout != Layout::Text) return;
            const auto type = style::type_of(name, screen, Language::Fr);
            CHECK(type.size_px >= 14);
            CHECK(type.line_height >= 1.2F);
        });
    }

    TEST_CASE("a text fills its least height by its padding, because a browser centres a button's text and no other") {
        for_each_row([](doc::Style name, Screen screen) {
            CAPTURE(doc::name_of(name));
            const auto& box = style::box_of(name, screen);
            if (box.layout != Layout::Text) return;
            for (const auto language : base::languages) {
                const float height = line_height_px(style::type_of(name, screen, language)) + around(box);
                CHECK(height >= box.min_height);
                if (box.height != 0) CHECK(height == box.height);
            }
        });
    }

    TEST_CASE("what can be pressed is at least 44 px high") {
        using enum doc::Style;
        constexpr std::array pressed{LanguageLink,   LanguageCurrent, Face,       Option,   Button,    QuietButton,
                                     LanguageButton, ErrorsLink,      FooterLink, LinkText, TextInput, TextArea};
        for_each_row([&](doc::Style name, Screen screen) {
            if (!std::ranges::contains(pressed, name)) return;
            CAPTURE(doc::name_of(name));
            const auto& box = style::box_of(name, screen);
            const float text = line_height_px(style::type_of(name, screen, Language::Fr)) + around(box);
            CHECK(std::max({box.height, box.min_height, box.layout == Layout::Text ? text : 0}) >= 44);
        });
    }

    TEST_CASE("Arabic is larger and airier than French") {
        for_each_row([](doc::Style name, Screen screen) {
            CAPTURE(doc::name_of(name));
            const auto french = style::type_of(name, screen, Language::Fr);
            const auto arabic = style::type_of(name, screen, Language::Ar);
            if (french.size_px == 0 || french.sizing == style::Sizing::Same) return;
            CHECK(arabic.size_px > french.size_px);
            CHECK(arabic.line_height >= 1.6F);
        });
    }

    TEST_CASE("the letters of a text are as much larger as the reader asked, headings as much as a text of 20 px") {
        const auto size_of = [](doc::Style name, base::TextSize size) {
            return style::type_of(name, {WidthClass::Narrow, size}, Language::Fr).size_px;
        };
        for (const auto size : base::text_sizes) {
            const float factor = static_cast<float>(base::percent_of(size)) / 100;
            CHECK(size_of(doc::Style::Body, size) == 17 * factor);
            CHECK(size_of(doc::Style::Title, size) == 27 + (factor - 1) * 20);
            CHECK(style::wide_from_px(size) == 760 * factor);
        }
    }

    TEST_CASE("only columns let their children grow, and then all sizes come from the row") {
        for_each_row([](doc::Style name, Screen screen) {
            CAPTURE(doc::name_of(name));
            const auto& box = style::box_of(name, screen);
            if (box.grow == 0) return;
            CHECK(box.width == 0);
            CHECK(box.max_width == 0);
        });
    }
}
