#include "shared/document/document.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <map>

namespace doc {
namespace {

// FNV-1a, 32 bits: short in data-n, and equal on every machine.
constexpr std::uint32_t hash_seed = 2166136261u;
constexpr std::uint32_t hash_prime = 16777619u;

NodeId mix(NodeId hash, unsigned char byte) { return (hash ^ byte) * hash_prime; }

NodeId mix_id(NodeId hash, NodeId id) {
    for (int shift = 0; shift < 32; shift += 8) hash = mix(hash, static_cast<unsigned char>(id >> shift));
    return hash;
}

void give_ids(Node& node, NodeId parent) {
    node.id = child_id(parent, node.key);
    std::map<Style, int> ordinals;
    for (auto& child : node.children) {
        if (child.key.empty()) {
            const int ordinal = ordinals[child.style]++;
            child.key = std::string(name_of(child.style)) + std::to_string(ordinal);
        }
        give_ids(child, node.id);
    }
}

constexpr std::array<std::string_view, attribute_count> attribute_names{"href",
                                                                        "hreflang",
                                                                        "src",
                                                                        "alt",
                                                                        "width",
                                                                        "height",
                                                                        "id",
                                                                        "role",
                                                                        "type",
                                                                        "name",
                                                                        "value",
                                                                        "checked",
                                                                        "for",
                                                                        "action",
                                                                        "method",
                                                                        "enctype",
                                                                        "accept",
                                                                        "formaction",
                                                                        "autocomplete",
                                                                        "tabindex",
                                                                        "dir",
                                                                        "aria-label",
                                                                        "aria-labelledby",
                                                                        "aria-describedby",
                                                                        "aria-current",
                                                                        "aria-invalid",
                                                                        "aria-hidden",
                                                                        "aria-live",
                                                                        "aria-atomic",
                                                                        "aria-busy",
                                                                        "target",
                                                                        "data-part",
                                                                        "data-part-lost",
                                                                        "data-draft",
                                                                        "data-draft-kept",
                                                                        "data-draft-drop"};

constexpr std::array<std::string_view, tag_count> tag_names{
    "div", "header", "nav",    "main",  "footer",   "section", "form", "fieldset", "legend",
    "h1",  "h2",     "h3",     "p",     "ul",       "ol",      "li",   "dl",       "dt",
    "dd",  "a",      "button", "input", "textarea", "label",   "svg",  "img"};

constexpr std::string_view base36 = "0123456789abcdefghijklmnopqrstuvwxyz";

}  // namespace

std::string_view name_of(Tag tag) { return tag_names[static_cast<std::size_t>(tag)]; }
std::string_view name_of(Attribute attribute) { return attribute_names[static_cast<std::size_t>(attribute)]; }
bool is_boolean(Attribute attribute) { return attribute == Attribute::Checked; }

std::string_view Node::attribute(Attribute name) const {
    const auto found = std::ranges::find(attributes, name, &std::pair<Attribute, std::string>::first);
    return found == attributes.end() ? std::string_view{} : std::string_view{found->second};
}

bool Node::has(Attribute name) const {
    return std::ranges::contains(attributes, name, &std::pair<Attribute, std::string>::first);
}

NodeId child_id(NodeId parent, std::string_view key) {
    NodeId hash = mix_id(hash_seed, parent);
    for (const char c : key) hash = mix(hash, static_cast<unsigned char>(c));
    return hash;
}

NodeId span_id(NodeId node, std::size_t index) { return child_id(node, "/" + std::to_string(index)); }

std::string print_id(NodeId id) {
    std::string digits;
    do {
        digits.insert(digits.begin(), base36[id % 36]);
        id /= 36;
    } while (id != 0);
    return digits;
}

std::optional<NodeId> parse_id(std::string_view printed) {
    std::uint64_t id = 0;
    if (printed.empty() || printed.size() > 7) return std::nullopt;
    for (const char c : printed) {
        const auto digit = base36.find(c);
        if (digit == std::string_view::npos) return std::nullopt;
        id = id * 36 + digit;
    }
    if (id > UINT32_MAX) return std::nullopt;
    return static_cast<NodeId>(id);
}

Document finish(Document document) {
    if (document.root.key.empty()) document.root.key = "page";
    give_ids(document.root, 0);
    return document;
}

void for_each(const Node& root, const std::function<void(const Node&)>& visit) {
    visit(root);
    for (const auto& child : root.children) for_each(child, visit);
}

const Node* find(const Node& root, NodeId id) {
    if (root.id == id) return &root;
    for (const auto& child : root.children)
        if (const Node* found = find(child, id)) return found;
    return nullptr;
}

}  // namespace doc
