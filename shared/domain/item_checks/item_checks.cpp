#include "shared/domain/item_checks/item_checks.hpp"

#include <algorithm>
#include <iterator>

#include "shared/domain/item_checks/terms.hpp"
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

// A mend adds letters, as no-break spaces before signs: one beyond the limit would be refused when it is saved.
void drop_long_mends(CheckFindings& findings, std::size_t limit) {
    for (auto& finding : findings)
        if (finding.mend && limit > 0 && count_code_points(*finding.mend).value_or(limit + 1) > limit)
            finding.mend.reset();
}

// One mend may make room for the next.
std::string mended_text(const std::string& path, const PathPlace& place, std::string text, std::optional<Flaw> flaw,
                        const ReadMarkdown& blocks_of) {
    for (std::size_t round = 0; round < flaw_count; ++round) {
        auto findings = check_text(path, place.field->form, *place.language, text, blocks_of);
        drop_long_mends(findings, place.field->limit);
        const auto found =
            std::ranges::find_if(findings, [&](const auto& one) { return one.mend && (!flaw || one.flaw == *flaw); });
        if (found == findings.end()) break;
        text = *found->mend;
    }
    return text;
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

CheckFindings check_item(ItemKind kind, const Values& values, const ReadMarkdown& blocks_of, const Glossary& glossary) {
    CheckFindings findings;
    const auto original = original_of(values);
    Values within;  // Those that are within their limits.
    for (auto& path : missing_values(kind, values))
        findings.push_back({std::move(path), Severity::Must, Flaw::Missing});
    for (const auto& [path, text] : values) {
        const auto place = find_place(kind, path);
        if (!place || place->field == nullptr || text.empty()) continue;
        const auto& field = *place->field;
        const auto count = count_code_points(text).value_or(text.size());
        if (field.limit > 0 && count > field.limit) {  // Nothing else is looked at: nobody bounds what it costs.
            findings.push_back({path, Severity::Must, Flaw::TooLong, {}, count, field.limit, {}});
            continue;
        }
        within.emplace(path, text);
        if (!place->language || !is_words(field.form)) continue;
        auto of_text = check_text(path, field.form, *place->language, text, blocks_of);
        drop_long_mends(of_text, field.limit);
        for (auto& finding : of_text)  // A translation does not hold the original back.
            if (finding.flaw == Flaw::WrongScript && place->language != original) finding.severity = Severity::Should;
        append(findings, std::move(of_text));
        check_languages(findings, *place, values);
    }
    append(findings, check_terms(kind, within, glossary));
    std::ranges::stable_sort(findings, {}, &CheckFinding::path);
    return findings;
}

std::size_t mend(ItemKind kind, Values& values, std::string_view path, std::optional<Flaw> flaw,
                 const ReadMarkdown& blocks_of) {
    std::size_t mended = 0;
    for (auto& [at, text] : values) {
        const auto place = find_place(kind, at);
        if (!path.empty() && at != path) continue;
        if (!place || !place->language || !is_words(place->field->form)) continue;
        if (count_code_points(text).value_or(text.size()) > place->field->limit) continue;
        auto after = mended_text(at, *place, text, flaw, blocks_of);
        if (after == text) continue;
        text = std::move(after);
        ++mended;
    }
    return mended;
}

}  // namespace domain
