// Whether a person must read a text before it is public, and why.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/concern.hpp"
#include "shared/domain/moderation/lexicon.hpp"
#include "shared/domain/moderation/masking.hpp"
#include "shared/domain/moderation/model.hpp"
#include "shared/domain/moderation/observations.hpp"
#include "shared/domain/moderation/traits.hpp"
#include "shared/domain/moderation_words.hpp"

namespace domain::moderation {

struct Raised {
    Concern concern = Concern::Insult;
    std::size_t begin = 0, end = 0;  // Bytes of the text; both 0 where no word of it is the reason.
    std::string rule;                // For logs: "insult-addressed". Never words of the text.
    bool operator==(const Raised&) const = default;
};

struct Verdict {
    std::vector<Raised> raised;  // In the order of the concerns, and of the text.

    bool is_held() const { return !raised.empty(); }
    bool has(Concern concern) const;
    // Is referred to the court privately, and never published.
    bool is_private() const;
};

// What each portal judges by: all, unless it says otherwise.
struct Switches {
    Concerns is_off{};

    void turn_off(Concern concern) { is_off[static_cast<std::size_t>(concern)] = true; }
    bool is_on(Concern concern) const { return !is_off[static_cast<std::size_t>(concern)]; }
};

struct Context {
    bool is_first_contribution = false;
    std::span<const Mask> masks{};  // Of a text that was masked: each raises its concern.
};

// Holds the lists ready; made once, asked by many.
class Judge {
public:
    // Without a model the rules decide alone.
    explicit Judge(const ModerationWords& words, std::optional<Model> model = std::nullopt);

    // Takes any bytes, in linear time. What is broken in them is read as U+FFFD.
    Verdict judge(std::string_view text, const Context& context, const Switches& switches = {}) const;

    // What the text is made of, for whoever trains a model: with the rules that speak.
    Traits traits_of(std::string_view text, const Context& context, const IsKnown& is_known) const;

private:
    struct Term {
        std::vector<GroupId> groups;
        std::size_t distance = 0;
        bool may_be_before = true, may_be_behind = true;
    };
    struct Rule {
        std::string name;
        Concern concern = Concern::Insult;
        Term of;
        std::vector<Term> with, without;
        bool is_disguised = false;
    };

    Term term_of(std::string_view text);
    Rule rule_of(const ModerationRule& rule);

    struct Evidence;  // What one text holds.

    static bool may_stand_so(const Evidence& evidence, const Hit& anchor, const Hit& other, const Term& term);
    static const Hit* find_near(const Evidence& evidence, const Hit& anchor, const Term& term);
    static std::optional<Hit> holds(const Evidence& evidence, const Rule& rule, const Hit& anchor);
    static std::optional<Hit> find(const Evidence& evidence, const Rule& rule);

    Evidence evidence_of(std::string_view text) const;
    Traits traits_of(const Evidence& evidence, const Context& context, std::span<const Raised> raised,
                     const IsKnown& is_known) const;
    void weigh(const Evidence& evidence, const Context& context, const Switches& switches, Verdict& verdict) const;
    void apply_rules(const Evidence& evidence, const Switches& switches, Verdict& verdict) const;

    Lexicon lexicon_;
    Observer observer_;
    std::vector<Rule> rules_;
    std::vector<std::uint32_t> groups_;  // The numbers of their names.
    std::optional<Model> model_;
};

}  // namespace domain::moderation
