// The twin of web/mirror.js: reads a list of patches and does to the DOM in memory what it says.
#include <algorithm>
#include <bit>
#include <cassert>

#include "client/mirror/patches.hpp"
#include "client/platform/headless/dom.hpp"

namespace platform::headless {

using mirror::Op;
using mirror::Token;

class PatchReader {
public:
    PatchReader(Dom& dom, std::span<const std::uint8_t> bytes) : dom_(dom), bytes_(bytes) {}

    void run() {
        while (position_ < bytes_.size()) apply(static_cast<Op>(byte()));
    }

private:
    std::uint8_t byte() {
        assert(position_ < bytes_.size() && "a patch is complete");
        return bytes_[position_++];
    }

    std::uint32_t number() {
        std::uint32_t value = 0;
        for (int shift = 0; shift < 32; shift += 8) value |= static_cast<std::uint32_t>(byte()) << shift;
        return value;
    }

    std::string text() {
        const auto length = number();
        std::string out;
        for (std::uint32_t i = 0; i < length; ++i) out += static_cast<char>(byte());
        return out;
    }

    void read_attributes(Element& element) {
        for (int count = byte(); count > 0; --count) {
            auto name = text();
            element.attributes[std::move(name)] = text();
        }
        element.value = element.attribute("value");
    }

    Element& node() {
        Element* found = dom_.find(number());
        assert(found != nullptr && "a patch speaks of a node that is there");
        return *found;
    }

    static auto place_of(Element& parent, NodeId before) {
        auto& children = parent.children;
        if (before == 0) return children.end();
        const auto place = std::ranges::find(children, before, [](const auto& child) { return child->id; });
        assert(place != children.end() && "the node that follows is a sibling");
        return place;
    }

    void create() {
        auto element = std::make_unique<Element>();
        element->id = number();
        const auto parent_id = number();
        Element& parent = parent_id == 0 ? dom_.body() : *dom_.find(parent_id);
        const auto before = number();
        element->tag = text();
        read_attributes(*element);
        element->parent = &parent;
        assert(dom_.find(element->id) == nullptr && "an id stands once");
        dom_.by_id_[element->id] = element.get();
        parent.children.insert(place_of(parent, before), std::move(element));
    }

    std::unique_ptr<Element> take_out(Element& element) {
        auto& siblings = element.parent->children;
        const auto place = std::ranges::find(siblings, &element, [](const auto& child) { return child.get(); });
        auto owned = std::move(*place);
        siblings.erase(place);
        return owned;
    }

    void remove() {
        Element& element = node();
        dom_.forget(element);
        take_out(element);
    }

    void move() {
        Element& element = node();
        const auto before = number();
        Element& parent = *element.parent;
        auto owned = take_out(element);
        parent.children.insert(place_of(parent, before), std::move(owned));
    }

    void content() {
        Element& block = node();
        for (const auto& child : block.children) dom_.forget(*child);
        block.children.clear();
        Element* open = &block;
        for (auto token = static_cast<Token>(byte()); token != Token::End; token = static_cast<Token>(byte())) {
            if (token == Token::Close) {
                open = open->parent;
                continue;
            }
            auto child = std::make_unique<Element>();
            child->parent = open;
            Element* added = child.get();
            if (token == Token::Words) {
                child->words = text();
            } else {
                child->id = number();
                child->tag = text();
                read_attributes(*child);
            }
            open->children.push_back(std::move(child));
            dom_.adopt(*added);
            if (token == Token::Open) open = added;
        }
        assert(open == &block && "every span is closed");
    }

    void breaks() {
        Element& block = node();
        std::vector<std::uint32_t> offsets(number());
        for (auto& offset : offsets) offset = number();
        dom_.set_breaks(block, offsets);
    }

    void apply(Op op) {
        switch (op) {
            case Op::Create: ++dom_.changes; return create();
            case Op::Remove: ++dom_.changes; return remove();
            case Op::Move: ++dom_.changes; return move();
            case Op::Content: ++dom_.changes; return content();
            case Op::Breaks: return breaks();
            case Op::Set: {
                ++dom_.changes;
                Element& element = node();
                auto name = text();
                const auto value = element.attributes[name] = text();
                if (name == "value") element.value = value;
                return;
            }
            case Op::Unset: {
                ++dom_.changes;
                Element& element = node();
                element.attributes.erase(text());
                return;
            }
            case Op::Value: {
                Element& element = node();
                element.value = text();
                return;
            }
            case Op::Checked: {
                Element& element = node();
                element.checked = byte() != 0;
                return;
            }
            case Op::Title: dom_.title = text(); return;
            case Op::Page:
                dom_.language = text();
                dom_.direction = text();
                return;
            case Op::Canonical: dom_.canonical = text(); return;
            case Op::Alternate: {
                auto language = text();
                dom_.alternates[std::move(language)] = text();
                return;
            }
            case Op::Focus:
                dom_.focus = node().id;
                byte();
                return;
            case Op::Announce: {
                node();
                dom_.announced = text();
                return;
            }
            case Op::Skin: dom_.html_class = text(); return;
            case Op::Scroll:
                dom_.scroll_px = std::bit_cast<float>(number());
                dom_.has_scrolled = true;
                return;
            case Op::Clear:
                ++dom_.changes;
                for (const auto& child : dom_.body_.children) dom_.forget(*child);
                dom_.body_.children.clear();
                return;
            case Op::Natural: Dom::remove_breaks(dom_.body()); return;
        }
        assert(false && "an operation that the DOM knows");
    }

    Dom& dom_;
    std::span<const std::uint8_t> bytes_;
    std::size_t position_ = 0;
};

void Dom::apply(std::span<const std::uint8_t> patches) { PatchReader(*this, patches).run(); }

}  // namespace platform::headless
