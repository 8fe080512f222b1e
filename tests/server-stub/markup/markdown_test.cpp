#include "server-stub/markup/markdown.hpp"

#include <doctest/doctest.h>
#include <string>

#include "server-stub/markup/typed_text.hpp"
#include "tests/support/printed_blocks.hpp"

namespace {

std::string read(std::string_view markdown) {
    const auto blocks = markup::blocks_of(markdown);
    if (!blocks) return "refused: " + blocks.error().detail;
    CHECK(domain::is_sound(*blocks));
    return test::printed(*blocks);
}

struct Row {
    std::string_view markdown;
    std::string_view blocks;
};

void check(std::initializer_list<Row> rows) {
    for (const auto& row : rows) {
        CAPTURE(row.markdown);
        CHECK(read(row.markdown) == row.blocks);
    }
}

}  // namespace

TEST_SUITE("server-stub/markup/markdown") {
    TEST_CASE("paragraphs, headings and lists become blocks") {
        check({
            {"", ""},
            {"One line\nand its second.\n\nAnother.", "p One line and its second.\np Another.\n"},
            {"# Papers\n## Copies\n### Deeper\n# Fee", "h2 Papers\nh3 Copies\nh3 Deeper\nh2 Fee\n"},
            {"Papers\n======\n\nCopies\n------", "h2 Papers\nh3 Copies\n"},
            {"- one\n- two\n\n  more of two\n* other list", "- one\n- two more of two\n- other list\n"},
            {"1. one\n2. two", "1 one\n1 two\n"},
            {"\xD8\xA3\n\n- \xD8\xA8", "p \xD8\xA3\n- \xD8\xA8\n"},
            {"a\n***\nb", "p a\np b\n"},
        });
    }

    TEST_CASE("a first heading of the second level is the first level: none is skipped") {
        check({{"## Papers\n## Copies\n# Fee\n## Cash", "h2 Papers\nh3 Copies\nh2 Fee\nh3 Cash\n"}});
    }

    TEST_CASE("emphasis of both kinds is strong, links keep their words") {
        check({
            {"a *b* __c__ ***d***", "p a <*b*> <*c*> <*d*>\n"},
            {"[**bold** words](/ar/d/rabat)", "p <[/ar/d/rabat|<*bold*> words]>\n"},
            {"**see [this](https://a.ma/?x=1&amp;y=2)**", "p <*see <[https://a.ma/?x=1&y=2|this]>*>\n"},
            {"<https://a.ma> <clerk@a.ma>", "p <[https://a.ma|https://a.ma]> <[mailto:clerk@a.ma|clerk@a.ma]>\n"},
            {"[call](tel:+212500000000)", "p <[tel:+212500000000|call]>\n"},
            {"[\xD8\xA3](https://a.ma/\xD8\xA3)", "p <[https://a.ma/%D8%A3|\xD8\xA3]>\n"},
            {"## A **strong** heading", "h2 A strong heading\n"},
            {"[](/ar) x", "p x\n"},
        });
    }

    TEST_CASE("an address that a page may not link to leaves its words") {
        for (const std::string_view address : {"javascript:alert(1)",
                                               "JaVaScRiPt:alert(1)",
                                               "java&#115;cript:alert(1)",
                                               "data:text/html,x",
                                               "vbscript:x",
                                               "//evil.example",
                                               "/\\evil.example",
                                               "\\\\evil",
                                               "relative",
                                               "#here",
                                               "?x",
                                               "file:///etc/passwd",
                                               "ftp://a.ma",
                                               "https:",
                                               "https://",
                                               "mailto:",
                                               "<https://a b>",
                                               "https://\xD0\xB0.ma/",
                                               "https://a.ma/&#x202E;x",
                                               "&#106;avascript:1",
                                               "\tjavascript:1"}) {
            CAPTURE(address);
            const auto blocks = markup::blocks_of("[words](" + std::string(address) + ")");
            REQUIRE(blocks.has_value());
            for (const auto& span : blocks->front().lines.front().spans) {
                CAPTURE(span.address);
                CHECK(span.address == "https://a.ma/x");  // Of the override that was cleaned away.
            }
        }
    }

    TEST_CASE("ordinary words in brackets and parentheses are no link, and none of them is lost") {
        check({
            {"See [the annex](note).", "p See [the annex](note).\n"},
            {"[a **b**](art.7) c", "p [a <*b*>](art.7) c\n"},
            {"[\xD8\xA3](\xD8\xA8)", "p [\xD8\xA3](\xD8\xA8)\n"},
            {"[the annex](a note)", "p [the annex](a note)\n"},
            {"[site](a.ma)", "p site\n"},
            {"[site](#top) [x](?y)", "p site x\n"},
        });
    }

    TEST_CASE("markup that is not ours is its own text, pictures are their words") {
        check({
            {"<b>x</b> <script>alert(1)</script>", "p <b>x</b> <script>alert(1)</script>\n"},
            {"<div>\n\nx", "p <div>\np x\n"},
            {"![a gate](https://a.ma/x.png)", "p a gate\n"},
            {"[![gate](/x.png)](/ar)", "p <[/ar|gate]>\n"},
            {"`code` and\n\n```\nlines of\ncode\n```", "p code and\np lines of code\n"},
            {"    indented", "p indented\n"},
            {"> quoted\n> twice", "p quoted twice\n"},
            {"- # heading\n- > quote\n- a\n  - b\n    1. c", "- heading\n- quote\n- a\n- b\n- c\n"},
            {"[a]: https://a.ma\n\n[a] `]: x`", "p [a]: https://a.ma\np [a] ]: x\n"},
            {"| a | b |\n|---|---|\n| c | d |", "p | a | b | |---|---| | c | d |\n"},
            {"~~x~~ www.a.ma a@b.ma https://a.ma", "p ~~x~~ www.a.ma a@b.ma https://a.ma\n"},
        });
    }

    TEST_CASE("a picture of ours that stands alone is one, in its size; every other is its words") {
        const std::string address = "/images/" + std::string(64, 'a') + ".png";
        const auto picture = [&](const std::string& size, const char* words = "a gate") {
            return "![" + std::string(words) + "](" + address + size + ")";
        };
        check({
            {picture("#320x200"), "img " + address + "#320x200 a gate\n"},
            {"a\n\n" + picture("#1x1600") + "\n\nb", "p a\nimg " + address + "#1x1600 a gate\np b\n"},
            {picture("#320x200", "a \\[gate\\] &amp; b"), "img " + address + "#320x200 a [gate] & b\n"},
            {"see " + picture("#320x200"), "p see a gate\n"},
            {picture("#320x200") + " there", "p a gate there\n"},
            {picture("#320x200") + picture("#320x200"), "p a gatea gate\n"},
            {"- " + picture("#320x200"), "- a gate\n"},
            {"# " + picture("#320x200"), "h2 a gate\n"},
            {"[" + picture("#320x200") + "](/ar)", "p <[/ar|a gate]>\n"},
            {picture(""), "p a gate\n"},
            {picture("#0x1"), "p a gate\n"},
            {picture("#1601x1"), "p a gate\n"},
            {picture("#1x1x1"), "p a gate\n"},
            {picture("#-1x1"), "p a gate\n"},
            {picture("#320x200", ""), ""},
            {"![a gate](https://a.ma" + address + "#320x200)", "p a gate\n"},
            {"![a gate](/images/../x.png#320x200)", "p a gate\n"},
            {picture("#320x200", std::string(domain::image_text_limit + 1, 'a').c_str()),
             "p " + std::string(domain::image_text_limit + 1, 'a') + "\n"},
        });
    }

    TEST_CASE("characters by name and number are themselves, controls and overrides are gone") {
        check({
            {"&amp; &eacute; &#233; &#xE9; &hellip; &unknown; &#0; &#xD800;", "p & é é é … &unknown; \uFFFD \uFFFD\n"},
            {"a&#x202E;b\u202Ec&#x2066;d\u0007e&#7;f", "p abcdef\n"},
            {"&lt;script&gt;", "p <script>\n"},
            {"e\u0301", "p é\n"},
            {"a\u200Cb\u200Dc\u200Fd", "p a\u200Cb\u200Dc\u200Fd\n"},
            {"\xFF\x80 x", "p \uFFFD\uFFFD x\n"},
            {std::string_view("a\0b", 3), "p ab\n"},
        });
    }

    TEST_CASE("what is written from blocks is read as the same blocks") {
        for (const std::string_view markdown :
             {"# A\n## B\n1. one\n2. two **strong** [link](https://a.ma/?a=1&b=(2))\n\nText.", "\\# no heading",
              "1\\. no list, \\*no\\* strong, \\[no\\](link), \\<b>, \\&amp;, `a]: b`\\!", "- a\n\n\\- b \\\\ c",
              "\\!\\[x](/ar)",
              "![a \\[gate\\]](/images/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.jpg#9x7)\n\nb",
              "\\+ a\n\n\\> b\n\n\\=== c\n\n\\~~~ d\n\n12\\) e"}) {
            CAPTURE(markdown);
            const auto blocks = markup::blocks_of(markdown);
            REQUIRE(blocks.has_value());
            CAPTURE(domain::markdown_of(*blocks));
            CHECK(read(domain::markdown_of(*blocks)) == test::printed(*blocks));
        }
    }

    TEST_CASE("typed text is cleaned once and for all") {
        CHECK(markup::clean_typed_text("e\u0301\r\n\u202Ex\u0000") == "é\nx");
        for (const std::string_view text : {"\u0627\u0653", "ⵜⴰⵎⴰⵣⵉⵖⵜ ⴳⵯ", "\xC3", "a\u200Fb"}) {
            const auto once = markup::clean_typed_text(text);
            CHECK(markup::clean_typed_text(once) == once);
        }
    }

    TEST_CASE("a strong word that ends in the text and began in an address is none") {
        const auto blocks = markup::blocks_of("![a](/b**c)d** **e**\n\n**f**");
        REQUIRE(blocks.has_value());
        CHECK(domain::is_sound(*blocks));
        CHECK(blocks->back().lines.front().spans.size() == 1);
    }
}
