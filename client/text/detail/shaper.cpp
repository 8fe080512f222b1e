#include "client/text/detail/shaper.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <span>

#include "shared/unicode/bidi.hpp"
#include "shared/unicode/utf.hpp"

namespace text::detail {

struct Shaper::Item {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint8_t level = 0;
    hb_script_t script = HB_SCRIPT_COMMON;
    base::Language language = base::Language::Ar;
    Faces faces{};
};

namespace {

// Width of the box for a letter of a face that is not there at all.
constexpr float missing_advance_em = 0.6F;

hb_language_t to_hb(base::Language language) {
    const auto code = base::code_of(language);
    return hb_language_from_string(code.data(), static_cast<int>(code.size()));
}

std::span<const hb_glyph_info_t> infos_of(hb_buffer_t* buffer) {
    unsigned count = 0;
    const auto* infos = hb_buffer_get_glyph_infos(buffer, &count);
    return {infos, count};
}

std::span<const hb_glyph_position_t> positions_of(hb_buffer_t* buffer) {
    unsigned count = 0;
    const auto* positions = hb_buffer_get_glyph_positions(buffer, &count);
    return {positions, count};
}

bool is_newline(const Content& content, std::uint32_t unit) { return content.units[unit] == u'\n'; }

// The browser takes a space at the end of a paragraph, or before a forced break, away before it asks any face.
bool is_taken_away(const Content& content, std::uint32_t unit) {
    return content.units[unit] == u' ' && (unit + 1 == content.size() || is_newline(content, unit + 1));
}

// The browser passes a face by that has nothing of what is left of a run. HarfBuzz would still make spaces out of its
// plain one, and letters out of their parts.
bool has_any(fonts::Face face, const Content& content, std::span<const Part> parts) {
    return std::ranges::any_of(parts, [&](const Part& part) {
        const auto units = std::u16string_view(content.units).substr(0, part.end);
        bool is_empty = true;
        for (auto unit = part.begin; unit < part.end; ++unit) {
            if (is_taken_away(content, unit)) continue;
            is_empty = false;
            if (fonts::covers(face, unicode::code_point_at(units, unit))) return true;
        }
        return is_empty;
    });
}

// In logical order.
std::vector<Part> parts_by_coverage(std::span<const hb_glyph_info_t> infos, std::uint32_t begin, std::uint32_t end,
                                    bool right_to_left) {
    std::vector<Part> clusters;
    for (std::size_t i = 0; i < infos.size(); ++i) {
        const auto& info = infos[right_to_left ? infos.size() - 1 - i : i];
        const bool covered = info.codepoint != 0;
        if (!clusters.empty() && clusters.back().begin == info.cluster) clusters.back().covered &= covered;
        else clusters.push_back({info.cluster, 0, covered});
    }

    std::vector<Part> parts;
    for (const auto& cluster : clusters) {
        if (!parts.empty() && parts.back().covered == cluster.covered) continue;
        if (!parts.empty()) parts.back().end = cluster.begin;
        parts.push_back(cluster);
    }
    if (parts.empty()) return {{begin, end, true}};  // Nothing to draw, as for a lone control.
    parts.front().begin = begin;
    parts.back().end = end;
    return parts;
}

std::vector<std::uint32_t> piece_ends(const Content& content) {
    std::vector<std::uint32_t> ends;
    std::size_t stretch = 0;
    for (std::uint32_t i = 1; i <= content.size(); ++i) {
        const bool node_ends = content.stretches[stretch].end == i;
        const bool level_changes = i < content.size() && content.levels[i] != content.levels[i - 1];
        if (node_ends || level_changes) ends.push_back(i);
        if (node_ends) ++stretch;
    }
    return ends;
}

void set_positions(Shape& shape) {
    const auto size = shape.content.size();
    shape.edges.assign(size + 1, 0);
    shape.edges.back() = Cluster | Safe;
    for (const auto& stretch : shape.content.stretches) shape.edges[stretch.end] |= NodeEnd;
    shape.position.assign(size + 1, 0);
    for (const auto& glyph : shape.glyphs) {
        shape.position[glyph.cluster + 1] += static_cast<double>(glyph.advance);
        shape.lacks_letters |= glyph.id == 0;
        shape.edges[glyph.cluster] |= glyph.unsafe_to_break ? Cluster : Cluster | Safe;
    }
    std::partial_sum(shape.position.begin(), shape.position.end(), shape.position.begin());
}

void set_opportunities(Shape& shape) {
    const auto& breaks = shape.content.breaks;
    shape.opportunities.reserve(breaks.size());
    std::uint32_t begin = 0;
    std::uint32_t seen = 0;  // The end of what is seen of the text up to `begin`.
    for (const auto end : breaks) {
        const auto visible_end = visible_end_of(shape.content, begin, end);
        if (visible_end != begin) seen = visible_end;
        shape.opportunities.push_back({end, seen, shape.position[seen]});
        if (end == shape.content.size() || is_newline(shape.content, end - 1)) shape.hard_ends.push_back(end);
        begin = end;
    }
}

// The controls around an isolated span are no text to the browser; those that somebody typed are.
bool is_of_a_span(const Content& content, std::uint32_t unit) {
    const char16_t c = content.units[unit];
    if (c != unicode::first_strong_isolate && c != unicode::pop_directional_isolate) return false;
    return std::ranges::upper_bound(content.stretches, unit, {}, &Stretch::end)->is_control;
}

}  // namespace

bool hangs(const Content& content, std::uint32_t unit) {
    const char16_t c = content.units[unit];
    return c == u' ' || c == u'\n' || c == u'\t' || is_of_a_span(content, unit);
}

std::uint32_t visible_end_of(const Content& content, std::uint32_t begin, std::uint32_t end) {
    while (end > begin && hangs(content, end - 1)) --end;
    return end;
}

Shaper::Shaper(const Fonts& fonts) : fonts_(fonts), buffer_(hb_buffer_create()) {
    for (const auto language : base::languages) languages_[static_cast<std::size_t>(language)] = to_hb(language);
}

Shape Shaper::shape(const Paragraph& paragraph) {
    Shape shape;
    shape.content = make_content(paragraph, boundaries_);
    const Content& content = shape.content;
    shape.glyphs.reserve(content.size());
    script_runs(content.units, scripts_);

    std::size_t stretch = 0;
    std::size_t script = 0;
    for (std::uint32_t begin = 0; begin < content.size();) {
        while (content.stretches[stretch].end <= begin) ++stretch;
        while (scripts_[script].end <= begin) ++script;
        if (content.stretches[stretch].is_control || is_newline(content, begin)) {
            ++begin;
            continue;
        }

        // Neighbours of one style are shaped together: a link inside a sentence leaves kerning and ligatures alone.
        const auto& style = content.stretches[stretch];
        std::size_t last = stretch;
        while (last + 1 < content.stretches.size() && !content.stretches[last + 1].is_control &&
               content.stretches[last + 1].weight == style.weight &&
               content.stretches[last + 1].language == style.language)
            ++last;

        const auto limit = std::min(content.stretches[last].end, scripts_[script].end);
        auto end = begin + 1;
        while (end < limit && content.levels[end] == content.levels[begin] && !is_newline(content, end)) ++end;

        shape_item(shape, {.begin = begin,
                           .end = end,
                           .level = content.levels[begin],
                           .script = scripts_[script].script,
                           .language = style.language,
                           .faces = faces_of(paragraph.style.chain, style.weight)});
        begin = end;
    }

    shape.pieces = piece_ends(content);
    set_positions(shape);
    set_opportunities(shape);
    return shape;
}

bool Shaper::run_harfbuzz(const Content& content, const Item& item, fonts::Face face) {
    const auto* font = fonts_.find(face);
    if (!font) return false;

    hb_buffer_t* buffer = buffer_.get();
    hb_buffer_reset(buffer);
    hb_buffer_add_utf16(buffer, reinterpret_cast<const std::uint16_t*>(content.units.data()),
                        static_cast<int>(content.size()), item.begin, static_cast<int>(item.end - item.begin));
    // The bidi pass and the itemiser decided these. Digits and brackets inside Arabic have no letters to guess from.
    hb_buffer_set_direction(buffer, unicode::is_right_to_left(item.level) ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, item.script);
    hb_buffer_set_language(buffer, languages_[static_cast<std::size_t>(item.language)]);
    hb_shape(font->hb_font.get(), buffer, nullptr, 0);
    return true;
}

void Shaper::append_glyphs(fonts::Face face, std::uint32_t begin, std::uint32_t end, std::vector<ShapedGlyph>& glyphs) {
    const double ems_per_unit = fonts_.find(face)->ems_per_unit;
    const auto to_ems = [&](hb_position_t value) { return static_cast<float>(value * ems_per_unit); };
    const auto infos = infos_of(buffer_.get());
    const auto positions = positions_of(buffer_.get());
    // Clusters rise from left to right, or fall: a run of many parts looks at each part's own glyphs only.
    const bool falling = HB_DIRECTION_IS_BACKWARD(hb_buffer_get_direction(buffer_.get()));
    const auto edge_at = [&](std::uint32_t unit) {
        const auto before = [&](const hb_glyph_info_t& info) {
            return falling ? info.cluster >= unit : info.cluster < unit;
        };
        return static_cast<std::size_t>(std::ranges::partition_point(infos, before) - infos.begin());
    };
    for (auto i = edge_at(falling ? end : begin), last = edge_at(falling ? begin : end); i < last; ++i) {
        glyphs.push_back(
            {.cluster = infos[i].cluster,
             .advance = to_ems(positions[i].x_advance),
             .x_offset = to_ems(positions[i].x_offset),
             .y_offset = to_ems(positions[i].y_offset),
             .id = static_cast<std::uint16_t>(infos[i].codepoint),
             .unsafe_to_break = (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0});
    }
}

// As the browser falls back: shape all with one face, then give the clusters that it has not to the next one.
void Shaper::shape_item(Shape& shape, const Item& item) {
    const auto first_run = shape.runs.size();
    const auto shape_left = [&](auto&& shape_one) {
        Item one = item;
        for (const auto& part : left_) {
            one.begin = part.begin;
            one.end = part.end;
            shape_one(one);
        }
    };
    left_.assign(1, {item.begin, item.end});
    for (const auto face : item.faces) {
        if (!fonts_.has(face) || !has_any(face, shape.content, left_)) continue;
        lacking_.clear();
        shape_left([&](const Item& one) { shape_with(shape, one, face); });
        left_.swap(lacking_);
        if (left_.empty()) break;
    }
    shape_left([&](const Item& one) { add_missing(shape, one); });
    std::sort(shape.runs.begin() + static_cast<std::ptrdiff_t>(first_run), shape.runs.end(),
              [](const ShapedRun& a, const ShapedRun& b) { return a.begin < b.begin; });
}

// What the face has not is put into `lacking_`.
void Shaper::shape_with(Shape& shape, const Item& item, fonts::Face face) {
    run_harfbuzz(shape.content, item, face);
    const auto infos = infos_of(buffer_.get());
    if (std::ranges::none_of(infos, [](const auto& info) { return info.codepoint == 0; }))
        return add_run(shape, item, face);
    for (const auto& part : parts_by_coverage(infos, item.begin, item.end, unicode::is_right_to_left(item.level))) {
        Item covered = item;
        covered.begin = part.begin;
        covered.end = part.end;
        if (part.covered) add_run(shape, covered, face);
        else lacking_.push_back(part);
    }
}

// Takes the glyphs of a part of what HarfBuzz has just shaped.
void Shaper::add_run(Shape& shape, const Item& item, fonts::Face face) {
    const auto first_glyph = static_cast<std::uint32_t>(shape.glyphs.size());
    append_glyphs(face, item.begin, item.end, shape.glyphs);
    shape.runs.push_back({.begin = item.begin,
                          .end = item.end,
                          .first_glyph = first_glyph,
                          .glyph_count = static_cast<std::uint32_t>(shape.glyphs.size()) - first_glyph,
                          .face = face,
                          .level = item.level,
                          .script = item.script,
                          .language = item.language});
}

// No face of the chain has these: the first one that is loaded shows its box for missing letters.
void Shaper::add_missing(Shape& shape, const Item& item) {
    ShapedRun run{.begin = item.begin,
                  .end = item.end,
                  .first_glyph = static_cast<std::uint32_t>(shape.glyphs.size()),
                  .glyph_count = 0,
                  .face = item.faces.front(),
                  .level = item.level,
                  .script = item.script,
                  .language = item.language};
    const auto loaded = std::ranges::find_if(item.faces, [&](fonts::Face face) { return fonts_.has(face); });
    if (loaded != item.faces.end()) {
        run.face = *loaded;
        run_harfbuzz(shape.content, item, run.face);
        append_glyphs(run.face, item.begin, item.end, shape.glyphs);
    } else {
        for (auto unit = item.begin; unit < item.end; ++unit) {
            const auto cluster = unicode::is_right_to_left(item.level) ? item.end - 1 - (unit - item.begin) : unit;
            shape.glyphs.push_back({.cluster = cluster, .advance = missing_advance_em});
        }
    }
    run.glyph_count = static_cast<std::uint32_t>(shape.glyphs.size()) - run.first_glyph;
    shape.runs.push_back(run);
}

void Shaper::shape_part(const Content& content, const ShapedRun& run, std::uint32_t begin, std::uint32_t end,
                        std::vector<ShapedGlyph>& glyphs) {
    const Item item{.begin = begin, .end = end, .level = run.level, .script = run.script, .language = run.language};
    if (run_harfbuzz(content, item, run.face)) append_glyphs(run.face, begin, end, glyphs);
}

}  // namespace text::detail
