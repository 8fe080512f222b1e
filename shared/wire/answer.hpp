// Any answer of the JSON interface <-> what is known of it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "shared/domain/answer.hpp"
#include "shared/domain/image.hpp"
#include "shared/wire/problem.hpp"

namespace wire {

// Lists become {"items":[...],"next":cursor or null}; of all other answers `next` says nothing.
std::string encode(const domain::Answer& answer, const std::optional<std::string>& next = {});
// `subject` says which alternative to read; a cursor to further items is dropped.
Decoded<domain::Answer> decode_answer(domain::Subject subject, std::string_view json);

// A picture that was taken.
std::string encode(const domain::Image& image);

}  // namespace wire
