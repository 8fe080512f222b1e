#include "shared/domain/moderation/traits.hpp"

#include <algorithm>

namespace domain::moderation {
namespace {

constexpr std::uint32_t first_number = 2'166'136'261U, prime = 16'777'619U;

std::uint32_t mixed(std::uint32_t number, std::uint32_t with) {
    for (int byte = 0; byte < 4; ++byte) number = (number ^ (with >> (8 * byte) & 0xFFU)) * prime;
    return number;
}

// What kind of trait a number is of, so that a word and a group with the same letters are two.
enum class Kind : std::uint8_t {
    Word = 1,
    Sound,
    Beginning,
    Pair,
    PairOverOne,
    Letters,
    Skeleton,
    SkeletonPair,
    Group,
    GroupNear,
    GroupThen,
    GroupBefore,
    GroupBehind,
    Unknown,
    UnknownPair,
    UnknownBehindGroup,
    UnknownBehindWord,
    Rule,
    Sign,
    Size
};
std::uint32_t trait(Kind kind, std::uint32_t number) {
    return mixed(first_number ^ static_cast<std::uint32_t>(kind), number);
}
std::uint32_t trait(Kind kind, std::uint32_t one, std::uint32_t other) { return mixed(trait(kind, one), other); }

// Consonants of Arabic as `sound_of` writes those of Latin letters, from U+0621 on; a point where none is heard for
// certain: a vowel, or a letter that is also one.
constexpr std::string_view sounds_of_arabic = ".......b.ttjhxddrzscsdtd3G......fqklmnh...";

void add_consonant(std::string& skeleton, char sound) {
    const bool is_heard = sound != '.' && sound != 'w' && sound != 'y';
    if (is_heard && (skeleton.empty() || skeleton.back() != sound)) skeleton += sound;
}

// What is left of a word in any script when nobody agrees on its vowels.
std::string skeleton_of(const Word& word) {
    std::string skeleton;
    if (word.script != Script::Arabic) {
        for (const char c : without_vowels(word.sound.empty() ? sound_of(word.plain) : word.sound))
            add_consonant(skeleton, c);
        return skeleton;
    }
    for (const char c : word.plain) {
        const auto letter = static_cast<unsigned char>(c), first = static_cast<unsigned char>(arabic_first);
        if (letter >= first && letter - first < static_cast<int>(sounds_of_arabic.size()))
            add_consonant(skeleton, sounds_of_arabic[static_cast<std::size_t>(letter - first)]);
    }
    constexpr std::size_t shortest = 2;  // Behind more, it is the ending of a woman's word.
    if (skeleton.size() > shortest && skeleton.back() == 'h') skeleton.pop_back();
    return skeleton;
}

class Collector {
public:
    Collector(const Seen& seen, const IsKnown& is_known) : seen_(seen), is_known_(is_known) {
        groups_of_.resize(seen.reading.words.size());
    }

    Traits collect() {
        add_groups();
        add_words();
        add_unknown();
        add_shape();
        for (auto& family : traits_) {
            std::ranges::sort(family);
            const auto rest = std::ranges::unique(family);
            family.erase(rest.begin(), rest.end());
        }
        return std::move(traits_);
    }

private:
    const std::vector<Word>& words() const { return seen_.reading.words; }
    void add(Family family, std::uint32_t number) { traits_[static_cast<std::size_t>(family)].push_back(number); }

    void add_word(const Word& word) {
        constexpr std::size_t shortest_stem = 4;
        add(Family::Words, trait(Kind::Word, number_of(word.plain)));
        if (word.plain.size() > shortest_stem)
            add(Family::Words,
                trait(Kind::Beginning, number_of(std::string_view(word.plain).substr(0, shortest_stem))));
        if (!word.sound.empty()) add(Family::Words, trait(Kind::Sound, number_of(without_doubles(word.sound))));
        const auto framed = "<" + word.plain + ">";
        for (std::size_t length = 3; length <= 5; ++length)
            for (std::size_t at = 0; at + length <= framed.size(); ++at)
                add(Family::Letters, trait(Kind::Letters, number_of(std::string_view(framed).substr(at, length))));
    }

    void add_words() {
        std::uint32_t before = 0, before_that = 0, skeleton_before = 0;
        for (const auto& word : words()) {
            const auto number = number_of(word.plain);
            add_word(word);
            add(Family::WordPairs, trait(Kind::Pair, before, number));
            add(Family::WordPairs, trait(Kind::PairOverOne, before_that, number));
            const auto skeleton = number_of(skeleton_of(word));
            add(Family::Skeletons, trait(Kind::Skeleton, skeleton));
            add(Family::Skeletons, trait(Kind::SkeletonPair, skeleton_before, skeleton));
            before_that = before;
            before = number;
            skeleton_before = skeleton;
        }
    }

    struct Standing {
        std::size_t place = 0;
        std::size_t first = 0, last = 0;
        std::uint32_t group = 0;
    };

    // Each group with the few that stand behind it, and with the words beside it.
    void add_groups() {
        std::vector<Standing> standing;
        for (std::size_t group = 0; group < seen_.hits.size(); ++group)
            for (const auto& hit : seen_.hits[group])
                standing.push_back({words()[hit.first].place, hit.first, hit.last, seen_.groups[group]});
        std::ranges::sort(standing, {}, [](const Standing& one) { return std::tuple(one.first, one.last, one.group); });
        for (std::size_t i = 0; i < standing.size(); ++i) add_group(standing, i);
    }

    void add_group(std::span<const Standing> standing, std::size_t at) {
        constexpr std::size_t looked_at = 14, near = 10, very_near = 3, most_of_a_word = 8;
        const auto& one = standing[at];
        add(Family::Groups, trait(Kind::Group, one.group));
        if (groups_of_[one.last].size() < most_of_a_word) groups_of_[one.last].push_back(one.group);
        if (one.first > 0)
            add(Family::GroupWords, trait(Kind::GroupBehind, one.group, number_of(words()[one.first - 1].plain)));
        if (one.last + 1 < words().size())
            add(Family::GroupWords, trait(Kind::GroupBefore, one.group, number_of(words()[one.last + 1].plain)));
        for (auto i = at + 1; i < std::min(at + looked_at, standing.size()); ++i) {
            const auto& other = standing[i];
            const auto distance = other.place - one.place;
            if (distance > near) break;
            if (other.group == one.group) continue;
            add(Family::GroupPairs,
                trait(Kind::GroupNear, std::min(one.group, other.group), std::max(one.group, other.group)));
            if (distance <= very_near) add(Family::GroupPairs, trait(Kind::GroupThen, one.group, other.group));
        }
    }

    // A word that was nowhere may be a name.
    void add_unknown() {
        std::uint32_t count = 0;
        bool was_unknown = false;
        for (std::size_t i = 0; i < words().size(); ++i) {
            const auto& word = words()[i];
            const bool is_unknown = may_be_unknown(word) && !is_known_(number_of(word));
            if (is_unknown) {
                ++count;
                const auto look = static_cast<std::uint32_t>(word.script) * 4 + (word.is_capital ? 2U : 0U) +
                                  (word.begins_sentence ? 1U : 0U);
                add(Family::Shape, trait(Kind::Unknown, look));
                if (was_unknown) add(Family::Shape, trait(Kind::UnknownPair, look));
                if (i > 0) {
                    add(Family::Shape, trait(Kind::UnknownBehindWord, number_of(words()[i - 1].plain)));
                    for (const auto group : groups_of_[i - 1])
                        add(Family::Shape, trait(Kind::UnknownBehindGroup, group));
                }
            }
            was_unknown = is_unknown;
        }
        add(Family::Shape, trait(Kind::Size, 100, std::min(count, 4U)));
    }

    void add_shape() {
        for (const auto rule : seen_.rules) add(Family::Shape, trait(Kind::Rule, number_of(rule)));
        add(Family::Shape,
            trait(Kind::Size, 1, std::min<std::uint32_t>(static_cast<std::uint32_t>(words().size() / 5), 8)));
        std::uint32_t capitals = 0;
        for (const auto& word : words()) capitals += word.is_all_capital && word.plain.size() > 3 ? 1U : 0U;
        add(Family::Shape, trait(Kind::Size, 2, std::min(capitals, 3U)));
        for (const auto& sign : seen_.reading.signs)
            if (!is_space(sign.c) && fold(sign.c).count == 0)
                add(Family::Shape, trait(Kind::Sign, static_cast<std::uint32_t>(sign.c)));
    }

    const Seen& seen_;
    const IsKnown& is_known_;
    std::vector<std::vector<std::uint32_t>> groups_of_;  // By word.
    Traits traits_;
};

}  // namespace

std::uint32_t number_of(std::string_view text) {
    auto number = first_number;
    for (const char c : text) number = (number ^ static_cast<unsigned char>(c)) * prime;
    return number;
}

std::uint32_t number_of(const Word& word) {
    return number_of(word.sound.empty() ? std::string_view(word.plain) : std::string_view(word.sound));
}

bool may_be_unknown(const Word& word) { return word.script != Script::None && word.plain.size() > 2; }

Traits traits_of(const Seen& seen, const IsKnown& is_known) { return Collector(seen, is_known).collect(); }

}  // namespace domain::moderation
