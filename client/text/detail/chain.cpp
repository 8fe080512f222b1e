#include "client/text/detail/chain.hpp"

namespace text::detail {

Faces faces_of(Chain chain, std::uint16_t weight) {
    using enum fonts::Face;
    const bool bold = weight >= 600;
    const auto arabic = bold ? Arabic700 : Arabic400;
    const auto latin = bold ? Latin700 : Latin400;
    switch (chain) {
        case Chain::Ar: return {arabic, latin, Tifinagh400};
        case Chain::Zgh: return {Tifinagh400, latin, arabic};
        case Chain::Latin: return {latin, arabic, Tifinagh400};
        case Chain::LanguageNames: return {latin, NamesArabic400, NamesTifinagh400};
    }
    return {latin, arabic, Tifinagh400};
}

}  // namespace text::detail
