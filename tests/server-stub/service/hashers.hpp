// Ways to hash passwords that cost nothing, for tests that are about something else.
#pragma once

#include "server-stub/service/accounts.hpp"

namespace test {

inline service::Hasher cheap_hasher() {
    return {.hash = [](std::string_view password) { return "hash of " + std::string(password); },
            .fits = [](std::string_view password,
                       const std::string& hash) { return hash == "hash of " + std::string(password); }};
}

}  // namespace test
