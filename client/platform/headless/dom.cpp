#include "client/platform/headless/dom.hpp"

#include <algorithm>
#include <cassert>
#include <functional>

#include "client/platform/headless/html_reader.hpp"
#include "shared/document/document.hpp"

namespace platform::headless {
namespace {

std::size_t units_of(std::string_view utf8) {
    std::size_t units = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        units += (byte & 0xC0) == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1;
    }
    return units;
}

// The byte at which `units` UTF-16 units have passed.
std::size_t byte_at(std::string_view utf8, std::size_t units) {
    std::size_t byte = 0;
    while (byte < utf8.size() && units_of(utf8.substr(0, byte)) < units) ++byte;
    while (byte < utf8.size() && (static_cast<unsigned char>(utf8[byte]) & 0xC0) == 0x80) ++byte;
    return byte;
}

std::unique_ptr<Element> make(std::string_view tag, Element* parent) {
    auto element = std::make_unique<Element>();
    element->tag = tag;
    element->parent = parent;
    return element;
}

void normalize(Element& element) {
    auto& children = element.children;
    for (std::size_t i = 0; i + 1 < children.size();) {
        if (children[i]->is_text() && children[i + 1]->is_text()) {
            children[i]->words += children[i + 1]->words;
            children.erase(children.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        } else {
            ++i;
        }
    }
}

// Puts a break `units` into the text below `element`; returns what is left when it lies behind its end.
std::size_t insert_break(Element& element, std::size_t units) {
    for (std::size_t i = 0; i < element.children.size(); ++i) {
        Element& child = *element.children[i];
        if (!child.is_text()) {
            units = insert_break(child, units);
            if (units == 0) return 0;
            continue;
        }
        const auto length = units_of(child.words);
        if (length < units) {
            units -= length;
            continue;
        }
        const auto place = element.children.begin() + static_cast<std::ptrdiff_t>(i) + 1;
        const auto byte = byte_at(child.words, units);
        auto rest = make("", &element);
        rest->words = child.words.substr(byte);
        child.words.resize(byte);
        const bool splits = !rest->words.empty();
        const auto after = element.children.insert(place, make("wbr", &element));
        if (splits) element.children.insert(after + 1, std::move(rest));
        return 0;
    }
    return units;
}

void print_element(std::string& out, const Element& element, int depth) {
    if (element.is_break()) return;
    out.append(static_cast<std::size_t>(depth) * 2, ' ');
    if (element.is_text()) {
        out.append("\"").append(element.words).append("\"\n");
        return;
    }
    out += element.tag;
    if (element.id != 0) out.append(" #").append(doc::print_id(element.id));
    for (const auto& [name, value] : element.attributes)
        if (name != "checked") out.append(" ").append(name).append("='").append(value).append("'");
    if (element.checked) out += " +checked";
    if (!element.value.empty() && element.attribute("value") != element.value) out += " value: " + element.value;
    out += '\n';
    if (element.tag == "textarea") return;
    std::string words;  // Breaks split texts; without them they are one.
    const auto flush = [&] {
        if (!words.empty()) out.append(static_cast<std::size_t>(depth) * 2 + 2, ' ').append("\"" + words + "\"\n");
        words.clear();
    };
    for (const auto& child : element.children) {
        if (child->is_text()) {
            words += child->words;
        } else if (!child->is_break()) {
            flush();
            print_element(out, *child, depth + 1);
        }
    }
    flush();
}

void add_fingerprint(std::string& out, const Element& element) {
    if (element.is_text()) {
        out += element.words;
        return;
    }
    if (element.is_break()) return;
    if (element.id != 0) out.append("\x01").append(doc::print_id(element.id)).append("\n");
    else if (element.tag != "path") out += '\x02';
    if (element.tag == "textarea" || !element.attribute("aria-live").empty()) return;
    for (const auto& child : element.children) add_fingerprint(out, *child);
}

void for_each(const Element& element, const std::function<void(const Element&)>& visit) {
    visit(element);
    for (const auto& child : element.children) for_each(*child, visit);
}

std::size_t collect_breaks(const Element& element, std::size_t position, std::vector<std::uint32_t>& found) {
    for (const auto& child : element.children) {
        if (child->is_break()) found.push_back(static_cast<std::uint32_t>(position));
        else if (child->is_text()) position += units_of(child->words);
        else position = collect_breaks(*child, position, found);
    }
    return position;
}

}  // namespace

std::string_view Element::attribute(std::string_view name) const {
    const auto found = attributes.find(name);
    return found == attributes.end() ? std::string_view{} : std::string_view{found->second};
}

std::string Element::text() const {
    std::string out = words;
    for (const auto& child : children) out += child->text();
    return out;
}

Dom::Dom() { body_.tag = "body"; }

void Dom::adopt(Element& element) {
    if (element.id != 0) by_id_[element.id] = &element;
    for (const auto& child : element.children) adopt(*child);
}

void Dom::forget(Element& element) {
    if (element.id != 0) by_id_.erase(element.id);
    if (focus != 0 && focus == element.id) focus = 0;
    for (const auto& child : element.children) forget(*child);
}

void Dom::read_html(std::string_view html) {
    body_.children.clear();
    by_id_.clear();
    body_.children.push_back(headless::read_html(html));
    body_.children.back()->parent = &body_;
    adopt(body_);
}

Element* Dom::find(NodeId id) {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
}

Element* Dom::find_html_id(std::string_view id) {
    for (const auto& [node, element] : by_id_)
        if (element->attribute("id") == id) return element;
    return nullptr;
}

void Dom::remove_breaks(Element& element) {
    std::erase_if(element.children, [](const auto& child) { return child->is_break(); });
    normalize(element);
    for (const auto& child : element.children) remove_breaks(*child);
}

void Dom::set_breaks(Element& block, const std::vector<std::uint32_t>& offsets) {
    remove_breaks(block);
    // From the last to the first: an earlier break does not move the text behind a later one.
    for (auto offset = offsets.rbegin(); offset != offsets.rend(); ++offset) {
        [[maybe_unused]] const auto beyond = insert_break(block, *offset);
        assert(beyond == 0 && "a break lies within the text of its block");
    }
}

std::string Dom::fingerprint() const {
    std::string out;
    for (const auto& child : body_.children) add_fingerprint(out, *child);
    return out;
}

std::string Dom::print() const {
    std::string out;
    for (const auto& child : body_.children) print_element(out, *child, 0);
    return out;
}

std::vector<FieldState> Dom::fields() const {
    std::vector<FieldState> found;
    for_each(body_, [&](const Element& element) {
        if (element.tag != "input" && element.tag != "textarea") return;
        const auto type = element.attribute("type");
        const bool is_choice = type == "radio" || type == "checkbox";
        found.push_back(
            {element.id, std::string(element.attribute("name")), element.value, is_choice, element.checked});
    });
    return found;
}

std::vector<std::uint32_t> breaks_of(const Element& block) {
    std::vector<std::uint32_t> found;
    collect_breaks(block, 0, found);
    return found;
}

}  // namespace platform::headless
