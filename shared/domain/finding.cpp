#include "shared/domain/finding.hpp"

#include <algorithm>
#include <array>

#include "shared/base/utf8.hpp"

namespace domain {
namespace {

// U+00C0 to U+017F, each as the ASCII letter that it is written with where there are no accents; '*' is none.
constexpr std::string_view latin_letters =
    "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin_letters.size() == 0x180 - 0xC0);

constexpr bool is_arabic_sign(char32_t c) {
    return (c >= 0x064B && c <= 0x065F) || c == 0x0670 || c == 0x0640 || (c >= 0x0610 && c <= 0x061A);
}

constexpr char32_t fold_arabic(char32_t c) {
    switch (c) {
        case 0x0622:
        case 0x0623:
        case 0x0625:
        case 0x0671: return 0x0627;  // alif
        case 0x0649: return 0x064A;  // ya
        case 0x0629: return 0x0647;  // ta marbuta: often typed as ha
        case 0x0624: return 0x0648;  // waw with hamza
        case 0x0626: return 0x064A;  // ya with hamza
        case 0x06AD:
        case 0x06AF: return 0x0643;  // gaf, as in أڭادير and أكادير
        default: return c;
    }
}

constexpr bool is_word(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           (c >= 0x0621 && c <= 0x06FF && c != 0x061F && c != 0x060C) || (c >= 0x2D30 && c <= 0x2D7F);
}

constexpr char32_t fold(char32_t c) {
    if (c >= 'A' && c <= 'Z') return c - 'A' + 'a';
    if (c >= 0xC0 && c < 0x180) return static_cast<char32_t>(latin_letters[c - 0xC0]);
    if (c >= 0x0660 && c <= 0x0669) return c - 0x0660 + '0';
    return fold_arabic(c);
}

constexpr bool is_combining_accent(char32_t c) { return c >= 0x0300 && c <= 0x036F; }

// All names of a thing, folded, one after the other.
std::string folded(const base::LocalizedText& name) {
    std::string all;
    for (const auto language : base::languages) all.append(fold_for_finding(name.exact(language))).append(" ");
    return all;
}

std::string names_of_seat(const District& district) {
    return folded(district.city) + fold_for_finding(district.id.value());
}

std::string all_names_of(const District& district) {
    auto all = names_of_seat(district) + " " + folded(district.region) + folded(district.court_of_appeal);
    for (const auto& court : district.courts) all += folded(court.name);
    return all;
}

bool holds_all(std::string_view names, std::string_view words) {
    while (!words.empty()) {
        const auto word = words.substr(0, words.find(' '));
        if (!names.contains(word)) return false;
        words.remove_prefix(std::min(words.size(), word.size() + 1));
    }
    return true;
}

}  // namespace

std::string fold_for_finding(std::string_view text) {
    std::string out;
    bool between = false;
    while (!text.empty()) {
        const auto point = base::first_code_point(text);
        text.remove_prefix(point.length);
        if (!point.well_formed || is_arabic_sign(point.value) || is_combining_accent(point.value)) continue;
        const auto letter = fold(point.value);
        if (!is_word(letter)) {
            between = !out.empty();
            continue;
        }
        if (between) out += ' ';
        between = false;
        base::append_code_point(out, letter);
    }
    return out;
}

std::vector<const District*> find_districts(const std::vector<District>& districts, std::string_view query) {
    const auto words = fold_for_finding(query);
    std::vector<const District*> found;
    for (const auto& district : districts)
        if (holds_all(all_names_of(district), words)) found.push_back(&district);
    std::ranges::stable_partition(found,
                                  [&](const auto* district) { return holds_all(names_of_seat(*district), words); });
    return found;
}

}  // namespace domain
