// HTML as a strict reader sees it: every tag with its attributes. Anything that a browser might read otherwise than we
// print it is a mistake.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace test {

struct Tag {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;  // As written, character references included.
};

struct ParsedHtml {
    std::vector<Tag> tags;  // That open.
    std::string text;       // Between tags, as written.
    std::string mistake;    // Empty for none.
};
ParsedHtml parse_html(std::string_view html);

}  // namespace test
