// Where Chromium breaks a line between two ASCII characters, spaces aside. It asks a table of its own there, not
// UAX #14: no break in dates and addresses after '/', ':' or '.', nearly always one after '-' and '?'.
#pragma once

namespace unicode {

// Both from '!' to '~'. `before_first` is the unit before `first`, or 0: it tells a minus sign from a hyphen.
bool may_break_between_ascii(char16_t before_first, char16_t first, char16_t second);

}  // namespace unicode
