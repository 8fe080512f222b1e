#include "shared/domain/body.hpp"

#include <algorithm>

#include "shared/base/localized_text.hpp"
#include "shared/base/utf8.hpp"

namespace domain {
namespace {

bool is_boundary(std::string_view text, std::size_t offset) {
    return offset == text.size() || (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80);
}

}  // namespace

bool is_link_address(std::string_view address) {
    const auto allowed = [](char c) {
        return c > ' ' && c < '\x7F' && std::string_view("\"'<>\\`").find(c) == std::string_view::npos;
    };
    if (address.size() > address_bytes_limit || !std::ranges::all_of(address, allowed)) return false;
    if (address.starts_with('/')) return !address.starts_with("//");
    for (const std::string_view scheme : {"https://", "http://", "mailto:", "tel:"})
        if (address.starts_with(scheme)) return address.size() > scheme.size();
    return false;
}

bool is_web_address(std::string_view address) {
    constexpr std::string_view scheme = "https://";
    return address.starts_with(scheme) && address.size() > scheme.size() &&
           std::ranges::all_of(address, [](char c) { return c > ' ' && c < '\x7F'; });
}

bool is_meant_as_address(std::string_view text) {
    if (text.empty() || text.starts_with('?') || text.find_first_of(":/\\@#") != text.npos) return true;
    const auto is_letter = [&](std::size_t at) {
        return at < text.size() && ((text[at] >= 'a' && text[at] <= 'z') || (text[at] >= 'A' && text[at] <= 'Z'));
    };
    for (std::size_t at = 1; at < text.size(); ++at)  // "a.ma", but neither "e.g." nor "art.7".
        if (text[at] == '.' && is_letter(at + 1) && is_letter(at + 2)) return true;
    return false;
}

bool is_sound(const BodyText& text) {
    if (text.utf8.empty() || text.spans.size() > body_spans_limit) return false;
    std::vector<const BodySpan*> open;
    const BodySpan* last = nullptr;
    for (const auto& span : text.spans) {
        if (span.begin >= span.end || !is_boundary(text.utf8, span.begin) || !is_boundary(text.utf8, span.end))
            return false;
        if (last != nullptr && (span.begin < last->begin || (span.begin == last->begin && span.end > last->end)))
            return false;
        while (!open.empty() && open.back()->end <= span.begin) open.pop_back();
        if (!open.empty() && span.end > open.back()->end) return false;
        const auto is_link = [](const BodySpan* one) { return !one->address.empty(); };
        if (is_link(&span) && (!is_link_address(span.address) || std::ranges::any_of(open, is_link))) return false;
        open.push_back(last = &span);
    }
    return true;
}

namespace {

bool is_sound_picture(const Block& block) {
    if (block.kind != BlockKind::Picture) return !block.image;
    return block.image && parse_image_reference(reference_of(*block.image)) == block.image &&
           block.lines.front().spans.empty() && clean_image_text(block.lines.front().utf8) == block.lines.front().utf8;
}

}  // namespace

bool is_sound(const Blocks& blocks) {
    bool below_heading = false;  // A subheading follows a heading: no level is skipped.
    return blocks.size() <= blocks_limit && std::ranges::all_of(blocks, [&](const Block& block) {
               const bool is_list = block.kind == BlockKind::Bullets || block.kind == BlockKind::Numbers;
               below_heading = below_heading || block.kind == BlockKind::Heading;
               return (block.kind != BlockKind::Subheading || below_heading) && !block.lines.empty() &&
                      block.lines.size() <= (is_list ? list_limit : 1) &&
                      std::ranges::all_of(block.lines, [](const BodyText& line) { return is_sound(line); }) &&
                      is_sound_picture(block);
           });
}

Body::Resolved Body::in(base::Language language) const {
    for (const auto candidate : base::reading_order(language))
        if (!exact(candidate).empty()) return {exact(candidate), candidate};
    return {exact(language), language};
}

}  // namespace domain
