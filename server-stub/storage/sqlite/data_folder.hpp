// The folder that holds a site's data, owned by one process at a time.
#pragma once

#include <filesystem>
#include <memory>

#include "shared/base/result.hpp"

namespace storage::sqlite {

// The database file inside a data folder.
std::filesystem::path database_in(const std::filesystem::path& folder);

// Holds the folder until it is destroyed; a killed process lets go of it too.
class DataFolder {
public:
    // Makes the folder (for its owner alone) when it is missing. Conflict when another process holds it.
    static base::Result<DataFolder> own(const std::filesystem::path& folder);

    DataFolder(DataFolder&&) noexcept;
    DataFolder& operator=(DataFolder&&) noexcept;
    ~DataFolder();

    const std::filesystem::path& path() const { return path_; }

private:
    struct Lock;
    DataFolder(std::filesystem::path path, std::unique_ptr<Lock> lock);

    std::filesystem::path path_;
    std::unique_ptr<Lock> lock_;
};

}  // namespace storage::sqlite
