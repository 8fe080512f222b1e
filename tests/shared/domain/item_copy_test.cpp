#include "shared/domain/item_copy.hpp"

#include <doctest/doctest.h>

#include "shared/domain/item_content.hpp"
#include "shared/domain/item_language.hpp"

using namespace domain;

namespace {

const CopySource source{"tanger", ItemKind::Sheet, "casier-judiciaire", 17, 3, {2026, 11, 20}};

// Every field of the kind has a text, in a list two rows.
Values filled(ItemKind kind) {
    Values values;
    const auto text_of = [](const ItemField& field) -> std::string {
        switch (field.form) {
            case ItemForm::Date: return "2026-11-20";
            case ItemForm::Moment: return "2026-11-20T10:00";
            case ItemForm::Number: return "2";
            case ItemForm::Choice: return std::string(field.choices.front());
            case ItemForm::Address: return "https://a.example";
            case ItemForm::Court: return "tpi-tanger";
            default: return "x";
        }
    };
    for (const auto& field : fields_of(kind))
        for (std::size_t row = 0; row < (field.list.empty() ? 1U : 2U); ++row)
            for (const auto language : base::languages)
                values.insert_or_assign(path_of(field, field.list.empty() ? std::nullopt : std::optional(row),
                                                field.localized ? std::optional(language) : std::nullopt),
                                        text_of(field));
    return values;
}

}  // namespace

TEST_SUITE("shared/domain/item_copy") {
    TEST_CASE("a source comes back from its text as it was, and from no other text") {
        CHECK(print(source) == "tanger/sheet/casier-judiciaire/17/3/2026-11-20");
        CHECK(parse_copy_source(print(source)) == source);
        for (const auto* text :
             {"", "/", "tanger", "tanger/sheet/casier-judiciaire/17/3",
              "tanger/sheet/casier-judiciaire/17/3/2026-11-20/", "tanger/sheet/casier-judiciaire/17/3/2026-11-31",
              "tanger/novel/casier-judiciaire/17/3/2026-11-20", "Tanger/sheet/casier-judiciaire/17/3/2026-11-20",
              "tanger/sheet/<b>/17/3/2026-11-20", "tanger/sheet/casier-judiciaire/0/3/2026-11-20",
              "tanger/sheet/casier-judiciaire/17/-3/2026-11-20",
              "tanger/sheet/casier-judiciaire/17/99999999999/2026-11-20",
              "tanger//casier-judiciaire/17/3/2026-11-20"}) {
            CAPTURE(text);
            CHECK_FALSE(parse_copy_source(text));
        }
    }

    TEST_CASE("of each kind everything is taken but what each court says for itself") {
        struct Row {
            ItemKind kind;
            std::vector<std::string> gone, open;
        };
        const std::vector<Row> table{
            {ItemKind::Article, {"published-on"}, {"published-on"}},
            {ItemKind::Activity,
             {"court", "ends", "place/ar", "place/en", "place/fr", "place/zgh", "starts"},
             {"starts", "ends", "court", "place/ar"}},
            {ItemKind::Programme,
             {"milestones/0/due", "milestones/0/state", "milestones/1/due", "milestones/1/state"},
             {"milestones/0/due", "milestones/0/state"}},
            {ItemKind::Sheet,
             {"last-checked", "where-source", "where/ar", "where/en", "where/fr", "where/zgh"},
             {"where/ar", "last-checked"}},
            {ItemKind::Guide, {}, {}},
            {ItemKind::Document, {}, {}},
            {ItemKind::Question, {}, {}}};
        for (const auto& row : table) {
            CAPTURE(name_of(row.kind));
            REQUIRE(can_be_copied(row.kind));
            auto published = filled(row.kind);
            CHECK(open_local_fields(row.kind, published).empty());
            const auto copy = copy_of(row.kind, published);
            std::vector<std::string> gone;
            for (const auto& [path, text] : published) {
                if (copy.contains(path)) CHECK(text_at(copy, path) == text);
                else gone.push_back(path);
            }
            CHECK(gone == row.gone);
            CHECK(open_local_fields(row.kind, copy) == row.open);
            const auto checked = check_values(row.kind, copy);
            CHECK(checked.errors.empty());
            CHECK(checked.values == copy);
        }
        CHECK_FALSE(can_be_copied(ItemKind::Court));
        CHECK_FALSE(can_be_copied(ItemKind::Notice));
    }

    TEST_CASE("a local field is open until it is said in the original language, of a list in every row") {
        Values values{{"original", "fr"}, {"where/ar", "الشباك 1"}};
        CHECK(open_local_fields(ItemKind::Sheet, values) == std::vector<std::string>{"where/fr", "last-checked"});
        values = {{"original", "ar"}, {"milestones/0/due", "2026-11-20"}, {"milestones/1/title/ar", "x"}};
        CHECK(open_local_fields(ItemKind::Programme, values) ==
              std::vector<std::string>{"milestones/1/due", "milestones/0/state"});
    }

    TEST_CASE("a copy of a copy names the text that it was taken from, and no field leads to the source") {
        Values values{{"original", "fr"}, {"title/fr", "x"}};
        set_source(values, source);
        CHECK(source_of(values) == source);
        CHECK(source_of(copy_of(ItemKind::Sheet, values)) == std::nullopt);
        for (const auto kind : item_kinds) {
            CHECK_FALSE(find_place(kind, copied_from_path));
            CHECK(check_values(kind, values).errors ==
                  std::vector<ItemError>{{std::string(copied_from_path), ItemProblem::PathUnknown}});
        }
        set_source(values, {});
        CHECK(values.size() == 2);
    }

    TEST_CASE("what was approved elsewhere is proposed here") {
        const auto copy = copy_of(ItemKind::Question, filled(ItemKind::Question));
        const auto statuses = statuses_of(marks_after(ItemKind::Question, {}, {}, copy, 1), base::Language::Ar);
        for (const auto status : statuses) CHECK(status == LanguageStatus::Proposed);
    }

    TEST_CASE("the public reads whose text it was, of every kind that is copied") {
        const base::LocalizedText city{"طنجة", "", "Tanger", ""};
        const ItemPlace place{.district = "rabat",
                              .slug = "a",
                              .instant_at = [](base::LocalTime) { return base::Instant{}; },
                              .source_city = city};
        for (const auto kind : item_kinds) {
            if (!can_be_copied(kind)) continue;
            CAPTURE(name_of(kind));
            auto values = filled(kind);
            for (const bool is_copy : {false, true}) {
                if (is_copy) set_source(values, source);
                std::visit(
                    [&](const auto& thing) {
                        if constexpr (requires { thing.copied_from; })
                            CHECK(thing.copied_from ==
                                  (is_copy ? std::optional(Attribution{DistrictId("tanger"), city}) : std::nullopt));
                        else FAIL("a kind without attribution");
                    },
                    answer_of(kind, values, place));
            }
        }
    }
}
