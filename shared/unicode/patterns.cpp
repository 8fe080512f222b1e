#include "shared/unicode/patterns.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <initializer_list>
#include <span>
#include <string_view>

#include "shared/base/padded.hpp"
#include "shared/unicode/detail/bundles.hpp"

namespace unicode {
namespace {

using detail::Bundle;
using detail::item_at;
using detail::string_of;
using Path = std::initializer_list<const char*>;

// Where the language of Morocco is looked up, the nearest first.
std::span<const char* const> bundles_of(base::Language language) {
    static constexpr std::array ar{"ar_MA", "ar", "root"};
    static constexpr std::array zgh{"zgh", "root"};
    static constexpr std::array fr{"fr_MA", "fr", "root"};
    static constexpr std::array en{"en", "root"};
    switch (language) {
        case base::Language::Ar: return ar;
        case base::Language::Zgh: return zgh;
        case base::Language::Fr: return fr;
        case base::Language::En: return en;
    }
    return en;
}

Bundle find(base::Language language, Path path) {
    for (const char* bundle : bundles_of(language))
        if (auto resource = detail::find(bundle, path)) return resource;
    assert(!"load_data comes before the first number or date, and its cut holds every pattern");
    return nullptr;
}

struct NumberSymbols {
    std::string decimal;
    std::string group;
    std::string minus;
    std::size_t group_size = 0;  // Digits in a group; 0 where they are not grouped.
};

struct DatePatterns {
    std::string long_date;   // "d MMMM y"
    std::string short_time;  // "HH:mm"
    std::array<std::string, 12> months;
    std::array<std::string, 2> half_days;
};

struct Patterns {
    NumberSymbols number;
    DatePatterns date;
};

// From "#,##0.###", where the last comma tells the size of a group.
std::size_t group_size_of(std::string_view pattern) {
    const auto comma = pattern.rfind(',');
    if (comma == std::string_view::npos) return 0;
    return std::min(pattern.find('.'), pattern.size()) - comma - 1;
}

NumberSymbols load_number_symbols(base::Language language) {
    return {.decimal = string_of(find(language, {"NumberElements", "latn", "symbols", "decimal"})),
            .group = string_of(find(language, {"NumberElements", "latn", "symbols", "group"})),
            .minus = string_of(find(language, {"NumberElements", "latn", "symbols", "minusSign"})),
            .group_size =
                group_size_of(string_of(find(language, {"NumberElements", "latn", "patterns", "decimalFormat"})))};
}

DatePatterns load_date_patterns(base::Language language) {
    constexpr std::int32_t short_time = 3, long_date = 5;  // The order of DateTimePatterns is fixed by CLDR.
    const auto styles = find(language, {"calendar", "gregorian", "DateTimePatterns"});
    const auto months = find(language, {"calendar", "gregorian", "monthNames", "format", "wide"});

    DatePatterns patterns;
    patterns.long_date = string_of(item_at(styles, long_date));
    patterns.short_time = string_of(item_at(styles, short_time));
    for (std::size_t i = 0; i < patterns.months.size(); ++i)
        patterns.months[i] = string_of(item_at(months, static_cast<std::int32_t>(i)));
    if (patterns.short_time.contains('a')) {  // The cut has them only where a time needs them.
        const auto half_days = find(language, {"calendar", "gregorian", "AmPmMarkers"});
        for (std::size_t i = 0; i < patterns.half_days.size(); ++i)
            patterns.half_days[i] = string_of(item_at(half_days, static_cast<std::int32_t>(i)));
    }
    return patterns;
}

const Patterns& patterns_of(base::Language language) {
    const auto load = [](base::Language l) { return Patterns{load_number_symbols(l), load_date_patterns(l)}; };
    static const std::array all{load(base::Language::Ar), load(base::Language::Zgh), load(base::Language::Fr),
                                load(base::Language::En)};  // Read-only once made.
    return all[base::index_of(language)];
}

// `whole` and `fraction` are ASCII digits.
std::string write_number(bool negative, std::string_view whole, std::string_view fraction,
                         const NumberSymbols& symbols) {
    std::string result = negative ? symbols.minus : std::string();
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const auto remaining = whole.size() - i;
        if (i > 0 && symbols.group_size > 0 && remaining % symbols.group_size == 0) result += symbols.group;
        result += whole[i];
    }
    if (!fraction.empty()) result.append(symbols.decimal).append(fraction);
    return result;
}

// Adds one to the last digit of a decimal number, the point stays where it is.
void round_up(std::string& digits) {
    for (auto i = digits.size(); i-- > 0;) {
        if (digits[i] == '.') continue;
        if (digits[i] != '9') {
            ++digits[i];
            return;
        }
        digits[i] = '0';
    }
    digits.insert(0, "1");
}

// `digits` is "12.3456" or "12"; ties go to the even neighbour, trailing zeros of the fraction go away.
void round_half_even(std::string& digits, std::size_t decimals) {
    const auto point = digits.find('.');
    if (point == std::string::npos) return;
    if (const auto end = point + 1 + decimals; end < digits.size()) {
        const std::string cut = digits.substr(end);
        digits.resize(end);
        const char last = digits[decimals == 0 ? point - 1 : end - 1];
        const bool is_tie = cut[0] == '5' && cut.find_first_not_of('0', 1) == std::string::npos;
        if (is_tie ? (last - '0') % 2 == 1 : cut[0] >= '5') round_up(digits);
    }
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
}

// Fills a CLDR pattern: `field` is asked for each run of equal letters; the rest stands for itself, 'quoted' or not.
template <class Field>
std::string fill(std::string_view pattern, Field field) {
    std::string result;
    bool quoted = false;
    for (std::size_t i = 0; i < pattern.size();) {
        const char letter = pattern[i];
        const bool is_letter = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
        if (letter == '\'') {
            quoted = !quoted;
            ++i;
        } else if (quoted || !is_letter) {
            result += letter;
            ++i;
        } else {
            const auto end = std::min(pattern.find_first_not_of(letter, i), pattern.size());
            result += field(letter, end - i);
            i = end;
        }
    }
    return result;
}

}  // namespace

std::string format_number(std::int64_t number, base::Language language) {
    const auto magnitude = number < 0 ? 0U - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
    return write_number(number < 0, std::to_string(magnitude), {}, patterns_of(language).number);
}

std::string format_number(double number, base::Language language, int decimals) {
    assert(std::isfinite(number) && "only finite numbers are shown");
    std::array<char, 400> buffer;  // The longest double has 309 digits before the point, the smallest 324 after it.
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(number), std::chars_format::fixed).ptr;
    std::string digits(buffer.data(), end);
    round_half_even(digits, static_cast<std::size_t>(std::max(decimals, 0)));

    const std::string_view all = digits;
    const auto point = std::min(all.find('.'), all.size());
    return write_number(std::signbit(number), all.substr(0, point), all.substr(std::min(point + 1, all.size())),
                        patterns_of(language).number);
}

std::string format_date(base::Date date, DateStyle, base::Language language) {
    assert(date.month >= 1 && date.month <= 12 && "a date comes checked");
    const auto& patterns = patterns_of(language).date;
    return fill(patterns.long_date, [&](char letter, std::size_t count) -> std::string {
        switch (letter) {
            case 'y': return base::padded(date.year, count);
            case 'M': return patterns.months[static_cast<std::size_t>(date.month - 1)];
            case 'd': return base::padded(date.day, count);
            default: assert(!"the long dates of our languages have a year, a month's name and a day"); return {};
        }
    });
}

std::string format_time(TimeOfDay time, base::Language language) {
    assert(time.hour >= 0 && time.hour <= 23 && time.minute >= 0 && time.minute <= 59 && "a time comes checked");
    const auto& patterns = patterns_of(language).date;
    return fill(patterns.short_time, [&](char letter, std::size_t count) -> std::string {
        switch (letter) {
            case 'H': return base::padded(time.hour, count);
            case 'h': return base::padded(time.hour % 12 == 0 ? 12 : time.hour % 12, count);
            case 'm': return base::padded(time.minute, count);
            case 'a': return patterns.half_days[time.hour < 12 ? 0 : 1];
            default:
                assert(!"the short times of our languages have an hour, a minute and a half of the day");
                return {};
        }
    });
}

}  // namespace unicode
