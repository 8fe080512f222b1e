#include "shared/domain/contribution_draft.hpp"

#include <algorithm>

#include "shared/base/id.hpp"
#include "shared/base/utf8.hpp"
#include "shared/domain/text.hpp"

namespace domain {
namespace {

constexpr std::array<std::string_view, 5> field_names{"kind", "service", "text", "key", "form"};
constexpr std::array<std::string_view, draft_problem_count> problem_names{
    "kind-missing", "service-unknown", "service-missing", "text-missing", "text-too-long", "text-broken",
    "key-missing",  "key-conflict",    "too-many",        "malformed",    "unavailable"};
constexpr std::size_t key_limit = 128;

bool is_key(std::string_view key) {
    return !key.empty() && key.size() <= key_limit &&
           std::ranges::all_of(key, [](char c) { return c > ' ' && c < '\x7F'; });
}

}  // namespace

std::string_view name_of(ContributionField field) { return field_names[static_cast<std::size_t>(field)]; }
std::string_view name_of(DraftProblem problem) { return problem_names[static_cast<std::size_t>(problem)]; }

CheckedContribution check_contribution(const ContributionDraft& draft) {
    using enum DraftProblem;
    CheckedContribution checked{.kind = {}, .service = draft.service, .text = {}, .errors = {}};
    const auto fail = [&](ContributionField field, DraftProblem problem) {
        checked.errors.push_back({field, problem});
    };

    const auto kind = parse_contribution_kind(draft.kind);
    if (kind && std::ranges::contains(draft_kinds, *kind)) checked.kind = *kind;
    else fail(ContributionField::Kind, KindMissing);

    if (!draft.service.empty() && !base::is_slug(draft.service)) fail(ContributionField::Service, ServiceUnknown);
    else if (draft.service.empty() && kind == ContributionKind::OtherPaper)
        fail(ContributionField::Service, ServiceMissing);

    if (!base::is_well_formed(draft.text)) {
        fail(ContributionField::Text, TextBroken);
    } else {
        checked.text = trimmed(clean_text(draft.text));
        if (checked.text.empty()) fail(ContributionField::Text, TextMissing);
        else if (count_code_points(checked.text) > contribution_text_limit) fail(ContributionField::Text, TextTooLong);
    }
    if (!is_key(draft.key)) fail(ContributionField::Key, KeyMissing);
    return checked;
}

}  // namespace domain
