#include "client/platform/event_reader.hpp"

#include <bit>
#include <doctest/doctest.h>
#include <random>
#include <string_view>

namespace {

using platform::Event;

// Writes as web/bytes.js does.
struct Bytes {
    std::vector<std::uint8_t> bytes;

    Bytes& byte(std::uint8_t value) {
        bytes.push_back(value);
        return *this;
    }
    Bytes& number(std::uint32_t value) {
        for (int shift = 0; shift < 32; shift += 8) byte(static_cast<std::uint8_t>(value >> shift));
        return *this;
    }
    Bytes& real(float value) { return number(std::bit_cast<std::uint32_t>(value)); }
    Bytes& text(std::string_view words) {
        number(static_cast<std::uint32_t>(words.size()));
        bytes.insert(bytes.end(), words.begin(), words.end());
        return *this;
    }
    Bytes& viewport() { return real(360).real(640).real(375).real(2.5F).real(2); }
    Bytes& field() { return number(7).text("level").text("4").byte(1).byte(1); }
};

std::vector<std::uint8_t> a_start() {
    return Bytes{}
        .byte(0)
        .text("/fr/a")
        .text("fr")
        .text("{}")
        .text("print")
        .text("stored")
        .text("kept")
        .number(3)
        .number(0x89abcdef)
        .number(0x01234567)
        .real(120)
        .viewport()
        .text("dark")
        .text("150")
        .byte(1)
        .byte(0)
        .byte(0)
        .byte(1)
        .number(2)
        .field()
        .field()
        .bytes;
}

template <class What>
What read(const Bytes& bytes) {
    const auto event = platform::read_event(bytes.bytes);
    REQUIRE(event);
    REQUIRE(std::holds_alternative<What>(*event));
    return std::get<What>(*event);
}

}  // namespace

TEST_SUITE("client/platform/event_reader") {
    TEST_CASE("a start is read whole, field by field") {
        const auto event = platform::read_event(a_start());
        REQUIRE(event);
        const auto& start = std::get<platform::Started>(*event);
        CHECK(start.address == "/fr/a");
        CHECK(start.stored == "stored");
        CHECK(start.kept == "kept");
        CHECK(start.entry == 3);
        CHECK(start.random == 0x0123456789abcdef);
        CHECK(start.viewport.device_pixel_ratio == 2.5F);
        CHECK(start.medium.theme == "dark");
        CHECK(start.medium.text_size == "150");
        CHECK(start.medium.printing);
        REQUIRE(start.fields.size() == 2);
        CHECK(start.fields[1].value == "4");
        CHECK(start.fields[1].checked);
    }

    TEST_CASE("each kind stands where web/events.js counts it") {
        CHECK(read<platform::Resized>(Bytes{}.byte(1).viewport()).viewport.width_px == 360);
        CHECK(read<platform::Scrolled>(Bytes{}.byte(2).real(8)).y_px == 8);
        CHECK(read<platform::LinkFollowed>(Bytes{}.byte(3).number(9).text("/ar").real(1)).address == "/ar");
        CHECK(read<platform::Submitted>(Bytes{}.byte(4).number(9).text("/x").real(1)).form == 9);
        CHECK(read<platform::FieldChanged>(Bytes{}.byte(5).field()).field.name == "level");
        CHECK(read<platform::Hovered>(Bytes{}.byte(6).number(4)).node == 4);
        CHECK(read<platform::Focused>(Bytes{}.byte(7).number(4)).node == 4);
        CHECK(read<platform::HistoryMoved>(Bytes{}.byte(8).number(2).text("/y").real(5)).scroll_px == 5);
        CHECK(read<platform::Answered>(Bytes{}.byte(9).number(1).number(429).number(60).text("{}")).retry_after_s ==
              60);
        CHECK(read<platform::FaceLoaded>(Bytes{}.byte(10).number(1).text("abc")).bytes.size() == 3);
        CHECK(read<platform::TimerFired>(Bytes{}.byte(11).number(6)).timer == 6);
        CHECK(!read<platform::MediumChanged>(Bytes{}.byte(12).text("").text("").byte(0).byte(0).byte(0).byte(0))
                   .medium.printing);
        CHECK(read<platform::Measured>(Bytes{}.byte(13).real(360).number(1).number(5).real(10).real(20))
                  .sizes[0]
                  .height_px == 20);
        CHECK(read<platform::ForeignChange>(Bytes{}.byte(14).text("p")).fingerprint == "p");
        CHECK(read<platform::PresenceChanged>(Bytes{}.byte(15).byte(2)).what == platform::PresenceChanged::What::Input);
        CHECK(!platform::read_event(Bytes{}.byte(15).byte(3).bytes));
        (void)read<platform::Reconnected>(Bytes{}.byte(16));
    }

    TEST_CASE("bytes that end too early, go on too long or name no kind are no event") {
        const auto whole = a_start();
        for (std::size_t length = 0; length < whole.size(); ++length)
            CHECK(!platform::read_event(std::span(whole).first(length)));
        auto longer = whole;
        longer.push_back(0);
        CHECK(!platform::read_event(longer));
        CHECK(!platform::read_event(std::vector<std::uint8_t>{99}));
    }

    TEST_CASE("no bytes at all make the reader fall or allocate without end") {
        std::mt19937 random(5);
        for (int round = 0; round < 20'000; ++round) {
            std::vector<std::uint8_t> bytes(random() % 40);
            for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random() % 4 == 0 ? 255 : random() % 20);
            (void)platform::read_event(bytes);
        }
        auto broken = a_start();
        for (int round = 0; round < 20'000; ++round) {
            auto copy = broken;
            copy[random() % copy.size()] = static_cast<std::uint8_t>(random());
            (void)platform::read_event(copy);
        }
    }
}
