#include "shared/domain/concern.hpp"

#include <algorithm>

namespace domain {
namespace {

constexpr std::array<std::string_view, concern_count> names{
    "insult",      "threat",       "hate",           "sexual",      "phone-number",   "identity-number",
    "case-number", "about-a-case", "names-judge",    "names-party", "accuses-person", "link-spam",
    "advertising", "campaign",     "doxing-address", "bribe-offer", "likely-harm",    "first-contribution"};

}  // namespace

std::string_view name_of(Concern concern) { return names[static_cast<std::size_t>(concern)]; }

std::optional<Concern> parse_concern(std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Concern>(found - names.begin());
}

bool is_private(Concern concern) {
    switch (concern) {
        case Concern::CaseNumber:
        case Concern::AboutACase:
        case Concern::NamesJudge:
        case Concern::NamesParty: return true;
        default: return false;
    }
}

bool is_certain(Concern concern) {
    switch (concern) {
        case Concern::PhoneNumber:
        case Concern::IdentityNumber:
        case Concern::CaseNumber:
        case Concern::LinkSpam:
        case Concern::DoxingAddress:
        case Concern::FirstContribution: return true;
        default: return false;
    }
}

}  // namespace domain
