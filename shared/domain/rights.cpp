#include "shared/domain/rights.hpp"

namespace domain {
namespace {

using enum Reach;

constexpr std::array<std::string_view, rights.size()> names_of_rights{"own-account", "enter-desk", "read-people",
                                                                      "invite-people", "change-people"};

// Rows are roles, columns rights, both in their order. The ministry reads everywhere and writes nowhere.
constexpr std::array<std::array<Reach, rights.size()>, roles.size()> table{{
    // own account  desk         read people  invite       change
    {Everywhere, Nowhere, Nowhere, Nowhere, Nowhere},                  // citizen
    {Everywhere, OwnDistrict, Nowhere, Nowhere, Nowhere},              // partner
    {Everywhere, OwnDistrict, Nowhere, Nowhere, Nowhere},              // editor
    {Everywhere, OwnDistrict, Nowhere, Nowhere, Nowhere},              // reviewer
    {Everywhere, OwnDistrict, Nowhere, Nowhere, Nowhere},              // moderator
    {Everywhere, OwnDistrict, OwnDistrict, OwnDistrict, Nowhere},      // court head
    {Everywhere, Everywhere, Everywhere, Nowhere, Nowhere},            // ministry
    {Everywhere, OwnDistrict, OwnDistrict, OwnDistrict, OwnDistrict},  // administrator
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
    for (const auto needed : rights)
        if (reach_of(given, needed) > reach_of(giver, needed)) return false;
    return true;
}

}  // namespace domain
