// Where Chromium breaks between two ASCII characters, as it was measured.
#pragma once

#include <string_view>

namespace test {

// Measured in Chromium 156: the characters before which a line may break after `first`, between letters and between
// digits alike. (After a hyphen before a digit it depends on what stands before the hyphen; measured after letters and
// digits.)
constexpr std::string_view may_follow(char first) {
    if (first == '-') return "\"#%&'(*+-0123456789<=>@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\^_`abcdefghijklmnopqrstuvwxyz{|~";
    if (first == '?') return "#$%&(*+-0123456789<=>@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\^_`abcdefghijklmnopqrstuvwxyz{|~";
    if (std::string_view("!\"#%&)*+,.:;=>\\]|}~").contains(first)) return "(<[{";
    return "";
}

}  // namespace test
