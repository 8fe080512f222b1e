#include "shared/domain/item_content.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>

#include "shared/domain/own_hours.hpp"
#include "shared/wire/answer.hpp"

using namespace domain;
using base::Language;

namespace {

const std::filesystem::path content = RIHAB_SOURCE_DIR "/assets/content";

template <class Thing>
Thing read(const std::filesystem::path& file) {
    std::ifstream stream(file);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const auto answer = wire::decode_answer(subject_of<Thing>, text);
    REQUIRE(answer);
    return std::get<Thing>(*answer);
}

ItemPlace place_of(const std::string& district, const std::string& slug) {
    return {.district = district, .slug = slug, .instant_at = [](base::LocalTime time) {
                return base::Instant{time.minute_of_day * 60'000LL};
            }};
}

// There and back, and fit to be kept on the way.
template <class Thing>
void check_round_trip(ItemKind kind, const Thing& thing) {
    CAPTURE(thing.id.value());
    const auto values = values_of(thing, Language::Ar);
    const auto checked = check_values(kind, values);
    CHECK(checked.errors.empty());
    CHECK(checked.values == values);
    CHECK(missing_values(kind, values).empty());
    const auto place = place_of(thing.district.value(), thing.id.value());
    CHECK(std::get<Thing>(answer_of(kind, values, place)) == thing);
}

}  // namespace

TEST_SUITE("shared/domain/item_content") {
    TEST_CASE("every service sheet and court sheet of the seed comes back from its values as it was") {
        int sheets = 0;
        for (const auto& file : std::filesystem::recursive_directory_iterator(content / "sheets"))
            if (file.path().extension() == ".json") {
                check_round_trip(ItemKind::Sheet, read<ServiceSheet>(file.path()));
                ++sheets;
            }
        CHECK(sheets >= 10);
        for (const auto* name : {"appeal.json", "first-instance.json"}) {
            auto sheet = read<CourtSheet>(content / "courts" / name);
            sheet.name = {"محكمة", "ⵜⴰⵙⵏⴱⴹⴰⵢⵜ", "Tribunal", "Court"};  // The seed gives each court its own.
            check_round_trip(ItemKind::Court, sheet);
        }
    }

    TEST_CASE("an activity comes back with its moments resolved anew") {
        Activity activity;
        activity.id = base::Id<struct ActivityTag>("open-day");
        activity.district = DistrictId("rabat");
        activity.title = {"يوم", "ⴰⵙⵙ", "Jour", "Day"};
        activity.summary = {"ملخص", "", "Résumé", ""};
        activity.starts = {{2026, 11, 26}, 600};
        activity.ends = {{2026, 11, 26}, 720};
        activity.starts_at = {600 * 60'000LL};
        activity.ends_at = {720 * 60'000LL};
        activity.court = CourtId("tpi-rabat");
        activity.body = paragraphs_of({"أ\n\nب", "ⴰ\n\nⴱ", "a\n\nb", "a\n\nb"});
        check_round_trip(ItemKind::Activity, activity);
    }

    TEST_CASE("a programme and a notice come back as they were") {
        Programme programme;
        programme.id = base::Id<struct ProgrammeTag>("waiting");
        programme.district = DistrictId("rabat");
        programme.title = programme.summary = {"أ", "ⴰ", "a", "a"};
        programme.milestones = {{{"أ", "ⴰ", "a", "a"}, {2026, 1, 2}, Progress::Done},
                                {{"ب", "ⴱ", "b", "b"}, {2026, 3, 4}, Progress::Planned}};
        check_round_trip(ItemKind::Programme, programme);

        const Notice notice{"strike", {"أ", "ⴰ", "a", "a"}, {"ب", "ⴱ", "b", "b"}, {2026, 1, 2}, {2026, 1, 3}};
        CHECK(notice_of(values_of(notice, Language::Fr), "strike") == notice);
    }

    TEST_CASE("a question, a guide and a document are one type, and come back as they were") {
        Resource resource;
        resource.id = base::Id<struct ResourceTag>("papers");
        resource.district = DistrictId("rabat");
        resource.title = {"أ", "ⴰ", "a", "a"};
        resource.body = paragraphs_of({"أ", "ⴰ", "a", "a"});
        check_round_trip(ItemKind::Question, resource);
        resource.summary = {"ب", "ⴱ", "b", "b"};
        resource.kind = ResourceKind::Guide;
        resource.audience = Audience::Moderator;
        check_round_trip(ItemKind::Guide, resource);
        resource.kind = ResourceKind::Document;
        resource.audience = {};
        resource.body.clear();
        resource.source = "Bulletin officiel";
        resource.address = "https://law.example/31-13";
        check_round_trip(ItemKind::Document, resource);
    }

    TEST_CASE("hours are those of the year, or of a season from its first to its last day") {
        using enum Weekday;
        Values values{{"original", "fr"},
                      {"title/fr", "Horaires d’été"},
                      {"court", "tpi-rabat"},
                      {"shifts/0/days", "monday-thursday"},
                      {"shifts/0/opens", "08:00"},
                      {"shifts/0/closes", "15:00"},
                      {"shifts/1/days", "saturday"},
                      {"shifts/1/opens", "09:00"},
                      {"shifts/1/closes", "12:00"},
                      {"breaks/0/break", "friday-prayer"},
                      {"breaks/0/days", "friday"},
                      {"breaks/0/begins", "12:00"},
                      {"breaks/0/ends", "13:30"},
                      {"breaks/0/door", "closed"},
                      {"source", "Arrêté"}};
        CHECK(check_values(ItemKind::Hours, values).errors.empty());
        CHECK(missing_values(ItemKind::Hours, values).empty());
        const auto of_year = regime_of(values);
        CHECK_FALSE(of_year.is_season);
        CHECK(of_year.periods.empty());
        CHECK(of_year.courts == std::vector{CourtId("tpi-rabat")});
        CHECK(of_year.shifts ==
              std::vector<Shift>{{{Monday, Tuesday, Wednesday, Thursday}, {480, 900}}, {{Saturday}, {540, 720}}});
        CHECK(of_year.breaks ==
              std::vector<Break>{
                  {BreakKind::FridayPrayer, {Friday}, {720, 810}, Door::Closed, {Standing::Sourced, "Arrêté"}}});
        values["first"] = "2026-07-01";
        CHECK(missing_values(ItemKind::Hours, values) == std::vector<std::string>{"last"});
        CHECK_FALSE(regime_of(values).is_season);
        values["last"] = "2026-08-31";
        CHECK(missing_values(ItemKind::Hours, values).empty());
        const auto season = regime_of(values);
        CHECK(season.is_season);
        REQUIRE(season.periods.size() == 1);
        CHECK(season.periods[0].first == base::Date{2026, 7, 1});
        CHECK(season.periods[0].last == base::Date{2026, 8, 31});
    }

    TEST_CASE("a question without its answer does not leave its author") {
        const Values asked{{"original", "fr"}, {"title/fr", "Combien ?"}};
        CHECK(missing_values(ItemKind::Question, asked) == std::vector<std::string>{"body/fr"});
    }

    TEST_CASE("paragraphs are parted by blank lines, however many, in each language by itself") {
        const auto body = paragraphs_of({"\n\nأ\n\n\n\nب\nج\n", "", "a\n\nb\n\nc", ""});
        CHECK(body.exact(Language::Ar).size() == 2);
        CHECK(body.exact(Language::Fr).size() == 3);
        CHECK(body.exact(Language::Fr)[1] == Block{BlockKind::Paragraph, {{"b", {}}}});
        CHECK(body.exact(Language::En).empty());
        CHECK(paragraphs_of({}).empty());
    }

    TEST_CASE("what is edited of a body is its Markdown") {
        const BodySpan link{0, 1, "/ar"};
        Body body;
        body.set(Language::Fr, {{BlockKind::Heading, {{"A", {}}}}, {BlockKind::Bullets, {{"b", {}}, {"c", {link}}}}});
        CHECK(texts_of(body)[base::index_of(Language::Fr)] == "# A\n\n- b\n- [c](</ar>)");
        CHECK(texts_of(body)[base::index_of(Language::Ar)].empty());
    }
}
