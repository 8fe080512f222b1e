#include "server-stub/http/language_choice.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace http {
namespace {

constexpr auto fallback = base::Language::Ar;

struct Tag {
    std::string_view primary;
    base::Language language;
};
// Browsers know Amazigh by several tags; its standard one is zgh.
constexpr std::array tags{
    Tag{"ar", base::Language::Ar},   Tag{"ary", base::Language::Ar},  Tag{"zgh", base::Language::Zgh},
    Tag{"tzm", base::Language::Zgh}, Tag{"shi", base::Language::Zgh}, Tag{"rif", base::Language::Zgh},
    Tag{"ber", base::Language::Zgh}, Tag{"fr", base::Language::Fr},   Tag{"en", base::Language::En}};

std::optional<base::Language> language_of_tag(std::string_view tag) {
    std::string primary(tag.substr(0, tag.find('-')));
    for (auto& c : primary)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const auto found = std::ranges::find(tags, std::string_view(primary), &Tag::primary);
    return found == tags.end() ? std::nullopt : std::optional(found->language);
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// In thousandths; a weight that cannot be read is none.
int weight_of(std::string_view parameters) {
    const auto q = trimmed(parameters);
    if (!q.starts_with("q=")) return 1000;
    const auto value = q.substr(2);
    if (value.empty() || (value[0] != '0' && value[0] != '1') || (value.size() > 1 && value[1] != '.')) return 0;
    int weight = value[0] == '1' ? 1000 : 0;
    int place = 100;
    for (const char digit : value.substr(std::min<std::size_t>(2, value.size()))) {
        if (digit < '0' || digit > '9') return 0;
        weight += place * (digit - '0');
        place /= 10;
    }
    return std::min(weight, 1000);
}

}  // namespace

base::Language choose_language(std::string_view accept_language) {
    auto best = fallback;
    int best_weight = 0;
    while (!accept_language.empty()) {
        const auto comma = accept_language.find(',');
        const auto item = accept_language.substr(0, comma);
        accept_language.remove_prefix(comma == std::string_view::npos ? accept_language.size() : comma + 1);
        const auto semicolon = item.find(';');
        const auto language = language_of_tag(trimmed(item.substr(0, semicolon)));
        const int weight = semicolon == std::string_view::npos ? 1000 : weight_of(item.substr(semicolon + 1));
        if (!language || weight <= best_weight) continue;
        best = *language;
        best_weight = weight;
    }
    return best;
}

base::Language language_of(std::string_view path, std::string_view accept_language) {
    const auto first = path.substr(std::min<std::size_t>(1, path.size()));
    if (const auto language = base::parse_language(first.substr(0, first.find_first_of("/?")))) return *language;
    return choose_language(accept_language);
}

}  // namespace http
