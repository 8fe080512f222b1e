#include <doctest/doctest.h>

#include "server-stub/storage/sqlite/store.hpp"

namespace {

service::StoredImage an_image(std::string district) {
    return {.name = {std::string(64, 'b'), domain::ImageKind::Png},
            .width = 40,
            .height = 30,
            .district = std::move(district),
            .text = "النجمة",
            .language = base::Language::Ar,
            .added_at = {7},
            .bytes = std::string("\x89PNG\0\xff\r\n", 8)};
}

}  // namespace

TEST_SUITE("server-stub/storage/images") {
    TEST_CASE("a picture is found by its name as it was put, byte for byte") {
        const auto store = storage::sqlite::Store::in_memory().value();
        const auto image = an_image("rabat");
        REQUIRE(store->images().put(image));
        CHECK(store->images().find(image.name) == image);
    }

    TEST_CASE("a hash with another kind, or without bytes, is nowhere") {
        const auto store = storage::sqlite::Store::in_memory().value();
        REQUIRE(store->images().put(an_image("rabat")));
        for (const auto& name : {domain::ImageName{std::string(64, 'b'), domain::ImageKind::Jpeg},
                                 domain::ImageName{std::string(64, 'c'), domain::ImageKind::Png}})
            CHECK(store->images().find(name).error().code == base::ErrorCode::NotFound);
    }

    TEST_CASE("the same picture again stays one, with its newest words; another district has its own") {
        const auto store = storage::sqlite::Store::in_memory().value();
        auto image = an_image("rabat");
        REQUIRE(store->images().put(image));
        image.text = "Étoile";
        image.language = base::Language::Fr;
        REQUIRE(store->images().put(image));
        image.text.clear();
        REQUIRE(store->images().put(image));
        REQUIRE(store->images().put(an_image("tanger")));
        const auto found = store->images().find(image.name);
        REQUIRE(found);
        CHECK(found->district == "rabat");
        CHECK(found->text == "Étoile");
    }
}
