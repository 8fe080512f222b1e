#include "tests/conformance/watched_harfbuzz.hpp"

#include <cstdio>
#include <cstdlib>
#include <hb.h>
#include <map>
#include <set>
#include <utility>

#include "shared/unicode/utf.hpp"
#include "tests/conformance/shaping.hpp"

namespace {

using conformance::ShapedGlyph;
using conformance::ShapingFont;
using conformance::ShapingText;

// What a buffer was given; the library itself does not tell of the context.
struct Given {
    std::u16string units;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

std::map<const hb_buffer_t*, Given> given;
conformance::Watched watched;

// Not assert: this must hold in every build.
void require(bool condition, const char* sentence) {
    if (condition) return;
    std::fprintf(stderr, "watched_harfbuzz: %s\n", sentence);
    std::abort();
}

std::string text_of_tag(hb_tag_t tag) {
    char letters[4];
    hb_tag_to_string(tag, letters);
    return {letters, sizeof letters};
}

ShapingFont font_of(hb_font_t* font) {
    ShapingFont result;
    hb_face_t* face = hb_font_get_face(font);
    hb_blob_t* blob = hb_face_reference_blob(face);  // The face holds another reference.
    unsigned length = 0;
    const char* bytes = hb_blob_get_data(blob, &length);
    hb_blob_destroy(blob);
    int y_scale = 0;
    hb_font_get_scale(font, &result.scale, &y_scale);
    unsigned coordinates = 0;
    hb_font_get_var_coords_normalized(font, &coordinates);
    require(result.scale == y_scale && coordinates == 0,
            "a font is stretched or varied, which the comparison does not know");
    result.bytes = {bytes, length};
    result.face_index = hb_face_get_index(face) & 0xFFFF;
    return result;
}

ShapingText text_of(const hb_buffer_t* buffer) {
    const auto found = given.find(buffer);
    require(found != given.end(), "a buffer is shaped whose text came another way than hb_buffer_add_utf16");
    ShapingText text{.units = found->second.units, .begin = found->second.begin, .end = found->second.end};
    text.direction = hb_direction_to_string(hb_buffer_get_direction(buffer));
    text.script = text_of_tag(hb_script_to_iso15924_tag(hb_buffer_get_script(buffer)));
    text.language = hb_language_to_string(hb_buffer_get_language(buffer));
    text.buffer_flags = static_cast<unsigned>(hb_buffer_get_flags(buffer));
    text.cluster_level = static_cast<int>(hb_buffer_get_cluster_level(buffer));
    return text;
}

std::string describe(const ShapingText& text, std::span<const ShapedGlyph> glyphs) {
    std::string words = text.script + ' ' + text.language + ' ' + text.direction + " \"" +
                        unicode::to_utf8(text.units.substr(text.begin, text.end - text.begin)) + "\":";
    for (const auto& glyph : glyphs)
        words += ' ' + std::to_string(glyph.id) + '=' + std::to_string(glyph.cluster) + '@' +
                 std::to_string(glyph.x_offset) + ',' + std::to_string(glyph.y_offset) + '+' +
                 std::to_string(glyph.x_advance) + '#' + std::to_string(glyph.flags);
    return words;
}

// A cluster with a letter that the face has not goes to the next face. Where its parts would stand is never seen.
void forget_places_in_lacking_clusters(std::vector<ShapedGlyph>& glyphs) {
    std::set<std::uint32_t> lacking;
    for (const auto& glyph : glyphs)
        if (glyph.id == 0) lacking.insert(glyph.cluster);
    for (auto& glyph : glyphs)
        if (lacking.contains(glyph.cluster)) glyph = {.id = glyph.id, .cluster = glyph.cluster, .flags = glyph.flags};
}

void compare(hb_font_t* font, hb_buffer_t* buffer, const ShapingText& text) {
    unsigned count = 0;
    const auto* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const auto* positions = hb_buffer_get_glyph_positions(buffer, &count);
    std::vector<ShapedGlyph> ours;
    for (unsigned i = 0; i < count; ++i)
        ours.push_back({.id = infos[i].codepoint,
                        .cluster = infos[i].cluster,
                        .x_advance = positions[i].x_advance,
                        .y_advance = positions[i].y_advance,
                        .x_offset = positions[i].x_offset,
                        .y_offset = positions[i].y_offset,
                        .flags = static_cast<std::uint32_t>(hb_glyph_info_get_glyph_flags(&infos[i]))});
    auto full = conformance::full::shape(font_of(font), text);
    for (auto* glyphs : {&ours, &full})
        for (auto& glyph : *glyphs)
            glyph.flags &= HB_GLYPH_FLAG_UNSAFE_TO_BREAK;  // The only one that the engine reads.
    ++watched.calls;
    watched.glyphs += full.size();
    if (ours == full) return;
    static const std::set<std::string> shipped = {"Arab", "Latn", "Tfng", "Zyyy", "Zinh"};
    if (!shipped.contains(text.script)) {
        ++watched.foreign_differences;
        return;
    }
    const auto seen = std::pair(ours, full);
    forget_places_in_lacking_clusters(ours);
    forget_places_in_lacking_clusters(full);
    if (ours == full) {
        ++watched.unseen_differences;
        return;
    }
    if (watched.differences++ == 0)
        watched.first_difference =
            "ours " + describe(text, seen.first) + "\n           full " + describe(text, seen.second);
}

template <class Shape>
hb_bool_t watch(hb_font_t* font, hb_buffer_t* buffer, unsigned feature_count, const Shape& shape) {
    require(feature_count == 0, "features are asked for by hand, which the comparison does not know");
    const auto text = text_of(buffer);
    const hb_bool_t result = shape();
    compare(font, buffer, text);
    return result;
}

}  // namespace

namespace conformance {

Watched take_watched() { return std::exchange(watched, {}); }

}  // namespace conformance

// The names that the linker gives: __real_ is the library, __wrap_ what the engine calls.
extern "C" {
// NOLINTBEGIN(bugprone-reserved-identifier)
void __real_hb_buffer_add_utf16(hb_buffer_t* buffer, const std::uint16_t* text, int length, unsigned begin, int size);
hb_bool_t __real_hb_shape_full(hb_font_t* font, hb_buffer_t* buffer, const hb_feature_t* features, unsigned count,
                               const char* const* shapers);
hb_bool_t __real_hb_shape_plan_execute(hb_shape_plan_t* plan, hb_font_t* font, hb_buffer_t* buffer,
                                       const hb_feature_t* features, unsigned count);

void __wrap_hb_buffer_add_utf16(hb_buffer_t* buffer, const std::uint16_t* text, int length, unsigned begin, int size) {
    require(hb_buffer_get_length(buffer) == 0 && length >= 0 && size >= 0, "a buffer is filled in more than one step");
    auto& kept = given[buffer];
    kept.units.assign(reinterpret_cast<const char16_t*>(text), static_cast<std::size_t>(length));
    kept.begin = begin;
    kept.end = begin + static_cast<unsigned>(size);
    __real_hb_buffer_add_utf16(buffer, text, length, begin, size);
}

// hb_shape ends here too.
hb_bool_t __wrap_hb_shape_full(hb_font_t* font, hb_buffer_t* buffer, const hb_feature_t* features, unsigned count,
                               const char* const* shapers) {
    return watch(font, buffer, count, [&] { return __real_hb_shape_full(font, buffer, features, count, shapers); });
}

hb_bool_t __wrap_hb_shape_plan_execute(hb_shape_plan_t* plan, hb_font_t* font, hb_buffer_t* buffer,
                                       const hb_feature_t* features, unsigned count) {
    return watch(font, buffer, count,
                 [&] { return __real_hb_shape_plan_execute(plan, font, buffer, features, count); });
}
// NOLINTEND(bugprone-reserved-identifier)
}
