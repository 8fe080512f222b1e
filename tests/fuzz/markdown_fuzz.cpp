// An editor may paste any bytes: what comes of them can always be shown, and says nothing that was not allowed.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "server-stub/markup/markdown.hpp"
#include "server-stub/markup/typed_text.hpp"
#include "shared/base/utf8.hpp"
#include "shared/domain/text.hpp"

namespace {

// Not assert: this must hold in every build.
void require(bool condition) {
    if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view typed(reinterpret_cast<const char*>(data), size);
    const auto cleaned = markup::clean_typed_text(typed);
    require(markup::clean_typed_text(cleaned) == cleaned);

    const auto blocks = markup::blocks_of(typed);
    if (!blocks) return 0;
    require(domain::is_sound(*blocks));
    for (const auto& block : *blocks)
        for (const auto& line : block.lines) {
            require(base::is_well_formed(line.utf8));
            require(domain::clean_text(line.utf8) == line.utf8);
        }
    const auto again = markup::blocks_of(domain::markdown_of(*blocks));
    if (again) require(domain::is_sound(*again));
    return 0;
}
