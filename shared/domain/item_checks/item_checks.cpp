#include "shared/domain/item_checks/item_checks.hpp"

#include <algorithm>
#include <iterator>

#include "shared/domain/item_checks/typography.hpp"
#include "shared/domain/text.hpp"

namespace domain {
namespace {

void append(CheckFindings& all, CheckFindings more) { std::ranges::move(more, std::back_inserter(all)); }

bool is_words(ItemForm form) { return form == ItemForm::Line || form == ItemForm::Text || form == ItemForm::Markdown; }

// Languages that lack what the original says.
void check_languages(CheckFindings& findings, const PathPlace& place, const Values& values) {
    const auto original = original_of(values);
    if (!original || place.language != original) return;
    for (const auto language : base::languages)
        if (auto path = path_of(*place.field, place.row, language); text_at(values, path).empty())
            findings.push_back({std::move(path), Severity::Should, Flaw::MissingLanguage});
}

}  // namespace

CheckFindings check_text(const std::string& path, ItemForm form, base::Language language, std::string_view text,
                         const ReadMarkdown& blocks_of) {
    const bool markdown = form == ItemForm::Markdown;
    auto findings = check_typography(path, language, text, markdown);
    if (form != ItemForm::Line) append(findings, check_sentences(path, language, text, markdown));
    if (markdown) append(findings, check_markdown(path, language, text, blocks_of));
    return findings;
}

CheckFindings check_item(ItemKind kind, const Values& values, const ReadMarkdown& blocks_of) {
    CheckFindings findings;
    for (auto& path : missing_values(kind, values))
        findings.push_back({std::move(path), Severity::Must, Flaw::Missing});
    for (const auto& [path, text] : values) {
        const auto place = find_place(kind, path);
        if (!place || place->field == nullptr) continue;
        const auto& field = *place->field;
        const auto count = count_code_points(text).value_or(text.size());
        if (field.limit > 0 && count > field.limit)
            findings.push_back({path, Severity::Must, Flaw::TooLong, {}, count, field.limit, {}});
        if (!place->language || !is_words(field.form)) continue;
        append(findings, check_text(path, field.form, *place->language, text, blocks_of));
        if (field.name == "alt") append(findings, check_alternative_text(path, text));
        check_languages(findings, *place, values);
    }
    std::ranges::stable_sort(findings, {}, &CheckFinding::path);
    return findings;
}

}  // namespace domain
