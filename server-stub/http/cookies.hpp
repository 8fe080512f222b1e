// The cookies of a request, and those that a sign-in sets.
#pragma once

#include <string>
#include <string_view>

#include "server-stub/http/engine/message.hpp"

namespace http {

// Of a Cookie header, the first of this name; empty when there is none.
std::string_view find_cookie(std::string_view cookies, std::string_view name);

inline constexpr std::string_view session_cookie = "__Host-session";  // Gone with the browser.
inline constexpr std::string_view device_cookie = "__Host-device";    // Half a year.

inline constexpr std::string_view author_cookie = "__Host-author";  // Of the last contribution that was sent or shown.
inline constexpr std::string_view wanted_cookie = "__Host-wanted";  // The path that asked for a sign-in.

// No script reads them, no other site's form sends them. An empty session ends the cookie.
void keep_session(engine::Response& response, std::string_view token);
void keep_device(engine::Response& response, std::string_view token);
// For a quarter of an hour; an empty path ends it.
void keep_wanted(engine::Response& response, std::string_view path);
void keep_author(engine::Response& response, std::string_view value, int seconds);

}  // namespace http
