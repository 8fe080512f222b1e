// Which facts of a text grow old, when somebody last verified each, and until when it holds. Days are those of the wall
// calendar of Morocco.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.hpp"
#include "shared/domain/item.hpp"

namespace domain {

inline constexpr int duty_days_ahead = 30;  // What falls due within them is a duty already.

struct Verifier {
    base::Date on;
    std::int64_t account = 0;  // 0: the seed.
    std::string role;
    bool operator==(const Verifier&) const = default;
};

struct Verification {
    std::string path;  // Of the fact, without a language: "papers/0/text", "fee".
    Verifier by;
    base::Date until;  // The last day on which it holds.
    bool operator==(const Verification&) const = default;
};
using Verifications = std::vector<Verification>;  // Sorted by path.

// The path under which the fact's own words stand: "papers/0/text/ar".
std::string path_in_original(ItemKind kind, std::string_view path, base::Language original);

// After a save: whoever changes what a fact says in the language that it was thought in has verified it. A row is known
// by its words, wherever it stands in its list; a translation verifies nothing, nor does it to call one the original.
Verifications verified_after_save(ItemKind kind, const Values& old_values, const Verifications& before,
                                  const Values& values, const Verifier& by);
// What is known of an older version: of a fact that the newest says, too, what is known there, else what was known.
Verifications verified_in(ItemKind kind, const Values& older, const Verifications& known, const Values& newest,
                          const Verifications& facts);
// The first of the days from `today` on that is the last one of a fact; the seed's do not count.
std::optional<base::Date> next_end(const Verifications& facts, base::Date today);
// Null where there is none at this path.
const Verification* find(const Verifications& facts, std::string_view path);
// Somebody says that it is still right. False where there is no such fact.
bool verify(Verifications& facts, ItemKind kind, std::string_view path, const Verifier& by);

// Of what nobody has verified: whoever publishes a text says that it is right.
void vouch(Verifications& facts, ItemKind kind, const Verifier& by);

}  // namespace domain
