#include "client/layout/detail/text_block.hpp"

#include <cmath>

namespace layout::detail {
namespace {

text::Chain chain_of(style::Chain chain, base::Language language) {
    return chain == style::Chain::LanguageNames ? text::Chain::LanguageNames : text::chain_of(language);
}

// The browser multiplies in floats, where 15 × 1.55 is 23.25 and not a hair less: the next float up agrees with it.
float as_in_the_browser(float line_height) { return std::nextafter(line_height, 2 * line_height); }

text::Style style_of(const style::Type& type, base::Language language) {
    return {.size_px = type.size_px,
            .line_height = as_in_the_browser(type.line_height),
            .weight = type.weight,
            .chain = chain_of(type.chain, language)};
}

// Spans nest: each takes from the one around it what it does not say itself.
std::vector<text::Span> spans_of(const doc::Text& words, std::uint16_t weight, base::Language language) {
    std::vector<text::Span> spans;
    for (const auto& span : words.spans) {
        text::Span made{.begin = span.begin, .end = span.end, .weight = weight, .language = language};
        for (const auto& outer : spans) {
            if (outer.begin > span.begin || outer.end < span.end) continue;
            made.weight = outer.weight;
            made.language = outer.language;
        }
        if (span.kind == doc::SpanKind::Strong) made.weight = 700;
        if (span.language) made.language = *span.language;
        made.isolate = span.kind == doc::SpanKind::Isolate || span.language.has_value();
        spans.push_back(made);
    }
    return spans;
}

}  // namespace

TextBlock text_block(const doc::Node& node, style::Screen screen, base::Language language, base::Direction direction) {
    const style::Type type = style::type_of(node.style, screen, language);
    TextBlock block;
    block.spans = spans_of(node.text, type.weight, language);
    block.paragraph = {.text = node.text.utf8,
                       .spans = block.spans,
                       .language = language,
                       .direction = direction,
                       .style = style_of(type, language),
                       .wrap = type.white_space == style::WhiteSpace::NoWrap ? text::Wrap::NoWrap : text::Wrap::Normal,
                       .overflow_wrap = text::OverflowWrap::Anywhere};
    return block;
}

}  // namespace layout::detail
