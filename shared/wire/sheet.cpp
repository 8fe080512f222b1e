#include "shared/wire/sheet.hpp"

#include "shared/wire/detail/tables.hpp"

namespace wire {

std::string encode(const domain::ServiceSheet& sheet) { return detail::encode_text(sheet); }
std::string encode(const List<domain::ServiceSummary>& services) { return detail::encode_text(services); }

Decoded<domain::ServiceSheet> decode_sheet(std::string_view json) {
    return detail::decode_text<domain::ServiceSheet>(json);
}
Decoded<List<domain::ServiceSummary>> decode_services(std::string_view json) {
    return detail::decode_text<List<domain::ServiceSummary>>(json);
}

}  // namespace wire
