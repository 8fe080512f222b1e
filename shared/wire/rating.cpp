#include "shared/wire/rating.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "shared/wire/detail/draft.hpp"

namespace wire {
namespace {

using domain::RatingError;
using domain::RatingField;
using domain::RatingProblem;

// What a problem of the text is for the person who rates. The rest is Malformed.
constexpr std::array<std::pair<std::string_view, RatingProblem>, 7> meanings{{
    {"wrong-type", RatingProblem::WrongType},
    {"number-out-of-range", RatingProblem::WrongType},
    {"field-unknown", RatingProblem::FieldUnknown},
    {"field-twice", RatingProblem::FieldTwice},
    {"too-large", RatingProblem::TooLarge},
    {"too-deep", RatingProblem::TooLarge},
    {"too-many-keys", RatingProblem::TooLarge},
}};

// "/reasons/0" lies in Reasons; what is not a field of the rating lies in the form as a whole.
RatingField field_at(std::string_view pointer) {
    if (!pointer.starts_with('/')) return RatingField::Form;
    const auto name = pointer.substr(1, pointer.substr(1).find('/'));
    const auto field = domain::parse_rating_field(name);
    return field && *field < RatingField::Key ? *field : RatingField::Form;
}

RatingField field_of(RatingProblem problem, std::string_view pointer) {
    using enum RatingProblem;
    if (problem == KeyMissing || problem == KeyConflict) return RatingField::Key;
    if (problem == FieldUnknown || problem == TooLarge || problem == Malformed) return RatingField::Form;
    return field_at(pointer);
}

RatingProblem meaning_of(const Problem& problem) {
    if (problem.code == "text-broken" && field_at(problem.pointer) == RatingField::Text)
        return RatingProblem::TextBroken;
    const auto found = std::ranges::find(meanings, problem.code, &decltype(meanings)::value_type::first);
    return found == meanings.end() ? RatingProblem::Malformed : found->second;
}

RatingIssue issue_of(const Problem& problem) {
    const auto meaning = meaning_of(problem);
    return {{field_of(meaning, problem.pointer), meaning}, problem.pointer};
}

// "level-missing" -> "Level missing"
std::string title_of(RatingProblem problem) {
    std::string title(domain::name_of(problem));
    std::ranges::replace(title, '-', ' ');
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
    return title;
}

}  // namespace

std::string encode(const domain::Rating& rating) { return detail::encode_text(rating); }

std::expected<domain::RatingDraft, std::vector<RatingIssue>> parse_rating_json(std::string_view body) {
    const auto json = detail::parse(body, request_limits);
    if (!json) return std::unexpected(std::vector{issue_of(json.error())});

    domain::RatingDraft draft;
    detail::Reader reader;
    detail::decode_fields(detail::RatingRequest::table, *json, reader, draft);
    if (reader.problems().empty()) return draft;

    std::vector<RatingIssue> issues;
    std::ranges::transform(reader.problems(), std::back_inserter(issues), issue_of);
    return std::unexpected(std::move(issues));
}

std::vector<RatingIssue> locate(std::span<const RatingError> errors) {
    std::vector<RatingIssue> issues;
    for (const auto& error : errors) {
        const bool in_body = error.field < RatingField::Key;
        issues.push_back({error, in_body ? detail::pointer_token(domain::name_of(error.field)) : std::string()});
    }
    return issues;
}

ProblemDocument rating_problem(int status, std::span<const RatingIssue> issues, const MessageOf& message_of) {
    assert(!issues.empty() && "a problem document says what is wrong");
    std::vector<ProblemEntry> entries;
    for (const auto& [error, pointer] : issues)
        entries.push_back({std::string(domain::name_of(error.problem)), pointer, message_of(error.problem)});

    ProblemDocument document{.code = entries.front().code,
                             .title = title_of(issues.front().error.problem),
                             .status = status,
                             .pointer = entries.front().pointer,
                             .message = entries.front().message,
                             .errors = {}};
    if (entries.size() > 1) document.errors = std::move(entries);
    return document;
}

std::vector<RatingError> rating_errors(const ProblemDocument& document) {
    std::vector<RatingError> errors;
    const auto add = [&errors](std::string_view code, std::string_view pointer) {
        if (const auto problem = domain::parse_rating_problem(code))
            errors.push_back({field_of(*problem, pointer), *problem});
    };
    if (document.errors.empty()) add(document.code, document.pointer);
    for (const auto& entry : document.errors) add(entry.code, entry.pointer);
    return errors;
}

}  // namespace wire
