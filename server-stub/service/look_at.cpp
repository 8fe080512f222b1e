#include "server-stub/service/look_at.hpp"

#include <algorithm>
#include <utility>

namespace service {
namespace {

std::size_t index_of(domain::Concern concern) { return static_cast<std::size_t>(concern); }

void add(Looked& looked, const domain::moderation::Verdict& verdict) {
    for (const auto& raised : verdict.raised) {
        std::string name(domain::name_of(raised.concern));
        if (!std::ranges::contains(looked.concerns, name)) looked.concerns.push_back(std::move(name));
    }
}

}  // namespace

LookAt look_by(std::shared_ptr<const domain::moderation::Judge> judge) {
    return [judge = std::move(judge)](const std::string& text, const domain::Concerns& is_off) {
        auto masked = domain::moderation::mask(text);
        Looked looked{.text = std::move(masked.utf8)};
        if (!judge) {
            looked.concerns.emplace_back("no-rules");
            return looked;
        }
        const auto verdict = judge->judge(looked.text, {.masks = masked.masks});
        add(looked, verdict);
        looked.is_private = verdict.is_private();
        // A rule that speaks takes the word from the model: it is asked again where that rule holds nothing.
        auto silent = is_off;
        silent[index_of(domain::Concern::LikelyHarm)] = false;
        if (std::ranges::none_of(verdict.raised, [&](const auto& one) { return silent[index_of(one.concern)]; }))
            return looked;
        const auto again = judge->judge(looked.text, {.masks = masked.masks}, {.is_off = silent});
        add(looked, again);
        looked.is_private = looked.is_private || again.is_private();
        return looked;
    };
}

Looked Contributions::look_at(const std::string& district, const std::string& text) const {
    domain::ModerationRules rules;
    if (const auto kept = parts_.rules.rules(district)) rules = kept->rules;
    else rules.set(domain::PortalRule::EverythingWaits, true);
    auto looked = parts_.look_at(text, rules.switched_off());
    auto holding = domain::what_holds(looked.concerns, rules);
    for (auto& name : looked.concerns)
        if (!std::ranges::contains(holding, name)) looked.noted.push_back(std::move(name));
    looked.concerns = std::move(holding);
    return looked;
}

}  // namespace service
