#include "server-stub/images/detail/cage.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "shared/domain/image.hpp"

namespace images::detail {
namespace {

#if defined(__x86_64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_AARCH64;
#endif

// The sanitizers map terabytes and ask the kernel for much: under them the worker runs without these two limits.
#if __has_feature(address_sanitizer)
constexpr bool is_sanitized = true;
#else
constexpr bool is_sanitized = false;
#endif

// The largest picture that is made, uncompressed, and a little more.
constexpr rlim_t output_limit = rlim_t{4} * domain::image_side_limit * domain::image_side_limit + (1 << 20);

bool limit(__rlimit_resource resource, rlim_t most) {
    const rlimit both{most, most};
    return ::setrlimit(resource, &both) == 0;
}

// Nothing but the three standard files and where the process reads how it is.
bool close_files() {
    if (::close_range(3, ~0U, 0) != 0) return false;
    return ::open("/proc/self/status", O_RDONLY | O_CLOEXEC) == status_file;
}

constexpr sock_filter load(std::size_t offset) {
    return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset));
}
constexpr sock_filter give(std::uint32_t verdict) { return BPF_STMT(BPF_RET | BPF_K, verdict); }
// Each goes on with the next instruction where it is so, and passes over it where not.
constexpr sock_filter if_equal(std::uint32_t value) { return BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1); }
constexpr sock_filter if_other(std::uint32_t value) { return BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 1, 0); }
constexpr sock_filter if_any_bit(std::uint32_t bits) { return BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, bits, 0, 1); }

bool filter_calls() {
    constexpr auto kill = SECCOMP_RET_KILL_PROCESS;
    constexpr std::uint32_t allow = SECCOMP_RET_ALLOW;
    // clang-format off: a condition and what follows from it.
    std::array filter{
        load(offsetof(seccomp_data, arch)),
        if_other(architecture), give(kill),
        load(offsetof(seccomp_data, nr)),
        if_equal(SYS_read), give(allow),
        if_equal(SYS_write), give(allow),
        if_equal(SYS_munmap), give(allow),
        if_equal(SYS_mremap), give(allow),
        if_equal(SYS_madvise), give(allow),
        if_equal(SYS_brk), give(allow),
        if_equal(SYS_exit_group), give(allow),
        if_equal(SYS_getrandom), give(allow),  // The allocator's, at its first use.
        if_other(SYS_mmap), give(kill),
        // Memory that can be executed is none that a picture needs.
        load(offsetof(seccomp_data, args) + 2 * sizeof(std::uint64_t)),
        if_any_bit(PROT_EXEC), give(kill),
        give(allow),
    };
    // clang-format on
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

}  // namespace

bool close_cage() {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // Who asked is gone: nobody wants the answer.
    errno = 0;
    if (::nice(5) == -1 && errno != 0) return false;  // What people wait for comes first.
    const bool limited = close_files() && limit(RLIMIT_CPU, cpu_seconds_limit) && limit(RLIMIT_FSIZE, output_limit) &&
                         limit(RLIMIT_CORE, 0) && limit(RLIMIT_NOFILE, 0) &&
                         (is_sanitized || limit(RLIMIT_AS, memory_limit));
    return limited && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && (is_sanitized || filter_calls());
}

}  // namespace images::detail
