#include "tests/conformance/suite.hpp"

#include <charconv>
#include <cstdio>
#include <doctest/doctest.h>
#include <fstream>

#include "shared/base/utf8.hpp"
#include "shared/unicode/utf.hpp"

namespace conformance {
namespace {

constexpr std::size_t shown_failures = 10;

constexpr std::string_view blanks = " \t\r";

}  // namespace

std::string_view trim(std::string_view text) {
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::vector<std::string> data_lines(const std::string& path) {
    std::ifstream file(path);
    REQUIRE_MESSAGE(file.is_open(), path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) {
        const auto data = trim(std::string_view(line).substr(0, line.find('#')));
        if (!data.empty()) lines.emplace_back(data);
    }
    return lines;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const auto end = text.find(separator);
        parts.push_back(trim(text.substr(0, end)));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> found;
    for (auto begin = text.find_first_not_of(blanks); begin != std::string_view::npos;
         begin = text.find_first_not_of(blanks, begin)) {
        const auto end = std::min(text.find_first_of(blanks, begin), text.size());
        found.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return found;
}

char32_t parse_hex(std::string_view digits) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    REQUIRE_MESSAGE((error == std::errc() && end == digits.data() + digits.size()), digits);
    return value;
}

std::u16string utf16_of(std::span<const char32_t> code_points) {
    std::u16string units;
    for (const auto code_point : code_points) unicode::append_utf16(units, code_point);
    return units;
}

std::string utf8_of(std::span<const char32_t> code_points) {
    std::string bytes;
    for (const auto code_point : code_points) base::append_code_point(bytes, code_point);
    return bytes;
}

std::string grouped(std::uint64_t number) {
    auto digits = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

void Suite::count(bool passed, const std::function<std::string()>& describe) {
    ++total_;
    if (passed) ++passed_;
    else if (failures_.size() < shown_failures) failures_.push_back(describe());
}

void Suite::name(const std::string& reason) { ++reasons_[reason]; }

void Suite::note(const std::string& what, std::uint64_t count) { reasons_[what] += count; }

std::uint64_t Suite::named(const std::string& reason) const {
    const auto found = reasons_.find(reason);
    return found == reasons_.end() ? 0 : found->second;
}

void Suite::report(std::uint64_t expected) const {
    std::printf("%-44s %9s / %s\n", name_.c_str(), grouped(passed_).c_str(), grouped(total_).c_str());
    for (const auto& [reason, count] : reasons_) std::printf("    %9s  %s\n", grouped(count).c_str(), reason.c_str());
    for (const auto& failure : failures_) std::printf("    wrong: %s\n", failure.c_str());
    std::fflush(stdout);
    CHECK(passed_ == total_);
    CHECK(total_ >= expected);
}

}  // namespace conformance
