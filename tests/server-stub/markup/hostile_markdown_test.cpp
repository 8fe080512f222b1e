// Texts that cost parsers of Markdown more than their length: each kind at twice the size takes about twice the time.
#include <algorithm>
#include <ctime>
#include <doctest/doctest.h>
#include <string>

#include "server-stub/markup/markdown.hpp"

namespace {

// What the sanitizers do beside it is not linear: with them each text is read once, and time is judged without them.
#if __has_feature(address_sanitizer)
constexpr bool is_timed = false;
#else
constexpr bool is_timed = true;
#endif

std::string repeated(std::string_view part, std::size_t bytes) {
    std::string out;
    while (out.size() + part.size() <= bytes) out += part;
    return out;
}

// `bytes` of `part`, in paragraphs that are as long as is allowed.
std::string filled(std::string_view part, std::size_t bytes) {
    std::string out;
    const auto paragraph = repeated(part, markup::paragraph_bytes_limit - 64);
    while (out.size() + paragraph.size() + 2 <= bytes) out += paragraph + "\n\n";
    return out;
}

// Of the processor: what else the machine does costs nothing here.
double milliseconds_of(const std::string& markdown) {
    double best = 1e9;
    for (int i = 0; i < (is_timed ? 3 : 1); ++i) {
        const auto start = std::clock();
        const auto blocks = markup::blocks_of(markdown);
        best = std::min(best, 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
        if (blocks) CHECK(domain::is_sound(*blocks));
    }
    return best;
}

// What is known to have cost this or another parser more than linear time.
constexpr std::string_view parts[] = {"[",
                                      "]",
                                      "[a](",
                                      "[](",
                                      "![",
                                      "*a ",
                                      "_a ",
                                      "*a _a ",
                                      "**a *a ",
                                      "a** ",
                                      "***a ",
                                      "*",
                                      "_",
                                      "`",
                                      "`a``",
                                      "``` ",
                                      "<",
                                      "<a ",
                                      "<https:",
                                      "<a@",
                                      "&",
                                      "&a",
                                      "&#x",
                                      "\\",
                                      "(",
                                      "[a](<b",
                                      "[ (](",
                                      "[a][",
                                      "[a]: ",
                                      "[[a]](/b)",
                                      "![[]()",
                                      "*a**a",
                                      "<!--",
                                      "<?",
                                      "<![CDATA[",
                                      "a\n",
                                      "- a\n",
                                      "1. a\n",
                                      "> a\n",
                                      "- - - - a\n",
                                      "> > > > a\n",
                                      "# \n",
                                      "\xF0\x9D\x9F\x98",
                                      "\n\n\n",
                                      "-\n",
                                      "*\n",
                                      "---\n",
                                      "===\n",
                                      "a\n===\n",
                                      "<b>",
                                      "[a](/b)",
                                      "**a**",
                                      "&amp;",
                                      "a\\\n",
                                      "a  \n",
                                      "~",
                                      "|",
                                      "$",
                                      "![a](b ",
                                      "[a](b \"",
                                      "[a](b '",
                                      "`\n",
                                      "\t- a\n",
                                      "  1) a\n"};

}  // namespace

TEST_SUITE("server-stub/markup/hostile") {
    TEST_CASE("no text costs more than its length") {
        double worst = 0;
        std::string_view worst_part;
        for (const auto part : parts) {
            CAPTURE(part);
            const auto half = milliseconds_of(filled(part, markup::markdown_bytes_limit / 2));
            const auto whole = milliseconds_of(filled(part, markup::markdown_bytes_limit));
            if (is_timed) CHECK(whole < 3 * half + 25);
            if (whole > worst) {
                worst = whole;
                worst_part = part;
            }
        }
        MESSAGE("the dearest: '" << worst_part << "' " << worst << " ms");
        if (is_timed) CHECK(worst < 1000);
    }

    TEST_CASE("what is over a limit is refused before it is parsed") {
        using markup::blocks_of;
        CHECK_FALSE(blocks_of(std::string(markup::markdown_bytes_limit + 1, 'a')));
        CHECK_FALSE(blocks_of(std::string(markup::paragraph_bytes_limit + 1, 'a')));
        CHECK_FALSE(blocks_of(repeated("> ", 100) + "a"));
        CHECK_FALSE(blocks_of(repeated("- ", 100) + "a"));
        CHECK_FALSE(blocks_of(repeated("1. ", 100) + "a"));
        CHECK_FALSE(blocks_of("- a\n" + std::string(40, ' ') + "- b"));
        CHECK_FALSE(blocks_of(repeated("a\n\n", 3 * (domain::blocks_limit + 1))));
        CHECK_FALSE(blocks_of(repeated("- a\n", 4 * (domain::list_limit + 1))));
        CHECK_FALSE(blocks_of(repeated("[a](/b) ", 8 * (domain::body_spans_limit + 1))));
        CHECK(blocks_of(repeated("a\n\n", 3 * domain::blocks_limit)));
        CHECK(blocks_of(std::string(40, '*')));
    }
}
