// Makes a safe picture of bytes that somebody sent, in a process of its own that may be stopped.
#pragma once

#include <chrono>
#include <expected>
#include <filesystem>
#include <string>
#include <string_view>

#include "shared/domain/image.hpp"

namespace images {

struct Picture {
    domain::ImageKind kind = domain::ImageKind::Jpeg;
    int width = 0;  // In pixels.
    int height = 0;
    std::string bytes;
};

struct Cleaned {
    std::expected<Picture, domain::ImageProblem> picture;
    std::chrono::milliseconds took{0};
    long peak_kib = 0;   // Of the worker's address space; 0 where it was stopped or fell.
    std::string reason;  // For the log: how the worker ended, where it gave no answer.
};

struct Options {
    std::filesystem::path program = "/proc/self/exe";  // Whose command `image-worker` is run_worker.
    std::chrono::milliseconds time{5000};
};

// Waits until the worker is done, at most as long as `options.time`. From any thread, several at once.
Cleaned clean(std::string_view bytes, domain::ImageKind claimed, const Options& options = {});

}  // namespace images
