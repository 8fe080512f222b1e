// Service sheets and lists of services as JSON; the files in assets/content/sheets have this form.
#pragma once

#include <string>
#include <string_view>

#include "shared/domain/service_sheet.hpp"
#include "shared/wire/list.hpp"
#include "shared/wire/problem.hpp"

namespace wire {

std::string encode(const domain::ServiceSheet& sheet);
std::string encode(const List<domain::ServiceSummary>& services);

Decoded<domain::ServiceSheet> decode_sheet(std::string_view json);
Decoded<List<domain::ServiceSummary>> decode_services(std::string_view json);

}  // namespace wire
