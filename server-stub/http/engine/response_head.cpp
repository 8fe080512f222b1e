#include "server-stub/http/engine/response_head.hpp"

#include <algorithm>
#include <chrono>
#include <format>

namespace http::engine {
namespace {

std::string_view reason_of(int status) {
    switch (status) {
        case 200: return "OK";
        case 201: return "Created";
        case 301: return "Moved Permanently";
        case 302: return "Found";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 400: return "Bad Request";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 408: return "Request Timeout";
        case 413: return "Content Too Large";
        case 414: return "URI Too Long";
        case 415: return "Unsupported Media Type";
        case 417: return "Expectation Failed";
        case 422: return "Unprocessable Content";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 503: return "Service Unavailable";
        case 505: return "HTTP Version Not Supported";
        default: return "Status";
    }
}

bool is_safe_name(std::string_view name) {
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
}

}  // namespace

bool is_safe_value(std::string_view value) {
    return std::ranges::all_of(value, [](char c) { return (c >= ' ' && c != '\x7f') || c < '\0'; });
}

std::string print_http_date(std::time_t seconds) {
    // Names of days and months are English in HTTP, whatever the locale.
    return std::format("{:%a, %d %b %Y %H:%M:%S} GMT", std::chrono::sys_seconds(std::chrono::seconds(seconds)));
}

std::optional<std::string> print_head(int status, std::span<const Header> headers, std::size_t content_length,
                                      Persistence persistence, std::time_t now) {
    std::string out = std::format("HTTP/1.1 {} {}\r\nDate: {}\r\n", status, reason_of(status), print_http_date(now));
    for (const auto& header : headers) {
        if (!is_safe_name(header.name) || !is_safe_value(header.value)) return std::nullopt;
        out.append(header.name).append(": ").append(header.value).append("\r\n");
    }
    // A 304 has no body, and its length would be read as that of the representation.
    if (status != 304) out += std::format("Content-Length: {}\r\n", content_length);
    if (persistence == Persistence::Close) out += "Connection: close\r\n";
    return out += "\r\n";
}

}  // namespace http::engine
