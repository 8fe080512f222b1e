// Looks through every byte of the files of a folder for what must not be there.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/server-stub/visits/portal.hpp"

namespace test {

struct FileBytes {
    std::string name;
    std::string bytes;
};
std::vector<FileBytes> read_folder(const std::filesystem::path& folder);

// Each trace of a sender, as "what in which file": the address in text and packed, its /24 or /64, the browser.
std::vector<std::string> traces_of(const std::vector<Sender>& senders, const std::vector<FileBytes>& files);

}  // namespace test
