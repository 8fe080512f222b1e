// What a person says about a service, the rules of its fields, and the receipt that is kept.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.hpp"
#include "shared/base/language.hpp"
#include "shared/domain/receipt_code.hpp"
#include "shared/domain/service_sheet.hpp"
#include "shared/domain/text.hpp"

namespace domain {

inline constexpr int lowest_level = 1;                  // Very dissatisfied.
inline constexpr int highest_level = 5;                 // Very satisfied.
inline constexpr std::size_t rating_text_limit = 1200;  // Unicode code points.

enum class Completed : std::uint8_t { Yes, Partly, No };
enum class Reason : std::uint8_t { Waiting, Information, ExtraPapers, Welcome, Access, Language, Cost, Other };

inline constexpr std::array completed_answers{Completed::Yes, Completed::Partly, Completed::No};
inline constexpr std::array reasons{Reason::Waiting, Reason::Information, Reason::ExtraPapers, Reason::Welcome,
                                    Reason::Access,  Reason::Language,    Reason::Cost,        Reason::Other};

// Wire names, the values of form fields and of JSON: "yes", "extra-papers".
std::string_view name_of(Completed completed);
std::string_view name_of(Reason reason);
std::optional<Completed> parse_completed(std::string_view name);
std::optional<Reason> parse_reason(std::string_view name);

struct Rating {
    int level = 0;  // lowest_level to highest_level
    std::optional<Completed> completed;
    std::vector<Reason> reasons;  // Each at most once, in the order of the enum.
    std::string text;             // UTF-8, NFC not required, line ends are \n.
    bool operator==(const Rating&) const = default;
};

// What was typed into the form, right or wrong: kept until it is sent, so that nothing is lost.
struct RatingDraft {
    std::string level;
    std::string completed;
    std::vector<std::string> reasons;
    std::string text;
    std::string key;  // Idempotency key.
    bool operator==(const RatingDraft&) const = default;
};

enum class RatingField : std::uint8_t { Level, Completed, Reasons, Text, Key, Form };
enum class RatingProblem : std::uint8_t {
    LevelMissing,
    LevelUnknown,
    CompletedUnknown,
    ReasonUnknown,
    ReasonTwice,
    TextTooLong,
    TextBroken,
    KeyMissing,
    KeyConflict,
    FieldUnknown,
    FieldTwice,
    WrongType,
    TooLarge,
    Malformed,
    TooMany,
    Unavailable,
    Offline,
};
std::string_view name_of(RatingField field);      // "level", "text"
std::string_view name_of(RatingProblem problem);  // "level-missing": stable, part of a problem's `type`
std::optional<RatingProblem> parse_rating_problem(std::string_view name);
std::optional<RatingField> parse_rating_field(std::string_view name);

struct RatingError {
    RatingField field = RatingField::Form;
    RatingProblem problem = RatingProblem::Malformed;
    bool operator==(const RatingError&) const = default;
};

// Checks each field by the rules above; all errors at once, in the order of the form.
// Bidi overrides and other controls are removed from the text (`clean_text`), broken UTF-8 is TextBroken.
struct CheckedRating {
    Rating rating;
    std::vector<RatingError> errors;  // `rating` is usable when this is empty.
};
CheckedRating check_rating(const RatingDraft& draft);

struct Receipt {
    ReceiptCode code;
    DistrictId district;
    ServiceId service;
    Rating rating;
    base::Language language = base::Language::Ar;  // Of the page that the rating was sent from.
    base::Instant received_at;
    base::Date received_on;  // In Morocco, resolved by the server.
    bool operator==(const Receipt&) const = default;
};

}  // namespace domain
