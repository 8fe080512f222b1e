#include "client/mirror/patches.hpp"

#include <bit>
#include <cassert>

#include "client/mirror/printed.hpp"

namespace mirror {

void Patches::begin(Op op) {
    put_byte(static_cast<std::uint8_t>(op));
    ++count_;
}

void Patches::put_number(std::uint32_t number) {
    for (int shift = 0; shift < 32; shift += 8) put_byte(static_cast<std::uint8_t>(number >> shift));
}

void Patches::put_text(std::string_view text) {
    put_number(static_cast<std::uint32_t>(text.size()));
    bytes_.insert(bytes_.end(), text.begin(), text.end());
}

void Patches::put_attributes(const Attributes& attributes) {
    assert(attributes.size() < 256 && "no element has that many attributes");
    put_byte(static_cast<std::uint8_t>(attributes.size()));
    for (const auto& [name, value] : attributes) {
        put_text(name);
        put_text(value);
    }
}

void Patches::create(doc::NodeId id, doc::NodeId parent, doc::NodeId before, std::string_view tag,
                     const Attributes& attributes) {
    begin(Op::Create);
    put_number(id);
    put_number(parent);
    put_number(before);
    put_text(tag);
    put_attributes(attributes);
}

void Patches::remove(doc::NodeId id) {
    begin(Op::Remove);
    put_number(id);
}

void Patches::move(doc::NodeId id, doc::NodeId before) {
    begin(Op::Move);
    put_number(id);
    put_number(before);
}

void Patches::set(doc::NodeId id, std::string_view name, std::string_view value) {
    begin(Op::Set);
    put_number(id);
    put_text(name);
    put_text(value);
}

void Patches::unset(doc::NodeId id, std::string_view name) {
    begin(Op::Unset);
    put_number(id);
    put_text(name);
}

void Patches::put_words(const doc::Node& node, std::uint32_t begin, std::uint32_t end) {
    if (begin == end) return;
    put_byte(static_cast<std::uint8_t>(Token::Words));
    put_text(std::string_view(node.text.utf8).substr(begin, end - begin));
}

// Returns the index of the first span that begins at or after `end`.
std::size_t Patches::put_spans(const doc::Node& node, std::size_t next, std::uint32_t begin, std::uint32_t end) {
    const auto& spans = node.text.spans;
    while (next < spans.size() && spans[next].begin < end) {
        const auto& span = spans[next];
        put_words(node, begin, span.begin);
        put_byte(static_cast<std::uint8_t>(Token::Open));
        put_number(doc::span_id(node.id, next));
        put_text(tag_of(span));
        put_attributes(attributes_of(span));
        next = put_spans(node, next + 1, span.begin, span.end);
        put_byte(static_cast<std::uint8_t>(Token::Close));
        begin = span.end;
    }
    put_words(node, begin, end);
    return next;
}

void Patches::content(const doc::Node& node) {
    begin(Op::Content);
    put_number(node.id);
    if (node.tag == doc::Tag::Icon) {
        put_byte(static_cast<std::uint8_t>(Token::Open));
        put_number(0);
        put_text("path");
        put_attributes(path_attributes(node.icon));
        put_byte(static_cast<std::uint8_t>(Token::Close));
    } else {
        put_spans(node, 0, 0, static_cast<std::uint32_t>(node.text.utf8.size()));
    }
    put_byte(static_cast<std::uint8_t>(Token::End));
}

void Patches::breaks(doc::NodeId id, std::span<const std::uint32_t> utf16_offsets) {
    begin(Op::Breaks);
    put_number(id);
    put_number(static_cast<std::uint32_t>(utf16_offsets.size()));
    for (const auto offset : utf16_offsets) put_number(offset);
}

void Patches::value(doc::NodeId id, std::string_view text) {
    begin(Op::Value);
    put_number(id);
    put_text(text);
}

void Patches::checked(doc::NodeId id, bool is_checked) {
    begin(Op::Checked);
    put_number(id);
    put_byte(is_checked ? 1 : 0);
}

void Patches::title(std::string_view text) {
    begin(Op::Title);
    put_text(text);
}

void Patches::page(base::Language language) {
    begin(Op::Page);
    put_text(base::code_of(language));
    put_text(base::code_of(base::direction_of(language)));
}

void Patches::canonical(std::string_view href) {
    begin(Op::Canonical);
    put_text(href);
}

void Patches::alternate(base::Language language, std::string_view href) {
    begin(Op::Alternate);
    put_text(base::code_of(language));
    put_text(href);
}

void Patches::focus(doc::NodeId id, IntoView into_view) {
    begin(Op::Focus);
    put_number(id);
    put_byte(into_view == IntoView::Yes ? 1 : 0);
}

void Patches::announce(doc::NodeId live_region, std::string_view words) {
    begin(Op::Announce);
    put_number(live_region);
    put_text(words);
}

void Patches::skin(std::string_view html_class) {
    begin(Op::Skin);
    put_text(html_class);
}

void Patches::scroll(float y_px) {
    begin(Op::Scroll);
    put_number(std::bit_cast<std::uint32_t>(y_px));
}

void Patches::natural() { begin(Op::Natural); }
void Patches::clear() { begin(Op::Clear); }

void Patches::append(const Patches& other) {
    bytes_.insert(bytes_.end(), other.bytes_.begin(), other.bytes_.end());
    count_ += other.count_;
}

}  // namespace mirror
