#include "client/text/font.hpp"

#include <utility>

#include "client/text/detail/loaded_font.hpp"

namespace text {
namespace {

constexpr float to_font_units(float value) { return value / static_cast<float>(detail::units_scale); }

OutlineSink& sink_of(void* data) { return *static_cast<OutlineSink*>(data); }

void draw_move(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    sink_of(data).move_to(to_font_units(x), to_font_units(y));
}

void draw_line(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    sink_of(data).line_to(to_font_units(x), to_font_units(y));
}

void draw_quadratic(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float control_x, float control_y, float x, float y,
                    void*) {
    sink_of(data).quadratic_to(to_font_units(control_x), to_font_units(control_y), to_font_units(x), to_font_units(y));
}

void draw_cubic(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float control1_x, float control1_y, float control2_x,
                float control2_y, float x, float y, void*) {
    sink_of(data).cubic_to(to_font_units(control1_x), to_font_units(control1_y), to_font_units(control2_x),
                           to_font_units(control2_y), to_font_units(x), to_font_units(y));
}

detail::HbDrawFuncs make_draw_funcs() {
    detail::HbDrawFuncs funcs(hb_draw_funcs_create());
    hb_draw_funcs_set_move_to_func(funcs.get(), draw_move, nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(funcs.get(), draw_line, nullptr, nullptr);
    hb_draw_funcs_set_quadratic_to_func(funcs.get(), draw_quadratic, nullptr, nullptr);
    hb_draw_funcs_set_cubic_to_func(funcs.get(), draw_cubic, nullptr, nullptr);
    return funcs;
}

detail::HbFace open_face(const std::vector<std::byte>& bytes) {
    const std::unique_ptr<hb_blob_t, detail::Deleter<hb_blob_destroy>> blob(
        hb_blob_create(reinterpret_cast<const char*>(bytes.data()), static_cast<unsigned>(bytes.size()),
                       HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    return detail::HbFace(hb_face_create(blob.get(), 0));
}

}  // namespace

Chain chain_of(base::Language language) {
    switch (language) {
        case base::Language::Ar: return Chain::Ar;
        case base::Language::Zgh: return Chain::Zgh;
        case base::Language::Fr:
        case base::Language::En: return Chain::Latin;
    }
    return Chain::Latin;
}

Fonts::Fonts() = default;
Fonts::~Fonts() = default;

base::Result<void> Fonts::add(fonts::Face face, std::vector<std::byte> ttf) {
    if (has(face)) return {};

    auto loaded = std::make_unique<Loaded>();
    loaded->face = face;
    loaded->bytes = std::move(ttf);
    loaded->hb_face = open_face(loaded->bytes);
    if (hb_face_get_glyph_count(loaded->hb_face.get()) == 0) {
        return std::unexpected(base::Error{base::ErrorCode::FontUnusable, std::string(fonts::info(face).file)});
    }

    const auto units = static_cast<int>(hb_face_get_upem(loaded->hb_face.get()));
    loaded->hb_font.reset(hb_font_create(loaded->hb_face.get()));
    loaded->draw_funcs = make_draw_funcs();
    hb_font_set_scale(loaded->hb_font.get(), units * detail::units_scale, units * detail::units_scale);
    loaded->units_per_em = static_cast<float>(units);
    loaded->ems_per_unit = 1.0 / (static_cast<double>(units) * detail::units_scale);

    const auto index = static_cast<std::size_t>(face);
    if (index >= faces_.size()) faces_.resize(index + 1);
    faces_[index] = std::move(loaded);
    return {};
}

const Fonts::Loaded* Fonts::find(fonts::Face face) const {
    const auto index = static_cast<std::size_t>(face);
    return index < faces_.size() ? faces_[index].get() : nullptr;
}

bool Fonts::has(fonts::Face face) const { return find(face) != nullptr; }

FaceSet Fonts::loaded() const {
    FaceSet set;
    for (std::size_t i = 0; i < faces_.size(); ++i) set[i] = faces_[i] != nullptr;
    return set;
}

void Fonts::outline(fonts::Face face, std::uint16_t glyph, OutlineSink& sink) const {
    const Loaded* loaded = find(face);
    if (!loaded) return;
    hb_font_draw_glyph(loaded->hb_font.get(), glyph, loaded->draw_funcs.get(), &sink);
}

float Fonts::units_per_em(fonts::Face face) const {
    const Loaded* loaded = find(face);
    return loaded ? loaded->units_per_em : static_cast<float>(fonts::info(face).units_per_em);
}

}  // namespace text
