#include "shared/wire/parity.hpp"

#include "shared/wire/detail/parity_tables.hpp"
#include "shared/wire/detail/tables.hpp"

namespace wire {

std::vector<ParityCount> counts_of(const domain::ParityCounts& counts) {
    std::vector<ParityCount> all;
    for (const auto kind : domain::item_kinds)
        for (const auto language : base::languages)
            for (const auto status : domain::language_statuses)
                if (const auto items = counts.sum(kind, language, status); items > 0)
                    all.push_back({kind, language, status, static_cast<int>(items)});
    return all;
}

std::string encode(const Parity& parity) { return detail::encode_text(parity); }

}  // namespace wire
