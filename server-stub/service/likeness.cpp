#include "server-stub/service/likeness.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <span>
#include <utility>

#include "shared/domain/moderation/reading.hpp"

namespace service {
namespace {

constexpr std::size_t kinds_remembered = 8'192;
constexpr std::int64_t tidy_every_ms = 600'000;
constexpr std::size_t short_text = 14;  // Marks: seven or eight words.
constexpr double alike_if_short = 0.7, alike_if_long = 0.5;

std::uint64_t mark_of(std::string_view words, const secrets::Salt& salt) {
    const auto digest = secrets::fingerprint(salt, words);
    std::array<std::uint8_t, 8> first{};
    std::ranges::copy(std::span(digest).first<8>(), first.begin());
    return std::bit_cast<std::uint64_t>(first);
}

}  // namespace

TextMarks marks_of(std::string_view text, const secrets::Salt& salt) {
    TextMarks marks;
    std::string before;
    for (auto& word : domain::moderation::read(text).words) {
        if (word.script == domain::moderation::Script::None) continue;
        marks.push_back(mark_of(word.plain, salt));
        if (!before.empty()) marks.push_back(mark_of(before + " " + word.plain, salt));
        before = std::move(word.plain);
    }
    std::ranges::sort(marks);
    marks.erase(std::ranges::unique(marks).begin(), marks.end());
    if (marks.size() > text_marks_limit) marks.resize(text_marks_limit);
    return marks;
}

// The smallest marks of both together are a fair sample of both (Broder, "On the resemblance of documents", 1997).
double likeness_of(const TextMarks& a, const TextMarks& b) {
    std::size_t all = 0, common = 0;
    auto in_a = a.begin(), in_b = b.begin();
    while (all < text_marks_limit && (in_a != a.end() || in_b != b.end())) {
        ++all;
        if (in_b == b.end() || (in_a != a.end() && *in_a < *in_b)) ++in_a;
        else if (in_a == a.end() || *in_b < *in_a) ++in_b;
        else ++common, ++in_a, ++in_b;
    }
    return all == 0 ? 1.0 : static_cast<double>(common) / static_cast<double>(all);
}

bool are_alike(const TextMarks& a, const TextMarks& b) {
    return likeness_of(a, b) >= (std::min(a.size(), b.size()) < short_text ? alike_if_short : alike_if_long);
}

AlikeTexts::Found AlikeTexts::find(const TextMarks& text, double amount, base::Instant now) {
    forget_old(now);
    const auto known = like(text);
    if (!known) return {.has_room = amount <= allowance_.most};
    return {.kind = known, .has_room = kinds_.at(*known).bucket.has_room(amount, allowance_, now)};
}

void AlikeTexts::take(const TextMarks& text, double amount, base::Instant now) {
    auto known = like(text);
    if (!known) {
        // Very many texts at once: memory stays bounded.
        if (kinds_.size() >= kinds_remembered) forget(kinds_.begin()->first);
        known = next_++;
        kinds_[*known].first = text;
        for (const auto mark : text) with_[mark].push_back(*known);
    }
    kinds_.at(*known).bucket.take(amount, allowance_, now);
}

// Texts without any word, such as signs alone, are one kind.
std::optional<AlikeTexts::Number> AlikeTexts::like(const TextMarks& text) const {
    std::unordered_map<Number, std::size_t> common;
    for (const auto mark : text)
        if (const auto found = with_.find(mark); found != with_.end())
            for (const auto number : found->second) ++common[number];
    std::optional<Number> best;
    double most = 0;
    const auto hold_against = [&](Number number) {
        const auto& first = kinds_.at(number).first;
        const auto likeness = likeness_of(text, first);
        if (likeness < most || !are_alike(text, first)) return;
        // Of two that are as like, always the older.
        if (likeness == most && best && *best < number) return;
        best = number, most = likeness;
    };
    for (const auto& [number, count] : common)
        if (count * 4 >= std::min(text.size(), kinds_.at(number).first.size())) hold_against(number);
    if (text.empty())
        for (const auto& [number, kind] : kinds_)
            if (kind.first.empty()) return number;
    return best;
}

void AlikeTexts::forget_old(base::Instant now) {
    if (now.milliseconds - tidied_.milliseconds < tidy_every_ms) return;
    tidied_ = now;
    std::vector<Number> old;
    for (const auto& [number, kind] : kinds_)
        if (kind.bucket.is_forgotten(allowance_, now)) old.push_back(number);
    for (const auto number : old) forget(number);
}

void AlikeTexts::forget(Number number) {
    for (const auto mark : kinds_.at(number).first) {
        const auto found = with_.find(mark);
        std::erase(found->second, number);
        if (found->second.empty()) with_.erase(found);
    }
    kinds_.erase(number);
}

}  // namespace service
