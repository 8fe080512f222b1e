#include "shared/domain/contact.hpp"

#include <doctest/doctest.h>

#include "shared/domain/item.hpp"
#include "shared/domain/item_content.hpp"
#include "shared/domain/item_copy.hpp"

using namespace domain;
using enum ContactKind;

namespace {

std::string printed(ContactKind kind, std::string_view typed) {
    const auto text = printed_contact(kind, typed);
    if (text) CHECK(printed_contact(kind, *text) == *text);  // What was printed stays.
    return text.value_or("refused");
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    while (times-- > 0) all += text;
    return all;
}

// A court whose one contact is this row, as somebody types it.
CheckedValues row(std::string_view kind, std::string_view value, Values more = {}) {
    more.insert({{"original", "fr"}, {"title/fr", "Tribunal"}, {"court-kind", "appeal"}});
    if (!kind.empty()) more["contacts/0/kind"] = kind;
    if (!value.empty()) more["contacts/0/value"] = value;
    return check_values(ItemKind::Court, more);
}

std::vector<std::string> missing(std::string_view kind, std::string_view value, Values more = {}) {
    const auto checked = row(kind, value, std::move(more));
    CHECK(checked.errors.empty());
    return missing_values(ItemKind::Court, checked.values);
}

}  // namespace

TEST_SUITE("shared/domain/contact") {
    TEST_CASE("a number of Morocco is one number, however it was typed, and is dialled from everywhere") {
        for (const auto* typed :
             {"0537213700", "05 37 21 37 00", "05.37.21.37.00", "05-37-21-37-00", "0537-21-37-00", "+212537213700",
              "+212 5 37 21 37 00", "+212 (0)5 37 21 37 00", "+212 0537 213700", "00212537213700", "(0537) 21 37 00",
              "05\u00A037\u202F21\u201137\u201300", "٠٥٣٧٢١٣٧٠٠", "٠٥ ٣٧ ٢١ ٣٧ ٠٠", "۰۵۳۷۲۱۳۷۰۰",
              "\u200F+٢١٢ ٥٣٧٢١٣٧٠٠", "\u200E05 37 21 37 00\u200F"}) {
            CAPTURE(typed);
            CHECK(printed(Telephone, typed) == "+212 5 37 21 37 00");
            CHECK(printed(Fax, typed) == "+212 5 37 21 37 00");
        }
        CHECK(printed(Telephone, "06 61 00 00 00") == "+212 6 61 00 00 00");
        CHECK(printed(Telephone, "0700000000") == "+212 7 00 00 00 00");
        CHECK(printed(Telephone, "0801004747") == "+212 8 01 00 47 47");
    }

    TEST_CASE("a number of another country has its code, of one, two or three digits") {
        CHECK(printed(Telephone, "+33 1 42 27 00 00") == "+33 1 42 27 00 00");
        CHECK(printed(Telephone, "0033142270000") == "+33 1 42 27 00 00");
        CHECK(printed(Telephone, "+1 (202) 555-0100") == "+1 20 25 55 01 00");
        CHECK(printed(Telephone, "+7 495 000 00 00") == "+7 49 50 00 00 00");
        CHECK(printed(Fax, "+34910000000") == "+34 9 10 00 00 00");
        CHECK(printed(Fax, "+213 21 00 00 00") == "+213 21 00 00 00");
        CHECK(printed(Telephone, "+290 1234") == "+290 12 34");                       // Seven digits.
        CHECK(printed(Telephone, "+49 3000000000000") == "+49 3 00 00 00 00 00 00");  // Fifteen.
    }

    TEST_CASE("what is no number is refused") {
        for (const auto kind : {Telephone, Fax})
            for (const auto& typed : std::vector<std::string>{"",
                                                              "+",
                                                              "0",
                                                              "00",
                                                              "15",
                                                              "537213700",
                                                              "05 37 21 37 0",
                                                              "05 37 21 37 000",
                                                              "01 37 21 37 00",
                                                              "09 37 21 37 00",
                                                              "+212 1 37 21 37 00",
                                                              "+212 5 37 21 37",
                                                              "+212 00537213700",
                                                              "212537213700",
                                                              "+0 537213700",
                                                              "++212537213700",
                                                              "+290 123",
                                                              "+49 30000000000000",
                                                              "05 37 21 37 00 / 01",
                                                              "05 37 21 37 00 #12",
                                                              "05 37 21 37 OO",
                                                              "0537213700;ext=1",
                                                              "tel:0537213700",
                                                              "javascript:alert(1)",
                                                              "05 37 21 37 00\u202E",
                                                              "<b>0537213700</b>",
                                                              "०५३७२१३७००",
                                                              "+212537213700+",
                                                              "\xD9",
                                                              repeated("0", 10'000),
                                                              repeated(" ", 10'000)}) {
                CAPTURE(typed.substr(0, 40));
                CHECK(printed(kind, typed) == "refused");
            }
    }

    TEST_CASE("an e-mail address has a sane shape, within the lengths of RFC 5321") {
        CHECK(printed(Email, "greffe@court.example") == "greffe@court.example");
        CHECK(printed(Email, "Greffe.Civil+1_a-b@TPI-Rabat.Court.Example") ==
              "Greffe.Civil+1_a-b@tpi-rabat.court.example");
        CHECK(printed(Email, "\u200Egreffe@court.example\u200F") == "greffe@court.example");
        const auto local = repeated("l", 64);
        const auto label = repeated("d", 63);
        const auto longest = local + "@" + label + "." + label + "." + repeated("d", 54) + ".example";
        REQUIRE(longest.size() == 254 + 1);
        CHECK(printed(Email, longest) == "refused");
        CHECK(printed(Email, longest.substr(1)) == longest.substr(1));
        CHECK(printed(Email, local + "@a.ma") == local + "@a.ma");
        for (const auto& typed : std::vector<std::string>{"",
                                                          "greffe",
                                                          "@court.example",
                                                          "greffe@",
                                                          "greffe@court",
                                                          "greffe@@court.example",
                                                          "a@b@court.example",
                                                          "greffe @court.example",
                                                          ".greffe@court.example",
                                                          "greffe.@court.example",
                                                          "a..b@court.example",
                                                          "greffe@.court.example",
                                                          "greffe@court.example.",
                                                          "greffe@court..example",
                                                          "greffe@-court.example",
                                                          "greffe@court-.example",
                                                          "greffe@192.0.2.1",
                                                          "greffe@[192.0.2.1]",
                                                          "\"a b\"@court.example",
                                                          "greffe@court.example?bcc=x@evil.example",
                                                          "greffe%0Abcc:x@court.example",
                                                          "a@court.example,b@court.example",
                                                          "mailto:greffe@court.example",
                                                          "javascript:alert(1)@court.example",
                                                          "grеffe@court.example",  // A Cyrillic letter.
                                                          "محكمة@court.example",
                                                          "greffe@court.example\u202E",
                                                          "l" + local + "@court.example",
                                                          "greffe@" + label + "d.example",
                                                          repeated("a", 10'000) + "@court.example",
                                                          "a@" + repeated("b.", 5'000) + "ma"}) {
            CAPTURE(typed.substr(0, 60));
            CHECK(printed(Email, typed) == "refused");
        }
    }

    TEST_CASE("a website is an address of the web, as in every other field") {
        CHECK(printed(Website, "https://court.example/a?b=c#d") == "https://court.example/a?b=c#d");
        CHECK(printed(Website, "\u200Ehttps://court.example") == "https://court.example");
        for (const auto* typed :
             {"", "https://", "http://court.example", "court.example", "//court.example", "/ar", "javascript:alert(1)",
              "JavaScript:alert(1)", "data:text/html,x", "ftp://court.example", "https://court.example/a b",
              "https://court.example/\"onclick=x", "https://محكمة.example", "https://court.example/<b>",
              "https://court.example\\x", "https://court.example\u202E"}) {
            CAPTURE(typed);
            CHECK(printed(Website, typed) == "refused");
        }
    }

    TEST_CASE("a telephone, an e-mail address and a website lead somewhere, a fax and what is no value nowhere") {
        CHECK(link_of({{}, Telephone, "+212 5 37 21 37 00"}) == "tel:+212537213700");
        CHECK(link_of({{}, Email, "greffe@court.example"}) == "mailto:greffe@court.example");
        CHECK(link_of({{}, Website, "https://court.example"}) == "https://court.example");
        CHECK(link_of({{}, Fax, "+212 5 37 21 37 00"}).empty());
        CHECK(link_of({{}, {}, "+212 5 37 21 37 00"}).empty());
        CHECK(link_of({}).empty());
        for (const auto kind : {Telephone, Fax, Email, Website})
            for (const auto* hostile : {"", "\u202E1", "a\"b", "<b>", "\n"})
                CHECK(link_of({{}, kind, hostile}).empty());
        CHECK(link_of({{}, Website, "javascript:alert(1)"}).empty());
        CHECK(link_of({{}, Website, "/ar/d/rabat"}).empty());
    }

    TEST_CASE(
        "the value of a row is kept as it is printed, whatever stands wrongly is named and stays as it was typed") {
        CHECK(row("telephone", " ٠٥ ٣٧ ٢١ ٣٧ ٠٠ ").values.at("contacts/0/value") == "+212 5 37 21 37 00");
        CHECK(row("fax", "\u202E0537213700").values.at("contacts/0/value") == "+212 5 37 21 37 00");
        CHECK(row("email", "G@Court.Example").values.at("contacts/0/value") == "G@court.example");
        struct Row {
            const char* kind;
            std::string value;
            ItemProblem problem;
        };
        for (const auto& one : {Row{"telephone", "javascript:alert(1)", ItemProblem::TelephoneUnfit},
                                Row{"telephone", "https://court.example", ItemProblem::TelephoneUnfit},
                                Row{"fax", "05 37 21", ItemProblem::TelephoneUnfit},
                                Row{"email", "05 37 21 37 00", ItemProblem::EmailUnfit},
                                Row{"website", "javascript:alert(1)", ItemProblem::AddressUnfit},
                                Row{"website", "greffe@court.example", ItemProblem::AddressUnfit},
                                Row{"website", "https://" + repeated("x", 10'000), ItemProblem::TooLong},
                                Row{"telephone", repeated("0", 10'000), ItemProblem::TooLong},
                                Row{"", repeated("x", 10'000), ItemProblem::TooLong}}) {
            CAPTURE(one.kind);
            const auto checked = row(one.kind, one.value);
            CHECK(checked.errors == std::vector<ItemError>{{"contacts/0/value", one.problem}});
            CHECK(checked.values.at("contacts/0/value") == one.value);
        }
        CHECK(row("pigeon", "0537213700").errors ==
              std::vector<ItemError>{{"contacts/0/kind", ItemProblem::ChoiceUnknown}});
        CHECK(row("", " 0537213700 ").values.at("contacts/0/value") == "0537213700");
    }

    TEST_CASE("a row holds a value with its kind, or words; words with a value are its label") {
        using Paths = std::vector<std::string>;
        CHECK(missing("telephone", "0537213700").empty());
        CHECK(missing("telephone", "0537213700", {{"contacts/0/text/fr", "Accueil"}}).empty());
        CHECK(missing("", "", {{"contacts/0/text/fr", "Tél. : 05 37 21 37 00"}}).empty());
        CHECK(missing("", "0537213700") == Paths{"contacts/0/kind"});
        CHECK(missing("", "0537213700", {{"contacts/0/text/fr", "Accueil"}}) == Paths{"contacts/0/kind"});
        CHECK(missing("telephone", "") == Paths{"contacts/0/value"});
        CHECK(missing("telephone", "", {{"contacts/0/text/fr", "Accueil"}}) == Paths{"contacts/0/value"});
        CHECK(missing("", "", {{"contacts/0/source", "Greffe"}}) == Paths{"contacts/0/text/fr"});
        CHECK(missing("", "", {{"contacts/0/text/ar", "الاستقبال"}}) == Paths{"contacts/0/text/fr"});
        CHECK(missing("telephone", "0537213700", {{"contacts/0/text/ar", "الاستقبال"}}) == Paths{"contacts/0/text/fr"});
        CHECK(missing("", "", {{"access/0/source", "Greffe"}}) == Paths{"access/0/text/fr"});
    }

    TEST_CASE("a court comes back from its values with each of its contacts, which are its own alone") {
        const auto values = row("website", "https://court.example",
                                {{"contacts/0/text/fr", "Accueil"},
                                 {"contacts/0/source", "Greffe"},
                                 {"contacts/1/text/fr", "Par écrit"},
                                 {"contacts/2/kind", "fax"},
                                 {"contacts/2/value", "05 37 00 00 01"}})
                                .values;
        const auto court = std::get<CourtSheet>(answer_of(ItemKind::Court, values, {.district = "rabat", .slug = "c"}));
        const Contact website{
            {{"", "", "Accueil", ""}, {Standing::Sourced, "Greffe"}}, Website, "https://court.example"};
        const Contact words{{{"", "", "Par écrit", ""}, {}}};
        const Contact fax{{}, Fax, "+212 5 37 00 00 01"};
        CHECK(court.contacts == std::vector{website, words, fax});
        CHECK(values_of(court, base::Language::Fr) == values);
        CHECK(rows_of(copy_of(ItemKind::Court, values), "contacts") == 0);
        for (const auto& field : fields_of(ItemKind::Court)) CHECK(field.is_local == (field.list == "contacts"));
    }
}
