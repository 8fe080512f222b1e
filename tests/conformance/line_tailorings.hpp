// Where our line breaks are meant to differ from UAX #14, because the browser's do: each with the answer it gives.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace conformance {

struct Tailoring {
    std::string reason;
    bool may_break = false;
};

// The tailoring that decides about the place before unit `at`, which lies inside the text; empty where UAX #14 does.
std::optional<Tailoring> tailoring_at(std::u16string_view text, std::size_t at);

}  // namespace conformance
