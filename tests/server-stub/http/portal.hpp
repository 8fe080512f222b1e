// A small portal without sockets: requests go in as values and come out as values.
#pragma once

#include <algorithm>
#include <doctest/doctest.h>
#include <future>
#include <memory>
#include <string>
#include <vector>

#include "embedded/icu_cut.hpp"
#include "server-stub/http/cookies.hpp"
#include "server-stub/http/site.hpp"
#include "server-stub/secrets/token.hpp"
#include "server-stub/service/entropy.hpp"
#include "server-stub/service/look_at.hpp"
#include "server-stub/storage/sqlite/store.hpp"
#include "shared/unicode/icu_data.hpp"
#include "shared/wire/district.hpp"
#include "shared/wire/sheet.hpp"
#include "tests/server-stub/service/cleaners.hpp"
#include "tests/server-stub/service/hashers.hpp"
#include "tests/server-stub/storage/builders.hpp"

namespace test {

using http::engine::Header;
using http::engine::Method;
using http::engine::Response;

inline constexpr std::string_view ratings_path = "/api/v1/districts/rabat/services/casier-judiciaire/ratings";
inline const std::vector<Header> form_type{{"content-type", "application/x-www-form-urlencoded"}};

inline std::vector<service::ContentRow> small_content() {
    domain::District rabat;
    rabat.id = domain::DistrictId("rabat");
    rabat.city = {"الرباط", "ⵕⵕⴱⴰⴹ", "Rabat", "Rabat"};
    rabat.court_of_appeal = {"محكمة", "ⵜⴰⵙⵏⴱⴹⴰⵢⵜ", "Cour", "Court"};
    rabat.region = {"جهة", "", "Région", "Region"};
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

inline service::LegalTime utc() {
    // The smallest TZif file there is: no transition, one type, UTC.
    const auto header = [](int types) {
        std::string out = "TZif2" + std::string(15, '\0');
        for (const int count : {0, 0, 0, 0, types, 4}) out += std::string(3, '\0') + static_cast<char>(count);
        return out + std::string(6, '\0') + std::string("UTC\0", 4);
    };
    return service::LegalTime::parse(header(1) + header(1) + "\nUTC0\n").value();
}

class Portal {
public:
    explicit Portal(const std::vector<service::ContentRow>& content = small_content(), bool lab = false,
                    std::unique_ptr<storage::sqlite::Store> store = storage::sqlite::Store::in_memory().value())
        : store_(with_content(std::move(store), content)), lab_(lab) {
        REQUIRE(unicode::load_data(embedded::icu_cut()).has_value());
    }

    Response send(Method method, std::string_view target, std::vector<Header> headers = {}, std::string body = {}) {
        http::engine::Request request;
        request.id = "test";
        request.method = method;
        request.target = target;
        request.headers = std::move(headers);
        request.body = std::move(body);
        request.network = 1;
        std::promise<Response> answer;
        site_.application().handle(std::move(request),
                                   [&](Response response) { answer.set_value(std::move(response)); });
        return answer.get_future().get();
    }
    Response get(std::string_view target, std::vector<Header> headers = {}) {
        return send(Method::Get, target, std::move(headers));
    }
    Response post_form(std::string_view target, std::string body, const std::vector<Header>& headers = {}) {
        std::vector<Header> all = form_type;
        all.insert(all.end(), headers.begin(), headers.end());
        return send(Method::Post, target, std::move(all), std::move(body));
    }
    Response post_json(std::string body, std::string key) {
        return send(Method::Post, ratings_path,
                    {{"content-type", "application/json"}, {"idempotency-key", std::move(key)}}, std::move(body));
    }
    Response refuse(std::string_view target, http::engine::Refusal refusal, std::string body = {}) {
        http::engine::Request request;
        request.method = Method::Post;
        request.target = target;
        request.body = std::move(body);
        return site_.application().refuse(request, refusal);
    }

    // Published while the portal is open.
    void publish(const domain::Answer& answer) { publish(service::row_of(answer)); }
    void publish(service::ContentRow row) {
        REQUIRE(store_->put_content(std::vector{std::move(row)}).has_value());
        content_->forget();
    }

    // The header of somebody new who is signed in.
    Header sign_in(const std::string& name, domain::Role role) {
        const auto account = store_->accounts().add_account(
            {.name = name, .folded = domain::fold_name(name), .role = role, .district = "rabat"});
        REQUIRE(account);
        REQUIRE(store_->accounts().put_session(
            {.token_hash = secrets::hash_token(name), .account = account->id, .made_at = now, .seen_at = now}, {}));
        return {"cookie", std::string(http::session_cookie).append("=").append(name)};
    }

    base::Instant now{1'795'348'800'000};  // 2026-11-22T12:00Z

private:
    static std::unique_ptr<storage::sqlite::Store> with_content(std::unique_ptr<storage::sqlite::Store> store,
                                                                const std::vector<service::ContentRow>& content) {
        REQUIRE(store->replace_content(content).has_value());
        return store;
    }

    std::unique_ptr<storage::sqlite::Store> store_;
    std::unique_ptr<http::Content> content_ = http::Content::over(*store_).value();
    bool lab_;
    http::engine::Assets assets_;
    service::RatingDesk desk_{*store_, test::counting_codes()};
    service::ReceiptGuesses guesses_{0};
    service::LegalTime legal_time_ = utc();
    service::VisitLog visits_{{.store = *store_,
                               .legal_time = legal_time_,
                               .is_portal = [this](auto slug) { return content_->find_district(slug) != nullptr; },
                               .keeping = {.day = secrets::ErasableFile({}), .month = secrets::ErasableFile({})}}};
    secrets::SealingKey key_ = secrets::SealingKey::keep_in({}).value();
    service::Accounts accounts_{store_->accounts(), key_, test::cheap_hasher()};
    service::Editing editing_{store_->items(), legal_time_, [this](const std::string&) { content_->forget(); }};
    service::Portals portals_{store_->portals(), legal_time_, [this] { content_->forget(); }};
    service::Contributions contributions_{
        {.store = store_->contributions(),
         .legal_time = legal_time_,
         .calendar_of = [this](const std::string& district) { return content_->calendar(district); },
         .look_at = service::look_by(nullptr),
         .rules = store_->moderation_rules(),
         .codes = test::counting_codes(),
         .mark = [this](std::string_view text) { return key_.mark(text); }}};
    service::Authors authors_{store_->authors(), contributions_, legal_time_};
    service::Lane disk_{1, 16}, hashing_{1, 16}, imaging_{1, 16};
    service::Images images_ = test::images_in(store_->images());
    std::FILE* nowhere_ = std::fopen("/dev/null", "w");
    http::Log log_{nowhere_, [] { return base::Instant{}; }};
    http::Site site_{{.content = *content_,
                      .assets = assets_,
                      .desk = desk_,
                      .guesses = guesses_,
                      .legal_time = legal_time_,
                      .visits = visits_,
                      .accounts = accounts_,
                      .editing = editing_,
                      .portals = portals_,
                      .contributions = contributions_,
                      .needs = store_->needs(),
                      .reports = store_->reports(),
                      .moderation_rules = store_->moderation_rules(),
                      .authors = authors_,
                      .disk = disk_,
                      .hashing = hashing_,
                      .images = images_,
                      .imaging = imaging_,
                      .clock = [this] { return now; },
                      .new_key = service::random_key,
                      .log = log_,
                      .lab = lab_}};
};

inline std::string value_of(const Response& response, std::string_view name) {
    const auto found = std::ranges::find(response.headers, name, &Header::name);
    return found == response.headers.end() ? std::string() : found->value;
}

inline std::string text_of(const Response& response) { return std::string(http::engine::bytes_of(response.body)); }

}  // namespace test
