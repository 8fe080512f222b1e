#include "server-stub/http/log.hpp"

#include <chrono>
#include <format>

namespace http {
namespace {

std::string print_instant(base::Instant instant) {
    return std::format("{:%FT%T}Z", std::chrono::sys_time(std::chrono::milliseconds(instant.milliseconds)));
}

std::string print_value(const std::variant<std::string_view, std::int64_t>& value) {
    if (const auto* text = std::get_if<std::string_view>(&value)) return quote_json(*text);
    return std::to_string(std::get<std::int64_t>(value));
}

}  // namespace

std::string quote_json(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out.append(1, '\\').append(1, c);
        else if (c >= ' ' && c < '\x7f') out += c;
        else out += std::format("\\u{:04x}", static_cast<unsigned char>(c));
    }
    return out += '"';
}

void Log::write(std::string_view level, std::string_view event, std::initializer_list<LogField> fields) {
    auto line = std::format(R"({{"time":"{}","level":"{}","event":"{}")", print_instant(clock_()), level, event);
    for (const auto& field : fields) line += std::format(R"(,"{}":{})", field.name, print_value(field.value));
    line += "}\n";
    const std::lock_guard lock(mutex_);
    std::fwrite(line.data(), 1, line.size(), file_);
    std::fflush(file_);
}

}  // namespace http
