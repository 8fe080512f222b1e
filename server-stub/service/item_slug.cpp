#include "server-stub/service/item_slug.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "shared/base/utf8.hpp"

namespace service {
namespace {

constexpr std::size_t most = 48;

// The letters of French, as ASCII; nothing for signs and other scripts.
std::string_view ascii_of(char32_t point) {
    struct Range {
        char32_t first, last;
        std::string_view letters;
    };
    constexpr std::array ranges{Range{0xE0, 0xE5, "a"},   Range{0xE7, 0xE7, "c"}, Range{0xE8, 0xEB, "e"},
                                Range{0xEC, 0xEF, "i"},   Range{0xF1, 0xF1, "n"}, Range{0xF2, 0xF6, "o"},
                                Range{0xF9, 0xFC, "u"},   Range{0xFF, 0xFF, "y"}, Range{0xE6, 0xE6, "ae"},
                                Range{0x153, 0x153, "oe"}};
    if (point >= 0xC0 && point <= 0xDE) point += 0x20;
    const auto found =
        std::ranges::find_if(ranges, [&](const auto& range) { return range.first <= point && point <= range.last; });
    return found == ranges.end() ? std::string_view() : found->letters;
}

std::string folded(std::string_view title) {
    std::string slug;
    while (!title.empty() && slug.size() < most) {
        const auto point = base::first_code_point(title);
        title.remove_prefix(point.length);
        const auto c = point.value;
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) slug += static_cast<char>(c);
        else if (c >= 'A' && c <= 'Z') slug += static_cast<char>(c + ('a' - 'A'));
        else if (const auto letters = ascii_of(c); !letters.empty()) slug += letters;
        else if (!slug.empty() && !slug.ends_with('-')) slug += '-';
    }
    while (slug.ends_with('-')) slug.pop_back();
    return slug;
}

}  // namespace

std::string slug_of(domain::ItemKind kind, const domain::Values& values, int attempt) {
    constexpr std::size_t least = 3;
    std::string slug;
    for (const auto* path : {"title/fr", "title/en"})
        if (slug.size() < least) slug = folded(domain::text_at(values, path));
    if (slug.size() < least) slug = domain::name_of(kind);
    return attempt == 1 ? slug : slug + "-" + std::to_string(attempt);
}

std::string slug_at(domain::ItemKind kind, const domain::Values& values, base::Instant moment) {
    std::array<char, 16> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), moment.milliseconds, 36).ptr;
    return slug_of(kind, values, 1) + "-" + std::string(digits.data(), end);
}

}  // namespace service
