#include "shared/domain/moderation_rules.hpp"

#include <algorithm>

namespace domain {
namespace {

constexpr std::array<std::string_view, portal_rules.size()> names{"link-spam", "advertising", "campaign", "likely-harm",
                                                                  "everything-waits"};

std::expected<PortalRule, RuleProblem> rule_named(std::string_view name) {
    if (const auto rule = parse_portal_rule(name)) return *rule;
    return std::unexpected(parse_concern(name) ? RuleProblem::Fixed : RuleProblem::Unknown);
}

}  // namespace

std::string_view name_of(PortalRule rule) { return names[static_cast<std::size_t>(rule)]; }

std::optional<PortalRule> parse_portal_rule(std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<PortalRule>(found - names.begin());
}

bool is_on_by_default(PortalRule rule) { return rule != PortalRule::EverythingWaits; }

std::optional<PortalRule> rule_of(Concern concern) {
    switch (concern) {
        case Concern::LinkSpam: return PortalRule::LinkSpam;
        case Concern::Advertising: return PortalRule::Advertising;
        case Concern::Campaign: return PortalRule::Campaign;
        case Concern::LikelyHarm: return PortalRule::LikelyHarm;
        default: return std::nullopt;
    }
}

std::optional<FixedFor> fixed_for(Concern concern) {
    using enum Concern;
    switch (concern) {
        case CaseNumber:
        case AboutACase:
        case NamesJudge:
        case NamesParty: return FixedFor::Justice;
        case PhoneNumber:
        case IdentityNumber:
        case DoxingAddress: return FixedFor::Privacy;
        case Insult:
        case Threat:
        case Hate:
        case Sexual:
        case AccusesPerson:
        case BribeOffer: return FixedFor::Dignity;
        case FirstContribution: return FixedFor::Unasked;
        case LinkSpam:
        case Advertising:
        case Campaign:
        case LikelyHarm: break;
    }
    return std::nullopt;
}

Concerns ModerationRules::switched_off() const {
    Concerns off{};
    for (std::size_t i = 0; i < concern_count; ++i)
        if (const auto rule = rule_of(static_cast<Concern>(i))) off[i] = !is_on(*rule);
    return off;
}

std::vector<std::string> what_holds(std::span<const std::string> concerns, const ModerationRules& rules) {
    std::vector<std::string> holding;
    for (const auto& name : concerns) {
        const auto concern = parse_concern(name);
        const auto rule = concern ? rule_of(*concern) : std::nullopt;
        if (!rule || rules.is_on(*rule)) holding.push_back(name);
    }
    if (holding.empty() && rules.is_on(PortalRule::EverythingWaits))
        holding.emplace_back(name_of(PortalRule::EverythingWaits));
    return holding;
}

std::expected<ModerationRules, RuleProblem> choose(ModerationRules rules, std::span<const std::string> shown,
                                                   std::span<const std::string> ticked) {
    if (shown.empty()) return std::unexpected(RuleProblem::Nothing);
    for (const auto& name : shown) {
        const auto rule = rule_named(name);
        if (!rule) return std::unexpected(rule.error());
        rules.set(*rule, std::ranges::contains(ticked, name));
    }
    for (const auto& name : ticked) {
        if (const auto rule = rule_named(name); !rule) return std::unexpected(rule.error());
        if (!std::ranges::contains(shown, name)) return std::unexpected(RuleProblem::Unknown);
    }
    return rules;
}

}  // namespace domain
