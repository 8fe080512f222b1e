#include "client/text/detail/carets.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <hb-ot.h>

#include "shared/unicode/bidi.hpp"

namespace text::detail {
namespace {

constexpr unsigned max_ligature_letters = 8;

// The glyphs that draw the same letters.
struct Cluster {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    float left_px = 0;
    float right_px = 0;
    const PlacedGlyph* glyph = nullptr;  // The widest: the one that could be a ligature.
};

std::vector<Cluster> clusters_of(const ArrangedLine& arranged, std::uint32_t line_end) {
    std::vector<Cluster> clusters;
    for (const auto& glyph : arranged.glyphs) {
        const float right_px = glyph.pen_px + glyph.advance_px;
        if (clusters.empty() || clusters.back().begin != glyph.shaped.cluster) {
            clusters.push_back({glyph.shaped.cluster, line_end, glyph.pen_px, right_px, &glyph});
            continue;
        }
        clusters.back().right_px = right_px;
        if (glyph.advance_px > clusters.back().glyph->advance_px) clusters.back().glyph = &glyph;
    }
    std::ranges::sort(clusters, {}, &Cluster::begin);
    for (std::size_t i = 0; i + 1 < clusters.size(); ++i) clusters[i].end = clusters[i + 1].begin;
    return clusters;
}

// Where the font says that the letters of a ligature part: left to right, from the glyph's pen.
std::optional<std::array<float, max_ligature_letters>> ligature_carets(const PlacedGlyph& glyph, unsigned letters,
                                                                       const Fonts& fonts, float size_px) {
    const auto* font = fonts.find(glyph.face);
    if (!font || letters < 2 || letters > max_ligature_letters) return std::nullopt;

    std::array<hb_position_t, max_ligature_letters> units{};
    auto count = static_cast<unsigned>(units.size());
    const auto direction = unicode::is_right_to_left(glyph.level) ? HB_DIRECTION_RTL : HB_DIRECTION_LTR;
    hb_ot_layout_get_ligature_carets(font->hb_font.get(), direction, glyph.shaped.id, 0, &count, units.data());
    if (count != letters - 1) return std::nullopt;

    std::ranges::sort(units.begin(), units.begin() + count);
    std::array<float, max_ligature_letters> carets{};
    for (unsigned i = 0; i < count; ++i)
        carets[i] = static_cast<float>(units[i] * font->ems_per_unit * static_cast<double>(size_px));
    return carets;
}

void add_letters(std::vector<LetterBox>& boxes, const Cluster& cluster, std::span<const std::uint32_t> ends,
                 const Fonts& fonts, float size_px) {
    const bool right_to_left = unicode::is_right_to_left(cluster.glyph->level);
    const auto letters = static_cast<unsigned>(ends.size());
    const auto carets = ligature_carets(*cluster.glyph, letters, fonts, size_px);
    const float even_px = (cluster.right_px - cluster.left_px) / static_cast<float>(letters);

    // Edge 0 is the left one of the cluster, edge `letters` the right one.
    const auto edge_px = [&](unsigned edge) {
        if (edge == 0) return cluster.left_px;
        if (edge == letters) return cluster.right_px;
        return carets ? cluster.glyph->pen_px + (*carets)[edge - 1] : cluster.left_px + even_px * static_cast<float>(edge);
    };
    auto begin = cluster.begin;
    for (unsigned i = 0; i < letters; ++i) {
        const unsigned left = right_to_left ? letters - 1 - i : i;
        boxes.push_back({begin, ends[i], edge_px(left), edge_px(left + 1), right_to_left});
        begin = ends[i];
    }
}

}  // namespace

std::vector<LetterBox> letter_boxes(const ArrangedLine& arranged, const LineRange& line,
                                    std::span<const std::uint32_t> grapheme_ends, const Fonts& fonts, float size_px) {
    std::vector<LetterBox> boxes;
    for (const auto& cluster : clusters_of(arranged, line.visible_end)) {
        std::vector<std::uint32_t> ends;
        for (auto end = std::ranges::upper_bound(grapheme_ends, cluster.begin);
             end != grapheme_ends.end() && *end < cluster.end; ++end)
            ends.push_back(*end);
        ends.push_back(cluster.end);
        add_letters(boxes, cluster, ends, fonts, size_px);
    }
    return boxes;
}

}  // namespace text::detail
