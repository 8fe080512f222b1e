#include "shared/pages/form_parts.hpp"

#include <array>
#include <utility>

#include "shared/pages/parts.hpp"

namespace pages {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;

constexpr std::array language_words{msg::name_ar, msg::name_zgh, msg::name_fr, msg::name_en};

}  // namespace

doc::Node error_summary(const i18n::Text& tr, std::vector<ErrorLine> errors) {
    std::vector<doc::Node> lines;
    for (auto& error : errors)
        lines.push_back(doc::block(Tag::Li, Style::ErrorsItem,
                                   {doc::text(Tag::A, Style::ErrorsLink, std::move(error.words),
                                              {.attributes = {{Attribute::Href, "#" + error.target}}})}));
    return doc::block(Tag::Div, Style::Errors,
                      {doc::text(Tag::H2, Style::ErrorsTitle, tr(msg::error_summary_title),
                                 {.attributes = {{Attribute::Id, "errors-title"}}}),
                       list(Tag::Ul, Style::ErrorsList, std::move(lines))},
                      {.key = "errors",
                       .attributes = {{Attribute::Id, "errors"},
                                      {Attribute::Role, "group"},
                                      {Attribute::TabIndex, "-1"},
                                      {Attribute::AriaLabelledBy, "errors-title"}}});
}

doc::Node text_field(TextField field) {
    using enum TextField::Kind;
    const bool is_area = field.kind == Area || field.kind == LongArea;
    doc::Options options{.key = field.name, .language = field.language};
    auto& attributes = options.attributes;
    if (!is_area)
        attributes.emplace_back(Attribute::Type, field.kind == Password  ? "password"
                                                 : field.kind == Picture ? "file"
                                                                         : "text");
    if (field.kind == Picture) attributes.emplace_back(Attribute::Accept, "image/png,image/jpeg");
    attributes.emplace_back(Attribute::Name, field.name);
    attributes.emplace_back(Attribute::Id, field.name);
    if (!field.language)
        attributes.emplace_back(Attribute::Dir, field.kind == Code || field.kind == Password ? "ltr" : "auto");
    attributes.emplace_back(Attribute::Autocomplete, field.autocomplete);
    if (!field.value.empty()) options.attributes.emplace_back(Attribute::Value, field.value);
    std::vector<doc::Node> parts{
        doc::text(Tag::Label, Style::Label, std::move(field.label), {.attributes = {{Attribute::For, field.name}}})};
    std::string described;
    const auto describe = [&](Style style, std::string_view suffix, doc::Text words) {
        const auto id = field.name + std::string(suffix);
        parts.push_back(doc::text(Tag::P, style, std::move(words), {.attributes = {{Attribute::Id, id}}}));
        described += (described.empty() ? "" : " ") + id;
    };
    if (field.hint) describe(Style::Hint, "-hint", std::move(*field.hint));
    for (std::size_t i = 0; i < field.notes.size(); ++i)
        describe(Style::Hint, "-note" + std::to_string(i), std::move(field.notes[i]));
    if (field.error) {
        describe(Style::FieldError, "-error", std::move(*field.error));
        options.attributes.emplace_back(Attribute::AriaInvalid, "true");
    }
    if (!described.empty()) options.attributes.emplace_back(Attribute::AriaDescribedBy, described);
    const auto style = field.kind == LongArea ? Style::LongArea : is_area ? Style::TextArea : Style::TextInput;
    parts.push_back(doc::control(is_area ? Tag::Textarea : Tag::Input, style, std::move(options)));
    return doc::block(Tag::Div, Style::Field, std::move(parts), {.key = field.name + "-field"});
}

doc::Node language_buttons(const i18n::Text& tr, const routes::Page& page, std::string name, std::string value) {
    std::vector<doc::Node> parts{doc::text(Tag::P, Style::Note, tr(msg::rate_language_keep))};
    for (const auto language : base::languages) {
        if (language == tr.language()) continue;
        auto& button = parts.emplace_back(
            doc::text(Tag::Button, Style::LanguageButton, tr(language_words[base::index_of(language)]),
                      {.key = std::string(base::code_of(language)),
                       .attributes = {{Attribute::Type, "submit"},
                                      {Attribute::FormAction, routes::address_of(routes::in_language(page, language))}},
                       .language = language}));
        if (!name.empty()) {
            button.attributes.emplace_back(Attribute::Name, name);
            button.attributes.emplace_back(Attribute::Value, value);
        }
    }
    return doc::block(Tag::Div, Style::Actions, std::move(parts), {.key = "languages"});
}

doc::Node submit_button(doc::Text words) {
    return doc::block(
        Tag::Div, Style::Actions,
        {doc::text(Tag::Button, Style::Button, std::move(words),
                   {.key = "send", .attributes = {{Attribute::Type, "submit"}, {Attribute::Id, "send"}}})},
        {.key = "send"});
}

doc::Node post_form(std::string action, std::string key, std::string labelled_by, std::vector<doc::Node> parts) {
    return doc::block(Tag::Form, Style::Form, std::move(parts),
                      {.key = std::move(key),
                       .attributes = {{Attribute::Method, "post"},
                                      {Attribute::Action, std::move(action)},
                                      {Attribute::AriaLabelledBy, std::move(labelled_by)}}});
}

}  // namespace pages
