// What its author corrects is judged anew.
#include <algorithm>
#include <cassert>

#include "server-stub/service/contributions.hpp"

namespace service {
namespace {

using domain::ContributionState;
using domain::ContributionStep;

// Whoever corrects has opened a form long ago.
Sending by_form(Sending sending, const StoredContribution& one) {
    sending.is_by_form = true;
    sending.opened = one.received_at;
    return sending;
}

void add_to(std::vector<std::string>& names, const std::vector<std::string>& more) {
    for (const auto& name : more)
        if (!std::ranges::contains(names, name)) names.push_back(name);
}

}  // namespace

base::Result<bool> Contributions::varies_the_first(const StoredContribution& one, const std::string& text) {
    const auto revisions = parts_.store.revisions(one.id);
    if (!revisions) return std::unexpected(revisions.error());
    return spam_.are_variations(revisions->empty() ? one.text : revisions->front().text, text);
}

// What goes out unread is judged as if it came now, but that what its author said first was counted then; what a
// moderator or the court reads stays with them.
void Contributions::correct(StoredContribution& one, std::vector<StoredStep>& steps, const VoiceAct& act,
                            const Looked& looked, bool is_variation) {
    using enum SpamSign;
    one.text = act.redacted;
    if (one.state != ContributionState::Published) {
        add_to(one.concerns, looked.concerns);
        add_to(one.noted, looked.noted);
        std::erase_if(one.noted, [&](const auto& name) { return std::ranges::contains(one.concerns, name); });
        return;
    }
    const auto corrected = steps.back();
    one.concerns = looked.concerns;
    one.noted = looked.noted;
    if (!is_variation)
        for (const auto sign : spam_.look(by_form(act.sending, one), one.district, one.text, corrected.at))
            if (sign == Duplicate || sign == Campaign || sign == ManyAtOnce) one.concerns.emplace_back(name_of(sign));
    if (one.concerns.empty() && !looked.is_private) return;
    const auto step = looked.is_private ? ContributionStep::Refer : ContributionStep::Hold;
    const auto to =
        domain::judge_contribution_step(one.state, {}, {.is_rules = true}, {.step = step, .words = {}}, corrected.on);
    assert(to && "the table has a way for what the rules decide");
    steps.push_back({.number = corrected.number + 1,
                     .step = step,
                     .from = one.state,
                     .to = *to,
                     .by = {},
                     .at = corrected.at,
                     .on = corrected.on});
    one.state = *to;
    one.version = steps.back().number;
    one.published_on.reset();
    one.has_appealed = false;  // Against what is decided of another text.
}

void Contributions::count_correction(const StoredContribution& one, const Sending& sending, base::Instant now) {
    if (one.is_public()) spam_.count(by_form(sending, one), one.district, one.text, now);
}

}  // namespace service
