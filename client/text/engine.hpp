// Breaks a paragraph into lines of placed glyphs, equal to the browser's: same breaks, widths and baselines.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "client/text/font.hpp"
#include "client/text/line_metrics.hpp"
#include "client/text/paragraph.hpp"

namespace text {

struct Stats {
    std::uint64_t shape_hits = 0;
    std::uint64_t shape_misses = 0;
    std::uint64_t line_hits = 0;
    std::uint64_t line_misses = 0;
    std::uint64_t evictions = 0;
};

struct Budget {
    std::size_t shapes = 512;  // Paragraphs, whatever their size and width.
    std::size_t lines = 1024;  // Paragraphs at one size and width.
};

// The faces that this paragraph shows, loaded or not, by the table of coverage.
FaceSet faces_needed(const Paragraph& paragraph);

// Shapes once per text, breaks once per width. Results stay where they are until trim().
class Engine {
public:
    explicit Engine(const Fonts& fonts, Budget budget = {});
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    // The reference holds until trim() or clear(). The browser's 1/64 px are applied to width_px here.
    const Lines& layout(const Paragraph& paragraph, float width_px);

    // The same without glyphs, which are placed when layout() first asks for them: for who only asks how high a text
    // is.
    const Lines& measure(const Paragraph& paragraph, float width_px);

    // The width of the longest line when only '\n' breaks (CSS max-content).
    float max_content_width_px(const Paragraph& paragraph);
    // The width of the widest piece between two break opportunities (CSS min-content).
    float min_content_width_px(const Paragraph& paragraph);

    // Between graphemes, inside ligatures too, in logical order, both ends of the line included.
    std::vector<CaretStop> caret_stops(const Paragraph& paragraph, float width_px, std::size_t line);

    // The byte offset of the caret stop next to a point; x counts from the left edge of that line's text.
    std::uint32_t hit_test(const Paragraph& paragraph, float width_px, float x_px, float y_px);

    // Drops the least recently used above the budget. Call once a frame, after painting.
    void trim();
    // Forgets everything: call after a face was added.
    void clear();
    // What was measured before is right as long as this number stays the same.
    std::uint64_t times_cleared() const;

    const Stats& stats() const;

private:
    struct Cache;
    std::unique_ptr<Cache> cache_;
};

}  // namespace text
