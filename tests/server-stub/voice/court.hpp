// A court that is spoken to, over a database in memory, with the calendar that ships and a clock that is moved.
#pragma once

#include <doctest/doctest.h>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "server-stub/secrets/sealing_key.hpp"
#include "server-stub/service/look_at.hpp"
#include "server-stub/storage/sqlite/store.hpp"
#include "shared/wire/hours.hpp"
#include "shared/wire/moderation.hpp"
#include "tests/server-stub/items/desk.hpp"
#include "tests/server-stub/storage/builders.hpp"

namespace test {

inline std::string content_file(const std::string& name) {
    std::ifstream file(RIHAB_SOURCE_DIR "/assets/content/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline std::shared_ptr<const domain::Calendar> shipped_calendar() {
    static const auto calendar =
        std::make_shared<const domain::Calendar>(wire::decode_calendar(content_file("calendar.json")).value());
    return calendar;
}

inline service::LookAt shipped_rules() {
    static const auto judge = std::make_shared<const domain::moderation::Judge>(
        wire::decode_moderation(content_file("moderation.json")).value(),
        domain::moderation::read_model(content_file("moderation.model")));
    return service::look_by(judge);
}

constexpr std::int64_t day_ms = 24LL * 3600 * 1000;

class Court {
public:
    // By somebody of a network of their own, a minute after they opened the form.
    service::Voiced<service::StoredContribution> say(const std::string& text, const std::string& key) {
        return voice_->send({.district = "rabat",
                             .service = "casier-judiciaire",
                             .kind = domain::ContributionKind::Suggestion,
                             .text = text,
                             .key = key,
                             .language = base::Language::Fr,
                             .sending = by_form()},
                            now);
    }
    // As a person sends something, from a network of their own.
    service::Sending by_form() {
        return {.network = service::Network{++networks_},
                .is_by_form = true,
                .opened = base::Instant{now.milliseconds - 60'000}};
    }
    // Of whatever version it is at.
    service::Voiced<service::StoredContribution> act(std::int64_t id, const service::VoiceActor& actor,
                                                     domain::ContributionStep step, std::string words = {},
                                                     std::optional<domain::CourtAnswer> answer = {}) {
        return voice_->act(voice_->find("rabat", id).value(), actor,
                           {.step = step, .words = std::move(words), .answer = std::move(answer)}, now);
    }
    base::Date today() const { return legal.date_at(now); }
    void pass_days(int days) { now.milliseconds += days * day_ms; }
    // The process begins anew; the database stays.
    void restart() { voice_ = std::make_unique<service::Contributions>(parts()); }
    service::Contributions& voice() { return *voice_; }

    static service::VoiceActor moderator(std::int64_t account) {
        return {.by = {.account = account, .role = domain::Role::Moderator}, .is_moderator = true};
    }
    static service::VoiceActor editor(std::int64_t account) {
        return {.by = {.account = account, .role = domain::Role::Editor}, .is_of_court = true};
    }
    static service::VoiceActor author() { return {.by = {.is_author = true}}; }

    base::Instant now{1'795'348'800'000};  // 2026-11-22T12:00Z, a Sunday.
    std::unique_ptr<storage::sqlite::Store> store = storage::sqlite::Store::in_memory().value();
    service::LegalTime legal = legal_time();

private:
    service::Contributions::Parts parts() {
        return {.store = store->contributions(),
                .legal_time = legal,
                .calendar_of = [](const std::string&) { return shipped_calendar(); },
                .look_at = shipped_rules(),
                .rules = store->moderation_rules(),
                .codes = codes_,
                .mark = [this](std::string_view text) { return key_.mark(text); }};
    }

    std::uint64_t networks_ = 1'000;
    secrets::SealingKey key_ = secrets::SealingKey::keep_in({}).value();
    service::CodeSource codes_ = counting_codes();
    std::unique_ptr<service::Contributions> voice_ = std::make_unique<service::Contributions>(parts());
};

}  // namespace test
