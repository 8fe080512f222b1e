// Paragraphs that name only what matters, and the engine as it ships.
#pragma once

#include <cstdlib>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "client/text/engine.hpp"

namespace test {

inline std::vector<std::byte> read_font(fonts::Face face) {
    std::ifstream file(std::string(RIHAB_FONTS_DIR "/") + std::string(fonts::info(face).file), std::ios::binary);
    const std::string content{std::istreambuf_iterator<char>(file), {}};
    const auto* begin = reinterpret_cast<const std::byte*>(content.data());
    return {begin, begin + content.size()};
}

struct LoadedFonts {
    text::Fonts fonts;

    LoadedFonts() {
        for (const auto& face : fonts::all_faces())
            if (!fonts.add(face.face, read_font(face.face))) std::abort();
    }
};

// Every face loaded; one for the whole test program, because it never changes.
inline const text::Fonts& all_fonts() {
    static const LoadedFonts loaded;
    return loaded.fonts;
}

inline text::Paragraph a_paragraph(std::string_view text, base::Language language = base::Language::Ar) {
    return {.text = text,
            .language = language,
            .direction = base::direction_of(language),
            .style = {.size_px = 16, .line_height = 1.5F, .chain = text::chain_of(language)}};
}

// A span over the first place where `part` stands.
inline text::Span a_span(const text::Paragraph& paragraph, std::string_view part, std::uint16_t weight = 400,
                         bool isolate = false) {
    const auto begin = paragraph.text.find(part);
    if (begin == std::string_view::npos) std::abort();
    return {.begin = static_cast<std::uint32_t>(begin),
            .end = static_cast<std::uint32_t>(begin + part.size()),
            .weight = weight,
            .isolate = isolate,
            .language = paragraph.language};
}

// The text of each line without what hangs.
inline std::vector<std::string_view> shown_lines(const text::Paragraph& paragraph, const text::Lines& lines) {
    std::vector<std::string_view> shown;
    for (const auto& line : lines.lines)
        shown.push_back(paragraph.text.substr(line.begin, line.visible_end - line.begin));
    return shown;
}

inline std::vector<std::uint16_t> glyph_ids(const text::Lines& lines) {
    std::vector<std::uint16_t> ids;
    for (const auto& glyph : lines.glyphs) ids.push_back(glyph.id);
    return ids;
}

inline constexpr float plenty_px = 10'000;

}  // namespace test
