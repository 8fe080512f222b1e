// The four languages of the portal, at equal rank, and the direction each is written in.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace base {

enum class Language : std::uint8_t { Ar, Zgh, Fr, En };
enum class Direction : std::uint8_t { Ltr, Rtl };

// In the order in which the header offers them.
inline constexpr std::array languages{Language::Ar, Language::Zgh, Language::Fr, Language::En};

constexpr std::size_t index_of(Language language) { return static_cast<std::size_t>(language); }

// BCP 47 tag, also the first segment of every page's address.
constexpr std::string_view code_of(Language language) {
    constexpr std::array<std::string_view, languages.size()> codes{"ar", "zgh", "fr", "en"};
    return codes[index_of(language)];
}

constexpr std::optional<Language> parse_language(std::string_view code) {
    for (const auto language : languages)
        if (code_of(language) == code) return language;
    return std::nullopt;
}

// Amazigh is written left to right in neo-Tifinagh.
constexpr Direction direction_of(Language language) {
    return language == Language::Ar ? Direction::Rtl : Direction::Ltr;
}

constexpr std::string_view code_of(Direction direction) { return direction == Direction::Rtl ? "rtl" : "ltr"; }

}  // namespace base
