// Which of the texts of the last day are alike. No text is kept and nothing of who wrote it: only marks of its words by
// a salt that dies with the process.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "server-stub/secrets/salt.hpp"
#include "server-stub/service/bucket.hpp"

namespace service {

// Marks of the words of a text and of each two that follow one another, without numbers: the smallest, sorted.
using TextMarks = std::vector<std::uint64_t>;
inline constexpr std::size_t text_marks_limit = 64;
TextMarks marks_of(std::string_view text, const secrets::Salt& salt);
// From 0 to 1: how much of both is in both. 1 for two that are empty.
double likeness_of(const TextMarks& a, const TextMarks& b);
// Whether they are variations of one text. The shorter they are, the more must be the same.
bool are_alike(const TextMarks& a, const TextMarks& b);

// Not for two threads at once.
class AlikeTexts {
public:
    explicit AlikeTexts(Allowance allowance) : allowance_(allowance) {}

    using Number = std::uint64_t;  // Of a kind of text; no kind gets the number of another.
    struct Found {
        std::optional<Number> kind{};  // Nothing: none like it was there.
        bool has_room = true;          // For one more of its kind.
    };
    Found find(const TextMarks& text, double amount, base::Instant now);
    void take(const TextMarks& text, double amount, base::Instant now);
    std::size_t size() const { return kinds_.size(); }

private:
    struct Kind {
        TextMarks first;  // All others are held against it.
        Bucket bucket;
    };

    std::optional<Number> like(const TextMarks& text) const;
    void forget_old(base::Instant now);
    void forget(Number number);

    Allowance allowance_;
    Number next_ = 1;
    std::map<Number, Kind> kinds_;                                 // Oldest first.
    std::unordered_map<std::uint64_t, std::vector<Number>> with_;  // A mark: the kinds whose first has it.
    base::Instant tidied_;
};

}  // namespace service
