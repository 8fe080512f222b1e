// The strict reading of a form that carries a file (multipart/form-data, RFC 7578): what browsers send, and no more.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace http {

struct FormPart {
    std::string name;
    bool is_file = false;    // It came with a file name, which nobody needs.
    std::string media_type;  // In lower case, without parameters; empty where it was not said.
    std::string_view bytes;  // Of the body that was read.
    bool operator==(const FormPart&) const = default;
};

inline constexpr std::size_t form_part_limit = 16;
inline constexpr std::size_t form_part_head_limit = 1024;  // Bytes.

// `content_type` is the request's header. Nothing where either breaks the grammar, a name stands twice or a limit is
// passed. The parts look into `body`.
std::optional<std::vector<FormPart>> parse_multipart(std::string_view content_type, std::string_view body);

}  // namespace http
