#include "shared/domain/moderation/disguises.hpp"

#include <algorithm>
#include <utility>

#include "shared/domain/moderation/digits.hpp"

namespace domain::moderation {
namespace {

constexpr std::size_t longest = 24;  // Letters of a word in disguise.

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_number(const Word& word) { return word.script == Script::None; }

Disguise disguise(std::string plain, Script script, std::size_t first, std::size_t last) {
    auto sound = script == Script::Arabic ? std::string() : sound_of(plain);
    if (script == Script::Latin) make_plain(plain);
    return {.plain = std::move(plain), .sound = std::move(sound), .script = script, .first = first, .last = last};
}

// "imbéciiiile"
void add_stretched(Reading& reading) {
    for (std::size_t i = 0; i < reading.words.size(); ++i) {
        const auto& word = reading.words[i];
        if (is_number(word) || word.plain.size() < 3) continue;
        for (const std::size_t kept : {1U, 2U})
            if (auto plain = unstretched(word.plain, kept)) {
                auto one = disguise(std::move(*plain), word.script, i, i);
                one.is_whole_word = one.is_meant = false;
                reading.disguises.push_back(std::move(one));
            }
    }
}

// Words with nothing but signs between them, as "c.o.n" and "p*te".
struct Run {
    std::size_t first = 0, last = 0;            // Words; the last is one of them.
    std::size_t first_sign = 0, last_sign = 0;  // One beyond.
};

char letter_for(char32_t sign) {
    switch (sign) {
        case U'@': return 'a';
        case U'$': return 's';
        case U'!':
        case U'¡': return 'i';
        case U'€': return 'e';
        case U'|': return 'l';
        case U'+': return 't';
        case U'£': return 'l';
        default: return '\0';
    }
}

char letter_for_digit(char digit, bool one_is_l) {
    constexpr std::string_view letters = "oizeasgtbg";
    return digit == '1' && one_is_l ? 'l' : letters[static_cast<std::size_t>(digit - '0')];
}

class RunReader {
public:
    RunReader(Reading& reading, const Run& run) : reading_(reading), run_(run) {}

    void read() {
        if (run_.last_sign - run_.first_sign > 2 * longest) return;
        script_ = script();
        if (script_ == Script::None) return;
        if (run_.last > run_.first) {
            add(joined(run_.first_sign, run_.last_sign));
            if (const auto behind = behind_apostrophe(); behind > run_.first_sign) add(joined(behind, run_.last_sign));
            add_gapped();
        }
        if (script_ != Script::Latin) return;
        for (const bool one_is_l : {false, true}) add_with_letters_for_digits(one_is_l);
    }

private:
    Script script() const {
        for (auto i = run_.first; i <= run_.last; ++i)
            if (!is_number(reading_.words[i])) return reading_.words[i].script;
        return Script::None;
    }

    void add(std::string plain) {
        if (plain.size() < 3 || plain.size() > longest) return;
        auto one = disguise(std::move(plain), script_, run_.first, run_.last);
        one.is_whole_word = false;
        if (auto shorter = unstretched(one.plain, 1)) {
            auto stretched = disguise(std::move(*shorter), script_, run_.first, run_.last);
            stretched.is_whole_word = false;
            reading_.disguises.push_back(std::move(stretched));
        }
        reading_.disguises.push_back(std::move(one));
    }

    std::string joined(std::size_t first, std::size_t last) const {
        std::string plain;
        for (auto i = first; i < last; ++i) plain += fold(reading_.signs[i].c).view();
        return plain;
    }

    std::size_t behind_apostrophe() const {
        for (auto i = run_.first_sign; i < run_.last_sign; ++i)
            if (reading_.signs[i].c == U'\'' || reading_.signs[i].c == U'’') return i + 1;
        return run_.first_sign;
    }

    // "b1tch", "@sshole"
    void add_with_letters_for_digits(bool one_is_l) {
        std::string plain;
        std::size_t changed = 0, ones = 0;
        for (auto i = run_.first_sign; i < run_.last_sign; ++i) {
            const auto c = reading_.signs[i].c;
            const auto letter = fold(c);
            if (letter.count == 1 && is_digit(letter.letters[0])) {
                plain += letter_for_digit(letter.letters[0], one_is_l);
                ones += letter.letters[0] == '1' ? 1 : 0;
                ++changed;
            } else if (letter.count > 0) {
                plain += letter.view();
            } else if (const char like = letter_for(c)) {
                plain += like;
                ++changed;
            }
        }
        if (changed == 0 || changed + 1 >= plain.size() || (one_is_l && ones == 0)) return;
        add(std::move(plain));
    }

    static bool is_blot(char32_t c) {
        return std::u32string_view(U"*#%×•●■▪_~-.…☆★").find(c) != std::u32string_view::npos;
    }

    // One star, or several signs, in place of letters.
    void add_gapped() {
        const auto& first = reading_.words[run_.first];
        const auto& last = reading_.words[run_.last];
        std::size_t blots = 0;
        bool is_gap = false;
        for (auto i = first.last; i < last.first; ++i) {
            const auto c = reading_.signs[i].c;
            if (fold(c).count > 0) continue;
            if (!is_blot(c)) return;
            ++blots;
            is_gap |= c == U'*' || c == U'#' || c == U'%' || c == U'…' ||
                      (i + 1 < last.first && is_blot(reading_.signs[i + 1].c));
        }
        if (!is_gap || is_number(first) || is_number(last)) return;
        reading_.gapped.push_back({.head = first.plain,
                                   .tail = last.plain,
                                   .most_between = blots + (last.first - first.last),
                                   .script = script_,
                                   .first = run_.first,
                                   .last = run_.last});
    }

    Reading& reading_;
    Run run_;
    Script script_ = Script::None;
};

bool touches(const Reading& reading, std::size_t word) {
    for (auto i = reading.words[word].last; i < reading.words[word + 1].first; ++i)
        if (is_space(reading.signs[i].c)) return false;
    return true;
}

bool has_letter_signs(const Reading& reading, const Word& word) {
    const auto is_sign = [&](std::size_t i) {
        return i < reading.signs.size() && letter_for(reading.signs[i].c) != '\0';
    };
    return (word.first > 0 && is_sign(word.first - 1)) || is_sign(word.last) ||
           std::ranges::any_of(word.plain, is_digit);
}

void add_runs(Reading& reading) {
    for (std::size_t i = 0; i < reading.words.size();) {
        Run run{.first = i, .last = i, .first_sign = reading.words[i].first, .last_sign = 0};
        while (run.last + 1 < reading.words.size() && touches(reading, run.last)) ++run.last;
        run.last_sign = reading.words[run.last].last;
        i = run.last + 1;
        const auto before = run.first_sign > 0 ? reading.signs[run.first_sign - 1].c : U' ';
        if (before == U'@' || before == U'$') --run.first_sign;
        if (run.last > run.first || has_letter_signs(reading, reading.words[run.first])) RunReader(reading, run).read();
    }
}

// Whether the next word stands behind at most one space and one sign.
bool is_near(const Reading& reading, std::size_t word) {
    return reading.words[word + 1].first - reading.words[word].last <= 3;
}

bool is_single(const Word& word) { return word.plain.size() == 1 && !is_number(word); }

// "c o n n a r d": whole, and every part of it.
void add_spaced(Reading& reading) {
    constexpr std::size_t shortest = 3, longest_part = 12;
    for (std::size_t i = 0; i < reading.words.size();) {
        auto end = i;
        while (end < reading.words.size() && is_single(reading.words[end]) &&
               reading.words[end].script == reading.words[i].script && (end == i || is_near(reading, end - 1)))
            ++end;
        if (end - i < shortest) {
            i = std::max(end, i + 1);
            continue;
        }
        for (auto first = i; first + shortest <= end; ++first) {
            std::string plain;
            for (auto at = first; at < end && plain.size() < longest_part; ++at) {
                plain += reading.words[at].plain;
                if (plain.size() < shortest) continue;
                auto one = disguise(plain, reading.words[i].script, first, at);
                one.is_whole_word = first > i + 1 || at + 2 < end;
                reading.disguises.push_back(std::move(one));
            }
        }
        i = end;
    }
}

// "enc ulé": a word that was cut in two.
void add_pairs(Reading& reading) {
    constexpr std::size_t shortest = 5, longest_pair = 14;
    for (std::size_t i = 0; i + 1 < reading.words.size(); ++i) {
        const auto& one = reading.words[i];
        const auto& two = reading.words[i + 1];
        const auto size = one.plain.size() + two.plain.size();
        if (is_number(one) || is_number(two) || one.script != two.script || touches(reading, i)) continue;
        if (size < shortest || size > longest_pair || two.first - one.last > 2 || two.begins_sentence) continue;
        reading.disguises.push_back(disguise(one.plain + two.plain, one.script, i, i + 1));
    }
}

}  // namespace

void find_disguises(Reading& reading) {
    add_stretched(reading);
    add_runs(reading);
    add_spaced(reading);
    add_pairs(reading);
}

}  // namespace domain::moderation
