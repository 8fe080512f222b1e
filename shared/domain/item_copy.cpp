#include "shared/domain/item_copy.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "shared/base/day_text.hpp"
#include "shared/base/id.hpp"

namespace domain {
namespace {

template <class Number>
std::optional<Number> number_in(std::string_view text) {
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 1) return std::nullopt;
    return number;
}

bool is_source(const ItemField& field) { return field.name.ends_with("-source"); }

}  // namespace

std::string print(const CopySource& source) {
    std::string text = source.district;
    for (const auto part : {name_of(source.kind), std::string_view(source.slug)}) text.append("/").append(part);
    for (const auto number : {source.item, std::int64_t{source.version}})
        text.append("/").append(std::to_string(number));
    return text.append("/").append(base::print(source.date));
}

std::optional<CopySource> parse_copy_source(std::string_view text) {
    std::array<std::string_view, 6> parts;
    for (auto& part : parts) {
        const bool is_last = &part == &parts.back();
        const auto end = text.find('/');
        if ((end == std::string_view::npos) != is_last) return std::nullopt;
        part = text.substr(0, end);
        text.remove_prefix(is_last ? text.size() : end + 1);
    }
    const auto kind = parse_item_kind(parts[1]);
    const auto item = number_in<std::int64_t>(parts[3]);
    const auto version = number_in<int>(parts[4]);
    const auto date = base::parse_date(parts[5]);
    if (!base::is_slug(parts[0]) || !kind || !base::is_slug(parts[2]) || !item || !version || !date)
        return std::nullopt;
    return CopySource{std::string(parts[0]), *kind, std::string(parts[2]), *item, *version, *date};
}

std::optional<CopySource> source_of(const Values& values) {
    return parse_copy_source(text_at(values, copied_from_path));
}

void set_source(Values& values, const std::optional<CopySource>& source) {
    const std::string path(copied_from_path);
    if (source) values.insert_or_assign(path, print(*source));
    else values.erase(path);
}

bool can_be_copied(ItemKind kind) {
    return kind != ItemKind::Court && kind != ItemKind::Hours && kind != ItemKind::Notice;
}

Values copy_of(ItemKind kind, const Values& published) {
    Values values;
    for (const auto& [path, text] : published)
        if (const auto place = find_place(kind, path); place && !place->field->is_local) values.emplace(path, text);
    return values;
}

std::vector<std::string> open_local_fields(ItemKind kind, const Values& values) {
    const auto original = original_of(values);
    std::vector<std::string> open;
    for (const auto& field : fields_of(kind)) {
        if (!field.is_local || is_source(field)) continue;
        const bool is_member = !field.list.empty();
        const auto language = field.localized ? original : std::nullopt;
        const auto rows = is_member ? rows_of(values, field.list) : 1;
        for (std::size_t row = 0; row < rows; ++row) {
            auto path = path_of(field, is_member ? std::optional(row) : std::nullopt, language);
            if (!text_at(values, path).empty()) continue;
            open.push_back(std::move(path));
            break;
        }
    }
    return open;
}

}  // namespace domain
