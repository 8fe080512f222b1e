// Lays out paragraphs for a browser test to compare with its own layout: one paragraph a line, fields divided by
// tabs, and one JSON object a line back, with offsets in UTF-16 units as the browser counts.
//
//   language direction chain size_px line_height weight width_px wrap overflow_wrap spans text
//   plain language direction size_px line_height layout_ratio width_px carets text
//
// direction: ltr rtl; chain: ar zgh latin names; wrap: normal nowrap; overflow_wrap: normal anywhere;
// spans: begin,end,weight,isolate,language;… in UTF-16 units; text: "\n", "\r", "\t" and "\\" are escaped.
// The second form is text::PlainText, which /lab/text calls too; carets: 1 where they are wanted.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "client/text/engine.hpp"
#include "client/text/plain_text.hpp"
#include "embedded/icu_cut.hpp"
#include "shared/unicode/icu_data.hpp"
#include "shared/unicode/utf.hpp"

namespace {

std::vector<std::byte> read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string content{std::istreambuf_iterator<char>(file), {}};
    const auto* begin = reinterpret_cast<const std::byte*>(content.data());
    return {begin, begin + content.size()};
}

std::vector<std::string_view> split(std::string_view line, char separator) {
    std::vector<std::string_view> fields;
    while (true) {
        const auto end = line.find(separator);
        fields.push_back(line.substr(0, end));
        if (end == std::string_view::npos) return fields;
        line.remove_prefix(end + 1);
    }
}

std::string unescape(std::string_view field) {
    std::string text;
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field[i] != '\\' || i + 1 == field.size()) {
            text += field[i];
            continue;
        }
        switch (field[++i]) {
            case 'n': text += '\n'; break;
            case 'r': text += '\r'; break;
            case 't': text += '\t'; break;
            default: text += field[i];
        }
    }
    return text;
}

float number(std::string_view field) { return std::strtof(std::string(field).c_str(), nullptr); }
std::uint32_t whole(std::string_view field) { return static_cast<std::uint32_t>(number(field)); }

base::Language language_of(std::string_view field) { return base::parse_language(field).value_or(base::Language::Ar); }

text::Chain chain_of(std::string_view field) {
    if (field == "ar") return text::Chain::Ar;
    if (field == "zgh") return text::Chain::Zgh;
    return field == "names" ? text::Chain::LanguageNames : text::Chain::Latin;
}

// Both ways between the units of the browser and our bytes.
struct Offsets {
    std::vector<std::uint32_t> to_bytes;
    std::vector<std::uint32_t> to_units;

    explicit Offsets(std::string_view text) : to_bytes(unicode::to_utf16_with_offsets(text).bytes) {
        to_units.resize(text.size() + 1);
        // Both halves of a surrogate pair have one byte offset: the first one counts.
        for (auto unit = static_cast<std::uint32_t>(to_bytes.size()); unit-- > 0;) to_units[to_bytes[unit]] = unit;
    }
};

std::vector<text::Span> spans_of(std::string_view field, const Offsets& offsets) {
    std::vector<text::Span> spans;
    if (field.empty()) return spans;
    for (const auto item : split(field, ';')) {
        const auto parts = split(item, ',');
        spans.push_back({.begin = offsets.to_bytes[whole(parts[0])],
                         .end = offsets.to_bytes[whole(parts[1])],
                         .weight = static_cast<std::uint16_t>(whole(parts[2])),
                         .isolate = parts[3] == "1",
                         .language = language_of(parts[4])});
    }
    return spans;
}

void print(const text::Lines& lines, float max_content_px, float min_content_px, const Offsets& offsets) {
    std::printf("{\"heightPx\":%.6g,\"maxContentPx\":%.8g,\"minContentPx\":%.8g,\"lines\":[",
                static_cast<double>(lines.height_px), static_cast<double>(max_content_px),
                static_cast<double>(min_content_px));
    const char* separator = "";
    for (const auto& line : lines.lines) {
        std::printf("%s{\"start\":%u,\"end\":%u,\"visibleEnd\":%u,\"widthPx\":%.8g,\"baselinePx\":%.8g,\"glyphs\":[",
                    separator, offsets.to_units[line.begin], offsets.to_units[line.end],
                    offsets.to_units[line.visible_end], static_cast<double>(line.width_px),
                    static_cast<double>(line.baseline_px));
        const char* comma = "";
        for (const auto& glyph : lines.glyphs_of(line)) {
            std::printf("%s[%u,%u,%u,%.7g,%.7g]", comma, static_cast<unsigned>(glyph.face), glyph.id,
                        offsets.to_units[glyph.cluster], static_cast<double>(glyph.x_px),
                        static_cast<double>(glyph.advance_px));
            comma = ",";
        }
        std::printf("]}");
        separator = ",";
    }
    std::printf("]}\n");
}

void lay_out_plain(text::Engine& engine, const std::vector<std::string_view>& fields) {
    const text::PlainText text(unicode::to_utf16(unescape(fields[8])),
                               {.language = language_of(fields[1]),
                                .direction = fields[2] == "rtl" ? base::Direction::Rtl : base::Direction::Ltr,
                                .size_px = number(fields[3]),
                                .line_height = number(fields[4]),
                                .layout_ratio = number(fields[5])});
    const auto width_px = number(fields[6]);
    const auto [lines, height_px] = text.lines(engine, width_px);
    std::printf("{\"heightPx\":%.9g,\"lines\":[", static_cast<double>(height_px));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::printf("%s{\"start\":%u,\"end\":%u,\"widthPx\":%.9g,\"carets\":[", i == 0 ? "" : ",", lines[i].start,
                    lines[i].end, static_cast<double>(lines[i].width_px));
        const char* comma = "";
        if (fields[7] == "1") {
            for (const auto& stop : text.caret_stops(engine, width_px, i)) {
                std::printf("%s[%u,%.7g]", comma, stop.offset, static_cast<double>(stop.x_px));
                comma = ",";
            }
        }
        std::printf("]}");
    }
    std::printf("]}\n");
}

void lay_out(text::Engine& engine, std::string_view line) {
    const auto fields = split(line, '\t');
    if (fields.size() == 9 && fields[0] == "plain") return lay_out_plain(engine, fields);
    if (fields.size() != 11) {
        std::printf("{\"error\":\"the fields are not as expected\"}\n");
        return;
    }
    const auto content = unescape(fields[10]);
    const Offsets offsets(content);
    const auto spans = spans_of(fields[9], offsets);
    const text::Paragraph paragraph{
        .text = content,
        .spans = spans,
        .language = language_of(fields[0]),
        .direction = fields[1] == "rtl" ? base::Direction::Rtl : base::Direction::Ltr,
        .style = {.size_px = number(fields[3]),
                  .line_height = number(fields[4]),
                  .weight = static_cast<std::uint16_t>(whole(fields[5])),
                  .chain = chain_of(fields[2])},
        .wrap = fields[7] == "nowrap" ? text::Wrap::NoWrap : text::Wrap::Normal,
        .overflow_wrap = fields[8] == "anywhere" ? text::OverflowWrap::Anywhere : text::OverflowWrap::Normal};
    print(engine.layout(paragraph, number(fields[6])), engine.max_content_width_px(paragraph),
          engine.min_content_width_px(paragraph), offsets);
}

}  // namespace

int main(int argc, char** argv) {
    const std::string folder = argc > 1 ? argv[1] : RIHAB_FONTS_DIR;
    if (!unicode::load_data(embedded::icu_cut())) return 1;
    text::Fonts fonts;
    for (const auto& face : fonts::all_faces()) {
        if (fonts.add(face.face, read_file(folder + "/" + std::string(face.file)))) continue;
        std::fprintf(stderr, "text-cli: %s is not a font.\n", std::string(face.file).c_str());
        return 1;
    }

    text::Engine engine(fonts);
    for (std::string line; std::getline(std::cin, line);) {
        lay_out(engine, line);
        engine.trim();
    }
    return 0;
}
