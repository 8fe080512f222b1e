// The words of a message as a reader sees them, without the syntax of its pattern.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "shared/base/language.hpp"
#include "tests/message_sources.hpp"

namespace test {

inline std::string_view pattern(const message_sources::Message& message, base::Language language) {
    return message.patterns[base::index_of(language)];
}

// Each language's name is written in its own script everywhere.
inline bool is_language_name(const message_sources::Message& message) {
    constexpr std::array<std::string_view, 4> names{"name_ar", "name_zgh", "name_fr", "name_en"};
    return std::ranges::find(names, message.key) != names.end();
}

// Without what stands in braces but for the branches of plurals: the words that a reader may see.
inline std::string words_of(std::string_view pattern) {
    std::string words;
    int depth = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '{') ++depth;
        if (depth % 2 == 0 && std::string_view("{}#").find(pattern[i]) == std::string_view::npos) words += pattern[i];
        if (pattern[i] == '}') --depth;
    }
    return words;
}

inline std::u32string code_points(std::string_view text) {
    std::u32string result;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t code_point = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length; ++k)
            code_point = code_point << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        result += code_point;
        i += length;
    }
    return result;
}

}  // namespace test
