// Accounts to try the desks with on one's own machine.
#pragma once

#include "server-stub/commands/stored.hpp"
#include "server-stub/service/accounts.hpp"

namespace commands {

// One for each role at the desks of Rabat and Tanger, named by its role. Prints the secrets, this once, to the error
// output: the standard output is the log.
Outcome make_sample_accounts(service::Accounts& accounts, base::Instant now);

}  // namespace commands
