// What people say to the courts, as JSON: sent, read, followed, moderated, answered.
#pragma once

#include "server-stub/http/exchange.hpp"

namespace http {

void get_contributions_json(ExchangePtr exchange);
void get_contribution_json(ExchangePtr exchange);
void post_contribution_json(ExchangePtr exchange);
// Of a code that is no rating's: its receipt, or nothing.
void reply_with_followed(const ExchangePtr& exchange, const domain::ReceiptCode& code);
void post_receipt_step_json(ExchangePtr exchange);
void post_verdict_json(ExchangePtr exchange);

void get_voices_json(ExchangePtr exchange);
void get_voice_json(ExchangePtr exchange);
void post_voice_step_json(ExchangePtr exchange);
void post_assignment_json(ExchangePtr exchange);

}  // namespace http
