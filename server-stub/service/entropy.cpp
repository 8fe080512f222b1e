#include "server-stub/service/entropy.hpp"

#include <cstdlib>
#include <format>
#include <sys/random.h>

namespace service {

std::uint64_t random_number() {
    std::uint64_t number = 0;
    // Eight bytes never come in part. Without them no code or key is safe, so there is nothing to go on with.
    if (::getrandom(&number, sizeof number, 0) != sizeof number) std::abort();
    return number;
}

std::string random_key() { return std::format("{:016x}{:016x}", random_number(), random_number()); }

}  // namespace service
