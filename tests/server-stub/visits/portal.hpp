// A portal without sockets on a data folder, which can be closed and opened again, with a clock of its own.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "server-stub/http/engine/network.hpp"
#include "server-stub/http/site.hpp"
#include "server-stub/storage/sqlite/store.hpp"

namespace test {

struct Sender {
    http::engine::Address address{};
    std::string user_agent;
};

class VisitedPortal {
public:
    // Salts are made from a fixed sequence; `salts` keeps what they were.
    explicit VisitedPortal(std::filesystem::path folder);
    ~VisitedPortal();

    int get_page(std::string_view target, const Sender& sender, std::vector<http::engine::Header> headers = {});
    int post_events(std::string body, const Sender& sender);
    int post_rating(std::string key, const Sender& sender);
    http::engine::Response send(http::engine::Request request, const Sender& sender);

    void settle();
    void restart();

    service::VisitStore& store();
    const std::filesystem::path& folder() const { return folder_; }
    std::filesystem::path log_path() const { return folder_ / "log"; }

    base::Instant now{};
    std::vector<std::string> salts;

private:
    struct Running;
    void open();

    std::filesystem::path folder_;
    service::LegalTime legal_time_;
    std::unique_ptr<Running> running_;
};

std::vector<service::ContentRow> two_districts();

}  // namespace test
