#include "client/text/plain_text.hpp"

#include "shared/unicode/utf.hpp"

namespace text {
namespace {

// CSS Text 3, section 4.1.1; a carriage return that a script wrote counts in browsers too.
constexpr bool collapses(char16_t unit) { return unit == u' ' || unit == u'\n' || unit == u'\t' || unit == u'\r'; }

}  // namespace

PlainText::PlainText(std::u16string_view text, const PlainStyle& style)
    : style_(style), length_(static_cast<std::uint32_t>(text.size())) {
    for (std::uint32_t unit = 0; unit < length_;) {
        if (collapses(text[unit])) {
            // At the start of a line white space goes; at the end it hangs, which the engine knows.
            if (!collapsed_.empty() && collapsed_.back() != ' ') {
                collapsed_ += ' ';
                units_.push_back(unit);
            }
            ++unit;
            continue;
        }
        const bool pair = (text[unit] & 0xFC00) == 0xD800 && unit + 1 < length_ && (text[unit + 1] & 0xFC00) == 0xDC00;
        const std::uint32_t taken = pair ? 2 : 1;
        collapsed_ += unicode::to_utf8(text.substr(unit, taken));
        units_.resize(collapsed_.size(), unit);
        unit += taken;
    }
    units_.push_back(length_);
}

// The browser works in its own pixels: there the size is cut and the widths are rounded.
Paragraph PlainText::paragraph() const {
    return {.text = collapsed_,
            .spans = {},
            .language = style_.language,
            .direction = style_.direction,
            .style = {.size_px = style_.size_px * style_.layout_ratio,
                      .line_height = style_.line_height,
                      .chain = chain_of(style_.language)}};
}

PlainLines PlainText::lines(Engine& engine, float width_px) const {
    const auto& laid = engine.layout(paragraph(), width_px * style_.layout_ratio);
    PlainLines plain{.lines = {}, .height_px = laid.height_px / style_.layout_ratio};
    for (const auto& line : laid.lines)
        plain.lines.push_back({units_[line.begin], units_[line.end], line.width_px / style_.layout_ratio});
    if (!plain.lines.empty()) plain.lines.front().start = 0;
    return plain;
}

std::vector<CaretStop> PlainText::caret_stops(Engine& engine, float width_px, std::size_t line) const {
    auto stops = engine.caret_stops(paragraph(), width_px * style_.layout_ratio, line);
    for (auto& stop : stops) stop = {units_[stop.offset], stop.x_px / style_.layout_ratio};
    return stops;
}

}  // namespace text
