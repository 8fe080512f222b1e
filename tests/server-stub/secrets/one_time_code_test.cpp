#include "server-stub/secrets/one_time_code.hpp"

#include <doctest/doctest.h>

namespace {

constexpr std::string_view key = "12345678901234567890";

}  // namespace

TEST_SUITE("server-stub/secrets/one_time_code") {
    TEST_CASE("the codes are those of RFC 6238, appendix B, and RFC 4226, appendix D") {
        struct Case {
            std::int64_t seconds;
            std::string_view code;
        };
        const Case cases[] = {{59, "94287082"},         {1111111109, "07081804"}, {1111111111, "14050471"},
                              {1234567890, "89005924"}, {2000000000, "69279037"}, {20000000000, "65353130"}};
        for (const auto& [seconds, code] : cases) {
            CAPTURE(seconds);
            CHECK(secrets::one_time_code(key, seconds / 30, 8) == code);
        }
        CHECK(secrets::one_time_code(key, 0) == "755224");
        CHECK(secrets::one_time_code(key, 9) == "520489");
    }

    TEST_CASE("a code counts half a minute early and late, and never twice") {
        const std::int64_t now_s = 1'795'348'800;
        const auto step = now_s / 30;
        for (const auto near : {step - 1, step, step + 1})
            CHECK(secrets::step_of_code(key, secrets::one_time_code(key, near), now_s, 0) == near);
        for (const auto far : {step - 2, step + 2})
            CHECK_FALSE(secrets::step_of_code(key, secrets::one_time_code(key, far), now_s, 0).has_value());
        CHECK_FALSE(secrets::step_of_code(key, secrets::one_time_code(key, step), now_s, step).has_value());
        CHECK_FALSE(secrets::step_of_code(key, "", now_s, 0).has_value());
    }

    TEST_CASE("keys are typed in the base 32 of RFC 4648, section 10") {
        CHECK(secrets::in_base32("f") == "MY");
        CHECK(secrets::in_base32("fo") == "MZXQ");
        CHECK(secrets::in_base32("foo") == "MZXW6");
        CHECK(secrets::in_base32("foob") == "MZXW6YQ");
        CHECK(secrets::in_base32("fooba") == "MZXW6YTB");
        CHECK(secrets::in_base32("foobar") == "MZXW6YTBOI");
    }

    TEST_CASE("no two keys are the same") {
        const auto one = secrets::random_one_time_key();
        CHECK(one.size() == secrets::one_time_key_size);
        CHECK(one != secrets::random_one_time_key());
    }
}
