// Heads of requests and addresses of all kinds: nothing crashes, nothing is read in two ways, no slug holds a slash.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "server-stub/http/engine/request_head.hpp"
#include "server-stub/http/language_choice.hpp"
#include "server-stub/http/preferences.hpp"
#include "server-stub/http/router.hpp"
#include "shared/base/pairs.hpp"
#include "shared/routes/routes.hpp"

namespace {

constexpr std::string_view patterns[] = {"/", "/{lang}", "/{lang}/d/{district}/services/{service}/rating",
                                         "/{lang}/receipt/{code}", "/api/v1/districts/{district}/services"};

void must(bool holds) {
    if (!holds) std::abort();
}

void check_path(std::string_view path) {
    for (const auto pattern : patterns) {
        const auto values = http::match(pattern, path);
        if (!values) continue;
        for (const auto name : {"district", "service"})
            must((*values)[name].empty() || routes::is_slug((*values)[name]));
    }
    // An address that is understood is spelled back to one that means the same.
    if (const auto page = routes::parse_page(path)) must(routes::parse_page(routes::address_of(*page)) == page);
}

void check_head(std::string_view bytes) {
    const auto length = http::engine::head_length(bytes);
    must(length <= bytes.size());
    if (length == 0) return;
    const auto head = http::engine::parse_head(bytes.substr(0, length));
    if (!head) return;
    must(!(head->chunked && head->content_length > 0));
    for (const auto& header : head->headers) must(header.value.find_first_of("\r\n") == std::string::npos);
    const auto target = http::split_target(head->target);
    check_path(target.path);
    (void)base::parse_pairs(target.query);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    check_head(bytes);
    check_path(bytes);
    (void)http::choose_language(bytes);
    (void)http::read_preferences(bytes);
    return 0;
}
