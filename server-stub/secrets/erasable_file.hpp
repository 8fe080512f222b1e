// A small file that is written in place and overwritten before it goes, so that no copy of what it held stays behind.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.hpp"

namespace secrets {

// Readable by its owner alone. Never a temporary file and a rename: those would leave the old bytes on the disk.
// A file system that copies on write, or a flash disk, may still keep them: put it where memory is the disk.
class ErasableFile {
public:
    // An empty path: nothing is kept.
    explicit ErasableFile(std::filesystem::path path) : path_(std::move(path)) {}

    // Nothing when there is no such file.
    base::Result<std::optional<std::string>> read() const;
    // The file is made, or grows, as needed. Survives the end of the process, not that of the machine.
    base::Result<void> write_at(std::uint64_t offset, std::string_view bytes);
    // Waits until what was written is on the disk, for what must survive the machine too.
    base::Result<void> sync();
    // Overwrites every byte, waits for the disk, and removes the file. Fine when there is none.
    base::Result<void> erase();

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace secrets
