#include "shared/domain/item.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "shared/base/day_text.hpp"
#include "shared/base/id.hpp"
#include "shared/domain/body.hpp"
#include "shared/domain/contact.hpp"
#include "shared/domain/rating.hpp"

namespace domain {
namespace {

constexpr std::array<std::string_view, item_problem_count> problem_names{
    "path-unknown",    "value-missing", "text-too-long",   "text-broken",   "date-unfit", "moment-unfit",
    "time-unfit",      "number-unfit",  "choice-unknown",  "address-unfit", "slug-unfit", "too-early",
    "too-many-values", "too-large",     "telephone-unfit", "email-unfit"};

// "papers", "0", "text", "zgh": up to four parts; more make no path.
struct Parts {
    std::array<std::string_view, 4> part;
    std::size_t count = 0;
};

std::optional<Parts> split(std::string_view path) {
    Parts parts;
    for (;;) {
        if (parts.count == parts.part.size()) return std::nullopt;
        const auto slash = path.find('/');
        parts.part[parts.count++] = path.substr(0, slash);
        if (slash == std::string_view::npos) return parts;
        path.remove_prefix(slash + 1);
    }
}

// Without leading zeros: a row has one name.
std::optional<std::size_t> parse_row(std::string_view text) {
    const bool is_number = base::has_form(text, "d") || (base::has_form(text, "dd") && text[0] != '0');
    if (!is_number) return std::nullopt;
    const auto row = static_cast<std::size_t>(base::number_in(text));
    return row < list_rows_limit ? std::optional(row) : std::nullopt;
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

std::string trimmed(std::string text) {
    while (!text.empty() && is_space(text.back())) text.pop_back();
    text.erase(0, static_cast<std::size_t>(std::ranges::find_if_not(text, is_space) - text.begin()));
    return text;
}

// Of the body only blank lines at its ends go: spaces in front of its first line may mean something.
std::string without_blank_ends(std::string text) {
    while (!text.empty() && is_space(text.back())) text.pop_back();
    text.erase(0, std::min(text.find_first_not_of('\n'), text.size()));
    return text;
}

// As every page shows it: a paragraph has no lines of its own.
std::string with_single_spaces(std::string text) {
    std::ranges::replace_if(text, is_space, ' ');
    const auto rest = std::ranges::unique(text, [](char a, char b) { return a == ' ' && b == ' '; });
    text.erase(rest.begin(), rest.end());
    return text;
}

std::string cleaned(const ItemField& field, std::string_view typed) {
    auto text = clean_text(typed);
    if (field.form == ItemForm::Markdown) return without_blank_ends(std::move(text));
    return trimmed(with_single_spaces(std::move(text)));
}

bool is_number(std::string_view text) {
    return base::has_form(text, "d") || base::has_form(text, "dd") || base::has_form(text, "ddd");
}

// `text` is cleaned and not empty.
std::optional<ItemProblem> check_form(const ItemField& field, std::string_view text) {
    using enum ItemForm;
    const auto unless = [](bool fits, ItemProblem problem) { return fits ? std::nullopt : std::optional(problem); };
    switch (field.form) {
        case Line:
        case Text:
        case Markdown: return unless(count_code_points(text).value_or(0) <= field.limit, ItemProblem::TooLong);
        case Date: return unless(base::parse_date(text).has_value(), ItemProblem::DateUnfit);
        case Moment: return unless(base::parse_local_time(text).has_value(), ItemProblem::MomentUnfit);
        case Number: return unless(is_number(text), ItemProblem::NumberUnfit);
        case Choice: return unless(std::ranges::contains(field.choices, text), ItemProblem::ChoiceUnknown);
        case Address: return unless(is_web_address(text) && text.size() <= field.limit, ItemProblem::AddressUnfit);
        case Time: return unless(base::parse_clock_time(text).has_value(), ItemProblem::TimeUnfit);
        case Court: return unless(base::is_slug(text), ItemProblem::SlugUnfit);
        case Contact: return unless(text.size() <= field.limit, ItemProblem::TooLong);
    }
    return std::nullopt;
}

ItemProblem problem_of(ContactKind kind) {
    switch (kind) {
        case ContactKind::Telephone:
        case ContactKind::Fax: return ItemProblem::TelephoneUnfit;
        case ContactKind::Email: return ItemProblem::EmailUnfit;
        case ContactKind::Website: break;
    }
    return ItemProblem::AddressUnfit;
}

// By the kind that its row names; without one it stays as it was typed. `text` becomes what is kept.
std::optional<ItemProblem> check_contact(ItemKind kind, const PathPlace& place, const Values& typed,
                                         std::string& text) {
    const auto* named = find_field(kind, place.field->list, place.field->comes_with);
    assert(named && "a contact comes with its kind");
    const auto contact = parse_contact_kind(cleaned(*named, text_at(typed, path_of(*named, place.row))));
    if (!contact) return std::nullopt;
    auto printed = printed_contact(*contact, text);
    if (!printed) return problem_of(*contact);
    text = std::move(*printed);
    return std::nullopt;
}

// A row may need what the table alone does not ask of it.
bool is_needed(ItemKind kind, const ItemField& field, const Values& values, std::optional<std::size_t> row) {
    const auto says = [&](const ItemField* one) { return one != nullptr && is_said(values, *one, row); };
    if (says(find_field(kind, field.list, field.comes_with))) return true;
    if (!field.required) return false;
    const auto* other = find_stand_in(kind, field);
    if (other == nullptr || says(&field)) return true;
    return !says(other) && !is_needed(kind, *other, values, row);
}

std::optional<ItemError> check_size(const Values& typed) {
    if (typed.size() > item_values_limit) return ItemError{"", ItemProblem::TooManyValues};
    std::size_t bytes = 0;
    for (const auto& [path, text] : typed) bytes += path.size() + text.size();
    if (bytes > item_bytes_limit) return ItemError{"", ItemProblem::TooLarge};
    return std::nullopt;
}

// Rows that were emptied go, and those after them move up.
Values without_gaps(ItemKind kind, const Values& values) {
    std::map<std::string_view, std::array<bool, list_rows_limit>> used;
    for (const auto& [path, text] : values)
        if (const auto place = find_place(kind, path); place->row) used[place->field->list][*place->row] = true;
    Values closed;
    for (const auto& [path, text] : values) {
        const auto place = find_place(kind, path);
        if (!place->row) {
            closed.emplace(path, text);
            continue;
        }
        const auto& rows = used[place->field->list];
        const auto row = std::ranges::count(rows.begin(), rows.begin() + *place->row, true);
        closed.emplace(path_of(*place->field, static_cast<std::size_t>(row), place->language), text);
    }
    return closed;
}

// Days, moments and times are written so that they sort as time does.
void check_order(ItemKind kind, CheckedValues& checked) {
    for (const auto& field : fields_of(kind)) {
        const auto* begin = find_field(kind, field.list, field.not_before);
        if (begin == nullptr) continue;
        const std::size_t rows = field.list.empty() ? 1 : rows_of(checked.values, field.list);
        for (std::size_t i = 0; i < rows; ++i) {
            const auto row = field.list.empty() ? std::nullopt : std::optional(i);
            auto path = path_of(field, row);
            const auto first = text_at(checked.values, path_of(*begin, row)), last = text_at(checked.values, path);
            if (first.empty() || last.empty()) continue;
            if (last < first || (field.form == ItemForm::Time && last == first))
                checked.errors.push_back({std::move(path), ItemProblem::TooEarly});
        }
    }
}

}  // namespace

std::string_view name_of(ItemProblem problem) { return problem_names[static_cast<std::size_t>(problem)]; }

std::optional<PathPlace> find_place(ItemKind kind, std::string_view path) {
    const auto parts = split(path);
    if (!parts) return std::nullopt;
    const auto row = parts->count > 2 ? parse_row(parts->part[1]) : std::nullopt;
    const bool is_member = row.has_value();
    const auto* field =
        is_member ? find_field(kind, parts->part[0], parts->part[2]) : find_field(kind, "", parts->part[0]);
    if (!field) return std::nullopt;
    const std::size_t used = is_member ? 3 : 1;
    if (parts->count != used + (field->localized ? 1 : 0)) return std::nullopt;
    PathPlace place{.field = field, .row = row, .language = {}};
    if (!field->localized) return place;
    place.language = base::parse_language(parts->part[used]);
    return place.language ? std::optional(place) : std::nullopt;
}

std::string path_of(const ItemField& field, std::optional<std::size_t> row, std::optional<base::Language> language) {
    std::string path;
    if (row) path.append(field.list).append("/").append(std::to_string(*row)).append("/");
    path += field.name;
    if (language) path.append("/").append(base::code_of(*language));
    return path;
}

std::string_view text_at(const Values& values, std::string_view path) {
    const auto found = values.find(path);
    return found == values.end() ? std::string_view() : found->second;
}

std::optional<base::Language> original_of(const Values& values) {
    return base::parse_language(text_at(values, "original"));
}

std::size_t rows_of(const Values& values, std::string_view list) {
    const auto prefix = std::string(list) + '/';
    std::size_t rows = 0;
    for (auto value = values.lower_bound(prefix); value != values.end() && value->first.starts_with(prefix); ++value) {
        const auto rest = std::string_view(value->first).substr(prefix.size());
        if (const auto row = parse_row(rest.substr(0, rest.find('/')))) rows = std::max(rows, *row + 1);
    }
    return rows;
}

bool is_said(const Values& values, const ItemField& field, std::optional<std::size_t> row) {
    if (!field.localized) return !text_at(values, path_of(field, row)).empty();
    return std::ranges::any_of(base::languages,
                               [&](auto language) { return !text_at(values, path_of(field, row, language)).empty(); });
}

std::vector<std::string> paths_of(ItemKind kind, const Values& values) {
    std::vector<std::string> paths;
    const auto add = [&](const ItemField& field, std::optional<std::size_t> row) {
        if (!field.localized && values.contains(path_of(field, row))) paths.push_back(path_of(field, row));
        if (!field.localized) return;
        for (const auto language : base::languages)
            if (auto path = path_of(field, row, language); values.contains(path)) paths.push_back(std::move(path));
    };
    const auto fields = fields_of(kind);
    for (auto field = fields.begin(); field != fields.end();) {
        const auto list = field->list;
        const auto end = std::find_if(field, fields.end(), [&](const auto& one) { return one.list != list; });
        if (list.empty())
            for (; field != end; ++field) add(*field, std::nullopt);
        else
            for (std::size_t row = 0; row < rows_of(values, list); ++row)
                for (auto member = field; member != end; ++member) add(*member, row);
        field = end;
    }
    return paths;
}

CheckedValues check_values(ItemKind kind, const Values& typed) {
    CheckedValues checked;
    if (auto error = check_size(typed)) {
        checked.errors.push_back(std::move(*error));
        return checked;
    }
    for (const auto& [path, text] : typed) {
        const auto place = find_place(kind, path);
        if (!place) {
            checked.errors.push_back({path, ItemProblem::PathUnknown});
            continue;
        }
        if (!count_code_points(text)) {
            checked.errors.push_back({path, ItemProblem::TextBroken});
            continue;
        }
        auto clean = cleaned(*place->field, text);
        if (clean.empty()) continue;
        auto problem = check_form(*place->field, clean);
        if (!problem && place->field->form == ItemForm::Contact) problem = check_contact(kind, *place, typed, clean);
        if (problem) checked.errors.push_back({path, *problem});
        checked.values.emplace(path, std::move(clean));
    }
    if (!text_at(checked.values, "original").empty()) check_order(kind, checked);
    else checked.errors.push_back({"original", ItemProblem::Missing});
    if (checked.errors.empty()) checked.values = without_gaps(kind, checked.values);
    return checked;
}

std::vector<std::string> missing_values(ItemKind kind, const Values& values) {
    const auto original = original_of(values);
    std::vector<std::string> missing;
    for (const auto& field : fields_of(kind)) {
        const auto language = field.localized ? original : std::nullopt;
        const auto rows =
            field.list.empty() ? 1 : std::max(rows_of(values, field.list), std::size_t{field.needs_row ? 1U : 0U});
        for (std::size_t row = 0; row < rows; ++row) {
            const auto place = field.list.empty() ? std::nullopt : std::optional(row);
            auto path = path_of(field, place, language);
            if (text_at(values, path).empty() && is_needed(kind, field, values, place))
                missing.push_back(std::move(path));
        }
    }
    // A season has both its ends.
    if (kind == ItemKind::Hours && values.contains("first") != values.contains("last"))
        missing.push_back(values.contains("first") ? "last" : "first");
    return missing;
}

}  // namespace domain
