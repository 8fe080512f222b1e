#include "shared/domain/moderation/number_words.hpp"

#include <algorithm>

namespace domain::moderation {
namespace {

// Where a word may go on: "téléphonez", "هاتفي".
constexpr std::u32string_view telephone_stems[] = {
    U"tel",     U"phone",   U"fon",       U"mobil",    U"gsm",      U"whats",   U"wats",   U"wtsp",
    U"wsp",     U"viber",   U"appel",     U"rappel",   U"joindre",  U"contact", U"call",   U"text",
    U"ring",    U"3ayt",    U"3ayet",     U"3iyt",     U"nmrti",    U"nimirti", U"tilif",  U"utilif",
    U"siwl",    U"sawl",    U"signal",    U"telegram", U"standard", U"هاتف",    U"الهاتف", U"تلفون",
    U"التلفون", U"تيليفون", U"التيليفون", U"اتصل",     U"الاتصال",  U"واتس",    U"الواتس", U"رقمي",
    U"نمرتي",   U"عيط",     U"نعيط",      U"كلمني",    U"كلمون",    U"جوال",    U"محمول"};
constexpr std::u32string_view card_stems[] = {
    U"cin",    U"cni",      U"carte",  U"card",    U"kart",      U"lakart",   U"lkart", U"takard", U"tkard",  U"ident",
    U"nation", U"wataniya", U"bita9a", U"lbita9a", U"passeport", U"passport", U"بطاق",  U"البطاق", U"لاكارط", U"كارط",
    U"لكارط",  U"لاكارت",   U"تعريف",  U"التعريف", U"وطني",      U"الوطني",   U"هوي",   U"الهوي",  U"جواز"};
constexpr std::u32string_view identity_stems[] = {U"cin", U"cni", U"lacin", U"lcin", U"identit", U"nationale"};
constexpr std::u32string_view identity_words[] = {U"التعريف", U"تعريف", U"تعريفي", U"تعريفه", U"الوطنيه"};
constexpr std::u32string_view currency_stems[] = {U"dh",   U"mad",    U"dirham", U"drhm",  U"euro", U"eur",   U"dollar",
                                                  U"usd",  U"centim", U"ryal",   U"rial",  U"درهم", U"دراهم", U"الدرهم",
                                                  U"ريال", U"اورو",   U"يورو",   U"دولار", U"سنتيم"};
constexpr std::u32string_view abbreviations[] = {U"bp", U"cp", U"po",  U"bo", U"no", U"nr",
                                                 U"dh", U"rs", U"ref", U"n",  U"ma"};
constexpr std::u32string_view small_words[] = {
    U"a",  U"as", U"at", U"au", U"be", U"bi", U"by", U"ce", U"d",  U"da", U"de", U"di", U"do", U"du",
    U"el", U"en", U"et", U"f",  U"fi", U"g",  U"go", U"he", U"i",  U"if", U"il", U"in", U"is", U"it",
    U"je", U"l",  U"la", U"le", U"li", U"ma", U"me", U"mn", U"my", U"n",  U"na", U"ne", U"of", U"on",
    U"or", U"ou", U"s",  U"sa", U"se", U"si", U"so", U"su", U"ta", U"te", U"to", U"tu", U"u",  U"un",
    U"up", U"ur", U"us", U"w",  U"we", U"y",  U"o",  U"rc", U"if", U"من", U"في", U"عن", U"لا", U"ما",
    U"هو", U"هي", U"كم", U"او", U"ان", U"لم", U"لن", U"قد", U"مع", U"و",  U"ف",  U"ل"};

bool begins_with_one(const auto& stems, std::u32string_view letters) {
    return std::ranges::any_of(stems, [&](std::u32string_view stem) { return letters.starts_with(stem); });
}

}  // namespace

bool speaks_of_telephone(std::u32string_view letters) { return begins_with_one(telephone_stems, letters); }
bool speaks_of_card(std::u32string_view letters) { return letters == U"id" || begins_with_one(card_stems, letters); }
bool speaks_of_identity_card(std::u32string_view letters) {
    return begins_with_one(identity_stems, letters) || std::ranges::contains(identity_words, letters);
}
bool is_currency(std::u32string_view letters) { return begins_with_one(currency_stems, letters); }
bool is_other_abbreviation(std::u32string_view letters) { return std::ranges::contains(abbreviations, letters); }
bool is_small_word(std::u32string_view letters) { return std::ranges::contains(small_words, letters); }

}  // namespace domain::moderation
