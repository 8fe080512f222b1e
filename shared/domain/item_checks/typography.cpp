#include "shared/domain/item_checks/typography.hpp"

#include <algorithm>
#include <functional>
#include <span>
#include <utility>

#include "shared/domain/item_checks/letters.hpp"

namespace domain {
namespace {

using base::Language;
using letters::is_digit;
using letters::is_letter;
using letters::is_no_break_space;
using letters::is_space;
using letters::Script;
using letters::script_of;
using Words = std::u32string_view;

// A rule sees words without addresses and gives them back as they should be.
struct Rule {
    Flaw flaw;
    Severity severity;
    std::u32string (*mended)(Words);
    bool pairs = false;  // It looks at pairs of quotes.
};

char32_t at_or_none(Words text, std::size_t at) { return at < text.size() ? text[at] : U'\0'; }
char32_t before(Words text, std::size_t at) { return at > 0 ? text[at - 1] : U'\0'; }
bool is_one_of(Words set, char32_t c) { return c != U'\0' && set.contains(c); }

// The nearest to the earlier that is no space, mark of a vowel, closing bracket or quote, or sign of markup.
char32_t last_solid(Words text, std::size_t at) {
    while (at > 0 && (is_space(text[at - 1]) || is_no_break_space(text[at - 1]) || letters::is_mark(text[at - 1]) ||
                      is_one_of(U")]»*_\"”", text[at - 1])))
        --at;
    return before(text, at);
}

std::u32string replaced(Words text, const std::function<char32_t(Words, std::size_t)>& at) {
    std::u32string out(text);
    for (std::size_t i = 0; i < text.size(); ++i) out[i] = at(text, i);
    return out;
}

std::u32string without(Words text, const std::function<bool(Words, std::size_t)>& dropped) {
    std::u32string out;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (!dropped(text, i)) out += text[i];
    return out;
}

// Between words; what stands at the beginning of a line is indentation.
std::u32string with_single_spaces(Words text) {
    bool words = false;
    return without(text, [&](Words all, std::size_t i) {
        if (all[i] == U'\n') words = false;
        else if (all[i] != U' ') words = true;
        return words && all[i] == U' ' && at_or_none(all, i + 1) == U' ';
    });
}

// "- ", "# ", "1. ": what a line of markup begins with.
bool follows_opening(Words text, std::size_t at) {
    auto start = at;
    while (start > 0 && is_one_of(U"-+*#>.)0123456789", text[start - 1])) --start;
    return start < at && (start == 0 || text[start - 1] == U'\n');
}

// Looks at each run of spaces once: a text may be nothing else.
template <char32_t... signs>
std::u32string without_spaces_before(Words text) {
    constexpr char32_t set[] = {signs...};
    const auto is_blank = [](char32_t c) { return c == U' ' || is_no_break_space(c); };
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
        auto next = i;
        while (next < text.size() && is_blank(text[next])) ++next;
        if (next == i) {
            out += text[i++];
            continue;
        }
        const auto sign = at_or_none(text, next), after = at_or_none(text, next + 1);
        // Dots that lead on, and ".ma", begin something; so does the sign of a picture.
        const bool begins =
            (sign == U'.' && (after == U'.' || is_letter(after) || is_digit(after))) || (sign == U'!' && after == U'[');
        const bool is_dropped = is_one_of(Words(set, std::size(set)), sign) && !begins && i > 0 &&
                                text[i - 1] != U'\n' && !follows_opening(text, i) && last_solid(text, i) != U'\0';
        if (!is_dropped) out += text.substr(i, next - i);
        i = next;
    }
    return out;
}

std::u32string with_arabic_signs(Words text) {
    return replaced(text, [](Words all, std::size_t i) {
        const auto sign = all[i];
        if (sign != U',' && sign != U';' && sign != U'?') return sign;
        const auto earlier = last_solid(all, i);
        const bool number = is_digit(earlier) && !is_digit(at_or_none(all, i + 1));
        if (script_of(earlier) != Script::Arabic && !number && !is_one_of(U"،؛؟", earlier)) return sign;
        return sign == U',' ? U'،' : sign == U';' ? U'؛' : U'؟';
    });
}

std::u32string with_latin_signs(Words text) {
    return replaced(text, [](Words all, std::size_t i) {
        switch (all[i]) {
            case U'،': return U',';
            case U'؛': return U';';
            case U'؟': return U'?';
            default: return all[i];
        }
    });
}

std::u32string with_ascii_digits(Words text) {
    return replaced(text, [](Words all, std::size_t i) {
        const auto c = all[i];
        if (c >= 0x660 && c <= 0x669) return static_cast<char32_t>(U'0' + (c - 0x660));
        if (c >= 0x6F0 && c <= 0x6F9) return static_cast<char32_t>(U'0' + (c - 0x6F0));
        if (c == 0x66A) return U'%';
        if (c == 0x66B) return U',';
        if (c == 0x66C) return U'.';
        return c;
    });
}

// But for the abbreviation of the Hijri year: one letter with its tatweel.
std::u32string without_tatweel(Words text) {
    return without(text, [](Words all, std::size_t i) {
        const bool hijri =
            before(all, i) == U'ه' && !is_letter(at_or_none(all, i + 1)) && (i < 2 || !is_letter(all[i - 2]));
        return all[i] == U'\u0640' && !hijri;
    });
}

// Of Persian keyboards.
std::u32string with_arabic_letters(Words text) {
    return replaced(text, [](Words all, std::size_t i) {
        if (all[i] == U'\u06CC') return U'\u064A';
        if (all[i] == U'\u06A9') return U'\u0643';
        return all[i];
    });
}

// Pairs of quotes become `before_words` and `after_words`; an odd one stays.
std::u32string requoted(Words text, std::u32string_view opening, std::u32string_view closing,
                        std::u32string_view before_words, std::u32string_view after_words) {
    const auto is_quote = [&](char32_t c) { return opening.contains(c) || closing.contains(c); };
    if (std::ranges::count_if(text, is_quote) % 2 != 0) return std::u32string(text);
    std::u32string out;
    bool open = false;
    for (const auto c : text) {
        if (is_quote(c)) out += (open = !open) ? before_words : after_words;
        else out += c;
    }
    return out;
}

std::u32string with_arabic_quotes(Words text) { return requoted(text, U"\"“„", U"\"”", U"«", U"»"); }
std::u32string with_french_quotes(Words text) { return requoted(text, U"\"“„", U"\"”", U"«\u00A0", U"\u00A0»"); }
std::u32string with_english_quotes(Words text) { return requoted(text, U"\"", U"\"", U"“", U"”"); }

std::u32string with_round_apostrophes(Words text) {
    return replaced(text, [](Words all, std::size_t i) {
        const bool within = i > 0 && is_letter(all[i - 1]) && is_letter(at_or_none(all, i + 1));
        return all[i] == U'\'' && within ? U'’' : all[i];
    });
}

// "10:30", "https:", ":-" and signs that nothing stands before keep what they have.
bool wants_space_before(Words text, std::size_t i) {
    if (!is_one_of(U":;!?»", text[i]) || i == 0) return false;
    const auto earlier = text[i - 1];
    if (text[i] == U'!' && at_or_none(text, i + 1) == U'[') return false;  // A picture.
    if (is_one_of(U"!?:;([«\n", earlier) || letters::is_space(earlier)) return earlier == U' ';
    if (is_no_break_space(earlier)) return false;
    if (text[i] == U':' && is_digit(earlier) && is_digit(at_or_none(text, i + 1))) return false;
    const auto later = at_or_none(text, i + 1);
    return later == U'\0' || is_space(later) || is_no_break_space(later) || text[i] == U'»' ||
           is_one_of(U")]»!?*_.,", later);
}

std::u32string with_no_break_spaces(Words text) {
    std::u32string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = text[i];
        if (wants_space_before(text, i)) {
            const char32_t space = c == U':' || c == U'»' ? U'\u00A0' : U'\u202F';
            if (out.ends_with(U' ')) out.back() = space;
            else out += space;
        }
        out += c;
        if (c == U'«' && i + 1 < text.size() && !is_no_break_space(text[i + 1])) {
            out += U'\u00A0';
            if (text[i + 1] == U' ') ++i;
        }
    }
    return out;
}

// IRCAM's 33 letters: 31 of their own, two with the mark of labialisation.
bool is_ircam(char32_t c) { return Words(U"ⴰⴱⴳⴷⴹⴻⴼⴽⵀⵃⵄⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥⵯ").contains(c); }

constexpr std::pair<char32_t, char32_t> look_alikes[] = {
    {U'o', U'ⵔ'}, {U'O', U'ⵔ'}, {U'Ο', U'ⵔ'}, {U'ο', U'ⵔ'}, {U'О', U'ⵔ'}, {U'о', U'ⵔ'}, {U'X', U'ⵅ'}, {U'Χ', U'ⵅ'},
    {U'Х', U'ⵅ'}, {U'Σ', U'ⵉ'}, {U'Λ', U'ⴷ'}, {U'Φ', U'ⵀ'}, {U'U', U'ⵡ'}, {U'E', U'ⴹ'}, {U'Ε', U'ⴹ'}, {U'Е', U'ⴹ'},
    {U'C', U'ⵎ'}, {U'С', U'ⵎ'}, {U'I', U'ⵏ'}, {U'l', U'ⵏ'}, {U'Ι', U'ⵏ'}, {U'Ж', U'ⵣ'}};

struct Word {
    std::size_t begin, end;
};

std::vector<Word> words_in(Words text) {
    std::vector<Word> words;
    for (std::size_t at = 0; at < text.size();) {
        auto end = at;
        while (end < text.size() && is_letter(text[end])) ++end;
        if (end > at) words.push_back({at, end});
        at = end + 1;
    }
    return words;
}

bool has_script(Words word, Script script) {
    return std::ranges::any_of(word, [&](char32_t c) { return script_of(c) == script; });
}

// The first word of two scripts, of which one is Tifinagh; empty for none.
std::u32string mixed_word(Words text) {
    for (const auto [begin, end] : words_in(text)) {
        const auto word = text.substr(begin, end - begin);
        const auto foreign = [](char32_t c) { return script_of(c) != Script::Tifinagh; };
        if (has_script(word, Script::Tifinagh) && std::ranges::any_of(word, foreign)) return std::u32string(word);
    }
    return {};
}

std::u32string with_tifinagh_letters(Words text) {
    std::u32string out(text);
    for (const auto [begin, end] : words_in(text)) {
        if (!has_script(text.substr(begin, end - begin), Script::Tifinagh)) continue;
        for (auto i = begin; i < end; ++i) {
            const auto found = std::ranges::find(look_alikes, text[i], &std::pair<char32_t, char32_t>::first);
            if (found != std::end(look_alikes)) out[i] = found->second;
        }
    }
    return out;
}

constexpr Rule arabic[] = {
    {Flaw::ForeignSign, Severity::Should, with_arabic_signs},
    {Flaw::ForeignDigit, Severity::Should, with_ascii_digits},
    {Flaw::Tatweel, Severity::Should, without_tatweel},
    {Flaw::ForeignLetter, Severity::Should, with_arabic_letters},
    {Flaw::ForeignQuote, Severity::Should, with_arabic_quotes, true},
    {Flaw::SpaceBeforeSign, Severity::Should, without_spaces_before<U'،', U'؛', U'؟', U'.', U':', U'!'>}};
constexpr Rule amazigh[] = {
    {Flaw::ForeignSign, Severity::Should, with_latin_signs},
    {Flaw::ForeignDigit, Severity::Should, with_ascii_digits},
    {Flaw::SpaceBeforeSign, Severity::Should, without_spaces_before<U',', U';', U'?', U'.', U':', U'!'>}};
constexpr Rule french[] = {{Flaw::ForeignQuote, Severity::Should, with_french_quotes, true},
                           {Flaw::NoBreakSpace, Severity::Should, with_no_break_spaces},
                           {Flaw::StraightQuote, Severity::Should, with_round_apostrophes},
                           {Flaw::SpaceBeforeSign, Severity::Should, without_spaces_before<U',', U'.'>}};
constexpr Rule english[] = {
    {Flaw::StraightQuote, Severity::Should, with_english_quotes, true},
    {Flaw::StraightQuote, Severity::Should, with_round_apostrophes},
    {Flaw::SpaceBeforeSign, Severity::Should, without_spaces_before<U',', U';', U'?', U'.', U':', U'!'>}};

std::span<const Rule> rules_of(Language language) {
    switch (language) {
        case Language::Ar: return arabic;
        case Language::Zgh: return amazigh;
        case Language::Fr: return french;
        case Language::En: return english;
    }
    return english;
}

class Checker {
public:
    Checker(const std::string& path, Language language, std::string_view text, bool markdown)
        : path_(path), language_(language), text_(letters::read(text)), markdown_(markdown) {}

    CheckFindings run() {
        apply({Flaw::DoubledSpace, Severity::Should, with_single_spaces});
        for (const auto& rule : rules_of(language_)) apply(rule);
        check_script();
        if (language_ == Language::Zgh) check_tifinagh();
        return std::move(findings_);
    }

private:
    // Quotes are counted between addresses: an odd one there belongs to a pair that goes around one.
    bool parts_pairs() const {
        bool odd = false;
        letters::with_words(text_, markdown_, [&](Words piece) {
            odd |= std::ranges::count_if(piece, [](char32_t c) { return is_one_of(U"\"“”„", c); }) % 2 != 0;
            return std::u32string(piece);
        });
        return odd;
    }

    void apply(const Rule& rule) {
        if (rule.pairs && parts_pairs()) return;
        auto mended = letters::with_words(text_, markdown_, rule.mended);
        if (mended == text_) return;
        const auto same = std::ranges::find(findings_, rule.flaw, &CheckFinding::flaw);
        if (same == findings_.end())
            findings_.push_back({path_, rule.severity, rule.flaw, {}, 0, 0, letters::write(mended)});
        else same->mend = letters::write(letters::with_words(letters::read(*same->mend), markdown_, rule.mended));
    }

    void check_script() {
        constexpr std::size_t enough = 8;  // Letters: shorter ones are names and abbreviations.
        const auto words = letters::words_of(text_, markdown_);
        const auto own = script_of(language_);
        const auto all = static_cast<std::size_t>(std::ranges::count_if(words, is_letter));
        const auto fitting =
            static_cast<std::size_t>(std::ranges::count_if(words, [&](char32_t c) { return script_of(c) == own; }));
        if (all < enough || 2 * fitting >= all) return;
        // A place or a contact may be a name that is written so: "Microsoft Teams".
        const bool is_prose = path_.starts_with("title/") || path_.starts_with("summary/") ||
                              path_.starts_with("text/") || path_.starts_with("body/");
        findings_.push_back({path_, fitting == 0 && is_prose ? Severity::Must : Severity::Should, Flaw::WrongScript});
    }

    void check_tifinagh() {
        const auto words = letters::words_of(text_, markdown_);
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i] >= 0x2D30 && words[i] <= 0x2D7F && !is_ircam(words[i])) {
                findings_.push_back({path_, Severity::Should, Flaw::ForeignLetter, letters::write(words.substr(i, 1))});
                break;
            }
        }
        for (std::size_t i = 0; i < words.size(); ++i)
            if (words[i] == U'ⵯ' && !is_letter(before(words, i))) {
                findings_.push_back({path_, Severity::Should, Flaw::MarkWithoutLetter});
                break;
            }
        const auto mixed = mixed_word(words);
        if (mixed.empty()) return;
        const auto mended = letters::with_words(text_, markdown_, with_tifinagh_letters);
        CheckFinding finding{path_, Severity::Must, Flaw::LookAlike, letters::write(mixed)};
        if (mixed_word(letters::words_of(mended, markdown_)).empty()) finding.mend = letters::write(mended);
        findings_.push_back(std::move(finding));
    }

    const std::string& path_;
    Language language_;
    std::u32string text_;
    bool markdown_;
    CheckFindings findings_;
};

}  // namespace

CheckFindings check_typography(const std::string& path, base::Language language, std::string_view text, bool markdown) {
    return Checker(path, language, text, markdown).run();
}

}  // namespace domain
