#include "shared/domain/item_checks/letters.hpp"

#include <algorithm>

#include "shared/base/utf8.hpp"

namespace domain::letters {
namespace {

struct Range {
    char32_t first, last;
    Script script;
};
// Of letters alone, sorted; what is between them is none or of a script that no page here is written in.
constexpr Range ranges[] = {
    {U'A', U'Z', Script::Latin},        {U'a', U'z', Script::Latin},       {0xAA, 0xAA, Script::Latin},
    {0xBA, 0xBA, Script::Latin},        {0xC0, 0xD6, Script::Latin},       {0xD8, 0xF6, Script::Latin},
    {0xF8, 0x24F, Script::Latin},       {0x250, 0x2AF, Script::Latin},     {0x370, 0x3FF, Script::Greek},
    {0x400, 0x52F, Script::Cyrillic},   {0x531, 0x5EA, Script::Other},     {0x620, 0x63F, Script::Arabic},
    {0x641, 0x64A, Script::Arabic},     {0x66E, 0x66F, Script::Arabic},    {0x671, 0x6D3, Script::Arabic},
    {0x6D5, 0x6D5, Script::Arabic},     {0x6FA, 0x6FF, Script::Arabic},    {0x700, 0x74F, Script::Other},
    {0x750, 0x77F, Script::Arabic},     {0x780, 0x1DFF, Script::Other},    {0x1E00, 0x1EFF, Script::Latin},
    {0x1F00, 0x1FFF, Script::Greek},    {0x2C60, 0x2C7F, Script::Latin},   {0x2D30, 0x2D67, Script::Tifinagh},
    {0x2D6F, 0x2D6F, Script::Tifinagh}, {0x3041, 0x9FFF, Script::Other},   {0xAC00, 0xD7A3, Script::Other},
    {0xFB50, 0xFDFF, Script::Arabic},   {0xFE70, 0xFEFC, Script::Arabic},  {0xFF21, 0xFF3A, Script::Latin},
    {0xFF41, 0xFF5A, Script::Latin},    {0x1D400, 0x1D7CB, Script::Other},
};

bool starts_with(std::u32string_view text, std::size_t at, std::u32string_view what) {
    return text.substr(at).starts_with(what);
}

std::size_t end_of_address(std::u32string_view text, std::size_t at) {
    while (at < text.size() && !is_space(text[at]) && !is_no_break_space(text[at]) &&
           std::u32string_view(U"<>\"«»()[]،؛؟").find(text[at]) == text.npos)
        ++at;
    while (std::u32string_view(U".,;:!?").find(text[at - 1]) != text.npos) --at;
    return at;
}

bool is_part_of_name(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || is_digit(c) || c == U'.' || c == U'-' || c == U'_' ||
           c == U'@' || c == U'+';
}

// "greffe@justice.gov.ma", "justice.gov.ma": one beyond it; `at` where none begins there.
std::size_t end_of_name(std::u32string_view text, std::size_t at) {
    constexpr std::size_t longest = 254;
    auto end = at;
    while (end < text.size() && end - at <= longest && is_part_of_name(text[end])) ++end;
    while (end > at && (text[end - 1] == U'.' || text[end - 1] == U'-')) --end;
    for (auto i = at + 1; i + 1 < end; ++i)
        if (text[i] == U'@' || (text[i] == U'.' && is_letter(text[i - 1]) && is_letter(text[i + 1]))) return end;
    return at;
}

// One beyond what begins at `at` and is no words; `at` itself where words begin.
std::size_t end_of_others(std::u32string_view text, std::size_t at, bool markdown) {
    if (at == 0 || !is_part_of_name(text[at - 1])) {
        for (const std::u32string_view scheme : {U"https://", U"http://", U"mailto:", U"tel:", U"www."})
            if (starts_with(text, at, scheme) && text.size() > at + scheme.size()) return end_of_address(text, at);
        if (const auto end = end_of_name(text, at); end > at) return end;
    }
    constexpr std::size_t longest = 600;  // Code points: an address that a page may link to is shorter.
    const auto past = [&](std::size_t from, char32_t close) {
        const auto end = text.substr(from, longest).find(close);
        return end == text.npos ? at : from + end + 1;
    };
    if (!markdown) return at;
    if (starts_with(text, at, U"](")) return past(at + 2, U')');
    if (text[at] == U'`') return past(at + 1, U'`');
    if (text[at] == U'<' && (starts_with(text, at, U"<http") || starts_with(text, at, U"<mailto")))
        return past(at, U'>');
    if (text[at] == U'&' && at + 1 < text.size() && !is_space(text[at + 1])) {
        const auto end = text.substr(at, 10).find(U';');
        const bool reference = end != text.npos && text.substr(at, end).find(U' ') == text.npos;
        return reference ? at + end + 1 : at;
    }
    return at;
}

}  // namespace

Script script_of(char32_t c) {
    const auto* range = std::ranges::lower_bound(ranges, c, {}, &Range::last);
    return range != std::end(ranges) && c >= range->first ? range->script : Script::None;
}

Script script_of(base::Language language) {
    if (language == base::Language::Ar) return Script::Arabic;
    return language == base::Language::Zgh ? Script::Tifinagh : Script::Latin;
}

std::u32string read(std::string_view utf8) {
    std::u32string out;
    while (!utf8.empty()) {
        const auto point = base::first_code_point(utf8);
        out += point.value;
        utf8.remove_prefix(point.length);
    }
    return out;
}

std::string write(std::u32string_view text) {
    std::string out;
    for (const auto c : text) base::append_code_point(out, c);
    return out;
}

std::u32string with_words(std::u32string_view text, bool markdown,
                          const std::function<std::u32string(std::u32string_view)>& mend) {
    std::u32string out;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = end_of_others(text, at, markdown);
        if (end == at) {
            ++at;
            continue;
        }
        out += mend(text.substr(begin, at - begin));
        out += text.substr(at, end - at);
        begin = at = end;
    }
    return out + mend(text.substr(begin));
}

std::u32string words_of(std::u32string_view text, bool markdown) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = end_of_others(text, at, markdown);
        const bool sign = markdown && std::u32string_view(U"*_[]#`\\").find(text[at]) != text.npos;
        if (end == at && !sign) out += text[at];
        else if (end != at) out += U' ';
        at = std::max(end, at + 1);
    }
    return out;
}

}  // namespace domain::letters
