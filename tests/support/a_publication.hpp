// Builders of what a district publishes, of its courts and of its doors: a test names only what matters to it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "shared/domain/court_sheet.hpp"
#include "shared/domain/hours.hpp"
#include "shared/domain/list.hpp"
#include "shared/domain/publication.hpp"
#include "tests/support/a_sheet.hpp"

namespace test {

inline domain::Court a_court(std::string id, base::LocalizedText name) {
    return {.id = domain::CourtId(std::move(id)), .name = std::move(name), .source = "Decree"};
}

// The district of all that is built here, with its courts.
inline domain::District rabat() {
    auto district = a_district();
    district.court_of_appeal = {"محكمة الاستئناف بالرباط", "ⵜⴰⵙⵏⴱⴹⴰⵢⵜ ⵏ ⵡⴰⵍⴰⵙ ⵏ ⵕⵕⴱⴰⵟ", "Cour d’appel de Rabat",
                                "Court of Appeal of Rabat"};
    district.region = {"الرباط-سلا-القنيطرة", "", "Rabat-Salé-Kénitra", "Rabat-Salé-Kenitra"};
    district.courts = {a_court("tpi-rabat", {"المحكمة الابتدائية بالرباط", "", "Tribunal de première instance de Rabat",
                                             "Court of First Instance of Rabat"}),
                       a_court("tpi-sale", {"المحكمة الابتدائية بسلا", "", "Tribunal de première instance de Salé",
                                            "Court of First Instance of Salé"})};
    district.culture = {.welcome = {"مرحبا بكم", "ⴰⵏⵙⵓⴼ ⵏⵏⵓⵏ", "Bienvenue", "Welcome"},
                        .languages = {base::languages.begin(), base::languages.end()},
                        .featured = {"nationality"}};
    return district;
}

inline domain::Block a_block(domain::BlockKind kind, std::vector<std::string> lines) {
    domain::Block block{kind, {}};
    for (auto& line : lines) block.lines.push_back({std::move(line), {}});
    return block;
}

// In all languages the same.
inline domain::Body a_body(domain::Blocks blocks) { return {{blocks, blocks, blocks, blocks}}; }
inline domain::Body a_body(std::vector<std::string> paragraphs) {
    domain::Blocks blocks;
    for (auto& words : paragraphs) blocks.push_back(a_block(domain::BlockKind::Paragraph, {std::move(words)}));
    return a_body(std::move(blocks));
}

inline domain::Block a_picture(std::string words, int width = 320, int height = 200) {
    return {domain::BlockKind::Picture,
            {{std::move(words), {}}},
            domain::Image{"/images/" + std::string(64, 'a') + ".png", width, height}};
}

// Something of every kind, in four languages: two headings, a list of `kind`, a link, strong words.
inline domain::Body a_rich_body(domain::BlockKind kind) {
    using enum domain::BlockKind;
    struct Said {
        const char *heading, *subheading, *one, *two, *before, *link, *after;
    };
    const auto blocks = [&](const Said& said) {
        const std::string words = std::string(said.before) + said.link + said.after;
        const auto begin = static_cast<std::uint32_t>(std::string_view(said.before).size());
        const auto end = begin + static_cast<std::uint32_t>(std::string_view(said.link).size());
        const domain::BodyText text{words,
                                    {{0, begin - 1, {}}, {begin, end, "/ar/d/rabat/services"}, {begin, end, {}}}};
        return domain::Blocks{a_block(Paragraph, {words}),
                              a_block(Heading, {said.heading}),
                              a_block(kind, {said.one, said.two, words}),
                              a_block(Subheading, {said.subheading}),
                              {Paragraph, {text}}};
    };
    return {{blocks({"ما يمكن طلبه هنا", "الوثائق", "السجل العدلي", "شهادة الجنسية", "انظروا ", "قائمة الخدمات", "."}),
             blocks({"ⵎⴰⵎⴽ ⵔⴰⴷ ⵜⵙⵇⵙⴰⴷ", "ⵉⵔⵔⴰⵜⵏ", "ⴰⴷⵍⵉⵙ ⴰⵏⵣⵔⴼⴰⵏ", "ⵜⴰⵙⵍⴽⵉⵏⵜ ⵏ ⵜⵏⴰⵎⵓⵔⵜ", "ⵖⵔ ", "ⵜⵉⵏⴰⴼⵓⵜⵉⵏ", "."}),
             blocks({"Ce que l’on peut y demander", "Les papiers", "Casier judiciaire", "Certificat de nationalité",
                     "Voyez la ", "liste des services", "."}),
             blocks({"What you can request here", "The papers", "Criminal record", "Certificate of nationality",
                     "See the ", "list of services", "."})}};
}

inline domain::Article an_article(std::string id = "new-counter", base::Date published_on = {2026, 11, 20}) {
    return {.id = base::Id<domain::ArticleTag>(std::move(id)),
            .district = domain::DistrictId("rabat"),
            .title = {"شباك جديد للاستقبال", "ⴰⵙⵇⵇⵉⵎ ⴰⵎⴰⵢⵏⵓ", "Un nouveau guichet d’accueil", "A new front desk"},
            .summary = words("It opens at 8:30"),
            .published_on = published_on,
            .body = a_rich_body(domain::BlockKind::Bullets)};
}

constexpr base::LocalTime november(int day, int hour, int minute = 0) { return {{2026, 11, day}, hour * 60 + minute}; }
// Since 2026-09-20 the wall clock of Morocco shows UTC.
constexpr base::Instant utc_november(int day, int hour) {
    return {1'793'491'200'000 + ((day - 1) * 24 + hour) * 3'600'000LL};
}

inline domain::Activity an_activity(std::string id = "open-day", int november_day = 26) {
    return {.id = base::Id<domain::ActivityTag>(std::move(id)),
            .district = domain::DistrictId("rabat"),
            .title = {"يوم مفتوح", "ⴰⵙⵙ ⵢⵔⵥⵎⵏ", "Journée portes ouvertes", "Open day"},
            .summary = words("Meet the clerks"),
            .starts = november(november_day, 10),
            .ends = november(november_day, 12, 30),
            .starts_at = utc_november(november_day, 10),
            .ends_at = {utc_november(november_day, 12).milliseconds + 30 * 60'000},
            .court = domain::CourtId("tpi-rabat"),
            .place = words("Hall 2"),
            .admission = words("Free, without appointment"),
            .body = a_body({"What you will see"})};
}

inline domain::Programme a_programme(std::string id = "one-counter") {
    using enum domain::Progress;
    return {.id = base::Id<domain::ProgrammeTag>(std::move(id)),
            .district = domain::DistrictId("rabat"),
            .title = {"شباك واحد", "ⵢⴰⵏ ⵓⵙⵇⵇⵉⵎ", "Un seul guichet", "One counter"},
            .summary = words("One place for all papers"),
            .milestones = {{words("Plan"), {2026, 3, 1}, Done},
                           {words("Build"), {2026, 12, 1}, Underway},
                           {words("Open"), {2027, 3, 1}, Planned}},
            .body = a_rich_body(domain::BlockKind::Numbers),
            .copied_from = domain::Attribution{domain::DistrictId("tanger"), {"طنجة", "ⵟⴰⵏⵊⴰ", "Tanger", "Tangier"}}};
}

inline domain::Resource a_resource(domain::ResourceKind kind, std::string id) {
    using enum domain::ResourceKind;
    domain::Resource resource{
        .id = base::Id<domain::ResourceTag>(std::move(id)),
        .district = domain::DistrictId("rabat"),
        .kind = kind,
        .title = {"أي وثائق أحمل؟", "ⵎⴰⵏ ⵉⵔⵔⴰⵜⵏ?", "Quels papiers apporter ?", "Which papers do I bring?"}};
    if (kind != Question) resource.summary = words("What you find here");
    if (kind == Guide) resource.audience = domain::Audience::Editor;
    if (kind != Document) resource.body = a_rich_body(domain::BlockKind::Numbers);
    else resource.source = "Bulletin officiel 6655", resource.address = "https://law.example/31-13";
    return resource;
}

inline domain::List<domain::Resource> some_help() {
    using enum domain::ResourceKind;
    return {{a_resource(Question, "papers"), a_resource(Question, "appeal"), a_resource(Guide, "first-visit"),
             a_resource(Document, "law")}};
}

// For the whole country.
inline domain::Resource a_guide(std::string id = "editor") {
    auto guide = a_resource(domain::ResourceKind::Guide, std::move(id));
    guide.district = {};
    return guide;
}

// What a court gives before anybody asked it: its name.
inline domain::CourtSheet a_silent_court() {
    return {.id = domain::CourtId("tpi-rabat"),
            .district = domain::DistrictId("rabat"),
            .name = rabat().courts.front().name,
            .kind = domain::CourtKind::FirstInstance};
}

inline domain::CourtSheet a_court_sheet() {
    auto court = a_silent_court();
    court.source = "Décret 2.23.665";
    court.address = a_sourced_fact(words("12, Avenue of the Court"));
    court.access = {an_example(words("A ramp at the south door"))};
    using enum domain::ContactKind;
    court.contacts = {{a_sourced_fact(words("Front office")), Telephone, "+212 5 37 00 00 00"},
                      {an_example({}), Fax, "+212 5 37 00 00 01"},
                      {a_sourced_fact({}), Email, "greffe.civil@tpi-rabat.court.example"},
                      {an_example({}), Website, "https://tpi-rabat.court.example/contact"},
                      {a_sourced_fact(words("Post"))}};
    court.hears = {a_sourced_fact(words("Family")), a_sourced_fact(words("Traffic"))};
    court.sections = {an_example(words("Family section"))};
    return court;
}

inline domain::OpenState an_open_door(base::LocalTime at, base::LocalTime until) {
    return {.at = at,
            .door = domain::DoorState::Open,
            .until = until,
            .minutes_remaining = domain::minutes_between(at, until)};
}

// A Monday morning: one court is open, one shut for a holiday, of one nothing is known.
inline domain::DistrictNow a_moment() {
    const auto at = november(23, 10, 20);
    domain::OpenState shut{.at = at,
                           .door = domain::DoorState::Closed,
                           .until = november(24, 8, 30),
                           .reason = domain::ClosedReason::Holiday,
                           .words = {"عيد", "ⵍⵄⵉⴷ", "Fête", "Feast"},
                           .certainty = domain::Certainty::Expected};
    using enum domain::Weekday;
    const domain::HoursInForce hours{
        .shifts = {{{Monday, Tuesday, Wednesday, Thursday, Friday}, {510, 990}}, {{Saturday}, {540, 720}}},
        .provenance = {domain::Standing::Sourced, "Décret n° 2-05-916"}};
    return {
        .local = at,
        .utc = utc_november(23, 10),
        .courts = {{domain::CourtId(std::string(domain::appeal_slug)), an_open_door(at, november(23, 16, 30)), hours},
                   {domain::CourtId("tpi-rabat"), std::move(shut), hours},
                   {domain::CourtId("tpi-sale"), {.at = at}, {}}}};
}

}  // namespace test
