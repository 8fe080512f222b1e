// A DOM in memory that takes the same patches as web/mirror.js, so that tests see what a browser would hold.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "client/platform/event.hpp"

namespace platform::headless {

struct Element {
    std::string tag;  // Empty: a text node, whose words stand in `words`.
    std::string words;
    NodeId id = 0;
    std::map<std::string, std::string, std::less<>> attributes;  // Without data-n.
    std::string value;                                           // Of a field.
    bool checked = false;
    Element* parent = nullptr;
    std::vector<std::unique_ptr<Element>> children;

    bool is_text() const { return tag.empty(); }
    bool is_break() const { return tag == "wbr"; }
    std::string_view attribute(std::string_view name) const;  // Empty when absent.
    std::string text() const;                                 // As textContent.
};

class Dom {
public:
    Dom();
    Dom(const Dom&) = delete;
    Dom& operator=(const Dom&) = delete;

    // The HTML of the root element, as doc::to_html prints it.
    void read_html(std::string_view html);
    void apply(std::span<const std::uint8_t> patches);

    Element* find(NodeId id);
    Element* find_html_id(std::string_view id);
    Element& body() { return body_; }
    const Element& body() const { return body_; }

    std::string fingerprint() const;
    // One line for each node, without breaks and without what a browser does not tell apart (the attribute
    // `checked` and the property, the words inside <textarea> and its value).
    std::string print() const;
    std::vector<FieldState> fields() const;

    std::string title, language, direction, canonical, html_class = "skin-html";
    std::map<std::string, std::string> alternates;
    NodeId focus = 0;
    std::string announced;  // Last words put into a live region.
    float scroll_px = 0;
    bool has_scrolled = false;  // By a patch.
    int changes = 0;            // Patches that touched nodes.

private:
    friend class PatchReader;
    void adopt(Element& element);
    void forget(Element& element);
    void set_breaks(Element& block, const std::vector<std::uint32_t>& offsets);
    static void remove_breaks(Element& element);

    Element body_;
    std::map<NodeId, Element*> by_id_;
};

// Where every break of the block stands, in UTF-16 units of its text.
std::vector<std::uint32_t> breaks_of(const Element& block);

}  // namespace platform::headless
