// How a text is built: its headings, links and sentences.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/language.hpp"
#include "shared/domain/body.hpp"
#include "shared/domain/item_checks/finding.hpp"

namespace domain {

// Nothing where the text is over a limit. The reader of Markdown is the server's.
using ReadMarkdown = std::function<std::optional<Blocks>(std::string_view markdown)>;

CheckFindings check_sentences(const std::string& path, base::Language language, std::string_view text, bool markdown);
CheckFindings check_markdown(const std::string& path, base::Language language, std::string_view markdown,
                             const ReadMarkdown& blocks_of);
// Of a picture.
CheckFindings check_alternative_text(const std::string& path, std::string_view text);

}  // namespace domain
