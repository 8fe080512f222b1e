#include "shared/document/html.hpp"

namespace doc {
namespace {

void add_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    }
}

void add_attribute(std::string& out, std::string_view name, std::string_view value) {
    out.append(" ").append(name).append("=\"");
    add_escaped(out, value);
    out += '"';
}

void add_language(std::string& out, std::optional<base::Language> language) {
    if (!language) return;
    add_attribute(out, "lang", base::code_of(*language));
    add_attribute(out, "dir", base::code_of(base::direction_of(*language)));
}

std::string_view tag_of(SpanKind kind) {
    switch (kind) {
        case SpanKind::Isolate: return "bdi";
        case SpanKind::Strong: return "strong";
        case SpanKind::Link: return "a";
        case SpanKind::Language: return "span";
    }
    return "span";
}

void open_span(std::string& out, const Span& span, NodeId id) {
    out.append("<").append(tag_of(span.kind));
    add_attribute(out, "data-n", print_id(id));
    if (span.kind == SpanKind::Link) add_attribute(out, "href", span.href);
    add_language(out, span.language);
    out += '>';
}

class TextPrinter {
public:
    TextPrinter(std::string& out, const Node& node) : out_(out), node_(node), text_(node.text) {}

    void print() { print_until(offset_of_end()); }

private:
    std::uint32_t offset_of_end() const { return static_cast<std::uint32_t>(text_.utf8.size()); }

    void add_words(std::uint32_t end) {
        add_escaped(out_, std::string_view(text_.utf8).substr(position_, end - position_));
        position_ = end;
    }

    void print_until(std::uint32_t end) {
        while (next_ < text_.spans.size() && text_.spans[next_].begin < end) {
            const std::size_t index = next_++;
            const Span& span = text_.spans[index];
            add_words(span.begin);
            open_span(out_, span, span_id(node_.id, index));
            print_until(span.end);
            out_.append("</").append(tag_of(span.kind)).append(">");
        }
        add_words(end);
    }

    std::string& out_;
    const Node& node_;
    const Text& text_;
    std::size_t next_ = 0;
    std::uint32_t position_ = 0;
};

void print_icon(std::string& out, const Node& node) {
    const Icon& icon = icon_of(node.icon);
    add_attribute(out, "viewBox", view_box_of(icon));
    out += "><path";
    if (icon.stroke_width > 0) {
        add_attribute(out, "fill", "none");
        add_attribute(out, "stroke", "currentColor");
        add_attribute(out, "stroke-width", stroke_width_of(icon));
        add_attribute(out, "stroke-linecap", "round");
        add_attribute(out, "stroke-linejoin", "round");
    } else {
        add_attribute(out, "fill", "currentColor");
        add_attribute(out, "fill-rule", "evenodd");
    }
    add_attribute(out, "d", icon.path);
    out += "></path></svg>";
}

void print_attributes(std::string& out, const Node& node) {
    for (const auto& [name, value] : node.attributes) {
        if (node.tag == Tag::Textarea && name == Attribute::Value) continue;
        if (is_boolean(name)) out.append(" ").append(name_of(name));
        else add_attribute(out, name_of(name), value);
    }
}

void print(std::string& out, const Node& node) {
    out.append("<").append(name_of(node.tag));
    add_attribute(out, "class", name_of(node.style));
    add_attribute(out, "data-n", print_id(node.id));
    add_language(out, node.language);
    print_attributes(out, node);
    if (node.tag == Tag::Icon) return print_icon(out, node);
    out += '>';
    if (node.tag == Tag::Input || node.tag == Tag::Img) return;
    // A parser drops one newline right after <textarea>; one more keeps what was typed.
    if (node.tag == Tag::Textarea) add_escaped(out.append("\n"), node.attribute(Attribute::Value));
    if (node.is_text) TextPrinter(out, node).print();
    for (const auto& child : node.children) print(out, child);
    out.append("</").append(name_of(node.tag)).append(">");
}

}  // namespace

std::string escape(std::string_view text) {
    std::string out;
    add_escaped(out, text);
    return out;
}

std::string to_html(const Document& document) {
    std::string out;
    print(out, document.root);
    return out;
}

}  // namespace doc
