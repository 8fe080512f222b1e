#include "server-stub/http/engine/detail/connection.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <cassert>
#include <utility>

#include "server-stub/http/engine/response_head.hpp"

namespace http::engine::detail {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;

constexpr std::size_t read_size = 4 * 1024;
constexpr std::size_t buffer_limit = 32 * 1024;  // More than a head, less than would let a chunk's line grow.
constexpr std::size_t write_size = 64 * 1024;    // Each piece may take as long as a connection may idle.
// After a refusal the rest of the request is read and dropped for a while: closing at once would reset the
// connection, and the client would never see the answer.
constexpr std::size_t drain_limit = 32 * 1024 * 1024;
constexpr std::chrono::seconds drain_time{5};

}  // namespace

Connection::Connection(asio::ip::tcp::socket socket, const Client& client, Shared& shared, Worker& worker)
    : socket_(std::move(socket)),
      deadline_(socket_.get_executor()),
      buffer_(buffer_limit),
      client_(client),
      shared_(shared),
      worker_(worker) {}

Connection::~Connection() {
    let_go_of_body();
    {
        const std::lock_guard lock(worker_.mutex);
        worker_.connections.erase(this);
    }
    shared_.connection_limits.release(client_.counted_as);
}

void Connection::start() {
    {
        const std::lock_guard lock(worker_.mutex);
        worker_.connections.insert(this);
    }
    ErrorCode ignored;
    socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
    await_request();
}

void Connection::stop() {
    keep_alive_ = false;
    ErrorCode ignored;
    if (stage_ == Stage::Idle) socket_.cancel(ignored);
}

void Connection::expire_at(Time time) {
    timed_out_ = false;
    deadline_.expires_at(time);
    deadline_.async_wait([weak = weak_from_this()](ErrorCode error) {
        const auto self = weak.lock();
        // A deadline that was moved may have been on its way already.
        if (error || !self || self->deadline_.expiry() > std::chrono::steady_clock::now()) return;
        self->timed_out_ = true;
        ErrorCode ignored;
        self->socket_.cancel(ignored);
    });
}

void Connection::expire_after(std::chrono::steady_clock::duration duration) {
    expire_at(std::chrono::steady_clock::now() + duration);
}

void Connection::await_request() {
    stage_ = Stage::Idle;
    if (worker_.stopping) return;
    if (buffer_.size() > 0) return read_head();  // The client did not wait for our last answer.
    expire_after(shared_.limits.idle_time);
    socket_.async_read_some(buffer_.prepare(read_size), [self = shared_from_this()](ErrorCode error, std::size_t size) {
        if (error) return;
        self->buffer_.commit(size);
        self->read_head();
    });
}

void Connection::read_head() {
    stage_ = Stage::Reading;
    request_ = {.id = shared_.next_id(), .network = client_.network, .prefix = client_.prefix};
    head_only_ = false;
    expire_after(shared_.limits.head_time);
    on_head_bytes({}, 0);
}

void Connection::on_head_bytes(ErrorCode error, std::size_t size) {
    if (error && timed_out_) return refuse(Refusal::TimedOut);
    if (error) return;
    buffer_.commit(size);
    const std::string_view bytes(static_cast<const char*>(buffer_.data().data()), buffer_.size());
    const auto length = head_length(bytes);
    if (length > head_limit || (length == 0 && bytes.size() >= head_limit)) return refuse(Refusal::HeadTooLarge);
    if (length > 0) return on_head(length);
    socket_.async_read_some(buffer_.prepare(read_size), [self = shared_from_this()](ErrorCode code, std::size_t read) {
        self->on_head_bytes(code, read);
    });
}

void Connection::on_head(std::size_t length) {
    auto head = parse_head({static_cast<const char*>(buffer_.data().data()), length});
    if (!head) {
        request_.target = std::move(head.error().target);
        return refuse(head.error().refusal);
    }
    head_ = std::move(*head);
    keep_alive_ = head_.keep_alive;
    head_only_ = head_.method == Method::Head;
    request_.method = head_.method;
    request_.target = std::move(head_.target);
    request_.headers = std::move(head_.headers);
    if (client_.is_proxy) take_forwarded();
    body_limit_ = std::max(shared_.limits.body_bytes, shared_.application.body_limit(request_));
    if (head_.content_length > body_limit_) {
        if (head_.expects_continue) return refuse(Refusal::BodyTooLarge);
        buffer_.consume(length);
        body_started_ = std::chrono::steady_clock::now();
        return read_start_of_body({}, 0);
    }
    if (!admit_body()) return refuse(Refusal::Busy);
    if (head_.content_length > 0 || head_.chunked) return read_body();
    buffer_.consume(length);
    dispatch();
}

// Some proxies add a line of their own below the one that their client sent: the last one counts.
void Connection::take_forwarded() {
    std::optional<Address> address;
    for (const auto& header : request_.headers)
        if (header.name == "x-forwarded-for") address = forwarded_for(header.value);
    if (!address) return;
    request_.network = network_of(shared_.salt, *address);
    request_.prefix = prefix_of(*address);
}

// A body that may be large takes one of the few places for such.
bool Connection::admit_body() {
    const bool may_be_large =
        head_.chunked ? body_limit_ > shared_.limits.body_bytes : head_.content_length > shared_.limits.body_bytes;
    if (!may_be_large) return true;
    if (!shared_.large_bodies.admit(request_.network)) return false;
    large_body_of_ = request_.network;
    return true;
}

void Connection::let_go_of_body() {
    if (large_body_of_) shared_.large_bodies.release(*large_body_of_);
    large_body_of_.reset();
}

void Connection::read_body() {
    // The parser reads the head a second time, from the same bytes; ours has decided what it may say.
    parser_.emplace();
    parser_->header_limit(head_limit + 1024);
    parser_->body_limit(body_limit_);
    body_started_ = std::chrono::steady_clock::now();
    body_received_ = 0;
    if (!head_.expects_continue) return on_body_bytes({}, 0);
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(socket_, asio::buffer(go_on), [self = shared_from_this()](ErrorCode error, std::size_t) {
        if (!error) self->on_body_bytes({}, 0);
    });
}

void Connection::on_body_bytes(ErrorCode error, std::size_t size) {
    namespace http = beast::http;
    if (error && timed_out_) return refuse(Refusal::TimedOut);
    if (error == http::error::body_limit) {
        request_.body = std::move(parser_->get().body());
        return refuse(Refusal::BodyTooLarge);
    }
    if (error == asio::error::eof || error == http::error::end_of_stream || error == http::error::partial_message)
        return;
    if (error && error.category() == http::make_error_code(http::error::bad_chunk).category())
        return refuse(Refusal::Malformed);
    if (error) return;
    if (parser_->is_done()) {
        request_.body = std::move(parser_->get().body());
        parser_.reset();
        return dispatch();
    }
    body_received_ += size;
    expire_for_body(body_received_);
    http::async_read_some(socket_, buffer_, *parser_, [self = shared_from_this()](ErrorCode code, std::size_t read) {
        self->on_body_bytes(code, read);
    });
}

// Of a body that is too large: as much as the limit allows, so that a form can show again what was chosen.
void Connection::read_start_of_body(ErrorCode error, std::size_t size) {
    if (error && timed_out_) return refuse(Refusal::TimedOut);
    if (error) return;
    buffer_.commit(size);
    const auto wanted = shared_.limits.body_bytes - request_.body.size();
    const auto taken = std::min(buffer_.size(), wanted);
    request_.body.append(static_cast<const char*>(buffer_.data().data()), taken);
    buffer_.consume(taken);
    if (taken == wanted) return refuse(Refusal::BodyTooLarge);
    expire_for_body(request_.body.size());
    socket_.async_read_some(
        buffer_.prepare(buffer_limit),
        [self = shared_from_this()](ErrorCode code, std::size_t read) { self->read_start_of_body(code, read); });
}

void Connection::expire_for_body(std::size_t received) {
    const auto& limits = shared_.limits;
    const auto speed = large_body_of_ ? limits.large_body_bytes_per_second : limits.body_bytes_per_second;
    const auto earned = std::chrono::seconds(received / speed);
    expire_at(body_started_ + shared_.limits.head_time + earned);
}

void Connection::dispatch() {
    stage_ = Stage::Answering;
    deadline_.cancel();
    // The answer may be made on another thread. It gives the connection back to this one, where it must end, and
    // the guard keeps this thread from ending before.
    struct Pending {
        std::shared_ptr<Connection> connection;
        asio::executor_work_guard<asio::any_io_executor> busy;
    };
    const auto pending = std::make_shared<Pending>(shared_from_this(), asio::make_work_guard(socket_.get_executor()));
    shared_.application.handle(std::move(request_), [pending](Response response) {
        auto connection = std::exchange(pending->connection, nullptr);
        assert(connection && "a request is answered once");
        asio::post(pending->busy.get_executor(),
                   [connection = std::move(connection), response = std::move(response)]() mutable {
                       connection->send(std::move(response));
                   });
    });
}

void Connection::refuse(Refusal refusal) {
    stage_ = Stage::Answering;
    keep_alive_ = false;  // What follows on this connection cannot be told from the rest of this request.
    send(shared_.application.refuse(request_, refusal));
}

void Connection::send(Response response) {
    let_go_of_body();
    response_ = std::move(response);
    if (worker_.stopping) keep_alive_ = false;
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    const auto persistence = keep_alive_ ? Persistence::KeepAlive : Persistence::Close;
    auto head = print_head(response_.status, response_.headers, bytes_of(response_.body).size(), persistence, now);
    if (!head) {
        // A value that would split the response: nothing of it may leave the house.
        response_ = {.status = 500};
        head = print_head(500, {}, 0, persistence, now);
    }
    response_head_ = std::move(*head);
    unsent_ = head_only_ || response_.status == 304 ? std::string_view{} : bytes_of(response_.body);
    write_head();
}

void Connection::write_head() {
    const auto first = unsent_.substr(0, write_size);
    unsent_.remove_prefix(first.size());
    expire_after(shared_.limits.idle_time);
    asio::async_write(
        socket_,
        std::array<asio::const_buffer, 2>{asio::buffer(response_head_), asio::const_buffer(first.data(), first.size())},
        [self = shared_from_this()](ErrorCode error, std::size_t) {
            if (!error) self->write_body();
        });
}

void Connection::write_body() {
    if (unsent_.empty()) return after_response();
    const auto next = unsent_.substr(0, write_size);
    unsent_.remove_prefix(next.size());
    expire_after(shared_.limits.idle_time);
    asio::async_write(socket_, asio::const_buffer(next.data(), next.size()),
                      [self = shared_from_this()](ErrorCode error, std::size_t) {
                          if (!error) self->write_body();
                      });
}

void Connection::after_response() {
    response_ = {};
    if (keep_alive_) return await_request();
    ErrorCode ignored;
    socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    stage_ = Stage::Idle;
    drained_ = 0;
    expire_after(drain_time);
    if (!worker_.stopping) drain();
}

void Connection::drain() {
    buffer_.consume(buffer_.size());
    socket_.async_read_some(buffer_.prepare(buffer_limit),
                            [self = shared_from_this()](ErrorCode error, std::size_t size) {
                                self->drained_ += size;
                                if (!error && self->drained_ < drain_limit) self->drain();
                            });
}

}  // namespace http::engine::detail
