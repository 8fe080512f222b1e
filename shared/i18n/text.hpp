// The messages of the portal in one language: `tr(msg::services)`, `tr(msg::last_checked, {.date = date})`.
#pragma once

#include <span>
#include <string>
#include <type_traits>

#include "shared/base/language.hpp"
#include "shared/i18n/argument.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/i18n/messages.hpp"

namespace i18n {

// Small enough to copy. Plurals, numbers and dates need `unicode::load_data` to have succeeded.
class Text {
public:
    explicit Text(base::Language language) : language_(language) {}

    base::Language language() const { return language_; }

    Formatted operator()(Key key) const { return format(key, {}); }

    template <class Arguments>
    Formatted operator()(KeyWith<Arguments> key, const std::type_identity_t<Arguments>& arguments) const {
        const auto values = arguments.values();
        return format({key.catalogue, key.index}, values);
    }

    // "8:30", as the language writes a time of the wall clock; 0 to 1439.
    std::string time(int minute_of_day) const;

private:
    Formatted format(Key key, std::span<const Argument> arguments) const;

    base::Language language_;
};

}  // namespace i18n
