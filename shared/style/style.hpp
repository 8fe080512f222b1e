// ONE table: style name, state and width class -> box, type and colours.
// It prints skin.css, configures the layout engine and the painter, so the skins cannot drift.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/language.hpp"
#include "shared/base/text_size.hpp"
#include "shared/document/document.hpp"
#include "shared/document/style_name.hpp"

namespace style {

enum class WidthClass : std::uint8_t { Narrow, Wide };

// What a row of the table depends on besides its name.
struct Screen {
    WidthClass width_class = WidthClass::Narrow;
    base::TextSize text_size = base::TextSize::Normal;
    bool operator==(const Screen&) const = default;
};
// In CSS px. Larger letters need a wider viewport for the same columns.
float wide_from_px(base::TextSize text_size);
Screen screen_of(float viewport_width_px, base::TextSize text_size = base::TextSize::Normal);

enum class Theme : std::uint8_t { Light, Dark, Contrast };

enum class Color : std::uint8_t {
    None,
    Ground,
    Surface,
    Sunk,
    Ink,
    Quiet,
    Brand,
    BrandHover,
    BrandTint,
    Accent,
    AccentTint,
    Line,
    ControlLine,
    Focus,
    Success,
    SuccessTint,
    Danger,
    DangerTint,
    OnBrand,
    AccentOcean,
    AccentOceanTint,
    AccentOlive,
    AccentOliveTint,
    AccentSaffron,
    AccentSaffronTint,
};
inline constexpr std::size_t color_count = static_cast<std::size_t>(Color::AccentSaffronTint) + 1;
struct Rgb {
    std::uint8_t red = 0, green = 0, blue = 0;
    bool operator==(const Rgb&) const = default;
};
Rgb rgb_of(Color color, Theme theme);  // Not for Color::None.
// Districts may have an accent of their own, by the style of their <main>: then it stands for Accent and AccentTint.
Color in_accent(Color color, doc::Style main);

// The four layout words, and what takes part in none of them.
enum class Layout : std::uint8_t {
    Stack,    // A column.
    Columns,  // A row without wrap.
    Flow,     // A row that wraps; one-line texts and fixed boxes.
    Text,     // A block of inline text.
    Fixed,    // An icon, a radio, a field: width and height given (width may be 100 %).
    Picture,  // As wide as it is of its own, but not wider than its parent; as high as that makes it.
    Overlay,  // Covers its parent's padding box: the radio of a card.
    Outside,  // Not laid out by us, never painted by the canvas (skip link, live regions, hidden inputs).
};
enum class Align : std::uint8_t { Stretch, Start, Center, End };
enum class TextAlign : std::uint8_t { Start, Center, End };
enum class Chain : std::uint8_t { OfLanguage, LanguageNames };  // Which order of fonts the text of a block takes.
enum class WhiteSpace : std::uint8_t {
    Normal,
    NoWrap,
    PreWrap
};  // PreWrap: a person's own text, spaces and lines kept.
// Which sizes a text takes in Arabic and Amazigh, whose letters need more room than Latin ones.
enum class Sizing : std::uint8_t { ByLanguage, Same };  // Same: a digit in a circle.

struct Edges {  // CSS px, logical
    float block_start = 0, inline_end = 0, block_end = 0, inline_start = 0;
    bool operator==(const Edges&) const = default;
};

struct Box {
    Layout layout = Layout::Stack;
    float gap = 0;  // Between children along the main axis; Flow: both axes.
    Align align =
        Align::Stretch;  // Across the main axis. Stack with Center: children are width:100% up to their maximum.
    Edges padding;
    Edges border;
    float radius = 0;
    float width = 0, height = 0;          // 0: not given. Fixed boxes: width 0 is 100 %.
    float min_height = 0, max_width = 0;  // 0: none
    float grow = 0;                       // flex: n 1 0 inside Columns; 0: does not grow or shrink.
    bool operator==(const Box&) const = default;
};

struct Paint {
    Color background = Color::None;
    Color border = Color::None;
    Color text = Color::None;  // None: inherited from the parent.
    bool underline = false;
    bool dot = false;  // A checked radio or checkbox: filled, with a ring of the surface inside.
    bool operator==(const Paint&) const = default;
};

struct Type {
    float size_px = 0;      // Of French and English; 0: not a text block.
    float line_height = 0;  // Unitless.
    std::uint16_t weight = 400;
    TextAlign align = TextAlign::Start;
    Chain chain = Chain::OfLanguage;
    WhiteSpace white_space = WhiteSpace::Normal;
    Sizing sizing = Sizing::ByLanguage;
    bool operator==(const Type&) const = default;
};

enum class State : std::uint8_t { Rest, Hover, Checked, Invalid };

Box box_of(doc::Style name, Screen screen);
// As the language has it: Arabic and Amazigh are a little larger and airier.
Type type_of(doc::Style name, Screen screen, base::Language language);
// Invalid is for fields; Checked for inputs and for labels that hold a checked input.
Paint paint_of(doc::Style name, State state);
// Links inside a block of text: always underlined, brand coloured.
Paint link_paint(State state);

// Underlines, in em of their text: all are drawn alike, through descenders too.
inline constexpr float underline_thickness_em = 0.06F;
inline constexpr float underline_offset_em = 0.2F;  // From the baseline to the upper edge.

// Between the checked mark of a radio or checkbox and its border.
inline constexpr float dot_ring_px = 4;

// Sizes that a kind of screen has as a whole.
enum class Medium : std::uint8_t { Personal, Kiosk };
struct Metrics {
    float body_px = 0;
    float target_px = 0;  // The smallest side of what can be pressed.
    float space_scale = 1;
};
Metrics metrics_of(Medium medium);

// The style sheet for one size of text: both skins, all themes, width classes, print and forced colours.
// `font_address` gives the address of a font file's hashed asset.
std::string print_css(const std::function<std::string(std::string_view file)>& font_address,
                      base::TextSize text_size = base::TextSize::Normal);

}  // namespace style
