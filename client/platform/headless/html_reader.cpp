#include "client/platform/headless/html_reader.hpp"

#include <array>
#include <cassert>
#include <utility>

#include "shared/document/document.hpp"

namespace platform::headless {
namespace {

constexpr std::array<std::pair<std::string_view, char>, 4> entities{
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}}};

std::string unescape(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        std::size_t length = 1;
        char letter = text.front();
        for (const auto& [entity, meaning] : entities)
            if (text.starts_with(entity)) std::tie(length, letter) = std::pair(entity.size(), meaning);
        out += letter;
        text.remove_prefix(length);
    }
    return out;
}

class Reader {
public:
    explicit Reader(std::string_view html) : html_(html) {}

    std::unique_ptr<Element> read_element() {
        expect("<");
        auto element = std::make_unique<Element>();
        element->tag = until_any(" >");
        while (html_.starts_with(' ')) read_attribute(*element);
        expect(">");
        element->checked = element->attributes.contains("checked");
        element->value = element->attribute("value");
        if (element->tag == "input" || element->tag == "img") return element;
        read_children(*element);
        expect("</");
        expect(element->tag);
        expect(">");
        return element;
    }

private:
    void expect([[maybe_unused]] std::string_view what) {
        assert(html_.starts_with(what) && "the printer prints only this form");
        html_.remove_prefix(what.size());
    }

    std::string_view until_any(std::string_view letters) {
        const auto end = html_.find_first_of(letters);
        const auto part = html_.substr(0, end);
        html_.remove_prefix(part.size());
        return part;
    }

    void read_attribute(Element& element) {
        expect(" ");
        const auto name = until_any("= >");
        std::string value;
        if (html_.starts_with('=')) {
            expect("=\"");
            value = unescape(until_any("\""));
            expect("\"");
        }
        if (name == "data-n") element.id = doc::parse_id(value).value_or(0);
        else element.attributes.try_emplace(std::string(name), std::move(value));
    }

    void read_children(Element& element) {
        while (!html_.starts_with("</")) {
            if (html_.starts_with('<')) {
                element.children.push_back(read_element());
            } else {
                auto text = std::make_unique<Element>();
                text->words = unescape(until_any("<"));
                element.children.push_back(std::move(text));
            }
            element.children.back()->parent = &element;
        }
        if (element.tag != "textarea" || element.children.empty()) return;
        // A parser drops the newline right after the tag.
        auto& words = element.children.front()->words;
        if (words.starts_with('\n')) words.erase(0, 1);
        element.value = words;
    }

    std::string_view html_;
};

}  // namespace

std::unique_ptr<Element> read_html(std::string_view html) { return Reader(html).read_element(); }

}  // namespace platform::headless
