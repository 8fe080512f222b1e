#include "client/text/engine.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "client/text/detail/carets.hpp"
#include "client/text/detail/line_builder.hpp"
#include "client/text/detail/shaper.hpp"
#include "client/text/line_metrics.hpp"
#include "shared/unicode/utf.hpp"

namespace text {
namespace {

using detail::LineBuilder;
using detail::LineRange;

// FNV-1a over whole values: only to find candidates, which are then compared in full.
class Hash {
public:
    template <class T>
    Hash& add(const T& value) {
        return add_bytes(std::string_view(reinterpret_cast<const char*>(&value), sizeof value));
    }
    Hash& add_bytes(std::string_view bytes) {
        for (const char byte : bytes) value_ = (value_ ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
        return *this;
    }
    std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = 0xcbf29ce484222325ULL;
};

std::uint64_t hash_of(const Paragraph& paragraph) {
    Hash hash;
    hash.add_bytes(paragraph.text).add(paragraph.language).add(paragraph.direction);
    hash.add(paragraph.style.weight).add(paragraph.style.chain);
    for (const auto& span : paragraph.spans)
        hash.add(span.begin).add(span.end).add(span.weight).add(span.isolate).add(span.language);
    return hash.value();
}

// What lines depend on, the shape aside.
struct LineKey {
    float size_px = 0;
    float line_height = 0;
    float width_px = 0;
    Wrap wrap = Wrap::Normal;
    OverflowWrap overflow_wrap = OverflowWrap::Normal;
    std::uint16_t weight = 400;  // With `chain`, it decides the baseline.
    bool operator==(const LineKey&) const = default;
};

LineKey key_of(const Paragraph& paragraph, float width_px) {
    return {.size_px = paragraph.style.size_px,
            .line_height = paragraph.style.line_height,
            .width_px = paragraph.wrap == Wrap::NoWrap ? 0 : width_px,
            .wrap = paragraph.wrap,
            .overflow_wrap = paragraph.overflow_wrap,
            .weight = paragraph.style.weight};
}

struct LineEntry {
    LineKey key;
    std::vector<LineRange> ranges;
    Lines lines;
    std::uint64_t last_used = 0;
};

struct ContentWidths {
    float size_px = 0;
    std::optional<float> max_px;
    std::optional<float> min_px;
    std::optional<float> min_anywhere_px;
};

struct ShapeEntry {
    std::string text;
    std::vector<Span> spans;
    base::Language language{};
    base::Direction direction{};
    std::uint16_t weight = 400;
    Chain chain{};

    detail::Shape shape;
    std::vector<std::unique_ptr<LineEntry>> lines;
    std::vector<ContentWidths> widths;
    std::uint64_t last_used = 0;

    bool is_for(const Paragraph& paragraph) const {
        return text == paragraph.text && language == paragraph.language && direction == paragraph.direction &&
               weight == paragraph.style.weight && chain == paragraph.style.chain &&
               std::ranges::equal(spans, paragraph.spans);
    }
};

void append_line(Lines& result, const detail::Content& content, const LineRange& range,
                 const detail::ArrangedLine& arranged, const LineMetrics& metrics, float size_px) {
    const auto index = static_cast<float>(result.lines.size());
    Line line{.begin = content.bytes[range.begin],
              .end = content.bytes[range.end],
              .visible_end = content.bytes[range.visible_end],
              .width_px = arranged.width_px,
              .baseline_px = index * metrics.height_px + metrics.baseline_px,
              .hard_break = content.units[range.end - 1] == u'\n',
              .first_glyph = static_cast<std::uint32_t>(result.glyphs.size()),
              .glyph_count = static_cast<std::uint32_t>(arranged.glyphs.size())};
    for (const auto& glyph : arranged.glyphs) {
        result.glyphs.push_back({.face = glyph.face,
                                 .id = glyph.shaped.id,
                                 .level = glyph.level,
                                 .cluster = content.bytes[glyph.shaped.cluster],
                                 .x_px = glyph.pen_px + glyph.shaped.x_offset * size_px,
                                 .y_px = -glyph.shaped.y_offset * size_px,
                                 .advance_px = glyph.advance_px});
    }
    result.width_px = std::max(result.width_px, line.width_px);
    result.lines.push_back(line);
}

}  // namespace

FaceSet faces_needed(const Paragraph& paragraph) {
    FaceSet needed;
    std::size_t span = 0;
    for (std::size_t offset = 0; offset < paragraph.text.size();) {
        const auto [code_point, length] = unicode::decode_at(paragraph.text, offset);
        auto weight = paragraph.style.weight;
        for (span = 0; span < paragraph.spans.size(); ++span)  // The last that holds the letter is the innermost.
            if (paragraph.spans[span].begin <= offset && offset < paragraph.spans[span].end)
                weight = paragraph.spans[span].weight;
        for (const auto face : detail::faces_of(paragraph.style.chain, weight)) {
            if (!fonts::covers(face, code_point)) continue;
            needed.set(static_cast<std::size_t>(face));
            break;
        }
        offset += length;
    }
    return needed;
}

struct Engine::Cache {
    Cache(const Fonts& fonts, Budget wanted) : shaper(fonts), budget(wanted) {}

    ShapeEntry& find_or_shape(const Paragraph& paragraph) {
        const auto hash = hash_of(paragraph);
        const auto [first, last] = shapes.equal_range(hash);
        for (auto entry = first; entry != last; ++entry) {
            if (!entry->second->is_for(paragraph)) continue;
            ++stats.shape_hits;
            entry->second->last_used = ++now;
            return *entry->second;
        }
        ++stats.shape_misses;
        auto made = std::make_unique<ShapeEntry>();
        made->text = paragraph.text;
        made->spans.assign(paragraph.spans.begin(), paragraph.spans.end());
        made->language = paragraph.language;
        made->direction = paragraph.direction;
        made->weight = paragraph.style.weight;
        made->chain = paragraph.style.chain;
        made->shape = shaper.shape(paragraph);
        made->last_used = ++now;
        return *shapes.emplace(hash, std::move(made))->second;
    }

    LineEntry& find_or_break(ShapeEntry& entry, const Paragraph& paragraph, float width_px) {
        const auto key = key_of(paragraph, width_px);
        for (const auto& lines : entry.lines) {
            if (lines->key != key) continue;
            ++stats.line_hits;
            lines->last_used = ++now;
            return *lines;
        }
        ++stats.line_misses;
        auto made = std::make_unique<LineEntry>();
        made->key = key;
        made->last_used = ++now;
        fill(*made, entry.shape, paragraph, width_px);
        entry.lines.push_back(std::move(made));
        return *entry.lines.back();
    }

    void fill(LineEntry& entry, const detail::Shape& shape, const Paragraph& paragraph, float width_px) {
        const auto metrics = line_metrics(paragraph.style);
        const float size_px = advance_size_px(paragraph.style.size_px);
        LineBuilder builder(shaper, shape, size_px);
        entry.ranges = builder.break_lines(width_px, paragraph.wrap, paragraph.overflow_wrap);
        entry.lines.line_height_px = metrics.height_px;
        entry.lines.height_px = metrics.height_px * static_cast<float>(entry.ranges.size());
        for (const auto& range : entry.ranges) {
            append_line(entry.lines, shape.content, range, builder.arrange(range), metrics, size_px);
        }
    }

    ContentWidths& widths_of(ShapeEntry& entry, float size_px) {
        for (auto& widths : entry.widths)
            if (widths.size_px == size_px) return widths;
        return entry.widths.emplace_back(ContentWidths{.size_px = size_px});
    }

    std::size_t line_count() const {
        std::size_t count = 0;
        for (const auto& [hash, entry] : shapes) count += entry->lines.size();
        return count;
    }

    void trim_lines() {
        std::vector<std::uint64_t> ages;
        for (const auto& [hash, entry] : shapes)
            for (const auto& lines : entry->lines) ages.push_back(lines->last_used);
        const auto oldest_kept = oldest_of(ages, budget.lines);
        for (auto& [hash, entry] : shapes)
            stats.evictions += std::erase_if(entry->lines, [&](const auto& it) { return it->last_used < oldest_kept; });
    }

    void trim_shapes() {
        std::vector<std::uint64_t> ages;
        for (const auto& [hash, entry] : shapes) ages.push_back(entry->last_used);
        const auto oldest_kept = oldest_of(ages, budget.shapes);
        stats.evictions += std::erase_if(shapes, [&](const auto& it) { return it.second->last_used < oldest_kept; });
    }

    // The tick of the oldest entry among the `kept` youngest.
    static std::uint64_t oldest_of(std::vector<std::uint64_t>& ages, std::size_t kept) {
        if (kept == 0) return std::numeric_limits<std::uint64_t>::max();
        const auto nth = ages.begin() + static_cast<std::ptrdiff_t>(kept - 1);
        std::ranges::nth_element(ages, nth, std::ranges::greater{});
        return *nth;
    }

    detail::Shaper shaper;
    Budget budget;
    std::unordered_multimap<std::uint64_t, std::unique_ptr<ShapeEntry>> shapes;
    std::uint64_t now = 0;
    Stats stats;
};

Engine::Engine(const Fonts& fonts, Budget budget) : cache_(std::make_unique<Cache>(fonts, budget)) {}
Engine::~Engine() = default;

const Lines& Engine::layout(const Paragraph& paragraph, float width_px) {
    return cache_->find_or_break(cache_->find_or_shape(paragraph), paragraph, width_px).lines;
}

float Engine::max_content_width_px(const Paragraph& paragraph) {
    auto& entry = cache_->find_or_shape(paragraph);
    const float size_px = advance_size_px(paragraph.style.size_px);
    auto& width = cache_->widths_of(entry, size_px).max_px;
    if (!width) width = LineBuilder(cache_->shaper, entry.shape, size_px).max_content_width_px();
    return *width;
}

float Engine::min_content_width_px(const Paragraph& paragraph) {
    if (paragraph.wrap == Wrap::NoWrap) return max_content_width_px(paragraph);
    auto& entry = cache_->find_or_shape(paragraph);
    const float size_px = advance_size_px(paragraph.style.size_px);
    auto& widths = cache_->widths_of(entry, size_px);
    auto& width = paragraph.overflow_wrap == OverflowWrap::Anywhere ? widths.min_anywhere_px : widths.min_px;
    if (!width) {
        width = LineBuilder(cache_->shaper, entry.shape, size_px).min_content_width_px(paragraph.overflow_wrap);
    }
    return *width;
}

namespace {

std::vector<detail::LetterBox> boxes_of(detail::Shaper& shaper, const detail::Shape& shape, const LineRange& range,
                                        float size_px) {
    std::vector<std::uint32_t> grapheme_ends;
    shaper.boundaries().graphemes(shape.content.units, grapheme_ends);
    const auto arranged = LineBuilder(shaper, shape, size_px).arrange(range);
    return detail::letter_boxes(arranged, range, grapheme_ends);
}

}  // namespace

std::vector<CaretStop> Engine::caret_stops(const Paragraph& paragraph, float width_px, std::size_t line) {
    auto& entry = cache_->find_or_shape(paragraph);
    const auto& ranges = cache_->find_or_break(entry, paragraph, width_px).ranges;
    if (line >= ranges.size()) return {};

    const auto& bytes = entry.shape.content.bytes;
    const auto boxes = boxes_of(cache_->shaper, entry.shape, ranges[line], advance_size_px(paragraph.style.size_px));
    std::vector<CaretStop> stops;
    for (const auto& box : boxes) stops.push_back({bytes[box.begin], box.leading_px()});
    stops.push_back({bytes[ranges[line].visible_end], boxes.empty() ? 0 : boxes.back().trailing_px()});
    return stops;
}

std::uint32_t Engine::hit_test(const Paragraph& paragraph, float width_px, float x_px, float y_px) {
    auto& entry = cache_->find_or_shape(paragraph);
    const auto& found = cache_->find_or_break(entry, paragraph, width_px);
    if (found.ranges.empty()) return 0;

    const auto last = static_cast<float>(found.ranges.size() - 1);
    const auto line = static_cast<std::size_t>(std::clamp(std::floor(y_px / found.lines.line_height_px), 0.0F, last));
    const auto& range = found.ranges[line];
    const auto& bytes = entry.shape.content.bytes;

    std::uint32_t nearest = range.begin;
    float distance = std::numeric_limits<float>::max();
    const auto consider = [&](std::uint32_t offset, float stop_px) {
        if (std::abs(stop_px - x_px) >= distance) return;
        distance = std::abs(stop_px - x_px);
        nearest = offset;
    };
    for (const auto& box : boxes_of(cache_->shaper, entry.shape, range, advance_size_px(paragraph.style.size_px))) {
        consider(box.begin, box.leading_px());
        consider(box.end, box.trailing_px());
    }
    return bytes[nearest];
}

void Engine::trim() {
    if (cache_->line_count() > cache_->budget.lines) cache_->trim_lines();
    if (cache_->shapes.size() > cache_->budget.shapes) cache_->trim_shapes();
}

void Engine::clear() { cache_->shapes.clear(); }

const Stats& Engine::stats() const { return cache_->stats; }

}  // namespace text
