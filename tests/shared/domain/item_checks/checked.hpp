// Every check of one text, as an editor sees it.
#pragma once

#include <algorithm>
#include <iterator>
#include <string>

#include "server-stub/markup/markdown.hpp"
#include "shared/domain/item_checks/typography.hpp"
#include "shared/domain/item_checks/wording.hpp"

namespace test {

inline std::optional<domain::Blocks> read_markdown(std::string_view text) {
    auto blocks = markup::blocks_of(text);
    return blocks ? std::optional(std::move(*blocks)) : std::nullopt;
}

inline domain::CheckFindings checked(base::Language language, std::string_view text) {
    auto all = domain::check_typography("body", language, text, true);
    const auto append = [&](domain::CheckFindings more) { std::ranges::move(more, std::back_inserter(all)); };
    append(domain::check_sentences("body", language, text, true));
    append(domain::check_markdown("body", language, text, read_markdown));
    return all;
}

// "foreign-sign no-break-space"
inline std::string names_of(const domain::CheckFindings& findings) {
    std::string names;
    for (const auto& finding : findings) names += (names.empty() ? "" : " ") + std::string(name_of(finding.flaw));
    return names;
}

}  // namespace test
