#include "server-stub/service/hyper_log_log.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numbers>

namespace service {
namespace {

constexpr int index_bits = 12;
constexpr int rank_bits = 64 - index_bits;
static_assert(1 << index_bits == HyperLogLog::registers);

// Ertl, "New cardinality estimation algorithms for HyperLogLog sketches", arXiv:1702.01284, algorithm 6: one formula
// for all counts, where the paper of 2007 switches between three and is biased near the switches.
double sigma(double x) {
    if (x == 1) return std::numeric_limits<double>::infinity();
    double weight = 1, sum = x;
    for (double before = -1; before != sum;) {
        before = sum;
        x *= x;
        sum += x * weight;
        weight += weight;
    }
    return sum;
}

double tau(double x) {
    if (x == 0 || x == 1) return 0;
    double weight = 1, sum = 1 - x;
    for (double before = -1; before != sum;) {
        before = sum;
        x = std::sqrt(x);
        weight *= 0.5;
        sum -= (1 - x) * (1 - x) * weight;
    }
    return sum / 3;
}

}  // namespace

HyperLogLog::HyperLogLog(std::span<const std::uint8_t, registers> stored) {
    std::ranges::transform(stored, ranks_.begin(),
                           [](std::uint8_t rank) { return std::min<std::uint8_t>(rank, rank_bits + 1); });
}

bool HyperLogLog::add(std::uint64_t hash) {
    auto& highest = ranks_[hash >> rank_bits];
    const auto rest = hash << index_bits;
    const auto rank = static_cast<std::uint8_t>(std::min(std::countl_zero(rest), rank_bits) + 1);
    if (rank <= highest) return false;
    highest = rank;
    return true;
}

void HyperLogLog::merge(const HyperLogLog& other) {
    std::ranges::transform(ranks_, other.ranks_, ranks_.begin(), [](auto one, auto two) { return std::max(one, two); });
}

double HyperLogLog::estimate() const {
    std::array<double, rank_bits + 2> with_rank{};
    for (const auto rank : ranks_) ++with_rank[rank];
    constexpr double count = registers;
    double z = count * tau(1 - with_rank[rank_bits + 1] / count);
    for (int rank = rank_bits; rank >= 1; --rank) z = 0.5 * (z + with_rank[static_cast<std::size_t>(rank)]);
    z += count * sigma(with_rank[0] / count);
    return count * count / (2 * std::numbers::ln2 * z);
}

}  // namespace service
