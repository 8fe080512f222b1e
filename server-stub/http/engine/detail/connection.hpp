// One client's connection: request after request until either side ends it.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_set>

#include "server-stub/http/engine/connection_limits.hpp"
#include "server-stub/http/engine/network.hpp"
#include "server-stub/http/engine/request_head.hpp"
#include "server-stub/http/engine/server.hpp"

namespace http::engine::detail {

class Connection;

// What the connections of one thread share.
struct Worker {
    std::mutex mutex;  // A connection may end on the thread that let go of its last answer.
    std::unordered_set<Connection*> connections;
    bool stopping = false;  // Of this thread alone.
};

struct Shared {
    Application application;
    Limits limits;
    Salt salt;
    std::function<std::string()> next_id;
    ConnectionLimits connection_limits;
    ConnectionLimits large_bodies;
};

// What the connection knows of who opened it.
struct Client {
    std::uint64_t network = 0;
    Address prefix{};
    std::uint64_t counted_as = 0;  // Where the limit of connections counts it.
    bool is_proxy = false;         // A trusted one: each request says who asks.
};

class Connection : public std::enable_shared_from_this<Connection> {
public:
    // Admitted as `client.counted_as`; the connection gives its place back when it ends.
    Connection(boost::asio::ip::tcp::socket socket, const Client& client, Shared& shared, Worker& worker);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void start();
    // Ends a connection that waits for a request; one that is being answered ends after its answer.
    void stop();

private:
    using ErrorCode = boost::system::error_code;
    enum class Stage : std::uint8_t { Idle, Reading, Answering };

    // Beast's own stream closes the socket when time is up, and nothing could be answered any more.
    using Time = std::chrono::steady_clock::time_point;
    void expire_at(Time time);
    void expire_after(std::chrono::steady_clock::duration duration);

    void await_request();
    void read_head();
    void on_head_bytes(ErrorCode error, std::size_t size);
    void on_head(std::size_t length);
    void take_forwarded();
    bool admit_body();
    void let_go_of_body();
    void read_body();
    void on_body_bytes(ErrorCode error, std::size_t size);
    void read_start_of_body(ErrorCode error, std::size_t size);
    void expire_for_body(std::size_t received);
    void dispatch();
    void refuse(Refusal refusal);
    void send(Response response);
    void write_head();
    void write_body();
    void after_response();
    void drain();

    boost::asio::ip::tcp::socket socket_;
    boost::asio::steady_timer deadline_;
    bool timed_out_ = false;  // The deadline has ended what was under way.
    boost::beast::flat_buffer buffer_;
    Client client_;
    Shared& shared_;
    Worker& worker_;

    Stage stage_ = Stage::Idle;
    bool keep_alive_ = true;
    bool head_only_ = false;  // The request was a HEAD.
    Request request_;
    RequestHead head_;
    std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> parser_;
    Time body_started_;
    std::size_t body_received_ = 0;
    std::size_t body_limit_ = 0;
    std::optional<std::uint64_t> large_body_of_;  // The network that it counts for.
    Response response_;
    std::string response_head_;
    std::string_view unsent_;
    std::size_t drained_ = 0;
};

}  // namespace http::engine::detail
