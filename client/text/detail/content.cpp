#include "client/text/detail/content.hpp"

#include <algorithm>

#include "shared/unicode/bidi.hpp"
#include "shared/unicode/utf.hpp"

namespace text::detail {
namespace {

// Walks the text once and keeps the spans that are open.
class Builder {
public:
    explicit Builder(const Paragraph& paragraph) : paragraph_(paragraph) {}

    Content build() {
        const auto text = paragraph_.text;
        const auto letters = std::ranges::count_if(text, [](char byte) { return (byte & 0xC0) != 0x80; });
        content_.units.reserve(static_cast<std::size_t>(letters));
        content_.bytes.reserve(static_cast<std::size_t>(letters) + 1);
        for (std::uint32_t offset = 0; offset < text.size();) {
            close_spans(offset);
            open_spans(offset);
            for (const auto end = next_edge(); offset < end;) {
                const auto [code_point, length] = unicode::decode_at(text, offset);
                if (code_point == U'\n') add_newline(offset);
                else add(code_point, offset);
                offset += length;
            }
        }
        close_spans(static_cast<std::uint32_t>(text.size()));
        content_.bytes.push_back(static_cast<std::uint32_t>(text.size()));
        end_stretch();
        return std::move(content_);
    }

private:
    // Where the next span begins or ends.
    std::uint32_t next_edge() const {
        auto edge = static_cast<std::uint32_t>(paragraph_.text.size());
        if (next_ < paragraph_.spans.size()) edge = std::min(edge, paragraph_.spans[next_].begin);
        if (!open_.empty()) edge = std::min(edge, open_.back().end);
        return edge;
    }

    void add(char32_t code_point, std::uint32_t offset) {
        unicode::append_utf16(content_.units, code_point);
        content_.bytes.push_back(offset);
        if (code_point > 0xFFFF) content_.bytes.push_back(offset);
    }

    void add_control(char16_t control, std::uint32_t offset) {
        end_stretch();
        add(control, offset);
        end_stretch(true);
    }

    // An isolate does not reach over the end of a line that the author forced.
    void add_newline(std::uint32_t offset) {
        for (std::size_t i = open_.size(); i-- > 0;)
            if (open_[i].isolate) add_control(unicode::pop_directional_isolate, offset);
        add(U'\n', offset);
        for (auto& span : open_) {
            span.isolate &=
                span.end > offset + 1 && offset + 1 < paragraph_.text.size();  // Nothing is left to isolate.
            if (span.isolate) add_control(unicode::first_strong_isolate, offset + 1);
        }
    }

    void open_spans(std::uint32_t offset) {
        const auto spans = paragraph_.spans;
        for (; next_ < spans.size() && spans[next_].begin <= offset; ++next_) {
            if (spans[next_].end <= offset) continue;
            end_stretch();
            open_.push_back(spans[next_]);
            // A span that leaves its outer one is cut there.
            if (open_.size() > 1) open_.back().end = std::min(open_.back().end, open_[open_.size() - 2].end);
            if (open_.back().isolate) add_control(unicode::first_strong_isolate, offset);
        }
    }

    void close_spans(std::uint32_t offset) {
        while (!open_.empty() && (open_.back().end <= offset || offset == paragraph_.text.size())) {
            end_stretch();
            if (open_.back().isolate) add_control(unicode::pop_directional_isolate, offset);
            open_.pop_back();
        }
    }

    void end_stretch(bool is_control = false) {
        const auto end = content_.size();
        const auto begin = content_.stretches.empty() ? 0 : content_.stretches.back().end;
        if (end == begin) return;
        const auto weight = open_.empty() ? paragraph_.style.weight : open_.back().weight;
        const auto language = open_.empty() ? paragraph_.language : open_.back().language;
        content_.stretches.push_back({end, weight, language, is_control});
    }

    const Paragraph& paragraph_;
    Content content_;
    std::vector<Span> open_;
    std::size_t next_ = 0;
};

// What opens or closes an isolate belongs to the line of what it isolates: no line is made of it alone.
void keep_closings(Content& content) {
    // Only ours stand alone in a stretch that is never shaped.
    const auto is_opening = [&](std::uint32_t unit) {
        const auto& stretches = content.stretches;
        const auto found = std::ranges::upper_bound(stretches, unit, {}, &Stretch::end);
        return found->is_control && content.units[unit] == unicode::first_strong_isolate;
    };
    auto stretch = content.stretches.begin();
    const auto begins_with_closing = [&](std::uint32_t unit) {
        while (stretch != content.stretches.begin() && (stretch - 1)->end > unit) --stretch;
        while (stretch->end <= unit) ++stretch;
        return stretch->is_control && content.units[unit] == unicode::pop_directional_isolate;
    };
    auto kept = content.breaks.begin();
    for (auto end : content.breaks) {
        if (is_opening(end - 1)) {
            while (end > 0 && is_opening(end - 1)) --end;
            if (end == 0) continue;
        }
        const auto offered = end;
        while (end < content.size() && begins_with_closing(end)) ++end;
        if (end != offered && end < content.size() && content.units[end] == U'\n') continue;  // The newline breaks.
        if (kept == content.breaks.begin() || *(kept - 1) < end) *kept++ = end;
    }
    content.breaks.erase(kept, content.breaks.end());
}

}  // namespace

Content make_content(const Paragraph& paragraph, unicode::Boundaries& boundaries) {
    auto content = Builder(paragraph).build();
    unicode::resolve_levels(content.units, paragraph.direction, content.levels);
    boundaries.line_breaks(content.units, content.breaks);
    keep_closings(content);
    return content;
}

}  // namespace text::detail
