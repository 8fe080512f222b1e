// Finds the route of a request: pure, so that it can be tested and fuzzed without a socket.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server-stub/http/engine/message.hpp"
#include "shared/base/language.hpp"

namespace http {

// "/{lang}/d/{district}": {lang} takes a language, {code} anything, {image} the name of a picture, every other name a
// slug.
using Pattern = std::string_view;

class PathValues {
public:
    void add(std::string_view name, std::string value) { values_.emplace_back(name, std::move(value)); }
    const std::string& operator[](std::string_view name) const;  // Empty where the pattern has no such name.
    base::Language language() const;                             // Arabic where there is none.

private:
    std::vector<std::pair<std::string_view, std::string>> values_;
};

// `path` as it stands in the request. Escapes are decoded within a segment: an escaped slash never makes two of it.
std::optional<PathValues> match(Pattern pattern, std::string_view path);

struct Target {
    std::string_view path;
    std::string_view query;  // Without its question mark.
};
Target split_target(std::string_view target);

}  // namespace http
