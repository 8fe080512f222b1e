// How a court is reached: a number or an address, the same in all languages, and what is said of it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/domain/provenance.hpp"

namespace domain {

enum class ContactKind : std::uint8_t { Telephone, Fax, Email, Website };
// As values and JSON say it, in the order of the kinds.
inline constexpr std::array<std::string_view, 4> contact_kind_names{"telephone", "fax", "email", "website"};
std::optional<ContactKind> parse_contact_kind(std::string_view name);

// With a kind and a value its text is a label, perhaps none: "Front office". Without them the text is all there is.
struct Contact : Fact {
    std::optional<ContactKind> kind{};
    std::string value{};  // As `printed_contact` gives it.
    bool operator==(const Contact&) const = default;
};

// As it is kept and shown, whichever way it was typed: "+212 5 37 21 37 00", "greffe@court.example",
// "https://court.example". Nothing where it is no value of its kind. What was printed stays as it is.
std::optional<std::string> printed_contact(ContactKind kind, std::string_view typed);

// Where it leads: "tel:+212537213700", "mailto:greffe@court.example". Empty where a page may lead nowhere.
std::string link_of(const Contact& contact);

}  // namespace domain
