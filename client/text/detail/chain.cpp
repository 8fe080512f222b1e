#include "client/text/detail/chain.hpp"

#include <algorithm>
#include <array>

namespace text::detail {
namespace {

using fonts::Face;
using enum Face;

// The letters of other languages than ours in our scripts. They come last, so that no page loads them for a letter of
// its own language.
template <bool bold, std::size_t count>
constexpr auto with_foreign_letters(std::array<Face, count> own) {
    constexpr std::array foreign{bold ? ArabicMore700 : ArabicMore400,
                                 bold ? ArabicForms700 : ArabicForms400,
                                 bold ? LatinMore700 : LatinMore400,
                                 bold ? LatinPhonetic700 : LatinPhonetic400,
                                 RareArabic400,
                                 RareMath400,
                                 RareLatin400,
                                 RareWide400,
                                 RareEpact400};
    std::array<Face, count + foreign.size()> all{};
    auto end = std::copy(own.begin(), own.end(), all.begin());
    std::copy(foreign.begin(), foreign.end(), end);
    return all;
}

template <bool bold>
Faces faces_of(Chain chain) {
    static constexpr auto arabic = bold ? Arabic700 : Arabic400;
    static constexpr auto latin = bold ? Latin700 : Latin400;
    static constexpr auto of_arabic = with_foreign_letters<bold>(std::array{arabic, latin, Tifinagh400});
    static constexpr auto of_amazigh = with_foreign_letters<bold>(std::array{Tifinagh400, latin, arabic});
    static constexpr auto of_latin = with_foreign_letters<bold>(std::array{latin, arabic, Tifinagh400});
    static constexpr std::array of_names{latin, NamesArabic400, NamesTifinagh400};
    switch (chain) {
        case Chain::Ar: return of_arabic;
        case Chain::Zgh: return of_amazigh;
        case Chain::Latin: return of_latin;
        case Chain::LanguageNames: return of_names;
    }
    return of_latin;
}

}  // namespace

Faces faces_of(Chain chain, std::uint16_t weight) {
    return weight >= 600 ? faces_of<true>(chain) : faces_of<false>(chain);
}

}  // namespace text::detail
