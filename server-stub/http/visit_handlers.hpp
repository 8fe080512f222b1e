// Takes the reports of tabs, and counts the pages that are given.
#pragma once

#include <functional>

#include "server-stub/http/exchange.hpp"

namespace http {

void post_events(ExchangePtr exchange);

// Looks at the answer to this request and counts it when it is an HTML page.
std::function<void(const Response&)> page_counter(const Exchange& exchange);

}  // namespace http
