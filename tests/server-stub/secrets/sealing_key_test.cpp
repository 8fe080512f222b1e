#include "server-stub/secrets/sealing_key.hpp"

#include <doctest/doctest.h>
#include <fstream>

#include "tests/server-stub/storage/temporary_folder.hpp"

TEST_SUITE("server-stub/secrets/sealing_key") {
    TEST_CASE("what was sealed opens with the same key after a restart, and with no other") {
        const test::TemporaryFolder folder;
        const auto file = folder.path() / "key";
        const auto sealed = secrets::SealingKey::keep_in(file).value().seal("a secret");
        const auto mark = secrets::SealingKey::keep_in(file).value().mark("a name");
        const auto again = secrets::SealingKey::keep_in(file).value();
        CHECK(again.open(sealed) == "a secret");
        CHECK(again.mark("a name") == mark);
        const auto other = secrets::SealingKey::keep_in({}).value();
        CHECK_FALSE(other.open(sealed).has_value());
        CHECK(other.mark("a name") != mark);
        CHECK(std::filesystem::status(file).permissions() ==
              (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    }

    TEST_CASE("a text that was changed, or was never sealed, does not open") {
        const auto key = secrets::SealingKey::keep_in({}).value();
        auto sealed = key.seal("a secret");
        CHECK_FALSE(sealed.contains("secret"));
        CHECK(sealed != key.seal("a secret"));
        sealed.back() = sealed.back() == '0' ? '1' : '0';
        CHECK_FALSE(key.open(sealed).has_value());
        for (const std::string text : {"", "00", "no digits", "0"}) CHECK_FALSE(key.open(text).has_value());
    }

    TEST_CASE("a file that is no key is said so, and not replaced") {
        const test::TemporaryFolder folder;
        const auto file = folder.path() / "key";
        std::ofstream(file) << "short";
        CHECK_FALSE(secrets::SealingKey::keep_in(file).has_value());
        CHECK(std::filesystem::file_size(file) == 5);
    }
}
