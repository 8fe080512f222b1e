#include "shared/domain/moderation/reading.hpp"

#include <algorithm>

#include "shared/domain/moderation/digits.hpp"
#include "shared/domain/moderation/disguises.hpp"

namespace domain::moderation {
namespace {

constexpr std::size_t longest_word = 48;  // Bytes that are looked at.

// Where letters of two kinds meet, a word ends: "ف" before "guichet", "و" before "2020".
enum class Kind : unsigned char { Latin, Digit, Arabic, Tifinagh, Other };
Kind kind_of(const Folded& letter) {
    if (letter.count == 1 && letter.letters[0] >= '0' && letter.letters[0] <= '9') return Kind::Digit;
    switch (letter.script) {
        case Script::Latin: return Kind::Latin;
        case Script::Arabic: return Kind::Arabic;
        case Script::Tifinagh: return Kind::Tifinagh;
        default: return Kind::Other;
    }
}
bool is_one_word(Kind before, Kind behind) {
    if (before == Kind::Arabic || behind == Kind::Arabic) return before == behind;
    if (before == Kind::Tifinagh || behind == Kind::Tifinagh) return before != Kind::Digit && behind != Kind::Digit;
    return true;
}

Word word_at(const std::vector<Sign>& signs, std::size_t first) {
    Word word{.first = first, .last = first, .is_all_capital = true};
    auto before = Kind::Other;
    for (; word.last < signs.size(); ++word.last) {
        const auto letter = fold(signs[word.last].c);
        if (letter.count == 0) break;
        const auto kind = kind_of(letter);
        if (word.last > first && !is_one_word(before, kind)) break;
        before = kind;
        if (word.plain.size() < longest_word) word.plain += letter.view();
        if (word.last == first) word.is_capital = letter.is_capital;
        if (kind == Kind::Digit) continue;
        word.is_all_capital &= letter.is_capital;
        if (word.script != Script::Tifinagh) word.script = letter.script;
    }
    if (word.script == Script::Latin || word.script == Script::Tifinagh) word.sound = sound_of(word.plain);
    if (word.script == Script::Latin) make_plain(word.plain);
    return word;
}

bool ends_sentence(char32_t c) {
    return std::u32string_view(U".!?؟…‼⁉۔\n\u2028\u2029").find(c) != std::u32string_view::npos;
}

// "M. X", "Ahmed B.": the full stop of an abbreviation.
bool is_abbreviated(const Word& word) {
    return word.plain.size() <= 2 || word.plain == "mme" || word.plain == "mlle" || word.plain == "mrs";
}

// How much further than the next place a word stands behind what lies before it.
std::size_t distance_over(const std::vector<Sign>& signs, const Word& before, std::size_t end) {
    constexpr std::size_t sentence = 5, clause = 1;
    std::size_t distance = 0;
    for (auto i = before.last; i < end; ++i) {
        const auto c = signs[i].c;
        const bool is_inside =
            c == U'.' && (is_abbreviated(before) || (i + 1 < end && !is_space(signs[i + 1].c)) || i + 1 == end);
        if (ends_sentence(c) && !is_inside) distance = std::max(distance, sentence);
        else if (c == U',' || c == U'،' || c == U';' || c == U'؛' || c == U':') distance = std::max(distance, clause);
    }
    return distance;
}

}  // namespace

Reading read(std::string_view utf8) {
    Reading reading{.signs = signs_of(utf8), .words = {}, .disguises = {}, .gapped = {}};
    for (std::size_t at = 0; at < reading.signs.size();) {
        auto word = word_at(reading.signs, at);
        if (word.last == word.first) {
            ++at;
            continue;
        }
        at = word.last;
        if (reading.words.empty()) word.begins_sentence = true;
        else {
            const auto& before = reading.words.back();
            const auto distance = distance_over(reading.signs, before, word.first);
            word.begins_sentence = distance > 1;
            word.place = before.place + 1 + distance;
        }
        reading.words.push_back(std::move(word));
    }
    find_disguises(reading);
    return reading;
}

}  // namespace domain::moderation
