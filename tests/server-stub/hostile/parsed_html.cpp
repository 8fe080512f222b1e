#include "tests/server-stub/hostile/parsed_html.hpp"

#include <algorithm>
#include <string_view>

namespace test {
namespace {

bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; }

class Parser {
public:
    explicit Parser(std::string_view html) : rest_(html) {}

    ParsedHtml run() {
        while (!rest_.empty() && parsed_.mistake.empty()) {
            const auto open = rest_.find('<');
            parsed_.text += rest_.substr(0, open);
            if (rest_.substr(0, open).contains('>')) fail("a '>' in a text");
            rest_.remove_prefix(std::min(open, rest_.size()));
            if (!rest_.empty()) read_tag();
        }
        if (!open_.empty()) fail("a tag that never closes");
        return std::move(parsed_);
    }

private:
    void fail(std::string mistake) {
        if (parsed_.mistake.empty())
            parsed_.mistake = std::move(mistake) + " before: " + std::string(rest_.substr(0, 60));
    }

    std::string take_name() {
        const auto end = std::ranges::find_if_not(rest_, is_name) - rest_.begin();
        std::string name(rest_.substr(0, static_cast<std::size_t>(end)));
        rest_.remove_prefix(name.size());
        return name;
    }

    void take(std::string_view what) {
        if (!rest_.starts_with(what)) return fail("not '" + std::string(what) + "'");
        rest_.remove_prefix(what.size());
    }

    void read_tag() {
        take("<");
        if (rest_.starts_with('/')) {
            take("/");
            const auto name = take_name();
            if (open_.empty() || open_.back() != name) return fail("an end of another tag");
            open_.pop_back();
            return take(">");
        }
        Tag tag{take_name(), {}};
        if (tag.name.empty()) return fail("a tag without a name");
        while (parsed_.mistake.empty() && rest_.starts_with(' ')) {
            take(" ");
            auto name = take_name();
            std::string value;
            if (rest_.starts_with('=')) {
                take("=\"");
                value = rest_.substr(0, rest_.find('"'));
                rest_.remove_prefix(value.size());
                take("\"");
            }
            tag.attributes.emplace_back(std::move(name), std::move(value));
        }
        take(">");
        if (tag.name != "input") open_.push_back(tag.name);
        parsed_.tags.push_back(std::move(tag));
    }

    std::string_view rest_;
    std::vector<std::string> open_;
    ParsedHtml parsed_;
};

}  // namespace

ParsedHtml parse_html(std::string_view html) { return Parser(html).run(); }

}  // namespace test
