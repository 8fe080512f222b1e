// A suite that somebody else wrote: its file read line by line, its cases counted, what fails shown.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace conformance {

// The lines of a file without comments ('#' and what follows it) and blanks. Fails the test when there is no such file.
std::vector<std::string> data_lines(const std::string& path);

std::string_view trim(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
// Divided by blanks, however many.
std::vector<std::string_view> words(std::string_view text);

char32_t parse_hex(std::string_view digits);
std::u16string utf16_of(std::span<const char32_t> code_points);
std::string utf8_of(std::span<const char32_t> code_points);

// "1,234,567"
std::string grouped(std::uint64_t number);

// Counts the cases of one suite and prints "NAME passed / total"; under it each tailoring or left-out group with its
// reason and how many cases it touched, and the first failures.
class Suite {
public:
    explicit Suite(std::string name) : name_(std::move(name)) {}

    void count(bool passed, const std::function<std::string()>& describe);
    // A case that is answered otherwise than the suite says, or not asked, for a reason that has a name.
    void name(const std::string& reason);
    // How much was looked at, where cases alone do not tell.
    void note(const std::string& what, std::uint64_t count);

    // Prints, and fails the test unless every case has passed and there were at least `expected` of them: a suite
    // that has shrunk, or was not found, proves nothing.
    void report(std::uint64_t expected) const;

    std::uint64_t named(const std::string& reason) const;

private:
    std::string name_;
    std::uint64_t passed_ = 0;
    std::uint64_t total_ = 0;
    std::map<std::string, std::uint64_t> reasons_;
    std::vector<std::string> failures_;
};

}  // namespace conformance
