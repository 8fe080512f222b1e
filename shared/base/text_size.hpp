// How large a reader wants the letters: a choice of theirs, for all pages.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace base {

enum class TextSize : std::uint8_t { Normal, Large, Larger, Largest };
inline constexpr std::array text_sizes{TextSize::Normal, TextSize::Large, TextSize::Larger, TextSize::Largest};

constexpr int percent_of(TextSize size) {
    constexpr std::array percents{100, 125, 150, 200};
    return percents[static_cast<std::size_t>(size)];
}

// As forms, cookies and file names spell it: "100", "125", "150", "200".
constexpr std::string_view code_of(TextSize size) {
    constexpr std::array<std::string_view, text_sizes.size()> codes{"100", "125", "150", "200"};
    return codes[static_cast<std::size_t>(size)];
}

constexpr std::optional<TextSize> parse_text_size(std::string_view code) {
    const auto* found = std::ranges::find(text_sizes, code, [](TextSize size) { return code_of(size); });
    return found == text_sizes.end() ? std::nullopt : std::optional(*found);
}

}  // namespace base
