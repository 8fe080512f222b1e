#include "tests/conformance/line_tailorings.hpp"

#include "tests/support/chromium_breaks.hpp"

namespace conformance {
namespace {

constexpr bool is_ascii(char16_t unit) { return unit < 0x80; }
constexpr bool is_printable_ascii(char16_t unit) { return unit > u' ' && unit < 0x7F; }
constexpr bool is_digit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }
constexpr bool is_letter_or_digit(char16_t unit) {
    return is_digit(unit) || ((unit | 0x20) >= u'a' && (unit | 0x20) <= u'z');
}
constexpr bool is_space(char16_t unit) { return unit == u' ' || unit == u'\t' || unit == u'\n'; }

// Between two printable ASCII characters, as measured; a hyphen before a digit is a minus sign after neither letter
// nor digit.
bool breaks_between_ascii(std::u16string_view text, std::size_t at) {
    const char16_t before = text[at - 1];
    const char16_t after = text[at];
    if (before == u'-' && is_digit(after)) return at >= 2 && is_letter_or_digit(text[at - 2]);
    return test::may_follow(static_cast<char>(before)).contains(static_cast<char>(after));
}

}  // namespace

std::optional<Tailoring> tailoring_at(std::u16string_view text, std::size_t at) {
    const char16_t before = text[at - 1];
    const char16_t after = text[at];
    if (before == u'\n') return Tailoring{"newline: always a break, as UAX #14 has it too", true};
    if (is_space(after))
        return Tailoring{
            "space: a space or tab belongs to the line before it, whatever that ends with; forced "
            "breaks other than a newline do not reach a paragraph",
            false};
    if (is_space(before))
        return Tailoring{
            "after spaces: the browser breaks after every run of spaces, also where UAX #14 holds "
            "brackets, quotation marks, punctuation or joiners to the word before (LB7, LB11 to LB17, LB28a)",
            true};
    if (is_printable_ascii(before) && is_printable_ascii(after))
        return Tailoring{"ASCII pairs: the browser asks a table of its own between two ASCII characters",
                         breaks_between_ascii(text, at)};
    if (is_ascii(before) && is_ascii(after))
        return Tailoring{"ASCII controls: no line is forced by CR, VT or FF; what is read as text has newlines only",
                         false};
    return std::nullopt;
}

}  // namespace conformance
