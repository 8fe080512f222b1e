// Prints the table as skin.css: the HTML skin for everybody, and what turns transparent above the canvas.
#include <format>
#include <initializer_list>
#include <map>
#include <vector>

#include "fonts/font_table.hpp"
#include "shared/style/style.hpp"

namespace style {
namespace {

using base::Language;

// Sorted by name, so that the same table always prints the same bytes.
using Declarations = std::map<std::string, std::string>;

constexpr std::string_view color_names[] = {
    "none",
    "ground",
    "surface",
    "sunk",
    "ink",
    "quiet",
    "brand",
    "brand-hover",
    "brand-tint",
    "accent",
    "accent-tint",
    "line",
    "control-line",
    "focus",
    "success",
    "success-tint",
    "danger",
    "danger-tint",
    "on-brand",
    "accent-ocean",
    "accent-ocean-tint",
    "accent-olive",
    "accent-olive-tint",
    "accent-saffron",
    "accent-saffron-tint",
};
static_assert(std::size(color_names) == color_count);

std::string_view name_of(Color color) { return color_names[static_cast<std::size_t>(color)]; }

std::string use(Color color) { return color == Color::None ? "transparent" : std::format("var(--{})", name_of(color)); }

std::string px(float value) { return value == 0 ? "0" : std::format("{}px", value); }

std::string edges(const Edges& value) {
    if (value.inline_start != value.inline_end) return {};
    if (value.block_start == value.block_end) {
        if (value.block_start == value.inline_end) return px(value.block_start);
        return std::format("{} {}", px(value.block_start), px(value.inline_end));
    }
    return std::format("{} {} {}", px(value.block_start), px(value.inline_end), px(value.block_end));
}

void add_edges(Declarations& out, std::string_view before, std::string_view after, const Edges& value) {
    if (value == Edges{}) return;
    if (const auto both = edges(value); !both.empty()) {
        out[std::format("{}{}", before, after)] = both;
        return;
    }
    out[std::format("{}-block{}", before, after)] = std::format("{} {}", px(value.block_start), px(value.block_end));
    out[std::format("{}-inline{}", before, after)] = std::format("{} {}", px(value.inline_start), px(value.inline_end));
}

std::string_view word_of(Align align) {
    switch (align) {
        case Align::Stretch: return "stretch";
        case Align::Start: return "flex-start";
        case Align::Center: return "center";
        case Align::End: return "flex-end";
    }
    return "stretch";
}

std::string_view word_of(TextAlign align) {
    switch (align) {
        case TextAlign::Start: return "start";
        case TextAlign::Center: return "center";
        case TextAlign::End: return "end";
    }
    return "start";
}

std::string_view word_of(WhiteSpace white_space) {
    switch (white_space) {
        case WhiteSpace::Normal: return "normal";
        case WhiteSpace::NoWrap: return "nowrap";
        case WhiteSpace::PreWrap: return "pre-wrap";
    }
    return "normal";
}

// What a property is when a style does not say it: needed where only one of the width classes says it.
std::string_view initial_of(std::string_view property) {
    static const std::map<std::string_view, std::string_view> initial{
        {"align-items", "stretch"}, {"flex", "none"},      {"flex-flow", "row"},  {"gap", "0"},
        {"width", "auto"},          {"height", "auto"},    {"max-width", "none"}, {"min-height", "0"},
        {"border-radius", "0"},     {"border-width", "0"}, {"padding", "0"},
    };
    const auto found = initial.find(property);
    return found == initial.end() ? "0" : found->second;
}

void add_layout(Declarations& out, const Box& box) {
    switch (box.layout) {
        case Layout::Stack: out["flex-flow"] = "column"; break;
        case Layout::Columns: out["flex-flow"] = "row"; break;
        case Layout::Flow: out["flex-flow"] = "wrap"; break;
        case Layout::Text:
        case Layout::Fixed: out["display"] = "block"; return;
        case Layout::Picture:
            out = {{"display", "block"}, {"align-self", "flex-start"}, {"max-width", "100%"}, {"height", "auto"}};
            return;
        case Layout::Overlay:
            out = {
                {"display", "block"}, {"position", "absolute"}, {"inset", "0"}, {"width", "100%"}, {"height", "100%"}};
            return;
        case Layout::Outside: return;
    }
    out["display"] = "flex";
    out["position"] = "relative";
    if (box.align != Align::Stretch) out["align-items"] = word_of(box.align);
    if (box.gap != 0) out["gap"] = px(box.gap);
}

void add_sizes(Declarations& out, const Box& box) {
    if (box.layout == Layout::Fixed) out["width"] = box.width != 0 ? px(box.width) : "100%";
    else if (box.width != 0) out["width"] = px(box.width);
    if (box.height != 0) out["height"] = px(box.height);
    if (box.min_height != 0) out["min-height"] = px(box.min_height);
    if (box.max_width != 0) out["max-width"] = px(box.max_width);
    if (box.grow != 0) out["flex"] = std::format("{} 1 0", box.grow);
}

Declarations declarations_of(const Box& box) {
    Declarations out;
    add_layout(out, box);
    add_edges(out, "padding", "", box.padding);
    add_edges(out, "border", "-width", box.border);
    if (box.radius != 0) out["border-radius"] = px(box.radius);
    add_sizes(out, box);
    return out;
}

// Everything but sizes, which change with the language.
Declarations declarations_of(const Type& type) {
    if (type.size_px == 0) return {};
    Declarations out{
        {"font-family", type.chain == Chain::LanguageNames ? "var(--chain-names)" : "var(--chain)"},
        {"text-align", std::string(word_of(type.align))},
    };
    if (type.white_space != WhiteSpace::Normal) out["white-space"] = word_of(type.white_space);
    return out;
}

Declarations sizes_of(const Type& type) {
    if (type.size_px == 0) return {};
    return {{"font-size", px(type.size_px)},
            {"line-height", std::format("{:.4g}", type.line_height)},
            {"font-weight", std::format("{}", type.weight)}};
}

Declarations declarations_of(const Paint& paint, bool is_text) {
    Declarations out;
    if (paint.background != Color::None) out["background-color"] = use(paint.background);
    if (paint.border != Color::None) out["border-color"] = use(paint.border);
    if (paint.text != Color::None) out["color"] = use(paint.text);
    if (is_text) out["text-decoration-line"] = paint.underline ? "underline" : "none";
    return out;
}

void print_block(std::string& out, std::string_view selector, const Declarations& declarations) {
    if (declarations.empty()) return;
    out.append(selector).append("{");
    for (const auto& [property, value] : declarations) out.append(property).append(":").append(value).append(";");
    out.back() = '}';
    out += '\n';
}

// What must be said so that `to` holds where `from` was said.
Declarations changes(const Declarations& from, const Declarations& to) {
    Declarations out;
    for (const auto& [property, value] : to)
        if (const auto found = from.find(property); found == from.end() || found->second != value)
            out[property] = value;
    for (const auto& [property, value] : from)
        if (!to.contains(property)) out[property] = initial_of(property);
    return out;
}

void add(Declarations& to, const Declarations& from) { to.insert(from.begin(), from.end()); }

std::string selector_of(doc::Style name) { return std::format(".{}", doc::name_of(name)); }

template <class Visit>
void for_each_style(const Visit& visit) {
    for (std::size_t i = 0; i < doc::style_count; ++i) visit(static_cast<doc::Style>(i));
}

// Fonts and colours.

std::string unicode_range(const fonts::FaceInfo& face) {
    std::string out;
    for (const auto& range : face.coverage) {
        out += std::format("{}U+{:X}", out.empty() ? "" : ",", static_cast<std::uint32_t>(range.first));
        if (range.last != range.first) out += std::format("-{:X}", static_cast<std::uint32_t>(range.last));
    }
    return out;
}

void print_faces(std::string& out, const std::function<std::string(std::string_view)>& font_address) {
    for (const auto& face : fonts::all_faces())
        out += std::format(
            "@font-face{{font-family:\"{}\";font-weight:{};font-display:swap;src:url(\"{}\") format(\"truetype\");"
            "unicode-range:{}}}\n",
            face.family, face.weight, font_address(face.file), unicode_range(face));
    // While a face is on its way: a face of the machine with the measures of ours, so that no line moves.
    const auto& latin = fonts::info(fonts::Face::Latin400);
    const auto percent = [&](int units) { return 100.0 * units / latin.units_per_em; };
    out += std::format(
        "@font-face{{font-family:\"Rihab Wait\";src:local(\"Noto Sans\"),local(\"Arial\"),local(\"Liberation Sans\");"
        "ascent-override:{:.1f}%;descent-override:{:.1f}%;line-gap-override:0%}}\n",
        percent(latin.ascender), percent(latin.descender));
}

std::string families(std::initializer_list<fonts::Face> faces) {
    std::string out;
    for (const auto face : faces) out += std::format("\"{}\",", fonts::info(face).family);
    return out;
}

// The order of client/text/detail/chain.cpp.
void print_chains(std::string& out) {
    using enum fonts::Face;
    const std::string waiting = "\"Rihab Wait\",sans-serif";
    const auto foreign = families({ArabicMore400, ArabicForms400, LatinMore400, LatinPhonetic400, RareArabic400,
                                   RareMath400, RareLatin400, RareWide400, RareEpact400}) +
                         waiting;
    const auto latin = families({Latin400, Arabic400, Tifinagh400}) + foreign;
    print_block(
        out, ":root",
        {{"--chain", latin}, {"--chain-names", families({Latin400, NamesArabic400, NamesTifinagh400}) + waiting}});
    print_block(out, "[lang=ar]", {{"--chain", families({Arabic400, Latin400, Tifinagh400}) + foreign}});
    print_block(out, "[lang=zgh]", {{"--chain", families({Tifinagh400, Latin400, Arabic400}) + foreign}});
    print_block(out, "[lang=fr],[lang=en]", {{"--chain", latin}});
}

Declarations colors_of(Theme theme) {
    Declarations out{{"color-scheme", theme == Theme::Dark ? "dark" : "light"}};
    for (std::size_t i = 1; i < std::size(color_names); ++i) {
        const auto color = static_cast<Color>(i);
        const auto rgb = rgb_of(color, theme);
        out[std::format("--{}", name_of(color))] = std::format("#{:02x}{:02x}{:02x}", rgb.red, rgb.green, rgb.blue);
    }
    return out;
}

void print_themes(std::string& out) {
    print_block(out, ":root", colors_of(Theme::Light));
    out += "@media (prefers-color-scheme:dark){";
    print_block(out, ":root:not(.theme-light,.theme-contrast)", colors_of(Theme::Dark));
    out += "}\n@media (prefers-contrast:more){";
    print_block(out, ":root:not(.theme-light,.theme-dark)", colors_of(Theme::Contrast));
    out += "}\n";
    print_block(out, ".theme-dark", colors_of(Theme::Dark));
    print_block(out, ".theme-contrast", colors_of(Theme::Contrast));
}

// Below a <main> with an accent of its own, that one stands for the usual one.
void print_accents(std::string& out) {
    for_each_style([&](doc::Style name) {
        const auto accent = in_accent(Color::Accent, name);
        if (accent != Color::Accent)
            print_block(out, selector_of(name),
                        {{"--accent", use(accent)}, {"--accent-tint", use(in_accent(Color::AccentTint, name))}});
    });
}

// What every page needs before the first style: nothing of a browser's own look may stay.
constexpr std::string_view reset = R"(html{-webkit-text-size-adjust:100%;text-size-adjust:100%;background:var(--ground)}
body{margin:0;position:relative;background:var(--ground);color:var(--ink)}
:where(.page,.page *){box-sizing:border-box;min-width:0;min-height:0;margin:0;padding:0;border:0 solid transparent;flex:none;list-style:none}
.page{font-synthesis:none;font-kerning:normal;text-rendering:geometricPrecision;overflow-wrap:anywhere;hyphens:manual}
:where(.page) :where(button,input,textarea){appearance:none;background:none;color:inherit;border-radius:0;overflow-wrap:anywhere;text-rendering:geometricPrecision;letter-spacing:normal;word-spacing:normal;text-transform:none;text-indent:0}
:where(.page) :where(a,button,label,input:not([type=text],[type=password])){cursor:pointer}
:where(.page) textarea{resize:none;overflow:auto}
:where(.page) legend{width:100%}
:where(.page) svg,.step-number{overflow:hidden}
:where(.page) strong{font-weight:700}
.page a:not([class]){color:var(--brand);text-decoration-line:underline}
.page a:not([class]):hover{color:var(--brand-hover)}
wbr.b{display:none}
)";

std::string underlines() {
    return std::format(
        ".page a,.page "
        "button{{text-decoration-thickness:{}em;text-underline-offset:{}em;text-decoration-skip-ink:none}}\n",
        underline_thickness_em, underline_offset_em);
}

// Styles, width classes, states.

Screen narrow_of(Screen screen) { return {WidthClass::Narrow, screen.text_size}; }
bool is_text(doc::Style name) { return type_of(name, {}, Language::Fr).size_px != 0; }

// Children of a centred stack are as wide as it allows; children of a flow are never wider than it.
void print_children(std::string& out, Screen screen) {
    std::string filled, limited, free;
    const auto add_name = [](std::string& list, doc::Style name) {
        list += (list.empty() ? "" : ",") + selector_of(name);
    };
    for_each_style([&](doc::Style name) {
        const Box box = box_of(name, screen);
        if (box.layout == Layout::Stack && box.align == Align::Center) add_name(filled, name);
        else if (box.layout == Layout::Flow) add_name(limited, name);
        else if (const Box narrow = box_of(name, narrow_of(screen));
                 narrow.layout == Layout::Flow || (narrow.layout == Layout::Stack && narrow.align == Align::Center))
            add_name(free, name);
    });
    if (!free.empty())
        print_block(out, std::format(":where({})>:where(*)", free), {{"width", "auto"}, {"max-width", "none"}});
    print_block(out, std::format(":where({})>:where(*)", filled), {{"width", "100%"}});
    print_block(out, std::format(":where({})>:where(*)", limited), {{"max-width", "100%"}});
}

Declarations shape_of(doc::Style name, Screen screen) {
    Declarations out = declarations_of(box_of(name, screen));
    if (box_of(name, screen).layout == Layout::Outside) return out;
    const Type type = type_of(name, screen, Language::Fr);
    add(out, declarations_of(type));
    add(out, sizes_of(type));
    return out;
}

void print_style(std::string& out, doc::Style name, Screen screen) {
    Declarations all = shape_of(name, screen);
    add(all, declarations_of(paint_of(name, State::Rest), is_text(name)));
    print_block(out, selector_of(name), all);
}

// Arabic and Amazigh, as far as they differ from what French and English have at this width, and from `known`.
void print_sizes_by_language(std::string& out, doc::Style name, Screen screen) {
    if (box_of(name, screen).layout == Layout::Outside) return;
    const auto sizes_in = [&](Screen one, Language language) { return sizes_of(type_of(name, one, language)); };
    const auto latin = sizes_in(screen, Language::Fr);
    for (const auto language : {Language::Ar, Language::Zgh}) {
        const auto sizes = sizes_in(screen, language);
        const bool known = screen.width_class == WidthClass::Wide && sizes == sizes_in(narrow_of(screen), language) &&
                           latin == sizes_in(narrow_of(screen), Language::Fr);
        if (!known)
            print_block(out, std::format("{}:lang({})", selector_of(name), base::code_of(language)),
                        changes(latin, sizes));
    }
}

void print_wide(std::string& out, Screen screen) {
    out += std::format("@media (min-width:{}px){{\n", wide_from_px(screen.text_size));
    print_children(out, screen);
    for_each_style([&](doc::Style name) {
        print_block(out, selector_of(name), changes(shape_of(name, narrow_of(screen)), shape_of(name, screen)));
        print_sizes_by_language(out, name, screen);
    });
    out += "}\n";
}

// Says everything that the resting style says, so that a later state replaces an earlier one whole.
Declarations declarations_of_state(doc::Style name, State state) {
    const Paint paint = paint_of(name, state);
    Declarations out = declarations_of(paint, is_text(name));
    out["background-color"] = use(paint.background);
    if (paint.border == Color::None) out.erase("border-color");
    if (paint.dot) {
        out["background-clip"] = "content-box";
        out["padding"] = px(dot_ring_px);
    }
    return out;
}

void print_states(std::string& out) {
    for_each_style([&](doc::Style name) {
        const auto rest = paint_of(name, State::Rest);
        const auto selector = selector_of(name);
        const bool is_control = box_of(name, {}).layout == Layout::Fixed;
        if (paint_of(name, State::Hover) != rest)
            print_block(out, selector + ":hover", declarations_of_state(name, State::Hover));
        if (paint_of(name, State::Checked) != rest)
            print_block(out, selector + (is_control ? ":checked" : ":has(:checked)"),
                        declarations_of_state(name, State::Checked));
        if (paint_of(name, State::Invalid) != rest)
            print_block(out, selector + "[aria-invalid=true]:not(:checked)",
                        declarations_of_state(name, State::Invalid));
    });
}

// The canvas has no columns: the width that the browser computes for their rule is one pixel of its own layout.
constexpr std::string_view focus_and_hidden =
    R"(:where(.page) :focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.face-input:focus-visible{outline:none}
.face:has(:focus-visible){outline:3px solid var(--focus);outline-offset:2px}
.title:focus,main:focus{outline:none}
.hidden{display:none}
.live,.skip:not(:focus){position:absolute;inset-block-start:0;inset-inline-start:0;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip:focus{position:absolute;z-index:1;inset-block-start:8px;inset-inline-start:8px;padding:12px 16px;border-radius:10px;font-family:var(--chain);background-color:var(--surface)!important;color:var(--brand)!important}
body>canvas{display:none;position:absolute;inset-block-start:0;left:0;pointer-events:none;column-rule:.01px solid}
@media (prefers-reduced-motion:reduce){*{animation:none!important;transition:none!important;scroll-behavior:auto!important}}
@media (forced-colors:active){.option-radio,.option-check,.face-input{appearance:auto;padding:0}.face-input{inset:auto 4px auto auto;width:24px;height:24px}.face:has(:checked){border-color:Highlight}}
)";

// Only on a screen with its own colours: print and forced colours keep the HTML skin without any script.
// What a person types stays visible: those fields are the browser's.
void print_canvas_skin(std::string& out) {
    out += R"(@media screen and (forced-colors:none){
.skin-canvas body>canvas{display:block}
.skin-canvas .page,.skin-canvas .page *{color:transparent!important;background-color:transparent!important;border-color:transparent!important;text-decoration-color:transparent!important}
.skin-canvas .page img{opacity:0}
.skin-canvas .page ::selection{color:transparent;background-color:color-mix(in srgb,var(--focus) 28%,transparent)}
.skin-canvas wbr.b{display:inline;white-space:normal}
)";
    std::string nowrap, pre, fields;
    for_each_style([&](doc::Style name) {
        if (box_of(name, {}).layout == Layout::Fixed && is_text(name))
            fields += (fields.empty() ? "" : ",") + selector_of(name);
        if (box_of(name, {}).layout != Layout::Text) return;
        const auto white_space = type_of(name, {}, Language::Fr).white_space;
        auto& list = white_space == WhiteSpace::PreWrap ? pre : nowrap;
        list += (list.empty() ? "" : ",") + selector_of(name);
    });
    print_block(out, std::format(".skin-canvas .page :is({})", fields),
                {{"color", "var(--ink)!important"}, {"caret-color", "var(--ink)"}});
    print_block(out, std::format(".skin-canvas .page :is({})::selection", fields), {{"color", "var(--ink)"}});
    print_block(out, std::format(".skin-canvas :is({})", nowrap), {{"white-space", "nowrap"}});
    print_block(out, std::format(".skin-canvas :is({})", pre), {{"white-space", "pre"}});
    out += "}\n";
}

}  // namespace

std::string print_css(const std::function<std::string(std::string_view file)>& font_address, base::TextSize text_size) {
    const Screen narrow{WidthClass::Narrow, text_size};
    std::string out;
    print_faces(out, font_address);
    print_chains(out);
    print_themes(out);
    print_accents(out);
    out += reset;
    out += underlines();
    print_children(out, narrow);
    for_each_style([&](doc::Style name) {
        print_style(out, name, narrow);
        print_sizes_by_language(out, name, narrow);
    });
    print_wide(out, {WidthClass::Wide, text_size});
    print_states(out);
    out += focus_and_hidden;
    print_block(out, ".skip:focus", sizes_of(type_of(doc::Style::Skip, narrow, Language::Fr)));
    print_canvas_skin(out);
    return out;
}

}  // namespace style
