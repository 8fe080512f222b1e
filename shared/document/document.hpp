// A page as a tree of headings, paragraphs, links, fields and lists, with names, roles, languages and states.
// The server prints it as HTML, the browser keeps it as the DOM, the canvas paints it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/language.hpp"
#include "shared/document/icons.hpp"
#include "shared/document/style_name.hpp"
#include "shared/document/text.hpp"

namespace doc {

enum class Tag : std::uint8_t {
    Div,
    Header,
    Nav,
    Main,
    Footer,
    Section,
    Form,
    Fieldset,
    Legend,
    H1,
    H2,
    H3,
    P,
    Ul,
    Ol,
    Li,
    Dl,
    Dt,
    Dd,
    A,
    Button,
    Input,
    Textarea,
    Label,
    Icon,
    Img,
};
inline constexpr std::size_t tag_count = static_cast<std::size_t>(Tag::Img) + 1;
std::string_view name_of(Tag tag);  // "h1"; Icon is "svg"

enum class Attribute : std::uint8_t {
    Href,
    Hreflang,
    Src,
    Alt,
    Width,  // Of a picture, in its own pixels.
    Height,
    Id,
    Role,
    Type,
    Name,
    Value,
    Checked,
    For,
    Action,
    Method,
    Enctype,
    Accept,
    FormAction,
    Autocomplete,
    TabIndex,
    Dir,
    AriaLabel,
    AriaLabelledBy,
    AriaDescribedBy,
    AriaCurrent,
    AriaInvalid,
    AriaHidden,
    AriaLive,
    AriaAtomic,
    AriaBusy,
    Target,
    DataPart,      // Of a form: the id that labels the part of the page which is made anew from what the form holds.
    DataPartLost,  // What that part says when it cannot be had.
    // Of a form whose fields of these names are kept on the device of who types, with the words that say so and those
    // of the button that ends it. Without the words it shows what was just sent: nothing comes back into it.
    DataDraft,
    DataDraftKept,
    DataDraftDrop,
};
inline constexpr std::size_t attribute_count = static_cast<std::size_t>(Attribute::DataDraftDrop) + 1;
std::string_view name_of(Attribute attribute);  // "aria-label"
bool is_boolean(Attribute attribute);           // Present or absent, such as `checked`.

using NodeId = std::uint32_t;  // Hash of the parent's id and the node's key: the same on the server and in the client.

struct Node {
    Tag tag = Tag::Div;
    Style style = Style::Section;
    std::string key;  // Unique among siblings. Empty: `finish` takes style name and ordinal.
    std::vector<std::pair<Attribute, std::string>> attributes;
    std::optional<base::Language> language;  // Only where it differs from the parent's.
    bool is_text = false;                    // A block of inline text; has no children.
    Text text;
    IconName icon = IconName::None;  // Tag::Icon only.
    std::vector<Node> children;
    NodeId id = 0;  // Set by `finish`.

    std::string_view attribute(Attribute name) const;  // Empty when absent.
    bool has(Attribute name) const;
    bool operator==(const Node&) const = default;
};

struct Alternate {
    base::Language language;
    std::string href;
    bool operator==(const Alternate&) const = default;
};

struct Document {
    std::string title;
    std::string description;  // One sentence for search engines, and for messengers that show where a link leads.
    base::Language language = base::Language::Ar;
    std::string address;                // Canonical, without host.
    std::vector<Alternate> alternates;  // The same page in each language, itself included.
    Node root;

    bool operator==(const Document&) const = default;
};

// Gives every node its key and id. Pages call it once, last.
Document finish(Document document);

NodeId child_id(NodeId parent, std::string_view key);
// The id of the n-th span of a text node.
NodeId span_id(NodeId node, std::size_t index);
std::string print_id(NodeId id);  // As in data-n: base 36.
std::optional<NodeId> parse_id(std::string_view printed);

// In reading order, parents before children.
void for_each(const Node& root, const std::function<void(const Node&)>& visit);
const Node* find(const Node& root, NodeId id);

// What HTML-AAM gives the node: "heading", "link", "radio"; empty for generic boxes.
std::string_view role_of(const Node& node);
// Accessible name (accname 1.2, as far as this tree needs it): labels, labelled-by, content.
std::string name_of(const Document& document, const Node& node);
bool is_interactive(const Node& node);

}  // namespace doc
