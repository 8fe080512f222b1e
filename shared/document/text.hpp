// Inline text: the characters of one block, and spans over them for links, emphasis and isolates.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/language.hpp"

namespace i18n {
struct Formatted;
}

namespace doc {

enum class SpanKind : std::uint8_t {
    Isolate,   // <bdi>: a value that must not disturb the order of its neighbours (UAX #9, FSI … PDI).
    Strong,    // <strong>
    Link,      // <a href>
    Language,  // <span lang dir>: words of another language within a sentence.
};

struct Span {
    std::uint32_t begin = 0;  // UTF-8 byte offsets into Text::utf8, begin < end.
    std::uint32_t end = 0;
    SpanKind kind = SpanKind::Isolate;
    std::string href;                        // Links only.
    std::optional<base::Language> language;  // Where the words are in another language than the block.
    bool operator==(const Span&) const = default;
};

// Spans are sorted by begin, the longer first, and nest properly. No bidi control stands in the text:
// isolates are spans, so that what is copied equals what was written.
struct Text {
    std::string utf8;
    std::vector<Span> spans;

    Text() = default;
    Text(std::string_view plain) : utf8(plain) {}
    Text(const char* plain) : utf8(plain) {}
    Text(std::string plain) : utf8(std::move(plain)) {}
    Text(const i18n::Formatted& formatted);

    Text& append(std::string_view plain);
    Text& append(const char* plain) { return append(std::string_view(plain)); }
    Text& append(const Text& other);
    // `other` as one span of `kind`; its own spans stay inside.
    Text& append(const Text& other, SpanKind kind, std::string href = {},
                 std::optional<base::Language> language = std::nullopt);

    bool empty() const { return utf8.empty(); }
    bool operator==(const Text&) const = default;
};

// Whether the spans lie within the text, begin and end between characters, and nest.
bool is_sound(const Text& text);

Text link(std::string href, const Text& words);
Text strong(const Text& words);
// Words that data carries: isolated, and marked with their own language where it differs from the page's.
Text value(std::string_view words, std::optional<base::Language> language = std::nullopt);

}  // namespace doc
