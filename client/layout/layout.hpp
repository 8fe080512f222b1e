// Turns a document and the style table into boxes. Only here do start and end become left and right.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "client/text/engine.hpp"
#include "shared/document/document.hpp"
#include "shared/style/style.hpp"

namespace layout {

// CSS px from the left and top edges of the root.
struct Rect {
    float x = 0, y = 0, width = 0, height = 0;
    float right() const { return x + width; }
    float bottom() const { return y + height; }
    bool operator==(const Rect&) const = default;
};

struct Environment {
    float width_px = 0;  // Of the root; a fraction where the browser has one.
    style::Screen screen;
    // The browser rounds in pixels of its own, so many to each CSS px: one divided by the column-rule-width that it
    // computes for the canvas. It is the device pixel ratio, but 1 where a test only pretends to have another.
    float layout_ratio = 1;
};

// The lines of a text block, each with the place where its text begins on the left.
struct PlacedText {
    text::Lines lines;
    std::vector<float> line_left_px;  // From the root's left edge; one for each line.
    float top_px = 0;                 // Of the first line, from the root's top edge.
    float width_px = 0;               // Of the content box.
};

struct Placed {
    const doc::Node* node = nullptr;  // In the document that was laid out, which must outlive the result.
    std::size_t parent = 0;           // Index into Result::boxes; the root is its own parent.
    Rect box;                         // Border box.
    base::Language language = base::Language::Ar;
    base::Direction direction = base::Direction::Rtl;
    std::optional<PlacedText> text;  // Blocks of text only.
};

// The whole page, parents before children, in reading order. Nodes of Layout::Outside are not there.
struct Result {
    std::vector<Placed> boxes;
    float width_px = 0;
    float height_px = 0;
    style::Screen screen;
    float layout_ratio = 1;
    text::FaceSet faces_needed;
    bool lacks_letters = false;  // Of some text: see text::Lines.

    const Placed* find(doc::NodeId id) const;
    std::unordered_map<doc::NodeId, std::size_t> index;  // Of a node in `boxes`.
};

// `document` must be finished. A face that is missing is measured as if its letters had no width:
// compare `faces_needed` with what is loaded.
Result lay_out(const doc::Document& document, const Environment& environment, text::Engine& engine);

// The same, for one page after the other: what stands where it stood and says what it said is not laid out anew.
class Layouter {
public:
    explicit Layouter(text::Engine& engine);
    ~Layouter();
    Layouter(const Layouter&) = delete;
    Layouter& operator=(const Layouter&) = delete;

    Result lay_out(const doc::Document& document, const Environment& environment);

private:
    struct Tree;
    text::Engine& engine_;
    std::unique_ptr<Tree> tree_;
};

}  // namespace layout
