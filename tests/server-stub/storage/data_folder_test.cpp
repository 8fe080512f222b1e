#include "server-stub/storage/sqlite/data_folder.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <optional>
#include <string>

#include "server-stub/storage/sqlite/store.hpp"
#include "tests/server-stub/storage/temporary_folder.hpp"

using storage::sqlite::DataFolder;

TEST_SUITE("server-stub/storage/data_folder") {
    TEST_CASE("a second owner is refused until the first one is gone") {
        const test::TemporaryFolder folder;
        std::optional first = DataFolder::own(folder.path() / "data");
        REQUIRE(first->has_value());
        const auto second = DataFolder::own(folder.path() / "data");
        REQUIRE_FALSE(second.has_value());
        CHECK(second.error().code == base::ErrorCode::Conflict);
        first.reset();
        CHECK(DataFolder::own(folder.path() / "data").has_value());
    }

    TEST_CASE("a data folder is readable by its owner alone") {
        const test::TemporaryFolder folder;
        REQUIRE(DataFolder::own(folder.path() / "data").has_value());
        const auto permissions = std::filesystem::status(folder.path() / "data").permissions();
        CHECK((permissions & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
              std::filesystem::perms::none);
    }

    TEST_CASE("a place that cannot be a folder is one clear sentence") {
        const auto owned = DataFolder::own("/dev/null/data");
        REQUIRE_FALSE(owned.has_value());
        CHECK(owned.error().detail.contains("/dev/null/data"));
    }

    TEST_CASE("a file that is no database is refused, not overwritten") {
        const test::TemporaryFolder folder;
        const auto file = folder.path() / "rihab.db";
        std::ofstream(file) << std::string(4'096, 'x');
        const auto size = std::filesystem::file_size(file);
        CHECK_FALSE(storage::sqlite::Store::open(file).has_value());
        CHECK(std::filesystem::file_size(file) == size);
    }
}
