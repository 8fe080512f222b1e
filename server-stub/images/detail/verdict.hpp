// What the worker says in its first line, and the only way in which it ends.
#pragma once

#include <string_view>

#include "server-stub/images/protocol.hpp"

namespace images::detail {

struct Said {
    std::string_view type = "-";
    int width = 0;
    int height = 0;
    std::string_view bytes = {};
};
// Writes the answer and ends the process. Asks for no memory, so that it can be said that there was none.
[[noreturn]] void say(Verdict verdict, const Said& said);

// From within the codecs, which have no other way out: nothing of the process is used after it.
[[noreturn]] void refuse(Verdict verdict);

}  // namespace images::detail
