// QR codes of addresses that only who asks for them knows: made for each request, kept by nobody.
#pragma once

#include "server-stub/http/exchange.hpp"

namespace http {

// Of a page of ours, as a phone elsewhere opens it. Nothing where the request does not say under which name it came.
std::optional<std::string> absolute_address(const Exchange& exchange, std::string_view path);

Response qr_response(const Exchange& exchange, std::string_view text);

void get_follow_qr(ExchangePtr exchange);

}  // namespace http
