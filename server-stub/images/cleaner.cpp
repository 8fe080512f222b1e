#include "server-stub/images/cleaner.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <format>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <sstream>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

#include "server-stub/images/protocol.hpp"

namespace images {
namespace {

using domain::ImageProblem;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

class File {
public:
    explicit File(int file) : file_(file) {}
    ~File() {
        if (file_ >= 0) ::close(file_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    int get() const { return file_; }
    bool is_open() const { return file_ >= 0; }

private:
    int file_;
};

std::string reason_of(int error) { return std::generic_category().message(error); }

bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto size = ::write(file, bytes.data(), bytes.size());
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(size));
    }
    return ::lseek(file, 0, SEEK_SET) == 0;
}

std::string read_all(int file) {
    struct stat status{};
    if (::fstat(file, &status) != 0) return {};
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    const auto size = ::pread(file, bytes.data(), bytes.size(), 0);
    bytes.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    return bytes;
}

// The worker: memory as its standard input and output, nothing else of ours, and no environment.
std::optional<pid_t> start(const Options& options, domain::ImageKind kind, const File& input, const File& output) {
    posix_spawn_file_actions_t files;
    if (::posix_spawn_file_actions_init(&files) != 0) return std::nullopt;
    ::posix_spawn_file_actions_adddup2(&files, input.get(), STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&files, output.get(), STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
    std::string name = "rihab-server", command(worker_command), type(domain::media_type_of(kind));
    std::array<char*, 4> arguments{name.data(), command.data(), type.data(), nullptr};
    std::array<char*, 1> environment{nullptr};
    pid_t process = 0;
    const int error =
        ::posix_spawn(&process, options.program.c_str(), &files, nullptr, arguments.data(), environment.data());
    ::posix_spawn_file_actions_destroy(&files);
    return error == 0 ? std::optional(process) : std::nullopt;
}

// Whether it ended by itself; the process is gone afterwards in any case.
struct End {
    bool in_time = false;
    int status = 0;
};
End wait_for(pid_t process, milliseconds time) {
    // The header of pidfd_open forgets in glibc 2.36 that it is C.
    const File handle(static_cast<int>(::syscall(SYS_pidfd_open, process, 0)));
    const auto deadline = steady_clock::now() + time;
    pollfd ended{.fd = handle.get(), .events = POLLIN, .revents = 0};
    End end;
    for (;;) {
        const auto rest = std::chrono::ceil<milliseconds>(deadline - steady_clock::now());
        const int count = ::poll(&ended, 1, static_cast<int>(std::max(rest, milliseconds{0}).count()));
        if (count < 0 && errno == EINTR) continue;
        end.in_time = handle.is_open() && count == 1;
        break;
    }
    if (!end.in_time) ::kill(process, SIGKILL);
    while (::waitpid(process, &end.status, 0) < 0 && errno == EINTR) {
    }
    return end;
}

std::expected<Picture, ImageProblem> read_answer(std::string answer, long& peak_kib) {
    const auto line_end = answer.find('\n');
    if (line_end == std::string::npos) return std::unexpected(ImageProblem::NotAnImage);
    std::istringstream line(answer.substr(0, line_end));
    std::string verdict, type;
    Picture picture;
    line >> verdict >> type >> picture.width >> picture.height >> peak_kib;
    if (verdict == verdict_names[static_cast<std::size_t>(Verdict::TooManyPixels)])
        return std::unexpected(ImageProblem::TooManyPixels);
    const auto kind = domain::parse_image_type(type);
    const auto fits = [](int side) { return side >= 1 && side <= domain::image_side_limit; };
    if (verdict != verdict_names[static_cast<std::size_t>(Verdict::Clean)] || !kind || !fits(picture.width) ||
        !fits(picture.height))
        return std::unexpected(ImageProblem::NotAnImage);
    picture.kind = *kind;
    picture.bytes = std::move(answer.erase(0, line_end + 1));
    return picture;
}

// How a worker ended that did not answer.
ImageProblem problem_of(const End& end, std::string& reason) {
    if (!end.in_time) {
        reason = "stopped for its time";
        return ImageProblem::TookTooLong;
    }
    if (WIFSIGNALED(end.status)) {
        reason = std::format("ended by signal {}", WTERMSIG(end.status));
        return WTERMSIG(end.status) == SIGXCPU || WTERMSIG(end.status) == SIGKILL ? ImageProblem::TookTooLong
                                                                                  : ImageProblem::NotAnImage;
    }
    reason = std::format("ended with {}", WEXITSTATUS(end.status));
    return ImageProblem::Unavailable;
}

}  // namespace

Cleaned clean(std::string_view bytes, domain::ImageKind claimed, const Options& options) {
    const auto started = steady_clock::now();
    Cleaned cleaned{.picture = std::unexpected(ImageProblem::Unavailable)};
    const File input(::memfd_create("image", MFD_CLOEXEC)), output(::memfd_create("clean image", MFD_CLOEXEC));
    if (!input.is_open() || !output.is_open() || !write_all(input.get(), bytes)) {
        cleaned.reason = reason_of(errno);
        return cleaned;
    }
    const auto process = start(options, claimed, input, output);
    if (!process) {
        cleaned.reason = "the worker cannot be started";
        return cleaned;
    }
    const auto end = wait_for(*process, options.time);
    cleaned.took = std::chrono::duration_cast<milliseconds>(steady_clock::now() - started);
    if (end.in_time && WIFEXITED(end.status) && WEXITSTATUS(end.status) == 0)
        cleaned.picture = read_answer(read_all(output.get()), cleaned.peak_kib);
    else cleaned.picture = std::unexpected(problem_of(end, cleaned.reason));
    return cleaned;
}

}  // namespace images
