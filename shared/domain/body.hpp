// A longer text: paragraphs, headings, lists of one level and pictures, with links and strong words, in each language
// by itself.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/language.hpp"
#include "shared/domain/image.hpp"

namespace domain {

struct BodySpan {
    std::uint32_t begin = 0;  // UTF-8 byte offsets into BodyText::utf8, begin < end.
    std::uint32_t end = 0;
    std::string address;  // Where a link leads (`is_link_address`); empty: these words are strong.
    bool operator==(const BodySpan&) const = default;
};

// Spans are sorted by begin, the longer first, and nest properly.
struct BodyText {
    std::string utf8;
    std::vector<BodySpan> spans;
    bool operator==(const BodyText&) const = default;
};

enum class BlockKind : std::uint8_t {
    Paragraph,
    Heading,     // Below the page's own title.
    Subheading,  // Below a Heading.
    Bullets,
    Numbers,
    Picture,  // Its line says what it shows.
};

struct Block {
    BlockKind kind = BlockKind::Paragraph;
    std::vector<BodyText> lines;   // One; of lists, one for each item.
    std::optional<Image> image{};  // Of a picture, and of nothing else.
    bool operator==(const Block&) const = default;
};
using Blocks = std::vector<Block>;

inline constexpr std::size_t blocks_limit = 200;      // Of one language.
inline constexpr std::size_t list_limit = 100;        // Items.
inline constexpr std::size_t body_spans_limit = 100;  // Of one text.
inline constexpr std::size_t address_bytes_limit = 2048;

// Addresses that a text may link to: https, http, mailto, tel, and our own, which begin with one slash. Printable ASCII
// without quotes, angle brackets and backslashes, so that no reader of it takes it for another one.
bool is_link_address(std::string_view address);
// What stands alone in a field of its own: https, printable ASCII.
bool is_web_address(std::string_view address);

// Whether what stands in the place of an address is meant as one, however wrong; what else stands there is words.
bool is_meant_as_address(std::string_view text);

// Whether the rules above hold; what came over a wire is asked.
bool is_sound(const BodyText& text);
bool is_sound(const Blocks& blocks);

// Markdown that the server reads as these blocks, which are sound. Strong words that begin or end within a word lose
// their strength: Markdown has no way to say them.
std::string markdown_of(const Blocks& blocks);

struct Body {
    struct Resolved {
        const Blocks& blocks;     // Empty only when no language has any.
        base::Language language;  // May differ from the one asked for.
    };

    std::array<Blocks, base::languages.size()> by_language;  // Indexed by base::index_of.

    const Blocks& exact(base::Language language) const { return by_language[base::index_of(language)]; }
    void set(base::Language language, Blocks blocks) { by_language[base::index_of(language)] = std::move(blocks); }
    Resolved in(base::Language language) const;  // By base::reading_order.
    bool empty() const { return in(base::Language::Ar).blocks.empty(); }
    void clear() { *this = {}; }
    bool operator==(const Body&) const = default;
};

}  // namespace domain
