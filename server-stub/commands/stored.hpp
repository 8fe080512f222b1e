// What the commands share: the clock, the zone, the seed content, and the data folder that one process owns.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "server-stub/config.hpp"
#include "server-stub/http/content.hpp"
#include "server-stub/http/log.hpp"
#include "server-stub/secrets/sealing_key.hpp"
#include "server-stub/service/content_row.hpp"
#include "server-stub/service/legal_time.hpp"
#include "server-stub/storage/sqlite/data_folder.hpp"
#include "server-stub/storage/sqlite/store.hpp"
#include "shared/base/clock.hpp"
#include "shared/base/result.hpp"

namespace commands {

// The detail of its error is a sentence for who typed the command, without its full stop.
using Outcome = base::Result<void>;
std::unexpected<base::Error> trouble(std::string detail);

// The key inside a data folder.
std::filesystem::path key_in(const std::filesystem::path& folder);

base::Clock clock_of(const config::Config& config);
// Refuses the machine's zone data where they are too old, unless the configuration allows them: then it logs so.
base::Result<service::LegalTime> read_legal_time(const config::Config& config, http::Log& log);

struct Opened {
    storage::sqlite::DataFolder folder;
    std::unique_ptr<storage::sqlite::Store> store;
};
base::Result<Opened> open_store(const std::filesystem::path& data);
// Of the folder that the command must name.
base::Result<Opened> open_given_store(const config::Config& config);
base::Result<secrets::SealingKey> sealing_key(const config::Config& config);

// Of the wall calendar of Morocco.
base::Result<base::Date> today_of(const config::Config& config);
base::Result<std::vector<service::ContentRow>> read_seed(const config::Config& config);
// Those that the guides show.
Outcome put_pictures(const config::Config& config, storage::sqlite::Store& store);
// Into a store that holds nothing.
Outcome put_seed(const config::Config& config, storage::sqlite::Store& store);
base::Result<bool> has_content(storage::sqlite::Store& store);
// Seeds a store that holds nothing.
base::Result<std::unique_ptr<http::Content>> ensure_content(const config::Config& config,
                                                            storage::sqlite::Store& store);

}  // namespace commands
