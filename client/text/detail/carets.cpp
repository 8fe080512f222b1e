#include "client/text/detail/carets.hpp"

#include <algorithm>
#include <hb-ot.h>

#include "shared/unicode/bidi.hpp"

namespace text::detail {
namespace {

// The glyphs that draw the same letters.
struct Cluster {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    float left_px = 0;
    float right_px = 0;
    bool right_to_left = false;
};

std::vector<Cluster> clusters_of(LineBuilder& builder, const LineRange& line) {
    std::vector<Cluster> clusters;
    builder.place(line, [&](const PlacedGlyph& glyph) {
        const auto left_px = static_cast<float>(glyph.pen_px);
        const float right_px = left_px + static_cast<float>(glyph.advance_px);
        const auto cluster = glyph.shaped.cluster;
        if (!clusters.empty() && clusters.back().begin == cluster) clusters.back().right_px = right_px;
        else
            clusters.push_back(
                {cluster, line.visible_end, left_px, right_px, unicode::is_right_to_left(glyph.run.level)});
    });
    std::ranges::sort(clusters, {}, &Cluster::begin);
    for (std::size_t i = 0; i + 1 < clusters.size(); ++i) clusters[i].end = clusters[i + 1].begin;
    return clusters;
}

// A ligature is shared out evenly, as the browser does it.
void add_letters(std::vector<LetterBox>& boxes, const Cluster& cluster, std::span<const std::uint32_t> ends) {
    const auto letters = ends.size();
    const float letter_px = (cluster.right_px - cluster.left_px) / static_cast<float>(letters);
    const auto edge_px = [&](std::size_t edge) {
        return edge == letters ? cluster.right_px : cluster.left_px + letter_px * static_cast<float>(edge);
    };
    auto begin = cluster.begin;
    for (std::size_t i = 0; i < letters; ++i) {
        const auto left = cluster.right_to_left ? letters - 1 - i : i;
        boxes.push_back({begin, ends[i], edge_px(left), edge_px(left + 1), cluster.right_to_left});
        begin = ends[i];
    }
}

}  // namespace

std::vector<LetterBox> letter_boxes(LineBuilder& builder, const LineRange& line,
                                    std::span<const std::uint32_t> grapheme_ends) {
    std::vector<LetterBox> boxes;
    for (const auto& cluster : clusters_of(builder, line)) {
        std::vector<std::uint32_t> ends;
        for (auto end = std::ranges::upper_bound(grapheme_ends, cluster.begin);
             end != grapheme_ends.end() && *end < cluster.end; ++end)
            ends.push_back(*end);
        ends.push_back(cluster.end);
        add_letters(boxes, cluster, ends);
    }
    return boxes;
}

}  // namespace text::detail
