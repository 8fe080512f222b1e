#include "shared/domain/item_checks/terms.hpp"

#include <doctest/doctest.h>

using namespace domain;
using base::Language;

namespace {

const Term criminal_record{
    "criminal-record", "a", {{{"السجل العدلي"}, {"ⴰⴷⵍⵉⵙ ⴰⵏⵣⵔⴼⴰⵏ"}, {"casier judiciaire"}, {"criminal record"}}}};

CheckFindings check(const Values& values) { return check_terms(ItemKind::Article, values, {criminal_record}); }

}  // namespace

TEST_SUITE("shared/domain/item_checks/terms") {
    TEST_CASE("a term is found with what Arabic writes before it, as a plural, in any case") {
        for (const auto text : {"السجل العدلي", "للسجل العدلي.", "وبالسجل العدلي", "سجل عدلي", "فالسِّجلُّ العدلي"}) {
            CAPTURE(text);
            CHECK(says_term(text, "السجل العدلي", Language::Ar));
        }
        CHECK(says_term("Extraits de Casiers judiciaires", "casier judiciaire", Language::Fr));
        CHECK(says_term("copie du jugement", "copie d’un jugement", Language::Fr));
        CHECK(says_term("Two JUDGMENTS.", "judgment", Language::En));
        for (const auto text : {"السجل التجاري", "تسجيل عدلي", "العدلي السجل"}) {
            CAPTURE(text);
            CHECK_FALSE(says_term(text, "السجل العدلي", Language::Ar));
        }
        CHECK_FALSE(says_term("judgmental", "judgment", Language::En));
        CHECK_FALSE(says_term("une décision", "jugement", Language::Fr));
    }

    TEST_CASE("a translation may say it in any form and order") {
        CHECK(may_say_term("الشبابيك مفتوحة", "شباك", Language::Ar));
        CHECK(may_say_term("نسخ الأحكام", "نسخة من حكم", Language::Ar));
        CHECK(may_say_term("ⵜⵉⵏⴱⴰⴹⵉⵏ", "ⴰⵏⴱⴰⴹ", Language::Zgh));
        CHECK(may_say_term("ⴳ ⵓⴷⵍⵉⵙ ⴰⵏⵣⵔⴼⴰⵏ", "ⴰⴷⵍⵉⵙ ⴰⵏⵣⵔⴼⴰⵏ", Language::Zgh));
        CHECK(may_say_term("certificate of Moroccan nationality", "nationality certificate", Language::En));
        CHECK(may_say_term("les tribunaux de première instance", "tribunal de première instance", Language::Fr));
        CHECK_FALSE(may_say_term("الصندوق مغلق", "شباك", Language::Ar));
        CHECK_FALSE(may_say_term("police record", "criminal record", Language::En));
    }

    TEST_CASE("what the original says, each translation says once at least") {
        const Values values{{"original", "ar"},
                            {"title/ar", "السجل العدلي"},
                            {"title/fr", "Extrait du casier judiciaire"},
                            {"title/en", "Police record"},
                            {"summary/en", "A criminal matter."}};
        const CheckFindings expected{{"title/en", Severity::Should, Flaw::LockedTerm, "criminal record"}};
        CHECK(check(values) == expected);
        auto elsewhere = values;
        elsewhere["summary/en"] = "Your criminal record in one day.";
        CHECK(check(elsewhere).empty());
    }

    TEST_CASE("what is not translated yet, and a term without a wording, lack nothing") {
        CHECK(check({{"original", "ar"}, {"title/ar", "السجل العدلي"}, {"summary/en", "A paper."}}).empty());
        CHECK(check_terms(ItemKind::Article, {{"original", "ar"}, {"title/ar", "السجل العدلي"}, {"title/fr", "Papier"}},
                          {{"x", "a", {{{"السجل العدلي"}, {}, {}, {"criminal record"}}}}})
                  .empty());
        CHECK(check({}).empty());
    }
}
