#include "server-stub/service/visitor_class.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace service {
namespace {

constexpr std::size_t longest_read = 512;  // Of the header; no browser's is longer.

constexpr std::array<std::string_view, 31> robot_words{
    "bot",       "crawl",     "spider",     "slurp",      "archiver",    "facebookexternalhit",
    "headless",  "phantomjs", "selenium",   "puppeteer",  "playwright",  "lighthouse",
    "pagespeed", "pingdom",   "uptime",     "monitor",    "healthcheck", "curl/",
    "wget/",     "libwww",    "python",     "scrapy",     "aiohttp",     "go-http-client",
    "java/",     "axios/",    "node-fetch", "httpclient", "feedfetcher", "ruby",
    "scanner"};

using Word = std::pair<std::string_view, std::string_view>;  // What stands in the header, what it means.
// The first that is found counts: what imitates others stands before them.
constexpr std::array<Word, 7> systems{{{"android", "android"},
                                       {"iphone", "ios"},
                                       {"ipad", "ios"},
                                       {"windows", "windows"},
                                       {"mac os", "mac"},
                                       {"cros", "cros"},
                                       {"linux", "linux"}}};
constexpr std::array<Word, 9> families{{{"edg", "edge"},
                                        {"opr/", "opera"},
                                        {"samsungbrowser", "samsung"},
                                        {"firefox", "firefox"},
                                        {"fxios", "firefox"},
                                        {"crios", "chrome"},
                                        {"chrome", "chrome"},
                                        {"safari", "safari"},
                                        {"opera", "opera"}}};

std::string lower_case(std::string_view text) {
    std::string lower(text.substr(0, longest_read));
    for (auto& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

template <std::size_t count>
std::string_view first_of(const std::array<Word, count>& words, std::string_view text) {
    const auto* found = std::ranges::find_if(words, [&](const Word& word) { return text.contains(word.first); });
    return found == words.end() ? "other" : found->second;
}

// Cubot is a make of telephones.
void blank_telephones(std::string& text) {
    for (auto place = text.find("cubot"); place != std::string::npos; place = text.find("cubot", place + 1))
        text.replace(place, 5, "     ");
}

}  // namespace

bool is_robot(std::string_view user_agent) {
    auto text = lower_case(user_agent);
    blank_telephones(text);
    if (text.find_first_not_of(' ') == std::string::npos) return true;
    return std::ranges::any_of(robot_words, [&](std::string_view word) { return text.contains(word); });
}

std::string visitor_class(std::string_view user_agent) {
    const auto text = lower_case(user_agent);
    return std::string(first_of(systems, text)).append("/").append(first_of(families, text));
}

}  // namespace service
