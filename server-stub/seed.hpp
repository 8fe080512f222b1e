// Seed content: the files of assets/content, checked by the rules of the wire and laid under their addresses.
#pragma once

#include <filesystem>
#include <vector>

#include "server-stub/service/content_store.hpp"

namespace seed {

// districts.json first, then sheets/{district}/{service}.json by name.
base::Result<std::vector<service::ContentItem>> read(const std::filesystem::path& folder);

}  // namespace seed
