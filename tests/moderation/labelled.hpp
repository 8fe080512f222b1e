// The labelled contributions, and how a program that judges them is judged.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/moderation/rules.hpp"

namespace labelled {

struct Contribution {
    std::string id, language, text;
    bool is_harmful = false;
    std::vector<std::string> why;  // The main label first.
};

// "rules" or "judge". Fails the test where a line is none.
std::vector<Contribution> contributions_of(std::string_view half);

// Held of how many.
struct Share {
    std::size_t held = 0, all = 0;

    double percent() const { return all == 0 ? 0 : 100.0 * static_cast<double>(held) / static_cast<double>(all); }
};

struct Figures {
    std::string language;
    Share harmful, harmless;
};

struct Outcome {
    Figures all{.language = "all", .harmful = {}, .harmless = {}};
    std::vector<Figures> languages;  // In the order of the portal.
    std::vector<Figures> labels;     // By main label, which is either harmful or harmless.
    std::vector<std::string>
        wrong;  // "ar-0001 let through", "fr-0002 held: insult-called": ids and rules, never texts.
};

// As the server does it: masked, then judged with its masks.
domain::moderation::Verdict judged(const domain::moderation::Judge& judge, std::string_view text);
Outcome outcome_of(const domain::moderation::Judge& judge, const std::vector<Contribution>& contributions);

// "fr  38 / 40  95.0 %   1 / 50  2.0 %", and the same for each label that is not all right.
void print(std::string_view half, const Outcome& outcome);

}  // namespace labelled
