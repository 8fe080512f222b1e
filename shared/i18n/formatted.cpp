#include "shared/i18n/formatted.hpp"

#include <string_view>

namespace i18n {
namespace {

constexpr std::string_view first_strong_isolate = "\u2068";
constexpr std::string_view pop_directional_isolate = "\u2069";

}  // namespace

std::string plain(const Formatted& formatted) {
    const std::string_view text = formatted.text;
    std::string result;
    std::size_t at = 0;
    for (const auto& isolate : formatted.isolates) {
        result += text.substr(at, isolate.begin - at);
        result += first_strong_isolate;
        result += text.substr(isolate.begin, isolate.end - isolate.begin);
        result += pop_directional_isolate;
        at = isolate.end;
    }
    result += text.substr(at);
    return result;
}

}  // namespace i18n
