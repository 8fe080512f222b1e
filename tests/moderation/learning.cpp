#include "tests/moderation/learning.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace train {
namespace {

constexpr double cost = 1;  // Of a text on the wrong side. Chosen by cross-validation.
constexpr int rounds = 25;

// The same order each time, on each machine.
void shuffle(std::vector<std::size_t>& order, std::uint64_t& seed) {
    for (auto i = order.size(); i > 1; --i) {
        seed = seed * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
        std::swap(order[i - 1], order[(seed >> 33U) % i]);
    }
}

double length_of(const Sparse& vector) {
    double length = 1;  // Of the bias.
    for (const auto& [place, value] : vector) length += value * value;
    return length;
}

}  // namespace

double Line::score(const Sparse& vector) const {
    double sum = bias;
    for (const auto& [place, value] : vector) sum += weights[place] * value;
    return sum;
}

Line learn(const std::vector<Text>& texts, const std::vector<Sparse>& vectors, const std::vector<bool>& is_learnt,
           std::size_t places) {
    Line line{.weights = std::vector<double>(places)};
    std::vector<std::size_t> order;
    std::vector<double> lengths, alphas(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        lengths.push_back(length_of(vectors[i]));
        if (is_learnt[i]) order.push_back(i);
    }
    std::uint64_t seed = 1;
    for (int round = 0; round < rounds; ++round) {
        shuffle(order, seed);
        for (const auto i : order) {
            const double side = texts[i].is_harmful ? 1 : -1;
            const double slack = 0.5 / (cost * texts[i].weight);
            const double slope = side * line.score(vectors[i]) - 1 + slack * alphas[i];
            const double alpha = std::max(alphas[i] - slope / (lengths[i] + slack), 0.0);
            const double step = (alpha - alphas[i]) * side;
            alphas[i] = alpha;
            if (step == 0) continue;
            line.bias += step;
            for (const auto& [place, value] : vectors[i]) line.weights[place] += step * value;
        }
    }
    return line;
}

// A byte for each weight: its root, so that the many small ones are not all nothing.
domain::moderation::Model to_model(const Line& line) {
    constexpr double largest_root = 127, millionths = 1e6;
    double largest = 0;
    for (const double weight : line.weights) largest = std::max(largest, std::abs(weight));
    const double unit = largest / (largest_root * largest_root);
    domain::moderation::Model model;
    model.unit = static_cast<std::uint32_t>(std::ceil(unit * millionths * millionths));
    model.bias = static_cast<std::int32_t>(std::lround(line.bias * millionths));
    for (const double weight : line.weights) {
        const double root = std::round(std::sqrt(std::abs(weight) / unit));
        model.weights.push_back(static_cast<std::int8_t>(weight < 0 ? -root : root));
    }
    return model;
}

}  // namespace train
