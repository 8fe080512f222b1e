// What a check before publishing found, and how a machine would mend it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

enum class Severity : std::uint8_t { Must, Should };  // Be mended before publishing; a hint.

enum class Flaw : std::uint8_t {
    Missing,          // A required value.
    MissingLanguage,  // The original has it, this language not yet.
    TooLong,          // `count` code points, where `limit` are allowed.
    WrongScript,      // Most letters belong to another language.
    LongSentence,     // `words` begins it, `count` words, where `limit` are read well.
    DoubledSpace,
    SpaceBeforeSign,  // Before a comma or a full stop, where the language has none.
    NoBreakSpace,     // French: before : ; ! ? » and after «.
    ForeignSign,      // A comma, semicolon or question mark of another script.
    ForeignDigit,     // ar-MA writes 0 to 9.
    ForeignQuote,     // Quotes of another language.
    StraightQuote,
    Tatweel,
    ForeignLetter,      // `words`: a letter that the language does not have.
    LookAlike,          // `words`: a word with a letter that only looks like one of its own.
    MarkWithoutLetter,  // The labialisation mark at the beginning of a word.
    HeadingOrder,       // A level is skipped, or deeper than two.
    OnlyHeadings,
    TooComplex,      // Markdown beyond its limits.
    EmptyLinkWords,  // `words` say nothing about where the link leads.
    AddressAsWords,  // `words`: an address that nobody can pronounce.
    UnsafeLink,      // `words`: an address that a page may not link to.
    FileName,        // In place of an alternative text.
    LostPicture,     // `words`: the address of a picture that no page shows.
    LockedTerm,      // `words`: the approved translation of a legal term is not in the text.
};
inline constexpr std::size_t flaw_count = static_cast<std::size_t>(Flaw::LockedTerm) + 1;
// "no-break-space": stable; the key of its message is "flaw_no_break_space".
std::string_view name_of(Flaw flaw);
std::optional<Flaw> parse_flaw(std::string_view name);

struct CheckFinding {
    std::string path;  // Of the value.
    Severity severity = Severity::Should;
    Flaw flaw = Flaw::Missing;
    std::string words{};    // What it is about, where the flaw names it.
    std::size_t count = 0;  // Where the flaw counts.
    std::size_t limit = 0;
    std::optional<std::string> mend{};  // The whole text with this flaw mended, and nothing else changed.
    bool operator==(const CheckFinding&) const = default;
};
using CheckFindings = std::vector<CheckFinding>;

}  // namespace domain
