#include "shared/domain/finding.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <fstream>
#include <iterator>

#include "shared/wire/answer.hpp"

namespace {

using domain::fold_for_finding;

const std::vector<domain::District>& districts() {
    static const auto list = [] {
        std::ifstream file(RIHAB_SOURCE_DIR "/assets/content/districts.json", std::ios::binary);
        const std::string json{std::istreambuf_iterator<char>(file), {}};
        auto answer = wire::decode_answer(domain::subject_of<domain::List<domain::District>>, json);
        REQUIRE(answer.has_value());
        return std::get<domain::List<domain::District>>(std::move(*answer)).items;
    }();
    return list;
}

bool finds(const domain::District& district, std::string_view query) {
    return std::ranges::contains(domain::find_districts(districts(), query), &district);
}

std::vector<std::string> found_by(std::string_view query) {
    std::vector<std::string> ids;
    for (const auto* district : domain::find_districts(districts(), query)) ids.push_back(district->id.value());
    return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_SUITE("shared/domain/finding") {
    TEST_CASE("each of the 23 districts is found by its city in each of the four languages") {
        REQUIRE(districts().size() == 23);
        for (const auto& district : districts())
            for (const auto language : base::languages) {
                CAPTURE(district.id.value());
                CAPTURE(base::code_of(language));
                const auto city = district.city.exact(language);
                REQUIRE_FALSE(city.empty());
                CHECK(finds(district, city));
                CHECK(domain::find_districts(districts(), city).size() < 10);
            }
    }

    TEST_CASE("each district is found by its courts, its region and its address") {
        for (const auto& district : districts())
            for (const auto language : base::languages) {
                CAPTURE(district.id.value());
                CAPTURE(base::code_of(language));
                CHECK(finds(district, district.court_of_appeal.exact(language)));
                CHECK(finds(district, district.region.exact(language)));
                for (const auto& court : district.courts) CHECK(finds(district, court.name.exact(language)));
                CHECK(finds(district, district.id.value()));
            }
    }

    TEST_CASE("words are folded to what people type") {
        struct Row {
            const char* name;
            const char* written;
            const char* folded;
        };
        for (const auto& row :
             {Row{"accents", "Fès, Béni-Mellal, Laâyoune", "fes beni mellal laayoune"},
              Row{"combining accents", "Fe\u0300s", "fes"}, Row{"case", "RABAT Rabat", "rabat rabat"},
              Row{"capitals with accents", "SALÉ ÎLE", "sale ile"},
              Row{"forms of hamza", "أكادير إملشيل آسفي ٱسفي", "اكادير املشيل اسفي اسفي"},
              Row{"hamza on waw and ya", "مسؤول بئر", "مسوول بير"}, Row{"ta marbuta", "طنجة القنيطرة", "طنجه القنيطره"},
              Row{"alif maqsura", "مصطفى", "مصطفي"}, Row{"tatweel", "الربـــاط", "الرباط"},
              Row{"vowel signs", "الرِّبَاطُ", "الرباط"}, Row{"gaf", "أڭادير", "اكادير"},
              Row{"Arabic-Indic digits", "٢٠٢٦", "2026"}, Row{"signs between words", "  a -- b?!  ", "a b"},
              Row{"Arabic comma", "فاس، مكناس؟", "فاس مكناس"}, Row{"Tifinagh stays", "ⵕⵕⴱⴰⴹ", "ⵕⵕⴱⴰⴹ"},
              Row{"nothing", "", ""}, Row{"signs alone", "؟!…", ""}}) {
            CAPTURE(row.name);
            CHECK(fold_for_finding(row.written) == row.folded);
        }
    }

    TEST_CASE("folding what is folded changes nothing") {
        for (const auto& district : districts())
            for (const auto language : base::languages) {
                const auto folded = fold_for_finding(district.court_of_appeal.exact(language));
                CHECK(fold_for_finding(folded) == folded);
            }
    }

    TEST_CASE("a name is found however it is typed") {
        for (const auto* query : {"fes", "FÈS", "Fès", "Fez", "فاس", "فـاس", "فَاس", " fes ", "fes fes"}) {
            CAPTURE(query);
            CHECK(std::ranges::contains(found_by(query), "fes"));
        }
        for (const auto* query : {"أكادير", "اكادير", "أڭادير", "agadir", "Agad"}) {
            CAPTURE(query);
            CHECK(std::ranges::contains(found_by(query), "agadir"));
        }
        CHECK(std::ranges::contains(found_by("طنجه"), "tanger"));
    }

    TEST_CASE("every word must be there, in any order and of any language") {
        CHECK(std::ranges::contains(found_by("appel rabat"), "rabat"));
        CHECK(found_by("rabat الرباط") == found_by("الرباط rabat"));
        CHECK(found_by("rabat agadir") == Ids{});
    }

    TEST_CASE("broken UTF-8 is left out of the words around it") {
        CHECK(fold_for_finding("ra\xFF"
                               "bat") == "rabat");
        CHECK(fold_for_finding("\xC3") == "");
        CHECK(fold_for_finding("fes\xE2\x80") == "fes");
        CHECK(found_by("fes\xF0\x9F") == found_by("fes"));
    }

    TEST_CASE("an empty query finds all in their order, and so do signs alone") {
        for (const auto* query : {"", "   ", "?!", "\xFF\xFE"}) {
            const auto all = domain::find_districts(districts(), query);
            REQUIRE(all.size() == districts().size());
            for (std::size_t i = 0; i < all.size(); ++i) CHECK(all[i] == &districts()[i]);
        }
    }

    TEST_CASE("nonsense finds none") {
        for (const auto* query : {"xqzw", "<script>alert(1)</script>", "٩٩٩٩", "قققق", "ⵣⵣⵣⵣⵣ"}) {
            CAPTURE(query);
            CHECK(found_by(query).empty());
        }
    }
}
