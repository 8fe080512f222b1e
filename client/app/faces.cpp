#include "client/app/faces.hpp"

#include "fonts/font_table.hpp"

namespace app {

void Faces::ask(const text::FaceSet& needed, platform::Platform& platform) {
    for (const auto& info : fonts::all_faces()) {
        const auto number = static_cast<std::uint32_t>(info.face);
        if (!needed[number] || asked_[number]) continue;
        asked_.set(number);
        platform.load_face({.number = number, .file = info.file, .family = info.family, .weight = info.weight});
    }
}

bool Faces::take(platform::FaceLoaded&& event) {
    if (event.face >= fonts::all_faces().size() || loaded_[event.face]) return false;
    if (event.bytes.empty() || !fonts_.add(static_cast<fonts::Face>(event.face), std::move(event.bytes))) {
        failed_.set(event.face);
        return false;
    }
    loaded_.set(event.face);
    return true;
}

}  // namespace app
