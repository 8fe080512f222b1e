// Which script each letter is shaped in. Spaces, digits, marks and brackets take the script of their neighbours.
#pragma once

#include <cstdint>
#include <hb.h>
#include <string_view>
#include <vector>

namespace text::detail {

struct ScriptRun {
    std::uint32_t end = 0;  // UTF-16 units; it begins where the one before ends.
    hb_script_t script = HB_SCRIPT_COMMON;
};

// Covers the whole text. A text without letters is one run of HB_SCRIPT_COMMON.
void script_runs(std::u16string_view text, std::vector<ScriptRun>& runs);

}  // namespace text::detail
