#include "shared/desk/item_fields.hpp"

#include <algorithm>
#include <cassert>

#include "shared/desk/item_checks.hpp"
#include "shared/desk/item_words.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/parts.hpp"

namespace desk {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;
using domain::ItemField;
using domain::ItemForm;
using pages::TextField;
using Nodes = std::vector<doc::Node>;

constexpr std::string_view example_day = "2026-11-26";

const domain::ItemError* error_at(const ItemData& data, std::string_view path) {
    const auto found = std::ranges::find(data.errors, path, &domain::ItemError::path);
    return found == data.errors.end() ? nullptr : &*found;
}

TextField::Kind kind_of(ItemForm form) {
    switch (form) {
        case ItemForm::Line: return TextField::Kind::Free;
        case ItemForm::Text: return TextField::Kind::Area;
        case ItemForm::Markdown: return TextField::Kind::LongArea;
        default: return TextField::Kind::Code;
    }
}

std::optional<doc::Text> hint_of(const i18n::Text& tr, const ItemField& field) {
    if (field.form == ItemForm::Date) return tr(msg::item_date_hint, {.example = example_day});
    if (field.form == ItemForm::Moment) return tr(msg::item_moment_hint, {.example = example_moment});
    if (field.form == ItemForm::Time) return tr(msg::item_time_hint, {.example = example_time});
    if (field.form == ItemForm::Markdown) return tr(msg::item_body_hint);
    if (field.form == ItemForm::Contact)
        return tr(msg::item_contact_value_hint,
                  {.telephone = example_number, .email = example_email, .site = example_site});
    if (field.list == "contacts" && field.name == "text") return tr(msg::item_contact_label_hint);
    if (field.name.ends_with("source")) return tr(msg::item_source_hint);
    return std::nullopt;
}

doc::Node option(const std::string& path, std::string value, doc::Text words, bool checked) {
    doc::Options options{
        .key = value + "-input",
        .attributes = {{Attribute::Type, "radio"}, {Attribute::Name, path}, {Attribute::Value, value}}};
    if (checked) options.attributes.emplace_back(Attribute::Checked, "");
    return doc::block(Tag::Label, Style::Option,
                      {doc::control(Tag::Input, Style::OptionRadio, std::move(options)),
                       doc::text(Tag::Div, Style::OptionText, std::move(words))},
                      {.key = value.empty() ? "none" : value});
}

Nodes options_of(const i18n::Text& tr, const ItemField& field, const std::string& path, std::string_view value,
                 const std::vector<domain::Court>& courts) {
    Nodes options;
    if (!field.required) options.push_back(option(path, "", tr(msg::item_nothing_chosen), value.empty()));
    if (field.form == ItemForm::Court)
        for (const auto& court : courts)
            options.push_back(option(path, court.id.value(), pages::name(tr, court.name.in(tr.language())),
                                     value == court.id.value()));
    for (const auto choice : field.choices)
        options.push_back(option(path, std::string(choice), tr(words_of_choice(choice)), value == choice));
    return options;
}

// The language of its own is the page's, or is marked.
doc::Text label_of(const i18n::Text& tr, const domain::PathPlace& place) {
    auto words = field_words(tr, place.field->list, place.field->name);
    if (place.language)
        words.append(" (")
            .append(doc::value(tr(name_of(*place.language)).text, pages::foreign(tr, *place.language)))
            .append(")");
    return words;
}

doc::Node choice_field(const i18n::Text& tr, const domain::PathPlace& place, const std::string& path,
                       std::string_view value, std::optional<doc::Text> error,
                       const std::vector<domain::Court>& courts) {
    Nodes parts{doc::text(Tag::Legend, Style::Legend, label_of(tr, place), {.attributes = {{Attribute::Id, path}}})};
    if (error) parts.push_back(doc::text(Tag::P, Style::FieldError, std::move(*error)));
    parts.push_back(doc::block(Tag::Div, Style::Options, options_of(tr, *place.field, path, value, courts)));
    return doc::block(Tag::Fieldset, Style::FieldSet, std::move(parts), {.key = path + "-field"});
}

// The original first, so that the others are read beside it.
std::vector<base::Language> languages_from(base::Language original) {
    std::vector<base::Language> languages{original};
    for (const auto language : base::languages)
        if (language != original) languages.push_back(language);
    return languages;
}

class Form {
public:
    Form(const i18n::Text& tr, const ItemData& data)
        : tr_(tr), data_(data), languages_(languages_from(domain::original_of(data.values).value_or(tr.language()))) {}

    Nodes nodes() {
        const auto fields = domain::fields_of(data_.item.kind);
        for (auto field = fields.begin(); field != fields.end();) {
            if (field->list.empty()) {
                add(nodes_, *field++, std::nullopt);
                continue;
            }
            const auto end =
                std::find_if_not(field, fields.end(), [&](const auto& f) { return f.list == field->list; });
            add_list(field->list, {field, end});
            field = end;
        }
        return std::move(nodes_);
    }

private:
    doc::Node cell(const ItemField& field, std::optional<std::size_t> row, std::optional<base::Language> language) {
        const auto path = domain::path_of(field, row, language);
        FieldRemarks remarks;
        if (const auto* error = error_at(data_, path)) remarks.error = problem_words(tr_, error->problem, field.limit);
        for (const auto* finding : findings_at(data_, path)) {
            auto words = finding_words(tr_, data_.item.kind, *finding);
            if (finding->severity == domain::Severity::Must && !remarks.error) remarks.error = std::move(words);
            else if (finding->flaw != domain::Flaw::Missing) remarks.notes.push_back(std::move(words));
        }
        return field_of_path(tr_, data_.item.kind, path, std::string(domain::text_at(data_.values, path)),
                             std::move(remarks), data_.courts);
    }

    void add(Nodes& out, const ItemField& field, std::optional<std::size_t> row) {
        if (!field.localized) return out.push_back(cell(field, row, std::nullopt));
        for (std::size_t i = 0; i < languages_.size(); i += 2) {
            Nodes pair;
            for (const auto language : {languages_[i], languages_[i + 1]})
                pair.push_back(doc::block(Tag::Div, Style::CardSpace, {cell(field, row, language)},
                                          {.key = std::string(base::code_of(language))}));
            out.push_back(doc::block(Tag::Div, Style::CardRow, std::move(pair),
                                     {.key = domain::path_of(field, row) + "-" + std::to_string(i)}));
        }
    }

    // One empty row waits at the end; another one comes when it is asked for.
    void add_list(std::string_view list, std::span<const ItemField> members) {
        const auto kept = domain::rows_of(data_.values, list);
        const auto rows = std::min(kept + (data_.open_row == list ? 2 : 1), domain::list_rows_limit);
        const auto title = i18n::plain(tr_(words_of_list(list)));
        for (std::size_t row = 0; row < rows; ++row) {
            Nodes parts{doc::text(Tag::H3, Style::Subheading,
                                  tr_(msg::item_row, {.list = title, .number = static_cast<int>(row + 1)}))};
            for (const auto& member : members) add(parts, member, row);
            nodes_.push_back(doc::block(Tag::Section, Style::Part, std::move(parts),
                                        {.key = std::string(list) + std::to_string(row)}));
        }
        nodes_.push_back(doc::block(
            Tag::Div, Style::Actions,
            {doc::text(Tag::Button, Style::QuietButton, doc::Text(title + " · ").append(tr_(msg::item_add_row)),
                       {.attributes = {{Attribute::Type, "submit"},
                                       {Attribute::Name, "row"},
                                       {Attribute::Value, std::string(list)}}})},
            {.key = "add-" + std::string(list)}));
    }

    const i18n::Text& tr_;
    const ItemData& data_;
    std::vector<base::Language> languages_;
    Nodes nodes_;
};

}  // namespace

doc::Node hidden_field(std::string name, std::string value) {
    return doc::control(
        Tag::Input, Style::Hidden,
        {.key = "hidden-" + name,
         .attributes = {
             {Attribute::Type, "hidden"}, {Attribute::Name, std::move(name)}, {Attribute::Value, std::move(value)}}});
}

doc::Node check_option(std::string key, const std::string& name, const std::string& value, doc::Text words,
                       bool is_ticked) {
    doc::Options options{.attributes = {{Attribute::Type, "checkbox"},
                                        {Attribute::Name, name},
                                        {Attribute::Value, value},
                                        {Attribute::Id, name + "-" + value}}};
    if (is_ticked) options.attributes.emplace_back(Attribute::Checked, "");
    return doc::block(Tag::Label, Style::Option,
                      {doc::control(Tag::Input, Style::OptionCheck, std::move(options)),
                       doc::text(Tag::Div, Style::OptionText, std::move(words))},
                      {.key = std::move(key)});
}

doc::Text words_of_path(const i18n::Text& tr, domain::ItemKind kind, std::string_view path) {
    const auto place = domain::find_place(kind, path);
    if (!place) return doc::value(path);
    const auto label = label_of(tr, *place);
    if (!place->row) return label;
    const auto list = tr(msg::item_row, {.list = i18n::plain(tr(words_of_list(place->field->list))),
                                         .number = static_cast<int>(*place->row + 1)});
    return doc::Text(list).append(" · ").append(label);
}

doc::Node field_of_path(const i18n::Text& tr, domain::ItemKind kind, std::string_view path, std::string value,
                        FieldRemarks remarks, const std::vector<domain::Court>& courts) {
    const auto place = domain::find_place(kind, path);
    assert(place && "a field of the form stands in the table of its kind");
    const auto form = place->field->form;
    if (form == ItemForm::Choice || form == ItemForm::Court)
        return choice_field(tr, *place, std::string(path), value, std::move(remarks.error), courts);
    TextField field{.name = std::string(path), .label = label_of(tr, *place)};
    field.hint = hint_of(tr, *place->field);
    field.error = std::move(remarks.error);
    field.notes = std::move(remarks.notes);
    field.value = std::move(value);
    if (form == ItemForm::Moment) std::ranges::replace(field.value, 'T', ' ');
    field.kind = kind_of(form);
    if (place->language) field.language = pages::foreign(tr, *place->language);
    return pages::text_field(std::move(field));
}

std::vector<doc::Node> item_fields(const i18n::Text& tr, const ItemData& data) { return Form(tr, data).nodes(); }

std::vector<pages::ErrorLine> item_error_lines(const i18n::Text& tr, const ItemData& data) {
    std::vector<pages::ErrorLine> lines;
    for (const auto& error : data.errors) {
        const auto place = domain::find_place(data.item.kind, error.path);
        auto words = place ? words_of_path(tr, data.item.kind, error.path).append(" · ") : doc::Text();
        words.append(problem_words(tr, error.problem, place ? place->field->limit : 0));
        lines.push_back({place ? error.path : "send", std::move(words)});
    }
    if (data.step_problem)
        lines.push_back({data.step_problem == domain::StepProblem::ChecksFailed ? "checks" : "next",
                         problem_words(tr, *data.step_problem)});
    if (data.is_unavailable) lines.push_back({"send", tr(msg::item_problem_unavailable)});
    return lines;
}

}  // namespace desk
