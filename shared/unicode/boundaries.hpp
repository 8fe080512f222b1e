// Where a line may break, and where graphemes and words begin (UAX #14 and #29), as the browser sees it.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace unicode {

// Offsets are UTF-16 units, ascending, without 0 and with the end of the text.
// One object keeps the rule tables open and its scratch memory: own it and pass it down. Needs load_data().
class Boundaries {
public:
    Boundaries();
    ~Boundaries();
    Boundaries(const Boundaries&) = delete;
    Boundaries& operator=(const Boundaries&) = delete;

    // Break opportunities as Chromium offers them: UAX #14 of the data, plus its own table for pairs of ASCII
    // characters. A space before an opportunity belongs to the line that it ends. '\n' is always an opportunity.
    void line_breaks(std::u16string_view text, std::vector<std::uint32_t>& breaks);

    // What a reader takes for one letter: the steps of a caret.
    void graphemes(std::u16string_view text, std::vector<std::uint32_t>& ends);

    void words(std::u16string_view text, std::vector<std::uint32_t>& ends);

private:
    struct Rules;  // ICU stays in the .cpp.
    std::unique_ptr<Rules> rules_;
};

}  // namespace unicode
