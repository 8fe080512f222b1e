#include "tests/conformance/shape_cases.hpp"

#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>

#include "tests/conformance/suite.hpp"

namespace conformance {
namespace {

constexpr unsigned beginning_of_text = 0x01;
constexpr unsigned remove_default_ignorables = 0x08;
constexpr unsigned produce_unsafe_to_concatenate = 0x40;

// "U+0628,U+0622", also without "U+".
std::vector<char32_t> parse_code_points(std::string_view list) {
    std::vector<char32_t> code_points;
    for (auto item : split(list, ',')) {
        if (item.starts_with("U+") || item.starts_with("u+")) item.remove_prefix(2);
        if (!item.empty()) code_points.push_back(parse_hex(item));
    }
    return code_points;
}

int parse_int(const std::string& digits, int otherwise) { return digits.empty() ? otherwise : std::stoi(digits); }

ShapeCase parse_case(const std::filesystem::path& file, const std::string& line) {
    const auto fields = split(line, ';');
    REQUIRE_MESSAGE(fields.size() == 4, line);
    ShapeCase one{.suite = file.stem().string(), .line = line, .expected = std::string(fields[3])};
    const auto font = fields[0].substr(0, fields[0].find('@'));
    one.font_path = (file.parent_path() / std::string(font)).lexically_normal().string();
    for (const auto word : words(fields[1])) one.options.emplace_back(word);
    one.code_points = parse_code_points(fields[2]);
    return one;
}

}  // namespace

bool ShapeCase::has(std::string_view option) const { return std::ranges::find(options, option) != options.end(); }

std::string ShapeCase::value_of(std::string_view option) const {
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (options[i] == option && i + 1 < options.size()) return options[i + 1];
        if (options[i].starts_with(std::string(option) + '=')) return options[i].substr(option.size() + 1);
    }
    return {};
}

std::vector<ShapeCase> read_shape_cases(const std::string& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".tests") files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<ShapeCase> cases;
    for (const auto& file : files) {
        std::ifstream lines(file);
        for (std::string line; std::getline(lines, line);)
            if (!trim(line).empty() && !line.starts_with('#')) cases.push_back(parse_case(file, line));
    }
    return cases;
}

ShapingFont font_of(const ShapeCase& one, std::span<const char> bytes) {
    return {.bytes = bytes,
            .face_index = static_cast<unsigned>(parse_int(one.value_of("--face-index"), 0)),
            .scale = parse_int(one.value_of("--font-size"), 0),
            .point_size = std::strtof(one.value_of("--font-ptem").c_str(), nullptr),  // 0 where nothing is said.
            .variations = one.value_of("--variations")};
}

ShapingText text_of(const ShapeCase& one, std::u16string& units) {
    units = utf16_of(parse_code_points(one.value_of("--unicodes-before")));
    const auto begin = static_cast<std::uint32_t>(units.size());
    units += utf16_of(one.code_points);
    const auto end = static_cast<std::uint32_t>(units.size());
    units += utf16_of(parse_code_points(one.value_of("--unicodes-after")));

    ShapingText text{.units = units, .begin = begin, .end = end, .clusters_are_code_points = true};
    text.direction = one.value_of("--direction");
    text.script = one.value_of("--script");
    text.language = one.value_of("--language");
    text.features = one.value_of("--features");
    std::erase(text.features, '"');
    text.cluster_level = parse_int(one.value_of("--cluster-level"), 0);
    const auto selector_glyph = one.value_of("--not-found-variation-selector-glyph");
    if (!selector_glyph.empty()) text.missing_selector_glyph = static_cast<unsigned>(std::stoul(selector_glyph));
    if (one.has("--bot")) text.buffer_flags |= beginning_of_text;
    if (one.has("--remove-default-ignorables")) text.buffer_flags |= remove_default_ignorables;
    text.buffer_flags |= produce_unsafe_to_concatenate;
    return text;
}

std::string print_glyphs(const ShapeCase& one, const ShapingFont& font, std::span<const ShapedGlyph> glyphs) {
    const bool no_extra_data = one.has("--ned");
    std::int32_t x = 0;
    std::int32_t y = 0;
    std::string printed;
    for (const auto& glyph : glyphs) {
        printed += printed.empty() ? '[' : '|';
        printed += one.has("--no-glyph-names") ? std::to_string(glyph.id) : full::glyph_name(font, glyph.id);
        if (!no_extra_data && !one.has("--no-clusters")) printed += '=' + std::to_string(glyph.cluster);
        if (!one.has("--no-positions")) {
            const auto place_x = x + glyph.x_offset;
            const auto place_y = y + glyph.y_offset;
            if (place_x != 0 || place_y != 0) printed += '@' + std::to_string(place_x) + ',' + std::to_string(place_y);
            if (!no_extra_data) printed += '+' + std::to_string(glyph.x_advance);
            if (!no_extra_data && glyph.y_advance != 0) printed += ',' + std::to_string(glyph.y_advance);
        }
        if (one.has("--show-flags") && glyph.flags != 0) {
            char flags[16];
            std::snprintf(flags, sizeof flags, "#%X", glyph.flags);
            printed += flags;
        }
        if (one.has("--show-extents")) printed += full::glyph_extents(font, glyph.id);
        if (no_extra_data) {
            x += glyph.x_advance;
            y += glyph.y_advance;
        }
    }
    return printed.empty() ? printed : printed + ']';
}

}  // namespace conformance
