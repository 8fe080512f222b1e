// A thousand hostile texts, typed into every field of what a court publishes, into all that is made of it. There is no
// export of tables today, so that formulas of spreadsheets only have to stay text.
#include <algorithm>
#include <array>
#include <doctest/doctest.h>
#include <fstream>
#include <string>
#include <vector>

#include "server-stub/http/calendar_file.hpp"
#include "server-stub/markup/markdown.hpp"
#include "server-stub/markup/typed_text.hpp"
#include "shared/document/html.hpp"
#include "shared/document/invariants.hpp"
#include "shared/wire/answer.hpp"
#include "shared/wire/page_data.hpp"
#include "tests/server-stub/hostile/parsed_html.hpp"
#include "tests/support/screens.hpp"

namespace {

struct Texts {
    std::vector<std::string> hostile, honest;
};

std::string from_hex(std::string_view hex) {
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string out;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        out += static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1]));
    return out;
}

const Texts& texts() {
    static const Texts all = [] {
        Texts read;
        std::ifstream file(PAYLOADS);
        auto* list = &read.hostile;
        for (std::string line; std::getline(file, line);) {
            if (line.empty()) list = &read.honest;
            else list->push_back(from_hex(line));
        }
        return read;
    }();
    return all;
}

bool has_bidi_control(std::string_view text) {
    for (const std::string_view control :
         {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"})
        if (text.contains(control)) return true;
    return false;
}

// What an item becomes whose every value was typed as `typed`.
struct Published {
    domain::Article article = test::an_article();
    domain::Activity activity = test::an_activity();
    domain::Programme programme = test::a_programme();
};

Published publish(std::string_view typed) {
    auto line = markup::clean_typed_text(typed);
    std::ranges::replace(line, '\n', ' ');
    const base::LocalizedText words{line, line, line, line};
    Published all;
    all.article.title = all.article.summary = words;
    all.activity.title = all.activity.summary = all.activity.place = all.activity.admission = words;
    all.programme.title = all.programme.summary = all.programme.milestones.front().title = words;
    // Below a programme stand headings of ours; those of a text come first, so that no level is skipped.
    if (const auto blocks = markup::blocks_of(typed))
        all.article.body = all.activity.body = all.programme.body = test::a_body(*blocks);
    return all;
}

std::size_t elements_of(const doc::Node& root) {
    std::size_t count = 0;
    doc::for_each(root, [&](const doc::Node& node) {
        count += 1 + node.text.spans.size() + (node.icon == doc::IconName::None ? 0 : 1);  // An icon holds its path.
    });
    return count;
}

bool is_our_attribute(std::string_view name) {
    constexpr std::array others{"class",     "data-n", "lang",   "dir",          "viewBox",        "fill",
                                "fill-rule", "d",      "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"};
    if (std::ranges::contains(others, name)) return true;
    for (std::size_t i = 0; i < doc::attribute_count; ++i)
        if (doc::name_of(static_cast<doc::Attribute>(i)) == name) return true;
    return false;
}

void check_document(const doc::Document& document) {
    for (const auto& sentence : doc::broken_invariants(document)) FAIL_CHECK(sentence);
    const auto html = test::parse_html(doc::to_html(document));
    CHECK(html.mistake == "");
    CHECK(html.tags.size() == elements_of(document.root));
    CHECK_FALSE(has_bidi_control(html.text));
    for (const auto& tag : html.tags)
        for (const auto& [name, value] : tag.attributes) {
            if (!is_our_attribute(name)) FAIL_CHECK("an attribute that is not ours: " << name);
            const bool leads = name == "href" || name == "action" || name == "formaction";
            if (leads && !value.starts_with('#') && !domain::is_link_address(value)) FAIL_CHECK("leads to " << value);
        }
}

void check_json(const domain::Answer& answer) {
    const auto json = wire::encode(answer);
    const auto again = wire::decode_answer(answer.index(), json);
    CHECK((again && *again == answer));
    wire::PageData data;
    data.api.emplace_back("/api/v1/x", json);
    CHECK_FALSE(wire::encode_page_data(data).contains('<'));
}

void check_calendar(const domain::Activity& activity) {
    const auto file = http::print_calendar_file(activity, activity.title, base::Language::Fr, {});
    constexpr std::array names{"BEGIN", "VERSION", "PRODID",      "UID",      "DTSTAMP", "DTSTART",
                               "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "END"};
    std::size_t lines = 0;
    for (std::string_view rest = file; !rest.empty();) {
        const auto line = rest.substr(0, rest.find("\r\n"));
        rest.remove_prefix(line.size() + 2);
        CHECK(line.find_first_of("\r\n") == line.npos);
        if (line.starts_with(' ')) continue;
        ++lines;
        if (!std::ranges::contains(names, line.substr(0, line.find_first_of(":;"))))
            FAIL_CHECK("a line that is not ours: " << line);
    }
    CHECK(lines == 13);
}

}  // namespace

TEST_SUITE("server-stub/hostile") {
    TEST_CASE("a thousand hostile texts stay texts") {
        REQUIRE(texts().hostile.size() == 1000);
        const i18n::Text arabic(base::Language::Ar), french(base::Language::Fr);
        const test::DistrictPages in_arabic(arabic, {}), in_french(french, {});
        std::size_t refused = 0;
        for (const auto& typed : texts().hostile) {
            CAPTURE(typed);
            const auto cleaned = markup::clean_typed_text(typed);
            CHECK_FALSE(has_bidi_control(cleaned));
            CHECK(markup::clean_typed_text(cleaned) == cleaned);
            if (!markup::blocks_of(typed)) ++refused;
            const auto all = publish(typed);
            check_document(in_arabic.entry(routes::Section::News, all.article));
            check_document(in_french.entry(routes::Section::Activities, all.activity));
            check_document(in_arabic.entry(routes::Section::Programmes, all.programme));
            for (const auto& answer :
                 {domain::Answer(all.article), domain::Answer(all.activity), domain::Answer(all.programme)})
                check_json(answer);
            check_calendar(all.activity);
        }
        CHECK(refused == 0);
    }

    TEST_CASE("a hundred honest Arabic and Amazigh texts stay as they are") {
        REQUIRE(texts().honest.size() == 100);
        for (const auto& typed : texts().honest) {
            CAPTURE(typed);
            CHECK(markup::clean_typed_text(typed) == typed);
            const auto blocks = markup::blocks_of(typed);
            REQUIRE(blocks.has_value());
            REQUIRE(blocks->size() == 1);
            CHECK(blocks->front() == test::a_block(domain::BlockKind::Paragraph, {typed}));
        }
    }
}
