// The one place where a text of the document becomes a paragraph of the text engine.
#pragma once

#include <vector>

#include "client/text/engine.hpp"
#include "shared/document/document.hpp"
#include "shared/style/style.hpp"

namespace layout::detail {

// May be moved, not copied: the paragraph looks into `spans`.
struct TextBlock {
    std::vector<text::Span> spans;
    text::Paragraph paragraph;

    TextBlock() = default;
    TextBlock(TextBlock&&) = default;
    TextBlock& operator=(TextBlock&&) = default;
};

TextBlock text_block(const doc::Node& node, style::Screen screen, base::Language language, base::Direction direction);

}  // namespace layout::detail
