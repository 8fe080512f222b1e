// The inputs on which our numbers, dates and times are compared, with ICU's formatters and between its two data files.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/unicode/patterns.hpp"
#include "shared/unicode/plurals.hpp"

namespace test {

inline std::vector<std::int64_t> integers() {
    std::vector<std::int64_t> all;
    for (std::int64_t n = -1200; n <= 1200; ++n) all.push_back(n);
    for (std::int64_t n = 1; n < 1'000'000'000'000'000'000; n *= 10)
        for (const std::int64_t near : {n - 1, n, n + 1, 2 * n, -n}) all.push_back(near);
    all.push_back(INT64_MAX);
    all.push_back(INT64_MIN);
    return all;
}

inline std::vector<double> decimals() {
    std::vector<double> all{0.0,    -0.0,   0.0004,   -0.0004,   0.0005,    0.0015,  0.5,  1.5,           2.5,  1.0005,
                            1.0015, 2.0015, 999.9995, 0.1 + 0.2, 1234567.5, 9.99951, 1e15, 123456789.125, 4.35, 2.675};
    for (int i = -4000; i <= 4000; i += 7) all.push_back(i / 8.0), all.push_back(i / 1000.0), all.push_back(i * 3.7001);
    return all;
}

inline std::vector<base::Date> dates() {
    std::vector<base::Date> all;
    for (const int year : {1956, 1999, 2024, 2026, 2100})
        for (int month = 1; month <= 12; ++month)
            for (const int day : {1, 2, 9, 10, 28}) all.push_back({year, month, day});
    return all;
}

inline std::vector<unicode::TimeOfDay> times() {
    std::vector<unicode::TimeOfDay> all;
    for (int hour = 0; hour < 24; ++hour)
        for (const int minute : {0, 5, 30, 59}) all.push_back({hour, minute});
    return all;
}

// FNV-1a over every text of the sweep: equal under the cut data and under all of it.
inline std::uint64_t digest_of_formats() {
    std::uint64_t digest = 0xcbf29ce484222325;
    const auto add = [&](const std::string& text) {
        for (const char letter : text + "\n") digest = (digest ^ static_cast<unsigned char>(letter)) * 0x100000001b3;
    };
    for (const auto language : base::languages) {
        for (const auto number : integers()) {
            add(unicode::format_number(number, language));
            add(std::to_string(static_cast<int>(unicode::plural_category(number, language))));
        }
        for (const auto number : decimals()) add(unicode::format_number(number, language));
        for (const auto date : dates()) add(unicode::format_date(date, unicode::DateStyle::Long, language));
        for (const auto time : times()) add(unicode::format_time(time, language));
    }
    return digest;
}

// Changes only with CLDR or with the sweep.
inline constexpr std::uint64_t expected_digest_of_formats = 8017649836811992242U;

}  // namespace test
