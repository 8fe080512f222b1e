// The pictures of the courts: sent at a desk, shown to everybody.
#pragma once

#include "server-stub/http/exchange.hpp"

namespace http {

void get_image(ExchangePtr exchange);
void get_images(ExchangePtr exchange);       // Those of a district, at its desk.
void post_image(ExchangePtr exchange);       // A form with the fields `file` and `alt`.
void post_image_json(ExchangePtr exchange);  // The bytes themselves.

// A form or a picture that is too large, as it is said where pictures are sent.
Response too_large_image(const Exchange& exchange);

}  // namespace http
