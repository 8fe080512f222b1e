// A text as whoever judges it reads it: words as they are meant, and what could be a word in disguise.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/moderation/letters.hpp"
#include "shared/domain/moderation/pieces.hpp"

namespace domain::moderation {

struct Word {
    std::string plain{};              // Bytes of letters.hpp.
    std::string sound{};              // Of Latin and Tifinagh letters.
    Script script = Script::None;     // None: a number.
    std::size_t first = 0, last = 0;  // Signs; one beyond.
    std::size_t place = 0;    // Counts words, and more where a sentence ends: what is far apart has nothing in common.
    bool is_capital = false;  // Its first letter.
    bool is_all_capital = false;
    bool begins_sentence = false;
};

// What words would be without dots, stars, spaces or digits in them.
struct Disguise {
    std::string plain{};
    std::string sound{};
    Script script = Script::None;
    std::size_t first = 0, last = 0;  // Words; the last is one of them.
    bool is_whole_word = true;        // No beginning or ending is taken off.
    bool is_meant = true;             // False: a stretched word, which also an honest one may be.
};

// "p*te": what stands before and behind the signs, and how many letters they may stand for.
struct Gapped {
    std::string head, tail;
    std::size_t most_between = 0;
    Script script = Script::None;
    std::size_t first = 0, last = 0;  // Words.
};

struct Reading {
    std::vector<Sign> signs;
    std::vector<Word> words;
    std::vector<Disguise> disguises;
    std::vector<Gapped> gapped;
};
Reading read(std::string_view utf8);

}  // namespace domain::moderation
