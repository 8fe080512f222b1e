// A text that data carries in up to four languages, and which of them a reader gets.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "shared/base/language.hpp"

namespace base {

// Where to look for a text that a reader of `language` is shown: in it, else in Arabic, French, English, Amazigh, in
// this order; a reader of French or English is sent to the other of the two before Arabic.
std::array<Language, languages.size()> reading_order(Language language);

class LocalizedText {
public:
    struct Resolved {
        std::string_view text;  // Empty only when no language has the text.
        Language language;      // May differ from the one asked for: the page then marks it with its own lang.
    };

    LocalizedText() = default;
    LocalizedText(std::string ar, std::string zgh, std::string fr, std::string en)
        : by_language_{std::move(ar), std::move(zgh), std::move(fr), std::move(en)} {}

    std::string_view exact(Language language) const { return by_language_[index_of(language)]; }
    void set(Language language, std::string text) { by_language_[index_of(language)] = std::move(text); }

    // The first text that there is, by `reading_order`.
    Resolved in(Language language) const;

    bool empty() const { return in(Language::Ar).text.empty(); }
    bool operator==(const LocalizedText&) const = default;

private:
    std::array<std::string, languages.size()> by_language_;
};

}  // namespace base
