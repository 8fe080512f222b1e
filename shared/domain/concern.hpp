// Why a contribution waits for a person before it is public.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace domain {

enum class Concern : std::uint8_t {
    Insult,
    Threat,
    Hate,
    Sexual,
    PhoneNumber,     // Also one's own.
    IdentityNumber,  // Of a national card; also one's own.
    CaseNumber,
    AboutACase,  // A trial, a verdict or an appeal of one's own.
    NamesJudge,
    NamesParty,
    AccusesPerson,  // Somebody who can be recognised, by name or by desk.
    LinkSpam,
    Advertising,
    Campaign,
    DoxingAddress,
    BribeOffer,
    LikelyHarm,         // No rule spoke; the program thought so as a whole, and may be wrong.
    FirstContribution,  // Of somebody of whom nothing was read yet: no word of the text raises it.
};
inline constexpr std::size_t concern_count = static_cast<std::size_t>(Concern::FirstContribution) + 1;
using Concerns = std::array<bool, concern_count>;

// "about-a-case": stable, for logs and files.
std::string_view name_of(Concern concern);
std::optional<Concern> parse_concern(std::string_view name);

// Is referred to the court without anybody else reading it, and never published.
bool is_private(Concern concern);
// What a program sees for certain: a number, an address. Of all others a rule may err.
bool is_certain(Concern concern);

}  // namespace domain
