// The pages on which people make an account, come in, go out, correct and delete it.
#pragma once

#include "shared/domain/account.hpp"
#include "shared/pages/frame.hpp"

namespace desk {

doc::Document account_page(const i18n::Text& tr, const routes::Account& route, const domain::Account& account);
doc::Document invitation_page(const i18n::Text& tr, const routes::Invitation& route, const domain::Account& account);

// By which an authenticator takes its key (Key Uri Format).
std::string authenticator_address(std::string_view secret);

i18n::Key words_of(domain::Role role);
// What the summary and the field say of one error.
doc::Text problem_words(const i18n::Text& tr, const domain::AccountError& error, int wait_minutes);

}  // namespace desk
