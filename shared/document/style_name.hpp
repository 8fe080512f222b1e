// What a node is for: the name under which the one style table (shared/style) keeps its look.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace doc {

enum class Style : std::uint8_t {
    Page, Skip, Live, Hidden,
    Top, TopRow, Brand, BrandText, BrandName, BrandSub, Languages, LanguageLink, LanguageCurrent,
    Main, Wrap, Crumb, Title, Meta, Lead, Columns, ColumnMain, ColumnSide, Section, Heading, Subheading, Body, Mark,
    Papers, Paper, PaperBody, Steps, Step, StepNumber, StepBody,
    Facts, Fact, FactTerm, FactValue, FactText,
    Form, FieldSet, Legend, Faces, Face, FaceInput, FaceText, Options, Option, OptionRadio, OptionCheck, OptionText,
    Field, Label, Hint, FieldError, TextArea, TextInput, Actions, Button, QuietButton, LanguageButton, Note,
    Errors, ErrorsTitle, ErrorsList, ErrorsItem, ErrorsLink,
    Panel, Code, UserText, Links, LinkItem, LinkText,
    Footer, FooterText, FooterRow, FooterForm, FooterLink, FooterLabel, Loading,
    IconKhatam, IconFace, IconCheck, IconAlert,
};
inline constexpr std::size_t style_count = static_cast<std::size_t>(Style::IconAlert) + 1;

// The CSS class.
constexpr std::string_view name_of(Style style) {
    constexpr std::array<std::string_view, style_count> names{
        "page", "skip", "live", "hidden",
        "top", "top-row", "brand", "brand-text", "brand-name", "brand-sub", "languages", "language", "language-current",
        "main", "wrap", "crumb", "title", "meta", "lead", "columns", "column-main", "column-side", "section", "heading",
        "subheading", "body", "mark",
        "papers", "paper", "paper-body", "steps", "step", "step-number", "step-body",
        "facts", "fact", "fact-term", "fact-value", "fact-text",
        "form", "field-set", "legend", "faces", "face", "face-input", "face-text", "options", "option", "option-radio",
        "option-check", "option-text",
        "field", "label", "hint", "field-error", "text-area", "text-input", "actions", "button", "quiet-button", "language-button", "note",
        "errors", "errors-title", "errors-list", "errors-item", "errors-link",
        "panel", "code", "user-text", "links", "link-item", "link-text",
        "footer", "footer-text", "footer-row", "footer-form", "footer-link", "footer-label", "loading",
        "icon-khatam", "icon-face", "icon-check", "icon-alert",
    };
    return names[static_cast<std::size_t>(style)];
}

}  // namespace doc
