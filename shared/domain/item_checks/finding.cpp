#include "shared/domain/item_checks/finding.hpp"

#include <algorithm>

namespace domain {
namespace {

constexpr std::array<std::string_view, flaw_count> names{
    "missing",          "missing-language", "too-long",          "wrong-script",
    "long-sentence",    "doubled-space",    "space-before-sign", "no-break-space",
    "foreign-sign",     "foreign-digit",    "foreign-quote",     "straight-quote",
    "tatweel",          "foreign-letter",   "look-alike",        "mark-without-letter",
    "heading-order",    "only-headings",    "too-complex",       "empty-link-words",
    "address-as-words", "unsafe-link",      "file-name",         "lost-picture",
    "locked-term"};

}  // namespace

std::string_view name_of(Flaw flaw) { return names[static_cast<std::size_t>(flaw)]; }

std::optional<Flaw> parse_flaw(std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Flaw>(found - names.begin());
}

}  // namespace domain
