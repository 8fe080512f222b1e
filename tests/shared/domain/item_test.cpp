#include "shared/domain/item.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <random>
#include <set>

#include "shared/domain/item_difference.hpp"
#include "shared/domain/item_language.hpp"

using namespace domain;
using base::Language;

namespace {

Values an_article() {
    return {{"original", "ar"},
            {"title/ar", "عنوان"},
            {"summary/ar", "ملخص"},
            {"published-on", "2026-11-22"},
            {"body/ar", "فقرة"}};
}

std::vector<ItemError> errors_of(ItemKind kind, Values values, std::string_view path, std::string_view text) {
    values.insert_or_assign(std::string(path), std::string(text));
    return check_values(kind, values).errors;
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    while (times-- > 0) all += text;
    return all;
}

}  // namespace

TEST_SUITE("shared/domain/item") {
    TEST_CASE("every table begins with the original language and names each field once") {
        for (const auto kind : item_kinds) {
            CAPTURE(name_of(kind));
            const auto fields = fields_of(kind);
            CHECK(fields.front().name == "original");
            std::set<std::pair<std::string_view, std::string_view>> names;
            std::string_view list;
            std::set<std::string_view> lists;
            for (const auto& field : fields) {
                CHECK(names.emplace(field.list, field.name).second);
                if (field.list != list && !field.list.empty()) CHECK(lists.insert(field.list).second);
                list = field.list;
                CHECK((field.form == ItemForm::Choice) == !field.choices.empty());
                const bool is_text = field.form == ItemForm::Line || field.form == ItemForm::Text ||
                                     field.form == ItemForm::Markdown || field.form == ItemForm::Address ||
                                     field.form == ItemForm::Contact;
                CHECK(is_text == (field.limit > 0));
                for (const auto name : {field.not_before, field.comes_with, field.instead_of})
                    if (!name.empty()) CHECK(find_field(kind, field.list, name));
                if (field.form == ItemForm::Contact) CHECK_FALSE(field.comes_with.empty());
            }
            CHECK(find_field(kind, "", "title"));
        }
    }

    TEST_CASE("a path leads to one field, and only in its one spelling") {
        for (const auto* path : {"title/ar", "starts", "original", "body/zgh"})
            CHECK(find_place(ItemKind::Activity, path).has_value());
        for (const auto* path : {"papers/0/text/zgh", "papers/49/text/ar", "papers/7/source", "steps/0/title-source"})
            CHECK(find_place(ItemKind::Sheet, path).has_value());
        for (const auto* path :
             {"", "/", "title", "title/", "title/de", "title/ar/x", "papers", "papers/text/ar", "papers/50/text/ar",
              "papers/01/text/ar", "papers/-1/text/ar", "papers/0/text", "papers/0/source/ar", "papers/0/text/ar/x",
              "starts", "Title/ar", "papers//text/ar", "who-source/fr"})
            CHECK_FALSE(find_place(ItemKind::Sheet, path).has_value());
        for (const auto kind : item_kinds)
            for (const auto& field : fields_of(kind)) {
                const auto path = path_of(field, field.list.empty() ? std::nullopt : std::optional<std::size_t>(3),
                                          field.localized ? std::optional(Language::Zgh) : std::nullopt);
                const auto place = find_place(kind, path);
                REQUIRE(place);
                CHECK(place->field == &field);
            }
    }

    TEST_CASE("every text of every kind fits at its limit and not one code point above it") {
        for (const auto kind : item_kinds)
            for (const auto& field : fields_of(kind)) {
                const bool is_text =
                    field.form == ItemForm::Line || field.form == ItemForm::Text || field.form == ItemForm::Markdown;
                if (!is_text) continue;
                CAPTURE(name_of(kind));
                CAPTURE(field.name);
                const auto path = path_of(field, field.list.empty() ? std::nullopt : std::optional<std::size_t>(0),
                                          field.localized ? std::optional(Language::Ar) : std::nullopt);
                const Values base{{"original", "ar"}};
                CHECK(errors_of(kind, base, path, repeated("ⴰ", field.limit)).empty());
                CHECK(errors_of(kind, base, path, repeated("ⴰ", field.limit + 1)) ==
                      std::vector<ItemError>{{path, ItemProblem::TooLong}});
            }
    }

    TEST_CASE("a value that its field cannot hold is named with what is wrong") {
        const auto base = Values{{"original", "fr"}};
        struct Row {
            ItemKind kind;
            const char* path;
            std::string text;
            ItemProblem problem;
        };
        const Row rows[] = {
            {ItemKind::Article, "headline/fr", "x", ItemProblem::PathUnknown},
            {ItemKind::Article, "title/fr", "\xff", ItemProblem::TextBroken},
            {ItemKind::Article, "published-on", "2026-02-30", ItemProblem::DateUnfit},
            {ItemKind::Article, "published-on", "22/11/2026", ItemProblem::DateUnfit},
            {ItemKind::Activity, "starts", "2026-11-22", ItemProblem::MomentUnfit},
            {ItemKind::Activity, "starts", "2026-11-22T24:00", ItemProblem::MomentUnfit},
            {ItemKind::Activity, "court", "Not a slug", ItemProblem::SlugUnfit},
            {ItemKind::Sheet, "papers/0/copies", "two", ItemProblem::NumberUnfit},
            {ItemKind::Sheet, "papers/0/copies", "1000", ItemProblem::NumberUnfit},
            {ItemKind::Sheet, "online-address", "http://example.org", ItemProblem::AddressUnfit},
            {ItemKind::Sheet, "online-address", "javascript:alert(1)", ItemProblem::AddressUnfit},
            {ItemKind::Sheet, "online-address", "https://", ItemProblem::AddressUnfit},
            {ItemKind::Notice, "urgency", "panic", ItemProblem::ChoiceUnknown},
            {ItemKind::Hours, "shifts/0/opens", "8:30", ItemProblem::TimeUnfit},
            {ItemKind::Hours, "shifts/0/closes", "24:00", ItemProblem::TimeUnfit},
            {ItemKind::Hours, "shifts/0/days", "monday-sunday", ItemProblem::ChoiceUnknown},
        };
        for (const auto& row : rows) {
            CAPTURE(row.path);
            CAPTURE(row.text);
            CHECK(errors_of(row.kind, base, row.path, row.text) == std::vector<ItemError>{{row.path, row.problem}});
        }
        CHECK(errors_of(ItemKind::Article, {}, "original", "de") ==
              std::vector<ItemError>{{"original", ItemProblem::ChoiceUnknown}});
        CHECK(check_values(ItemKind::Article, {}).errors == std::vector<ItemError>{{"original", ItemProblem::Missing}});
    }

    TEST_CASE("nothing ends before it starts") {
        const Values values{{"original", "fr"}, {"from", "2026-11-22"}, {"to", "2026-11-21"}};
        CHECK(check_values(ItemKind::Notice, values).errors == std::vector<ItemError>{{"to", ItemProblem::TooEarly}});
        const Values same{{"original", "fr"}, {"starts", "2026-11-22T09:00"}, {"ends", "2026-11-22T09:00"}};
        CHECK(check_values(ItemKind::Activity, same).errors.empty());
        const Values shut{{"original", "fr"},          {"shifts/0/opens", "08:30"},  {"shifts/0/closes", "16:30"},
                          {"shifts/1/opens", "17:00"}, {"shifts/1/closes", "17:00"}, {"breaks/0/begins", "13:00"},
                          {"breaks/0/ends", "12:00"}};
        CHECK(check_values(ItemKind::Hours, shut).errors ==
              std::vector<ItemError>{{"shifts/1/closes", ItemProblem::TooEarly},
                                     {"breaks/0/ends", ItemProblem::TooEarly}});
    }

    TEST_CASE("hours without a shift do not leave their author") {
        const Values values{{"original", "fr"}, {"title/fr", "Été"}, {"court", "cour-appel"}, {"source", "Arrêté"}};
        CHECK(missing_values(ItemKind::Hours, values) ==
              std::vector<std::string>{"shifts/0/days", "shifts/0/opens", "shifts/0/closes"});
    }

    TEST_CASE("no more values and bytes are taken than the limits say") {
        Values many{{"original", "ar"}};
        for (std::size_t i = 0; many.size() <= item_values_limit; ++i) many.emplace("x" + std::to_string(i), "");
        CHECK(check_values(ItemKind::Article, many).errors == std::vector<ItemError>{{"", ItemProblem::TooManyValues}});
        const Values large{{"original", "ar"}, {"body/ar", std::string(item_bytes_limit, 'x')}};
        CHECK(check_values(ItemKind::Article, large).errors == std::vector<ItemError>{{"", ItemProblem::TooLarge}});
    }

    TEST_CASE("a text loses controls, overrides and space at its ends, and honest Arabic nothing") {
        auto values = an_article();
        values["title/ar"] = "  \u202Eمحكمة\u202C\tالرباط\n ";
        values["summary/ar"] = "\r\nسطر\r\nثان\u200Cي ";
        values["body/ar"] = "\n\n    code\n\nفقرة\n\n";
        values["title/fr"] = " \t ";
        const auto checked = check_values(ItemKind::Article, values);
        REQUIRE(checked.errors.empty());
        CHECK(checked.values.at("title/ar") == "محكمة الرباط");
        CHECK(checked.values.at("summary/ar") == "سطر ثان\u200Cي");
        CHECK(checked.values.at("body/ar") == "    code\n\nفقرة");
        CHECK_FALSE(checked.values.contains("title/fr"));
    }

    TEST_CASE("rows that were emptied go, and those after them move up") {
        const Values values{{"original", "fr"},          {"papers/0/text/fr", "a"}, {"papers/1/text/fr", " "},
                            {"papers/2/text/fr", "c"},   {"papers/2/copies", "2"},  {"papers/10/text/ar", "k"},
                            {"steps/1/title/fr", "step"}};
        const auto checked = check_values(ItemKind::Sheet, values);
        REQUIRE(checked.errors.empty());
        CHECK(checked.values == Values{{"original", "fr"},
                                       {"papers/0/text/fr", "a"},
                                       {"papers/1/text/fr", "c"},
                                       {"papers/1/copies", "2"},
                                       {"papers/2/text/ar", "k"},
                                       {"steps/0/title/fr", "step"}});
        CHECK(rows_of(checked.values, "papers") == 3);
    }

    TEST_CASE("what an item still lacks is named in the language that it was thought in") {
        CHECK(missing_values(ItemKind::Article, an_article()).empty());
        CHECK(missing_values(ItemKind::Article, {{"original", "fr"}, {"title/ar", "x"}}) ==
              std::vector<std::string>{"title/fr", "summary/fr", "published-on"});
        CHECK(missing_values(ItemKind::Programme, {{"original", "fr"},
                                                   {"title/fr", "x"},
                                                   {"summary/fr", "x"},
                                                   {"milestones/0/title/fr", "x"},
                                                   {"milestones/0/due", "2026-11-22"}}) ==
              std::vector<std::string>{"milestones/0/state"});
    }
}

TEST_SUITE("shared/domain/item_difference") {
    TEST_CASE("a difference names each path that changed, with both texts") {
        const Values before{{"a", "1"}, {"b", "2"}, {"c", "3"}}, after{{"a", "1"}, {"b", "x"}, {"d", "4"}};
        CHECK(difference(before, after) == std::vector<ValueChange>{{"b", "2", "x"}, {"c", "3", ""}, {"d", "", "4"}});
        CHECK(difference(before, before).empty());
    }

    TEST_CASE("two changes of one revision are parted by who changed which path") {
        const Values base{{"a", "0"}, {"b", "0"}, {"c", "0"}, {"d", "0"}, {"e", "0"}};
        const Values mine{{"a", "0"}, {"b", "m"}, {"c", "0"}, {"d", "s"}, {"e", "m"}};
        const Values theirs{{"a", "0"}, {"b", "0"}, {"c", "t"}, {"d", "s"}};
        const auto facts = merge_facts(base, mine, theirs);
        std::vector<MergeSide> sides;
        for (const auto& fact : facts) sides.push_back(fact.side);
        CHECK(sides == std::vector{MergeSide::Unchanged, MergeSide::Mine, MergeSide::Theirs, MergeSide::Same,
                                   MergeSide::Conflict});
        CHECK(merged(facts, MergeSide::Mine) == Values{{"a", "0"}, {"b", "m"}, {"c", "t"}, {"d", "s"}, {"e", "m"}});
        CHECK(merged(facts, MergeSide::Theirs) == Values{{"a", "0"}, {"b", "m"}, {"c", "t"}, {"d", "s"}});
    }

    TEST_CASE("of 1,000 random triples no change of either side is lost but in a conflict") {
        std::mt19937 random(7);
        const auto draw = [&](const Values& from) {
            Values values = from;
            for (const auto* path : {"a", "b", "c", "d"}) switch (random() % 4) {
                    case 0: values[path] = std::string(1, static_cast<char>('a' + random() % 3)); break;
                    case 1: values.erase(path); break;
                    default: break;
                }
            return values;
        };
        for (int i = 0; i < 1000; ++i) {
            const auto base = draw({}), mine = draw(base), theirs = draw(base);
            const auto facts = merge_facts(base, mine, theirs);
            const auto result = merged(facts, MergeSide::Theirs);
            for (const auto& fact : facts) {
                const auto text = text_at(result, fact.path);
                if (fact.mine != fact.base && fact.side != MergeSide::Conflict) CHECK(text == fact.mine);
                if (fact.theirs != fact.base) CHECK(text == fact.theirs);
            }
            CHECK(merged(merge_facts(base, base, theirs), MergeSide::Mine) == theirs);
        }
    }
}

TEST_SUITE("shared/domain/item_language") {
    TEST_CASE("a language is missing, proposed, approved, stale, and proposed again") {
        LanguageMarks marks{};
        auto save = [&, before = Values(), version = 0](const Values& after) mutable {
            marks = marks_after(ItemKind::Article, marks, before, after, ++version);
            before = after;
            return version;
        };
        auto values = an_article();
        save(values);
        const auto status = [&](Language language) { return status_of(marks, Language::Ar, language); };
        CHECK(status(Language::Ar) == LanguageStatus::Proposed);
        CHECK(status(Language::Fr) == LanguageStatus::Missing);

        values["title/fr"] = "Titre";
        save(values);
        CHECK(status(Language::Fr) == LanguageStatus::Missing);

        values["summary/fr"] = "Résumé";
        values["body/fr"] = "Corps";
        const auto version = save(values);
        CHECK(status(Language::Fr) == LanguageStatus::Proposed);

        for (const auto language : {Language::Ar, Language::Fr}) marks[index_of(language)].approved_version = version;
        CHECK(status(Language::Fr) == LanguageStatus::Approved);
        CHECK(status(Language::Ar) == LanguageStatus::Approved);

        values["title/ar"] = "عنوان آخر";
        const auto newest = save(values);
        CHECK(status(Language::Ar) == LanguageStatus::Proposed);
        CHECK(status(Language::Fr) == LanguageStatus::Stale);

        marks[index_of(Language::Fr)].approved_version = newest;
        CHECK(status(Language::Fr) == LanguageStatus::Approved);

        values["published-on"] = "2026-11-23";
        save(values);
        CHECK(status(Language::Fr) == LanguageStatus::Approved);
    }
}
