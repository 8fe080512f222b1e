#include "shared/domain/item_checks/finding.hpp"

namespace domain {

std::string_view name_of(Flaw flaw) {
    constexpr std::array<std::string_view, flaw_count> names{
        "missing",          "missing-language", "too-long",          "wrong-script",
        "long-sentence",    "doubled-space",    "space-before-sign", "no-break-space",
        "foreign-sign",     "foreign-digit",    "foreign-quote",     "straight-quote",
        "tatweel",          "foreign-letter",   "look-alike",        "mark-without-letter",
        "heading-order",    "only-headings",    "too-complex",       "empty-link-words",
        "address-as-words", "unsafe-link",      "file-name",         "locked-term"};
    return names[static_cast<std::size_t>(flaw)];
}

}  // namespace domain
