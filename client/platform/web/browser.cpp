// All imports of the client stand here: one line of JavaScript each, which hands on to Module.host (web/host.js).
#include "client/platform/web/browser.hpp"

#include <emscripten/em_js.h>

// clang-format off
EM_JS_DEPS(rihab_host, "$UTF8ToString");
EM_JS(void, host_apply, (const void* bytes, size_t length), { Module.host.apply(HEAPU8.subarray(bytes, bytes + length)); });
EM_JS(void, host_place_canvas, (float top, float width, float height, float from, float to), { Module.host.placeCanvas(top, width, height, from, to); });
EM_JS(void, host_measure, (void), { Module.host.measure(); });
EM_JS(void, host_ask, (uint32_t number, const char* address, size_t address_length, const char* body, size_t body_length, const char* key, size_t key_length, uint32_t form), {
    Module.host.ask(number, UTF8ToString(address, address_length), UTF8ToString(body, body_length), UTF8ToString(key, key_length), form);
});
EM_JS(void, host_load_face, (uint32_t number, const char* file, size_t file_length, const char* family, size_t family_length, int weight), {
    Module.host.loadFace(number, UTF8ToString(file, file_length), UTF8ToString(family, family_length), weight);
});
EM_JS(void, host_visit, (const char* address, size_t length, uint32_t entry, int push), { Module.host.visit(UTF8ToString(address, length), entry, push !== 0); });
EM_JS(void, host_leave, (const char* address, size_t length), { Module.host.leave(UTF8ToString(address, length)); });
EM_JS(void, host_store, (const char* text, size_t length), { Module.host.store(UTF8ToString(text, length)); });
EM_JS(void, host_keep, (const char* name, size_t name_length, const char* text, size_t text_length), { Module.host.keep(UTF8ToString(name, name_length), UTF8ToString(text, text_length)); });
EM_JS(uint32_t, host_today, (void), { return Module.host.today(); });
EM_JS(void, host_start_timer, (uint32_t number, int delay), { Module.host.startTimer(number, delay); });
EM_JS(void, host_beacon, (const char* address, size_t address_length, const char* body, size_t body_length), { Module.host.beacon(UTF8ToString(address, address_length), UTF8ToString(body, body_length)); });
EM_JS(uint32_t, host_random, (void), { return Module.host.random(); });
EM_JS(double, host_now, (void), { return Module.host.now(); });
EM_JS(double, host_scroll, (void), { return Module.host.scroll(); });
// clang-format on

namespace platform::web {

void Browser::apply(std::span<const std::uint8_t> patches) { host_apply(patches.data(), patches.size()); }

void Browser::place_canvas(const CanvasPlace& place) {
    host_place_canvas(place.top_px, place.width_px, place.height_px, place.scroll_from_px, place.scroll_to_px);
}

void Browser::measure() { host_measure(); }

void Browser::ask(const Request& request) {
    host_ask(request.number, request.address.data(), request.address.size(), request.body.data(), request.body.size(),
             request.idempotency_key.data(), request.idempotency_key.size(), request.form);
}

void Browser::load_face(const Face& face) {
    host_load_face(face.number, face.file.data(), face.file.size(), face.family.data(), face.family.size(),
                   face.weight);
}

void Browser::visit(std::string_view address, std::uint32_t entry, Visit how) {
    host_visit(address.data(), address.size(), entry, how == Visit::Push ? 1 : 0);
}

void Browser::leave(std::string_view address) { host_leave(address.data(), address.size()); }
void Browser::store(std::string_view text) { host_store(text.data(), text.size()); }
void Browser::keep(std::string_view name, std::string_view text) {
    host_keep(name.data(), name.size(), text.data(), text.size());
}

std::uint32_t Browser::today() { return host_today(); }
void Browser::start_timer(std::uint32_t number, int delay_ms) { host_start_timer(number, delay_ms); }

void Browser::beacon(std::string_view address, std::string_view body) {
    host_beacon(address.data(), address.size(), body.data(), body.size());
}

std::uint32_t Browser::random() { return host_random(); }
double Browser::now_ms() { return host_now(); }
float Browser::scroll_px() { return static_cast<float>(host_scroll()); }

}  // namespace platform::web
