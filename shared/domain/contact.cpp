#include "shared/domain/contact.hpp"

#include <algorithm>
#include <span>

#include "shared/base/utf8.hpp"
#include "shared/domain/body.hpp"

namespace domain {
namespace {

constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// Marks of direction and joining, which come along where something is copied.
bool is_invisible(char32_t c) { return (c >= 0x200B && c <= 0x200F) || c == 0x061C || c == 0x2060 || c == 0xFEFF; }

// What people put between the digits of a number.
bool is_between_digits(char32_t c) {
    return std::u32string_view(U" .-()\u00A0\u2007\u2009\u2010\u2011\u2012\u2013\u202F\u2212").contains(c);
}

std::optional<char> digit_of(char32_t c) {
    for (const char32_t zero : {U'0', U'\u0660', U'\u06F0'})
        if (c >= zero && c <= zero + 9) return static_cast<char>('0' + (c - zero));
    return std::nullopt;
}

template <class Visit>
void for_each_visible(std::string_view text, Visit visit) {
    while (!text.empty()) {
        const auto point = base::first_code_point(text);
        if (!is_invisible(point.value)) visit(point.value);
        text.remove_prefix(point.length);
    }
}

std::string without_invisible(std::string_view text) {
    std::string visible;
    for_each_visible(text, [&](char32_t c) { base::append_code_point(visible, c); });
    return visible;
}

// "+212 (0)5.37-…" -> "+2120537…"; nothing where anything else stands there.
std::optional<std::string> dialled(std::string_view typed) {
    std::string number;
    bool fits = true;
    for_each_visible(typed, [&](char32_t c) {
        if (const auto digit = digit_of(c)) number += *digit;
        else if (c == U'+' && number.empty()) number += '+';
        else fits = fits && is_between_digits(c);
    });
    return fits ? std::optional(std::move(number)) : std::nullopt;
}

constexpr std::string_view morocco = "212";

// The digits from the code of the country on, however it was dialled.
std::string international(std::string_view number) {
    if (number.starts_with('+')) return std::string(number.substr(1));
    if (number.starts_with("00")) return std::string(number.substr(2));
    if (number.starts_with('0')) return std::string(morocco).append(number.substr(1));
    return {};
}

// ITU-T E.164: one, two or three digits.
std::size_t country_code_length(std::string_view number) {
    constexpr std::string_view two =
        "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 "
        "86 "
        "90 91 92 93 94 95 98";
    if (number.starts_with('1') || number.starts_with('7')) return 1;
    return two.contains(number.substr(0, 2)) ? 2 : 3;
}

// At home nine digits follow the code; elsewhere as many as E.164 allows.
bool is_number(std::string_view code, std::string_view rest) {
    if (code == morocco) return rest.size() == 9 && rest.front() >= '5' && rest.front() <= '8';
    const auto digits = code.size() + rest.size();
    return code.front() != '0' && digits >= 7 && digits <= 15;
}

std::optional<std::string> printed_number(std::string_view typed) {
    const auto number = dialled(typed);
    if (!number) return std::nullopt;
    const auto digits = international(*number);
    const auto length = country_code_length(digits);
    if (digits.size() <= length) return std::nullopt;
    const auto code = std::string_view(digits).substr(0, length);
    auto rest = std::string_view(digits).substr(length);
    if (code == morocco && rest.starts_with('0')) rest.remove_prefix(1);
    if (!is_number(code, rest)) return std::nullopt;
    auto printed = std::string("+").append(code);
    while (!rest.empty()) {  // In pairs; a first one stands alone where they are odd.
        const std::size_t group = rest.size() % 2 == 0 ? 2 : 1;
        printed.append(" ").append(rest.substr(0, group));
        rest.remove_prefix(group);
    }
    return printed;
}

// Dots part it into texts of which each passes.
bool parts_pass(std::string_view text, bool (*passes)(std::string_view part)) {
    for (;;) {
        const auto dot = text.find('.');
        if (!passes(text.substr(0, dot))) return false;
        if (dot == text.npos) return true;
        text.remove_prefix(dot + 1);
    }
}

bool is_host_part(std::string_view part) {
    constexpr std::size_t limit = 63;  // RFC 1035
    return !part.empty() && part.size() <= limit && part.front() != '-' && part.back() != '-' &&
           std::ranges::all_of(part, [](char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '-'; });
}

bool is_local_part(std::string_view part) {
    return !part.empty() && std::ranges::all_of(part, [](char c) {
        return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '+' || c == '-';
    });
}

// Of those that RFC 5321 allows the ones that nobody has to quote; a host is the same in small letters.
std::optional<std::string> printed_email(std::string_view typed) {
    constexpr std::size_t limit = 254, local_limit = 64;  // RFC 5321, 4.5.3.1; a path has two angle brackets more.
    auto email = without_invisible(typed);
    const auto at = email.find('@');
    if (email.size() > limit || at > local_limit) return std::nullopt;
    for (auto& c : std::span(email).subspan(at))
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const auto host = std::string_view(email).substr(at + 1);
    const bool fits = parts_pass(std::string_view(email).substr(0, at), is_local_part) &&
                      parts_pass(host, is_host_part) && host.contains('.') && is_ascii_letter(host.back());
    return fits ? std::optional(std::move(email)) : std::nullopt;
}

std::optional<std::string> printed_website(std::string_view typed) {
    auto address = without_invisible(typed);
    return is_web_address(address) && is_link_address(address) ? std::optional(std::move(address)) : std::nullopt;
}

}  // namespace

std::optional<ContactKind> parse_contact_kind(std::string_view name) {
    const auto found = std::ranges::find(contact_kind_names, name);
    if (found == contact_kind_names.end()) return std::nullopt;
    return static_cast<ContactKind>(found - contact_kind_names.begin());
}

std::optional<std::string> printed_contact(ContactKind kind, std::string_view typed) {
    switch (kind) {
        case ContactKind::Telephone:
        case ContactKind::Fax: return printed_number(typed);
        case ContactKind::Email: return printed_email(typed);
        case ContactKind::Website: return printed_website(typed);
    }
    return std::nullopt;
}

std::string link_of(const Contact& contact) {
    if (!contact.kind) return {};
    std::string link;
    switch (*contact.kind) {
        case ContactKind::Telephone:
            link = "tel:" + contact.value;
            std::erase(link, ' ');
            break;
        case ContactKind::Email: link = "mailto:" + contact.value; break;
        case ContactKind::Website:
            if (is_web_address(contact.value)) link = contact.value;
            break;
        case ContactKind::Fax: break;  // A telephone that is led there hears a machine.
    }
    return is_link_address(link) ? link : std::string();
}

}  // namespace domain
