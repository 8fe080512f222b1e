// The desk's pages of texts in every state that a reader can meet.
#pragma once

#include "shared/desk/copies.hpp"
#include "shared/desk/duties.hpp"
#include "shared/desk/glossary.hpp"
#include "shared/desk/image.hpp"
#include "shared/desk/item.hpp"
#include "shared/desk/items.hpp"
#include "shared/desk/parity.hpp"
#include "shared/domain/item_difference.hpp"
#include "tests/support/a_country.hpp"
#include "tests/support/screen.hpp"

namespace test {

inline domain::Values some_values() {
    return {{"original", "ar"},
            {"title/ar", "شباك واحد للشواهد"},
            {"title/fr", "Un seul guichet pour les certificats"},
            {"summary/ar", "تُطلب الشواهد الآن من الشباك 1."},
            {"published-on", "2026-11-20"},
            {"body/ar", "لم يعد الصعود ضروريا.\n\nالشباك مفتوح طوال ساعات العمل."}};
}

inline desk::ItemView an_item(domain::ItemState state = domain::ItemState::Draft) {
    using enum domain::LanguageStatus;
    const base::LocalTime morning{{2026, 11, 22}, 8 * 60 + 31};
    return {.number = "17",
            .kind = domain::ItemKind::Article,
            .state = state,
            .version = 3,
            .live_version = 2,
            .title = "شباك واحد للشواهد",
            .languages = {Approved, Missing, Stale, Proposed},
            .changed = desk::Doer{"محررة-1", domain::Role::Editor, morning}};
}

inline Screens item_editors(const i18n::Text& tr) {
    using domain::ItemKind;
    using domain::ItemProblem;
    using domain::ItemState;
    using domain::ItemStep;
    static const auto districts = some_districts();
    const auto& courts = districts.front().courts;
    const routes::DeskItem route{tr.language(), "rabat", "17", false, {}};
    const auto page = [&](const desk::ItemData& data) { return desk::item_page(tr, route, data); };
    const auto data = [&](desk::ItemView item, domain::Values values, std::vector<ItemStep> steps = {}) {
        return desk::ItemData{.item = std::move(item),
                              .values = std::move(values),
                              .errors = {},
                              .step_problem = {},
                              .steps = std::move(steps),
                              .courts = courts,
                              .can_save = true};
    };
    const auto fresh = [&](ItemKind kind) {
        return data({.number = {}, .kind = kind}, {{"original", std::string(base::code_of(tr.language()))}});
    };
    auto hours = fresh(ItemKind::Hours);
    hours.values.insert({{"court", "cour-appel"},
                         {"first", "2026-07-01"},
                         {"shifts/0/days", "monday-friday"},
                         {"shifts/0/opens", "8h"},
                         {"breaks/0/break", "midday"}});
    hours.errors = {{"shifts/0/opens", ItemProblem::TimeUnfit}};
    auto court = fresh(ItemKind::Court);
    court.values.insert({{"contacts/0/kind", "telephone"},
                         {"contacts/0/value", "+212 5 37 00 00 00"},
                         {"contacts/0/text/fr", "Accueil"},
                         {"contacts/1/kind", "fax"},
                         {"contacts/1/value", "05 37 00"},
                         {"contacts/2/kind", "email"},
                         {"contacts/2/value", "greffe"},
                         {"contacts/3/value", "https://court.example"},
                         {"contacts/4/text/fr", "Par écrit"}});
    court.errors = {{"contacts/1/value", ItemProblem::TelephoneUnfit},
                    {"contacts/2/value", ItemProblem::EmailUnfit},
                    {"contacts/3/kind", ItemProblem::Missing}};
    auto saved = data(an_item(), some_values(), {ItemStep::Submit, ItemStep::Archive});
    saved.saved = 3;
    saved.item.locked = desk::Doer{"redacteur-2", domain::Role::Editor, {{2026, 11, 22}, 10 * 60 + 12}};
    auto wrong = data(an_item(), some_values(), {ItemStep::Submit});
    wrong.values["title/fr"] = "<b>" + std::string(200, 'x');
    wrong.errors = {{"title/fr", ItemProblem::TooLong}, {"summary/ar", ItemProblem::Missing}};
    auto judged =
        data(an_item(ItemState::LegalCheck), some_values(), {ItemStep::Return, ItemStep::Publish, ItemStep::Schedule});
    judged.can_save = false;
    judged.step_problem = domain::StepProblem::MomentPast;
    judged.typed_at = "2020-01-01 10:00";
    auto scheduled = data(an_item(ItemState::Scheduled), some_values());
    scheduled.can_save = false;
    scheduled.item.goes_public = base::LocalTime{{2026, 11, 26}, 10 * 60};
    scheduled.item.ends = base::LocalTime{{2026, 12, 26}, 18 * 60};
    auto checked = data(an_item(), some_values());
    checked.is_checked = true;
    checked.mended = 1;
    checked.values["title/fr"] = "L'heure du guichet";
    checked.values["body/ar"] = "# عنوان\n\n[هنا](javascript:x)";
    using enum domain::Severity;
    checked.findings = {{"body/ar", Must, domain::Flaw::UnsafeLink, "javascript:x", 0, 0, "# عنوان\n\nهنا"},
                        {"body/fr", Should, domain::Flaw::MissingLanguage},
                        {"summary/ar", Must, domain::Flaw::LookAlike, "abc"},
                        {"summary/fr", Should, domain::Flaw::MissingLanguage},
                        {"title/fr", Should, domain::Flaw::LongSentence, "L'heure du guichet", 40, 30},
                        {"title/fr", Should, domain::Flaw::StraightQuote, "", 0, 0, "L’heure du guichet"}};
    auto read = checked;
    read.can_save = false;
    read.mended.reset();
    read.step_problem = domain::StepProblem::ChecksFailed;
    auto copied = data(an_item(), {{"original", "fr"}, {"title/fr", "Casier judiciaire"}}, {ItemStep::Submit});
    copied.item.kind = ItemKind::Sheet;
    copied.item.version = 1;
    copied.item.live_version = 0;
    copied.is_new_copy = true;
    copied.copied = desk::CopiedView{
        .city = districts.front().city, .date = {2026, 11, 20}, .address = "/fr/d/rabat/services/a", .is_newer = true};
    auto orphan = copied;
    orphan.can_save = orphan.is_new_copy = false;
    orphan.copied->address.clear();
    auto programme = fresh(ItemKind::Programme);
    programme.values["milestones/0/title/fr"] = "Choix des formulaires";
    programme.values["milestones/0/state"] = "done";
    programme.open_row = "milestones";
    return {{"item-new-article", page(fresh(ItemKind::Article))},
            {"item-new-activity", page(fresh(ItemKind::Activity))},
            {"item-new-sheet", page(fresh(ItemKind::Sheet))},
            {"item-new-notice", page(fresh(ItemKind::Notice))},
            {"item-new-programme", page(programme)},
            {"item-new-hours", page(hours)},
            {"item-new-court", page(court)},
            {"item-saved", page(saved)},
            {"item-wrong", page(wrong)},
            {"item-judged", page(judged)},
            {"item-checked", page(checked)},
            {"item-checked-read-only", page(read)},
            {"item-copied", page(copied)},
            {"item-copied-read-only", page(orphan)},
            {"item-scheduled", page(scheduled)}};
}

inline Screens parity_boards(const i18n::Text& tr) {
    using domain::ItemKind;
    using domain::LanguageStatus;
    const routes::DeskRoom room{tr.language(), "rabat", routes::Room::Parity, {}};
    const auto districts = some_districts();
    desk::ParityData data{.city = districts.front().city.in(tr.language()), .next = "1-2-fr"};
    for (const auto language : base::languages)
        for (const auto status : domain::language_statuses) {
            data.counts.at(ItemKind::Article, language, status) = 5;
            data.counts.at(ItemKind::Sheet, language, status) = status == LanguageStatus::Approved ? 1'999 : 0;
        }
    data.gaps = {
        {"17", ItemKind::Sheet, "شباك واحد للشواهد", base::Language::Fr, LanguageStatus::Missing, {2026, 8, 20}, 94},
        {"17", ItemKind::Sheet, "", base::Language::Zgh, LanguageStatus::Stale, {2026, 11, 21}, 1},
        {"18", ItemKind::Notice, "Un avis", base::Language::En, LanguageStatus::Proposed, {2026, 11, 22}, 0}};
    const desk::ParityData none{.city = data.city, .kind = ItemKind::Notice, .language = base::Language::Zgh};
    return {{"parity", desk::parity_page(tr, room, data)}, {"parity-none", desk::parity_page(tr, room, none)}};
}

inline Screens duty_lists(const i18n::Text& tr) {
    const routes::DeskRoom room{tr.language(), "rabat", routes::Room::Duties, {}};
    const auto districts = some_districts();
    desk::DutiesData data{.city = districts.front().city.in(tr.language()),
                          .overdue = 1,
                          .soon = 2,
                          .next = "2026-11-30-17-fee",
                          .may_edit = true,
                          .is_confirmed = true};
    const desk::DutyView fee{.number = "17",
                             .version = 3,
                             .title = "السجل العدلي",
                             .path = "fee",
                             .full_path = "fee/ar",
                             .text = "عشرون درهما",
                             .name = "محررة-1",
                             .verified_on = {2026, 3, 2},
                             .until = {2026, 9, 1},
                             .days_over = 82};
    auto paper = fee;
    paper.path = "papers/0/text";
    paper.full_path = "papers/0/text/fr";
    paper.text = "Carte d’identité";
    paper.name.clear();
    paper.until = {2026, 11, 30};
    paper.days_over = -8;
    data.duties = {fee, paper};
    return {{"duties", desk::duties_page(tr, room, data)},
            {"duties-none", desk::duties_page(tr, room, {.city = data.city, .is_refused = true})}};
}

inline Screens glossaries(const i18n::Text& tr) {
    const routes::DeskRoom room{tr.language(), "rabat", routes::Room::Glossary, {}};
    const domain::Term term{
        "legal-aid", "sheets/a.json", {{{"المساعدة القضائية"}, {}, {"assistance judiciaire"}, {"legal aid", "aid"}}}};
    return {{"glossary", desk::glossary_page(tr, room, {term})}, {"glossary-none", desk::glossary_page(tr, room, {})}};
}

inline Screens copy_lists(const i18n::Text& tr) {
    const routes::DeskRoom room{tr.language(), "tanger", routes::Room::Copies, {}};
    const auto districts = some_districts();
    desk::CopiesData data{
        .offers = {{"17", "شباك واحد للشواهد", districts.front().city, {2026, 11, 20}, "/fr/d/rabat/a"},
                   {"18", "", districts.back().city, {2026, 8, 2}, "/fr/d/rabat/b"}},
        .next = "7-1",
        .from = {},
        .districts = districts,
        .may_copy = true};
    const desk::CopiesData none{.offers = {},
                                .next = {},
                                .kind = domain::ItemKind::Question,
                                .from = districts.front().id.value(),
                                .districts = districts};
    return {{"copies", desk::copies_page(tr, room, data)}, {"copies-none", desk::copies_page(tr, room, none)}};
}

inline Screens item_lists(const i18n::Text& tr) {
    using domain::ItemKind;
    const routes::DeskRoom room{tr.language(), "rabat", routes::Room::Items, {}};
    const auto districts = some_districts();
    const auto city = districts.front().city.in(tr.language());
    const routes::DeskItem route{tr.language(), "rabat", "17", true, {}};
    auto before = some_values(), after = some_values();
    after["title/fr"] = "Un guichet pour tous les certificats";
    after.erase("summary/ar");
    auto theirs = before;
    theirs["title/fr"] = "Guichet unique";
    theirs["published-on"] = "2026-11-21";
    const base::LocalTime time{{2026, 11, 21}, 16 * 60 + 5};
    const desk::HistoryData history{
        .item = an_item(),
        .revisions = {{3, {"محررة-1", domain::Role::Editor, time}, domain::difference(before, after)},
                      {2, {"redacteur-2", domain::Role::Reviewer, time}, {}},
                      {1, {"محررة-1", domain::Role::Editor, time}, domain::difference({}, before)}},
        .audit = {{"release", {}, time, {}},
                  {"return", desk::Doer{"redacteur-2", domain::Role::Reviewer, time}, time, "Trop long."},
                  {"save", desk::Doer{"محررة-1", domain::Role::Editor, time}, time, {}},
                  {"import", {}, time, {}}},
        .can_restore = true};
    const routes::DeskRoom images{tr.language(), "rabat", routes::Room::Images, {}};
    const desk::ImageView picture{
        {"/images/" + std::string(64, 'a') + ".png", 320, 200}, "La façade du tribunal", base::Language::Fr};
    const desk::ImagesData pictures{
        .city = city, .images = {picture}, .next = "7-1", .may_add = true, .added = picture};
    const desk::ImagesData refused{.city = city,
                                   .images = {},
                                   .next = {},
                                   .may_add = true,
                                   .problem = domain::ImageProblem::NotAnImage,
                                   .typed_text = "La façade"};
    auto unnamed = an_item(domain::ItemState::Review);
    unnamed.number = "18";
    unnamed.title.clear();
    return {
        {"items",
         desk::items_page(tr, room, {.city = city, .items = {an_item(), unnamed}, .next = "18", .may_edit = true})},
        {"items-none", desk::items_page(tr, room, {.city = city, .items = {}, .next = {}, .kind = ItemKind::Guide})},
        {"images", desk::images_page(tr, images, pictures)},
        {"images-none", desk::images_page(tr, images, {.city = city, .images = {}, .next = {}})},
        {"images-refused", desk::images_page(tr, images, refused)},
        {"item-history", desk::history_page(tr, route, history)},
        {"item-merge", desk::merge_page(tr, route, {an_item(), domain::merge_facts(before, after, theirs)},
                                        districts.front().courts)}};
}

}  // namespace test
