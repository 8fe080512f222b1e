#include "server-stub/http/multipart.hpp"

#include <algorithm>

namespace http {
namespace {

constexpr std::string_view line_end = "\r\n";
constexpr std::string_view head_end = "\r\n\r\n";
constexpr std::size_t boundary_limit = 70;  // RFC 2046, section 5.1.1.

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lowered(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), lower);
    return out;
}

bool is_boundary_sign(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("'()+_,-./:=?").contains(c);
}

// Takes `start` off the front.
bool take(std::string_view& text, std::string_view start) {
    if (!text.starts_with(start)) return false;
    text.remove_prefix(start.size());
    return true;
}

// The part of `text` before `mark`, which is taken off the front together with it.
std::optional<std::string_view> take_until(std::string_view& text, std::string_view mark) {
    const auto end = text.find(mark);
    if (end == std::string_view::npos) return std::nullopt;
    const auto before = text.substr(0, end);
    text.remove_prefix(end + mark.size());
    return before;
}

std::optional<std::string_view> boundary_of(std::string_view content_type) {
    const auto mark = content_type.find(';');
    if (mark == std::string_view::npos || lowered(content_type.substr(0, mark)) != "multipart/form-data")
        return std::nullopt;
    auto rest = content_type.substr(mark + 1);
    while (take(rest, " ")) {
    }
    constexpr std::string_view name = "boundary=";
    if (lowered(rest.substr(0, name.size())) != name) return std::nullopt;
    rest.remove_prefix(name.size());
    const bool quoted = rest.size() >= 2 && rest.starts_with('"') && rest.ends_with('"');
    if (quoted) rest = rest.substr(1, rest.size() - 2);
    if (rest.empty() || rest.size() > boundary_limit || !std::ranges::all_of(rest, is_boundary_sign))
        return std::nullopt;
    return rest;
}

// `; name="…"`, with what browsers write for a quotation mark (%22) and line ends left as it is.
std::optional<std::string_view> take_parameter(std::string_view& line, std::string_view name) {
    auto rest = line;
    if (!take(rest, "; ") || !take(rest, name) || !take(rest, "=\"")) return std::nullopt;
    const auto value = take_until(rest, "\"");
    if (value) line = rest;
    return value;
}

bool read_disposition(std::string_view value, FormPart& part) {
    if (!take(value, "form-data")) return false;
    const auto name = take_parameter(value, "name");
    if (!name || name->empty()) return false;
    part.name = *name;
    part.is_file = take_parameter(value, "filename").has_value();
    return value.empty();
}

bool read_head(std::string_view head, FormPart& part) {
    bool has_name = false;
    while (!head.empty()) {
        const auto line = head.substr(0, head.find(line_end));
        head.remove_prefix(std::min(head.size(), line.size() + line_end.size()));
        const auto colon = line.find(": ");
        if (colon == std::string_view::npos || line.contains('\r') || line.contains('\n')) return false;
        const auto name = lowered(line.substr(0, colon));
        const auto value = line.substr(colon + 2);
        if (name == "content-disposition" && !has_name && read_disposition(value, part)) has_name = true;
        else if (name == "content-type" && part.media_type.empty())
            part.media_type = lowered(value.substr(0, value.find_first_of("; ")));
        else return false;
    }
    return has_name;
}

}  // namespace

std::optional<std::vector<FormPart>> parse_multipart(std::string_view content_type, std::string_view body) {
    const auto boundary = boundary_of(content_type);
    const auto mark = "--" + std::string(boundary.value_or(""));
    if (!boundary || !take(body, mark)) return std::nullopt;
    const auto next_mark = std::string(line_end) + mark;
    std::vector<FormPart> parts;
    while (take(body, line_end)) {
        FormPart part;
        const auto head = take_until(body, head_end);
        if (!head || head->size() > form_part_head_limit || !read_head(*head, part)) return std::nullopt;
        const auto bytes = take_until(body, next_mark);
        const bool twice = std::ranges::contains(parts, part.name, &FormPart::name);
        if (!bytes || twice || parts.size() == form_part_limit) return std::nullopt;
        part.bytes = *bytes;
        parts.push_back(std::move(part));
    }
    if (!take(body, "--")) return std::nullopt;
    take(body, line_end);
    return body.empty() ? std::optional(std::move(parts)) : std::nullopt;
}

}  // namespace http
