// moderation_train FILE: says how good the model is on texts that it did not learn from, then learns from all and
// writes it. The texts of `judge` are not among them.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <format>
#include <fstream>
#include <iterator>
#include <string>

#include "shared/wire/moderation.hpp"
#include "tests/moderation/learning.hpp"

namespace {

using namespace domain::moderation;
using train::Text;

constexpr std::size_t places = std::size_t{1} << 18U, known_bits = std::size_t{1} << 19U;
constexpr std::size_t folds = 5;
constexpr double most_harmless_held = 0.03;

// A text as it was judged by a model that had not learnt from it.
struct Judged {
    const Text* text = nullptr;
    Verdict by_rules;
    std::int64_t score = 0;

    bool is_held(const Model& limits) const {
        return score >= limits.hold_at || std::ranges::any_of(by_rules.raised, [&](const Raised& one) {
                   return limits.believes(one.concern, score);
               });
    }
};

struct Share {
    int held = 0, all = 0;
    double part() const { return all == 0 ? 0 : static_cast<double>(held) / all; }
};

Share share(const std::vector<Judged>& judged, bool is_harmful, const Model& limits, auto is_meant) {
    Share share;
    for (const auto& one : judged) {
        if (one.text->is_harmful != is_harmful || !is_meant(*one.text)) continue;
        ++share.all;
        share.held += one.is_held(limits) ? 1 : 0;
    }
    return share;
}

void print_line(std::string_view name, const std::vector<Judged>& judged, const Model& limits, auto is_meant) {
    const auto harmful = share(judged, true, limits, is_meant), harmless = share(judged, false, limits, is_meant);
    std::puts(std::format("  {:24} {:5} / {:<5} {:5.1f} %   {:5} / {:<5} {:5.1f} %", name, harmful.held, harmful.all,
                          100 * harmful.part(), harmless.held, harmless.all, 100 * harmless.part())
                  .c_str());
}

// Those that others than the model's author wrote are like what will come.
constexpr std::array<std::string_view, 3> by_others{"rules", "rules_2", "train_2"};
bool is_like_others(const Text& text) { return std::ranges::contains(by_others, text.set); }

// The mean over those sets: each has authors of its own, and the largest is the hardest.
double part_of_others(const std::vector<Judged>& judged, bool is_harmful, const Model& limits) {
    double sum = 0;
    for (const auto set : by_others)
        sum += share(judged, is_harmful, limits, [&](const Text& text) { return text.set == set; }).part();
    return sum / by_others.size();
}

Model limits_at(std::int32_t hold_at, std::int32_t agree_at) {
    return {.weights = {}, .known = {}, .hold_at = hold_at, .agree_at = agree_at};
}

// Of those that hold so few of the harmless the limits that hold most of the harmful; of equal ones, those that believe
// the rules most.
Model limits_for(const std::vector<Judged>& judged) {
    constexpr std::int32_t step = 25'000, highest = 1'000'000;
    auto best = limits_at(highest, highest);
    double most_held = 0;
    for (std::int32_t agree_at = 0; agree_at <= highest; agree_at += step) {
        auto hold_at = agree_at;
        while (hold_at < highest && part_of_others(judged, false, limits_at(hold_at, agree_at)) > most_harmless_held)
            hold_at += step;
        const auto held = part_of_others(judged, true, limits_at(hold_at, agree_at));
        if (hold_at >= highest || held <= most_held) continue;
        most_held = held;
        best = limits_at(hold_at, agree_at);
    }
    return best;
}

std::vector<Judged> judge_all(const Judge& judge, const std::vector<Text>& texts, auto is_learnt, auto is_asked) {
    std::vector<bool> learnt;
    for (const auto& text : texts) learnt.push_back(is_learnt(text));
    const auto vectors = train::vectors_of(judge, texts, learnt, places);
    const auto line = train::learn(texts, vectors, learnt, places);
    std::vector<Judged> judged;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!is_asked(texts[i])) continue;
        judged.push_back({.text = &texts[i],
                          .by_rules = judge.judge(texts[i].utf8, {.masks = texts[i].masks}),
                          .score = std::llround(line.score(vectors[i]) * 1e6)});
    }
    return judged;
}

std::vector<Judged> cross_validate(const Judge& judge, const std::vector<Text>& texts) {
    std::vector<Judged> judged;
    for (std::size_t fold = 0; fold < folds; ++fold) {
        const auto is_of_fold = [&](const Text& text) { return (number_of(text.group) >> 7U) % folds == fold; };
        auto part = judge_all(judge, texts, [&](const Text& text) { return !is_of_fold(text); }, is_of_fold);
        judged.insert(judged.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
    }
    return judged;
}

void print_all(const std::vector<Judged>& judged, const Model& limits) {
    for (const std::string set : {"rules", "rules_2", "practice", "train", "train_2", "by_rule", "portal"})
        print_line(set, judged, limits, [&](const Text& text) { return text.set == set; });
    for (const std::string set : {"rules_2", "train_2"})
        for (const std::string language : {"ar", "ary", "zgh", "fr", "en"})
            print_line(set + " " + language, judged, limits,
                       [&](const Text& text) { return text.set == set && text.language == language; });
}

// What other limits would have given.
void print_limits(const std::vector<Judged>& judged) {
    for (std::int32_t at = 200'000; at <= 700'000; at += 50'000)
        print_line(std::format("by others, at {}", at), judged, limits_at(at, at), is_like_others);
}

}  // namespace

int main(int argc, char** argv) {
    std::ifstream file(RIHAB_SOURCE_DIR "/assets/content/moderation.json", std::ios::binary);
    const auto words = wire::decode_moderation(std::string{std::istreambuf_iterator<char>(file), {}});
    if (argc != 2 || !words) {
        std::fputs("moderation_train FILE\n", stderr);
        return EXIT_FAILURE;
    }
    const Judge judge(*words);
    const auto texts = train::read_corpus();

    const auto judged = cross_validate(judge, texts);
    const auto limits = limits_for(judged);
    std::puts(
        std::format("{} texts; in five parts, hold at {}, agree at {}:", texts.size(), limits.hold_at, limits.agree_at)
            .c_str());
    print_all(judged, limits);
    print_limits(judged);

    std::puts("learnt from the model's author alone:");
    print_all(judge_all(judge, texts, [](const Text& text) { return !is_like_others(text); }, is_like_others), limits);

    const std::vector<bool> everything(texts.size(), true);
    auto model =
        train::to_model(train::learn(texts, train::vectors_of(judge, texts, everything, places), everything, places));
    model.known = train::known_words(texts, known_bits);
    model.hold_at = limits.hold_at;
    model.agree_at = limits.agree_at;
    std::ofstream(argv[1], std::ios::binary) << write_model(model);
    return EXIT_SUCCESS;
}
