#include "server-stub/http/engine/server.hpp"

#include <algorithm>
#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <condition_variable>
#include <csignal>
#include <format>
#include <mutex>
#include <thread>
#include <vector>

#include "server-stub/http/engine/detail/connection.hpp"

namespace http::engine {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr std::chrono::milliseconds pause_without_files{100};

Address address_of(const tcp::endpoint& endpoint) {
    if (endpoint.address().is_v6()) {
        const auto bytes = endpoint.address().to_v6().to_bytes();
        Address address;
        std::ranges::copy(bytes, address.begin());
        return address;
    }
    Address address{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    std::ranges::copy(endpoint.address().to_v4().to_bytes(), address.begin() + 12);
    return address;
}

error_code listen(tcp::acceptor& acceptor, const tcp::endpoint& endpoint) {
    error_code error;
    const auto step = [&](auto&& action) {
        if (!error) action();
    };
    step([&] { acceptor.open(endpoint.protocol(), error); });
    step([&] { acceptor.set_option(tcp::acceptor::reuse_address(true), error); });
    if (endpoint.address().is_v6()) {
        const bool alone = !endpoint.address().is_unspecified();  // "::" takes IPv4 clients too.
        step([&] { acceptor.set_option(asio::ip::v6_only(alone), error); });
    }
    step([&] { acceptor.bind(endpoint, error); });
    step([&] { acceptor.listen(asio::socket_base::max_listen_connections, error); });
    return error;
}

std::unexpected<base::Error> cannot_listen(const Options& options, const error_code& error) {
    const auto detail =
        error == asio::error::address_in_use
            ? std::format("port {} is in use by another program; choose another one with --port", options.port)
            : std::format("cannot listen on {} port {}: {}", options.host, options.port, error.message());
    return std::unexpected(base::Error{base::ErrorCode::Unavailable, detail});
}

struct Thread {
    asio::io_context context{1};
    detail::Worker worker;
    std::thread thread;
};

}  // namespace

struct Server::State {
    State(const Options& options, Application application)
        : shared{std::move(application),
                 options.limits,
                 options.salt,
                 options.next_id,
                 ConnectionLimits(options.limits.connections, options.limits.connections_per_network),
                 ConnectionLimits(options.limits.large_bodies, options.limits.large_bodies_per_network)},
          trusted_proxies(options.trusted_proxies),
          threads(std::max<std::size_t>(options.threads, 1)) {
        for (auto& thread : threads) thread = std::make_unique<Thread>();
    }

    asio::io_context& first() { return threads.front()->context; }
    error_code listen_on(const asio::ip::address& address, std::uint16_t port);
    void accept(tcp::acceptor& acceptor);
    void take(tcp::socket socket, const tcp::endpoint& client, Thread& thread);
    void stop();

    detail::Shared shared;
    const std::vector<Address> trusted_proxies;
    std::vector<std::unique_ptr<Thread>> threads;  // The first one accepts, too.
    std::vector<std::unique_ptr<tcp::acceptor>> acceptors;
    std::size_t next_thread = 0;
    std::uint16_t port = 0;
    std::atomic<bool> stopping = false;
};

error_code Server::State::listen_on(const asio::ip::address& address, std::uint16_t wanted) {
    auto acceptor = std::make_unique<tcp::acceptor>(first());
    if (const auto error = listen(*acceptor, {address, wanted})) return error;
    port = acceptor->local_endpoint().port();
    acceptors.push_back(std::move(acceptor));
    return {};
}

void Server::State::accept(tcp::acceptor& acceptor) {
    auto& thread = *threads[next_thread++ % threads.size()];
    acceptor.async_accept(thread.context, [this, &acceptor, &thread](error_code error, tcp::socket socket) {
        if (!acceptor.is_open()) return;
        if (error == asio::error::no_descriptors) {
            // Every file is in use: wait for one instead of spinning.
            auto timer = std::make_shared<asio::steady_timer>(first(), pause_without_files);
            timer->async_wait([this, &acceptor, timer](error_code) {
                if (acceptor.is_open()) accept(acceptor);
            });
            return;
        }
        error_code unknown;
        const auto client = error ? tcp::endpoint{} : socket.remote_endpoint(unknown);
        if (!error && !unknown) take(std::move(socket), client, thread);
        accept(acceptor);
    });
}

void Server::State::take(tcp::socket socket, const tcp::endpoint& client, Thread& thread) {
    const auto address = address_of(client);
    const auto network = network_of(shared.salt, address);
    // Those of the loopback and of proxies still count towards the whole, one by one.
    const bool is_proxy = std::ranges::contains(trusted_proxies, address);
    const auto counted_as = is_loopback(address) || is_proxy ? keyed_hash(shared.salt, {}) ^ client.port() : network;
    if (!shared.connection_limits.admit(counted_as)) {
        static constexpr std::string_view full =
            "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        error_code ignored;
        socket.non_blocking(true, ignored);
        socket.send(asio::buffer(full), 0, ignored);
        return;
    }
    const detail::Client known{
        .network = network, .prefix = prefix_of(address), .counted_as = counted_as, .is_proxy = is_proxy};
    asio::post(thread.context, [this, &thread, known, socket = std::move(socket)]() mutable {
        const auto connection = std::make_shared<detail::Connection>(std::move(socket), known, shared, thread.worker);
        if (!thread.worker.stopping) connection->start();
    });
}

void Server::State::stop() {
    if (stopping.exchange(true)) return;
    asio::post(first(), [this] {
        error_code ignored;
        for (auto& acceptor : acceptors) acceptor->close(ignored);
    });
    for (auto& thread : threads)
        asio::post(thread->context, [&worker = thread->worker] {
            worker.stopping = true;
            const std::lock_guard lock(worker.mutex);
            for (auto* connection : worker.connections) connection->stop();
        });
    stopping.notify_all();
}

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;
Server::~Server() = default;

base::Result<Server> Server::bind(const Options& options, Application application) {
    auto state = std::make_unique<State>(options, std::move(application));
    if (options.host == "localhost") {
        if (const auto error = state->listen_on(asio::ip::address_v4::loopback(), options.port))
            return cannot_listen(options, error);
        // A machine without IPv6 has no second loopback.
        const auto error = state->listen_on(asio::ip::address_v6::loopback(), state->port);
        if (error == asio::error::address_in_use) return cannot_listen(options, error);
        return Server(std::move(state));
    }
    error_code error;
    const auto address = asio::ip::make_address(options.host, error);
    if (!error) error = state->listen_on(address, options.port);
    if (error) return cannot_listen(options, error);
    return Server(std::move(state));
}

std::uint16_t Server::port() const { return state_->port; }
void Server::stop() { state_->stop(); }

void Server::run() {
    asio::signal_set signals(state_->first(), SIGTERM, SIGINT);
    signals.async_wait([this](error_code error, int) {
        if (!error) state_->stop();
    });
    std::vector<asio::executor_work_guard<asio::io_context::executor_type>> busy;
    for (auto& thread : state_->threads) busy.push_back(asio::make_work_guard(thread->context));
    for (auto& acceptor : state_->acceptors) state_->accept(*acceptor);

    std::mutex mutex;
    std::condition_variable ended;
    auto running = state_->threads.size();
    for (auto& thread : state_->threads)
        thread->thread = std::thread([&, &context = thread->context] {
            context.run();
            const std::lock_guard lock(mutex);
            --running;
            ended.notify_one();
        });

    state_->stopping.wait(false);
    asio::post(state_->first(), [&signals] { signals.cancel(); });
    busy.clear();
    {
        std::unique_lock lock(mutex);
        ended.wait_for(lock, state_->shared.limits.stop_time, [&] { return running == 0; });
    }
    for (auto& thread : state_->threads) thread->context.stop();
    for (auto& thread : state_->threads) thread->thread.join();
}

}  // namespace http::engine
