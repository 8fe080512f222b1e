#include "shared/wire/moderation.hpp"

#include <algorithm>
#include <set>

#include "shared/base/id.hpp"
#include "shared/base/utf8.hpp"
#include "shared/domain/text.hpp"
#include "shared/wire/detail/values.hpp"

namespace wire {
namespace {

struct ModerationFile {
    std::string about;
    std::string amazigh;  // The standing of its words: "proposed".
    domain::ModerationWords words;
};

constexpr Limits limits{.bytes = 1024 * 1024, .depth = 7, .keys = 8'000};

template <auto member>
constexpr auto of_words = [](auto& file) -> auto& { return file.words.*member; };

// A letter or a digit of any script: what is no sign of ASCII.
bool has_letter(std::string_view text) {
    return std::ranges::any_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    });
}

void check_words(const std::vector<std::string>& words, detail::Reader& reader) {
    if (words.size() > domain::moderation_words_limit) reader.fail("too-many", "These are too many words.");
    for (const auto& word : words)
        if (!has_letter(word) || domain::count_code_points(word).value_or(word.size()) > domain::moderation_word_limit)
            reader.fail("word", "A word has letters, and is short.");
}

// "a|b~8"
bool is_term(std::string_view term, bool has_distance, const std::set<std::string_view>& groups) {
    const auto sign = term.find_first_of("~<>");
    if ((sign != std::string_view::npos) != has_distance) return false;
    if (has_distance) {
        const auto digits = term.substr(sign + 1);
        if (digits.empty() || digits.size() > 2) return false;
        std::size_t distance = 0;
        for (const char c : digits) {
            if (c < '0' || c > '9') return false;
            distance = distance * 10 + static_cast<std::size_t>(c - '0');
        }
        if (distance == 0 || distance > domain::moderation_distance_limit) return false;
    }
    auto names = term.substr(0, sign);
    for (std::size_t end = 0; end <= names.size(); names.remove_prefix(end + 1)) {
        end = std::min(names.find('|'), names.size());
        const auto name = names.substr(0, end);
        if (!name.starts_with('#') && !groups.contains(name)) return false;
        if (end == names.size()) break;
    }
    return true;
}

void check_rule(const domain::ModerationRule& rule, const std::set<std::string_view>& groups, detail::Reader& reader) {
    const auto check = [&](std::string_view field, const std::string& term, bool has_distance) {
        if (!is_term(term, has_distance, groups))
            reader.within(field, [&] { reader.fail("term", "There is no such group or distance: " + term + '.'); });
    };
    check("of", rule.of, false);
    for (const auto& term : rule.with) check("with", term, true);
    for (const auto& term : rule.without) check("without", term, true);
}

void check_rules(const domain::ModerationWords& words, detail::Reader& reader) {
    std::set<std::string_view> groups, names, languages;
    for (const auto& language : words.languages) {
        if (!languages.insert(language.language).second) reader.fail("language-twice", "A language is there twice.");
        for (const auto& group : language.groups) groups.insert(group.name);
    }
    for (const auto& rule : words.rules) {
        if (!names.insert(rule.name).second) reader.fail("id-twice", "This rule is there twice: " + rule.name + '.');
        check_rule(rule, groups, reader);
    }
}

}  // namespace

namespace detail {

template <>
struct Names<domain::Concern> {
    static constexpr auto all = every_value_to<domain::Concern::FirstContribution>();
    static std::string_view of(domain::Concern value) { return domain::name_of(value); }
};

template <>
struct Fields<domain::WordGroup> {
    using T = domain::WordGroup;
    static constexpr std::tuple table{
        field<T>("name", &T::name, "Of what its words mean."),
        field<T>("words", &T::words, "In any order."),
    };
    static void check(const T& group, Reader& reader) {
        if (!base::is_slug(group.name)) reader.within("name", [&] { reader.fail("slug", "This is no name."); });
        reader.within("words", [&] { check_words(group.words, reader); });
    }
};

template <>
struct Fields<domain::LanguageWords> {
    using T = domain::LanguageWords;
    static constexpr std::tuple table{
        field<T>("language", &T::language, "Darija is one of its own."),
        field<T>("heard", &T::is_heard, "Latin letters are compared by sound.", Presence::Optional),
        field<T>("lent", &T::is_lent, "Its words are used amid those that are heard.", Presence::Optional),
        field<T>("beginnings", &T::beginnings, "Written as one with a word."),
        field<T>("endings", &T::endings, "Written as one with a word."),
        field<T>("signs", &T::signs, "Small words that show the language."),
        field<T>("harmless", &T::harmless, "Words that hold another by chance."),
        field<T>("groups", &T::groups, "Words that mean the same."),
    };
    static void check(const T& language, Reader& reader) {
        if (!base::is_slug(language.language))
            reader.within("language", [&] { reader.fail("slug", "This is no name."); });
        for (const auto* words : {&language.beginnings, &language.endings, &language.signs, &language.harmless})
            check_words(*words, reader);
        if (language.groups.size() > domain::moderation_groups_limit)
            reader.fail("too-many", "These are too many groups.");
        std::set<std::string_view> names;
        for (const auto& group : language.groups)
            if (!names.insert(group.name).second)
                reader.fail("id-twice", "This group is there twice: " + group.name + '.');
    }
};

template <>
struct Fields<domain::ModerationRule> {
    using T = domain::ModerationRule;
    static constexpr std::tuple table{
        field<T>("name", &T::name, "For logs."),
        field<T>("concern", &T::concern, "What it raises."),
        field<T>("of", &T::of, "Groups."),
        field<T>("with", &T::with, "Groups that are near.", Presence::Optional),
        field<T>("without", &T::without, "Groups that are not near.", Presence::Optional),
        field<T>("disguised", &T::disguised, "Only words in disguise.", Presence::Optional),
    };
    static void check(const T& rule, Reader& reader) {
        if (!base::is_slug(rule.name)) reader.within("name", [&] { reader.fail("slug", "This is no name."); });
        if (rule.concern == domain::Concern::FirstContribution)
            reader.within("concern", [&] { reader.fail("value-unknown", "No word raises this."); });
    }
};

template <>
struct Fields<ModerationFile> {
    using T = ModerationFile;
    using W = domain::ModerationWords;
    static constexpr std::tuple table{
        field<T>("about", &T::about, "For who reads the file."),
        field<T>("amazigh", &T::amazigh, "The standing of these words."),
        field<T>("officialSites", of_words<&W::official_sites>, "And all below them."),
        field<T>("siteEndings", of_words<&W::site_endings>, "Of addresses."),
        field<T>("always", of_words<&W::always>, "Groups that count in every language."),
        field<T>("languages", of_words<&W::languages>, "In any order."),
        field<T>("rules", of_words<&W::rules>, "In any order."),
    };
    static void check(const T& file, Reader& reader) {
        for (const auto* words : {&file.words.official_sites, &file.words.site_endings, &file.words.always})
            check_words(*words, reader);
        if (file.words.languages.size() > domain::moderation_languages_limit)
            reader.fail("too-many", "These are too many languages.");
        if (file.words.rules.size() > domain::moderation_rules_limit)
            reader.fail("too-many", "These are too many rules.");
        check_rules(file.words, reader);
    }
};

}  // namespace detail

Decoded<domain::ModerationWords> decode_moderation(std::string_view json) {
    auto file = detail::decode_text<ModerationFile>(json, limits);
    if (!file) return std::unexpected(file.error());
    return std::move(file->words);
}

}  // namespace wire
