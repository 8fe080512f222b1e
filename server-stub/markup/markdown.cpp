#include "server-stub/markup/markdown.hpp"

#include <algorithm>
#include <array>
#include <md4c.h>
#include <optional>
#include <string>
#include <utility>

#include "server-stub/markup/characters.hpp"
#include "server-stub/markup/typed_text.hpp"
#include "shared/domain/text.hpp"

namespace markup {
namespace {

using domain::BlockKind;

std::unexpected<base::Error> too_large(const char* what) {
    return std::unexpected(base::Error{base::ErrorCode::TooLarge, what});
}

constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Columns of indentation and signs of lists and quotations that a line begins with.
struct Opening {
    std::size_t columns = 0;
    std::size_t markers = 0;
};

Opening opening_of(std::string_view line) {
    Opening opening;
    bool indented = true;
    while (!line.empty()) {
        const char c = line.front();
        if (is_blank(c)) {
            if (indented) opening.columns += c == '\t' ? 4 : 1;
            line.remove_prefix(1);
            continue;
        }
        const auto digits = static_cast<std::size_t>(std::ranges::find_if_not(line, is_digit) - line.begin());
        const bool numbered = digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
        if (!numbered && c != '>' && c != '-' && c != '+' && c != '*') break;
        indented = false;
        ++opening.markers;
        line.remove_prefix(numbered ? digits + 1 : 1);
    }
    return opening;
}

// A line of signs alone opens no lists: "***", "- - -".
bool is_rule(std::string_view line) {
    const auto sign = line.find_first_not_of(" \t");
    if (sign == line.npos || (line[sign] != '*' && line[sign] != '-')) return false;
    return std::ranges::all_of(line, [&](char c) { return is_blank(c) || c == line[sign]; });
}

// What keeps md4c at linear cost: it looks at each container for every line, and at each bracket of a paragraph for
// every other.
bool is_bounded(std::string_view markdown) {
    std::size_t paragraph = 0;
    while (!markdown.empty()) {
        const auto line = markdown.substr(0, markdown.find('\n'));
        markdown.remove_prefix(std::min(line.size() + 1, markdown.size()));
        const auto opening = opening_of(line);
        if (opening.columns > indentation_limit || (opening.markers > markers_limit && !is_rule(line))) return false;
        paragraph = line.find_first_not_of(" \t") == line.npos ? 0 : paragraph + line.size() + 1;
        if (paragraph > paragraph_bytes_limit) return false;
    }
    return true;
}

// No references: their labels are looked up in the whole text, and what stands far away is easily overlooked.
std::string without_references(std::string_view markdown) {
    std::string out;
    out.reserve(markdown.size());
    for (const char c : markdown) {
        if (c == ':' && out.ends_with(']')) out += '\\';
        out += c;
    }
    return out;
}

// Letters beyond ASCII in a path are written in their bytes; a host must be ASCII, where nothing looks like another.
std::string with_escaped_path(std::string_view address) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto authority = address.find("://");
    const auto path = authority == address.npos ? 0 : std::min(address.find('/', authority + 3), address.size());
    std::string out(address.substr(0, path));
    for (const char c : address.substr(path)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) out += c;
        else {
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
    }
    return out;
}

// No control comes back by its number.
std::string character_of(std::string_view reference) { return domain::clean_text(decode_character(reference)); }

std::string text_of(const MD_ATTRIBUTE& attribute) {
    std::string out;
    for (std::size_t i = 0; attribute.size > 0 && attribute.substr_offsets[i] < attribute.size; ++i) {
        const auto begin = attribute.substr_offsets[i];
        const std::string_view part(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
        out += attribute.substr_types[i] == MD_TEXT_ENTITY ? character_of(part) : std::string(part);
    }
    return out;
}

class Collector {
public:
    base::Result<domain::Blocks> read(const std::string& markdown) {
        MD_PARSER parser{};
        parser.flags = MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTML;
        parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) { return of(self).enter(type, detail); };
        parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return of(self).leave(type); };
        parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) { return of(self).enter(type, detail); };
        parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return of(self).leave(type); };
        parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
            return of(self).add(type, {text, size});
        };
        if (md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, this) != 0)
            return too_large("a text of too many blocks, items or links");
        return std::move(blocks_);
    }

private:
    static Collector& of(void* self) { return *static_cast<Collector*>(self); }

    int enter(MD_BLOCKTYPE type, void* detail) {
        if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) {
            if (lists_++ == 0)
                blocks_.push_back({type == MD_BLOCK_UL ? BlockKind::Bullets : BlockKind::Numbers, {}, {}});
        } else if (type == MD_BLOCK_LI) finish_line();
        else if (type == MD_BLOCK_H) heading_ = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level;
        add_space();
        return over_limits();
    }

    int leave(MD_BLOCKTYPE type) {
        if (type == MD_BLOCK_LI) finish_line();
        else if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) {
            if (--lists_ == 0 && blocks_.back().lines.empty()) blocks_.pop_back();
        } else if (lists_ == 0) finish_block();
        if (type == MD_BLOCK_H) heading_ = 0;
        return over_limits();
    }

    int enter(MD_SPANTYPE type, void* detail) {
        if (type == MD_SPAN_A) {
            const auto target = text_of(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
            auto address = with_escaped_path(target);
            const bool usable = domain::is_link_address(address);
            open_.push_back({usable ? std::optional(open_span(std::move(address))) : std::nullopt, {}});
            if (!usable && !domain::is_meant_as_address(target)) {  // "[words](and more words)" stay what they are.
                add_words("[");
                open_.back().rest = "](" + target + ")";
            }
        } else if (type == MD_SPAN_EM || type == MD_SPAN_STRONG) {
            const bool outermost = strong_++ == 0 && heading_ == 0;
            open_.push_back({outermost ? std::optional(open_span({})) : std::nullopt, {}});
        } else if (type == MD_SPAN_IMG && line_.utf8.empty() && heading_ == 0 && lists_ == 0 && !picture_) {
            picture_ = domain::parse_image_reference(text_of(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src));
            picture_end_.reset();
        }
        return over_limits();
    }

    int leave(MD_SPANTYPE type) {
        const bool strong = type == MD_SPAN_EM || type == MD_SPAN_STRONG;
        if (type == MD_SPAN_IMG && !picture_end_) picture_end_ = offset();
        // md4c may leave what it never entered: "![a](/b**c)d**".
        if ((strong || type == MD_SPAN_A) && !open_.empty()) {
            if (strong) strong_ = std::max(strong_ - 1, 0);
            add_words(open_.back().rest);
            if (open_.back().span) line_.spans[*open_.back().span].end = offset();
            open_.pop_back();
        }
        return 0;
    }

    int add(MD_TEXTTYPE type, std::string_view text) {
        switch (type) {
            case MD_TEXT_BR:
            case MD_TEXT_SOFTBR: add_space(); break;
            case MD_TEXT_NULLCHAR: break;
            case MD_TEXT_ENTITY: add_words(character_of(text)); break;
            case MD_TEXT_CODE: add_code(text); break;
            default: add_words(text);
        }
        return 0;
    }

    // Here an escape is no escape: that of `without_references` is taken back.
    void add_code(std::string_view text) {
        for (auto at = text.find("]\\:"); at != text.npos; at = text.find("]\\:")) {
            add_words(text.substr(0, at + 1));
            text.remove_prefix(at + 2);
        }
        add_words(text);
    }

    void add_words(std::string_view text) {
        for (const char c : text) {
            if (c == '\n' || is_blank(c)) add_space();
            else line_.utf8 += c;
        }
    }

    void add_space() {
        if (!line_.utf8.empty() && !line_.utf8.ends_with(' ')) line_.utf8 += ' ';
    }

    std::uint32_t offset() const { return static_cast<std::uint32_t>(line_.utf8.size()); }

    std::size_t open_span(std::string address) {
        line_.spans.push_back({.begin = offset(), .end = offset(), .address = std::move(address)});
        return line_.spans.size() - 1;
    }

    // The line without a space at its end, without spans that hold nothing.
    domain::BodyText take_line() {
        open_.clear();
        strong_ = 0;
        if (line_.utf8.ends_with(' ')) line_.utf8.pop_back();
        for (auto& span : line_.spans) span.end = std::min(span.end, offset());
        std::erase_if(line_.spans, [](const auto& span) { return span.begin >= span.end; });
        return std::exchange(line_, {});
    }

    void finish_line() {
        if (auto line = take_line(); !line.utf8.empty()) blocks_.back().lines.push_back(std::move(line));
    }

    void finish_block() {
        const auto picture = std::exchange(picture_, {});
        const auto picture_end = std::exchange(picture_end_, {});
        auto line = take_line();
        if (line.utf8.empty()) return;
        if (picture && picture_end >= line.utf8.size() && line.spans.empty() &&
            domain::clean_image_text(line.utf8) == line.utf8) {
            blocks_.push_back({BlockKind::Picture, {std::move(line)}, picture});
            return;
        }
        // No level is skipped: below the page's title comes a Heading first.
        const auto kind = heading_ == 0                  ? BlockKind::Paragraph
                          : heading_ > 1 && has_heading_ ? BlockKind::Subheading
                                                         : BlockKind::Heading;
        has_heading_ = has_heading_ || kind == BlockKind::Heading;
        blocks_.push_back({kind, {std::move(line)}, {}});
    }

    int over_limits() const {
        const bool over = blocks_.size() > domain::blocks_limit || line_.spans.size() > domain::body_spans_limit ||
                          (!blocks_.empty() && blocks_.back().lines.size() > domain::list_limit);
        return over ? -1 : 0;  // md4c takes nothing else for an end everywhere.
    }

    domain::Blocks blocks_;
    domain::BodyText line_;
    struct Open {
        std::optional<std::size_t> span;  // Of `line_`; nothing for what is only text.
        std::string rest;                 // Of such a text: what stands behind its words.
    };
    std::vector<Open> open_;
    std::optional<domain::Image> picture_;      // That this paragraph begins with.
    std::optional<std::uint32_t> picture_end_;  // Of its words, in `line_`.
    unsigned heading_ = 0;                      // Level of the heading that is being read.
    bool has_heading_ = false;
    int lists_ = 0;   // Within each other.
    int strong_ = 0;  // Within each other.
};

}  // namespace

base::Result<domain::Blocks> blocks_of(std::string_view markdown) {
    if (markdown.size() > markdown_bytes_limit) return too_large("a text of too many bytes");
    const auto text = clean_typed_text(markdown);
    if (text.size() > markdown_bytes_limit || !is_bounded(text))
        return too_large("a paragraph or a line that is too long or too deep");
    return Collector().read(without_references(text));
}

}  // namespace markup
