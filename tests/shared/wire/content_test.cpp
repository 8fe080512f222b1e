// The files under assets/content: complete, readable by the decoders, and honest about where facts come from.
#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>

#include "shared/base/utf8.hpp"
#include "shared/wire/district.hpp"
#include "shared/wire/hours.hpp"
#include "shared/wire/sheet.hpp"

namespace {

using base::Language;

const std::filesystem::path content = std::filesystem::path(RIHAB_SOURCE_DIR) / "assets/content";

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE(file.good());
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<domain::District> districts() {
    const auto list = wire::decode_districts(read_file(content / "districts.json"));
    if (!list) FAIL(list.error().pointer << ": " << list.error().detail);
    return list->items;
}

std::vector<domain::ServiceSheet> sheets() {
    std::vector<domain::ServiceSheet> all;
    for (const auto& file : std::filesystem::recursive_directory_iterator(content / "sheets")) {
        if (!file.is_regular_file()) continue;
        const auto sheet = wire::decode_sheet(read_file(file.path()));
        if (!sheet) FAIL(file.path().filename() << " " << sheet.error().pointer << ": " << sheet.error().detail);
        all.push_back(*sheet);
    }
    return all;
}

void for_each_fact(const domain::ServiceSheet& sheet, const std::function<void(const domain::Fact&)>& visit) {
    for (const auto& paper : sheet.papers) visit(paper);
    for (const auto& step : sheet.steps) {
        visit(step.title);
        visit(step.detail);
    }
    for (const auto* fact : {&sheet.who, &sheet.fee, &sheet.delay, &sheet.where, &sheet.legal_basis}) visit(*fact);
}

void for_each_text(const domain::ServiceSheet& sheet, const std::function<void(const base::LocalizedText&)>& visit) {
    for (const auto* text : {&sheet.title, &sheet.short_title, &sheet.summary}) visit(*text);
    for_each_fact(sheet, [&](const domain::Fact& fact) { visit(fact.text); });
}

domain::Calendar calendar() {
    const auto read = wire::decode_calendar(read_file(content / "calendar.json"));
    if (!read) FAIL(read.error().pointer << ": " << read.error().detail);
    return *read;
}

void for_each_text(const domain::Calendar& calendar, const std::function<void(const base::LocalizedText&)>& visit) {
    for (const auto& regime : calendar.regimes) visit(regime.name);
    for (const auto& holiday : calendar.fixed_holidays) visit(holiday.name);
    for (const auto& holiday : calendar.lunar_holidays) visit(holiday.name);
    for (const auto& closure : calendar.closures) visit(closure.text);
}

struct Letters {
    int tifinagh = 0;
    int arabic = 0;
    int latin = 0;
    int all() const { return tifinagh + arabic + latin; }
};

// An address of the web "(mahakim.ma)" and the place of a court "{court}" are no words of a language.
std::string words_of(std::string_view text) {
    std::string words(text);
    for (const auto& [open, close] : {std::pair{'(', ".ma)"}, std::pair{'{', "}"}})
        for (auto begin = words.find(open); begin != words.npos; begin = words.find(open, begin + 1))
            if (const auto end = words.find(close, begin); end != words.npos)
                if (const auto inside = words.substr(begin + 1, end - begin - 1);
                    std::ranges::all_of(inside, [](char c) { return c >= 'a' && c <= 'z'; }))
                    words.erase(begin, end + std::string_view(close).size() - begin);
    return words;
}

Letters letters_of(std::string_view sentence) {
    Letters letters;
    const auto words = words_of(sentence);
    std::string_view text = words;
    while (!text.empty()) {
        const auto [value, length, well_formed] = base::first_code_point(text);
        REQUIRE(well_formed);
        text.remove_prefix(length);
        if (value >= 0x2D30 && value <= 0x2D7F) ++letters.tifinagh;
        else if (value >= 0x0620 && value <= 0x064A) ++letters.arabic;
        else if ((value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z') || (value >= 0xC0 && value <= 0x24F))
            ++letters.latin;
    }
    return letters;
}

}  // namespace

TEST_SUITE("assets/content") {
    TEST_CASE("there are 23 districts, of which 22 are staffed, and 89 courts of first instance") {
        std::size_t courts = 0;
        int operational = 0;
        std::set<std::string> ids;
        for (const auto& district : districts()) {
            courts += district.courts.size();
            operational += district.operational;
            CHECK(ids.insert(district.id.value()).second);
        }
        CHECK(ids.size() == 23);
        CHECK(operational == 22);
        CHECK(courts == 89);
    }

    TEST_CASE("every district and court has a name in Arabic, French and English, and its source") {
        for (const auto& district : districts()) {
            CAPTURE(district.id.value());
            for (const auto language : base::languages) {
                CHECK_FALSE(district.city.exact(language).empty());
                CHECK_FALSE(district.court_of_appeal.exact(language).empty());
            }
            for (const auto language : {Language::Ar, Language::Fr, Language::En})
                CHECK_FALSE(district.region.exact(language).empty());
            CHECK_FALSE(district.source.empty());

            std::set<std::string> ids;
            for (const auto& court : district.courts) {
                CAPTURE(court.id.value());
                CHECK(ids.insert(court.id.value()).second);
                CHECK(court.name.exact(Language::Ar).starts_with("المحكمة الابتدائية "));
                CHECK(court.name.exact(Language::Fr).starts_with("Tribunal de première instance "));
                CHECK(court.name.exact(Language::En).contains("Court of First Instance of "));
                CHECK_FALSE(court.source.empty());
            }
        }
    }

    TEST_CASE("French names elide before a vowel and only there") {
        const auto is_elided = [](std::string_view name) {
            for (const std::string_view vowel : {"A", "E", "I", "O", "U", "É"})
                if (name.contains(" de " + std::string(vowel))) return false;
            return !name.contains('\'');
        };
        for (const auto& district : districts()) {
            CHECK(is_elided(district.court_of_appeal.exact(Language::Fr)));
            for (const auto& court : district.courts) {
                CAPTURE(court.name.exact(Language::Fr));
                CHECK(is_elided(court.name.exact(Language::Fr)));
            }
        }
    }

    TEST_CASE("the calendar speaks four languages, each in its own script and typography") {
        for_each_text(calendar(), [](const base::LocalizedText& text) {
            CAPTURE(text.exact(Language::En));
            for (const auto language : base::languages) CHECK_FALSE(text.exact(language).empty());
            const auto zgh = letters_of(text.exact(Language::Zgh));
            CHECK(zgh.tifinagh == zgh.all());
            const auto ar = letters_of(text.exact(Language::Ar));
            CHECK(ar.arabic == ar.all());
            for (const auto language : {Language::Fr, Language::En}) CHECK_FALSE(text.exact(language).contains('\''));
        });
    }

    TEST_CASE("the calendar covers whole years, its courts exist, and what is only expected is never sourced") {
        const auto all = calendar();
        CHECK((all.first.month == 1 && all.first.day == 1 && all.last.month == 12 && all.last.day == 31));
        std::set<domain::CourtId> known;
        for (const auto& district : districts())
            for (const auto& court : district.courts) known.insert(court.id);
        for (const auto& regime : all.regimes)
            for (const auto& court : regime.courts) CHECK(known.contains(court));
        for (const auto& closure : all.closures)
            for (const auto& court : closure.courts) CHECK(known.contains(court));

        const auto check_periods = [](const std::vector<domain::Period>& periods) {
            for (const auto& period : periods)
                CHECK((period.certainty == domain::Certainty::Announced) ==
                      (period.provenance.standing == domain::Standing::Sourced));
        };
        for (const auto& regime : all.regimes) check_periods(regime.periods);
        for (const auto& holiday : all.lunar_holidays) {
            check_periods(holiday.periods);
            CHECK(holiday.periods.size() == 7);  // Once in each year from 2024 to 2030.
        }
        CHECK(wire::decode_calendar(wire::encode(all)) == all);
    }

    TEST_CASE("ten sheets are there for every district, in four languages, every text of them") {
        std::set<std::string> ids;
        for (const auto& sheet : sheets()) {
            CAPTURE(sheet.id.value());
            if (sheet.district == domain::DistrictId("national")) ids.insert(sheet.id.value());
            else CHECK(sheet.district == domain::DistrictId("rabat"));
            CHECK_FALSE(sheet.papers.empty());
            CHECK_FALSE(sheet.steps.empty());
            for_each_text(sheet, [](const base::LocalizedText& text) {
                CAPTURE(text.exact(Language::En));
                for (const auto language : base::languages) CHECK_FALSE(text.exact(language).empty());
            });
        }
        CHECK(ids.size() == 10);
    }

    TEST_CASE("Amazigh is written in Tifinagh, Arabic in Arabic letters, and neither repeats the French") {
        for (const auto& sheet : sheets()) {
            for_each_text(sheet, [](const base::LocalizedText& text) {
                CAPTURE(text.exact(Language::Zgh));
                const auto zgh = letters_of(text.exact(Language::Zgh));
                CHECK(zgh.tifinagh * 100 >= zgh.all() * 95);
                const auto ar = letters_of(text.exact(Language::Ar));
                CHECK(ar.arabic * 100 >= ar.all() * 95);
                CHECK(text.exact(Language::Zgh) != text.exact(Language::Fr));
                CHECK(text.exact(Language::Ar) != text.exact(Language::Fr));
            });
        }
        for (const auto& district : districts())
            CHECK(letters_of(district.city.exact(Language::Zgh)).tifinagh ==
                  letters_of(district.city.exact(Language::Zgh)).all());
    }

    TEST_CASE("a sheet that no court has checked says so, and each example is marked as one") {
        int examples = 0;
        for (const auto& sheet : sheets()) {
            CHECK_FALSE(sheet.last_checked);
            CHECK(sheet.fee.provenance.standing == domain::Standing::Example);
            CHECK(sheet.delay.provenance.standing == domain::Standing::Example);
            for_each_fact(sheet, [&](const domain::Fact& fact) {
                const bool is_example = fact.provenance.standing == domain::Standing::Example;
                examples += is_example;
                CHECK(is_example == fact.provenance.source.empty());
            });
        }
        CHECK(examples > 0);
    }

    TEST_CASE("French typography: typographic apostrophes, and no plain space before high punctuation") {
        for (const auto& sheet : sheets()) {
            for_each_text(sheet, [](const base::LocalizedText& text) {
                const auto french = text.exact(Language::Fr);
                CAPTURE(french);
                for (const std::string_view wrong : {"'", " :", " ;", " !", " ?", "« ", " »", "n° "})
                    CHECK_FALSE(french.contains(wrong));
                CHECK_FALSE(text.exact(Language::En).contains('\''));
            });
        }
    }

    TEST_CASE("every content file comes back as it was") {
        for (const auto& district : districts()) CHECK(wire::decode_district(wire::encode(district)) == district);
        const wire::List<domain::District> list{districts(), std::nullopt};
        CHECK(wire::decode_districts(wire::encode(list)) == list);
        for (const auto& sheet : sheets()) CHECK(wire::decode_sheet(wire::encode(sheet)) == sheet);
    }
}
