// One call of a shaper, said without any header of the library: shaping.cpp is compiled twice, with the HarfBuzz that
// ships (namespace lean) and with the whole of it, in a shared library of its own (namespace full).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace conformance {

struct ShapingFont {
    std::span<const char> bytes;
    unsigned face_index = 0;
    int scale = 0;  // Of one em; 0: the font's own units.
    float point_size = 0;
    std::string variations;  // "wght=700,wdth=80"
};

struct ShapingText {
    std::u16string_view units;
    std::uint32_t begin = 0;  // The part to shape, in units; what stands around it is context.
    std::uint32_t end = 0;
    bool clusters_are_code_points = false;  // Otherwise units.
    // Empty: guessed from the text.
    std::string direction;  // "ltr"
    std::string script;     // "Arab"
    std::string language;   // "ar"
    std::string features;   // "liga=0,dlig"
    unsigned buffer_flags = 0;
    int cluster_level = 0;
    unsigned missing_selector_glyph = 0xFFFF'FFFF;  // HarfBuzz's own "none".
};

struct ShapedGlyph {
    std::uint32_t id = 0;
    std::uint32_t cluster = 0;
    std::int32_t x_advance = 0;
    std::int32_t y_advance = 0;
    std::int32_t x_offset = 0;
    std::int32_t y_offset = 0;
    std::uint32_t flags = 0;  // Unsafe to break, unsafe to concatenate.
    bool operator==(const ShapedGlyph&) const = default;
};

namespace lean {
// Four letters of ISO 15924; "Zyyy" for what all scripts share, "Zinh" for marks.
std::string script_of(char32_t code_point);
std::vector<ShapedGlyph> shape(const ShapingFont& font, const ShapingText& text);
}  // namespace lean

namespace full {
[[gnu::visibility("default")]] std::vector<ShapedGlyph> shape(const ShapingFont& font, const ShapingText& text);
// As the font calls it, "gid12" where it has no names.
[[gnu::visibility("default")]] std::string glyph_name(const ShapingFont& font, std::uint32_t glyph);
// "<x_bearing,y_bearing,width,height>"
[[gnu::visibility("default")]] std::string glyph_extents(const ShapingFont& font, std::uint32_t glyph);
}  // namespace full

}  // namespace conformance
