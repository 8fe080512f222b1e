#include "shared/domain/rating.hpp"

#include <algorithm>
#include <utility>

#include "shared/base/utf8.hpp"

namespace domain {
namespace {

// Names in the order of their enum: the value is the place.
constexpr std::array<std::string_view, completed_answers.size()> completed_names{"yes", "partly", "no"};
constexpr std::array<std::string_view, reasons.size()> reason_names{"waiting", "information", "extra-papers", "welcome",
                                                                    "access",  "language",    "cost",         "other"};
constexpr std::array<std::string_view, 6> field_names{"level", "completed", "reasons", "text", "key", "form"};
constexpr std::array<std::string_view, 17> problem_names{
    "level-missing", "level-unknown", "completed-unknown", "reason-unknown", "reason-twice", "text-too-long",
    "text-broken",   "key-missing",   "key-conflict",      "field-unknown",  "field-twice",  "wrong-type",
    "too-large",     "malformed",     "too-many",          "unavailable",    "offline"};
static_assert(field_names.size() == static_cast<std::size_t>(RatingField::Form) + 1);
static_assert(problem_names.size() == static_cast<std::size_t>(RatingProblem::Offline) + 1);

template <class Enum, std::size_t count>
std::optional<Enum> find_name(const std::array<std::string_view, count>& names, std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

constexpr std::size_t key_limit = 128;

bool is_key(std::string_view key) {
    const auto visible = [](char c) { return c > ' ' && c < '\x7F'; };
    return !key.empty() && key.size() <= key_limit && std::ranges::all_of(key, visible);
}

int parse_level(std::string_view text) {
    if (text.size() != 1) return 0;
    const int level = text[0] - '0';
    return level >= lowest_level && level <= highest_level ? level : 0;
}

struct Checker {
    CheckedRating checked;

    void fail(RatingField field, RatingProblem problem) { checked.errors.push_back({field, problem}); }

    void check_level(std::string_view level) {
        checked.rating.level = parse_level(level);
        if (level.empty()) fail(RatingField::Level, RatingProblem::LevelMissing);
        else if (checked.rating.level == 0) fail(RatingField::Level, RatingProblem::LevelUnknown);
    }

    void check_completed(std::string_view completed) {
        checked.rating.completed = parse_completed(completed);
        if (!completed.empty() && !checked.rating.completed)
            fail(RatingField::Completed, RatingProblem::CompletedUnknown);
    }

    void check_reasons(const std::vector<std::string>& names) {
        std::array<int, reasons.size()> counts{};
        bool unknown = false;
        for (const auto& name : names) {
            const auto reason = parse_reason(name);
            if (reason) ++counts[static_cast<std::size_t>(*reason)];
            else unknown = true;
        }
        for (const auto reason : reasons)
            if (counts[static_cast<std::size_t>(reason)] > 0) checked.rating.reasons.push_back(reason);
        if (unknown) fail(RatingField::Reasons, RatingProblem::ReasonUnknown);
        else if (std::ranges::any_of(counts, [](int count) { return count > 1; }))
            fail(RatingField::Reasons, RatingProblem::ReasonTwice);
    }

    void check_text(std::string_view text) {
        if (!base::is_well_formed(text)) return fail(RatingField::Text, RatingProblem::TextBroken);
        checked.rating.text = clean_text(text);
        if (count_code_points(checked.rating.text) > rating_text_limit)
            fail(RatingField::Text, RatingProblem::TextTooLong);
    }

    void check_key(std::string_view key) {
        if (!is_key(key)) fail(RatingField::Key, RatingProblem::KeyMissing);
    }
};

}  // namespace

std::string_view name_of(Completed completed) { return completed_names[static_cast<std::size_t>(completed)]; }
std::string_view name_of(Reason reason) { return reason_names[static_cast<std::size_t>(reason)]; }
std::string_view name_of(RatingField field) { return field_names[static_cast<std::size_t>(field)]; }
std::string_view name_of(RatingProblem problem) { return problem_names[static_cast<std::size_t>(problem)]; }

std::optional<Completed> parse_completed(std::string_view name) { return find_name<Completed>(completed_names, name); }
std::optional<Reason> parse_reason(std::string_view name) { return find_name<Reason>(reason_names, name); }
std::optional<RatingField> parse_rating_field(std::string_view name) {
    return find_name<RatingField>(field_names, name);
}
std::optional<RatingProblem> parse_rating_problem(std::string_view name) {
    return find_name<RatingProblem>(problem_names, name);
}

CheckedRating check_rating(const RatingDraft& draft) {
    Checker checker;
    checker.check_level(draft.level);
    checker.check_completed(draft.completed);
    checker.check_reasons(draft.reasons);
    checker.check_text(draft.text);
    checker.check_key(draft.key);
    return std::move(checker.checked);
}

}  // namespace domain
