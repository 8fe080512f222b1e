// Everything that JavaScript may call. The exports are named again in CMakeLists.txt, and nowhere else.
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

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

bool rihab_frame() { return client->app.frame(); }

// In the order of web/client.js.
const double* rihab_stats() {
    static std::array<double, 7> numbers;
    const auto stats = client->app.stats();
    numbers = {static_cast<double>(stats.frames),
               static_cast<double>(stats.gl_calls),
               static_cast<double>(stats.patches),
               static_cast<double>(stats.shape_misses),
               static_cast<double>(stats.atlas_uploads),
               static_cast<double>(stats.wakeups),
               stats.last_frame_ms};
    return numbers.data();
}

// Where our layout puts the page that is shown: the number of boxes, then for each its id, x, y, width and height
// in CSS px from the page's top-left corner. For tests, which hold them against the browser's.
const double* rihab_boxes() {
    static std::vector<double> numbers;
    numbers.assign(1, 0);
    if (const auto* page = client->app.shown()) {
        numbers.front() = static_cast<double>(page->layout.boxes.size());
        for (const auto& placed : page->layout.boxes)
            numbers.insert(numbers.end(), {static_cast<double>(placed.node->id), placed.box.x, placed.box.y,
                                           placed.box.width, placed.box.height});
    }
    return numbers.data();
}

int main() { return 0; }
}
