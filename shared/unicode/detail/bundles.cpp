#include "shared/unicode/detail/bundles.hpp"

#include <unicode/ustring.h>

namespace unicode::detail {
namespace {

std::string to_utf8(const UChar* text, std::int32_t length) {
    std::string result(static_cast<std::size_t>(length) * 3, '\0');
    std::int32_t written = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strToUTF8(result.data(), static_cast<std::int32_t>(result.size()), &written, text, length, &status);
    result.resize(U_SUCCESS(status) ? static_cast<std::size_t>(written) : 0);
    return result;
}

}  // namespace

Bundle find(const char* bundle, std::initializer_list<const char*> path) {
    UErrorCode status = U_ZERO_ERROR;
    Bundle resource(ures_openDirect(nullptr, bundle, &status));
    for (const char* key : path) {
        if (U_FAILURE(status)) return nullptr;
        resource.reset(ures_getByKey(resource.get(), key, nullptr, &status));
    }
    return U_SUCCESS(status) ? std::move(resource) : nullptr;
}

std::string string_of(const Bundle& resource) {
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t length = 0;
    const UChar* text = resource ? ures_getString(resource.get(), &length, &status) : nullptr;
    return text && U_SUCCESS(status) ? to_utf8(text, length) : std::string();
}

Bundle item_at(const Bundle& resource, std::int32_t index) {
    if (!resource) return nullptr;
    UErrorCode status = U_ZERO_ERROR;
    Bundle item(ures_getByIndex(resource.get(), index, nullptr, &status));
    return U_SUCCESS(status) ? std::move(item) : nullptr;
}

}  // namespace unicode::detail
