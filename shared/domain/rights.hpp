// Who may do what, and where: the one table of rights.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shared/domain/account.hpp"

namespace domain {

enum class Right : std::uint8_t {
    OwnAccount,          // See, correct, take along and delete it.
    EnterDesk,           // See what one's own role may do.
    ReadPeople,          // Who works at the desk of a district.
    InvitePeople,        // Give somebody a role.
    ChangePeople,        // Give another role, or none.
    ReadItems,           // What a court publishes, with its drafts and their history.
    EditItems,           // Write, save, submit.
    ReviewItems,         // Accept what others wrote, or send it back.
    PublishItems,        // Publish, schedule, archive.
    EmergencyNotice,     // Announce a notice without the long way.
    ReadAudit,           // Who did what, and when.
    LeaveRemarks,        // Say what a page of a portal lacks that is being prepared.
    ReadVoice,           // What people say to a court, also what is not public.
    Moderate,            // Publish it, refer it, or say why not.
    AnswerVoice,         // Acknowledge it and answer for the court.
    OpenSealed,          // Read it as it was before a moderator replaced passages, for a reason that is kept.
    AssignVoice,         // Give it to a colleague.
    SetModerationRules,  // Choose by which rules a portal holds what people say.
};
inline constexpr std::array rights{
    Right::OwnAccount, Right::EnterDesk,    Right::ReadPeople,        Right::InvitePeople, Right::ChangePeople,
    Right::ReadItems,  Right::EditItems,    Right::ReviewItems,       Right::PublishItems, Right::EmergencyNotice,
    Right::ReadAudit,  Right::LeaveRemarks, Right::ReadVoice,         Right::Moderate,     Right::AnswerVoice,
    Right::OpenSealed, Right::AssignVoice,  Right::SetModerationRules};
std::string_view name_of(Right needed);  // "read-people"

enum class Reach : std::uint8_t { Nowhere, OwnDistrict, Everywhere };
Reach reach_of(Role role, Right needed);

// `own` is the district that the role belongs to, `district` the one that the request is about; empty where it is
// about none.
bool may(Role role, std::string_view own, Right needed, std::string_view district);
// Nobody gives a role that may do more than their own; only the roles of a district are given at a desk.
bool may_give(Role giver, Role given);

}  // namespace domain
