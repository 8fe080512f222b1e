// Texts to shape: what the portal says, and what chance and a seed write.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "client/text/paragraph.hpp"
#include "shared/base/language.hpp"

namespace conformance {

struct LanguageText {
    std::string text;
    base::Language language{};
};

// Every string of assets/messages and assets/content, in the languages that it may be shown in: its own, or all when
// it says none (names, addresses, codes).
std::vector<LanguageText> portal_texts();

// Vocalised Arabic, Arabic mixed with Latin and digits, Tifinagh with U+2D6F and U+2D7F, French with combining marks,
// joiners and bidi controls, every letter of the Arabic block, and all of that in one; in turn.
LanguageText generated_text(std::mt19937& random, std::size_t turn);

// Bold, links and isolates, within the text.
std::vector<text::Span> generated_spans(std::mt19937& random, const LanguageText& one);

}  // namespace conformance
