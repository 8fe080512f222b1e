// What a person must know before going to a court. What the court has not given yet is empty, and said so.
#pragma once

#include <cstdint>
#include <vector>

#include "shared/domain/contact.hpp"
#include "shared/domain/district.hpp"

namespace domain {

enum class CourtKind : std::uint8_t { Appeal, FirstInstance };

// The court of appeal has no slug of its own in the lists: within its district it is this one.
inline constexpr std::string_view appeal_slug = "cour-appel";

struct CourtSheet {
    CourtId id;
    DistrictId district;
    base::LocalizedText name;
    CourtKind kind = CourtKind::FirstInstance;
    std::string source;  // Where the court was found; empty when it is still to be verified.
    Fact address;
    std::vector<Fact> access;  // For disabled people.
    std::vector<Contact> contacts;
    std::vector<Fact> hears;
    std::vector<Fact> sections;
    bool operator==(const CourtSheet&) const = default;
};

}  // namespace domain
