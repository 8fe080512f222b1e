// Any answer of the JSON interface <-> what is known of it.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "shared/base/result.hpp"
#include "shared/domain/answer.hpp"
#include "shared/domain/image.hpp"
#include "shared/wire/problem.hpp"

namespace wire {

std::string encode(const domain::Answer& answer);
// `subject` says which alternative to read.
Decoded<domain::Answer> decode_answer(domain::Subject subject, std::string_view json);

// What partners said, as {"items":[...],"next":null}.
std::string encode_remarks(const std::vector<domain::Remark>& remarks);

// A picture that was taken.
std::string encode(const domain::Image& image);

using ReadBlocks = std::function<base::Result<domain::Blocks>(std::string_view written)>;

// The same JSON, in which every member "body" holds blocks where it held a text for each language.
Decoded<std::string> with_blocks(std::string_view json, const ReadBlocks& blocks_of);

}  // namespace wire
