// The list of changes that the DOM takes in one call: compact bytes, read by web/mirror.js and by the headless DOM.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/language.hpp"
#include "shared/document/document.hpp"

namespace mirror {

// Numbers are little-endian and unaligned; a string is its length in bytes (u32) and its UTF-8; `id` is a u32, where 0
// is nobody (as `parent`: the body; as `before`: the end).
enum class Op : std::uint8_t {
    Create = 1,  // id, parent, before, tag, attributes
    Remove,      // id
    Move,        // id, before: among the same parent's children
    Set,         // id, name, value
    Unset,       // id, name
    Content,     // id, tokens: replaces everything inside
    Breaks,      // id, count (u32), offsets (u32): UTF-16 units of the text; replaces all breaks
    Value,       // id, text: of a field, when it holds another
    Checked,     // id, u8
    Title,       // text
    Page,        // lang, dir: of <html>
    Canonical,   // href
    Alternate,   // lang, href
    Focus,       // id, u8: 1 also brings it into view
    Announce,    // id of a live region, text
    Skin,        // class of <html>: "skin-canvas"
    Scroll,      // f32: offset of the page
    Natural,     // removes every break of the page
    Clear,       // removes the root, whatever it is
};

// What follows an id in Content.
enum class Token : std::uint8_t {
    End = 0,
    Words = 1,  // text
    Open = 2,   // id, tag, attributes; id 0 has no data-n
    Close = 3,
};

using Attributes = std::vector<std::pair<std::string_view, std::string>>;  // On the wire: u8 count, then name, value.

enum class IntoView : std::uint8_t { No, Yes };

class Patches {
public:
    void create(doc::NodeId id, doc::NodeId parent, doc::NodeId before, std::string_view tag,
                const Attributes& attributes);
    void remove(doc::NodeId id);
    void move(doc::NodeId id, doc::NodeId before);
    void set(doc::NodeId id, std::string_view name, std::string_view value);
    void unset(doc::NodeId id, std::string_view name);
    // Text of a block with its spans, or the drawing inside an icon.
    void content(const doc::Node& node);
    void breaks(doc::NodeId id, std::span<const std::uint32_t> utf16_offsets);
    void value(doc::NodeId id, std::string_view text);
    void checked(doc::NodeId id, bool is_checked);
    void title(std::string_view text);
    void page(base::Language language);
    void canonical(std::string_view href);
    void alternate(base::Language language, std::string_view href);
    void focus(doc::NodeId id, IntoView into_view);
    void announce(doc::NodeId live_region, std::string_view words);
    void skin(std::string_view html_class);
    void scroll(float y_px);
    void natural();
    void clear();

    // Everything in `other`, after what is here.
    void append(const Patches& other);

    std::span<const std::uint8_t> bytes() const { return bytes_; }
    std::uint32_t count() const { return count_; }
    bool empty() const { return count_ == 0; }

private:
    void begin(Op op);
    void put_byte(std::uint8_t byte) { bytes_.push_back(byte); }
    void put_number(std::uint32_t number);
    void put_text(std::string_view text);
    void put_attributes(const Attributes& attributes);
    void put_words(const doc::Node& node, std::uint32_t begin, std::uint32_t end);
    std::size_t put_spans(const doc::Node& node, std::size_t next, std::uint32_t begin, std::uint32_t end);

    std::vector<std::uint8_t> bytes_;
    std::uint32_t count_ = 0;
};

}  // namespace mirror
