// How far the languages of a district are, as programs get it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/domain/item.hpp"
#include "shared/domain/parity.hpp"

namespace wire {

struct ParityCount {
    domain::ItemKind kind = domain::ItemKind::Article;
    base::Language language = base::Language::Ar;
    domain::LanguageStatus status = domain::LanguageStatus::Missing;
    int items = 0;
    bool operator==(const ParityCount&) const = default;
};

struct LanguageGap {
    std::string item;
    domain::ItemKind kind = domain::ItemKind::Article;
    domain::Values titles;
    base::Language language = base::Language::Ar;
    domain::LanguageStatus status = domain::LanguageStatus::Missing;
    base::Instant since;
    bool operator==(const LanguageGap&) const = default;
};

struct Parity {
    std::vector<ParityCount> counts;  // Those that are not 0.
    std::vector<LanguageGap> gaps;
    std::optional<std::string> next;  // Sent back as ?cursor= to get the gaps after these.
    bool operator==(const Parity&) const = default;
};

std::vector<ParityCount> counts_of(const domain::ParityCounts& counts);
std::string encode(const Parity& parity);

}  // namespace wire
