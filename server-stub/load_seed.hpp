// Makes much content out of little, to see how the portal stands it: news, activities and programmes of every
// district, in four languages, from the words of the seed content.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "server-stub/service/content_row.hpp"
#include "server-stub/service/legal_time.hpp"
#include "shared/base/result.hpp"

namespace seed {

// How many items "load" stands for, or a number: 1 to a million. Nothing where it is neither.
std::optional<std::size_t> parse_size(std::string_view size);

using PutRows = std::function<base::Result<void>(std::span<const service::ContentRow>)>;

// `count` items besides the seed, given to `put` by batches. The same bytes at every run: no clock, no chance; the
// days lie around 2026-11-22. BadInput where the seed has no samples.
base::Result<void> make_load(std::span<const service::ContentRow> seed, std::size_t count,
                             const service::LegalTime& legal_time, const PutRows& put);

}  // namespace seed
