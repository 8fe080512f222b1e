#include "client/text/detail/line_builder.hpp"

#include <algorithm>
#include <cmath>
#include <ranges>

#include "shared/unicode/bidi.hpp"

namespace text::detail {

namespace {

// Widths differ from the sum of the advances by roundings and by edges that are shaped again; within this much we
// look closer. About the widest letter.
constexpr double doubt_em = 1;

// The browser lets a line be this much too wide.
constexpr double tolerance_px = 1 / layout_units_per_px;

constexpr bool is_digit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }
constexpr bool is_ascii_letter(char16_t unit) { return (unit | 0x20) >= u'a' && (unit | 0x20) <= u'z'; }

// Latin beyond ASCII, Arabic, Tifinagh.
constexpr bool is_other_letter(char16_t unit) {
    return (unit >= 0xC0 && unit <= 0x24F) || (unit >= 0x620 && unit <= 0x64A) || (unit >= 0x671 && unit <= 0x6D3) ||
           (unit >= 0x2D30 && unit <= 0x2D6F);
}

// The browser forgets what stands before a line: a hyphen that begins one is a minus sign before a digit, and does
// not part from the word after it. (Before an ASCII letter its own table allows the break.)
bool is_leading_hyphen(const Content& content, std::uint32_t line_begin, std::uint32_t candidate) {
    if (candidate != line_begin + 1 || candidate >= content.size()) return false;
    const char16_t hyphen = content.units[line_begin];
    const char16_t next = content.units[candidate];
    if (hyphen == u'-') return is_digit(next) || is_other_letter(next);
    return (hyphen == u'\u2010' || hyphen == u'\u2012' || hyphen == u'\u2013') &&
           (is_ascii_letter(next) || is_other_letter(next));
}

bool hangs(const Content& content, std::uint32_t unit) {
    const char16_t c = content.units[unit];
    return c == u' ' || c == u'\n' || c == u'\t' || c == unicode::first_strong_isolate ||
           c == unicode::pop_directional_isolate;
}

// Of the glyphs of a run, those that draw the letters from `begin` to `end`: clusters rise from left to right, or fall.
std::span<const ShapedGlyph> narrowed(std::span<const ShapedGlyph> glyphs, std::uint8_t level, std::uint32_t begin,
                                      std::uint32_t end) {
    const bool falling = unicode::is_right_to_left(level);
    const auto edge_at = [&](std::uint32_t unit) {
        return std::ranges::partition_point(
            glyphs, [&](const ShapedGlyph& glyph) { return falling ? glyph.cluster >= unit : glyph.cluster < unit; });
    };
    return falling ? std::span(edge_at(end), edge_at(begin)) : std::span(edge_at(begin), edge_at(end));
}

// The browser rounds the width of each piece up to its unit of layout.
double rounded_up(double width_px) {
    constexpr double noise = 1e-3;  // Of the sum of floats; far below what a line could turn on.
    return std::ceil(width_px * layout_units_per_px - noise) / layout_units_per_px;
}

double rounded_down(double width_px) {
    constexpr double noise = 1e-3;
    return std::floor(width_px * layout_units_per_px + noise) / layout_units_per_px;
}

}  // namespace

std::uint32_t hard_end_after(const Content& content, std::uint32_t begin) {
    const auto newline = content.units.find(u'\n', begin);
    return newline == std::u16string::npos ? content.size() : static_cast<std::uint32_t>(newline + 1);
}

LineRange LineBuilder::range(std::uint32_t begin, std::uint32_t end) const {
    auto visible_end = end;
    while (visible_end > begin && hangs(shape_.content, visible_end - 1)) --visible_end;
    return {begin, end, visible_end};
}

// Finds the runs of a line. A run that the line cuts where its letters depend on each other is shaped again.
void LineBuilder::gather(const LineRange& line) {
    parts_.clear();
    reshaped_.clear();
    const auto first = std::ranges::upper_bound(shape_.runs, line.begin, {}, &ShapedRun::end);
    for (auto run = first; run != shape_.runs.end() && run->begin < line.visible_end; ++run) {
        const auto begin = std::max(run->begin, line.begin);
        const auto end = std::min(run->end, line.end);
        const bool cut_begin = begin > run->begin && !shape_.safe_begins[begin];
        const bool cut_end = end < run->end && !shape_.safe_begins[end];
        Part part{.run = &*run,
                  .begin = begin,
                  .end = std::min(end, line.visible_end),
                  .reshaped = cut_begin || cut_end,
                  .first_glyph = run->first_glyph,
                  .glyph_count = run->glyph_count};
        if (part.reshaped) {
            part.first_glyph = static_cast<std::uint32_t>(reshaped_.size());
            shaper_.shape_part(shape_.content, *run, begin, end, reshaped_);
            part.glyph_count = static_cast<std::uint32_t>(reshaped_.size()) - part.first_glyph;
        }
        parts_.push_back(part);
    }
}

// A line of many pieces has many parts: each piece looks at its own only.
std::span<const LineBuilder::Part> LineBuilder::parts_within(std::uint32_t begin, std::uint32_t end) const {
    const auto first = std::ranges::upper_bound(parts_, begin, {}, &Part::end);
    return {first, std::ranges::lower_bound(first, parts_.end(), end, {}, &Part::begin)};
}

std::span<const ShapedGlyph> LineBuilder::glyphs_of(const Part& part) const {
    return std::span(part.reshaped ? reshaped_ : shape_.glyphs).subspan(part.first_glyph, part.glyph_count);
}

// After gather(): the width of a piece of the line, as the browser keeps it.
double LineBuilder::snapped_width_px(std::uint32_t begin, std::uint32_t end) const {
    double ems = 0;
    for (const auto& part : parts_within(begin, end)) {
        const auto from = std::max(begin, part.begin);
        const auto to = std::min(end, part.end);
        if (!part.reshaped) {
            ems += shape_.position[to] - shape_.position[from];
            continue;
        }
        for (const auto& glyph : narrowed(glyphs_of(part), part.run->level, from, to))
            ems += static_cast<double>(glyph.advance);
    }
    return std::max(0.0, rounded_up(ems * size_px_));
}

double LineBuilder::measure(const LineRange& line) {
    gather(line);
    double width_px = 0;
    auto piece = std::ranges::upper_bound(shape_.pieces, line.begin);
    for (auto begin = line.begin; begin < line.visible_end; ++piece) {
        const auto end = std::min(*piece, line.visible_end);
        width_px += snapped_width_px(begin, end);
        begin = end;
    }
    return width_px;
}

bool LineBuilder::fits(const LineRange& line, double room_px) {
    const double estimate = (shape_.position[line.visible_end] - shape_.position[line.begin]) * size_px_;
    const double doubt_px = doubt_em * size_px_;
    if (estimate > room_px + doubt_px) return false;
    const bool plain =
        shape_.safe_begins[line.begin] && (line.end == shape_.content.size() || shape_.safe_begins[line.end]);
    // Letters that are shaped again at an edge change their widths, but not by so much.
    if (estimate < room_px - (plain ? doubt_px : 4 * doubt_px)) return true;
    return measure(line) <= room_px;
}

const std::vector<std::uint32_t>& LineBuilder::graphemes() {
    if (graphemes_.empty()) shaper_.boundaries().graphemes(shape_.content.units, graphemes_);
    return graphemes_;
}

// The last grapheme that fits; at least one, or the text would never end. A ligature of a right-to-left script is only
// cut when it does not fit by itself.
std::uint32_t LineBuilder::end_inside_word(std::uint32_t begin, std::uint32_t end, double room_px) {
    const auto& ends = graphemes();
    auto shown = begin;
    while (shown < end && hangs(shape_.content, shown)) ++shown;  // Controls show nothing: no line is theirs alone.
    const auto first = std::ranges::upper_bound(ends, shown);
    const auto cuts_ligature = [&](std::uint32_t at) {
        return !shape_.cluster_begins[at] && unicode::is_right_to_left(shape_.content.levels[at]);
    };
    const auto last_fitting = [&](bool whole_ligatures) {
        auto best = begin;
        for (auto candidate = first; candidate != ends.end() && *candidate <= end; ++candidate) {
            if (whole_ligatures && cuts_ligature(*candidate)) continue;
            if (!fits(range(begin, *candidate), room_px)) break;
            best = *candidate;
        }
        return best;
    };
    auto best = last_fitting(true);
    if (best == begin) best = last_fitting(false);
    if (best == begin) best = first != ends.end() ? std::min(*first, end) : end;
    while (best < end && hangs(shape_.content, best)) ++best;  // Spaces do not begin a line.
    return best;
}

std::uint32_t LineBuilder::line_end(std::uint32_t begin, std::uint32_t hard_end, double room_px,
                                    OverflowWrap overflow_wrap) {
    const auto& breaks = shape_.content.breaks;
    auto best = begin;
    auto candidate = std::ranges::upper_bound(breaks, begin);
    for (; candidate != breaks.end() && *candidate <= hard_end; ++candidate) {
        if (is_leading_hyphen(shape_.content, begin, *candidate)) continue;
        if (!fits(range(begin, *candidate), room_px)) break;
        best = *candidate;
    }
    if (best != begin) return best;
    const auto word_end = candidate != breaks.end() ? std::min(*candidate, hard_end) : hard_end;
    return overflow_wrap == OverflowWrap::Anywhere ? end_inside_word(begin, word_end, room_px) : word_end;
}

std::vector<LineRange> LineBuilder::break_lines(float width_px, Wrap wrap, OverflowWrap overflow_wrap) {
    const double room_px = rounded_down(static_cast<double>(width_px)) + tolerance_px;
    std::vector<LineRange> lines;
    std::uint32_t hard_end = 0;
    for (std::uint32_t begin = 0; begin < shape_.content.size();) {
        if (begin == hard_end) hard_end = hard_end_after(shape_.content, begin);
        const auto end = wrap == Wrap::NoWrap ? hard_end : line_end(begin, hard_end, room_px, overflow_wrap);
        lines.push_back(range(begin, end));
        begin = end;
    }
    return lines;
}

float LineBuilder::max_content_width_px() {
    double widest = 0;
    for (std::uint32_t begin = 0; begin < shape_.content.size();) {
        const auto end = hard_end_after(shape_.content, begin);
        widest = std::max(widest, measure(range(begin, end)));
        begin = end;
    }
    return static_cast<float>(widest);
}

float LineBuilder::min_content_width_px(OverflowWrap overflow_wrap) {
    const auto& ends = overflow_wrap == OverflowWrap::Anywhere ? graphemes() : shape_.content.breaks;
    double widest = 0;
    std::uint32_t begin = 0;
    for (const auto end : ends) {
        widest = std::max(widest, measure(range(begin, end)));
        begin = end;
    }
    return static_cast<float>(widest);
}

ArrangedLine LineBuilder::arrange(const LineRange& line) {
    gather(line);

    struct Piece {
        std::uint32_t begin;
        std::uint32_t end;
        double width_px;
    };
    std::vector<Piece> pieces;
    std::vector<std::uint8_t> levels;
    auto piece_end = std::ranges::upper_bound(shape_.pieces, line.begin);
    for (auto begin = line.begin; begin < line.visible_end; ++piece_end) {
        const auto end = std::min(*piece_end, line.visible_end);
        pieces.push_back({begin, end, snapped_width_px(begin, end)});
        levels.push_back(shape_.content.levels[begin]);
        begin = end;
    }
    std::vector<std::uint32_t> order;
    unicode::reorder_visually(levels, order);

    ArrangedLine arranged;
    double left_px = 0;
    for (const auto index : order) {
        const auto& piece = pieces[index];
        double pen_px = left_px;
        const auto add_part = [&](const Part& part) {
            const auto from = std::max(piece.begin, part.begin);
            const auto to = std::min(piece.end, part.end);
            for (const auto& glyph : narrowed(glyphs_of(part), part.run->level, from, to)) {
                const double advance_px = static_cast<double>(glyph.advance) * size_px_;
                arranged.glyphs.push_back({.shaped = glyph,
                                           .face = part.run->face,
                                           .level = part.run->level,
                                           .pen_px = static_cast<float>(pen_px),
                                           .advance_px = static_cast<float>(advance_px)});
                pen_px += advance_px;
            }
        };
        const auto parts = parts_within(piece.begin, piece.end);
        if (unicode::is_right_to_left(levels[index])) std::ranges::for_each(parts | std::views::reverse, add_part);
        else std::ranges::for_each(parts, add_part);
        left_px += piece.width_px;
    }
    arranged.width_px = static_cast<float>(left_px);
    return arranged;
}

}  // namespace text::detail
