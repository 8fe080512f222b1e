#include "shared/domain/moderation/observations.hpp"

#include <algorithm>
#include <optional>

#include "shared/domain/moderation/links.hpp"
#include "shared/domain/moderation/numbers.hpp"

namespace domain::moderation {
namespace {

// The words that stand within signs or bytes from `begin` to `end`.
std::optional<Hit> words_within(const Reading& reading, std::size_t begin, std::size_t end, auto place_of) {
    const auto first = std::ranges::lower_bound(reading.words, begin, {}, place_of);
    auto last = std::ranges::lower_bound(reading.words, end, {}, place_of);
    if (first == last) return std::nullopt;
    --last;
    return Hit{.first = static_cast<std::size_t>(first - reading.words.begin()),
               .last = static_cast<std::size_t>(last - reading.words.begin())};
}

bool has_hit_at(const std::vector<Hit>& hits, std::size_t word) {
    const auto found = std::ranges::lower_bound(hits, word, {}, &Hit::first);
    return found != hits.end() && found->first == word;
}

// "345/2023"
bool is_number_of_year(const Reading& reading, std::size_t word) {
    if (word + 1 >= reading.words.size()) return false;
    const auto& count = reading.words[word];
    const auto& year = reading.words[word + 1];
    if (count.script != Script::None || year.script != Script::None || year.plain.size() != 4) return false;
    if (!year.plain.starts_with("19") && !year.plain.starts_with("20")) return false;
    std::size_t slashes = 0;
    for (auto i = count.last; i < year.first; ++i) {
        if (reading.signs[i].c == U'/') ++slashes;
        else if (!is_space(reading.signs[i].c)) return false;
    }
    return slashes == 1 && count.plain.size() <= 6;
}

// Whether one of the signs that stand in a number of a car, and nothing else, is between a word and the next.
bool is_joined_in_plate(const Reading& reading, std::size_t word) {
    std::size_t joints = 0;
    for (auto i = reading.words[word].last; i < reading.words[word + 1].first; ++i) {
        const auto c = reading.signs[i].c;
        if (c == U'-' || c == U'|' || c == U'/' || c == U'–') ++joints;
        else if (!is_space(c)) return false;
    }
    return joints == 1;
}

// "12345-A-6", "12345 | أ | 6"
bool is_plate(const Reading& reading, std::size_t word) {
    if (word + 2 >= reading.words.size()) return false;
    const auto& serial = reading.words[word];
    const auto& letter = reading.words[word + 1];
    const auto& region = reading.words[word + 2];
    if (serial.script != Script::None || serial.plain.size() < 3 || serial.plain.size() > 6) return false;
    if (letter.script == Script::None || letter.plain.size() != 1) return false;
    if (region.script != Script::None || region.plain.size() > 2) return false;
    return is_joined_in_plate(reading, word) && is_joined_in_plate(reading, word + 1);
}

// "77 6201 2023": three numbers with only spaces between them, one of them a year and one the code of a register.
bool are_numbers_of_case(const Reading& reading, std::size_t word) {
    if (word + 2 >= reading.words.size()) return false;
    std::size_t years = 0, codes = 0;
    for (auto i = word; i < word + 3; ++i) {
        const auto& one = reading.words[i];
        if (one.script != Script::None || one.plain.size() > 6) return false;
        const bool is_year = one.plain.size() == 4 && (one.plain.starts_with("19") || one.plain.starts_with("20"));
        years += is_year ? 1 : 0;
        codes += !is_year && one.plain.size() == 4 ? 1 : 0;
        const auto behind = i + 1 < word + 3 ? reading.words[i + 1].first : one.last;
        for (auto sign = one.last; sign < behind; ++sign)
            if (!is_space(reading.signs[sign].c) && reading.signs[sign].c != U'-') return false;
    }
    return years == 1 && codes >= 1;
}

}  // namespace

Observer::Observer(Lexicon& lexicon, const ModerationWords& words)
    : official_sites_(words.official_sites),
      site_endings_(words.site_endings),
      number_(lexicon.ensure_group("#number")),
      long_number_(lexicon.ensure_group("#long-number")),
      number_of_year_(lexicon.ensure_group("#number-of-year")),
      numbers_of_case_(lexicon.ensure_group("#numbers-of-case")),
      case_number_(lexicon.ensure_group("#case-number")),
      telephone_(lexicon.ensure_group("#telephone")),
      identity_(lexicon.ensure_group("#identity")),
      plate_(lexicon.ensure_group("#plate")),
      time_(lexicon.ensure_group("#time")),
      link_(lexicon.ensure_group("#link")),
      official_link_(lexicon.ensure_group("#official-link")),
      name_(lexicon.ensure_group("#name")),
      capital_(lexicon.ensure_group("#capital")),
      initial_(lexicon.ensure_group("#initial")),
      given_name_(lexicon.ensure_group("given-name")),
      known_capital_(lexicon.ensure_group("known-capital")),
      place_before_(lexicon.ensure_group("place-before")),
      number_of_king_(lexicon.ensure_group("number-of-king")) {}

void Observer::observe(std::string_view utf8, const Reading& reading, Hits& hits) const {
    add_numbers(utf8, reading, hits);
    add_links(reading, hits);
    add_names(reading, hits);
}

void Observer::add_numbers(std::string_view utf8, const Reading& reading, Hits& hits) const {
    for (std::size_t i = 0; i < reading.words.size(); ++i) {
        if (reading.words[i].script != Script::None) continue;
        hits[number_].push_back({.first = i, .last = i});
        if (is_number_of_year(reading, i)) hits[number_of_year_].push_back({.first = i, .last = i + 1});
        if (are_numbers_of_case(reading, i)) hits[numbers_of_case_].push_back({.first = i, .last = i + 2});
        if (is_plate(reading, i)) hits[plate_].push_back({.first = i, .last = i + 2});
        if (reading.words[i].plain.size() >= 3) hits[long_number_].push_back({.first = i, .last = i});
    }
    const auto byte_of = [&](const Word& word) { return reading.signs[word.first].begin; };
    for (const auto& number : find_numbers(utf8)) {
        const auto words = words_within(reading, number.begin, number.end, byte_of);
        if (!words) continue;
        switch (number.kind) {
            case NumberKind::Telephone: hits[telephone_].push_back(*words); break;
            case NumberKind::IdentityCard: hits[identity_].push_back(*words); break;
            case NumberKind::Case: hits[case_number_].push_back(*words); break;
            case NumberKind::Date:
            case NumberKind::Time: hits[time_].push_back(*words); break;
            case NumberKind::Receipt: break;
        }
    }
}

void Observer::add_links(const Reading& reading, Hits& hits) const {
    for (const auto& link : find_links(reading.signs, site_endings_))
        if (const auto words = words_within(reading, link.first, link.last, [](const Word& w) { return w.first; }))
            hits[is_official(link, official_sites_) ? official_link_ : link_].push_back(*words);
}

// "B.", "(ع)", "X": a letter in place of a name.
bool Observer::is_initial(const Reading& reading, std::size_t word) const {
    const auto& one = reading.words[word];
    if (one.script == Script::None || one.plain.size() != 1) return false;
    const auto sign = [&](std::size_t i) { return i < reading.signs.size() ? reading.signs[i].c : U' '; };
    if (one.script == Script::Latin) {
        const bool is_word = std::string_view("maioy").contains(one.plain[0]);
        return one.is_capital && !is_word && sign(one.last) != U'\'' && sign(one.last) != U'’';
    }
    // In Amazigh, one letter before a full stop is a pronoun.
    if (one.script == Script::Tifinagh) return sign(one.last) == U')';
    return sign(one.last) == U'.' || sign(one.last) == U')';
}

void Observer::add_names(const Reading& reading, Hits& hits) const {
    for (const auto& hit : hits[given_name_]) {
        const bool is_place = hit.first > 0 && has_hit_at(hits[place_before_], hit.first - 1);
        const bool is_king = has_hit_at(hits[number_of_king_], hit.last + 1);
        if (!is_place && !is_king) hits[name_].push_back(hit);
    }
    const bool is_shouted = std::ranges::count_if(reading.words, &Word::is_all_capital) * 2 >
                            static_cast<std::ptrdiff_t>(reading.words.size());
    for (std::size_t i = 0; i < reading.words.size(); ++i) {
        const auto& word = reading.words[i];
        if (is_initial(reading, i)) hits[initial_].push_back({.first = i, .last = i});
        const bool may_be_name = word.is_capital && word.plain.size() > 1 && word.script == Script::Latin;
        if (may_be_name && !word.begins_sentence && !is_shouted && !has_hit_at(hits[known_capital_], i))
            hits[capital_].push_back({.first = i, .last = i});
    }
}

}  // namespace domain::moderation
