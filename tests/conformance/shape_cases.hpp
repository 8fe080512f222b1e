// The cases of HarfBuzz's own test suites: FONT;OPTIONS;CODE POINTS;EXPECTED, one a line.
#pragma once

#include <string>
#include <vector>

#include "tests/conformance/shaping.hpp"

namespace conformance {

struct ShapeCase {
    std::string suite;  // The file's name without its ending.
    std::string line;
    std::string font_path;
    std::vector<std::string> options;
    std::vector<char32_t> code_points;
    std::string expected;  // "[name=cluster@x,y+advance|…]", or "*" where anything will do.

    bool has(std::string_view option) const;
    // Of "--option=value" and "--option value"; empty when it is not given.
    std::string value_of(std::string_view option) const;
};

// Every case that is not commented out, of every file of a folder.
std::vector<ShapeCase> read_shape_cases(const std::string& folder);

ShapingFont font_of(const ShapeCase& one, std::span<const char> bytes);
// `units` holds what stands before, the text and what stands after; it must outlive the result.
ShapingText text_of(const ShapeCase& one, std::u16string& units);

// As HarfBuzz's command-line tool prints them under the options of the case. Names and extents are asked of `font`.
std::string print_glyphs(const ShapeCase& one, const ShapingFont& font, std::span<const ShapedGlyph> glyphs);

}  // namespace conformance
