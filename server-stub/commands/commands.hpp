// What rihab-server can be told to do. Each prints what it has to say and answers with a sentence where it fails.
#pragma once

#include "server-stub/commands/stored.hpp"

namespace commands {

// Answers requests until it is told to stop.
Outcome serve(config::Config config);

// Puts the seed content into an empty folder, or what is new of it into one that is in use; with a size, fills an empty
// folder with much more.
Outcome seed(const config::Config& config);
Outcome migrate(const config::Config& config);

// Of what --data holds, into the new folder --copy, also while a server uses it; and back into a new data folder.
Outcome backup(const config::Config& config);
Outcome restore(const config::Config& config);

// Of accounts, by --name. The first and the last print an address that opens once.
Outcome add_user(const config::Config& config);
Outcome unlock_user(const config::Config& config);
Outcome reset_user(const config::Config& config);

// The patterns of the pages with sample addresses, as JSON.
Outcome check_routes(const config::Config& config);
Outcome check_data(const config::Config& config);
Outcome check_audit(const config::Config& config);

}  // namespace commands
