#include "shared/unicode/normal_form.hpp"

#include <cassert>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

namespace unicode {

std::string to_nfc(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfc = icu::Normalizer2::getNFCInstance(status);
    assert(U_SUCCESS(status) && "the tables of NFC are compiled into ICU");
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    nfc->normalizeUTF8(0, {text.data(), static_cast<int32_t>(text.size())}, sink, nullptr, status);
    assert(U_SUCCESS(status) && "well-formed text has a normal form");
    return out;
}

}  // namespace unicode
