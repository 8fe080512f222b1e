#include "shared/unicode/plurals.hpp"

#include <array>
#include <cassert>
#include <memory>
#include <string_view>
#include <unicode/locid.h>
#include <unicode/plurrule.h>

namespace unicode {
namespace {

using Rules = std::array<std::unique_ptr<const icu::PluralRules>, base::languages.size()>;

Rules load_rules() {
    Rules rules;
    for (const auto language : {base::Language::Ar, base::Language::Fr, base::Language::En}) {
        UErrorCode status = U_ZERO_ERROR;
        rules[base::index_of(language)].reset(
            icu::PluralRules::forLocale(icu::Locale(base::code_of(language).data()), status));
        assert(U_SUCCESS(status) && "load_data comes before the first plural");
    }
    return rules;
}

// ICU names a category by a word.
PluralCategory parse_category(const icu::UnicodeString& keyword) {
    constexpr std::array<std::u16string_view, 5> words{u"zero", u"one", u"two", u"few", u"many"};
    for (std::size_t i = 0; i < words.size(); ++i)
        if (keyword == icu::UnicodeString(false, words[i].data(), static_cast<std::int32_t>(words[i].size())))
            return static_cast<PluralCategory>(i);
    return PluralCategory::Other;
}

}  // namespace

PluralCategory plural_category(double number, base::Language language) {
    if (language == base::Language::Zgh) return PluralCategory::Other;
    static const Rules rules = load_rules();  // Read-only once made, and costly to make.
    const auto& own = rules[base::index_of(language)];
    return own ? parse_category(own->select(number)) : PluralCategory::Other;
}

// A double is exact up to 2^53, and the rules look only at the last digits.
PluralCategory plural_category(std::int64_t number, base::Language language) {
    return plural_category(static_cast<double>(number), language);
}

}  // namespace unicode
