// The pages, and the forms that stand on them.
#pragma once

#include "server-stub/http/exchange.hpp"

namespace http {

void get_root(ExchangePtr exchange);
void get_page(ExchangePtr exchange);  // Every page without a form of its own.
void get_sheet(ExchangePtr exchange);
void post_sheet(ExchangePtr exchange);  // A language button of the form: the same draft in another language.
void get_rating(ExchangePtr exchange);  // Somebody reloads the answer of a form: back to the sheet.
void post_rating(ExchangePtr exchange);
void get_receipt(ExchangePtr exchange);
void get_calendar_file(ExchangePtr exchange);
void post_preferences(ExchangePtr exchange);
void get_icon(ExchangePtr exchange);
void get_text_lab(ExchangePtr exchange);  // Only with --lab.

// A form that was too large to be read whole: the page again, with what its beginning held.
Response too_large_form(const Exchange& exchange);

}  // namespace http
