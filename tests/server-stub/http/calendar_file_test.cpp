#include "server-stub/http/calendar_file.hpp"

#include <doctest/doctest.h>
#include <vector>

#include "shared/base/utf8.hpp"
#include "tests/support/a_publication.hpp"

namespace {

using base::Language;

constexpr base::Instant now{1'795'348'800'000};  // 2026-11-22T12:00Z

std::string print(const domain::Activity& activity, Language language = Language::Fr) {
    return http::print_calendar_file(activity, test::rabat().courts.front().name, language, now);
}

domain::Activity titled(std::string title) {
    auto activity = test::an_activity();
    activity.title = {title, title, title, title};
    return activity;
}

// The lines as they are sent, without their ends; a lone CR or LF stays in them.
std::vector<std::string> sent_lines(std::string_view file) {
    std::vector<std::string> lines;
    while (!file.empty()) {
        const auto end = file.find("\r\n");
        REQUIRE(end != file.npos);
        lines.emplace_back(file.substr(0, end));
        file.remove_prefix(end + 2);
    }
    return lines;
}

// As a calendar reads them: RFC 5545, 3.1.
std::vector<std::string> unfolded(std::string_view file) {
    std::vector<std::string> lines;
    for (const auto& line : sent_lines(file))
        if (line.starts_with(' ')) lines.back() += line.substr(1);
        else lines.push_back(line);
    return lines;
}

std::string value_of(std::string_view file, std::string_view name) {
    for (const auto& line : unfolded(file))
        if (line.starts_with(name) && (line[name.size()] == ':' || line[name.size()] == ';'))
            return line.substr(line.find(':') + 1);
    return "(none)";
}

std::string repeated(std::string_view word, int times) {
    std::string text;
    for (int time = 0; time < times; ++time) text += word;
    return text;
}

}  // namespace

TEST_SUITE("server-stub/http/calendar_file") {
    TEST_CASE("a file is one event between its begin and end, each line ended by CRLF") {
        const auto lines = sent_lines(print(test::an_activity()));
        REQUIRE(lines.size() > 8);
        CHECK(lines[0] == "BEGIN:VCALENDAR");
        CHECK(lines[1] == "VERSION:2.0");
        CHECK(lines[2].starts_with("PRODID:"));
        CHECK(lines[3] == "BEGIN:VEVENT");
        CHECK(lines[lines.size() - 2] == "END:VEVENT");
        CHECK(lines.back() == "END:VCALENDAR");
        for (const auto& line : lines) CHECK(line.find_first_of("\r\n") == line.npos);
    }

    TEST_CASE("no line has more than 75 octets, no character is cut, and nothing is lost by it") {
        for (const auto* letter : {"a", "é", "ب", "ⵣ", "\U0001F4C5", "aé", "aⵣ"})
            for (int times = 1; times < 120; ++times) {
                CAPTURE(letter);
                CAPTURE(times);
                const auto title = repeated(letter, times);
                const auto file = print(titled(title));
                for (const auto& line : sent_lines(file)) {
                    CHECK(line.size() <= 75);
                    CHECK(base::is_well_formed(line));
                }
                CHECK(value_of(file, "SUMMARY") == title);
            }
    }

    TEST_CASE("bytes that are no UTF-8 end the file all the same") {
        for (const auto& line : sent_lines(print(titled(std::string(300, '\x80'))))) CHECK(line.size() <= 75);
    }

    TEST_CASE("what means something to a calendar is escaped, and no text becomes a line of its own") {
        const auto file = print(titled("a,b;c\\d\nEND:VEVENT\r\nX-EVIL:1"));
        CHECK(value_of(file, "SUMMARY") == "a\\,b\\;c\\\\d\\nEND:VEVENT\\nX-EVIL:1");
        int ends = 0;
        for (const auto& line : unfolded(file)) ends += line == "END:VEVENT" ? 1 : 0;
        CHECK(ends == 1);
        CHECK(value_of(file, "X-EVIL") == "(none)");
    }

    TEST_CASE("the times are in UTC") {
        const auto file = print(test::an_activity());
        CHECK(value_of(file, "DTSTART") == "20261126T100000Z");
        CHECK(value_of(file, "DTEND") == "20261126T123000Z");
        CHECK(value_of(file, "DTSTAMP") == "20261122T120000Z");
    }

    TEST_CASE("the UID stays when the words and times change, and differs between activities and districts") {
        auto changed = titled("Another title");
        changed.starts_at.milliseconds += 3'600'000;
        auto elsewhere = test::an_activity();
        elsewhere.district = domain::DistrictId("agadir");
        const auto uid = value_of(print(test::an_activity()), "UID");
        CHECK(uid == "open-day.rabat@rihab");
        CHECK(value_of(print(changed, Language::Ar), "UID") == uid);
        CHECK(value_of(print(test::an_activity("other")), "UID") != uid);
        CHECK(value_of(print(elsewhere), "UID") != uid);
    }

    TEST_CASE("words are in the reader's language, or marked with the one that they have") {
        const auto in_arabic = print(test::an_activity(), Language::Ar);
        CHECK(in_arabic.contains("SUMMARY;LANGUAGE=ar:يوم مفتوح\r\n"));
        auto french = test::an_activity();
        french.title = {"", "", "Portes ouvertes", ""};
        CHECK(print(french, Language::Zgh).contains("SUMMARY;LANGUAGE=fr:Portes ouvertes\r\n"));
        CHECK(value_of(in_arabic, "LOCATION") == "المحكمة الابتدائية بالرباط");
    }

    TEST_CASE("what is not given takes no line") {
        auto activity = test::an_activity();
        activity.summary = {};
        CHECK(value_of(print(activity), "DESCRIPTION") == "(none)");
    }
}
