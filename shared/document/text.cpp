#include "shared/document/text.hpp"

#include <algorithm>
#include <cassert>

#include "shared/i18n/formatted.hpp"

namespace doc {
namespace {

std::uint32_t offset_of(std::size_t size) { return static_cast<std::uint32_t>(size); }

bool is_boundary(std::string_view text, std::uint32_t offset) {
    return offset == text.size() || (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80);
}

}  // namespace

Text::Text(const i18n::Formatted& formatted) : utf8(formatted.text) {
    for (const auto& isolate : formatted.isolates)
        if (isolate.begin < isolate.end)
            spans.push_back({isolate.begin, isolate.end, SpanKind::Isolate, {}, isolate.language});
}

Text& Text::append(std::string_view plain) {
    utf8.append(plain);
    return *this;
}

Text& Text::append(const Text& other) {
    const auto shift = offset_of(utf8.size());
    utf8.append(other.utf8);
    for (auto span : other.spans) {
        span.begin += shift;
        span.end += shift;
        spans.push_back(std::move(span));
    }
    return *this;
}

Text& Text::append(const Text& other, SpanKind kind, std::string href, std::optional<base::Language> language) {
    if (other.empty()) return *this;
    const auto begin = offset_of(utf8.size());
    spans.push_back({begin, offset_of(begin + other.utf8.size()), kind, std::move(href), language});
    return append(other);
}

bool is_sound(const Text& text) {
    std::vector<std::uint32_t> open;  // Where the spans end that are not over yet.
    std::uint32_t last_begin = 0;
    for (const auto& span : text.spans) {
        while (!open.empty() && open.back() <= span.begin) open.pop_back();
        const bool nests = span.begin >= last_begin && (open.empty() || span.end <= open.back());
        if (!nests || span.begin >= span.end || !is_boundary(text.utf8, span.begin) ||
            !is_boundary(text.utf8, span.end))
            return false;
        last_begin = span.begin;
        open.push_back(span.end);
    }
    return true;
}

Text link(std::string href, const Text& words) { return Text{}.append(words, SpanKind::Link, std::move(href)); }
Text strong(const Text& words) { return Text{}.append(words, SpanKind::Strong); }
Text value(std::string_view words, std::optional<base::Language> language) {
    return Text{}.append(Text(words), SpanKind::Isolate, {}, language);
}

}  // namespace doc
