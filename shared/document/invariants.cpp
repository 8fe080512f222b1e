#include "shared/document/invariants.hpp"

#include <algorithm>
#include <format>
#include <map>
#include <set>

namespace doc {
namespace {

class Checker {
public:
    explicit Checker(const Document& document) : document_(document) {}

    std::vector<std::string> run() {
        check_head();
        collect_ids(document_.root);
        visit(document_.root, nullptr);
        check_once("main", mains_);
        check_once("h1", first_headings_);
        check_landmarks();
        return std::move(broken_);
    }

private:
    template <class... Args>
    void say(std::format_string<Args...> sentence, Args&&... args) {
        broken_.push_back(std::format(sentence, std::forward<Args>(args)...));
    }

    std::string where(const Node& node) const {
        return std::format("<{} class={} key={}>", name_of(node.tag), name_of(node.style), node.key);
    }

    void check_head() {
        if (document_.title.empty()) say("The document has no title.");
        if (document_.alternates.size() != base::languages.size())
            say("The document names {} alternates, not one for each language.", document_.alternates.size());
    }

    void check_once(std::string_view what, int count) {
        if (count != 1) say("There is not one {}, but {}.", what, count);
    }

    void check_landmarks() {
        for (const auto& [role, names] : landmarks_)
            if (names.size() > 1 && std::set(names.begin(), names.end()).size() != names.size())
                say("Two {} landmarks have the same name.", role);
    }

    void collect_ids(const Node& root) {
        for_each(root, [&](const Node& node) {
            if (!ids_.insert(node.id).second) say("{} has the id of another node.", where(node));
            const auto id = node.attribute(Attribute::Id);
            if (!id.empty() && !html_ids_.insert(std::string(id)).second) say("The id '{}' stands twice.", id);
        });
    }

    void visit(const Node& node, const Node* parent) {
        check_shape(node);
        check_place(node, parent);
        check_names(node);
        check_references(node);
        check_text(node);
        std::set<std::string_view> keys;
        for (const auto& child : node.children) {
            if (!keys.insert(child.key).second) say("{} has two children with the key '{}'.", where(node), child.key);
            visit(child, &node);
        }
    }

    void check_shape(const Node& node) {
        if (node.is_text && !node.children.empty()) say("{} holds both text and children.", where(node));
        if (node.tag == Tag::Main) ++mains_;
        if (node.tag == Tag::H1) ++first_headings_;
        check_heading_level(node);
        std::set<Attribute> seen;
        for (const auto& [name, value] : node.attributes)
            if (!seen.insert(name).second) say("{} has the attribute '{}' twice.", where(node), name_of(name));
        if (node.tag == Tag::A && !node.has(Attribute::Href)) say("{} is a link to nowhere.", where(node));
        if (const auto tab = node.attribute(Attribute::TabIndex); !tab.empty() && tab != "-1" && tab != "0")
            say("{} orders the tab stops by hand.", where(node));
        if (node.tag == Tag::Fieldset && (node.children.empty() || node.children.front().tag != Tag::Legend))
            say("{} does not begin with its legend.", where(node));
    }

    void check_heading_level(const Node& node) {
        const int level = node.tag == Tag::H1 ? 1 : node.tag == Tag::H2 ? 2 : node.tag == Tag::H3 ? 3 : 0;
        if (level == 0) return;
        if (level > last_level_ + 1) say("{} skips a heading level.", where(node));
        last_level_ = level;
    }

    void check_place(const Node& node, const Node* parent) {
        const auto inside = [&](std::initializer_list<Tag> allowed) {
            if (parent == nullptr || !std::ranges::contains(allowed, parent->tag))
                say("{} stands outside of its container.", where(node));
        };
        if (node.tag == Tag::Li) inside({Tag::Ul, Tag::Ol});
        if (node.tag == Tag::Dt || node.tag == Tag::Dd) inside({Tag::Div, Tag::Dl});
        if (node.tag == Tag::Legend) inside({Tag::Fieldset});
        if (parent != nullptr && (parent->tag == Tag::Ul || parent->tag == Tag::Ol) && node.tag != Tag::Li)
            say("{} stands in a list without being an item.", where(node));
    }

    void check_names(const Node& node) {
        const auto role = role_of(node);
        if (is_interactive(node) && name_of(document_, node).empty()) say("{} has no name.", where(node));
        if (node.tag == Tag::Fieldset && name_of(document_, node).empty()) say("{} has no name.", where(node));
        if (role == "navigation" || role == "region" || role == "form")
            landmarks_[std::string(role)].push_back(name_of(document_, node));
        if (role == "navigation" && name_of(document_, node).empty()) say("{} has no name.", where(node));
        if (node.tag == Tag::Img)
            for (const auto needed : {Attribute::Src, Attribute::Alt, Attribute::Width, Attribute::Height})
                if (node.attribute(needed).empty()) say("{} has no {}.", where(node), name_of(needed));
        const bool needs_name = node.tag == Tag::Input || node.tag == Tag::Textarea;
        if (needs_name && node.attribute(Attribute::Name).empty()) say("{} is sent under no name.", where(node));
    }

    void check_references(const Node& node) {
        for (const auto attribute : {Attribute::For, Attribute::AriaLabelledBy, Attribute::AriaDescribedBy}) {
            std::string_view ids = node.attribute(attribute);
            while (!ids.empty()) {
                const auto space = ids.find(' ');
                if (!html_ids_.contains(std::string(ids.substr(0, space))))
                    say("{} refers to '{}', which is not there.", where(node), ids.substr(0, space));
                ids = space == std::string_view::npos ? std::string_view{} : ids.substr(space + 1);
            }
        }
        const auto href = node.attribute(Attribute::Href);
        if (href.size() > 1 && href.starts_with('#') && !html_ids_.contains(std::string(href.substr(1))))
            say("{} links to '{}', which is not there.", where(node), href);
    }

    void check_text(const Node& node) {
        const std::string_view words = node.text.utf8;
        // U+202A to U+202E and U+2066 to U+2069: order is the business of spans.
        for (std::size_t at = words.find("\xE2\x80"); at != words.npos; at = words.find("\xE2\x80", at + 1))
            if (at + 2 < words.size() && words[at + 2] >= '\xAA' && words[at + 2] <= '\xAE')
                say("{} holds a bidi embedding or override.", where(node));
        for (std::size_t at = words.find("\xE2\x81"); at != words.npos; at = words.find("\xE2\x81", at + 1))
            if (at + 2 < words.size() && words[at + 2] >= '\xA6' && words[at + 2] <= '\xA9')
                say("{} holds a bidi isolate as a character.", where(node));
        if (!is_sound(node.text)) say("{} has spans that end within a character, or do not nest.", where(node));
        for (const auto& span : node.text.spans)
            if (span.kind == SpanKind::Link && span.href.empty()) say("{} has a link to nowhere.", where(node));
    }

    const Document& document_;
    std::vector<std::string> broken_;
    std::set<NodeId> ids_;
    std::set<std::string> html_ids_;
    std::map<std::string, std::vector<std::string>> landmarks_;
    int mains_ = 0;
    int first_headings_ = 0;
    int last_level_ = 0;
};

}  // namespace

std::vector<std::string> broken_invariants(const Document& document) { return Checker(document).run(); }

}  // namespace doc
