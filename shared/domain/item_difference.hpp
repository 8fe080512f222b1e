// What changed between two revisions, and how two changes of the same revision meet: by path, never within a text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/domain/item.hpp"

namespace domain {

struct ValueChange {
    std::string path;
    std::string before;  // Empty: was not there.
    std::string after;   // Empty: is not there.
    bool operator==(const ValueChange&) const = default;
};
// In the order of paths; nothing where both are the same.
std::vector<ValueChange> difference(const Values& before, const Values& after);

enum class MergeSide : std::uint8_t {
    Unchanged,
    Mine,
    Theirs,
    Same,      // Both changed it, to the same.
    Conflict,  // Both changed it, each to something else.
};
std::string_view name_of(MergeSide side);  // "conflict"

struct MergeFact {
    std::string path;
    std::string base;
    std::string mine;
    std::string theirs;
    MergeSide side = MergeSide::Unchanged;
    bool operator==(const MergeFact&) const = default;
};
// Of every path that one of the three has, in the order of paths.
std::vector<MergeFact> merge_facts(const Values& base, const Values& mine, const Values& theirs);
// Each side's own changes; where they conflict, those of `conflicts`.
Values merged(const std::vector<MergeFact>& facts, MergeSide conflicts);

}  // namespace domain
