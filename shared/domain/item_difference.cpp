#include "shared/domain/item_difference.hpp"

#include <array>
#include <set>
#include <string_view>

namespace domain {
namespace {

std::set<std::string_view> paths_of(std::initializer_list<const Values*> all) {
    std::set<std::string_view> paths;
    for (const auto* values : all)
        for (const auto& [path, text] : *values) paths.insert(path);
    return paths;
}

MergeSide side_of(std::string_view base, std::string_view mine, std::string_view theirs) {
    if (mine == theirs) return mine == base ? MergeSide::Unchanged : MergeSide::Same;
    if (mine == base) return MergeSide::Theirs;
    return theirs == base ? MergeSide::Mine : MergeSide::Conflict;
}

}  // namespace

std::vector<ValueChange> difference(const Values& before, const Values& after) {
    std::vector<ValueChange> changes;
    for (const auto path : paths_of({&before, &after})) {
        const auto old_text = text_at(before, path), new_text = text_at(after, path);
        if (old_text != new_text) changes.push_back({std::string(path), std::string(old_text), std::string(new_text)});
    }
    return changes;
}

std::string_view name_of(MergeSide side) {
    constexpr std::array<std::string_view, 5> names{"unchanged", "mine", "theirs", "same", "conflict"};
    return names[static_cast<std::size_t>(side)];
}

std::vector<MergeFact> merge_facts(const Values& base, const Values& mine, const Values& theirs) {
    std::vector<MergeFact> facts;
    for (const auto path : paths_of({&base, &mine, &theirs})) {
        const auto was = text_at(base, path), my = text_at(mine, path), their = text_at(theirs, path);
        facts.push_back(
            {std::string(path), std::string(was), std::string(my), std::string(their), side_of(was, my, their)});
    }
    return facts;
}

Values merged(const std::vector<MergeFact>& facts, MergeSide conflicts) {
    Values values;
    for (const auto& fact : facts) {
        const auto side = fact.side == MergeSide::Conflict ? conflicts : fact.side;
        const auto& text = side == MergeSide::Theirs ? fact.theirs : fact.mine;
        if (!text.empty()) values.emplace(fact.path, text);
    }
    return values;
}

}  // namespace domain
