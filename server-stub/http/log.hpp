// One JSON object for each line. Nothing that a person typed and no address of a client is ever given to it.
#pragma once

#include <cstdint>
#include <cstdio>
#include <initializer_list>
#include <mutex>
#include <string>
#include <string_view>
#include <variant>

#include "shared/base/clock.hpp"

namespace http {

struct LogField {
    std::string_view name;
    std::variant<std::string_view, std::int64_t> value;
};

class Log {
public:
    Log(std::FILE* file, base::Clock clock) : file_(file), clock_(std::move(clock)) {}

    void write(std::string_view level, std::string_view event, std::initializer_list<LogField> fields);

private:
    std::FILE* file_;
    base::Clock clock_;
    std::mutex mutex_;
};

// With quotes; control characters and bytes that are not ASCII are escaped, so that a line stays a line.
std::string quote_json(std::string_view text);

}  // namespace http
