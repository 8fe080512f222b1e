// The pages on which people make an account, come in, go out, correct and delete it.
#pragma once

#include <string>
#include <vector>

#include "shared/desk/voice.hpp"
#include "shared/domain/account.hpp"
#include "shared/pages/frame.hpp"

namespace desk {

// What its owner has said to the courts and keeps here, with its receipt.
struct OwnVoice {
    std::string code;  // "1234-5678-9012-3456"
    VoiceView voice;
};
// `own`: of the overview, the newest first.
doc::Document account_page(const i18n::Text& tr, const routes::Account& route, const domain::Account& account,
                           const std::vector<OwnVoice>& own = {});
doc::Document invitation_page(const i18n::Text& tr, const routes::Invitation& route, const domain::Account& account);

// By which an authenticator takes its key (Key Uri Format).
std::string authenticator_address(std::string_view secret);

i18n::Key words_of(domain::Role role);
// What the summary and the field say of one error.
doc::Text problem_words(const i18n::Text& tr, const domain::AccountError& error, int wait_minutes);

}  // namespace desk
