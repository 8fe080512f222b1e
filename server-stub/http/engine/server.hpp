// The sockets: accepts connections, reads requests within their limits, writes responses.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "server-stub/http/engine/message.hpp"
#include "server-stub/http/engine/network.hpp"
#include "shared/base/result.hpp"

namespace http::engine {

struct Limits {
    std::size_t body_bytes = 64 * 1024;
    std::chrono::seconds head_time{10};
    std::chrono::seconds idle_time{30};        // Between two requests, and for each piece of a response.
    std::size_t body_bytes_per_second = 1024;  // Slower senders are let go after `head_time` of patience.
    // Of those that the application lets be larger than `body_bytes`, which lie in memory until they are answered.
    std::size_t large_bodies = 16;
    std::size_t large_bodies_per_network = 8;
    std::size_t large_body_bytes_per_second = 16 * 1024;
    std::size_t connections = 4096;
    std::size_t connections_per_network = 64;  // Not counted for loopback and proxies, which speak for everybody.
    std::chrono::seconds stop_time{8};         // For requests that are being answered when the server must stop.
};

struct Options {
    std::string host = "localhost";  // "localhost" is both of its addresses; otherwise one IP address.
    std::uint16_t port = 8080;       // 0: any free one.
    std::size_t threads = 2;
    Limits limits;
    Salt salt;
    std::vector<Address> trusted_proxies;  // Each speaks for others, and says in X-Forwarded-For for whom.
    std::function<std::string()> next_id;  // Names for requests.
};

class Server {
public:
    // Binds the port, so that a busy one is known before anything else begins.
    static base::Result<Server> bind(const Options& options, Application application);
    Server(Server&&) noexcept;
    Server& operator=(Server&&) noexcept;
    ~Server();

    std::uint16_t port() const;

    // Answers requests until the process gets SIGTERM or SIGINT or `stop` is called, finishes those at hand, returns.
    void run();
    // From any thread.
    void stop();

private:
    struct State;  // Asio and Beast stay in the .cpp files.
    explicit Server(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace http::engine
