#include "shared/unicode/boundaries.hpp"

#include <algorithm>
#include <string>
#include <unicode/ubrk.h>
#include <unicode/udata.h>

#include "shared/unicode/ascii_breaks.hpp"

namespace unicode {
namespace {

constexpr bool is_space(char16_t unit) { return unit == u' ' || unit == u'\n' || unit == u'\t'; }
constexpr bool is_printable_ascii(char16_t unit) { return unit >= u'!' && unit <= u'~'; }

// UAX #14 is only asked where ASCII ends: Chromium decides the rest by rules of its own.
constexpr bool asks_the_rules(char16_t unit) { return unit > 0x7F; }

// Unicode 17, which Chromium follows, takes these dashes for hyphens: none parts from the word that it begins.
constexpr bool is_dash_like_hyphen(char16_t unit) { return unit == u'\u2012' || unit == u'\u2013'; }

// After punctuation and before an opening bracket, Chromium parts a degree sign from its number.
constexpr bool parts_degree_sign(char16_t before, char16_t after) {
    constexpr char16_t degree = u'\u00B0';
    if (after == degree) return std::u16string_view(u",.:;/)]}").contains(before);
    return before == degree && std::u16string_view(u"([{").contains(after);
}

constexpr bool is_one_of(std::u16string_view set, char16_t unit) { return set.contains(unit); }
constexpr bool is_quote(char16_t unit) { return is_one_of(u"\u00AB\u00BB\u2018\u2019\u201C\u201D", unit); }
constexpr bool is_glue(char16_t unit) { return unit == u'\u00A0' || unit == u'\u202F'; }
constexpr bool is_digit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }
constexpr bool is_opening(char16_t unit) { return is_one_of(u"([{", unit); }
constexpr bool is_closing(char16_t unit) { return is_one_of(u")]},.;:!?\u060C\u061B\u061F", unit); }

// Class AL of our scripts.
constexpr bool is_letter(char16_t unit) {
    if (unit < 0x80) return (unit | 0x20) >= u'a' && (unit | 0x20) <= u'z';
    if (unit < 0x250) return unit >= 0xC0 && unit != 0xD7 && unit != 0xF7;
    return (unit >= 0x620 && unit <= 0x64A) || (unit >= 0x671 && unit <= 0x6D3) || (unit >= 0x2D30 && unit <= 0x2D67);
}

// Class CM: it is as the letter that carries it.
constexpr bool is_mark(char16_t unit) { return (unit >= 0x64B && unit <= 0x655) || unit == 0x670 || unit == u'\u2D7F'; }

// What UAX #14 says of nearly every pair of units in our texts, so that its tables need not be asked: never a break.
// `is_word`: `before` is a letter or one of its marks. The rules are LB 9, 12, 12a, 13, 14, 19, 23, 28 and 30.
constexpr bool rules_never_break(bool is_word, char16_t before, char16_t after) {
    if (is_glue(before)) return true;
    if (is_word)
        return is_letter(after) || is_mark(after) || is_closing(after) || is_quote(after) || is_glue(after) ||
               is_digit(after) || is_opening(after);
    if (is_quote(before)) return is_letter(after) || is_glue(after);
    return is_letter(after) && (is_digit(before) || is_opening(before));
}

// One set of compiled rules, opened when first needed. The convenient way (by locale) would link twice the code.
class RuleSet {
public:
    explicit RuleSet(const char* name) : name_(name) {}
    ~RuleSet() {
        if (iterator_) ubrk_close(iterator_);
        if (data_) udata_close(data_);
    }
    RuleSet(const RuleSet&) = delete;
    RuleSet& operator=(const RuleSet&) = delete;

    // Null when the data has not been loaded: then there are no boundaries but the ends of the text.
    UBreakIterator* over(std::u16string_view text) {
        UErrorCode status = U_ZERO_ERROR;
        if (!iterator_) open(status);
        if (U_FAILURE(status)) return nullptr;
        ubrk_setText(iterator_, text.data(), static_cast<std::int32_t>(text.size()), &status);
        return U_SUCCESS(status) ? iterator_ : nullptr;
    }

private:
    void open(UErrorCode& status) {
        data_ = udata_open("icudt76l-brkitr", "brk", name_, &status);
        if (U_FAILURE(status)) return;
        const auto* rules = static_cast<const std::uint8_t*>(udata_getMemory(data_));
        // The third word of the rules' header is their length; the reader checks the rest.
        const auto length = reinterpret_cast<const std::int32_t*>(rules)[2];
        iterator_ = ubrk_openBinaryRules(rules, length, nullptr, 0, &status);
    }

    const char* name_;
    UDataMemory* data_ = nullptr;
    UBreakIterator* iterator_ = nullptr;
};

void collect(UBreakIterator* iterator, std::u16string_view text, std::vector<std::uint32_t>& ends) {
    ends.clear();
    if (text.empty()) return;
    if (!iterator) {
        ends.push_back(static_cast<std::uint32_t>(text.size()));
        return;
    }
    for (auto end = ubrk_next(iterator); end != UBRK_DONE; end = ubrk_next(iterator))
        ends.push_back(static_cast<std::uint32_t>(end));
}

}  // namespace

struct Boundaries::Rules {
    RuleSet line{"line"};
    RuleSet character{"char"};
    RuleSet word{"word"};
    std::vector<std::uint32_t> by_rules;
    std::u16string text;  // As the rules see it.

    void ask(std::u16string_view original) {
        text = original;
        std::ranges::replace_if(text, is_dash_like_hyphen, u'\u2010');
        collect(line.over(text), text, by_rules);
    }
};

Boundaries::Boundaries() : rules_(std::make_unique<Rules>()) {}
Boundaries::~Boundaries() = default;

void Boundaries::line_breaks(std::u16string_view text, std::vector<std::uint32_t>& breaks) {
    auto& by_rules = rules_->by_rules;
    by_rules.clear();
    breaks.clear();
    if (text.empty()) return;

    bool asked = false;
    std::size_t next_by_rules = 0;
    const auto rules_break_at = [&](std::uint32_t offset) {
        if (!asked) rules_->ask(text);
        asked = true;
        while (next_by_rules < by_rules.size() && by_rules[next_by_rules] < offset) ++next_by_rules;
        return next_by_rules < by_rules.size() && by_rules[next_by_rules] == offset;
    };

    bool is_word = false;
    for (std::uint32_t i = 1; i < text.size(); ++i) {
        const char16_t before = text[i - 1];
        const char16_t after = text[i];
        is_word = is_letter(before) || (is_word && is_mark(before));
        bool may_break = false;
        if (before == u'\n') may_break = true;
        else if (is_space(after)) may_break = false;
        else if (is_space(before)) may_break = true;
        else if (is_printable_ascii(before) && is_printable_ascii(after))
            may_break = may_break_between_ascii(i >= 2 ? text[i - 2] : u'\0', before, after);
        else if (rules_never_break(is_word, before, after)) may_break = false;
        else if (asks_the_rules(before) || asks_the_rules(after))
            may_break = rules_break_at(i) || parts_degree_sign(before, after);
        if (may_break) breaks.push_back(i);
    }
    breaks.push_back(static_cast<std::uint32_t>(text.size()));
}

void Boundaries::graphemes(std::u16string_view text, std::vector<std::uint32_t>& ends) {
    collect(rules_->character.over(text), text, ends);
}

void Boundaries::words(std::u16string_view text, std::vector<std::uint32_t>& ends) {
    collect(rules_->word.over(text), text, ends);
}

}  // namespace unicode
