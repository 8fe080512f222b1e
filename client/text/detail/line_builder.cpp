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

LineRange LineBuilder::range(std::uint32_t begin, std::uint32_t end) const {
    return {begin, end, visible_end_of(shape_.content, begin, end)};
}

// The width by the advances alone: without the browser's roundings, and as if nothing were shaped again.
double LineBuilder::estimate_px(std::uint32_t begin, std::uint32_t visible_end) const {
    return (shape_.position[visible_end] - shape_.position[begin]) * size_px_;
}

// A line of many pieces has many parts: each piece looks at its own only.
std::span<const LinePart> LineBuilder::parts_within(std::uint32_t begin, std::uint32_t end) const {
    const auto& parts = scratch_.parts;
    const auto first = std::ranges::upper_bound(parts, begin, {}, &LinePart::end);
    return {first, std::ranges::lower_bound(first, parts.end(), end, {}, &LinePart::begin)};
}

std::span<const ShapedGlyph> LineBuilder::glyphs_of(const LinePart& part) const {
    const auto& source = part.reshaped ? scratch_.reshaped : shape_.glyphs;
    return std::span(source).subspan(part.first_glyph, part.glyph_count);
}

std::span<const ShapedGlyph> LineBuilder::glyphs_within(const LinePart& part, std::uint32_t begin,
                                                        std::uint32_t end) const {
    if (begin <= part.begin && end >= part.end) return glyphs_of(part);
    return narrowed(glyphs_of(part), part.run->level, begin, end);
}

// Takes the glyphs from which a part is cut, and keeps its own; what hangs has none.
void LineBuilder::add_part(LinePart part, std::uint32_t visible_end) {
    part.end = std::min(part.end, visible_end);
    if (part.begin >= part.end) return;
    const auto all = glyphs_of(part);
    const auto own = narrowed(all, part.run->level, part.begin, part.end);
    part.first_glyph += static_cast<std::uint32_t>(own.data() - all.data());
    part.glyph_count = static_cast<std::uint32_t>(own.size());
    scratch_.parts.push_back(part);
}

void LineBuilder::add_reshaped(const ShapedRun& run, std::uint32_t begin, std::uint32_t end,
                               std::uint32_t visible_end) {
    const auto first = static_cast<std::uint32_t>(scratch_.reshaped.size());
    shaper_.shape_part(shape_.content, run, begin, end, scratch_.reshaped);
    const auto count = static_cast<std::uint32_t>(scratch_.reshaped.size()) - first;
    add_part({&run, begin, end, true, first, count}, visible_end);
}

// Finds the runs of a line. Where the line cuts letters that depend on each other, they are shaped again, as far as the
// next place where they do not.
void LineBuilder::gather(const LineRange& line) {
    scratch_.parts.clear();
    scratch_.reshaped.clear();
    const auto first = std::ranges::upper_bound(shape_.runs, line.begin, {}, &ShapedRun::end);
    for (auto run = first; run != shape_.runs.end() && run->begin < line.visible_end; ++run) {
        const auto begin = std::max(run->begin, line.begin);
        const auto end = std::min(run->end, line.end);
        auto kept_begin = begin;
        auto kept_end = end;
        if (begin > run->begin && !shape_.is_safe_cut(begin))
            while (kept_begin < end && !shape_.is(Safe, kept_begin)) ++kept_begin;
        if (end < run->end && !shape_.is_safe_cut(end))
            while (kept_end > begin && !shape_.is(Safe, kept_end)) --kept_end;
        if (kept_begin >= kept_end) {
            add_reshaped(*run, begin, end, line.visible_end);
            continue;
        }
        if (kept_begin > begin) add_reshaped(*run, begin, kept_begin, line.visible_end);
        add_part({&*run, kept_begin, kept_end, false, run->first_glyph, run->glyph_count}, line.visible_end);
        if (kept_end < end) add_reshaped(*run, kept_end, end, line.visible_end);
    }
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
        for (const auto& glyph : glyphs_within(part, from, to)) ems += static_cast<double>(glyph.advance);
    }
    return std::max(0.0, rounded_up(ems * size_px_));
}

// Whether nothing of the line must be shaped again.
bool LineBuilder::is_cut_safely(const LineRange& line) const {
    return shape_.is_safe_cut(line.begin) && shape_.is_safe_cut(line.end);
}

double LineBuilder::width_px(const LineRange& line) {
    const bool safe = is_cut_safely(line);
    if (!safe) gather(line);
    double width_px = 0;
    auto piece = std::ranges::upper_bound(shape_.pieces, line.begin);
    for (auto begin = line.begin; begin < line.visible_end; ++piece) {
        const auto end = std::min(*piece, line.visible_end);
        width_px += safe ? std::max(0.0, rounded_up(estimate_px(begin, end))) : snapped_width_px(begin, end);
        begin = end;
    }
    return width_px;
}

bool LineBuilder::fits(const LineRange& line, double room_px) {
    const double estimate = estimate_px(line.begin, line.visible_end);
    const double doubt_px = doubt_em * size_px_;
    if (estimate > room_px + doubt_px) return false;
    // Letters that are shaped again at an edge change their widths, but not by so much.
    if (estimate < room_px - (is_cut_safely(line) ? doubt_px : 4 * doubt_px)) return true;
    return width_px(line) <= room_px;
}

const std::vector<std::uint32_t>& LineBuilder::graphemes() {
    auto& ends = scratch_.graphemes;
    if (ends.empty()) shaper_.boundaries().graphemes(shape_.content.units, ends);
    return ends;
}

// The last grapheme that fits; at least one, or the text would never end. A ligature of a right-to-left script is only
// cut when it does not fit by itself.
std::uint32_t LineBuilder::end_inside_word(std::uint32_t begin, std::uint32_t end, double room_px) {
    const auto& ends = graphemes();
    auto shown = begin;
    while (shown < end && hangs(shape_.content, shown)) ++shown;  // Controls show nothing: no line is theirs alone.
    const auto first = std::ranges::upper_bound(ends, shown);
    const auto cuts_ligature = [&](std::uint32_t at) {
        return !shape_.is(Cluster, at) && unicode::is_right_to_left(shape_.content.levels[at]);
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

// Where a line that begins behind `candidate` ends. `candidate` moves on to the first opportunity after that.
std::uint32_t LineBuilder::line_end(std::uint32_t begin, std::uint32_t hard_end, double room_px,
                                    OverflowWrap overflow_wrap, Opportunities& candidate) {
    const auto last = shape_.opportunities.end();
    const auto first = std::ranges::find_if(candidate, last, [&](const auto& it) { return it.end > begin; });
    // Far from the end of the room nothing needs to be measured: the search begins near it.
    const double surely = shape_.position[begin] + room_px / size_px_ - doubt_em;
    candidate =
        std::ranges::find_if(first, last, [&](const auto& it) { return it.position >= surely || it.end > hard_end; });
    auto best = begin;
    if (candidate != first && !is_leading_hyphen(shape_.content, begin, (candidate - 1)->end))
        best = (candidate - 1)->end;
    for (; candidate != last && candidate->end <= hard_end; ++candidate) {
        if (is_leading_hyphen(shape_.content, begin, candidate->end)) continue;
        const LineRange line{begin, candidate->end, std::max(begin, candidate->visible_end)};
        if (!fits(line, room_px)) break;
        best = candidate->end;
    }
    if (best != begin) return best;
    const auto word_end = candidate != last ? std::min(candidate->end, hard_end) : hard_end;
    if (overflow_wrap == OverflowWrap::Anywhere) return end_inside_word(begin, word_end, room_px);
    return word_end;
}

void LineBuilder::break_lines(float width_px, Wrap wrap, OverflowWrap overflow_wrap, std::vector<LineRange>& lines) {
    const double room_px = rounded_down(static_cast<double>(width_px)) + tolerance_px;
    lines.clear();
    auto candidate = shape_.opportunities.begin();
    std::uint32_t begin = 0;
    for (const auto hard_end : shape_.hard_ends) {
        while (begin < hard_end) {
            const auto end =
                wrap == Wrap::NoWrap ? hard_end : line_end(begin, hard_end, room_px, overflow_wrap, candidate);
            lines.push_back(range(begin, end));
            begin = end;
        }
    }
}

float LineBuilder::max_content_width_px() {
    double widest = 0;
    std::uint32_t begin = 0;
    for (const auto end : shape_.hard_ends) {
        widest = std::max(widest, width_px(range(begin, end)));
        begin = end;
    }
    return static_cast<float>(widest);
}

float LineBuilder::min_content_width_px(OverflowWrap overflow_wrap) {
    double widest = 0;
    std::uint32_t begin = 0;
    const auto consider = [&](std::uint32_t end) {
        widest = std::max(widest, width_px(range(begin, end)));
        begin = end;
    };
    if (overflow_wrap == OverflowWrap::Anywhere) std::ranges::for_each(graphemes(), consider);
    else std::ranges::for_each(shape_.opportunities, consider, &Opportunity::end);
    return static_cast<float>(widest);
}

// The pieces of the line with their widths, and their order from left to right.
void LineBuilder::arrange(const LineRange& line) {
    gather(line);
    scratch_.pieces.clear();
    scratch_.levels.clear();
    auto piece_end = std::ranges::upper_bound(shape_.pieces, line.begin);
    for (auto begin = line.begin; begin < line.visible_end; ++piece_end) {
        const auto end = std::min(*piece_end, line.visible_end);
        scratch_.pieces.push_back({begin, end, snapped_width_px(begin, end)});
        scratch_.levels.push_back(shape_.content.levels[begin]);
        begin = end;
    }
    unicode::reorder_visually(scratch_.levels, scratch_.order);
}

}  // namespace text::detail
