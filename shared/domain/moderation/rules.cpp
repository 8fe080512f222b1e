#include "shared/domain/moderation/rules.hpp"

#include <algorithm>
#include <charconv>

namespace domain::moderation {
namespace {

Concern concern_of(Masked masked) {
    return masked == Masked::TelephoneNumber ? Concern::PhoneNumber : Concern::IdentityNumber;
}

// What people disguise: letters that were put together some other way are a coincidence where nobody would hide them.
bool may_be_disguised(Concern concern) {
    return concern == Concern::Insult || concern == Concern::Threat || concern == Concern::Hate ||
           concern == Concern::Sexual;
}

Hit both(const Hit& one, const Hit& two) {
    return {.first = std::min(one.first, two.first), .last = std::max(one.last, two.last)};
}

}  // namespace

struct Judge::Evidence {
    Reading reading;
    Hits hits;

    std::size_t place(std::size_t word) const { return reading.words[word].place; }
};

bool Verdict::has(Concern concern) const { return std::ranges::contains(raised, concern, &Raised::concern); }

bool Verdict::is_private() const {
    return std::ranges::any_of(raised, [](const Raised& one) { return domain::is_private(one.concern); });
}

Judge::Judge(const ModerationWords& words, std::optional<Model> model)
    : lexicon_(words), observer_(lexicon_, words), model_(std::move(model)) {
    for (const auto& rule : words.rules) rules_.push_back(rule_of(rule));
    for (const auto& name : lexicon_.groups()) groups_.push_back(number_of(name));
}

// "who|whom~8", ">8", "<8"; without a distance, anywhere.
Judge::Term Judge::term_of(std::string_view text) {
    Term term{.groups = {}, .distance = 100'000};
    const auto sign = text.find_first_of("~<>");
    auto names = text.substr(0, sign);
    if (sign != std::string_view::npos) {
        const auto digits = text.substr(sign + 1);
        std::from_chars(digits.data(), digits.data() + digits.size(), term.distance);
        term.may_be_before = text[sign] != '>';
        term.may_be_behind = text[sign] != '<';
    }
    while (!names.empty()) {
        const auto end = std::min(names.find('|'), names.size());
        term.groups.push_back(lexicon_.ensure_group(names.substr(0, end)));
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return term;
}

Judge::Rule Judge::rule_of(const ModerationRule& rule) {
    Rule made;
    made.name = rule.name;
    made.concern = rule.concern;
    made.of = term_of(rule.of);
    made.is_disguised = rule.disguised;
    for (const auto& term : rule.with) made.with.push_back(term_of(term));
    for (const auto& term : rule.without) made.without.push_back(term_of(term));
    return made;
}

bool Judge::may_stand_so(const Evidence& evidence, const Hit& anchor, const Hit& other, const Term& term) {
    if (other.first > anchor.last)
        return term.may_be_behind && evidence.place(other.first) - evidence.place(anchor.last) <= term.distance;
    if (other.last < anchor.first)
        return term.may_be_before && evidence.place(anchor.first) - evidence.place(other.last) <= term.distance;
    return false;
}

// Looks at the few that stand next to the anchor: of one group, no more than this many words are longer than one.
const Hit* Judge::find_near(const Evidence& evidence, const Hit& anchor, const Term& term) {
    constexpr std::ptrdiff_t looked_at = 8;
    for (const auto group : term.groups) {
        const auto& hits = evidence.hits[group];
        const auto behind = std::ranges::lower_bound(hits, anchor.first, {}, &Hit::first);
        const auto from = behind - std::min(looked_at, behind - hits.begin());
        const auto to = behind + std::min(looked_at, hits.end() - behind);
        for (auto hit = from; hit != to; ++hit)
            if (may_stand_so(evidence, anchor, *hit, term)) return &*hit;
    }
    return nullptr;
}

std::optional<Hit> Judge::holds(const Evidence& evidence, const Rule& rule, const Hit& anchor) {
    if (rule.is_disguised && !anchor.is_disguised) return std::nullopt;
    if (anchor.is_disguised && !may_be_disguised(rule.concern)) return std::nullopt;
    Hit all = anchor;
    for (const auto& term : rule.with) {
        const auto* near = find_near(evidence, anchor, term);
        if (near == nullptr) return std::nullopt;
        all = both(all, *near);
    }
    for (const auto& term : rule.without)
        if (find_near(evidence, anchor, term) != nullptr) return std::nullopt;
    return all;
}

std::optional<Hit> Judge::find(const Evidence& evidence, const Rule& rule) {
    for (const auto group : rule.of.groups)
        for (const auto& anchor : evidence.hits[group])
            if (auto found = holds(evidence, rule, anchor)) return found;
    return std::nullopt;
}

Judge::Evidence Judge::evidence_of(std::string_view text) const {
    Evidence evidence{.reading = read(text), .hits = {}};
    evidence.hits = lexicon_.find(evidence.reading);
    observer_.observe(text, evidence.reading, evidence.hits);
    return evidence;
}

void Judge::apply_rules(const Evidence& evidence, const Switches& switches, Verdict& verdict) const {
    for (const auto& rule : rules_) {
        if (!switches.is_on(rule.concern)) continue;
        const auto found = find(evidence, rule);
        if (!found) continue;
        const auto& signs = evidence.reading.signs;
        const auto& words = evidence.reading.words;
        verdict.raised.push_back(
            {rule.concern, signs[words[found->first].first].begin, signs[words[found->last].last - 1].end, rule.name});
    }
}

Verdict Judge::judge(std::string_view text, const Context& context, const Switches& switches) const {
    Verdict verdict;
    if (context.is_first_contribution && switches.is_on(Concern::FirstContribution))
        verdict.raised.push_back({.concern = Concern::FirstContribution, .rule = "first-contribution"});
    for (const auto& mask : context.masks)
        if (switches.is_on(concern_of(mask.kind)))
            verdict.raised.push_back({concern_of(mask.kind), mask.begin, mask.end, "masked"});
    const auto evidence = evidence_of(text);
    apply_rules(evidence, switches, verdict);
    if (model_) weigh(evidence, context, switches, verdict);
    std::ranges::stable_sort(verdict.raised, {}, [](const Raised& one) { return std::pair(one.concern, one.begin); });
    return verdict;
}

Traits Judge::traits_of(const Evidence& evidence, const Context& context, std::span<const Raised> raised,
                        const IsKnown& is_known) const {
    std::vector<std::string_view> rules;
    for (const auto& one : raised)
        if (one.concern != Concern::FirstContribution) rules.emplace_back(one.rule);
    if (!context.masks.empty()) rules.emplace_back("masked");
    return moderation::traits_of(
        {.reading = evidence.reading, .hits = evidence.hits, .groups = groups_, .rules = rules}, is_known);
}

Traits Judge::traits_of(std::string_view text, const Context& context, const IsKnown& is_known) const {
    const auto evidence = evidence_of(text);
    Verdict verdict;
    apply_rules(evidence, {}, verdict);
    return traits_of(evidence, context, verdict.raised, is_known);
}

void Judge::weigh(const Evidence& evidence, const Context& context, const Switches& switches, Verdict& verdict) const {
    const auto traits =
        traits_of(evidence, context, verdict.raised, [this](std::uint32_t word) { return model_->knows(word); });
    const auto score = model_->score(traits);
    std::erase_if(verdict.raised, [&](const Raised& one) { return !model_->believes(one.concern, score); });
    const bool says_rule = std::ranges::any_of(
        verdict.raised, [](const Raised& one) { return one.concern != Concern::FirstContribution; });
    if (!says_rule && score >= model_->hold_at && switches.is_on(Concern::LikelyHarm))
        verdict.raised.push_back({.concern = Concern::LikelyHarm, .rule = "likely-harm"});
}

}  // namespace domain::moderation
