// How likely a text hurts somebody, by weights that were learnt from labelled texts: tests/moderation/train.cpp makes
// them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/concern.hpp"
#include "shared/domain/moderation/traits.hpp"

namespace domain::moderation {

inline constexpr unsigned model_bits_limit = 20;
inline constexpr std::size_t model_bytes_limit = 1024 * 1024;

// Everything in whole numbers, so that each machine weighs alike.
struct Model {
    std::vector<std::int8_t> weights;  // 2 ^ bits; the square of each counts, with its sign.
    std::vector<std::uint8_t> known;   // 2 ^ bits bits: a word that was learnt from.
    std::uint32_t unit = 1;            // Of a weight, in millionths of a millionth.
    std::int32_t bias = 0;             // In millionths, as are all below.
    std::int32_t hold_at = 0;          // From here on a text is held without any rule.
    std::int32_t agree_at = 0;         // Below, a rule that may err is not believed.
    bool operator==(const Model&) const = default;

    bool knows(std::uint32_t word) const;
    // In millionths: below zero rather harmless, above rather not.
    std::int64_t score(const Traits& traits) const;
    // Whether a rule may hold a text of this score. One that may err is believed where the model agrees; one that keeps
    // a private matter private, unless the model holds the text for harmless.
    bool believes(Concern concern, std::int64_t score) const;
};

// How much of the whole each trait of a family counts where there are `count` of them.
double share_of(Family family, std::size_t count);
std::size_t place_of(std::uint32_t trait, std::size_t places);

// Nothing where the bytes are no model, were damaged or are more than the limit. Takes any bytes.
std::optional<Model> read_model(std::string_view bytes);
std::string write_model(const Model& model);

}  // namespace domain::moderation
