#include "shared/unicode/icu_data.hpp"

#include <unicode/udata.h>

namespace unicode {

base::Result<void> load_data(std::span<const std::byte> data) {
    UErrorCode status = U_ZERO_ERROR;
    udata_setCommonData(data.data(), &status);
    if (U_FAILURE(status)) return std::unexpected(base::Error{base::ErrorCode::BadInput, u_errorName(status)});
    return {};
}

}  // namespace unicode
