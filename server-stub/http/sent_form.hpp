// What a form of ours tells of how it was sent: when it was opened, and whether somebody filled in what nobody sees.
#pragma once

#include <string>
#include <string_view>

#include "server-stub/http/exchange.hpp"
#include "server-stub/service/spam_signs.hpp"
#include "shared/base/pairs.hpp"

namespace http {

// The page with a field in its form that is neither seen nor read out nor reached. It is in the printed page alone: the
// document does not have it, so neither have the canvas and what the client keeps (web/boot.js takes it away).
// A browser without styles shows it, with `label`, which says to leave it empty.
std::string with_trap(std::string page, std::string_view label);

service::Sending sending_of(const Exchange& exchange, const base::Pairs& form, std::string_view district,
                            std::string_view key);

}  // namespace http
