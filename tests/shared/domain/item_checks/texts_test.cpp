// Good texts have no finding; bad ones have the one that is meant, and its mend leaves none.
#include <doctest/doctest.h>
#include <initializer_list>
#include <string>

#include "tests/shared/domain/item_checks/checked.hpp"

namespace {

using base::Language;

void check_good(Language language, std::initializer_list<std::string_view> texts) {
    CHECK(texts.size() >= 12);
    for (const auto text : texts) {
        CAPTURE(text);
        CHECK(test::names_of(test::checked(language, text)) == "");
    }
}

struct Bad {
    std::string_view text;
    std::string_view flaws;
    std::string_view mended = {};  // By every mend after the other; empty where no machine can.
};

std::string mended(Language language, std::string text) {
    for (int tries = 0; tries < 10; ++tries) {
        const auto findings = test::checked(language, text);
        const auto found = std::ranges::find_if(findings, [](const auto& one) { return one.mend.has_value(); });
        if (found == findings.end()) return text;
        CHECK(*found->mend != text);
        text = *found->mend;
    }
    FAIL_CHECK("mends that never end");
    return text;
}

void check_bad(Language language, std::initializer_list<Bad> rows) {
    CHECK(rows.size() >= 12);
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(test::names_of(test::checked(language, row.text)) == row.flaws);
        const auto after = mended(language, std::string(row.text));
        CHECK(after == (row.mended.empty() ? row.text : row.mended));
        if (!row.mended.empty()) CHECK(test::names_of(test::checked(language, after)) == "");
    }
}

std::string repeated(std::string_view word, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += (i == 0 ? "" : " ") + std::string(word);
    return out + '.';
}

}  // namespace

TEST_SUITE("shared/domain/item_checks/texts") {
    TEST_CASE("good Arabic") {
        check_good(
            Language::Ar,
            {"كانت هذه الطلبات موزعة على ثلاثة مكاتب في طابقين.", "السجل العدلي، وشهادة الجنسية، ونسخ الأحكام.",
             "هل الشباك مفتوح؟ نعم، من 8:30 إلى 16:30.", "# الوثائق\n\n- بطاقة التعريف\n- نسخة واحدة",
             "سنة 1446 هـ الموافقة لسنة 2024.", "انظروا في [قائمة الخدمات](/ar/d/rabat/services).",
             "المبلغ 1.234,5 درهم؛ يُؤدى في الصندوق.", "القانون 55-19 (المادة 7) يحدد الوثائق.", "قالت: «الباب مفتوح».",
             "الموقع https://www.mahakim.ma/?a=1,2;b مفتوح للجميع.", "يُؤدَّى الرسم، ثم يُسلَّم الوصل.",
             "مدينة أكادير وحي ڭليز وپاريس.", "1. اختاروا شباكا.\n2. اسألوا **الموظف**."});
    }

    TEST_CASE("bad Arabic") {
        check_bad(Language::Ar, {{"السجل العدلي, وشهادة الجنسية.", "foreign-sign", "السجل العدلي، وشهادة الجنسية."},
                                 {"هل الشباك مفتوح?", "foreign-sign", "هل الشباك مفتوح؟"},
                                 {"السجل العدلي; ثم الشهادة.", "foreign-sign", "السجل العدلي؛ ثم الشهادة."},
                                 {"محكمـــة الرباط.", "tatweel", "محكمة الرباط."},
                                 {"من الساعة ٨:٣٠ إلى ١٦:٣٠.", "foreign-digit", "من الساعة 8:30 إلى 16:30."},
                                 {"رسم بنسبة ۲۰٪.", "foreign-digit", "رسم بنسبة 20%."},
                                 {"الباب  مفتوح.", "doubled-space", "الباب مفتوح."},
                                 {"قالت: \"الباب مفتوح\".", "foreign-quote", "قالت: «الباب مفتوح»."},
                                 {"قالت: “الباب مفتوح”.", "foreign-quote", "قالت: «الباب مفتوح»."},
                                 {"الباب مفتوح ، والشباك أيضا .", "space-before-sign", "الباب مفتوح، والشباك أيضا."},
                                 {"القاضی في المحکمة.", "foreign-letter", "القاضي في المحكمة."},
                                 {"Le tribunal est ouvert.", "wrong-script"},
                                 {"[اضغط هنا](/ar/d/rabat) لمعرفة الوثائق.", "empty-link-words"},
                                 {"[هنا](/ar) الوثائق.", "empty-link-words"},
                                 {"# الوثائق", "only-headings"},
                                 {"### الوثائق\n\nبطاقة.", "heading-order", "# الوثائق\n\nبطاقة."},
                                 {"[الوثائق](javascript:alert(1)", "unsafe-link", "الوثائق"},
                                 {repeated("كلمة", 31), "long-sentence"}});
    }

    TEST_CASE("good Amazigh") {
        check_good(Language::Zgh,
                   {"ⴰⵙⵏⵓⴱⴳ ⵉⵔⵥⵎ ⴳ ⵜⵙⵔⴰⴳⵉⵏ ⵎⴰⵕⵕⴰ ⵏ ⵜⵡⵓⵔⵉ ⵏ ⵜⵙⵏⴱⴹⴰⵢⵜ.", "ⴰⴷⵍⵉⵙ ⴰⵏⵣⵔⴼⴰⵏ, ⵜⴰⵙⵍⴽⵉⵏⵜ ⵏ ⵜⵏⴰⵎⵓⵔⵜ.",
                    "ⵙⵓⵜⵔ ⵜⵏⵜ ⴳ ⵓⵙⵏⵓⴱⴳ 1: ⵜⴰⵎⴰ ⵏ ⵓⴽⵛⵛⵓⵎ.", "ⵉⵙ ⵉⵔⵥⵎ ⵓⵙⵏⵓⴱⴳ?", "# ⵉⵔⵔⴰⵜⵏ\n\n- ⴰⴷⵍⵉⵙ\n- ⵜⴰⵙⵍⴽⵉⵏⵜ",
                    "ⵖⵔ [ⵜⵉⵏⴰⴼⵓⵜⵉⵏ ⵎⴰⵕⵕⴰ](/zgh/d/rabat/services).", "ⵜⴰⵎⴳⵯⵔⵉⵜ ⴷ ⵓⴽⵯⵣ.", "ⵙⴳ 8:30 ⴰⵔ 16:30.",
                    "ⴰⵙⵏⵓⴱⴳ «Mahakim» ⵉⵔⵥⵎ ⵉ ⵎⵉⴷⴷⵏ.", "ⴰⵣⵎⵎⴻⵎ ⵙ ⴱⴰⵟⵟⵍ.", "1. ⵙⵜⵉ ⴰⵙⵏⵓⴱⴳ.\n2. ⵙⵇⵙⴰ **ⴰⵎⵙⵡⵓⵔⵉ**.",
                    "ⵉⵣⵔⴼ 55-19: ⵢⴰⵜ ⵜⵏⵖⵍⵜ; ⵓⵔ ⵙⵓⵍ ⵢⴰⴹⵏ.", "ⴰⵏⵙⴰ https://www.mahakim.ma ⵉⵔⵥⵎ ⵉ ⵎⵉⴷⴷⵏ."});
    }

    TEST_CASE("bad Amazigh") {
        check_bad(Language::Zgh, {{"ⴰⴷⵍⵉⵙ، ⵜⴰⵙⵍⴽⵉⵏⵜ.", "foreign-sign", "ⴰⴷⵍⵉⵙ, ⵜⴰⵙⵍⴽⵉⵏⵜ."},
                                  {"ⵉⵙ ⵉⵔⵥⵎ؟", "foreign-sign", "ⵉⵙ ⵉⵔⵥⵎ?"},
                                  {"ⴰⵙⵏⵓⴱⴳ ٣.", "foreign-digit", "ⴰⵙⵏⵓⴱⴳ 3."},
                                  {"ⴰⵙⵏⵓⴱⴳ  ⵉⵔⵥⵎ.", "doubled-space", "ⴰⵙⵏⵓⴱⴳ ⵉⵔⵥⵎ."},
                                  {"ⴰⵙⵏⵓⴱⴳ ⵉⵔⵥⵎ .", "space-before-sign", "ⴰⵙⵏⵓⴱⴳ ⵉⵔⵥⵎ."},
                                  {"ⴰⵙⵏⵓⴱⴳ : ⵉⵔⵥⵎ.", "space-before-sign", "ⴰⵙⵏⵓⴱⴳ: ⵉⵔⵥⵎ."},
                                  {"Σⴷⵉⵙ ⵉⵔⵥⵎ.", "look-alike", "ⵉⴷⵉⵙ ⵉⵔⵥⵎ."},
                                  {"ⴰⵙⵏⵓⴱⴳ ⵉoⵥⵎ.", "look-alike", "ⴰⵙⵏⵓⴱⴳ ⵉⵔⵥⵎ."},
                                  {"ⴰⵙⵏⵓbⴳ ⵉⵔⵥⵎ.", "look-alike"},
                                  {"ⵣⵡⵉⵍ ⵉⵣⵣⴰⵢⴻⵏ ⵅⵝⵉ.", "foreign-letter"},
                                  {"ⴰⵙⵏⵓⴱⴳ ⵯⵔⵥⵎ.", "mark-without-letter"},
                                  {"Le tribunal est ouvert.", "wrong-script"},
                                  {"[ⴷⴰ](/zgh/d/rabat) ⵉⵔⵔⴰⵜⵏ.", "empty-link-words"},
                                  {"## ⵉⵔⵔⴰⵜⵏ\n\nⴰⴷⵍⵉⵙ.", "heading-order", "# ⵉⵔⵔⴰⵜⵏ\n\nⴰⴷⵍⵉⵙ."},
                                  {repeated("ⴰⵡⴰⵍ", 31), "long-sentence"}});
    }

    TEST_CASE("good French") {
        check_good(
            Language::Fr,
            {"Le guichet est ouvert pendant toutes les heures du tribunal.",
             "Prenez un numéro\u00A0: il s’affiche à l’écran.", "Est-ce ouvert\u202F? Oui\u202F; venez\u00A0!",
             "Le bouton «\u00A0Envoyer\u00A0» est en bas.", "De 8:30 à 16:30, du lundi au vendredi.",
             "# Papiers\n\n- Carte nationale\n- Une copie", "Voyez la [liste des services](/fr/d/rabat/services).",
             "Écrivez à <mailto:greffe@exemple.ma> ou sur https://www.mahakim.ma/?a=b;c.",
             "La loi 55-19 (article 7) le dit.", "1. Choisissez un guichet.\n2. Posez **la question**.",
             "Pièces\u202F: acte, copie, timbre.", "Le délai est de 5 jours ouvrables…", "Qui\u202F? **Tous\u00A0!**"});
    }

    TEST_CASE("bad French") {
        check_bad(Language::Fr,
                  {{"Prenez un numéro : il s’affiche.", "no-break-space", "Prenez un numéro\u00A0: il s’affiche."},
                   {"Prenez un numéro: il s’affiche.", "no-break-space", "Prenez un numéro\u00A0: il s’affiche."},
                   {"Est-ce ouvert ?", "no-break-space", "Est-ce ouvert\u202F?"},
                   {"Est-ce ouvert?", "no-break-space", "Est-ce ouvert\u202F?"},
                   {"Venez ; c’est ouvert !", "no-break-space", "Venez\u202F; c’est ouvert\u202F!"},
                   {"Le bouton « Envoyer ».", "no-break-space", "Le bouton «\u00A0Envoyer\u00A0»."},
                   {"Le bouton «Envoyer».", "no-break-space", "Le bouton «\u00A0Envoyer\u00A0»."},
                   {"Le bouton \"Envoyer\".", "foreign-quote", "Le bouton «\u00A0Envoyer\u00A0»."},
                   {"L'heure du greffe.", "straight-quote", "L’heure du greffe."},
                   {"Le  greffe.", "doubled-space", "Le greffe."},
                   {"Le greffe , ouvert .", "space-before-sign", "Le greffe, ouvert."},
                   {"الباب مفتوح للجميع.", "wrong-script"},
                   {"Les papiers sont [ici](/fr/d/rabat).", "empty-link-words"},
                   {"[Cliquez ici](/fr) pour les papiers.", "empty-link-words"},
                   {"Voyez [https://a.ma](https://a.ma).", "address-as-words"},
                   {"Voyez [le site](www.a.ma).", "unsafe-link", "Voyez [le site](https://www.a.ma)."},
                   {repeated("mot", 31), "long-sentence"}});
    }

    TEST_CASE("good English") {
        check_good(Language::En,
                   {"The counter is open throughout the court’s hours.", "Take a number: it appears on the screen.",
                    "Is it open? Yes; come!", "Press “Send” below.", "From 8:30 to 16:30, Monday to Friday.",
                    "# Papers\n\n- National card\n- One copy", "See the [list of services](/en/d/rabat/services).",
                    "Write to <mailto:clerk@example.ma> or see https://www.mahakim.ma/?a=b;c.",
                    "Law 55-19 (article 7) says so.", "1. Choose a counter.\n2. Ask **the clerk**.",
                    "See [the annex](note), [the law](art.7) and [the fee](in cash).", "The delay is 5 working days…",
                    "# Papers\n\n## Copies\n\nOne is enough."});
    }

    TEST_CASE("bad English") {
        check_bad(Language::En, {{"Press \"Send\" below.", "straight-quote", "Press “Send” below."},
                                 {"The court's hours.", "straight-quote", "The court’s hours."},
                                 {"The  hours.", "doubled-space", "The hours."},
                                 {"The hours , as always .", "space-before-sign", "The hours, as always."},
                                 {"Is it open ?", "space-before-sign", "Is it open?"},
                                 {"الباب مفتوح للجميع.", "wrong-script"},
                                 {"The papers are [here](/en/d/rabat).", "empty-link-words"},
                                 {"[Read more](/en/d/rabat) about papers.", "empty-link-words"},
                                 {"See [https://a.ma](https://a.ma).", "address-as-words"},
                                 {"See [the site](data:text/html,x).", "unsafe-link", "See the site."},
                                 {"See [the site](<data:a b>).", "unsafe-link", "See the site."},
                                 {"See [the site]( //a.ma \"x\").", "unsafe-link", "See the site."},
                                 {"# A\n### B\n\nText.", "heading-order", "# A\n## B\n\nText."},
                                 {"# A\n\n## B", "only-headings"},
                                 {repeated("word", 26), "long-sentence"},
                                 {"> > > > > > deep", "too-complex"}});
    }
}
