#include "shared/i18n/text.hpp"

#include "shared/i18n/detail/catalogue.hpp"
#include "shared/i18n/program.hpp"

namespace i18n {

Formatted Text::format(std::uint16_t index, std::span<const Argument> arguments) const {
    return run(detail::program_of(index, language_), arguments, language_);
}

}  // namespace i18n
