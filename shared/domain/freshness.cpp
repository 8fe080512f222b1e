#include "shared/domain/freshness.hpp"

#include <algorithm>

#include "shared/domain/hours.hpp"

namespace domain {
namespace {

struct AgingFact {
    std::string path;
    const ItemField* field = nullptr;
    std::string_view text;
};

// What is said in the original language, and what has none.
std::vector<AgingFact> aging_facts(ItemKind kind, const Values& values) {
    std::vector<AgingFact> facts;
    const auto original = original_of(values);
    for (const auto& [path, text] : values) {
        const auto place = find_place(kind, path);
        if (!place || place->field->maximum_age_days == 0 || (place->language && place->language != original)) continue;
        facts.push_back({path_of(*place->field, place->row), place->field, text});
    }
    std::ranges::sort(facts, {}, &AgingFact::path);
    return facts;
}

// Of the same words at the same place, else elsewhere in its list.
const Verification* earlier(const std::vector<AgingFact>& old_facts, const Verifications& before,
                            const AgingFact& fact) {
    const auto says_it = [&](const AgingFact& old) { return old.field == fact.field && old.text == fact.text; };
    for (const auto& old : old_facts)
        if (old.path == fact.path && says_it(old)) return find(before, old.path);
    const auto moved = std::ranges::find_if(old_facts, says_it);
    return moved == old_facts.end() ? nullptr : find(before, moved->path);
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
    const auto old_facts = aging_facts(kind, old_values);
    Verifications after;
    for (const auto& fact : aging_facts(kind, values)) {
        const auto* known = earlier(old_facts, before, fact);
        after.push_back(verified(fact, known ? known->by : by));
    }
    return after;
}

Verifications verified_in(ItemKind kind, const Values& older, const Verifications& known, const Values& newest,
                          const Verifications& facts) {
    const auto said = aging_facts(kind, newest);
    Verifications all;
    for (const auto& fact : aging_facts(kind, older)) {
        const auto* found = earlier(said, facts, fact);
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

}  // namespace domain
