// Errors as values: a code that chooses the translated message, and a detail for our own log.
#pragma once

#include <cstdint>
#include <expected>
#include <string>

namespace base {

enum class ErrorCode : std::uint8_t {
    NotFound,      // No such thing at this address.
    BadInput,      // What was sent breaks a rule of its format or field.
    TooLarge,      // Over a limit of size, depth or count.
    TooMany,       // Too many tries from one network.
    Conflict,      // Same idempotency key, other values.
    Unauthorised,  // Not this person's.
    Unavailable,   // The store or the server cannot answer now.
    Offline,       // The client reached no server.
    FontUnusable,  // A font's bytes are not a font.
    Internal,      // Our own bug, seen at an edge.
};

struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;  // For the log, never for a reader.

    bool operator==(const Error&) const = default;
};

template <class T>
using Result = std::expected<T, Error>;

}  // namespace base
