#include "shared/domain/moderation/letters.hpp"

#include <algorithm>
#include <iterator>

#include "shared/domain/moderation/digits.hpp"
#include "shared/domain/moderation/look_alikes.hpp"

namespace domain::moderation {
namespace {

struct Range {
    char32_t first, last;
};
constexpr bool holds(const auto& ranges, char32_t c) {
    const auto* range = std::ranges::lower_bound(ranges, c, {}, &Range::last);
    return range != std::end(ranges) && c >= range->first;
}

constexpr Range spaces[] = {{0x09, 0x0D},     {0x20, 0x20},     {0x85, 0x85},     {0xA0, 0xA0},
                            {0x1680, 0x1680}, {0x2000, 0x200A}, {0x2028, 0x2029}, {0x202F, 0x202F},
                            {0x205F, 0x205F}, {0x2800, 0x2800}, {0x3000, 0x3000}, {0x3164, 0x3164}};

constexpr Range ignorables[] = {
    {0x00, 0x08},       {0x0E, 0x1F},       {0x7F, 0x84},       {0x86, 0x9F},       {0xAD, 0xAD},      {0x0300, 0x036F},
    {0x0483, 0x0489},   {0x0591, 0x05BD},   {0x05BF, 0x05BF},   {0x05C1, 0x05C2},   {0x0610, 0x061A},  {0x061C, 0x061C},
    {0x0640, 0x0640},   {0x064B, 0x065F},   {0x0670, 0x0670},   {0x06D6, 0x06DC},   {0x06DF, 0x06E4},  {0x06E7, 0x06E8},
    {0x06EA, 0x06ED},   {0x08D3, 0x08FF},   {0x115F, 0x1160},   {0x17B4, 0x17B5},   {0x180B, 0x180F},  {0x1AB0, 0x1ACE},
    {0x1DC0, 0x1DFF},   {0x200B, 0x200F},   {0x202A, 0x202E},   {0x2060, 0x206F},   {0x20D0, 0x20F0},  {0x2D7F, 0x2D7F},
    {0x302A, 0x302D},   {0xFE00, 0xFE0F},   {0xFE20, 0xFE2F},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},  {0xFFF0, 0xFFFB},
    {0x101FD, 0x101FD}, {0x1BCA0, 0x1BCA3}, {0x1D165, 0x1D169}, {0x1D173, 0x1D182}, {0xE0000, 0xE0FFF}};

// Signs, punctuation and pictures above Latin; what is in none of these is a letter.
constexpr Range signs[] = {
    {0x00, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},     {0xBB, 0xBF},     {0xD7, 0xD7},     {0xF7, 0xF7},
    {0x02C2, 0x02DF}, {0x0375, 0x0375}, {0x037E, 0x037E}, {0x0387, 0x0387}, {0x055A, 0x055F}, {0x0589, 0x058F},
    {0x05BE, 0x05BE}, {0x05C0, 0x05C0}, {0x05C3, 0x05C6}, {0x05F3, 0x05F4}, {0x0600, 0x061F}, {0x066A, 0x066D},
    {0x06D4, 0x06D4}, {0x06DD, 0x06DE}, {0x06E9, 0x06E9}, {0x06FD, 0x06FE}, {0x0964, 0x0965}, {0x1680, 0x1680},
    {0x17D4, 0x17DA}, {0x1800, 0x180A}, {0x2000, 0x2BFF}, {0x2D70, 0x2D70}, {0x2E00, 0x3006}, {0x3008, 0x3029},
    {0x302E, 0x3040}, {0x30A0, 0x30A0}, {0x30FB, 0x30FB}, {0xD800, 0xF8FF}, {0xFD3E, 0xFD3F}, {0xFE10, 0xFE1F},
    {0xFE30, 0xFE6F}, {0xFF01, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF}, {0x1F000, 0x1FAFF}};

// U+2D30 on, as they sound: "c" for sh, "Y" for gh, "E" for ayn.
constexpr std::string_view tifinagh = "abbggjjddddefkkkhhhhExxqqijjjlmnnnpurrYYYsscttctvwyzzzeu";

Folded one(char letter, Script script) { return {.letters = {letter}, .count = 1, .script = script}; }

Folded of_tifinagh(char32_t c) {
    if (c == 0x2D6F) return one('w', Script::Tifinagh);
    const auto at = c - 0x2D30;
    return one(at < tifinagh.size() ? tifinagh[at] : other_letter, Script::Tifinagh);
}

char32_t without_hamza(char32_t c) {
    switch (c) {
        case 0x0622:
        case 0x0623:
        case 0x0625: return 0x0627;
        case 0x0624: return 0x0648;
        case 0x0626:
        case 0x0649: return 0x064A;
        case 0x0629: return 0x0647;
        default: return c;
    }
}

char arabic_byte(char32_t c) { return static_cast<char>(0x80 + (c - 0x0621)); }

Folded of_arabic(char32_t c) {
    if (c == 0xFDF2) {  // The name of God in one sign.
        Folded name{.count = 4, .script = Script::Arabic};
        name.letters = {arabic_byte(0x0627), arabic_byte(0x0644), arabic_byte(0x0644), arabic_byte(0x0647)};
        return name;
    }
    if (c >= 0xFEF5 && c <= 0xFEFC) {
        Folded pair{.count = 2, .script = Script::Arabic};
        pair.letters = {arabic_byte(0x0644), arabic_byte(0x0627)};
        return pair;
    }
    const auto plain = without_hamza(plain_arabic(c));
    if (plain >= 0x0621 && plain <= 0x064A) return one(arabic_byte(plain), Script::Arabic);
    return one(other_letter, Script::Arabic);
}

Folded of_two(char first, char second) {
    Folded pair{.count = 2, .script = Script::Latin};
    pair.letters = {first, second};
    return pair;
}

Folded of_latin(char32_t c) {
    switch (c) {
        case 0x00C6:
        case 0x00E6: return of_two('a', 'e');
        case 0x0152:
        case 0x0153: return of_two('o', 'e');
        case 0x00DF: return of_two('s', 's');
        case 0xFB00: return of_two('f', 'f');
        case 0xFB01: return of_two('f', 'i');
        case 0xFB02: return of_two('f', 'l');
        default: break;
    }
    const char letter = latin_like(c);
    return letter == '\0' ? Folded{} : one(letter, Script::Latin);
}

bool is_capital(char32_t c) {
    return (c >= 0xC0 && c <= 0xDE) || (c >= 0x100 && c <= 0x17F && c % 2 == 0) || (c >= 0x391 && c <= 0x3A9) ||
           (c >= 0x400 && c <= 0x42F) || (c >= 0x1E00 && c <= 0x1EFF && c % 2 == 0) || (c >= 0xFF21 && c <= 0xFF3A);
}

bool is_arabic(char32_t c) {
    return (c >= 0x0620 && c <= 0x06FF) || (c >= 0x0750 && c <= 0x077F) || (c >= 0x0870 && c <= 0x08FF) ||
           (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

// Two letters for one sound; '\0' where these are none.
char sound_of_pair(char first, char second) {
    if (second == 'h') {
        switch (first) {
            case 'c':
            case 's': return 'c';
            case 'g': return 'G';
            case 'k': return 'x';
            case 'p': return 'f';
            case 't': return 't';
            case 'd': return 'd';
            default: return '\0';
        }
    }
    return first == 'o' && (second == 'u' || second == 'o') ? 'u' : '\0';
}

// '\0' where it is not heard.
char sound_of_one(char letter) {
    switch (letter) {
        case 'e':
        case '2': return '\0';
        case 'o': return 'u';
        case '3':
        case sign_of_epsilon: return '3';
        case '5': return 'x';
        case '6': return 't';
        case '7': return 'h';
        case '8':
        case sign_of_gamma: return 'G';
        case '9': return 'q';
        default: return letter;
    }
}

}  // namespace

Folded fold(char32_t c) {
    if (c < 0x80) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) return one(static_cast<char>(c), Script::Latin);
        if (c < 'A' || c > 'Z') return {};
        auto letter = one(static_cast<char>(c - 'A' + 'a'), Script::Latin);
        letter.is_capital = true;
        return letter;
    }
    if (const auto digit = digit_of(c)) return one(static_cast<char>('0' + *digit), Script::Latin);
    if (c >= 0x2D30 && c <= 0x2D6F) return of_tifinagh(c);
    auto latin = of_latin(c);
    if (latin.count > 0) {
        latin.is_capital = is_capital(c);
        return latin;
    }
    if (holds(signs, c)) return {};
    return is_arabic(c) ? of_arabic(c) : one(other_letter, Script::Other);
}

bool is_space(char32_t c) { return holds(spaces, c); }
bool is_ignorable(char32_t c) { return holds(ignorables, c); }

std::string sound_of(std::string_view latin) {
    std::string out;
    for (std::size_t i = 0; i < latin.size(); ++i) {
        char sound = i + 1 < latin.size() ? sound_of_pair(latin[i], latin[i + 1]) : '\0';
        if (sound != '\0') ++i;
        else sound = sound_of_one(latin[i]);
        if (sound != '\0' && (out.empty() || out.back() != sound)) out += sound;
    }
    return out;
}

void make_plain(std::string& latin) {
    for (auto& c : latin) {
        if (c == sign_of_epsilon) c = 'e';
        else if (c == sign_of_gamma) c = 'g';
    }
}

std::string without_vowels(std::string_view sound) {
    std::string out;
    for (const char c : sound)
        if (!is_vowel(c) && (out.empty() || out.back() != c)) out += c;
    return out;
}

std::string without_doubles(std::string_view word) {
    std::string out;
    for (const char c : word)
        if (out.empty() || out.back() != c) out += c;
    return out;
}

std::optional<std::string> unstretched(std::string_view word, std::size_t kept) {
    std::string out;
    bool changed = false;
    for (std::size_t i = 0; i < word.size();) {
        auto end = i;
        while (end < word.size() && word[end] == word[i]) ++end;
        const bool stretched = end - i >= 3;
        changed |= stretched;
        out.append(stretched ? kept : end - i, word[i]);
        i = end;
    }
    return changed ? std::optional(out) : std::nullopt;
}

}  // namespace domain::moderation
