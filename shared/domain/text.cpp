#include "shared/domain/text.hpp"

#include "shared/base/utf8.hpp"

namespace domain {
namespace {

bool is_control(char32_t c) { return (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c < 0xA0); }
bool is_bidi_control(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

std::string with_plain_line_ends(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') out += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n') out += '\n';
    }
    return out;
}

}  // namespace

std::optional<std::size_t> count_code_points(std::string_view text) {
    std::size_t count = 0;
    while (!text.empty()) {
        const auto point = base::first_code_point(text);
        if (!point.well_formed) return std::nullopt;
        text.remove_prefix(point.length);
        ++count;
    }
    return count;
}

std::string clean_text(std::string_view text) {
    const std::string lines = with_plain_line_ends(text);
    std::string out;
    for (std::string_view rest = lines; !rest.empty();) {
        const auto point = base::first_code_point(rest);
        if (!is_control(point.value) && !is_bidi_control(point.value)) out += rest.substr(0, point.length);
        rest.remove_prefix(point.length);
    }
    return out;
}

std::string clean_typed(std::string_view typed) { return clean_text(base::replace_broken(typed)); }

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\n");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\n") - first + 1));
}

}  // namespace domain
