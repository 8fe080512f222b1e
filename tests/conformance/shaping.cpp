// RIHAB_SHAPER: lean or full, the namespace of this translation.
#include "tests/conformance/shaping.hpp"

#include <hb-ot.h>
#include <hb.h>
#include <map>
#include <memory>

namespace conformance::RIHAB_SHAPER {
namespace {

template <auto destroy>
struct Deleter {
    template <class T>
    void operator()(T* handle) const {
        destroy(handle);
    }
};

using Font = std::unique_ptr<hb_font_t, Deleter<hb_font_destroy>>;
using Buffer = std::unique_ptr<hb_buffer_t, Deleter<hb_buffer_destroy>>;

std::vector<std::string_view> items_of(std::string_view list) {
    std::vector<std::string_view> items;
    while (!list.empty()) {
        const auto end = std::min(list.find(','), list.size());
        if (end > 0) items.push_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return items;
}

Font open(const ShapingFont& wanted) {
    const std::unique_ptr<hb_blob_t, Deleter<hb_blob_destroy>> blob(hb_blob_create(
        wanted.bytes.data(), static_cast<unsigned>(wanted.bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    const std::unique_ptr<hb_face_t, Deleter<hb_face_destroy>> face(hb_face_create(blob.get(), wanted.face_index));
    Font font(hb_font_create(face.get()));
    const int scale = wanted.scale != 0 ? wanted.scale : static_cast<int>(hb_face_get_upem(face.get()));
    hb_font_set_scale(font.get(), scale, scale);
    hb_font_set_ptem(font.get(), wanted.point_size);
    std::vector<hb_variation_t> variations;
    for (const auto item : items_of(wanted.variations)) {
        hb_variation_t variation;
        if (hb_variation_from_string(item.data(), static_cast<int>(item.size()), &variation))
            variations.push_back(variation);
    }
    hb_font_set_variations(font.get(), variations.data(), static_cast<unsigned>(variations.size()));
    return font;
}

// A font is opened once: its bytes outlive every call.
hb_font_t* font_of(const ShapingFont& wanted) {
    static std::map<std::tuple<const char*, unsigned, int, float, std::string>, Font> fonts;
    auto& font = fonts[{wanted.bytes.data(), wanted.face_index, wanted.scale, wanted.point_size, wanted.variations}];
    if (!font) font = open(wanted);
    return font.get();
}

void set_properties(hb_buffer_t* buffer, const ShapingText& text) {
    const auto length = [](const std::string& value) { return static_cast<int>(value.size()); };
    if (!text.direction.empty())
        hb_buffer_set_direction(buffer, hb_direction_from_string(text.direction.data(), length(text.direction)));
    if (!text.script.empty())
        hb_buffer_set_script(buffer, hb_script_from_string(text.script.data(), length(text.script)));
    if (!text.language.empty())
        hb_buffer_set_language(buffer, hb_language_from_string(text.language.data(), length(text.language)));
    hb_buffer_set_flags(buffer, static_cast<hb_buffer_flags_t>(text.buffer_flags));
    hb_buffer_set_cluster_level(buffer, static_cast<hb_buffer_cluster_level_t>(text.cluster_level));
    hb_buffer_set_not_found_variation_selector_glyph(buffer, text.missing_selector_glyph);
    hb_buffer_guess_segment_properties(buffer);
}

}  // namespace

std::vector<ShapedGlyph> shape(const ShapingFont& font, const ShapingText& text) {
    const Buffer buffer(hb_buffer_create());
    hb_buffer_add_utf16(buffer.get(), reinterpret_cast<const std::uint16_t*>(text.units.data()),
                        static_cast<int>(text.units.size()), text.begin, static_cast<int>(text.end - text.begin));
    unsigned count = 0;
    auto* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    for (unsigned i = 0; text.clusters_are_code_points && i < count; ++i) infos[i].cluster = i;
    set_properties(buffer.get(), text);

    std::vector<hb_feature_t> features;
    for (const auto item : items_of(text.features)) {
        hb_feature_t feature;
        if (hb_feature_from_string(item.data(), static_cast<int>(item.size()), &feature)) features.push_back(feature);
    }
    const char* const shapers[] = {"ot", nullptr};
    hb_shape_full(font_of(font), buffer.get(), features.data(), static_cast<unsigned>(features.size()), shapers);

    infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const auto* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
    std::vector<ShapedGlyph> glyphs;
    for (unsigned i = 0; i < count; ++i)
        glyphs.push_back({.id = infos[i].codepoint,
                          .cluster = infos[i].cluster,
                          .x_advance = positions[i].x_advance,
                          .y_advance = positions[i].y_advance,
                          .x_offset = positions[i].x_offset,
                          .y_offset = positions[i].y_offset,
                          .flags = static_cast<std::uint32_t>(hb_glyph_info_get_glyph_flags(&infos[i]))});
    return glyphs;
}

#ifdef RIHAB_SHAPER_IS_LEAN
std::string script_of(char32_t code_point) {
    char tag[4];
    hb_tag_to_string(hb_script_to_iso15924_tag(hb_unicode_script(hb_unicode_funcs_get_default(), code_point)), tag);
    return {tag, sizeof tag};
}
#else
std::string glyph_name(const ShapingFont& font, std::uint32_t glyph) {
    char name[128];
    hb_font_glyph_to_string(font_of(font), glyph, name, sizeof name);
    return name;
}

std::string glyph_extents(const ShapingFont& font, std::uint32_t glyph) {
    hb_glyph_extents_t extents{};
    hb_font_get_glyph_extents(font_of(font), glyph, &extents);
    return '<' + std::to_string(extents.x_bearing) + ',' + std::to_string(extents.y_bearing) + ',' +
           std::to_string(extents.width) + ',' + std::to_string(extents.height) + '>';
}
#endif

}  // namespace conformance::RIHAB_SHAPER
