#include "server-stub/storage/sqlite/data_folder.hpp"

#include <cerrno>
#include <fcntl.h>
#include <format>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>

namespace storage::sqlite {

struct DataFolder::Lock {
    int file;
    explicit Lock(int opened) : file(opened) {}
    ~Lock() { ::close(file); }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;
};

namespace {

std::unexpected<base::Error> failed(base::ErrorCode code, std::string detail) {
    return std::unexpected(base::Error{code, std::move(detail)});
}

std::string reason_of(int error) { return std::generic_category().message(error); }

}  // namespace

std::filesystem::path database_in(const std::filesystem::path& folder) { return folder / "rihab.db"; }

DataFolder::DataFolder(std::filesystem::path path, std::unique_ptr<Lock> lock)
    : path_(std::move(path)), lock_(std::move(lock)) {}
DataFolder::DataFolder(DataFolder&&) noexcept = default;
DataFolder& DataFolder::operator=(DataFolder&&) noexcept = default;
DataFolder::~DataFolder() = default;

base::Result<DataFolder> DataFolder::own(const std::filesystem::path& folder) {
    std::error_code error;
    if (std::filesystem::create_directories(folder, error) && !error)
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    if (error)
        return failed(base::ErrorCode::Unavailable,
                      std::format("the data folder {} cannot be made: {}", folder.string(), error.message()));

    const auto lock_path = folder / "lock";
    auto lock = std::make_unique<Lock>(::open(lock_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (lock->file < 0)
        return failed(base::ErrorCode::Unavailable,
                      std::format("the data folder {} cannot be written: {}", folder.string(), reason_of(errno)));
    if (::flock(lock->file, LOCK_EX | LOCK_NB) != 0)
        return failed(base::ErrorCode::Conflict,
                      std::format("another server is using the data folder {}", folder.string()));
    return DataFolder(folder, std::move(lock));
}

}  // namespace storage::sqlite
