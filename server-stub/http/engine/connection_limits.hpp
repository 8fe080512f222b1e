// How many connections there may be, in all and from one network.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <unordered_map>

namespace http::engine {

class ConnectionLimits {
public:
    ConnectionLimits(std::size_t in_all, std::size_t of_one_network)
        : in_all_(in_all), of_one_network_(of_one_network) {}

    bool admit(std::uint64_t network);
    void release(std::uint64_t network);

private:
    std::size_t in_all_;
    std::size_t of_one_network_;
    std::mutex mutex_;
    std::size_t open_ = 0;
    std::unordered_map<std::uint64_t, std::size_t> open_of_;
};

}  // namespace http::engine
