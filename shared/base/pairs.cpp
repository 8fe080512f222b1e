#include "shared/base/pairs.hpp"

#include <algorithm>

namespace base {
namespace {

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::optional<std::string> decode_plus(std::string text) {
    std::ranges::replace(text, '+', ' ');
    return percent_decode(text);
}

}  // namespace

std::optional<char> escaped_byte(std::string_view text, std::size_t begin) {
    if (begin + 2 >= text.size()) return std::nullopt;
    const int high = hex_value(text[begin + 1]), low = hex_value(text[begin + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    return static_cast<char>(high * 16 + low);
}

std::optional<std::string> percent_decode(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        const auto byte = escaped_byte(text, i);
        if (!byte) return std::nullopt;
        out += *byte;
        i += 2;
    }
    return out;
}

std::string encode_value(std::string_view text) {
    constexpr std::string_view plain = "*-._";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        const auto byte = static_cast<unsigned char>(c);
        if (is_letter || plain.contains(c)) out += c;
        else if (c == ' ') out += '+';
        else out.append("%").append(1, digits[byte / 16]).append(1, digits[byte % 16]);
    }
    return out;
}

std::optional<Pairs> parse_pairs(std::string_view text, std::size_t limit) {
    Pairs pairs;
    while (!text.empty()) {
        const auto end = text.find('&');
        const auto item = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (item.empty()) continue;
        const auto equals = item.find('=');
        auto name = decode_plus(std::string(item.substr(0, equals)));
        auto value = decode_plus(std::string(equals == std::string_view::npos ? "" : item.substr(equals + 1)));
        if (!name || !value || pairs.size() == limit) return std::nullopt;
        pairs.emplace_back(std::move(*name), std::move(*value));
    }
    return pairs;
}

std::optional<std::string> single(const Pairs& pairs, std::string_view name) {
    std::optional<std::string> found;
    for (const auto& [key, value] : pairs) {
        if (key != name) continue;
        if (found) return std::nullopt;
        found = value;
    }
    return found;
}

}  // namespace base
