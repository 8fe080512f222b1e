#include "shared/wire/contribution.hpp"

#include "shared/wire/detail/contribution_tables.hpp"
#include "shared/wire/detail/tables.hpp"

namespace wire {

std::string encode(const Contribution& contribution) { return detail::encode_text(contribution); }
std::string encode(const List<Contribution>& contributions) { return detail::encode_text(contributions); }

Decoded<NewContribution> decode_new_contribution(std::string_view json) {
    return detail::decode_text<NewContribution>(json, request_limits);
}
Decoded<ContributionMove> decode_contribution_move(std::string_view json) {
    return detail::decode_text<ContributionMove>(json, request_limits);
}

Decoded<AssignmentAsked> decode_assignment_asked(std::string_view json) {
    return detail::decode_text<AssignmentAsked>(json, request_limits);
}

Decoded<VerdictSaid> decode_verdict_said(std::string_view json) {
    return detail::decode_text<VerdictSaid>(json, request_limits);
}

}  // namespace wire
