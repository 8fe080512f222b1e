#include "server-stub/markup/characters.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "shared/base/utf8.hpp"

namespace markup {
namespace {

struct Named {
    std::string_view name;
    std::string_view character;
};
// What keyboards lack and habit writes by name; no control among them.
constexpr std::array characters{
    Named{"amp", "&"},         Named{"lt", "<"},          Named{"gt", ">"},          Named{"quot", "\""},
    Named{"apos", "'"},        Named{"nbsp", "\u00A0"},   Named{"laquo", "\u00AB"},  Named{"raquo", "\u00BB"},
    Named{"lsquo", "\u2018"},  Named{"rsquo", "\u2019"},  Named{"ldquo", "\u201C"},  Named{"rdquo", "\u201D"},
    Named{"ndash", "\u2013"},  Named{"mdash", "\u2014"},  Named{"hellip", "\u2026"}, Named{"euro", "\u20AC"},
    Named{"eacute", "\u00E9"}, Named{"egrave", "\u00E8"}, Named{"agrave", "\u00E0"}, Named{"ccedil", "\u00E7"},
    Named{"zwnj", "\u200C"},   Named{"zwj", "\u200D"},    Named{"lrm", "\u200E"},    Named{"rlm", "\u200F"},
};

bool is_character(unsigned long value) { return value > 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF); }

}  // namespace

std::string decode_character(std::string_view reference) {
    auto inside = reference;
    if (!inside.starts_with('&') || !inside.ends_with(';')) return std::string(reference);
    inside = inside.substr(1, inside.size() - 2);
    if (!inside.starts_with('#')) {
        const auto found = std::ranges::find(characters, inside, &Named::name);
        return std::string(found == characters.end() ? reference : found->character);
    }
    inside.remove_prefix(1);
    const bool hexadecimal = inside.starts_with('x') || inside.starts_with('X');
    if (hexadecimal) inside.remove_prefix(1);
    unsigned long value = 0;
    const auto* end = inside.data() + inside.size();
    const auto [stop, error] = std::from_chars(inside.data(), end, value, hexadecimal ? 16 : 10);
    if (stop != end) return std::string(reference);
    std::string out;
    base::append_code_point(out,
                            error == std::errc() && is_character(value) ? static_cast<char32_t>(value) : U'\uFFFD');
    return out;
}

}  // namespace markup
