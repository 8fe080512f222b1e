#include "shared/domain/freshness.hpp"

#include <algorithm>

#include "shared/domain/hours.hpp"

namespace domain {
namespace {

struct AgingFact {
    std::string path;
    const ItemField* field = nullptr;
    std::optional<std::size_t> row;
    std::string text;  // All that it says.
};

// Words that only name a value do not grow old, the value does.
bool is_label(ItemKind kind, const Values& values, const ItemField& field, std::optional<std::size_t> row) {
    const auto* other = find_stand_in(kind, field);
    return other != nullptr && is_said(values, *other, row);
}

// A number says nothing without its kind. `language` where the field is localized.
std::string said(ItemKind kind, const Values& values, const ItemField& field, std::optional<std::size_t> row,
                 std::optional<base::Language> language) {
    std::string text;
    if (const auto* kind_of_value = find_field(kind, field.list, field.comes_with))
        text.append(text_at(values, path_of(*kind_of_value, row))).append("\n");
    return text.append(text_at(values, path_of(field, row, language)));
}

// What is said in `language`, and what has none.
std::vector<AgingFact> aging_facts(ItemKind kind, const Values& values, std::optional<base::Language> language) {
    std::vector<AgingFact> facts;
    for (const auto& [path, text] : values) {
        const auto place = find_place(kind, path);
        if (!place || place->field->maximum_age_days == 0 || (place->language && place->language != language)) continue;
        const auto& [field, row, of] = *place;
        if (is_label(kind, values, *field, row)) continue;
        facts.push_back({path_of(*field, row), field, row, said(kind, values, *field, row, of)});
    }
    std::ranges::sort(facts, {}, &AgingFact::path);
    return facts;
}

// By what a row of a list is known: every list whose facts grow old has a text, or a value with its kind.
std::string words_of_row(const Values& values, std::string_view list, std::size_t row, base::Language language) {
    const auto prefix = std::string(list).append("/").append(std::to_string(row)).append("/");
    std::string words;
    for (const auto& name : {std::string("kind"), std::string("value"), std::string("text/").append(code_of(language))})
        if (const auto text = text_at(values, prefix + name); !text.empty()) words.append(text).append("\n");
    return words;
}

std::optional<std::size_t> row_with(const Values& values, std::string_view list, std::string_view words,
                                    base::Language language) {
    for (std::size_t row = 0; row < rows_of(values, list); ++row)
        if (words_of_row(values, list, row, language) == words) return row;
    return std::nullopt;
}

// Where a row of `values` stands in `others`: where its words do, else in its own place, if those who stood there are
// nowhere now.
std::optional<std::size_t> same_row(const Values& values, std::string_view list, std::size_t row, const Values& others,
                                    base::Language language) {
    if (const auto moved = row_with(others, list, words_of_row(values, list, row, language), language)) return moved;
    const auto other_words = words_of_row(others, list, row, language);
    if (other_words.empty() || row_with(values, list, other_words, language)) return std::nullopt;
    return row;
}

// What is known of a fact of `values` in `others`, where it says the same there; null where it does not.
const Verification* known_in(ItemKind kind, const AgingFact& fact, const Values& values, const Values& others,
                             const Verifications& facts, std::optional<base::Language> language) {
    if (!language) return nullptr;
    auto row = fact.row;
    if (row) row = same_row(values, fact.field->list, *row, others, *language);
    if (fact.row && !row) return nullptr;
    const auto of = fact.field->localized ? language : std::nullopt;
    return said(kind, others, *fact.field, row, of) == fact.text ? find(facts, path_of(*fact.field, row)) : nullptr;
}

Verification verified(const AgingFact& fact, const Verifier& by) {
    return {fact.path, by, plus_days(by.on, fact.field->maximum_age_days)};
}

}  // namespace

const Verification* find(const Verifications& facts, std::string_view path) {
    const auto found = std::ranges::find(facts, path, &Verification::path);
    return found == facts.end() ? nullptr : &*found;
}

std::string path_in_original(ItemKind kind, std::string_view path, base::Language original) {
    std::string whole(path);
    if (!find_place(kind, whole)) whole.append("/").append(base::code_of(original));
    return whole;
}

Verifications verified_after_save(ItemKind kind, const Values& old_values, const Verifications& before,
                                  const Values& values, const Verifier& by) {
    const auto original = original_of(values);
    Verifications after;
    for (const auto& fact : aging_facts(kind, values, original)) {
        const auto* known = known_in(kind, fact, values, old_values, before, original);
        after.push_back(verified(fact, known ? known->by : by));
    }
    return after;
}

Verifications verified_in(ItemKind kind, const Values& older, const Verifications& known, const Values& newest,
                          const Verifications& facts) {
    const auto original = original_of(older);
    Verifications all;
    for (const auto& fact : aging_facts(kind, older, original)) {
        const auto* found = known_in(kind, fact, older, newest, facts, original);
        if (found == nullptr) found = find(known, fact.path);
        if (found != nullptr) all.push_back(verified(fact, found->by));
    }
    return all;
}

std::optional<base::Date> next_end(const Verifications& facts, base::Date today) {
    std::optional<base::Date> next;
    for (const auto& fact : facts)
        if (fact.by.account != 0 && fact.until >= today) next = std::min(next.value_or(fact.until), fact.until);
    return next;
}

bool verify(Verifications& facts, ItemKind kind, std::string_view path, const Verifier& by) {
    const auto found = std::ranges::find(facts, path, &Verification::path);
    const auto place = find_place(kind, path_in_original(kind, path, base::Language::Ar));
    if (found == facts.end() || !place) return false;
    found->by = by;
    found->until = plus_days(by.on, place->field->maximum_age_days);
    return true;
}

void vouch(Verifications& facts, ItemKind kind, const Verifier& by) {
    for (std::size_t i = 0; i < facts.size(); ++i)
        if (facts[i].by.account == 0) verify(facts, kind, std::string(facts[i].path), by);
}

}  // namespace domain
