#include "shared/i18n/text.hpp"

#include "shared/i18n/program.hpp"
#include "shared/unicode/patterns.hpp"

namespace i18n {

Formatted Text::format(Key key, std::span<const Argument> arguments) const {
    return run(key.catalogue(key.index, language_), arguments, language_);
}

std::string Text::time(int minute_of_day) const {
    return unicode::format_time({minute_of_day / 60, minute_of_day % 60}, language_);
}

}  // namespace i18n
