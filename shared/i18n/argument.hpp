// What a message takes: keys that know their arguments, so that a missing or surplus one does not compile.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "shared/base/clock.hpp"
#include "shared/base/language.hpp"
#include "shared/base/localized_text.hpp"

namespace i18n {

// None of these has a default: `{.title = …}` with a field left out does not compile.
struct TextArgument {
    TextArgument(std::string_view value) : text(value) {}
    TextArgument(const std::string& value) : text(value) {}
    TextArgument(const char* value) : text(value) {}
    TextArgument(base::LocalizedText::Resolved value) : text(value.text), language(value.language) {}

    std::string_view text;  // Borrowed until the message is formatted.
    std::optional<base::Language> language;
};

struct NumberArgument {
    template <std::integral Integer>
        requires(!std::same_as<Integer, bool>)
    NumberArgument(Integer value) : number(static_cast<std::int64_t>(value)) {}

    std::int64_t number;
};

struct DateArgument {
    DateArgument(base::Date value) : date(value) {}

    base::Date date;
};

// Chooses a branch of a `select` and is never shown.
struct ChoiceArgument {
    ChoiceArgument(std::string_view value) : name(value) {}
    ChoiceArgument(const char* value) : name(value) {}

    std::string_view name;
};

using Argument = std::variant<TextArgument, NumberArgument, DateArgument, ChoiceArgument>;

// The program of each message of one catalogue, in the form that program.hpp describes.
using Catalogue = std::string_view (*)(std::uint16_t index, base::Language language);

// A message without arguments. The constants stand in namespace `msg`, made from assets/messages.
struct Key {
    Catalogue catalogue;
    std::uint16_t index;
    bool operator==(const Key&) const = default;
};

// A message with arguments; `Arguments` is a struct with one field for each, made from assets/messages.
template <class Arguments>
struct KeyWith {
    Catalogue catalogue;
    std::uint16_t index;
    bool operator==(const KeyWith&) const = default;
};

}  // namespace i18n
