#include "tests/conformance/texts.hpp"

#include <array>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <ranges>
#include <set>

#include "shared/base/utf8.hpp"
#include "shared/unicode/utf.hpp"

namespace conformance {
namespace {

using base::Language;

// A page shows each line of a Markdown text by itself.
void add_lines(const std::string& text, Language language, std::set<std::pair<std::string, Language>>& found) {
    for (const auto line : std::views::split(text, '\n'))
        if (!line.empty()) found.emplace(std::string(std::string_view(line)), language);
}

void add_strings(const nlohmann::json& value, std::optional<Language> language,
                 std::set<std::pair<std::string, Language>>& found) {
    if (value.is_string()) {
        for (const auto each : base::languages)
            if (!language || *language == each) add_lines(value.get<std::string>(), each, found);
        return;
    }
    if (!value.is_structured()) return;
    for (const auto& [key, item] : value.items()) {
        const auto named = value.is_object() ? base::parse_language(key) : std::nullopt;
        add_strings(item, named ? named : language, found);
    }
}

nlohmann::json read_json(const std::filesystem::path& path) {
    std::ifstream file(path);
    REQUIRE_MESSAGE(file.is_open(), path.string());
    return nlohmann::json::parse(file);
}

// Letters to choose from: single ones or ranges.
struct Letters {
    std::u32string_view single;
    std::vector<std::pair<char32_t, char32_t>> ranges;

    char32_t pick(std::mt19937& random) const {
        const auto places = single.size() + ranges.size() * 4;
        const auto place = random() % places;
        if (place < single.size()) return single[place];
        const auto& [first, last] = ranges[(place - single.size()) / 4];
        return first + static_cast<char32_t>(random() % (last - first + 1));
    }
};

const Letters arabic{U"اللاللهمنوية\u0640", {{0x0621, 0x063A}, {0x0641, 0x064A}}};
const Letters vowels{U"\u0651\u0652\u0670\u0653\u0654\u0655\u0640", {{0x064B, 0x0652}}};
const Letters arabic_block{U"", {{0x0600, 0x06FF}}};
const Letters latin{U"éèêëàâçîïôùûüœŒÆ’", {{U'a', U'z'}, {U'A', U'Z'}, {0x00C0, 0x017F}}};
const Letters ligatures{U"fiflfTVAWToy", {{U'a', U'z'}}};
const Letters latin_marks{U"\u0301\u0300\u0302\u0308\u0327\u0328\u0323", {{0x0300, 0x0304}, {0x0306, 0x030C}}};
const Letters tifinagh{U"ⵯ\u2D7F\u2D6Fⴰⵉⵓⴻ", {{0x2D30, 0x2D67}}};
const Letters digits{U"0123456789-/.,:%()٠١٢٣٤٥٦٧٨٩٪٫٬", {}};
const Letters signs{U"«»()[]{}!?.,;:؟،؛…–—/\\'\"’“”€ \u00A0\u202F\u2009°№+=", {}};
const Letters controls{
    U"\u200C\u200D\u200E\u200F\u061C\u2066\u2067\u2068\u2069\u202A\u202B\u202C\u202D\u202E\u034F"
    U"\u00AD\u2060\u200B\uFEFF\n",
    {}};
const Letters arabic_of_others{
    U"\u08F0\u0897\uFDFA\U0001EE00\U00010EC2",
    {{0x0750, 0x077F}, {0x08A0, 0x08FF}, {0x0870, 0x088E}, {0x0620, 0x06FF}, {0xFB50, 0xFBB1}}};
const Letters latin_of_others{U"\u0309\u031B\u0331\u035C\U0001DF25\uFF21",
                              {{0x0180, 0x02FF}, {0x1E00, 0x1EFF}, {0x0300, 0x036F}, {0x1D00, 0x1DFF}, {U'a', U'z'}}};
const Letters foreign{U"漢\u0E01\u05D0\u0915\u0301\u20E3\U0001F600\u1E00\u01C5\uFFFD", {}};

const std::array all_letters = {&arabic,      &vowels,           &arabic_block,    &latin,
                                &latin_marks, &tifinagh,         &digits,          &signs,
                                &controls,    &arabic_of_others, &latin_of_others, &foreign};

// A word of letters, each followed by a mark as often as asked.
void add_word(std::string& text, std::mt19937& random, const Letters& letters, const Letters& marks, unsigned percent) {
    for (auto count = 1 + random() % 8; count > 0; --count) {
        base::append_code_point(text, letters.pick(random));
        while (random() % 100 < percent) base::append_code_point(text, marks.pick(random));
    }
}

}  // namespace

std::vector<LanguageText> portal_texts() {
    std::set<std::pair<std::string, Language>> found;
    const std::filesystem::path assets = RIHAB_SOURCE_DIR "/assets";
    for (const auto language : base::languages)
        add_strings(read_json(assets / "messages" / (std::string(base::code_of(language)) + ".json")), language, found);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(assets / "content"))
        if (entry.path().extension() == ".json") add_strings(read_json(entry.path()), std::nullopt, found);
    std::vector<LanguageText> texts;
    for (const auto& [text, language] : found) texts.push_back({text, language});
    return texts;
}

LanguageText generated_text(std::mt19937& random, std::size_t turn) {
    LanguageText one;
    const auto word = [&](const Letters& letters, const Letters& marks, unsigned percent) {
        add_word(one.text, random, letters, marks, percent);
    };
    const auto between = [&](const Letters& letters) { base::append_code_point(one.text, letters.pick(random)); };
    const auto kind = turn % 9;
    constexpr std::array language_of_kind = {Language::Ar, Language::Ar, Language::Zgh, Language::Fr, Language::Ar,
                                             Language::En, Language::Fr, Language::Ar,  Language::Fr};
    one.language = kind == 6 ? base::languages[random() % base::languages.size()] : language_of_kind[kind];
    for (auto words = 1 + random() % 6; words > 0; --words) {
        switch (kind) {
            case 0: word(arabic, vowels, 45); break;
            case 1: word(random() % 2 == 0 ? arabic : random() % 2 == 0 ? latin : digits, signs, 10); break;
            case 2: word(tifinagh, random() % 3 == 0 ? latin_marks : tifinagh, 15); break;
            case 3: word(random() % 2 == 0 ? latin : ligatures, latin_marks, 25); break;
            case 4: word(random() % 4 == 0 ? latin : arabic, controls, 30); break;
            case 5: word(arabic_block, vowels, 20); break;
            case 7: word(random() % 3 == 0 ? arabic : arabic_of_others, arabic_of_others, 15); break;
            case 8: word(random() % 3 == 0 ? latin : latin_of_others, latin_of_others, 20); break;
            default: word(*all_letters[random() % all_letters.size()], *all_letters[random() % all_letters.size()], 20);
        }
        between(random() % 4 == 0 ? signs : Letters{U" ", {}});
    }
    return one;
}

std::vector<text::Span> generated_spans(std::mt19937& random, const LanguageText& one) {
    std::vector<text::Span> spans;
    std::uint32_t begin = 0;
    for (auto count = random() % 3; count > 0; --count) {
        begin += static_cast<std::uint32_t>(random() % (one.text.size() + 1));
        const auto end = begin + static_cast<std::uint32_t>(random() % (one.text.size() + 1));
        if (end > one.text.size()) break;
        spans.push_back({.begin = begin,
                         .end = end,
                         .weight = static_cast<std::uint16_t>(random() % 2 == 0 ? 400 : 700),
                         .isolate = random() % 2 == 0,
                         .language = one.language});
        begin = end;
    }
    return spans;
}

}  // namespace conformance
