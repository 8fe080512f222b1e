// Which rules of moderation a portal may choose, and which hold everywhere.
#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/concern.hpp"

namespace domain {

// What a portal may switch on and off.
enum class PortalRule : std::uint8_t {
    LinkSpam,         // A court may be sent links on purpose: to a form, a map, a place.
    Advertising,      // Is a nuisance and hurts nobody.
    Campaign,         // Many who ask for the same do what they may.
    LikelyHarm,       // A guess of the program, where no rule spoke.
    EverythingWaits,  // Whatever comes is read first. Nobody is known, so it is also "whoever says something first".
};
inline constexpr std::array portal_rules{PortalRule::LinkSpam, PortalRule::Advertising, PortalRule::Campaign,
                                         PortalRule::LikelyHarm, PortalRule::EverythingWaits};
std::string_view name_of(
    PortalRule rule);  // "everything-waits": stable; where no other rule holds, it stands as a concern.
std::optional<PortalRule> parse_portal_rule(std::string_view name);
bool is_on_by_default(PortalRule rule);
std::optional<PortalRule> rule_of(Concern concern);  // Nothing: no portal chooses.

// Why a concern holds everywhere.
enum class FixedFor : std::uint8_t {
    Justice,  // About a case, a judge or a party: it is for the court alone, whatever a portal thinks of it.
    Privacy,  // Tells who somebody is or where they live: the law on personal data protects them, not the portal.
    Dignity,  // Insults, threatens or accuses somebody, or offers a bribe: it may be an offence to publish it.
    Unasked,  // Whether somebody said something before is not known here: it is never raised.
};
inline constexpr std::array fixed_for_all{FixedFor::Justice, FixedFor::Privacy, FixedFor::Dignity};
// Nothing where the portal chooses.
std::optional<FixedFor> fixed_for(Concern concern);

// As a portal judges: as all do, unless it says otherwise.
class ModerationRules {
public:
    bool is_on(PortalRule rule) const { return is_default(rule) == is_on_by_default(rule); }
    bool is_default(PortalRule rule) const { return !is_changed_[static_cast<std::size_t>(rule)]; }
    void set(PortalRule rule, bool on) { is_changed_[static_cast<std::size_t>(rule)] = on != is_on_by_default(rule); }
    // What does not hold here.
    Concerns switched_off() const;
    // Whether what it would hold elsewhere may be public unread here.
    bool lets_out(PortalRule rule) const {
        return is_on_by_default(rule) && !is_on(rule) && !is_on(PortalRule::EverythingWaits);
    }
    bool operator==(const ModerationRules&) const = default;

private:
    std::array<bool, portal_rules.size()> is_changed_{};
};

// Of the names of what was seen in a text: what holds it in a portal of these rules. What no portal chooses holds, and
// so does a name that is not known. "everything-waits" where nothing else does and the portal says so.
std::vector<std::string> what_holds(std::span<const std::string> concerns, const ModerationRules& rules);

enum class RuleProblem : std::uint8_t {
    Nothing,  // No rule was sent.
    Unknown,
    Fixed,  // It holds everywhere.
};
// The rules as they are after a form: those it shows, of which some are ticked. The others stay as they are.
std::expected<ModerationRules, RuleProblem> choose(ModerationRules rules, std::span<const std::string> shown,
                                                   std::span<const std::string> ticked);

}  // namespace domain
