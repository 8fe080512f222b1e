// Accounts: who asks, and the pages on which people come in, go out, correct and delete.
#pragma once

#include "server-stub/http/exchange.hpp"
#include "shared/domain/rights.hpp"

namespace http {

// Finds out who asks; if they have not come in or may not, they have been answered: a page sends them to sign in.
bool admits(domain::Right needed, Exchange& exchange);
// The citizen who is signed in, whatever the route asks for.
std::optional<service::StoredAccount> citizen_of(const Exchange& exchange);

void get_account(ExchangePtr exchange);  // The overview, and the page that deletes.
void post_account(ExchangePtr exchange);
void get_account_file(ExchangePtr exchange);
void post_deletion(ExchangePtr exchange);
void get_entrance(ExchangePtr exchange);  // To sign in, or to make an account.
void post_sign_in(ExchangePtr exchange);
void post_new_account(ExchangePtr exchange);
void get_second_step(ExchangePtr exchange);  // The one-time code, or the authenticator.
void post_code(ExchangePtr exchange);
void get_authenticator_qr(ExchangePtr exchange);
void post_authenticator(ExchangePtr exchange);
void get_invitation(ExchangePtr exchange);
void post_invitation(ExchangePtr exchange);
void post_sign_out(ExchangePtr exchange);

void get_account_json(ExchangePtr exchange);

}  // namespace http
