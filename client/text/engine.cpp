#include "client/text/engine.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "client/text/detail/carets.hpp"
#include "client/text/detail/line_builder.hpp"
#include "client/text/detail/shaper.hpp"
#include "client/text/line_metrics.hpp"
#include "shared/unicode/utf.hpp"

namespace text {
namespace {

using detail::LineBuilder;
using detail::LineRange;

// Eight bytes a step, by multiplying and folding: only to find candidates, which are then compared in full.
class Hash {
public:
    template <class T>
    Hash& add(const T& value) {
        return add_bytes(std::string_view(reinterpret_cast<const char*>(&value), sizeof value));
    }
    Hash& add_bytes(std::string_view bytes) {
        std::uint64_t word = 0;
        for (; bytes.size() >= sizeof word; bytes.remove_prefix(sizeof word)) {
            std::memcpy(&word, bytes.data(), sizeof word);
            mix(word);
        }
        word = 0;
        std::memcpy(&word, bytes.data(), bytes.size());
        mix(word);
        return *this;
    }
    std::uint64_t value() const { return value_; }

private:
    void mix(std::uint64_t word) {
        value_ = (value_ ^ word) * 0x9e3779b97f4a7c15ULL;
        value_ ^= value_ >> 32;
    }

    std::uint64_t value_ = 0xcbf29ce484222325ULL;
};

// Eight bytes a step: the web's memcmp takes them one by one.
bool are_same(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    std::uint64_t differences = 0;
    std::size_t at = 0;
    for (std::uint64_t one = 0, other = 0; at + sizeof one <= a.size(); at += sizeof one) {
        std::memcpy(&one, a.data() + at, sizeof one);
        std::memcpy(&other, b.data() + at, sizeof other);
        differences |= one ^ other;
    }
    return differences == 0 && a.substr(at) == b.substr(at);
}

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
    bool has_glyphs = false;
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
    std::list<LineEntry> lines;
    std::vector<ContentWidths> widths;
    std::uint64_t last_used = 0;

    bool is_for(const Paragraph& paragraph) const {
        return are_same(text, paragraph.text) && language == paragraph.language && direction == paragraph.direction &&
               weight == paragraph.style.weight && chain == paragraph.style.chain &&
               std::ranges::equal(spans, paragraph.spans);
    }
};

Line line_of(LineBuilder& builder, const detail::Content& content, const LineRange& range, float top_px,
             const LineMetrics& metrics) {
    return {.begin = content.bytes[range.begin],
            .end = content.bytes[range.end],
            .visible_end = content.bytes[range.visible_end],
            .width_px = static_cast<float>(builder.width_px(range)),
            .baseline_px = top_px + metrics.baseline_px,
            .hard_break = content.units[range.end - 1] == u'\n'};
}

// There the browser shows a hyphen, which we do not.
bool ends_at_soft_hyphen(const detail::Content& content, const LineRange& range) {
    return range.end < content.size() && content.units[range.end - 1] == u'\u00AD';
}

Glyph glyph_of(const detail::PlacedGlyph& placed, const detail::Content& content, float size_px) {
    const auto& shaped = placed.shaped;
    return {.face = placed.run.face,
            .id = shaped.id,
            .level = placed.run.level,
            .cluster = content.bytes[shaped.cluster],
            .x_px = static_cast<float>(placed.pen_px) + shaped.x_offset * size_px,
            .y_px = -shaped.y_offset * size_px,
            .advance_px = static_cast<float>(placed.advance_px)};
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
        for (auto& lines : entry.lines) {
            if (lines.key != key) continue;
            ++stats.line_hits;
            lines.last_used = ++now;
            return lines;
        }
        ++stats.line_misses;
        auto& made = entry.lines.emplace_back(LineEntry{.key = key});
        made.last_used = ++now;
        fill(made, entry, paragraph, width_px);
        return made;
    }

    LineBuilder builder(const ShapeEntry& entry, const Paragraph& paragraph) {
        return {shaper, scratch, entry.shape, advance_size_px(paragraph.style.size_px)};
    }

    void fill(LineEntry& made, const ShapeEntry& entry, const Paragraph& paragraph, float width_px) {
        const auto metrics = line_metrics(paragraph.style);
        auto lines = builder(entry, paragraph);
        lines.break_lines(width_px, paragraph.wrap, paragraph.overflow_wrap, ranges);
        made.ranges = ranges;
        made.lines.lacks_letters = entry.shape.lacks_letters;
        made.lines.line_height_px = metrics.height_px;
        made.lines.height_px = metrics.height_px * static_cast<float>(ranges.size());
        made.lines.lines.reserve(ranges.size());
        for (const auto& range : ranges) {
            const float top_px = static_cast<float>(made.lines.lines.size()) * metrics.height_px;
            const auto& line =
                made.lines.lines.emplace_back(line_of(lines, entry.shape.content, range, top_px, metrics));
            made.lines.width_px = std::max(made.lines.width_px, line.width_px);
            made.lines.lacks_letters |= ends_at_soft_hyphen(entry.shape.content, range);
        }
    }

    void place_glyphs(LineEntry& made, const ShapeEntry& entry, const Paragraph& paragraph) {
        if (std::exchange(made.has_glyphs, true)) return;
        const float size_px = advance_size_px(paragraph.style.size_px);
        auto builder = this->builder(entry, paragraph);
        auto& glyphs = made.lines.glyphs;
        glyphs.reserve(entry.shape.glyphs.size());
        for (std::size_t i = 0; i < made.ranges.size(); ++i) {
            auto& line = made.lines.lines[i];
            line.first_glyph = static_cast<std::uint32_t>(glyphs.size());
            builder.place(made.ranges[i], [&](const detail::PlacedGlyph& placed) {
                glyphs.push_back(glyph_of(placed, entry.shape.content, size_px));
            });
            line.glyph_count = static_cast<std::uint32_t>(glyphs.size()) - line.first_glyph;
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
            for (const auto& lines : entry->lines) ages.push_back(lines.last_used);
        const auto oldest_kept = oldest_of(ages, budget.lines);
        for (auto& [hash, entry] : shapes)
            stats.evictions += std::erase_if(entry->lines, [&](const auto& it) { return it.last_used < oldest_kept; });
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
    detail::LineScratch scratch;
    std::vector<LineRange> ranges;  // Of the paragraph that is being broken.
    Budget budget;
    std::unordered_multimap<std::uint64_t, std::unique_ptr<ShapeEntry>> shapes;
    std::uint64_t now = 0;
    Stats stats;
    std::uint64_t times_cleared = 0;
};

Engine::Engine(const Fonts& fonts, Budget budget) : cache_(std::make_unique<Cache>(fonts, budget)) {}
Engine::~Engine() = default;

const Lines& Engine::layout(const Paragraph& paragraph, float width_px) {
    auto& entry = cache_->find_or_shape(paragraph);
    auto& found = cache_->find_or_break(entry, paragraph, width_px);
    cache_->place_glyphs(found, entry, paragraph);
    return found.lines;
}

const Lines& Engine::measure(const Paragraph& paragraph, float width_px) {
    return cache_->find_or_break(cache_->find_or_shape(paragraph), paragraph, width_px).lines;
}

float Engine::max_content_width_px(const Paragraph& paragraph) {
    auto& entry = cache_->find_or_shape(paragraph);
    const float size_px = advance_size_px(paragraph.style.size_px);
    auto& width = cache_->widths_of(entry, size_px).max_px;
    if (!width) width = cache_->builder(entry, paragraph).max_content_width_px();
    return *width;
}

float Engine::min_content_width_px(const Paragraph& paragraph) {
    if (paragraph.wrap == Wrap::NoWrap) return max_content_width_px(paragraph);
    auto& entry = cache_->find_or_shape(paragraph);
    const float size_px = advance_size_px(paragraph.style.size_px);
    auto& widths = cache_->widths_of(entry, size_px);
    auto& width = paragraph.overflow_wrap == OverflowWrap::Anywhere ? widths.min_anywhere_px : widths.min_px;
    if (!width) {
        width = cache_->builder(entry, paragraph).min_content_width_px(paragraph.overflow_wrap);
    }
    return *width;
}

namespace {

std::vector<detail::LetterBox> boxes_of(LineBuilder builder, detail::Shaper& shaper, const ShapeEntry& entry,
                                        const LineRange& range) {
    std::vector<std::uint32_t> grapheme_ends;
    shaper.boundaries().graphemes(entry.shape.content.units, grapheme_ends);
    return detail::letter_boxes(builder, range, grapheme_ends);
}

}  // namespace

std::vector<CaretStop> Engine::caret_stops(const Paragraph& paragraph, float width_px, std::size_t line) {
    auto& entry = cache_->find_or_shape(paragraph);
    const auto& ranges = cache_->find_or_break(entry, paragraph, width_px).ranges;
    if (line >= ranges.size()) return {};

    const auto& bytes = entry.shape.content.bytes;
    const auto boxes = boxes_of(cache_->builder(entry, paragraph), cache_->shaper, entry, ranges[line]);
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
    for (const auto& box : boxes_of(cache_->builder(entry, paragraph), cache_->shaper, entry, range)) {
        consider(box.begin, box.leading_px());
        consider(box.end, box.trailing_px());
    }
    return bytes[nearest];
}

void Engine::trim() {
    if (cache_->line_count() > cache_->budget.lines) cache_->trim_lines();
    if (cache_->shapes.size() > cache_->budget.shapes) cache_->trim_shapes();
}

void Engine::clear() {
    cache_->shapes.clear();
    ++cache_->times_cleared;
}

std::uint64_t Engine::times_cleared() const { return cache_->times_cleared; }

const Stats& Engine::stats() const { return cache_->stats; }

}  // namespace text
