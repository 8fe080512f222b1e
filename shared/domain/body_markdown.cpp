#include <algorithm>

#include "shared/domain/body.hpp"

namespace domain {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Signs that mean something anywhere in a line.
void add_escaped(std::string& out, std::string_view words) {
    for (const char c : words) {
        if (std::string_view("\\`*_[]<&!").contains(c)) out += '\\';
        out += c;
    }
}

std::string escaped_address(std::string_view address) {
    std::string out;
    for (const char c : address) {
        if (c == '&') out += "&amp;";
        else out += c;
    }
    return out;
}

// Signs that mean something at the beginning of one.
std::string with_plain_beginning(std::string line) {
    const auto digits = static_cast<std::size_t>(std::ranges::find_if_not(line, is_digit) - line.begin());
    if (digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')')) line.insert(digits, "\\");
    else if (!line.empty() && std::string_view("#+-=>~").contains(line.front())) line.insert(0, "\\");
    return line;
}

std::string line_of(const BodyText& text) {
    std::string out;
    std::vector<const BodySpan*> open;
    std::size_t next = 0, at = 0;
    const std::string_view words = text.utf8;
    const auto close_until = [&](std::size_t offset) {
        while (!open.empty() && open.back()->end <= offset) {
            add_escaped(out, words.substr(at, open.back()->end - at));
            at = open.back()->end;
            out += open.back()->address.empty() ? "**" : "](<" + escaped_address(open.back()->address) + ">)";
            open.pop_back();
        }
    };
    while (next < text.spans.size()) {
        const auto& span = text.spans[next++];
        close_until(span.begin);
        add_escaped(out, words.substr(at, span.begin - at));
        at = span.begin;
        out += span.address.empty() ? "**" : "[";
        open.push_back(&span);
    }
    close_until(words.size());
    add_escaped(out, words.substr(at));
    return with_plain_beginning(std::move(out));
}

std::string sign_of(BlockKind kind) {
    switch (kind) {
        case BlockKind::Paragraph: return "";
        case BlockKind::Heading: return "# ";
        case BlockKind::Subheading: return "## ";
        case BlockKind::Bullets: return "- ";
        case BlockKind::Numbers: return "1. ";
        case BlockKind::Picture: return "![";
    }
    return "";
}

}  // namespace

std::string markdown_of(const Blocks& blocks) {
    std::string out;
    for (const auto& block : blocks) {
        if (!out.empty()) out += '\n';  // An empty line between blocks.
        for (const auto& line : block.lines) out += (out.empty() ? "" : "\n") + sign_of(block.kind) + line_of(line);
        if (block.image) out += "](" + reference_of(*block.image) + ")";
    }
    return out;
}

}  // namespace domain
