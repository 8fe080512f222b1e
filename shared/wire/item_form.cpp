#include "shared/wire/item_form.hpp"

#include <algorithm>
#include <charconv>

#include "shared/base/day_text.hpp"
#include "shared/base/pairs.hpp"
#include "shared/domain/text.hpp"

namespace wire {
namespace {

// Buttons and what the form knows of itself; everything else is a path.
constexpr std::size_t fields_of_the_form = 4;

std::optional<int> number_of(const base::Pairs& pairs, std::string_view name) {
    const auto text = base::single(pairs, name);
    if (!text) return std::nullopt;
    int number = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error != std::errc() || end != text->data() + text->size() || number < 0) return std::nullopt;
    return number;
}

std::string text_of(const base::Pairs& pairs, std::string_view name) {
    return domain::clean_typed(base::single(pairs, name).value_or(""));
}

// A person types a space where ISO 8601 wants a T.
std::string iso_of(std::string text) {
    constexpr std::size_t day = std::string_view("2026-11-26").size();
    if (text.size() > day && text[day] == ' ') text[day] = 'T';
    return text;
}

bool take_wish(ItemForm& form, std::string_view word) {
    using enum ItemForm::Wish;
    if (word.empty() || word == "save") return true;
    if (word == keep_values) form.wish = Keep;
    else if (word == preview_values) form.wish = Preview;
    else if (word.starts_with(mend_values)) form.wish = Mend;
    else return false;
    if (form.wish != Mend || word == mend_values) return true;
    word.remove_prefix(mend_values.size());
    const auto colon = word.find(':', 1);
    if (!word.starts_with(':') || colon == word.npos || colon + 1 == word.size()) return false;
    form.mend = {domain::parse_flaw(word.substr(1, colon - 1)), std::string(word.substr(colon + 1))};
    return form.mend.flaw.has_value();
}

void take_value(ItemForm& form, const std::string& path, std::string text) {
    const auto place = domain::find_place(form.kind, path);
    const bool is_moment = place && place->field->form == domain::ItemForm::Moment;
    form.values.emplace(path, is_moment ? iso_of(std::move(text)) : std::move(text));
}

}  // namespace

std::string mend_value(domain::Flaw flaw, std::string_view path) {
    return std::string(mend_values).append(":").append(name_of(flaw)).append(":").append(path);
}

std::optional<ItemForm> parse_item_form(std::string_view body) {
    const auto pairs = base::parse_pairs(body, domain::item_values_limit + fields_of_the_form);
    if (!pairs) return std::nullopt;
    const auto kind = domain::parse_item_kind(base::single(*pairs, "kind").value_or(""));
    const auto version = number_of(*pairs, "version");
    if (!kind || !version) return std::nullopt;
    ItemForm form{.kind = *kind, .version = *version, .row = text_of(*pairs, "row"), .values = {}};
    if (!take_wish(form, text_of(*pairs, "do"))) return std::nullopt;
    for (const auto& [name, value] : *pairs) {
        if (name == "kind" || name == "version" || name == "row" || name == "do") continue;
        if (form.values.contains(name)) return std::nullopt;
        take_value(form, name, domain::clean_typed(value));
    }
    return form;
}

std::optional<ItemStepForm> parse_item_step_form(std::string_view body) {
    const auto pairs = base::parse_pairs(body);
    if (!pairs) return std::nullopt;
    const auto name = base::single(*pairs, "step").value_or("");
    const auto step = domain::parse_item_step(name);
    const auto version = number_of(*pairs, "version");
    if (!step || !version) return std::nullopt;
    return ItemStepForm{.step = *step,
                        .version = *version,
                        .at = text_of(*pairs, name + "-at"),
                        .until = text_of(*pairs, name + "-until"),
                        .reason = text_of(*pairs, name + "-reason")};
}

std::optional<ItemRestoreForm> parse_item_restore_form(std::string_view body) {
    const auto pairs = base::parse_pairs(body);
    if (!pairs) return std::nullopt;
    const auto version = number_of(*pairs, "version"), to = number_of(*pairs, "to");
    if (!version || !to) return std::nullopt;
    return ItemRestoreForm{*version, *to};
}

std::optional<base::LocalTime> parse_typed_moment(std::string_view text) {
    return base::parse_local_time(iso_of(std::string(text)));
}

}  // namespace wire
