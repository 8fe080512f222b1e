// Everything that JavaScript may call. The exports are named again in CMakeLists.txt, and nowhere else.
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "client/app/app.hpp"
#include "client/platform/event_reader.hpp"
#include "client/platform/web/browser.hpp"
#include "shared/unicode/icu_data.hpp"

namespace {

struct Client {
    platform::web::Browser browser;
    app::App app{browser, "canvas"};
};

// The program is one client, for as long as the page lives.
std::unique_ptr<Client> client;

}  // namespace

extern "C" {

// Takes the bytes for good. False: they are not the data of this build.
bool rihab_load_data(const std::byte* data, std::size_t length) {
    if (!unicode::load_data({data, length})) return false;
    client = std::make_unique<Client>();
    return true;
}

// 1: the client does what the event asks for. 2: it needs a frame.
int rihab_receive(const std::uint8_t* bytes, std::size_t length) {
    auto event = platform::read_event({bytes, length});
    if (!event) return 0;
    const auto reaction = client->app.receive(std::move(*event));
    return (reaction.is_taken ? 1 : 0) | (reaction.needs_frame ? 2 : 0);
}

void rihab_frame() { client->app.frame(); }

// In the order of web/client.js.
const double* rihab_stats() {
    static std::array<double, 7> numbers;
    const auto stats = client->app.stats();
    numbers = {static_cast<double>(stats.frames),        static_cast<double>(stats.gl_calls),
               static_cast<double>(stats.patches),       static_cast<double>(stats.shape_misses),
               static_cast<double>(stats.atlas_uploads), static_cast<double>(stats.wakeups),
               stats.last_frame_ms};
    return numbers.data();
}

int main() { return 0; }
}
