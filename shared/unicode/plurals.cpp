#include "shared/unicode/plurals.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/unicode/detail/bundles.hpp"

namespace unicode {
namespace {

// Reads a condition of CLDR (UTS #35, part 3, "Plural rules syntax") and says whether a whole number meets it:
//   condition = and_condition ('or' and_condition)*     and_condition = relation ('and' relation)*
//   relation  = operand ('%' value)? ('=' | '!=') range (',' range)*        range = value ('..' value)?
class Condition {
public:
    Condition(std::string_view text, std::uint64_t number) : rest_(text.substr(0, text.find('@'))), number_(number) {}

    bool holds() {
        bool any = all_hold();
        while (take("or")) any |= all_hold();
        assert(rest_.empty() && "CLDR writes whole conditions");
        return any;
    }

private:
    bool all_hold() {
        bool all = relation_holds();
        while (take("and")) all &= relation_holds();
        return all;
    }

    bool relation_holds() {
        auto operand = this->operand();
        if (take("%")) operand %= value();
        const bool is_negated = take("!=");
        if (!is_negated) take("=");
        bool is_listed = false;
        do {
            const auto low = value();
            const auto high = take("..") ? value() : low;
            is_listed |= low <= operand && operand <= high;
        } while (take(","));
        return is_listed != is_negated;
    }

    // n and i are the number; the others speak of decimals and exponents, which a whole number has none of.
    std::uint64_t operand() {
        skip_spaces();
        const char name = rest_.empty() ? ' ' : rest_.front();
        rest_.remove_prefix(std::min<std::size_t>(rest_.size(), 1));
        return name == 'n' || name == 'i' ? number_ : 0;
    }

    std::uint64_t value() {
        skip_spaces();
        std::uint64_t value = 0;
        while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9') {
            value = value * 10 + static_cast<std::uint64_t>(rest_.front() - '0');
            rest_.remove_prefix(1);
        }
        return value;
    }

    bool take(std::string_view word) {
        skip_spaces();
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }

    void skip_spaces() { rest_.remove_prefix(std::min(rest_.find_first_not_of(' '), rest_.size())); }

    std::string_view rest_;
    std::uint64_t number_;
};

struct Rule {
    PluralCategory category = PluralCategory::Other;
    std::string condition;  // Empty for Other, which every other number takes.
};
using Rules = std::vector<Rule>;

PluralCategory parse_category(std::string_view keyword) {
    constexpr std::array<std::string_view, 5> words{"zero", "one", "two", "few", "many"};
    return static_cast<PluralCategory>(std::ranges::find(words, keyword) - words.begin());
}

// The rules of a language stand under the name of a set that it shares with others.
Rules load_rules(const char* language) {
    const auto set = detail::string_of(detail::find("plurals", {"locales", language}));
    const auto table = detail::find("plurals", {"rules", set.c_str()});
    assert(table && "load_data comes before the first plural");
    Rules rules;
    for (std::int32_t i = 0; const auto rule = detail::item_at(table, i); ++i)
        rules.push_back({parse_category(ures_getKey(rule.get())), detail::string_of(rule)});
    std::erase_if(rules, [](const Rule& rule) { return rule.category == PluralCategory::Other; });
    return rules;
}

const Rules& rules_of(base::Language language) {
    // Read-only once made, and costly to make.
    static const std::array all{load_rules("ar"), Rules{}, load_rules("fr"), load_rules("en")};
    return all[base::index_of(language)];
}

}  // namespace

PluralCategory plural_category(std::int64_t number, base::Language language) {
    const auto magnitude = number < 0 ? 0U - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
    const auto& rules = rules_of(language);
    const auto fitting =
        std::ranges::find_if(rules, [&](const Rule& rule) { return Condition(rule.condition, magnitude).holds(); });
    return fitting == rules.end() ? PluralCategory::Other : fitting->category;
}

}  // namespace unicode
