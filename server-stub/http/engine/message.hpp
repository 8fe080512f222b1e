// A request as the handlers see it and the response they give: plain data, whatever carries it.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace http::engine {

enum class Method : std::uint8_t { Get, Head, Post, Other };

struct Header {
    std::string name;
    std::string value;
    bool operator==(const Header&) const = default;
};

struct Request {
    std::string id;  // Ours, for the log and the answer's X-Request-Id.
    Method method = Method::Get;
    std::string target;           // As sent: "/ar/receipt/1234?skin=html". May be empty when it could not be read.
    std::vector<Header> headers;  // Names in lower case.
    std::string body;
    std::uint64_t network = 0;              // Salted hash of the client's /24 or /64.
    std::array<std::uint8_t, 16> prefix{};  // That /24 or /64, for the count of visitors: never stored, never logged.

    std::string_view header(std::string_view lower_case_name) const;  // Empty when absent.
};

// A body that is made for one response, or kept and shared by many.
using Body = std::variant<std::string, std::shared_ptr<const std::string>>;
std::string_view bytes_of(const Body& body);

struct Response {
    int status = 200;
    std::vector<Header> headers;
    Body body;

    void set(std::string_view name, std::string value) { headers.push_back({std::string(name), std::move(value)}); }
};

// Why the engine does not let a request through to the handlers.
enum class Refusal : std::uint8_t {
    Malformed,       // 400: breaks the grammar of HTTP, or could be read in two ways.
    TimedOut,        // 408
    BodyTooLarge,    // 413
    TargetTooLong,   // 414
    Encoded,         // 415: a compressed body.
    Expectation,     // 417
    HeadTooLarge,    // 431
    VersionUnknown,  // 505
    Busy,            // 503: too many large bodies on their way at once.
};
int status_of(Refusal refusal);

// Answers one request, once, from any thread.
using Respond = std::function<void(Response)>;

struct Application {
    std::function<void(Request, Respond)> handle;
    // The request holds what could be read of it.
    std::function<Response(const Request&, Refusal)> refuse;
    // The most bytes that the body may have, asked when the head is there; the engine's own limit where it is larger.
    std::function<std::size_t(const Request&)> body_limit = [](const Request&) { return std::size_t{0}; };
};

}  // namespace http::engine
