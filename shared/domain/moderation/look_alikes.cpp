#include "shared/domain/moderation/look_alikes.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace domain::moderation {
namespace {

// From `first` on, one for each; '*' is none.
struct Row {
    char32_t first;
    std::string_view letters;
};
constexpr Row rows[] = {{0x00C0,
                         "aaaaaa*ceeeeiiiidnooooo*ouuuuyt*aaaaaa*ceeeeiiiidnooooo*ouuuuyty"
                         "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkkllllll*"
                         "*llnnnnnn*nnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
                         "bbbb**occdddd*eeEffgYhiikkllmnnooo**pprsss*ttttuuuvyyzzz*******p"
                         "*************aaiioouuuuuuuuuueaaaa**ggggkkoooozzj***gghpnnaa**oo"
                         "aaaaeeeeiiiioooorrrruuuussttyyhhnd**zzaaeeooooooooyylntj**acclts"
                         "z**buveejjqqrryy"},
                        {0x0391, "abgdezh*iklmn*onp*styfx*w"},  // Greek capitals, as they look.
                        {0x03B1, "abYdEzn*iklmv*onpsstufx*w"},  // Greek small letters.
                        {0x0400, "eeh*esiij**hkiuu"},           // Cyrillic.
                        {0x0410, "abbrde*zuuklmhonpctyfx**wwb*be*rabbrde*zuuklmhonpctyfx**wwb*be*r"},
                        {0x0450, "eeh*esiij**hkiuu"},
                        {0x1E00,
                         "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
                         "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
                         "wwwwwwwwwwxxxxyyzzzzzzhtwy*s****aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
                         "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy******"}};

// Alphabets drawn anew, in their order: capitals, or capitals and small letters by turns.
struct Alphabet {
    char32_t first, last;
};
constexpr Alphabet alphabets[] = {{0x249C, 0x24B5},   {0x24B6, 0x24E9},   {0xFF21, 0xFF3A},   {0xFF41, 0xFF5A},
                                  {0x1D400, 0x1D6A3}, {0x1F110, 0x1F129}, {0x1F130, 0x1F149}, {0x1F150, 0x1F169},
                                  {0x1F170, 0x1F189}, {0x1F1E6, 0x1F1FF}};

struct Pair {
    char32_t c;
    char letter;
};
constexpr Pair singles[] = {
    {0x0251, 'a'}, {0x0259, 'e'}, {0x025B, 'E'}, {0x0261, 'g'}, {0x0262, 'g'}, {0x0263, 'Y'}, {0x0269, 'i'},
    {0x026A, 'i'}, {0x0274, 'n'}, {0x0280, 'r'}, {0x028B, 'v'}, {0x028F, 'y'}, {0x0299, 'b'}, {0x029C, 'h'},
    {0x029F, 'l'}, {0x02B0, 'h'}, {0x02B2, 'j'}, {0x02B3, 'r'}, {0x02B7, 'w'}, {0x02B8, 'y'}, {0x02BF, 'E'},
    {0x02E1, 'l'}, {0x02E2, 's'}, {0x02E3, 'x'}, {0x04AF, 'y'}, {0x04BB, 'h'}, {0x04CF, 'l'}, {0x0501, 'd'},
    {0x051B, 'q'}, {0x051D, 'w'}, {0x1D00, 'a'}, {0x1D04, 'c'}, {0x1D05, 'd'}, {0x1D07, 'e'}, {0x1D0A, 'j'},
    {0x1D0B, 'k'}, {0x1D0D, 'm'}, {0x1D0F, 'o'}, {0x1D18, 'p'}, {0x1D1B, 't'}, {0x1D1C, 'u'}, {0x1D20, 'v'},
    {0x1D21, 'w'}, {0x1D22, 'z'}, {0x1D2C, 'a'}, {0x1D2E, 'b'}, {0x1D30, 'd'}, {0x1D31, 'e'}, {0x1D33, 'g'},
    {0x1D34, 'h'}, {0x1D35, 'i'}, {0x1D36, 'j'}, {0x1D37, 'k'}, {0x1D38, 'l'}, {0x1D39, 'm'}, {0x1D3A, 'n'},
    {0x1D3C, 'o'}, {0x1D3E, 'p'}, {0x1D3F, 'r'}, {0x1D40, 't'}, {0x1D41, 'u'}, {0x1D42, 'w'}, {0x1D43, 'a'},
    {0x1D47, 'b'}, {0x1D48, 'd'}, {0x1D49, 'e'}, {0x1D4D, 'g'}, {0x1D4F, 'k'}, {0x1D50, 'm'}, {0x1D52, 'o'},
    {0x1D56, 'p'}, {0x1D57, 't'}, {0x1D58, 'u'}, {0x1D5B, 'v'}, {0x1D62, 'i'}, {0x1D63, 'r'}, {0x1D64, 'u'},
    {0x1D65, 'v'}, {0x2071, 'i'}, {0x207F, 'n'}, {0x2090, 'a'}, {0x2091, 'e'}, {0x2092, 'o'}, {0x2093, 'x'},
    {0x2095, 'h'}, {0x2096, 'k'}, {0x2097, 'l'}, {0x2098, 'm'}, {0x2099, 'n'}, {0x209A, 'p'}, {0x209B, 's'},
    {0x209C, 't'}, {0x2102, 'c'}, {0x210A, 'g'}, {0x210B, 'h'}, {0x210C, 'h'}, {0x210D, 'h'}, {0x210E, 'h'},
    {0x2110, 'i'}, {0x2111, 'i'}, {0x2112, 'l'}, {0x2113, 'l'}, {0x2115, 'n'}, {0x2119, 'p'}, {0x211A, 'q'},
    {0x211B, 'r'}, {0x211C, 'r'}, {0x211D, 'r'}, {0x2124, 'z'}, {0x2128, 'z'}, {0x212A, 'k'}, {0x212B, 'a'},
    {0x212C, 'b'}, {0x212D, 'c'}, {0x212F, 'e'}, {0x2130, 'e'}, {0x2131, 'f'}, {0x2133, 'm'}, {0x2134, 'o'},
    {0x2139, 'i'}, {0x2145, 'd'}, {0x2146, 'd'}, {0x2147, 'e'}, {0x2148, 'i'}, {0x2149, 'j'}, {0xA722, 'a'},
    {0xA730, 'f'}, {0xA731, 's'}};

// Joined forms: from `first` to the next one's.
struct Form {
    char32_t first, letter;
};
constexpr Form forms[] = {
    {0xFB50, 0x0627}, {0xFB52, 0x0628}, {0xFB56, 0x067E}, {0xFB5A, 0x0628}, {0xFB6A, 0x06A4}, {0xFB6E, 0},
    {0xFB7A, 0x0686}, {0xFB7E, 0},      {0xFB8A, 0x0698}, {0xFB8C, 0},      {0xFB8E, 0x06A9}, {0xFB92, 0x06AF},
    {0xFB96, 0},      {0xFB9E, 0x0646}, {0xFBA0, 0},      {0xFBA4, 0x0647}, {0xFBAE, 0x064A}, {0xFBB2, 0},
    {0xFBD3, 0x06AD}, {0xFBD7, 0x0648}, {0xFBE4, 0x064A}, {0xFBEA, 0},      {0xFBFC, 0x064A}, {0xFC00, 0},
    {0xFE80, 0x0621}, {0xFE81, 0x0622}, {0xFE83, 0x0623}, {0xFE85, 0x0624}, {0xFE87, 0x0625}, {0xFE89, 0x0626},
    {0xFE8D, 0x0627}, {0xFE8F, 0x0628}, {0xFE93, 0x0629}, {0xFE95, 0x062A}, {0xFE99, 0x062B}, {0xFE9D, 0x062C},
    {0xFEA1, 0x062D}, {0xFEA5, 0x062E}, {0xFEA9, 0x062F}, {0xFEAB, 0x0630}, {0xFEAD, 0x0631}, {0xFEAF, 0x0632},
    {0xFEB1, 0x0633}, {0xFEB5, 0x0634}, {0xFEB9, 0x0635}, {0xFEBD, 0x0636}, {0xFEC1, 0x0637}, {0xFEC5, 0x0638},
    {0xFEC9, 0x0639}, {0xFECD, 0x063A}, {0xFED1, 0x0641}, {0xFED5, 0x0642}, {0xFED9, 0x0643}, {0xFEDD, 0x0644},
    {0xFEE1, 0x0645}, {0xFEE5, 0x0646}, {0xFEE9, 0x0647}, {0xFEED, 0x0648}, {0xFEEF, 0x0649}, {0xFEF1, 0x064A},
    {0xFEF5, 0}};

char of_alphabet(char32_t c) {
    const auto* found = std::ranges::lower_bound(alphabets, c, {}, &Alphabet::last);
    if (found == std::end(alphabets) || c < found->first) return '\0';
    return static_cast<char>('a' + (c - found->first) % 26);
}

char of_row(char32_t c) {
    for (const auto& row : rows)
        if (c >= row.first && c - row.first < row.letters.size()) {
            const char letter = row.letters[c - row.first];
            return letter == '*' ? '\0' : letter;
        }
    return '\0';
}

}  // namespace

char latin_like(char32_t c) {
    if (const char letter = of_row(c)) return letter;
    if (const char letter = of_alphabet(c)) return letter;
    const auto* found = std::ranges::lower_bound(singles, c, {}, &Pair::c);
    return found != std::end(singles) && found->c == c ? found->letter : '\0';
}

char32_t plain_arabic(char32_t c) {
    if (c >= 0xFB50) {
        const auto* after = std::ranges::upper_bound(forms, c, {}, &Form::first);
        if (after == std::begin(forms) || (after - 1)->letter == 0) return c;
        c = (after - 1)->letter;
    }
    switch (c) {
        case 0x0671: return 0x0627;
        case 0x067E: return 0x0628;
        case 0x0686: return 0x062C;
        case 0x0698: return 0x062C;
        case 0x06A4:
        case 0x06A8: return 0x0641;
        case 0x06A9:
        case 0x06AA:
        case 0x06AB:
        case 0x06AD:
        case 0x06AF:
        case 0x0763: return 0x0643;
        case 0x06BA: return 0x0646;
        case 0x06BE:
        case 0x06C0:
        case 0x06C1:
        case 0x06C3:
        case 0x06D5: return 0x0647;
        case 0x06CC:
        case 0x06CD:
        case 0x06D2: return 0x064A;
        default: return c;
    }
}

}  // namespace domain::moderation
