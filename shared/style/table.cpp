// The table itself: what each style looks like. Wide screens first; `narrow_*` says what a narrow one changes.
#include <algorithm>
#include <cmath>
#include <optional>

#include "shared/style/style.hpp"

namespace style {
namespace {

using S = doc::Style;
using enum Layout;
using enum Color;

constexpr Edges all(float px) { return {px, px, px, px}; }
constexpr Edges block_inline(float block, float inline_) { return {block, inline_, block, inline_}; }

constexpr float corner = 10;
constexpr float page_width = 1120;
constexpr float target = 44;

struct States {
    std::optional<Paint> hover{}, checked{}, invalid{};
};

struct Row {
    doc::Style name;
    Box box{};
    Type type{};
    Paint paint{};
    States states{};
    std::optional<Box> narrow_box{};
    std::optional<Type> narrow_type{};
};

constexpr Paint chosen{.background = BrandTint, .border = Brand, .text = Ink};

// Narrow enough for four languages in one row of 328 px.
constexpr Box language_on_phone{.layout = Text, .padding = block_inline(10, 8), .radius = corner, .min_height = target};

constexpr Row main_row(S name) {
    return {
        .name = name,
        .box = {.layout = Stack, .align = Align::Center, .padding = {.block_start = 24, .block_end = 56}},
        .narrow_box = Box{.layout = Stack, .align = Align::Center, .padding = {.block_start = 16, .block_end = 40}}};
}

constexpr Row rows[] = {
    // The frame of every page.
    {.name = S::Page, .box = {.layout = Stack}, .paint = {.background = Ground, .text = Ink}},
    {.name = S::Skip,
     .box = {.layout = Outside},
     .type = {.size_px = 17, .line_height = 1.55F, .weight = 700},
     .paint = {.background = Surface, .text = Brand, .underline = true}},
    {.name = S::Live, .box = {.layout = Outside}, .type = {.size_px = 17, .line_height = 1.55F}},
    {.name = S::Hidden, .box = {.layout = Outside}},

    {.name = S::Top,
     .box = {.layout = Stack, .align = Align::Center, .border = {.block_end = 1}},
     .paint = {.background = Surface, .border = Line}},
    {.name = S::TopRow,
     .box = {.layout = Columns,
             .gap = 16,
             .align = Align::Center,
             .padding = block_inline(10, 24),
             .min_height = 72,
             .max_width = page_width},
     .narrow_box = Box{.layout = Stack, .gap = 8, .padding = block_inline(10, 16), .min_height = 72}},
    {.name = S::Brand,
     .box = {.layout = Columns, .gap = 12, .align = Align::Center, .grow = 1},
     .narrow_box = Box{.layout = Columns, .gap = 12, .align = Align::Center}},
    {.name = S::BrandText, .box = {.layout = Stack, .grow = 1}},
    {.name = S::BrandName,
     .box = {.layout = Text, .min_height = 24},
     .type = {.size_px = 19, .line_height = 1.3F, .weight = 700},
     .paint = {.text = Ink},
     .states = {.hover = Paint{.text = Brand, .underline = true}}},
    {.name = S::BrandSub,
     .box = {.layout = Text},
     .type = {.size_px = 14, .line_height = 1.45F},
     .paint = {.text = Quiet}},
    {.name = S::Languages, .box = {.layout = Columns, .gap = 4}, .narrow_box = Box{.layout = Flow, .gap = 4}},
    {.name = S::LanguageLink,
     .box = {.layout = Text, .padding = block_inline(10, 12), .radius = corner, .min_height = target},
     .type = {.size_px = 16, .line_height = 1.55F, .chain = Chain::LanguageNames, .white_space = WhiteSpace::NoWrap},
     .paint = {.text = Quiet},
     .states = {.hover = Paint{.background = Sunk, .text = Ink}},
     .narrow_box = language_on_phone},
    {.name = S::LanguageCurrent,
     .box = {.layout = Text, .padding = block_inline(10, 12), .radius = corner, .min_height = target},
     .type = {.size_px = 16,
              .line_height = 1.55F,
              .weight = 700,
              .chain = Chain::LanguageNames,
              .white_space = WhiteSpace::NoWrap},
     .paint = {.background = BrandTint, .text = Brand},
     .narrow_box = language_on_phone},

    main_row(S::Main),
    {.name = S::Wrap,
     .box = {.layout = Stack, .gap = 10, .padding = block_inline(0, 24), .max_width = page_width},
     .narrow_box = Box{.layout = Stack, .gap = 10, .padding = block_inline(0, 16)}},
    {.name = S::Crumb, .box = {.layout = Text}, .type = {.size_px = 16, .line_height = 1.5F}, .paint = {.text = Quiet}},
    {.name = S::Title,
     .box = {.layout = Text},
     .type = {.size_px = 34, .line_height = 1.25F, .weight = 700},
     .paint = {.text = Ink},
     .narrow_type = Type{.size_px = 27, .line_height = 1.25F, .weight = 700}},
    {.name = S::Meta, .box = {.layout = Text}, .type = {.size_px = 16, .line_height = 1.5F}, .paint = {.text = Quiet}},
    {.name = S::Lead,
     .box = {.layout = Text, .max_width = 760},
     .type = {.size_px = 18, .line_height = 1.55F},
     .paint = {.text = Ink}},
    {.name = S::Columns,
     .box = {.layout = Columns, .gap = 32, .align = Align::Start, .padding = {.block_start = 18}},
     .narrow_box = Box{.layout = Stack, .gap = 36, .padding = {.block_start = 14}}},
    {.name = S::ColumnMain,
     .box = {.layout = Stack, .gap = 36, .grow = 3},
     .narrow_box = Box{.layout = Stack, .gap = 36}},
    {.name = S::ColumnSide,
     .box = {.layout = Stack, .gap = 28, .grow = 2},
     .narrow_box = Box{.layout = Stack, .gap = 28}},
    {.name = S::Section, .box = {.layout = Stack, .gap = 14}},
    {.name = S::Heading,
     .box = {.layout = Text},
     .type = {.size_px = 22, .line_height = 1.35F, .weight = 700},
     .paint = {.text = Ink}},
    {.name = S::Subheading,
     .box = {.layout = Text},
     .type = {.size_px = 18, .line_height = 1.45F, .weight = 700},
     .paint = {.text = Ink}},
    {.name = S::Body, .box = {.layout = Text}, .type = {.size_px = 17, .line_height = 1.55F}, .paint = {.text = Ink}},
    {.name = S::Mark, .box = {.layout = Text}, .type = {.size_px = 14, .line_height = 1.5F}, .paint = {.text = Quiet}},

    // A service sheet.
    {.name = S::Papers, .box = {.layout = Stack, .gap = 10}},
    {.name = S::Paper, .box = {.layout = Columns, .gap = 12}},
    {.name = S::PaperBody, .box = {.layout = Stack, .gap = 2, .grow = 1}},
    {.name = S::Steps, .box = {.layout = Stack, .gap = 18}},
    {.name = S::Step, .box = {.layout = Columns, .gap = 14, .align = Align::Start}},
    {.name = S::StepNumber,
     .box = {.layout = Text, .padding = block_inline(6, 0), .radius = 18, .width = 36, .height = 36},
     .type = {.size_px = 16, .line_height = 1.5F, .weight = 700, .align = TextAlign::Center, .sizing = Sizing::Same},
     .paint = {.background = BrandTint, .text = Brand}},
    {.name = S::StepBody, .box = {.layout = Stack, .gap = 2, .padding = {.block_start = 4}, .grow = 1}},
    {.name = S::Facts, .box = {.layout = Stack}},
    {.name = S::Fact,
     .box = {.layout = Columns, .gap = 12, .padding = block_inline(10, 0), .border = {.block_start = 1}},
     .paint = {.border = Line}},
    {.name = S::FactTerm,
     .box = {.layout = Text, .grow = 2},
     .type = {.size_px = 16, .line_height = 1.55F},
     .paint = {.text = Quiet}},
    {.name = S::FactValue, .box = {.layout = Stack, .gap = 2, .grow = 3}},
    {.name = S::FactText,
     .box = {.layout = Text},
     .type = {.size_px = 16, .line_height = 1.55F, .weight = 700, .align = TextAlign::Start},
     .paint = {.text = Ink}},

    // Forms.
    {.name = S::Form,
     .box = {.layout = Stack, .gap = 26, .padding = block_inline(22, 24), .border = all(1), .radius = corner},
     .paint = {.background = Surface, .border = Line},
     .narrow_box =
         Box{.layout = Stack, .gap = 24, .padding = block_inline(18, 16), .border = all(1), .radius = corner}},
    // The gap is the legend's padding: the browser lays a legend out before everything else in its fieldset.
    {.name = S::FieldSet, .box = {.layout = Stack}},
    {.name = S::Legend,
     .box = {.layout = Text, .padding = {.block_end = 10}},
     .type = {.size_px = 17, .line_height = 1.5F, .weight = 700},
     .paint = {.text = Ink}},
    {.name = S::Faces, .box = {.layout = Columns, .gap = 8}, .narrow_box = Box{.layout = Stack, .gap = 8}},
    {.name = S::Face,
     .box = {.layout = Stack,
             .gap = 6,
             .align = Align::Center,
             .padding = block_inline(13, 4),
             .border = all(2),
             .radius = corner,
             .min_height = 92,
             .grow = 1},
     .paint = {.background = Surface, .border = ControlLine, .text = Ink},
     .states = {.hover = Paint{.background = Surface, .border = Brand, .text = Brand}, .checked = chosen},
     .narrow_box = Box{.layout = Columns,
                       .gap = 12,
                       .align = Align::Center,
                       .padding = block_inline(9, 16),
                       .border = all(2),
                       .radius = corner,
                       .min_height = 56}},
    {.name = S::FaceInput, .box = {.layout = Overlay}},
    {.name = S::FaceText,
     .box = {.layout = Text},
     .type = {.size_px = 15, .line_height = 1.45F, .align = TextAlign::Center},
     .narrow_box = Box{.layout = Text, .grow = 1},
     .narrow_type = Type{.size_px = 17, .line_height = 1.45F}},
    {.name = S::Options, .box = {.layout = Stack, .gap = 2}},
    {.name = S::Option, .box = {.layout = Columns, .gap = 12, .align = Align::Center, .min_height = target}},
    {.name = S::OptionRadio,
     .box = {.layout = Fixed, .border = all(2), .radius = 12, .width = 24, .height = 24},
     .paint = {.background = Surface, .border = ControlLine},
     .states = {.hover = Paint{.background = Surface, .border = Brand},
                .checked = Paint{.background = Brand, .border = Brand, .dot = true},
                .invalid = Paint{.background = Surface, .border = Danger}}},
    {.name = S::OptionCheck,
     .box = {.layout = Fixed, .border = all(2), .radius = 6, .width = 24, .height = 24},
     .paint = {.background = Surface, .border = ControlLine},
     .states = {.hover = Paint{.background = Surface, .border = Brand},
                .checked = Paint{.background = Brand, .border = Brand, .dot = true},
                .invalid = Paint{.background = Surface, .border = Danger}}},
    {.name = S::OptionText,
     .box = {.layout = Text, .padding = block_inline(6, 0), .grow = 1},
     .type = {.size_px = 17, .line_height = 1.5F},
     .paint = {.text = Ink}},
    {.name = S::Field, .box = {.layout = Stack, .gap = 6}},
    {.name = S::Label,
     .box = {.layout = Text},
     .type = {.size_px = 17, .line_height = 1.5F, .weight = 700},
     .paint = {.text = Ink}},
    {.name = S::Hint, .box = {.layout = Text}, .type = {.size_px = 15, .line_height = 1.5F}, .paint = {.text = Quiet}},
    {.name = S::FieldError,
     .box = {.layout = Text, .padding = {.block_end = 8}},
     .type = {.size_px = 16, .line_height = 1.5F, .weight = 700},
     .paint = {.text = Danger}},
    {.name = S::TextArea,
     .box = {.layout = Fixed, .padding = block_inline(12, 16), .border = all(2), .radius = corner, .height = 132},
     .type = {.size_px = 17, .line_height = 1.5F, .white_space = WhiteSpace::PreWrap},
     .paint = {.background = Surface, .border = ControlLine, .text = Ink},
     .states = {.hover = Paint{.background = Surface, .border = Brand, .text = Ink},
                .invalid = Paint{.background = Surface, .border = Danger, .text = Ink}}},
    {.name = S::TextInput,
     .box = {.layout = Fixed, .padding = block_inline(8, 16), .border = all(2), .radius = corner, .height = 52},
     .type = {.size_px = 17, .line_height = 1.5F},
     .paint = {.background = Surface, .border = ControlLine, .text = Ink},
     .states = {.hover = Paint{.background = Surface, .border = Brand, .text = Ink},
                .invalid = Paint{.background = Surface, .border = Danger, .text = Ink}}},
    {.name = S::Actions, .box = {.layout = Flow, .gap = 12, .align = Align::Center}},
    {.name = S::Button,
     .box = {.layout = Text, .padding = block_inline(13, 22), .radius = corner, .min_height = 52},
     .type = {.size_px = 17, .line_height = 1.55F, .weight = 700, .align = TextAlign::Center},
     .paint = {.background = Brand, .text = OnBrand},
     .states = {.hover = Paint{.background = BrandHover, .text = OnBrand}}},
    {.name = S::QuietButton,
     .box = {.layout = Text, .padding = block_inline(11, 20), .border = all(2), .radius = corner, .min_height = 52},
     .type = {.size_px = 17, .line_height = 1.55F, .weight = 700, .align = TextAlign::Center},
     .paint = {.border = Brand, .text = Brand},
     .states = {.hover = Paint{.background = BrandTint, .border = BrandHover, .text = BrandHover}}},
    {.name = S::LanguageButton,
     .box = {.layout = Text, .padding = block_inline(9, 14), .border = all(2), .radius = corner, .min_height = target},
     .type = {.size_px = 16,
              .line_height = 1.55F,
              .align = TextAlign::Center,
              .chain = Chain::LanguageNames,
              .white_space = WhiteSpace::NoWrap},
     .paint = {.border = ControlLine, .text = Brand},
     .states = {.hover = Paint{.background = BrandTint, .border = Brand, .text = BrandHover}}},
    {.name = S::Note, .box = {.layout = Text}, .type = {.size_px = 16, .line_height = 1.5F}, .paint = {.text = Quiet}},

    {.name = S::Errors,
     .box =
         {.layout = Stack, .gap = 8, .padding = block_inline(18, 20), .border = {.inline_start = 6}, .radius = corner},
     .paint = {.background = DangerTint, .border = Danger, .text = Ink}},
    {.name = S::ErrorsTitle,
     .box = {.layout = Text},
     .type = {.size_px = 20, .line_height = 1.4F, .weight = 700},
     .paint = {.text = Ink}},
    {.name = S::ErrorsList, .box = {.layout = Stack}},
    {.name = S::ErrorsItem, .box = {.layout = Stack}},
    {.name = S::ErrorsLink,
     .box = {.layout = Text, .padding = block_inline(9, 0), .min_height = target},
     .type = {.size_px = 17, .line_height = 1.55F, .weight = 700},
     .paint = {.text = Danger, .underline = true},
     .states = {.hover = Paint{.text = Ink, .underline = true}}},

    // Receipts and other notices.
    {.name = S::Panel,
     .box = {.layout = Stack, .gap = 10, .padding = block_inline(20, 22), .border = all(1), .radius = corner},
     .paint = {.background = Surface, .border = Line},
     .narrow_box =
         Box{.layout = Stack, .gap = 10, .padding = block_inline(18, 16), .border = all(1), .radius = corner}},
    {.name = S::Code,
     .box = {.layout = Text},
     .type = {.size_px = 34, .line_height = 1.4F, .weight = 700},
     .paint = {.text = Brand},
     .narrow_type = Type{.size_px = 26, .line_height = 1.4F, .weight = 700}},
    {.name = S::UserText,
     .box = {.layout = Text, .padding = block_inline(12, 16), .radius = corner},
     .type = {.size_px = 17, .line_height = 1.55F, .white_space = WhiteSpace::PreWrap},
     .paint = {.background = Sunk, .text = Ink}},
    {.name = S::Links, .box = {.layout = Stack}},
    {.name = S::LinkItem, .box = {.layout = Flow}},
    {.name = S::LinkText,
     .box = {.layout = Text, .padding = block_inline(9, 0), .min_height = target},
     .type = {.size_px = 17, .line_height = 1.55F},
     .paint = {.text = Brand, .underline = true},
     .states = {.hover = Paint{.text = BrandHover, .underline = true}}},

    {.name = S::Footer,
     .box = {.layout = Stack,
             .align = Align::Center,
             .padding = {.block_start = 24, .block_end = 40},
             .border = {.block_start = 1}},
     .paint = {.border = Line}},
    {.name = S::FooterText,
     .box = {.layout = Text},
     .type = {.size_px = 15, .line_height = 1.55F},
     .paint = {.text = Quiet}},
    {.name = S::FooterRow,
     .box = {.layout = Stack, .gap = 8, .padding = block_inline(0, 24), .max_width = page_width},
     .narrow_box = Box{.layout = Stack, .gap = 8, .padding = block_inline(0, 16)}},
    {.name = S::FooterForm, .box = {.layout = Flow, .gap = 8, .align = Align::Center}},
    {.name = S::FooterLink,
     .box = {.layout = Text, .padding = block_inline(11, 8), .min_height = target},
     .type = {.size_px = 15, .line_height = 1.55F},
     .paint = {.text = Brand, .underline = true},
     .states = {.hover = Paint{.text = BrandHover, .underline = true}}},
    {.name = S::FooterLabel,
     .box = {.layout = Text},
     .type = {.size_px = 15, .line_height = 1.55F},
     .paint = {.text = Quiet}},
    {.name = S::Loading,
     .box = {.layout = Text, .padding = block_inline(24, 0)},
     .type = {.size_px = 17, .line_height = 1.55F},
     .paint = {.text = Quiet}},

    {.name = S::IconKhatam, .box = {.layout = Fixed, .width = 44, .height = 44}, .paint = {.text = Brand}},
    {.name = S::IconFace, .box = {.layout = Fixed, .width = 34, .height = 34}},
    // Lower by its padding, so that it stands beside the middle of the first line.
    {.name = S::IconCheck,
     .box = {.layout = Fixed, .padding = {.block_start = 4}, .width = 20, .height = 24},
     .paint = {.text = Success}},
    {.name = S::IconAlert, .box = {.layout = Fixed, .width = 24, .height = 24}, .paint = {.text = Danger}},

    // The way through a district.
    {.name = S::Nav,
     .box = {.layout = Stack, .align = Align::Center, .border = {.block_end = 1}},
     .paint = {.background = Surface, .border = Line}},
    {.name = S::NavRow,
     .box = {.layout = Flow, .gap = 4, .padding = block_inline(4, 12), .max_width = page_width},
     .narrow_box = Box{.layout = Flow, .gap = 2, .padding = block_inline(4, 6)}},
    {.name = S::NavLink,
     .box = {.layout = Text, .padding = block_inline(10, 12), .radius = corner, .min_height = target},
     .type = {.size_px = 16, .line_height = 1.5F, .white_space = WhiteSpace::NoWrap},
     .paint = {.text = Ink},
     .states = {.hover = Paint{.background = Sunk, .text = Brand}}},
    {.name = S::NavCurrent,
     .box = {.layout = Text, .padding = block_inline(10, 12), .radius = corner, .min_height = target},
     .type = {.size_px = 16, .line_height = 1.5F, .weight = 700, .white_space = WhiteSpace::NoWrap},
     .paint = {.background = BrandTint, .text = Brand}},
    {.name = S::Crumbs, .box = {.layout = Stack}},

    // Finding.
    {.name = S::Search,
     .box = {.layout = Stack, .gap = 6, .padding = {.block_start = 10, .block_end = 10}, .max_width = 760}},
    {.name = S::SearchRow,
     .box = {.layout = Columns, .gap = 8, .align = Align::Start},
     .narrow_box = Box{.layout = Stack, .gap = 8}},
    {.name = S::SearchField, .box = {.layout = Stack, .grow = 1}, .narrow_box = Box{.layout = Stack}},

    // Cards and lists of things that lead further.
    {.name = S::Cards, .box = {.layout = Stack, .gap = 16}, .narrow_box = Box{.layout = Stack, .gap = 12}},
    {.name = S::CardRow, .box = {.layout = Columns, .gap = 16}, .narrow_box = Box{.layout = Stack, .gap = 12}},
    {.name = S::Card,
     .box = {.layout = Stack, .gap = 4, .padding = block_inline(14, 20), .border = all(1), .radius = corner, .grow = 1},
     .paint = {.background = Surface, .border = Line},
     .narrow_box = Box{.layout = Stack, .gap = 4, .padding = block_inline(12, 16), .border = all(1), .radius = corner}},
    {.name = S::CardSpace, .box = {.layout = Stack, .grow = 1}, .narrow_box = Box{.layout = Stack}},
    {.name = S::CardHead, .box = {.layout = Stack}},
    {.name = S::CardLink,
     .box = {.layout = Text, .padding = block_inline(9, 0), .min_height = target},
     .type = {.size_px = 18, .line_height = 1.45F, .weight = 700},
     .paint = {.text = Brand},
     .states = {.hover = Paint{.text = BrandHover, .underline = true}}},
    {.name = S::CardText,
     .box = {.layout = Text},
     .type = {.size_px = 16, .line_height = 1.5F},
     .paint = {.text = Quiet}},
    {.name = S::When,
     .box = {.layout = Text},
     .type = {.size_px = 16, .line_height = 1.5F, .weight = 700},
     .paint = {.text = Accent}},
    {.name = S::Entries, .box = {.layout = Stack, .padding = {.block_start = 8}, .max_width = 860}},
    {.name = S::Entry,
     .box = {.layout = Stack, .gap = 4, .padding = block_inline(12, 0), .border = {.block_start = 1}},
     .paint = {.border = Line}},
    {.name = S::EntryLink,
     .box = {.layout = Text, .padding = block_inline(8, 0), .min_height = target},
     .type = {.size_px = 20, .line_height = 1.4F, .weight = 700},
     .paint = {.text = Brand, .underline = true},
     .states = {.hover = Paint{.text = BrandHover, .underline = true}}},
    {.name = S::Empty,
     .box = {.layout = Stack,
             .gap = 4,
             .padding = block_inline(18, 20),
             .border = {.inline_start = 6},
             .radius = corner,
             .max_width = 860},
     .paint = {.background = Sunk, .border = Line}},
    {.name = S::Banner,
     .box = {.layout = Stack,
             .gap = 4,
             .padding = block_inline(16, 20),
             .border = {.inline_start = 6},
             .radius = corner,
             .max_width = 860},
     .paint = {.background = AccentTint, .border = Accent}},
    {.name = S::Prose,
     .box = {.layout = Text, .padding = {.block_end = 6}, .max_width = 760},
     .type = {.size_px = 17, .line_height = 1.65F},
     .paint = {.text = Ink}},
    {.name = S::Milestone, .box = {.layout = Columns, .gap = 12}},
    {.name = S::Part, .box = {.layout = Stack, .gap = 12, .padding = {.block_start = 22}}},
    {.name = S::DoorOpen,
     .box = {.layout = Text, .padding = block_inline(4, 0), .max_width = 860},
     .type = {.size_px = 16, .line_height = 1.5F, .weight = 700},
     .paint = {.text = Success}},
    {.name = S::DoorShut,
     .box = {.layout = Text, .padding = block_inline(4, 0), .max_width = 860},
     .type = {.size_px = 16, .line_height = 1.5F},
     .paint = {.text = Ink}},
    main_row(S::MainOcean),
    main_row(S::MainOlive),
    main_row(S::MainSaffron),
    {.name = S::IconStep,
     .box = {.layout = Fixed, .padding = {.block_start = 4}, .width = 20, .height = 24},
     .paint = {.text = Quiet}},
    {.name = S::LongArea,
     .box = {.layout = Fixed, .padding = block_inline(12, 16), .border = all(2), .radius = corner, .height = 320},
     .type = {.size_px = 17, .line_height = 1.5F, .white_space = WhiteSpace::PreWrap},
     .paint = {.background = Surface, .border = ControlLine, .text = Ink},
     .states = {.hover = Paint{.background = Surface, .border = Brand, .text = Ink},
                .invalid = Paint{.background = Surface, .border = Danger, .text = Ink}}},
    {.name = S::Picture, .box = {.layout = Picture, .border = all(1)}, .paint = {.border = Line}},
    {.name = S::Outdated,
     .box = {.layout = Text},
     .type = {.size_px = 14, .line_height = 1.5F, .weight = 700},
     .paint = {.text = Danger}},
    // Before the links of a row.
    {.name = S::RowLabel,
     .box = {.layout = Text, .padding = block_inline(10, 8), .min_height = target},
     .type = {.size_px = 16, .line_height = 1.5F, .weight = 700},
     .paint = {.text = Ink}},
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < std::size(rows); ++i)
        if (static_cast<std::size_t>(rows[i].name) != i) return false;
    return std::size(rows) == doc::style_count;
}
static_assert(in_order(), "one row for each style, in the order of the enumeration");

constexpr const Row& row_of(doc::Style name) { return rows[static_cast<std::size_t>(name)]; }

Type for_arabic(Type type) {
    type.size_px += type.size_px < 24 ? 1.0F : 2.0F;
    type.line_height = type.line_height < 1.5F ? 1.6F : 1.7F;
    return type;
}

// Rounded to hundredths, as skin.css says it: a line 1/64 px lower would move everything below it.
Type for_amazigh(Type type) {
    type.line_height = std::round(100 * type.line_height + 5) / 100;
    return type;
}

Type in_language(Type type, base::Language language) {
    if (language != base::Language::Ar && language != base::Language::Zgh) return type;
    // These names have faces of one weight. Bold, they would only load Latin's bold face, for the height of their line.
    if (type.chain == Chain::LanguageNames) type.weight = 400;
    if (type.sizing == Sizing::Same) return type;
    return language == base::Language::Ar ? for_arabic(type) : for_amazigh(type);
}

constexpr float factor_of(base::TextSize size) { return static_cast<float>(base::percent_of(size)) / 100; }

// What is small grows in full, headings only as much as it: twice their size, they would hold three letters a line on
// a phone. Nothing stays on one line that would not fit there.
Type for_text_size(Type type, base::TextSize size) {
    if (size == base::TextSize::Normal) return type;
    constexpr float whole_up_to_px = 20;
    type.size_px += (factor_of(size) - 1) * std::min(type.size_px, whole_up_to_px);
    if (type.white_space == WhiteSpace::NoWrap) type.white_space = WhiteSpace::Normal;
    return type;
}

// What holds letters, or as many of them as are good to read in one line, grows with them; the room around it stays.
Box for_text_size(Box box, base::TextSize size) {
    if (box.layout == Text && box.height != 0)  // Its padding makes its line as high as the box.
        for (float* edge : {&box.padding.block_start, &box.padding.block_end}) *edge *= factor_of(size);
    for (float* length : {&box.width, &box.height, &box.max_width}) *length *= factor_of(size);
    return box;
}

}  // namespace

float wide_from_px(base::TextSize text_size) { return 760 * factor_of(text_size); }

Screen screen_of(float viewport_width_px, base::TextSize text_size) {
    return {viewport_width_px < wide_from_px(text_size) ? WidthClass::Narrow : WidthClass::Wide, text_size};
}

Box box_of(doc::Style name, Screen screen) {
    const Row& row = row_of(name);
    const Box& box = screen.width_class == WidthClass::Narrow && row.narrow_box ? *row.narrow_box : row.box;
    return for_text_size(box, screen.text_size);
}

Type type_of(doc::Style name, Screen screen, base::Language language) {
    const Row& row = row_of(name);
    const Type type = screen.width_class == WidthClass::Narrow && row.narrow_type ? *row.narrow_type : row.type;
    if (type.size_px == 0) return type;
    return for_text_size(in_language(type, language), screen.text_size);
}

Paint paint_of(doc::Style name, State state) {
    const Row& row = row_of(name);
    switch (state) {
        case State::Rest: return row.paint;
        case State::Hover: return row.states.hover.value_or(row.paint);
        case State::Checked: return row.states.checked.value_or(row.paint);
        case State::Invalid: return row.states.invalid.value_or(row.paint);
    }
    return row.paint;
}

Paint link_paint(State state) { return {.text = state == State::Hover ? BrandHover : Brand, .underline = true}; }

Metrics metrics_of(Medium medium) {
    return medium == Medium::Kiosk ? Metrics{.body_px = 22, .target_px = 60, .space_scale = 1.25F}
                                   : Metrics{.body_px = 17, .target_px = target, .space_scale = 1};
}

}  // namespace style
