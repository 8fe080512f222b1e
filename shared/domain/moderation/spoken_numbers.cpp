#include "shared/domain/moderation/spoken_numbers.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "shared/domain/moderation/letters.hpp"

namespace domain::moderation {
namespace {

struct Entry {
    std::u32string_view word;
    int value;
    Tongue tongue;
};

// As they are written, without accents and hamza. Sorted.
constexpr Entry written[] = {
    {U"cent", 100, Tongue::French},     {U"cents", 100, Tongue::French},    {U"cinq", 5, Tongue::French},
    {U"cinquante", 50, Tongue::French}, {U"deux", 2, Tongue::French},       {U"dix", 10, Tongue::French},
    {U"douze", 12, Tongue::French},     {U"eight", 8, Tongue::English},     {U"eighteen", 18, Tongue::English},
    {U"eighty", 80, Tongue::English},   {U"eleven", 11, Tongue::English},   {U"fifteen", 15, Tongue::English},
    {U"fifty", 50, Tongue::English},    {U"five", 5, Tongue::English},      {U"forty", 40, Tongue::English},
    {U"four", 4, Tongue::English},      {U"fourteen", 14, Tongue::English}, {U"fourty", 40, Tongue::English},
    {U"huit", 8, Tongue::French},       {U"huitante", 80, Tongue::French},  {U"hundred", 100, Tongue::English},
    {U"neuf", 9, Tongue::French},       {U"nil", 0, Tongue::English},       {U"nine", 9, Tongue::English},
    {U"nineteen", 19, Tongue::English}, {U"ninety", 90, Tongue::English},   {U"ninty", 90, Tongue::English},
    {U"nonante", 90, Tongue::French},   {U"nought", 0, Tongue::English},    {U"octante", 80, Tongue::French},
    {U"oh", 0, Tongue::English},        {U"one", 1, Tongue::English},       {U"onze", 11, Tongue::French},
    {U"quarante", 40, Tongue::French},  {U"quatorze", 14, Tongue::French},  {U"quatre", 4, Tongue::French},
    {U"quinze", 15, Tongue::French},    {U"seize", 16, Tongue::French},     {U"sept", 7, Tongue::French},
    {U"septante", 70, Tongue::French},  {U"seven", 7, Tongue::English},     {U"seventeen", 17, Tongue::English},
    {U"seventy", 70, Tongue::English},  {U"six", 6, Tongue::French},        {U"sixteen", 16, Tongue::English},
    {U"sixty", 60, Tongue::English},    {U"soixante", 60, Tongue::French},  {U"ten", 10, Tongue::English},
    {U"thirteen", 13, Tongue::English}, {U"thirty", 30, Tongue::English},   {U"three", 3, Tongue::English},
    {U"treize", 13, Tongue::French},    {U"trente", 30, Tongue::French},    {U"trois", 3, Tongue::French},
    {U"twelve", 12, Tongue::English},   {U"twenty", 20, Tongue::English},   {U"two", 2, Tongue::English},
    {U"un", 1, Tongue::French},         {U"une", 1, Tongue::French},        {U"vingt", 20, Tongue::French},
    {U"vingts", 20, Tongue::French},    {U"zero", 0, Tongue::French},       {U"zeros", 0, Tongue::French},
    {U"اتنين", 2, Tongue::Arabic},      {U"اثنا", 2, Tongue::Arabic},       {U"اثناعشر", 12, Tongue::Arabic},
    {U"اثنان", 2, Tongue::Arabic},      {U"اثنتان", 2, Tongue::Arabic},     {U"اثنتين", 2, Tongue::Arabic},
    {U"اثني", 2, Tongue::Arabic},       {U"اثنين", 2, Tongue::Arabic},      {U"احد", 1, Tongue::Arabic},
    {U"احدعشر", 11, Tongue::Arabic},    {U"احدي", 1, Tongue::Arabic},       {U"اربع", 4, Tongue::Arabic},
    {U"اربعه", 4, Tongue::Arabic},      {U"اربعون", 40, Tongue::Arabic},    {U"اربعين", 40, Tongue::Arabic},
    {U"تسع", 9, Tongue::Arabic},        {U"تسعطاش", 19, Tongue::Arabic},    {U"تسعه", 9, Tongue::Arabic},
    {U"تسعود", 9, Tongue::Arabic},      {U"تسعون", 90, Tongue::Arabic},     {U"تسعين", 90, Tongue::Arabic},
    {U"تلات", 3, Tongue::Arabic},       {U"تلاته", 3, Tongue::Arabic},      {U"تلاتين", 30, Tongue::Arabic},
    {U"تلطاش", 13, Tongue::Arabic},     {U"تمانين", 80, Tongue::Arabic},    {U"تمانيه", 8, Tongue::Arabic},
    {U"تمنطاش", 18, Tongue::Arabic},    {U"تمنيا", 8, Tongue::Arabic},      {U"تمنيه", 8, Tongue::Arabic},
    {U"تناش", 12, Tongue::Arabic},      {U"تنين", 2, Tongue::Arabic},       {U"ثلاث", 3, Tongue::Arabic},
    {U"ثلاثه", 3, Tongue::Arabic},      {U"ثلاثون", 30, Tongue::Arabic},    {U"ثلاثين", 30, Tongue::Arabic},
    {U"ثمان", 8, Tongue::Arabic},       {U"ثمانون", 80, Tongue::Arabic},    {U"ثماني", 8, Tongue::Arabic},
    {U"ثمانين", 80, Tongue::Arabic},    {U"ثمانيه", 8, Tongue::Arabic},     {U"ثمنيه", 8, Tongue::Arabic},
    {U"جوج", 2, Tongue::Arabic},        {U"حداش", 11, Tongue::Arabic},      {U"حضاش", 11, Tongue::Arabic},
    {U"خمس", 5, Tongue::Arabic},        {U"خمسطاش", 15, Tongue::Arabic},    {U"خمسه", 5, Tongue::Arabic},
    {U"خمسون", 50, Tongue::Arabic},     {U"خمسين", 50, Tongue::Arabic},     {U"ربعطاش", 14, Tongue::Arabic},
    {U"ربعه", 4, Tongue::Arabic},       {U"ربعين", 40, Tongue::Arabic},     {U"زوج", 2, Tongue::Arabic},
    {U"زيرو", 0, Tongue::Arabic},       {U"زيروا", 0, Tongue::Arabic},      {U"سبع", 7, Tongue::Arabic},
    {U"سبعطاش", 17, Tongue::Arabic},    {U"سبعه", 7, Tongue::Arabic},       {U"سبعون", 70, Tongue::Arabic},
    {U"سبعين", 70, Tongue::Arabic},     {U"ست", 6, Tongue::Arabic},         {U"ستا", 6, Tongue::Arabic},
    {U"ستاش", 16, Tongue::Arabic},      {U"سته", 6, Tongue::Arabic},        {U"ستون", 60, Tongue::Arabic},
    {U"ستين", 60, Tongue::Arabic},      {U"سطاش", 16, Tongue::Arabic},      {U"سفر", 0, Tongue::Arabic},
    {U"صفر", 0, Tongue::Arabic},        {U"طناش", 12, Tongue::Arabic},      {U"عشر", 10, Tongue::Arabic},
    {U"عشره", 10, Tongue::Arabic},      {U"عشرون", 20, Tongue::Arabic},     {U"عشرين", 20, Tongue::Arabic},
    {U"مايه", 100, Tongue::Arabic},     {U"ميا", 100, Tongue::Arabic},      {U"ميه", 100, Tongue::Arabic},
    {U"واحد", 1, Tongue::Arabic},       {U"واحده", 1, Tongue::Arabic},      {U"وحده", 1, Tongue::Arabic}};
static_assert(std::ranges::is_sorted(written, {}, &Entry::word));

// Darija and Amazigh, as they are heard. Sorted.
constexpr Entry heard[] = {
    {U"3acra", 10, Tongue::Arabic},  {U"3cra", 10, Tongue::Arabic},   {U"3crin", 20, Tongue::Arabic},
    {U"3icrin", 20, Tongue::Arabic}, {U"acra", 10, Tongue::Arabic},   {U"acrin", 20, Tongue::Arabic},
    {U"amya", 0, Tongue::Amazigh},   {U"arb3a", 4, Tongue::Arabic},   {U"arb3in", 40, Tongue::Arabic},
    {U"arba3a", 4, Tongue::Arabic},  {U"hdac", 11, Tongue::Arabic},   {U"hdax", 11, Tongue::Arabic},
    {U"ilm", 0, Tongue::Amazigh},    {U"ithnan", 2, Tongue::Arabic},  {U"jj", 2, Tongue::Arabic},
    {U"juj", 2, Tongue::Arabic},     {U"krad", 3, Tongue::Amazigh},   {U"kradt", 3, Tongue::Amazigh},
    {U"krat", 3, Tongue::Amazigh},   {U"kuz", 4, Tongue::Amazigh},    {U"kuzt", 4, Tongue::Amazigh},
    {U"mia", 100, Tongue::Arabic},   {U"miya", 100, Tongue::Arabic},  {U"mraw", 10, Tongue::Amazigh},
    {U"mrawt", 10, Tongue::Amazigh}, {U"mya", 100, Tongue::Arabic},   {U"rb3a", 4, Tongue::Arabic},
    {U"rb3in", 40, Tongue::Arabic},  {U"rb3tac", 14, Tongue::Arabic}, {U"rba", 4, Tongue::Arabic},
    {U"rbatac", 14, Tongue::Arabic}, {U"rbin", 40, Tongue::Arabic},   {U"sa", 7, Tongue::Amazigh},
    {U"sab3a", 7, Tongue::Arabic},   {U"sat", 7, Tongue::Amazigh},    {U"sb3a", 7, Tongue::Arabic},
    {U"sb3in", 70, Tongue::Arabic},  {U"sb3tac", 17, Tongue::Arabic}, {U"sba", 7, Tongue::Arabic},
    {U"sbatac", 17, Tongue::Arabic}, {U"sbin", 70, Tongue::Arabic},   {U"sdis", 6, Tongue::Amazigh},
    {U"sdist", 6, Tongue::Amazigh},  {U"sfr", 0, Tongue::Arabic},     {U"sifr", 0, Tongue::Arabic},
    {U"sin", 2, Tongue::Amazigh},    {U"sita", 6, Tongue::Arabic},    {U"smus", 5, Tongue::Amazigh},
    {U"smust", 5, Tongue::Amazigh},  {U"snat", 2, Tongue::Amazigh},   {U"sta", 6, Tongue::Arabic},
    {U"stac", 16, Tongue::Arabic},   {U"stin", 60, Tongue::Arabic},   {U"talata", 3, Tongue::Arabic},
    {U"tam", 8, Tongue::Amazigh},    {U"tamanya", 8, Tongue::Arabic}, {U"tamt", 8, Tongue::Amazigh},
    {U"tis3a", 9, Tongue::Arabic},   {U"tlat", 3, Tongue::Arabic},    {U"tlata", 3, Tongue::Arabic},
    {U"tlatac", 13, Tongue::Arabic}, {U"tlatin", 30, Tongue::Arabic}, {U"tltac", 13, Tongue::Arabic},
    {U"tmanin", 80, Tongue::Arabic}, {U"tmanya", 8, Tongue::Arabic},  {U"tmn", 8, Tongue::Arabic},
    {U"tmnia", 8, Tongue::Arabic},   {U"tmntac", 18, Tongue::Arabic}, {U"tmnya", 8, Tongue::Arabic},
    {U"tnac", 12, Tongue::Arabic},   {U"tnax", 12, Tongue::Arabic},   {U"tnayn", 2, Tongue::Arabic},
    {U"tnin", 2, Tongue::Arabic},    {U"ts3a", 9, Tongue::Arabic},    {U"ts3in", 90, Tongue::Arabic},
    {U"ts3tac", 19, Tongue::Arabic}, {U"ts3ud", 9, Tongue::Arabic},   {U"tsatac", 19, Tongue::Arabic},
    {U"tsin", 90, Tongue::Arabic},   {U"tsud", 9, Tongue::Arabic},    {U"tza", 9, Tongue::Amazigh},
    {U"tzat", 9, Tongue::Amazigh},   {U"wahd", 1, Tongue::Arabic},    {U"wahda", 1, Tongue::Arabic},
    {U"wahid", 1, Tongue::Arabic},   {U"whd", 1, Tongue::Arabic},     {U"wlu", 0, Tongue::Amazigh},
    {U"xamsa", 5, Tongue::Arabic},   {U"xamsin", 50, Tongue::Arabic}, {U"xms", 5, Tongue::Arabic},
    {U"xmsa", 5, Tongue::Arabic},    {U"xmsin", 50, Tongue::Arabic},  {U"xmstac", 15, Tongue::Arabic},
    {U"yan", 1, Tongue::Amazigh},    {U"yat", 1, Tongue::Amazigh},    {U"yiwn", 1, Tongue::Amazigh},
    {U"yiwt", 1, Tongue::Amazigh},   {U"yun", 1, Tongue::Amazigh},    {U"ziru", 0, Tongue::Arabic},
    {U"zru", 0, Tongue::Arabic},     {U"zuj", 2, Tongue::Arabic}};
static_assert(std::ranges::is_sorted(heard, {}, &Entry::word));

constexpr std::u32string_view between[] = {U"and",  U"comma", U"d",     U"dash",  U"dot",     U"et",    U"hyphen",
                                           U"o",    U"ou",    U"plus",  U"point", U"puis",    U"slash", U"space",
                                           U"then", U"tiret", U"trait", U"u",     U"virgule", U"w",     U"thumma"};
constexpr std::u32string_view between_arabic[] = {U"و", U"ثم", U"نقطه", U"فاصله", U"شرطه", U"زايد", U"بلوس"};
constexpr std::u32string_view ands[] = {U"and", U"et", U"o", U"ou", U"u", U"w", U"و", U"d"};

std::optional<SpokenNumber> find(const auto& entries, std::u32string_view word) {
    const auto* found = std::ranges::lower_bound(entries, word, {}, &Entry::word);
    if (found == std::end(entries) || found->word != word) return std::nullopt;
    return SpokenNumber{found->value, found->tongue};
}

std::u32string heard_as(std::u32string_view letters) {
    std::string plain;
    for (const auto c : letters) plain += static_cast<char>(c);
    std::u32string out;
    for (const char c : sound_of(plain)) out += static_cast<char32_t>(static_cast<unsigned char>(c));
    return out;
}

bool is_latin(std::u32string_view letters) {
    return std::ranges::all_of(letters, [](char32_t c) { return c < 0x80; });
}

}  // namespace

std::optional<SpokenNumber> spoken_number(std::u32string_view letters) {
    constexpr std::size_t longest = 12;
    if (letters.empty() || letters.size() > longest) return std::nullopt;
    if (auto number = find(written, letters)) return number;
    if (is_latin(letters)) return find(heard, heard_as(letters));
    if (letters.front() != U'و') return std::nullopt;
    auto number = find(written, letters.substr(1));
    if (number) number->is_joined = true;
    return number;
}

bool is_between_numbers(std::u32string_view letters) {
    return std::ranges::contains(between, letters) || std::ranges::contains(between_arabic, letters);
}

bool is_and(std::u32string_view letters) { return std::ranges::contains(ands, letters); }

int times_of(std::u32string_view letters) {
    if (letters == U"double" || letters == U"twice" || letters == U"دوبل") return 2;
    return letters == U"triple" || letters == U"تريبل" ? 3 : 0;
}

}  // namespace domain::moderation
