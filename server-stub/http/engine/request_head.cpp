#include "server-stub/http/engine/request_head.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace http::engine {
namespace {

constexpr std::string_view line_end = "\r\n";
constexpr std::size_t length_digits_limit = 18;

// RFC 9110, section 5.6.2.
bool is_token(std::string_view text) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("!#$%&'*+-.^_`|~").contains(c);
    };
    return !text.empty() && std::ranges::all_of(text, allowed);
}

bool is_field_value(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c == '\t' || (c >= ' ' && c != '\x7f') || c < '\0'; });
}

bool is_target(std::string_view text) {
    return text.starts_with('/') && std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
}

std::string lower_case(std::string_view text) {
    std::string out(text);
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

Method parse_method(std::string_view name) {
    if (name == "GET") return Method::Get;
    if (name == "HEAD") return Method::Head;
    if (name == "POST") return Method::Post;
    return Method::Other;
}

enum class Version { Http10, Http11 };

struct RequestLine {
    Method method;
    std::string_view target;
    Version version;
};

// Takes one line off `rest`, without its end.
std::optional<std::string_view> take_line(std::string_view& rest) {
    const auto end = rest.find(line_end);
    if (end == std::string_view::npos) return std::nullopt;
    const auto line = rest.substr(0, end);
    rest.remove_prefix(end + line_end.size());
    return line;
}

std::expected<RequestLine, RefusedHead> parse_request_line(std::string_view line) {
    const auto first = line.find(' '), last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) return std::unexpected(RefusedHead{Refusal::Malformed, {}});
    const auto method = line.substr(0, first), version = line.substr(last + 1);
    const auto target = line.substr(first + 1, last - first - 1);
    if (!is_token(method) || !is_target(target)) return std::unexpected(RefusedHead{Refusal::Malformed, {}});
    if (target.size() > target_limit)
        return std::unexpected(RefusedHead{Refusal::TargetTooLong, std::string(target.substr(0, target_limit))});
    if (!version.starts_with("HTTP/")) return std::unexpected(RefusedHead{Refusal::Malformed, std::string(target)});
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return std::unexpected(RefusedHead{Refusal::VersionUnknown, std::string(target)});
    return RequestLine{parse_method(method), target, version == "HTTP/1.1" ? Version::Http11 : Version::Http10};
}

std::optional<Header> parse_field(std::string_view line) {
    const auto colon = line.find(':');
    // A folded line begins with a space, so its name is no token either.
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return std::nullopt;
    const auto value = trimmed(line.substr(colon + 1));
    if (!is_field_value(value)) return std::nullopt;
    return Header{lower_case(line.substr(0, colon)), std::string(value)};
}

// Fields whose repetition, or a list in them, two servers may read in two ways.
bool at_most_once(const std::vector<Header>& headers, std::string_view name) {
    return std::ranges::count(headers, name, &Header::name) <= 1;
}

const std::string* find(const std::vector<Header>& headers, std::string_view name) {
    const auto found = std::ranges::find(headers, name, &Header::name);
    return found == headers.end() ? nullptr : &found->value;
}

// Fills in what the fields say about the body and the connection.
std::optional<Refusal> read_framing(RequestHead& head, Version version) {
    for (const auto name : {"host", "content-length", "transfer-encoding", "content-type", "content-encoding", "expect",
                            "idempotency-key"})
        if (!at_most_once(head.headers, name)) return Refusal::Malformed;

    const auto* host = find(head.headers, "host");
    if (version == Version::Http11 && host == nullptr) return Refusal::Malformed;
    if (host && host->find_first_of(" \t/@,") != std::string::npos) return Refusal::Malformed;

    const auto* length = find(head.headers, "content-length");
    if (length) {
        const auto* end = length->data() + length->size();
        if (length->empty() || length->size() > length_digits_limit) return Refusal::Malformed;
        const auto [stop, error] = std::from_chars(length->data(), end, head.content_length);
        if (error != std::errc{} || stop != end) return Refusal::Malformed;
    }
    if (const auto* encoding = find(head.headers, "transfer-encoding")) {
        if (length || version == Version::Http10 || lower_case(*encoding) != "chunked") return Refusal::Malformed;
        head.chunked = true;
    }
    if (const auto* encoding = find(head.headers, "content-encoding"); encoding && lower_case(*encoding) != "identity")
        return Refusal::Encoded;
    if (const auto* expectation = find(head.headers, "expect")) {
        if (lower_case(*expectation) != "100-continue") return Refusal::Expectation;
        head.expects_continue = version == Version::Http11;
    }
    const auto* connection = find(head.headers, "connection");
    head.keep_alive = version == Version::Http11 && !(connection && lower_case(*connection).contains("close"));
    return std::nullopt;
}

}  // namespace

std::size_t head_length(std::string_view bytes) {
    std::size_t line_start = 0;
    for (;;) {
        const auto feed = bytes.find('\n', line_start);
        if (feed == std::string_view::npos) return 0;
        const bool bare = feed == 0 || bytes[feed - 1] != '\r';
        const bool blank = feed == line_start + 1;
        if (bare || blank) return feed + 1;
        line_start = feed + 1;
    }
}

std::expected<RequestHead, RefusedHead> parse_head(std::string_view head) {
    auto rest = head;
    const auto first = take_line(rest);
    if (!first) return std::unexpected(RefusedHead{});
    const auto line = parse_request_line(*first);
    if (!line) return std::unexpected(line.error());

    const auto refused = [&](Refusal refusal) {
        return std::unexpected(RefusedHead{refusal, std::string(line->target)});
    };
    RequestHead parsed{.method = line->method, .target = std::string(line->target)};
    for (;;) {
        const auto next = take_line(rest);
        if (!next) return refused(Refusal::Malformed);
        if (next->empty()) break;
        auto field = parse_field(*next);
        if (!field) return refused(Refusal::Malformed);
        if (parsed.headers.size() == field_limit) return refused(Refusal::HeadTooLarge);
        parsed.headers.push_back(std::move(*field));
    }
    if (!rest.empty()) return refused(Refusal::Malformed);
    if (const auto refusal = read_framing(parsed, line->version)) return refused(*refusal);
    return parsed;
}

}  // namespace http::engine
