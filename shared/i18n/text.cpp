#include "shared/i18n/text.hpp"

#include "shared/i18n/detail/catalogue.hpp"
#include "shared/i18n/program.hpp"
#include "shared/unicode/patterns.hpp"

namespace i18n {

Formatted Text::format(std::uint16_t index, std::span<const Argument> arguments) const {
    return run(detail::program_of(index, language_), arguments, language_);
}

std::string Text::time(int minute_of_day) const {
    return unicode::format_time({minute_of_day / 60, minute_of_day % 60}, language_);
}

}  // namespace i18n
