// What a page must do once it is added, asked of a pattern of the table of addresses alone: "/{lang}/reception".
// Nothing here names the page: everything that it needs has come by itself.
#include <cstdio>
#include <print>
#include <string>

#include "shared/document/html.hpp"
#include "shared/document/invariants.hpp"
#include "shared/pages/book.hpp"

namespace {

int failures = 0;

void check(bool is_true, const std::string& sentence) {
    if (is_true) return;
    ++failures;
    std::println(stderr, "not true: {}", sentence);
}

// Two districts, the rest of the world is on its way.
pages::Known known_at(const std::string& address) {
    static const domain::Answer districts = domain::List(std::vector<domain::District>(2));
    return {.answer = address == routes::api_districts() ? &districts : nullptr};
}

std::string address_in(base::Language language, std::string pattern) {
    const std::string placeholder = "{lang}";
    return pattern.replace(pattern.find(placeholder), placeholder.size(), base::code_of(language));
}

void check_sound(const doc::Document& document, const std::string& address) {
    for (const auto& sentence : doc::broken_invariants(document)) check(false, address + ": " + sentence);
    check(document.address == address, address + " names itself");
}

void check_in(base::Language language, const std::string& pattern) {
    const auto address = address_in(language, pattern);
    const auto page = routes::parse_page(address);
    check(page.has_value(), address + " is a page");
    if (!page) return;
    check(routes::address_of(*page) == address, address + " is its own address");
    check(routes::language_of(*page) == language, address + " is in its language");
    check(pattern.ends_with(routes::kind_of(*page)), address + " is reported by its name");
    check(!pages::questions_of(*page, known_at).empty(), address + " asks for what it shows");

    const i18n::Text tr(language);
    check_sound(pages::page_of(tr, *page, [](const std::string&) { return pages::Known(); }), address);
    const auto document = pages::page_of(tr, *page, known_at);
    check_sound(document, address);
    const auto html = doc::to_html(document);
    check(html.contains("<h1"), address + " has a title");
    check(html.contains('2'), address + " shows what it asked for");
}

}  // namespace

int main(int count, char** words) {
    const std::string pattern = count == 2 ? words[1] : "";
    bool is_in_table = false;
    for (const auto& kind : routes::page_kinds()) is_in_table |= kind.pattern == pattern;
    check(is_in_table, pattern + " is in the table of addresses, by which server and tests go");
    for (const auto language : base::languages)
        if (is_in_table) check_in(language, pattern);
    return failures == 0 ? 0 : 1;
}
