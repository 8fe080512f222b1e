#include "server-stub/secrets/erasable_file.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <unistd.h>

#include "tests/server-stub/storage/temporary_folder.hpp"

using secrets::ErasableFile;

TEST_SUITE("server-stub/secrets/erasable_file") {
    TEST_CASE("what was written is read again, and grows where it is written behind the end") {
        const test::TemporaryFolder folder;
        ErasableFile file(folder.path() / "secret");
        CHECK(file.read()->has_value() == false);
        REQUIRE(file.write_at(0, "salt"));
        REQUIRE(file.write_at(4, " and pepper"));
        REQUIRE(file.write_at(0, "S"));
        CHECK(ErasableFile(folder.path() / "secret").read()->value() == "Salt and pepper");
    }

    TEST_CASE("nobody but its owner may read it") {
        const test::TemporaryFolder folder;
        ErasableFile file(folder.path() / "secret");
        REQUIRE(file.write_at(0, "salt"));
        const auto others = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
        CHECK((std::filesystem::status(file.path()).permissions() & others) == std::filesystem::perms::none);
    }

    TEST_CASE("erasing overwrites the bytes in place: who holds the file open sees zeros") {
        const test::TemporaryFolder folder;
        ErasableFile file(folder.path() / "secret");
        REQUIRE(file.write_at(0, "a salt of the day"));
        const int held = ::open(file.path().c_str(), O_RDONLY);
        REQUIRE(held >= 0);
        REQUIRE(file.erase());
        CHECK(!std::filesystem::exists(file.path()));
        std::string left(64, 'x');
        left.resize(static_cast<std::size_t>(::read(held, left.data(), left.size())));
        ::close(held);
        CHECK(left == std::string(17, '\0'));
        CHECK(file.erase().has_value());
    }

    TEST_CASE("without a path nothing is kept") {
        ErasableFile file({});
        CHECK(file.write_at(0, "salt").has_value());
        CHECK(file.read()->has_value() == false);
        CHECK(file.erase().has_value());
    }

    TEST_CASE("a file that cannot be written is one clear sentence") {
        ErasableFile file("/dev/null/secret");
        const auto written = file.write_at(0, "salt");
        REQUIRE_FALSE(written);
        CHECK(written.error().detail.contains("/dev/null/secret cannot be written"));
    }
}
