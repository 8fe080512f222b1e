#include "shared/base/localized_text.hpp"

namespace base {
namespace {

constexpr std::array<Language, languages.size()> order_for(Language language) {
    using enum Language;
    switch (language) {
        case Ar: return {Ar, Fr, En, Zgh};
        case Zgh: return {Zgh, Ar, Fr, En};
        case Fr: return {Fr, En, Ar, Zgh};
        case En: return {En, Fr, Ar, Zgh};
    }
    return {Ar, Fr, En, Zgh};
}

}  // namespace

LocalizedText::Resolved LocalizedText::in(Language language) const {
    for (const auto candidate : order_for(language))
        if (!exact(candidate).empty()) return {exact(candidate), candidate};
    return {{}, language};
}

}  // namespace base
