#include "shared/wire/hours.hpp"

#include "shared/wire/detail/hours_tables.hpp"

namespace wire {

std::string encode(const domain::Calendar& calendar) { return detail::encode_text(calendar); }
std::string encode(const domain::DistrictNow& now) { return detail::encode_text(now); }
std::string encode(const domain::Regime& regime) { return detail::encode_text(regime); }

Decoded<domain::Calendar> decode_calendar(std::string_view json) { return detail::decode_text<domain::Calendar>(json); }

Decoded<domain::DistrictNow> decode_district_now(std::string_view json) {
    return detail::decode_text<domain::DistrictNow>(json);
}

Decoded<domain::Regime> decode_regime(std::string_view json) { return detail::decode_text<domain::Regime>(json); }

}  // namespace wire
