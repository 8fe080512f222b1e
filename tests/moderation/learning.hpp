// A line between two kinds of texts, as far from both as it can be.
#pragma once

#include <cstddef>
#include <vector>

#include "tests/moderation/corpus.hpp"

namespace train {

struct Line {
    std::vector<double> weights;
    double bias = 0;

    double score(const Sparse& vector) const;
};

// The support vector machine with squared loss, by dual coordinate descent; the same numbers each time.
Line learn(const std::vector<Text>& texts, const std::vector<Sparse>& vectors, const std::vector<bool>& is_learnt,
           std::size_t places);

domain::moderation::Model to_model(const Line& line);

}  // namespace train
