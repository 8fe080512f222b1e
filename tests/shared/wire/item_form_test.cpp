#include "shared/wire/item_form.hpp"

#include <doctest/doctest.h>

#include "shared/base/pairs.hpp"

using domain::ItemKind;
using domain::ItemStep;

TEST_SUITE("shared/wire/item_form") {
    TEST_CASE("values stand under their paths, and buttons are none") {
        const auto form = wire::parse_item_form(
            "kind=activity&version=3&do=save&row=&title%2Far=%D8%B4%D8%A8%D8%A7%D9%83&starts=2026-11-26+10%3A00"
            "&place/fr=Salle+1&title/fr=");
        REQUIRE(form);
        CHECK(form->kind == ItemKind::Activity);
        CHECK(form->version == 3);
        CHECK(form->row.empty());
        CHECK(form->values ==
              domain::Values{
                  {"title/ar", "شباك"}, {"starts", "2026-11-26T10:00"}, {"place/fr", "Salle 1"}, {"title/fr", ""}});
    }

    TEST_CASE("what no form of ours sends is refused") {
        for (const auto* body : {"", "kind=activity", "version=1", "kind=novel&version=1", "kind=article&version=-1",
                                 "kind=article&version=1x", "kind=article&version=1&title/ar=a&title/ar=b",
                                 "kind=article&version=1&title=%", "kind=article&kind=article&version=1"}) {
            CAPTURE(body);
            CHECK_FALSE(wire::parse_item_form(body));
        }
        std::string many = "kind=article&version=1";
        for (int i = 0; i < 1'100; ++i) many += "&p" + std::to_string(i) + "=x";
        CHECK_FALSE(wire::parse_item_form(many));
    }

    TEST_CASE("what turns words around, and controls, are not even typed back") {
        const auto form = wire::parse_item_form("kind=article&version=1&title/fr=a%E2%80%AEb%E2%81%A6%00%07%C2%9Dc");
        REQUIRE(form);
        CHECK(form->values.at("title/fr") == "abc");
        CHECK(wire::parse_item_step_form("version=1&step=return&return-reason=a%E2%80%AEb")->reason == "ab");
    }

    TEST_CASE("one button saves, the others only show the form again") {
        using Wish = wire::ItemForm::Wish;
        const auto with = [](const std::string& word) {
            return wire::parse_item_form("kind=article&version=1&title/fr=a%0D%0Ab&do=" + word);
        };
        CHECK(with("")->wish == Wish::Save);
        CHECK(with("save")->wish == Wish::Save);
        CHECK(with("keep")->wish == Wish::Keep);
        CHECK(with("preview")->wish == Wish::Preview);
        CHECK(with("preview")->values.at("title/fr") == "a\nb");
        const auto all = with("mend");
        CHECK(all->wish == Wish::Mend);
        CHECK_FALSE(all->mend.flaw);
        CHECK(all->mend.path.empty());
        const auto one = with(wire::mend_value(domain::Flaw::NoBreakSpace, "papers/0/text/fr"));
        REQUIRE(one);
        CHECK(one->mend.flaw == domain::Flaw::NoBreakSpace);
        CHECK(one->mend.path == "papers/0/text/fr");
        for (const auto* word :
             {"drop", "mend:", "mend:tatweel", "mend:tatweel:", "mend:novel:title/fr", "mendx", "mend::a"}) {
            CAPTURE(word);
            CHECK_FALSE(with(word));
        }
    }

    TEST_CASE("broken bytes stay visible, and harm nothing") {
        const auto form = wire::parse_item_form("kind=article&version=1&title/ar=%FF%FEa");
        REQUIRE(form);
        CHECK(form->values.at("title/ar") == "\uFFFD\uFFFDa");
    }

    TEST_CASE("a step takes the fields of its own form") {
        const auto form = wire::parse_item_step_form(
            "step=schedule&version=4&schedule-at=2026-11-26+10%3A00&schedule-until=&publish-until=2027-01-01+00%3A00");
        REQUIRE(form);
        CHECK(form->step == ItemStep::Schedule);
        CHECK(form->at == "2026-11-26 10:00");
        CHECK(form->until.empty());
        CHECK_FALSE(wire::parse_item_step_form("step=explode&version=4"));
        CHECK_FALSE(wire::parse_item_step_form("step=submit"));
    }

    TEST_CASE("a moment is typed with a space or a T") {
        const base::LocalTime ten{{2026, 11, 26}, 600};
        CHECK(wire::parse_typed_moment("2026-11-26 10:00") == ten);
        CHECK(wire::parse_typed_moment("2026-11-26T10:00") == ten);
        for (const auto* text : {"", "2026-11-26", "26/11/2026 10:00", "2026-11-26 25:00", "2026-11-26  10:00"})
            CHECK_FALSE(wire::parse_typed_moment(text));
    }

    TEST_CASE("what comes back says which revision, and over which") {
        const auto form = wire::parse_item_restore_form("version=7&to=2");
        REQUIRE(form);
        CHECK(form->version == 7);
        CHECK(form->to == 2);
        CHECK_FALSE(wire::parse_item_restore_form("to=2"));
    }
}
