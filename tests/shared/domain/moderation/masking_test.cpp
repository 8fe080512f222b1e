#include "shared/domain/moderation/masking.hpp"

#include <algorithm>
#include <ctime>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "shared/base/utf8.hpp"
#include "shared/domain/moderation/digits.hpp"
#include "shared/domain/receipt_code.hpp"

using namespace domain::moderation;

namespace {

std::string masked(std::string_view text) { return mask(text).utf8; }

std::string utf8(char32_t c) {
    std::string out;
    base::append_code_point(out, c);
    return out;
}

std::string digits_in(std::string_view text) {
    std::string digits;
    while (!text.empty()) {
        const auto point = base::first_code_point(text);
        if (const auto digit = digit_of(point.value)) digits += static_cast<char>('0' + *digit);
        text.remove_prefix(point.length);
    }
    return digits;
}

bool has_five_of(std::string_view text, std::string_view number) {
    const auto kept = digits_in(text);
    for (std::size_t i = 0; i + 5 <= number.size(); ++i)
        if (kept.contains(number.substr(i, 5))) return true;
    return false;
}

// Zeros of all scripts, by our own table: digits_test compares it with Unicode's.
std::vector<char32_t> zeros() {
    std::vector<char32_t> all;
    for (char32_t c = U'0'; c < 0x20000; ++c) {
        bool has_ten = true;
        for (char32_t i = 0; i < 10 && has_ten; ++i) has_ten = digit_of(c + i) == static_cast<int>(i);
        if (has_ten) all.push_back(c);
    }
    return all;
}

const std::vector<std::string> separators{"",
                                          " ",
                                          ".",
                                          "-",
                                          "/",
                                          " - ",
                                          "_",
                                          ",",
                                          ", ",
                                          "\u00A0",
                                          "\u202F",
                                          "\u2009",
                                          "\u200B",
                                          "\u200C",
                                          "\u200F",
                                          "\u2066",
                                          "\uFEFF",
                                          "\n",
                                          " \n ",
                                          "\u2013",
                                          " \u2022 ",
                                          "\u00B7",
                                          "\u0301",
                                          "\uFE0F\u20E3",
                                          "\uFE0F\u20E3 ",
                                          "\u0640",
                                          "~",
                                          "*",
                                          "(",
                                          ")(",
                                          ":",
                                          " | ",
                                          "\xFF",
                                          "\u3000",
                                          "\u060C "};

// How many digits stand together.
const std::vector<std::vector<std::size_t>> groupings{{20},
                                                      {2, 2, 2, 2, 2, 2, 2},
                                                      {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
                                                      {4, 2, 2, 2, 2},
                                                      {4, 3, 3, 3},
                                                      {2, 4, 4, 4},
                                                      {2, 2, 4, 2, 2},
                                                      {1, 9, 5},
                                                      {3, 3, 4, 3},
                                                      {1, 2, 3, 4, 5}};

class Writer {
public:
    explicit Writer(unsigned seed) : random_(seed) {}

    std::size_t below(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_); }
    const auto& one_of(const auto& all) { return all[below(all.size())]; }

    std::string random_digits(std::size_t count) {
        std::string digits;
        while (digits.size() < count) digits += static_cast<char>('0' + below(10));
        return digits;
    }

    std::string written(std::string_view digits, char32_t zero, const std::vector<std::size_t>& groups,
                        std::string_view separator) {
        std::string out;
        std::size_t group = 0, in_group = 0;
        for (std::size_t i = 0; i < digits.size(); ++i) {
            out += utf8(zero + static_cast<char32_t>(digits[i] - '0'));
            if (++in_group < groups[group] || i + 1 == digits.size()) continue;
            out += separator;
            in_group = 0;
            group = std::min(group + 1, groups.size() - 1);
        }
        return out;
    }

private:
    std::mt19937 random_;
};

const std::vector<std::pair<std::string, std::string>> sentences{
    {"", ""},
    {"Appelez moi au ", " svp, merci."},
    {"المرجو الاتصال بي على ", " عندما تكون الشهادة جاهزة"},
    {"3ayto liya f ", " mlli twjed lwer9a"},
    {"ⵖⵔⴰⵜ ⵉⵢⵉ ⴼ ", " ⴰⴷⴷⴰⵢ ⵜⵓⵊⴷ"},
    {"My number is ", ". Thank you"},
};

}  // namespace

TEST_SUITE("shared/domain/moderation/masking") {
    TEST_CASE("a telephone number is masked, however it is written") {
        for (const std::string number : {"0612345678",
                                         "06 12 34 56 78",
                                         "06.12.34.56.78",
                                         "05-37-12-34-56",
                                         "0 6 1 2 3 4 5 6 7 8",
                                         "0(6)12345678",
                                         "+212612345678",
                                         "+212 6 12 34 56 78",
                                         "(+212) 600-00-00-35",
                                         "00212 6 0000 0079",
                                         "+212 (0)6 12 34 56 78",
                                         "+33 6 12 34 56 78",
                                         "0033 6 12 34 56 78",
                                         "O6 12 34 56 78",
                                         "0 6 OO OO OO 15",
                                         "06 l2 34 56 78",
                                         "٠٦١٢٣٤٥٦٧٨",
                                         "٠٦ ٠٠ ٠٠ ٠٠ ٣٦",
                                         "۰۶ ۱۲ ۳۴ ۵۶ ۷۸",
                                         "０６１２３４５６７８",
                                         "𝟎𝟔𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖",
                                         "0️⃣6️⃣ 00 00 00 1️⃣3️⃣",
                                         "06\u200B12\u200B34\u200B56\u200B78",
                                         "06\n12\n34\n56\n78",
                                         "6 12 34 56 78",
                                         "(05) 37 12 34 56",
                                         "06zero0 00 00 52",
                                         "zero6zero0zero0zero055",
                                         "06 ⓪⓪ ①② ③④ ⑤⑥"}) {
            CAPTURE(number);
            CHECK(masked("Tél " + number) == "Tél […]");
            CHECK(masked("x" + std::string(" ") + number + " y") == "x […] y");
        }
    }

    TEST_CASE("a telephone number in words is masked") {
        for (const std::string number :
             {"zéro six, zéro zéro, zéro zéro, zéro zéro, cinquante six", "zero six 00 00 zero zero 00 61",
              "zéro six soixante-douze quatre-vingt-dix-sept trente et un quatre vingt",
              "zero six zero zero, zero zero zero, zero five seven",
              "zero six double one twenty-two thirty three forty four",
              "oh six one two three four five six seven eight", "صفر ستة صفر صفر صفر صفر صفر صفر ثمانية وخمسون",
              "صفر ستة أحد عشر خمسة عشر أربعة وثلاثون ستة وخمسون", "زيرو ستة تناش ربعة و تلاتين خمسة وخمسين ربعين",
              "zero stta tnach rb3a o tlatin stta o khmsin tmnya o sb3in",
              "ⵣⵉⵔⵓ ⵚⴹⵉⵚ ⵢⴰⵏ ⵙⵉⵏ ⴽⵕⴰⴹ ⴽⴽⵓⵥ ⵙⵎⵎⵓⵙ ⵙⴹⵉⵚ ⵙⴰ ⵜⴰⵎ",
              "deux cent douze six cent douze trente quatre cinquante six"}) {
            CAPTURE(number);
            const auto text = masked("tel " + number + ".");
            CHECK(text == "tel […].");
        }
    }

    TEST_CASE("a number of an identity card is masked, however it is written") {
        for (const std::string number :
             {"AB123456", "ab123456", "A123456", "K01234", "AB 123456", "AB-123.456", "A B 1 2 3 4 5 6",
              "J B 0 0 0 4 6 0", "ＡＢ１２３４５６", "АВ123456", "ΑΒ123456", "JB٠٠٠٤٥٨", "BE zéro zéro zéro 789",
              "B E صفر صفر صفر 790", "D zero zero zero seven nine zero", "ج ب ٠٠٠٤٥٩", "𝐀𝐁123456", "Ⓐ123456",
              "A\u200BB\u200F1\u030123456"}) {
            CAPTURE(number);
            CHECK(masked("CIN " + number + " !") == "CIN […] !");
        }
        CHECK(masked("ID number of my brother: t-a-0-0-0-4-6-4") == "ID number of my brother: […]");
        CHECK(masked("je tape bk 000456 et rien") == "je tape […] et rien");
        CHECK(masked("carte BEooo793 refusée") == "carte […] refusée");
        CHECK(masked("000461 هو رقم بطاقتي") == "[…] هو رقم بطاقتي");
        CHECK(masked("Ma CIN commence par JB et finit par 000461") == "Ma CIN commence par JB et finit par […]");
        CHECK(masked("ma cin c'est be 123456") == "ma cin c'est […]");
        CHECK(masked("البطاقة الوطنية رقم 123456") == "البطاقة الوطنية رقم […]");
    }

    TEST_CASE("numbers that tell nobody who somebody is stay") {
        const auto receipt = domain::ReceiptCode::from_random(12'345'678'901'234).hyphenated();
        for (const std::string text : {"La loi 55-19, le décret 2-17-265, l'article 12",
                                       "le 12/03/2024 à 08:30-12:00, 14:00-16:30",
                                       "Horaires : 08.30-12.30 14.00-16.30, 8h30 - 16h30",
                                       "150 dirhams, 1 500 dh, 1.234.567,50 DH, 600 000 000 درهم",
                                       "Ticket A048, guichet B 12, salle C12, format A4",
                                       "dossier 345/1201/2024, ملف عدد ٢٠٢٤/١٢٠١/٣٤٧",
                                       "appelez le 141 ou le 19",
                                       "Code de la nationalité (dahir n° 1-58-250)",
                                       "2019, 2020, 2021, 2022 et 2023",
                                       "le 06/06/2024 15h",
                                       "page 12 de 345",
                                       "BO 7260 du 06/06/2024, BP 20250, PO Box 50021, code postal 20000",
                                       "Code should be 20250 not 20000",
                                       "CODE SHOULD BE 20250 NOT 20000",
                                       "RC 12345 à Casablanca",
                                       "n° 12345, N°12345, no 12345",
                                       "j'ai deux enfants, un garçon de six ans et sept mois",
                                       "zero papers, six months, two days",
                                       "واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة",
                                       "il y a 15000 dossiers",
                                       "أخذت الرقم 47 على الساعة 8:35",
                                       "الرمز البريدي 20250 وليس 20000",
                                       "f 20250 machi 20000",
                                       "ⵜⴰⵏⴳⴰⵍⵜ ⵏ ⵍⴱⵓⵙⵟⴰ ⵜⴳⴰ 20250",
                                       "[…]"}) {
            CAPTURE(text);
            CHECK(masked(text) == text);
        }
        CHECK(masked("reçu " + receipt) == "reçu " + receipt);
    }

    TEST_CASE("nine digits in one piece are a telephone's where somebody says so, and else a number as any other") {
        CHECK(mask("tél 612345678").utf8 == "tél […]");
        CHECK(mask("رقم الهاتف 712345678").utf8 == "رقم الهاتف […]");
        CHECK(mask("demande 612345678").utf8 == "demande 612345678");
    }

    TEST_CASE("what was masked is told with its place, and nothing of its length") {
        const auto text = mask("CIN AB123456, tél 0612345678, tél +212 6 12 34 56 78 99");
        CHECK(text.utf8 == "CIN […], tél […], tél […] 99");
        REQUIRE(text.masks.size() == 3);
        CHECK(text.masks[0] == Mask{Masked::IdentityNumber, 4, 9});
        CHECK(text.masks[1].kind == Masked::TelephoneNumber);
        for (const auto& one : text.masks) CHECK(text.utf8.substr(one.begin, one.end - one.begin) == "[…]");
    }

    TEST_CASE("broken bytes become U+FFFD, and hide no number") {
        CHECK(masked("a\xFFz") == "a\uFFFDz");
        CHECK(masked("06\xFF"
                     "12\xC3"
                     "34\xE2\x80"
                     "56 78") == "[…]");
        CHECK(masked("").empty());
    }

    TEST_CASE("what the fuzzer starts from, and what it found, is masked once and for all") {
        std::size_t files = 0;
        for (const auto& entry : std::filesystem::directory_iterator(RIHAB_SOURCE_DIR "/tests/fuzz/corpus/masking")) {
            CAPTURE(entry.path().filename());
            std::ifstream file(entry.path(), std::ios::binary);
            const auto once = mask(std::string{std::istreambuf_iterator<char>(file), {}});
            const auto twice = mask(once.utf8);
            CHECK(twice.utf8 == once.utf8);
            CHECK(twice.masks.empty());
            for (const auto& one : once.masks) CHECK(once.utf8.substr(one.begin, one.end - one.begin) == "[…]");
            ++files;
        }
        CHECK(files >= 7);
    }

    TEST_CASE("of thousands of telephone numbers, in every script and with every separator, no five digits stay") {
        Writer writer(20'250'101);
        const auto all_zeros = zeros();
        REQUIRE(all_zeros.size() >= 70);
        for (int i = 0; i < 12'000; ++i) {
            const auto form = writer.below(5);
            std::string digits = std::string(1, static_cast<char>('5' + writer.below(4))) + writer.random_digits(8);
            if (form < 3) digits = "0" + digits;
            else if (form == 3) digits = "212" + digits;
            else digits = "00212" + digits;
            const auto zero = i % 3 == 0 ? U'0' : writer.one_of(all_zeros);
            const auto number = (form == 3 ? "+" : "") +
                                writer.written(digits, zero, writer.one_of(groupings), writer.one_of(separators));
            const auto& [before, behind] = writer.one_of(sentences);
            const auto text = before + number + behind;
            CAPTURE(text);
            const auto result = mask(text);
            CHECK_FALSE(has_five_of(result.utf8, digits));
            CHECK(mask(result.utf8).utf8 == result.utf8);
        }
    }

    TEST_CASE("of thousands of card numbers, in every script and with every separator, no five digits stay") {
        Writer writer(20'250'102);
        const auto all_zeros = zeros();
        const std::vector<std::vector<std::size_t>> groups{
            {20}, {3, 3, 3}, {1, 1, 1, 1, 1, 1, 1, 1}, {2, 2, 2, 2}, {1, 6}};
        const std::vector<std::u32string> letters{U"A",  U"K",  U"AB", U"JB", U"be",       U"Bk", U"ＡＢ", U"ｋ",
                                                  U"АВ", U"ΒΕ", U"𝐉𝐁", U"ÅB", U"A\u0301B", U"Ⓑ",  U"ⓙⓑ"};
        for (int i = 0; i < 8'000; ++i) {
            const auto digits = writer.random_digits(5 + writer.below(3));
            std::string number;
            const auto& separator = writer.one_of(separators);
            for (const auto c : writer.one_of(letters)) number += utf8(c) + (i % 4 == 0 ? separator : "");
            if (i % 2 == 0) number += separator;
            number +=
                writer.written(digits, i % 3 == 0 ? U'0' : writer.one_of(all_zeros), writer.one_of(groups), separator);
            const auto text = "CIN " + number + (i % 5 == 0 ? "" : ", merci");
            CAPTURE(text);
            const auto result = mask(text);
            CHECK_FALSE(has_five_of(result.utf8, digits));
            CHECK(mask(result.utf8).utf8 == result.utf8);
        }
    }

    TEST_CASE("texts made to be slow are masked in good time") {
        for (const std::string part : {"0",      "06",     "06 ",  "0 6 ", "zero ", "o ",      "+",     "AB1",
                                       "A ",     "A1 ",    "1/1/", "12:",  "12.",   " ",       "[…]",   "tel ",
                                       "cin 1 ", "\u200B", "\xFF", "6 ",   "1-",    "double ", "cent ", "٠"}) {
            CAPTURE(part);
            std::string text;
            while (text.size() < 20'000) text += part;
            const auto start = std::clock();  // Of this process: others may be at work beside it.
            mask(text);
            CHECK((std::clock() - start) / CLOCKS_PER_SEC < 1);
        }
    }
}
