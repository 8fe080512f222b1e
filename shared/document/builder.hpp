// Short words to write a page with.
#pragma once

#include "shared/document/document.hpp"

namespace doc {

struct Options {
    std::string key{};
    std::vector<std::pair<Attribute, std::string>> attributes{};
    std::optional<base::Language> language{};
};

Node block(Tag tag, Style style, std::vector<Node> children, Options options = {});
Node text(Tag tag, Style style, Text words, Options options = {});
Node icon(Style style, IconName name);                // Decorative: hidden from assistive technology.
Node control(Tag tag, Style style, Options options);  // input, textarea, img

}  // namespace doc
