// The faces that are loaded, and the order in which a language asks them for a glyph.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "fonts/font_table.hpp"
#include "shared/base/language.hpp"
#include "shared/base/result.hpp"

namespace text {

// Ar: Arabic, Latin, Tifinagh. Zgh: Tifinagh, Latin, Arabic. Latin (fr, en): Latin, Arabic, Tifinagh. Behind each of
// these: the letters of other languages in our scripts.
// LanguageNames: Latin and the few glyphs that the names of the languages need; it loads no other face.
enum class Chain : std::uint8_t { Ar, Zgh, Latin, LanguageNames };

Chain chain_of(base::Language language);

// Bit i stands for the face with the value i.
using FaceSet = std::bitset<32>;

// Receives the outline of a glyph in font units, y upwards. Contours are closed.
class OutlineSink {
public:
    virtual ~OutlineSink() = default;
    virtual void move_to(float x, float y) = 0;
    virtual void line_to(float x, float y) = 0;
    virtual void quadratic_to(float control_x, float control_y, float x, float y) = 0;
    virtual void cubic_to(float control1_x, float control1_y, float control2_x, float control2_y, float x, float y) = 0;
};

// Owns the bytes of the faces. Everything that draws or measures text borrows one of these.
class Fonts {
public:
    Fonts();
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    // Fails with ErrorCode::FontUnusable. A face that is there already is kept.
    base::Result<void> add(fonts::Face face, std::vector<std::byte> ttf);

    bool has(fonts::Face face) const;
    FaceSet loaded() const;

    // Draws nothing for a face that is not loaded.
    void outline(fonts::Face face, std::uint16_t glyph, OutlineSink& sink) const;
    float units_per_em(fonts::Face face) const;

    struct Loaded;  // HarfBuzz stays in the .cpp.
    const Loaded* find(fonts::Face face) const;

private:
    std::vector<std::unique_ptr<Loaded>> faces_;
};

}  // namespace text
