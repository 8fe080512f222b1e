#include "shared/pages/open_words.hpp"

#include <array>
#include <doctest/doctest.h>
#include <string_view>

namespace {

using namespace domain;
using base::Language;

constexpr int at(int hour, int minute = 0) { return hour * 60 + minute; }
// August 2026 begins on a Saturday.
constexpr base::LocalTime august(int day, int minute_of_day) { return {{2026, 8, day}, minute_of_day}; }

// In the order of base::languages.
void check(const OpenState& state, const std::array<std::string_view, base::languages.size()>& expected) {
    for (const auto language : base::languages) {
        CAPTURE(base::code_of(language));
        CHECK(pages::open_words(i18n::Text(language), state).utf8 == expected[base::index_of(language)]);
    }
}

OpenState open_for(int minutes) {
    return {.at = august(11, at(16, 30) - minutes),
            .door = DoorState::Open,
            .until = august(11, at(16, 30)),
            .minutes_remaining = minutes};
}

OpenState closed(base::LocalTime now, std::optional<base::LocalTime> opens, ClosedReason reason = ClosedReason::Night) {
    return {.at = now, .door = DoorState::Closed, .until = opens, .reason = reason};
}

OpenState a_holiday() {
    auto state = closed(august(12, at(10)), august(13, at(8, 30)), ClosedReason::Holiday);
    state.words = {"عيد", "ⵍⵄⵉⴷ", "Fête", "Feast"};
    return state;
}

}  // namespace

TEST_SUITE("shared/pages/open_words") {
    TEST_CASE("an hour or less before closing, the minutes that are left are said") {
        check(open_for(40),
              {"مفتوحة الآن، تغلق بعد 40 دقيقة (16:30).", "ⵜⵔⵥⵎ ⵖⵉⵍⴰⴷ. ⵜⵓⵙⴷⵉⴷⵉⵏ ⵏⵏⴰ ⵉⵇⵇⵉⵎⵏ: 40 (16:30).",
               "Ouvert maintenant, ferme dans 40 minutes (16:30).", "Open now, closes in 40 min (4:30\u202fPM)."});
        check(open_for(1),
              {"مفتوحة الآن، تغلق بعد دقيقة واحدة (16:30).", "ⵜⵔⵥⵎ ⵖⵉⵍⴰⴷ. ⵜⵓⵙⴷⵉⴷⵉⵏ ⵏⵏⴰ ⵉⵇⵇⵉⵎⵏ: 1 (16:30).",
               "Ouvert maintenant, ferme dans 1 minute (16:30).", "Open now, closes in 1 min (4:30\u202fPM)."});
        CHECK(pages::open_words(i18n::Text(Language::Ar), open_for(2)).utf8 ==
              "مفتوحة الآن، تغلق بعد دقيقتين (16:30).");
        CHECK(pages::open_words(i18n::Text(Language::Ar), open_for(7)).utf8 ==
              "مفتوحة الآن، تغلق بعد 7 دقائق (16:30).");
    }

    TEST_CASE("longer before closing, the hour of closing is enough") {
        check(open_for(61), {"مفتوحة الآن إلى غاية الساعة 16:30.", "ⵜⵔⵥⵎ ⵖⵉⵍⴰⴷ ⴰⵔ 16:30.",
                             "Ouvert maintenant, jusqu’à 16:30.", "Open now until 4:30\u202fPM."});
    }

    TEST_CASE("a break in which service goes on follows as a sentence of its own") {
        auto state = open_for(270);
        state.open_break = OpenBreak{BreakKind::FridayPrayer, august(11, at(13, 30))};
        check(state, {"مفتوحة الآن إلى غاية الساعة 16:30. استراحة صلاة الجمعة إلى غاية الساعة 13:30: الخدمة مستمرة.",
                      "ⵜⵔⵥⵎ ⵖⵉⵍⴰⴷ ⴰⵔ 16:30. ⴰⵙⴳⵓⵏⴼⵓ ⵏ ⵜⵥⴰⵍⵍⵉⵜ ⵏ ⵡⴰⵙⵉⵎⵡⴰⵙ ⴰⵔ 13:30: ⵜⴰⵏⴰⴼⵓⵜ ⴰⵔ ⵜⵜⴽⵎⵎⴰⵍ.",
                      "Ouvert maintenant, jusqu’à 16:30. Pause de la prière du vendredi jusqu’à 13:30\u00a0: le "
                      "service continue.",
                      "Open now until 4:30\u202fPM. Friday prayer break until 1:30\u202fPM: service goes on."});
        state.open_break = OpenBreak{BreakKind::Midday, august(11, at(12, 30))};
        check(state, {"مفتوحة الآن إلى غاية الساعة 16:30. استراحة منتصف النهار إلى غاية الساعة 12:30: الخدمة مستمرة.",
                      "ⵜⵔⵥⵎ ⵖⵉⵍⴰⴷ ⴰⵔ 16:30. ⴰⵙⴳⵓⵏⴼⵓ ⵏ ⵓⵣⴳⵏ ⵏ ⵡⴰⵙⵙ ⴰⵔ 12:30: ⵜⴰⵏⴰⴼⵓⵜ ⴰⵔ ⵜⵜⴽⵎⵎⴰⵍ.",
                      "Ouvert maintenant, jusqu’à 16:30. Pause de midi jusqu’à 12:30\u00a0: le service continue.",
                      "Open now until 4:30\u202fPM. Midday break until 12:30\u202fPM: service goes on."});
    }

    TEST_CASE("on a break that shuts the door, it is said which and until when") {
        OpenState state{.at = august(11, at(12)),
                        .door = DoorState::OnBreak,
                        .until = august(11, at(12, 30)),
                        .minutes_remaining = 30};
        check(state,
              {"استراحة منتصف النهار، تفتح من جديد على الساعة 12:30.", "ⴰⵙⴳⵓⵏⴼⵓ ⵏ ⵓⵣⴳⵏ ⵏ ⵡⴰⵙⵙ, ⵔⴰⴷ ⵜⵔⵥⵎ ⴷⴰⵖ ⴳ 12:30.",
               "Pause de midi, rouvre à 12:30.", "Midday break, opens again at 12:30\u202fPM."});
        state.break_kind = BreakKind::FridayPrayer;
        check(state,
              {"استراحة صلاة الجمعة، تفتح من جديد على الساعة 12:30.",
               "ⴰⵙⴳⵓⵏⴼⵓ ⵏ ⵜⵥⴰⵍⵍⵉⵜ ⵏ ⵡⴰⵙⵉⵎⵡⴰⵙ, ⵔⴰⴷ ⵜⵔⵥⵎ ⴷⴰⵖ ⴳ 12:30.", "Pause de la prière du vendredi, rouvre à 12:30.",
               "Friday prayer break, opens again at 12:30\u202fPM."});
    }

    TEST_CASE("a closed door says when it opens: today by the hour, this week by the weekday, later by the date") {
        check(closed(august(11, at(7)), august(11, at(8, 30))),
              {"مغلقة الآن، تفتح على الساعة 08:30.", "ⵜⵇⵇⵏ ⵖⵉⵍⴰⴷ, ⵔⴰⴷ ⵜⵔⵥⵎ ⴳ 08:30.",
               "Fermé maintenant, ouvre à 08:30.", "Closed now, opens at 8:30\u202fAM."});
        check(closed(august(8, at(17)), august(10, at(8, 30)), ClosedReason::Weekend),
              {"مغلقة الآن، تفتح يوم الاثنين على الساعة 08:30.", "ⵜⵇⵇⵏ ⵖⵉⵍⴰⴷ, ⵔⴰⴷ ⵜⵔⵥⵎ ⴰⵢⵏⴰⵙ ⴳ 08:30.",
               "Fermé maintenant, ouvre lundi à 08:30.", "Closed now, opens Monday at 8:30\u202fAM."});
        check(closed(august(14, at(17)), august(21, at(8, 30))),
              {"مغلقة الآن، تفتح يوم الجمعة 21 غشت 2026 على الساعة 08:30.",
               "ⵜⵇⵇⵏ ⵖⵉⵍⴰⴷ, ⵔⴰⴷ ⵜⵔⵥⵎ ⴰⵙⵉⵎⵡⴰⵙ 21 ⵖⵓⵛⵜ 2026 ⴳ 08:30.",
               "Fermé maintenant, ouvre vendredi 21 août 2026 à 08:30.",
               "Closed now, opens Friday, August 21, 2026 at 8:30\u202fAM."});
        check(closed(august(14, at(17)), {}), {"مغلقة الآن.", "ⵜⵇⵇⵏ ⵖⵉⵍⴰⴷ.", "Fermé maintenant.", "Closed now."});
    }

    TEST_CASE("every day of the week has its name") {
        constexpr std::array<std::string_view, 7> names{"lundi",    "mardi",  "mercredi", "jeudi",
                                                        "vendredi", "samedi", "dimanche"};
        for (int day = 0; day < 7; ++day) {
            const auto text =
                pages::open_words(i18n::Text(Language::Fr), closed(august(9 + day, 0), august(10 + day, at(8, 30))));
            CHECK(text.utf8.contains(names[static_cast<std::size_t>(day)]));
        }
    }

    TEST_CASE("a holiday says its name and the whole date of the next opening") {
        check(a_holiday(), {"مغلقة اليوم: عيد؛ تفتح يوم الخميس 13 غشت 2026 على الساعة 08:30.",
                            "ⵜⵇⵇⵏ ⴰⵙⵙⴰ: ⵍⵄⵉⴷ. ⵔⴰⴷ ⵜⵔⵥⵎ ⴰⴽⵡⴰⵙ 13 ⵖⵓⵛⵜ 2026 ⴳ 08:30.",
                            "Fermé aujourd’hui\u00a0: Fête\u202f; ouvre jeudi 13 août 2026 à 08:30.",
                            "Closed today: Feast; opens Thursday, August 13, 2026 at 8:30\u202fAM."});
        auto state = a_holiday();
        state.until.reset();
        check(state,
              {"مغلقة اليوم: عيد.", "ⵜⵇⵇⵏ ⴰⵙⵙⴰ: ⵍⵄⵉⴷ.", "Fermé aujourd’hui\u00a0: Fête.", "Closed today: Feast."});
    }

    TEST_CASE("a closure that ends today says the hour") {
        auto state = a_holiday();
        state.reason = ClosedReason::Exceptional;
        state.until = august(12, at(14));
        check(state,
              {"مغلقة الآن: عيد؛ تفتح على الساعة 14:00.", "ⵜⵇⵇⵏ ⵖⵉⵍⴰⴷ: ⵍⵄⵉⴷ. ⵔⴰⴷ ⵜⵔⵥⵎ ⴳ 14:00.",
               "Fermé maintenant\u00a0: Fête\u202f; ouvre à 14:00.", "Closed now: Feast; opens at 2:00\u202fPM."});
    }

    TEST_CASE("the season is named, and a date that is not announced says so once") {
        auto state = open_for(61);
        state.season = {"توقيت رمضان", "ⵜⵉⵙⵔⴰⴳⵉⵏ ⵏ ⵕⵎⴹⴰⵏ", "Horaires de ramadan", "Ramadan hours"};
        state.certainty = state.season_certainty = Certainty::Expected;
        check(state, {"مفتوحة الآن إلى غاية الساعة 16:30. المعمول به: توقيت رمضان. تاريخ متوقع لم يُعلن عنه بعد.",
                      "ⵜⵔⵥⵎ ⵖⵉⵍⴰⴷ ⴰⵔ 16:30. ⴰⵢⵏⵏⴰ ⵉⵍⵍⴰⵏ ⵖⵉⵍⴰⴷ: ⵜⵉⵙⵔⴰⴳⵉⵏ ⵏ ⵕⵎⴹⴰⵏ. ⴰⵣⵎⵣ ⵉⵜⵜⵓⵔⴰⵊⴰⵏ, ⵓⵔ ⵜⴰ ⵉⵜⵜⵓⵏⵏⵉ.",
                      "Ouvert maintenant, jusqu’à 16:30. En vigueur\u00a0: Horaires de ramadan. Date prévue, pas "
                      "encore annoncée.",
                      "Open now until 4:30\u202fPM. In force: Ramadan hours. Expected date, not yet announced."});
    }

    TEST_CASE("where nothing is known, the court is asked to confirm") {
        check({}, {"على المحكمة أن تؤكد أوقات العمل.", "ⵜⵉⵙⵔⴰⴳⵉⵏ ⴰⴷ ⵜⵏⵜ ⵜⵙⵙⵉⴷⵜ ⵜⵙⵏⴱⴹⴰⵢⵜ.",
                   "Horaires à confirmer par le tribunal.", "Hours to be confirmed by the court."});
    }

    TEST_CASE("times, days and names are isolated, and a name in another language keeps its own") {
        auto state = a_holiday();
        state.words = {"عيد", "", "", ""};
        const auto text = pages::open_words(i18n::Text(Language::En), state);
        REQUIRE(text.spans.size() == 4);
        const auto word_of = [&](const doc::Span& span) { return text.utf8.substr(span.begin, span.end - span.begin); };
        CHECK(word_of(text.spans[0]) == "عيد");
        CHECK(text.spans[0].language == Language::Ar);
        CHECK(word_of(text.spans[1]) == "Thursday");
        CHECK(word_of(text.spans[2]) == "August 13, 2026");
        CHECK(word_of(text.spans[3]) == "8:30\u202fAM");
    }
}
