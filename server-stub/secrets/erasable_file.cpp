#include "server-stub/secrets/erasable_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <format>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace secrets {
namespace {

class Handle {
public:
    explicit Handle(int file) : file_(file) {}
    ~Handle() {
        if (file_ >= 0) ::close(file_);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    int get() const { return file_; }

private:
    int file_;
};

std::unexpected<base::Error> failed(const std::filesystem::path& path, std::string_view what) {
    return std::unexpected(
        base::Error{base::ErrorCode::Unavailable,
                    std::format("{} cannot be {}: {}", path.string(), what, std::generic_category().message(errno))});
}

bool write_all(int file, std::uint64_t offset, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
        offset += static_cast<std::uint64_t>(written);
    }
    return true;
}

}  // namespace

base::Result<std::optional<std::string>> ErasableFile::read() const {
    if (path_.empty()) return std::nullopt;
    std::error_code error;
    if (!std::filesystem::exists(path_, error)) return std::nullopt;
    std::ifstream file(path_, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(file), {});
    if (!file && !file.eof()) return failed(path_, "read");
    return bytes;
}

base::Result<void> ErasableFile::write_at(std::uint64_t offset, std::string_view bytes) {
    if (path_.empty() || bytes.empty()) return {};
    const Handle file(::open(path_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (file.get() < 0 || !write_all(file.get(), offset, bytes)) return failed(path_, "written");
    return {};
}

base::Result<void> ErasableFile::sync() {
    if (path_.empty()) return {};
    const Handle file(::open(path_.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
    if (file.get() < 0 || ::fsync(file.get()) != 0) return failed(path_, "synced");
    return {};
}

base::Result<void> ErasableFile::erase() {
    if (path_.empty()) return {};
    const Handle file(::open(path_.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
    if (file.get() < 0 && errno == ENOENT) return {};
    struct stat status = {};
    if (file.get() < 0 || ::fstat(file.get(), &status) != 0) return failed(path_, "erased");
    const std::string nothing(static_cast<std::size_t>(status.st_size), '\0');
    if (!write_all(file.get(), 0, nothing) || ::fsync(file.get()) != 0) return failed(path_, "erased");
    if (::unlink(path_.c_str()) != 0) return failed(path_, "removed");
    return {};
}

}  // namespace secrets
