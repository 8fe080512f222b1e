#include <algorithm>
#include <format>
#include <print>

#include "server-stub/commands/commands.hpp"
#include "server-stub/http/route_table.hpp"
#include "server-stub/http/router.hpp"
#include "shared/routes/routes.hpp"

namespace commands {

using config::Config;

namespace {

// The first page of the content that has this pattern; nothing for pages that content does not make.
std::optional<routes::Page> sample_of(std::string_view pattern, const std::vector<service::ContentRow>& content) {
    const auto fits = [&](const routes::Page& page) {
        return http::match(pattern, routes::address_of(page)).has_value();
    };
    // Every address of the JSON interface is that of a page below its root, the country's own page excepted.
    const auto language = base::code_of(base::Language::Ar);
    for (const auto& row : content) {
        auto path = row.address.substr(routes::api_root.size());
        if (path.starts_with("/districts/")) path.replace(0, std::string_view("/districts").size(), "/d");
        for (const auto& tail :
             {std::string(), std::string("/services"), std::string("/news"), std::string("/activities"),
              std::string("/programmes"), std::string("/courts"), std::string("/help"), std::string("/opening")})
            if (const auto page = routes::parse_page(std::format("/{}{}{}", language, path, tail)); page && fits(*page))
                return page;
    }
    const auto national = routes::parse_page(
        std::string("/").append(language).append(pattern.substr(std::string_view("/{lang}").size())));
    return national;
}

// Whether anybody who has its address sees it, and the content has an address of it.
bool is_open(const routes::PageKind& kind) {
    const auto route = std::ranges::find(http::route_table(), kind.pattern, &http::Route::pattern);
    const bool is_second_step = kind.name == "code" || kind.name == "authenticator";
    return !kind.pattern.contains("{code}") && !route->needed && !is_second_step;
}

}  // namespace

// For the tests that visit every page: the patterns, and an address of each in each language where content has one.
Outcome check_routes(const Config& config) {
    const auto content = read_seed(config);
    if (!content) return std::unexpected(content.error());

    std::string all;
    for (const auto& route : http::route_table())
        all += std::format("{}{{\"method\": \"{}\", \"pattern\": \"{}\", \"right\": \"{}\"}}",
                           all.empty() ? "" : ",\n  ", route.method == http::engine::Method::Post ? "POST" : "GET",
                           route.pattern, route.needed ? domain::name_of(*route.needed) : "");
    std::string pages;
    for (const auto& kind : routes::page_kinds()) {
        std::string samples;
        if (const auto sample = is_open(kind) ? sample_of(kind.pattern, *content) : std::nullopt)
            for (const auto language : base::languages)
                samples += std::format("{}\"{}\"", samples.empty() ? "" : ", ",
                                       routes::address_of(routes::in_language(*sample, language)));
        pages += std::format("{}{{\"name\": \"{}\", \"pattern\": \"{}\", \"private\": {}, \"samples\": [{}]}}",
                             pages.empty() ? "" : ",\n  ", kind.name, kind.pattern, kind.is_private, samples);
    }
    std::println("{{\"pages\": [\n  {}\n], \"routes\": [\n  {}\n]}}", pages, all);
    return {};
}

Outcome check_data(const Config& config) {
    auto opened = open_given_store(config);
    if (!opened) return std::unexpected(opened.error());
    const auto verdict = opened->store->integrity();
    if (!verdict) return std::unexpected(verdict.error());
    if (*verdict != "ok") return trouble("the database is damaged: " + *verdict);
    std::println("The data in {} are whole.", config.data.string());
    return {};
}

Outcome check_audit(const Config& config) {
    auto opened = open_given_store(config);
    if (!opened) return std::unexpected(opened.error());
    const auto broken = opened->store->items().first_broken_audit_row();
    if (!broken) return std::unexpected(broken.error());
    if (*broken) return trouble(std::format("the audit log is broken at row {}", **broken));
    std::println("The audit log in {} is whole.", config.data.string());
    return {};
}

}  // namespace commands
