// A JSON value that keeps the order of its members, and its strict reading and writing.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "shared/wire/limits.hpp"
#include "shared/wire/problem.hpp"

namespace wire::detail {

// Kept as it was written, so that a value which is only passed on does not change.
struct Number {
    std::string text;
    bool is_integer = false;
    bool operator==(const Number&) const = default;
};

struct Json;
struct Member;
using JsonList = std::vector<Json>;
using JsonObject = std::vector<Member>;

struct Json {
    std::variant<std::nullptr_t, bool, Number, std::string, JsonList, JsonObject> value;

    // Defined where Member is known.
    Json();
    Json(bool flag);
    Json(int number);
    Json(Number number);
    Json(const char* text);
    Json(std::string_view text);
    Json(std::string text);
    Json(JsonList items);
    Json(JsonObject members);

    template <class Kind>
    const Kind* as() const {
        return std::get_if<Kind>(&value);
    }
    bool is_null() const { return as<std::nullptr_t>() != nullptr; }

    bool operator==(const Json&) const;
};

struct Member {
    std::string name;
    Json value;
    bool operator==(const Member&) const;
};

Decoded<Json> parse(std::string_view text, const Limits& limits);
// Without spaces. Broken UTF-8 becomes U+FFFD, so the result is always JSON.
std::string write(const Json& json);

// One more reference token of a JSON pointer, with its escapes.
std::string pointer_token(std::string_view name);

}  // namespace wire::detail
