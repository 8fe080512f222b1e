#include "tests/server-stub/visits/portal.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <future>
#include <iterator>

#include "embedded/icu_cut.hpp"
#include "server-stub/http/engine/network.hpp"
#include "server-stub/service/entropy.hpp"
#include "server-stub/service/look_at.hpp"
#include "server-stub/storage/sqlite/data_folder.hpp"
#include "shared/unicode/icu_data.hpp"
#include "shared/wire/district.hpp"
#include "shared/wire/sheet.hpp"
#include "tests/server-stub/service/cleaners.hpp"
#include "tests/server-stub/service/hashers.hpp"

namespace test {
namespace {

service::LegalTime casablanca() {
    std::ifstream file("/usr/share/zoneinfo/Africa/Casablanca", std::ios::binary);
    return service::LegalTime::parse(std::string(std::istreambuf_iterator<char>(file), {})).value();
}

secrets::Salt numbered_salt(std::size_t number) {
    std::array<std::uint8_t, secrets::Salt::size> bytes{};
    const auto digest = secrets::fingerprint(secrets::Salt::from(bytes), "salt " + std::to_string(number));
    return secrets::Salt::from(digest);
}

}  // namespace

std::vector<service::ContentRow> two_districts() {
    domain::District rabat;
    rabat.id = domain::DistrictId("rabat");
    rabat.city = rabat.court_of_appeal = rabat.region = {"الرباط", "ⵕⵕⴱⴰⴹ", "Rabat", "Rabat"};
    rabat.source = "test";
    auto fes = rabat;
    fes.id = domain::DistrictId("fes");
    domain::ServiceSheet sheet;
    sheet.id = domain::ServiceId("casier-judiciaire");
    sheet.district = rabat.id;
    sheet.title = sheet.short_title = sheet.summary = {"سجل", "ⴰⵔⵔⴰ", "Casier", "Record"};
    const domain::Fact fact{{"نعم", "ⵢⴰⵀ", "Oui", "Yes"}, {domain::Standing::Example, ""}};
    sheet.papers = {{fact}};
    sheet.steps = {{fact, fact}};
    sheet.who = sheet.fee = sheet.delay = sheet.where = sheet.legal_basis = fact;
    return {service::row_of(rabat, 0), service::row_of(fes, 1), service::row_of(sheet)};
}

namespace {

std::unique_ptr<storage::sqlite::Store> store_with_districts(const std::filesystem::path& folder) {
    auto store = storage::sqlite::Store::open(storage::sqlite::database_in(folder)).value();
    REQUIRE(store->replace_content(two_districts()).has_value());
    return store;
}

}  // namespace

struct VisitedPortal::Running {
    explicit Running(VisitedPortal& portal)
        : store(store_with_districts(portal.folder_)),
          log_file(std::fopen(portal.log_path().c_str(), "a")),
          log(log_file, [&portal] { return portal.now; }),
          desk(*store, [] { return domain::ReceiptCode::from_random(service::random_number()); }),
          visits({.store = *store,
                  .legal_time = portal.legal_time_,
                  .is_portal = [this](auto slug) { return content->find_district(slug) != nullptr; },
                  .keeping = {.day = secrets::ErasableFile(portal.folder_ / "visitors-of-day"),
                              .month = secrets::ErasableFile(portal.folder_ / "visitors-of-month"),
                              .new_salt =
                                  [&portal] {
                                      auto salt = numbered_salt(portal.salts.size());
                                      const auto bytes = salt.bytes();
                                      portal.salts.emplace_back(bytes.begin(), bytes.end());
                                      return salt;
                                  }}}),
          editing(store->items(), portal.legal_time_, [](const std::string&) {}),
          portals(store->portals(), portal.legal_time_, [] {}),
          contributions({.store = store->contributions(),
                         .legal_time = portal.legal_time_,
                         .calendar_of = [this](const std::string& district) { return content->calendar(district); },
                         .look_at = service::look_by(nullptr),
                         .rules = store->moderation_rules(),
                         .codes = [] { return domain::ReceiptCode::from_random(service::random_number()); },
                         .mark = [this](std::string_view text) { return key.mark(text); }}),
          authors(store->authors(), contributions, portal.legal_time_),
          site({.content = *content,
                .assets = assets,
                .desk = desk,
                .guesses = guesses,
                .legal_time = portal.legal_time_,
                .visits = visits,
                .accounts = accounts,
                .editing = editing,
                .portals = portals,
                .contributions = contributions,
                .needs = store->needs(),
                .reports = store->reports(),
                .moderation_rules = store->moderation_rules(),
                .authors = authors,
                .disk = disk,
                .hashing = hashing,
                .images = images,
                .imaging = imaging,
                .clock = [&portal] { return portal.now; },
                .new_key = service::random_key,
                .log = log}) {}
    ~Running() {
        desk.close();
        std::fclose(log_file);
    }

    std::unique_ptr<storage::sqlite::Store> store;
    std::unique_ptr<http::Content> content = http::Content::over(*store).value();
    http::engine::Assets assets;
    std::FILE* log_file;
    http::Log log;
    service::RatingDesk desk;
    service::ReceiptGuesses guesses{0};
    service::VisitLog visits;
    secrets::SealingKey key = secrets::SealingKey::keep_in({}).value();
    service::Accounts accounts{store->accounts(), key, cheap_hasher()};
    service::Editing editing;
    service::Portals portals;
    service::Contributions contributions;
    service::Authors authors;
    service::Lane disk{1, 16}, hashing{1, 16}, imaging{1, 16};
    service::Images images = test::images_in(store->images());
    http::Site site;
    http::engine::Salt network_salt{service::random_number(), service::random_number()};
};

VisitedPortal::VisitedPortal(std::filesystem::path folder) : folder_(std::move(folder)), legal_time_(casablanca()) {
    REQUIRE(unicode::load_data(embedded::icu_cut()));
    open();
}
VisitedPortal::~VisitedPortal() = default;

void VisitedPortal::open() { running_ = std::make_unique<Running>(*this); }

void VisitedPortal::restart() {
    settle();
    running_.reset();
    open();
}

void VisitedPortal::settle() { REQUIRE(running_->visits.settle(now)); }
service::VisitStore& VisitedPortal::store() { return *running_->store; }

http::engine::Response VisitedPortal::send(http::engine::Request request, const Sender& sender) {
    request.id = "test";
    request.headers.push_back({"user-agent", sender.user_agent});
    request.network = http::engine::network_of(running_->network_salt, sender.address);
    request.prefix = http::engine::prefix_of(sender.address);
    std::promise<http::engine::Response> answer;
    running_->site.application().handle(
        std::move(request), [&](http::engine::Response response) { answer.set_value(std::move(response)); });
    return answer.get_future().get();
}

int VisitedPortal::get_page(std::string_view target, const Sender& sender, std::vector<http::engine::Header> headers) {
    http::engine::Request request;
    request.target = target;
    request.headers = std::move(headers);
    return send(std::move(request), sender).status;
}

int VisitedPortal::post_events(std::string body, const Sender& sender) {
    http::engine::Request request;
    request.method = http::engine::Method::Post;
    request.target = "/api/v1/events";
    request.headers = {{"content-type", "application/json"}};
    request.body = std::move(body);
    return send(std::move(request), sender).status;
}

int VisitedPortal::post_rating(std::string key, const Sender& sender) {
    http::engine::Request request;
    request.method = http::engine::Method::Post;
    request.target = "/api/v1/districts/rabat/services/casier-judiciaire/ratings";
    request.headers = {{"content-type", "application/json"}, {"idempotency-key", std::move(key)}};
    request.body = R"({"level":4})";
    return send(std::move(request), sender).status;
}

}  // namespace test
