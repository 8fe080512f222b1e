#include "shared/wire/visit.hpp"

#include <doctest/doctest.h>
#include <format>

namespace {

std::string body_with(std::string_view event, std::string_view visit = "0123456789abcdef0123456789abcdef") {
    return std::format(R"({{"visit":"{}","channel":"web","events":[{}]}})", visit, event);
}

constexpr std::string_view good =
    R"({"secondsAgo":3,"portal":"rabat","language":"fr","screen":"sheet/casier-judiciaire","type":"active","value":15})";

std::string with(std::string_view from, std::string_view to) {
    std::string event(good);
    return event.replace(event.find(from), from.size(), to);
}

std::string many(std::size_t count) {
    std::string events(good);
    for (std::size_t i = 1; i < count; ++i) events.append(",").append(good);
    return events;
}

}  // namespace

TEST_SUITE("shared/wire/visit") {
    TEST_CASE("a batch is read as it was written") {
        const domain::VisitBatch batch{
            .visit = std::string(32, 'f'),
            .channel = domain::Channel::Kiosk,
            .events = {{300, "", base::Language::Zgh, "receipt", domain::VisitEventType::Screen, 1},
                       {0, "rabat", base::Language::En, "sheet/x", domain::VisitEventType::Contribution, 1}}};
        CHECK(wire::decode_visit_batch(wire::encode(batch)) == batch);
        CHECK(wire::decode_visit_batch(body_with(good))->events[0].value == 15);
        CHECK(wire::decode_visit_batch(body_with(many(64))));
    }

    TEST_CASE("what breaks a rule is refused with its pointer") {
        struct Row {
            const char* name;
            std::string body;
            const char* code;
            const char* pointer;
        };
        const Row rows[] = {
            {"not JSON", "visit=1", "json-malformed", ""},
            {"no event", body_with(""), "count-out-of-range", "/events"},
            {"65 events", body_with(many(65)), "count-out-of-range", "/events"},
            {"a key of an account", body_with(good, "someone@example.org"), "value-malformed", "/visit"},
            {"a short key", body_with(good, "0123"), "value-malformed", "/visit"},
            {"a field that is not ours", body_with(with("{", R"({"address":"196.200.1.2",)")), "field-unknown",
             "/events/0/address"},
            {"too long ago", body_with(with(":3,", ":301,")), "value-unknown", "/events/0/secondsAgo"},
            {"in the future", body_with(with(":3,", ":-1,")), "value-unknown", "/events/0/secondsAgo"},
            {"an hour in one interval", body_with(with("15}", "3600}")), "value-unknown", "/events/0/value"},
            {"no second", body_with(with("15}", "0}")), "value-unknown", "/events/0/value"},
            {"a contribution of two", body_with(with(R"("active","value":15)", R"("contribution","value":2)")),
             "value-unknown", "/events/0/value"},
            {"an unknown type", body_with(with("active", "click")), "value-unknown", "/events/0/type"},
            {"an unknown language", body_with(with("fr", "de")), "value-unknown", "/events/0/language"},
            {"a place outside", body_with(with("rabat", "../x")), "value-malformed", "/events/0/portal"},
            {"a screen with a query", body_with(with("sheet/", "search?q=")), "value-malformed", "/events/0/screen"},
            {"a screen of 101 bytes", body_with(with("sheet/casier-judiciaire", std::string(101, 'a'))),
             "value-malformed", "/events/0/screen"},
            {"no value", body_with(with(R"(,"value":15)", "")), "field-missing", "/events/0/value"},
        };
        for (const auto& row : rows) {
            CAPTURE(row.name);
            const auto batch = wire::decode_visit_batch(row.body);
            REQUIRE_FALSE(batch);
            CHECK(batch.error().code == row.code);
            CHECK(batch.error().pointer == row.pointer);
        }
    }
}
