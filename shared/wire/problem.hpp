// What is wrong with a JSON text, and the problem documents (RFC 9457) in which the server says so.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/localized_text.hpp"
#include "shared/base/result.hpp"

namespace wire {

// Why a text could not be decoded: the first thing found.
struct Problem {
    std::string pointer;  // RFC 6901, "/reasons/0"; empty for the whole text.
    std::string code;     // Stable, kebab-case: "field-unknown", "too-deep".
    std::string detail;   // A sentence for a developer.
    bool operator==(const Problem&) const = default;
};

template <class T>
using Decoded = std::expected<T, Problem>;

inline constexpr std::string_view problem_media_type = "application/problem+json";

// One error among several of the same request.
struct ProblemEntry {
    std::string code;  // "level-missing"; the document says "/problems/level-missing".
    std::string pointer;
    base::LocalizedText message;
    bool operator==(const ProblemEntry&) const = default;
};

struct ProblemDocument {
    std::string code;   // As in ProblemEntry.
    std::string title;  // English, for a developer.
    int status = 500;
    std::string pointer;
    base::LocalizedText message;       // For the reader, in the four languages.
    std::vector<ProblemEntry> errors;  // Empty when the document itself says all.
    bool operator==(const ProblemDocument&) const = default;
};

std::string encode_problem(const ProblemDocument& document);
Decoded<ProblemDocument> decode_problem(std::string_view json);

// "not-found": the code of a problem that is not about one field.
std::string_view name_of(base::ErrorCode code);
std::optional<base::ErrorCode> parse_error_code(std::string_view name);

}  // namespace wire
