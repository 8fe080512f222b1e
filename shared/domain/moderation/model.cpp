#include "shared/domain/moderation/model.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace domain::moderation {
namespace {

// "RIHABMOD", version, bits of the weights, bits of the known words, unit, bias, hold_at, agree_at; known words;
// weights; checksum. Numbers are of four bytes, the lowest first.
constexpr std::string_view beginning = "RIHABMOD";
constexpr std::uint32_t version = 1;
constexpr std::size_t numbers = 7, number_size = 4;
constexpr std::size_t head_size = beginning.size() + numbers * number_size;

// By Family. Chosen by cross-validation.
constexpr std::array<double, family_count> gains{1, 0.6, 1, 0.7, 1, 1, 0.6, 1};

void put(std::string& bytes, std::uint32_t number) {
    for (std::size_t i = 0; i < number_size; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xFFU);
}

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < number_size; ++i)
        number |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return number;
}

std::uint32_t bits_of(std::size_t places) { return static_cast<std::uint32_t>(std::bit_width(places) - 1); }

}  // namespace

double share_of(Family family, std::size_t count) {
    return gains[static_cast<std::size_t>(family)] / std::sqrt(static_cast<double>(std::max<std::size_t>(1, count)));
}

std::size_t place_of(std::uint32_t trait, std::size_t places) {
    return (trait ^ trait >> bits_of(places)) & (places - 1);
}

bool Model::knows(std::uint32_t word) const {
    if (known.empty()) return false;
    const auto place = place_of(word, known.size() * 8);
    return (known[place / 8] >> (place % 8) & 1U) != 0;
}

std::int64_t Model::score(const Traits& traits) const {
    constexpr double unit_in_millionths = 1e-6;
    double sum = 0;
    if (weights.empty()) return bias;
    for (std::size_t family = 0; family < family_count; ++family) {
        std::int64_t weight = 0;
        for (const auto trait : traits[family]) {
            const std::int64_t root = weights[place_of(trait, weights.size())];
            weight += root * std::abs(root);
        }
        sum += static_cast<double>(weight) * share_of(static_cast<Family>(family), traits[family].size());
    }
    return std::llround(sum * unit * unit_in_millionths) + bias;
}

bool Model::believes(Concern concern, std::int64_t score) const {
    if (is_certain(concern)) return true;
    return score >= (is_private(concern) ? 0 : agree_at);
}

std::optional<Model> read_model(std::string_view bytes) {
    if (bytes.size() > model_bytes_limit || bytes.size() < head_size + number_size) return std::nullopt;
    const auto sum_at = bytes.size() - number_size;
    if (!bytes.starts_with(beginning) || number_at(bytes, sum_at) != number_of(bytes.substr(0, sum_at)))
        return std::nullopt;
    const auto head = [&](std::size_t i) { return number_at(bytes, beginning.size() + i * number_size); };
    if (head(0) != version || head(1) > model_bits_limit || head(2) > model_bits_limit || head(2) < 3)
        return std::nullopt;
    const auto places = std::size_t{1} << head(1);
    const auto known_size = (std::size_t{1} << head(2)) / 8;
    if (bytes.size() != head_size + known_size + places + number_size) return std::nullopt;
    Model model{.weights = {},
                .known = {},
                .unit = head(3),
                .bias = static_cast<std::int32_t>(head(4)),
                .hold_at = static_cast<std::int32_t>(head(5)),
                .agree_at = static_cast<std::int32_t>(head(6))};
    for (const char c : bytes.substr(head_size, known_size)) model.known.push_back(static_cast<std::uint8_t>(c));
    for (const char c : bytes.substr(head_size + known_size, places))
        model.weights.push_back(static_cast<std::int8_t>(c));
    return model;
}

std::string write_model(const Model& model) {
    std::string bytes(beginning);
    for (const auto number : {version, bits_of(model.weights.size()), bits_of(model.known.size() * 8), model.unit,
                              static_cast<std::uint32_t>(model.bias), static_cast<std::uint32_t>(model.hold_at),
                              static_cast<std::uint32_t>(model.agree_at)})
        put(bytes, number);
    for (const auto byte : model.known) bytes += static_cast<char>(byte);
    for (const auto weight : model.weights) bytes += static_cast<char>(weight);
    put(bytes, number_of(bytes));
    return bytes;
}

}  // namespace domain::moderation
