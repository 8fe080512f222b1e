#include "shared/domain/rights.hpp"

#include <algorithm>
#include <functional>

namespace domain {
namespace {

using enum Reach;

constexpr std::array<std::string_view, rights.size()> names_of_rights{
    "own-account", "enter-desk",   "read-people",   "invite-people",    "change-people", "read-items",
    "edit-items",  "review-items", "publish-items", "emergency-notice", "read-audit",    "leave-remarks",
    "read-voice",  "moderate",     "answer-voice",  "open-sealed",      "assign-voice",  "set-moderation-rules"};

constexpr auto All = Everywhere;
constexpr auto Own = OwnDistrict;
constexpr auto No = Nowhere;

// Rows are roles, columns rights, both in their order. The ministry reads everywhere and writes nowhere.
constexpr std::array<std::array<Reach, rights.size()>, roles.size()> table{{
    // account desk people      invite change items edit review publish emergency audit remarks      voice moderate
    // answer sealed assign rules
    {All, No, No, No, No, No, No, No, No, No, No, No, No, No, No, No, No, No},                   // citizen
    {All, Own, No, No, No, No, No, No, No, No, No, Own, No, No, No, No, No, No},                 // partner
    {All, Own, No, No, No, Own, Own, No, No, No, No, No, Own, No, Own, No, No, No},              // editor
    {All, Own, No, No, No, Own, Own, Own, No, No, No, No, Own, No, Own, No, No, No},             // reviewer
    {All, Own, No, No, No, Own, No, No, No, Own, No, No, Own, Own, No, No, No, No},              // moderator
    {All, Own, Own, Own, No, Own, Own, Own, Own, Own, Own, Own, Own, Own, Own, Own, Own, Own},   // court head
    {All, All, All, No, No, All, No, No, No, No, All, No, All, No, No, No, No, No},              // ministry
    {All, Own, Own, Own, Own, Own, Own, Own, Own, Own, Own, Own, Own, Own, Own, Own, Own, Own},  // administrator
}};

}  // namespace

std::string_view name_of(Right needed) { return names_of_rights[static_cast<std::size_t>(needed)]; }

Reach reach_of(Role role, Right needed) {
    return table[static_cast<std::size_t>(role)][static_cast<std::size_t>(needed)];
}

bool may(Role role, std::string_view own, Right needed, std::string_view district) {
    switch (reach_of(role, needed)) {
        case Nowhere: return false;
        case OwnDistrict: return district.empty() || district == own;
        case Everywhere: return true;
    }
    return false;
}

bool may_give(Role giver, Role given) {
    if (!has_district(given)) return false;
    const auto& has = table[static_cast<std::size_t>(giver)];
    return std::ranges::equal(table[static_cast<std::size_t>(given)], has, std::less_equal<>());
}

}  // namespace domain
