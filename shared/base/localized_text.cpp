#include "shared/base/localized_text.hpp"

namespace base {

std::array<Language, languages.size()> reading_order(Language language) {
    using enum Language;
    switch (language) {
        case Ar: return {Ar, Fr, En, Zgh};
        case Zgh: return {Zgh, Ar, Fr, En};
        case Fr: return {Fr, En, Ar, Zgh};
        case En: return {En, Fr, Ar, Zgh};
    }
    return {Ar, Fr, En, Zgh};
}

LocalizedText::Resolved LocalizedText::in(Language language) const {
    for (const auto candidate : reading_order(language))
        if (!exact(candidate).empty()) return {exact(candidate), candidate};
    return {{}, language};
}

}  // namespace base
