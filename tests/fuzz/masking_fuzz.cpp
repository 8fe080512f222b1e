// Anybody may send any bytes: what is masked is text, is masked once and for all, and its masks stand where they are
// said to stand.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "shared/base/utf8.hpp"
#include "shared/domain/moderation/masking.hpp"

namespace {

// Not assert: this must hold in every build.
void require(bool condition) {
    if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto masked = domain::moderation::mask(text);
    require(base::is_well_formed(masked.utf8));
    std::size_t end = 0;
    for (const auto& one : masked.masks) {
        require(one.begin >= end && one.end <= masked.utf8.size());
        require(masked.utf8.substr(one.begin, one.end - one.begin) == "[…]");
        end = one.end;
    }
    const auto again = domain::moderation::mask(masked.utf8);
    require(again.masks.empty());
    require(again.utf8 == masked.utf8);
    if (masked.masks.empty()) require(masked.utf8 == base::replace_broken(text));
    return 0;
}
