#include "client/platform/event_reader.hpp"

#include <bit>
#include <cstring>
#include <utility>

namespace platform {
namespace {

class Reader {
public:
    explicit Reader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

    bool is_done() const { return is_whole_ && bytes_.empty(); }

    void read(bool& flag) { flag = number<std::uint8_t>() != 0; }
    void read(std::uint32_t& value) { value = number<std::uint32_t>(); }
    void read(std::uint64_t& value) { value = number<std::uint64_t>(); }
    void read(int& value) { value = std::bit_cast<int>(number<std::uint32_t>()); }
    void read(float& value) { value = std::bit_cast<float>(number<std::uint32_t>()); }

    void read(std::string& text) {
        const auto part = take(number<std::uint32_t>());
        text.assign(part.begin(), part.end());
    }
    void read(std::vector<std::byte>& bytes) {
        const auto part = take(number<std::uint32_t>());
        bytes.resize(part.size());
        if (!part.empty()) std::memcpy(bytes.data(), part.data(), part.size());
    }
    template <class Item>
    void read(std::vector<Item>& items) {
        for (auto count = number<std::uint32_t>(); count > 0 && is_whole_; --count) read(items.emplace_back());
    }

    void read(Viewport& it) {
        all(it.width_px, it.height_px, it.window_width_px, it.device_pixel_ratio, it.layout_ratio);
    }
    void read(Medium& it) {
        all(it.theme, it.text_size, it.device_is_dark, it.wants_contrast, it.forced_colors, it.printing);
    }
    void read(FieldState& it) { all(it.node, it.name, it.value, it.is_choice, it.checked); }
    void read(Measured::Size& it) { all(it.node, it.width_px, it.height_px); }

    void read(Started& it) {
        all(it.address, it.language, it.page_data, it.fingerprint, it.stored, it.kept, it.entry, it.random,
            it.scroll_px, it.viewport, it.medium, it.fields);
    }
    void read(Resized& it) { read(it.viewport); }
    void read(Scrolled& it) { read(it.y_px); }
    void read(LinkFollowed& it) { all(it.node, it.address, it.scroll_px); }
    void read(Submitted& it) { all(it.form, it.address, it.scroll_px); }
    void read(FieldChanged& it) { read(it.field); }
    void read(Hovered& it) { read(it.node); }
    void read(Focused& it) { read(it.node); }
    void read(HistoryMoved& it) { all(it.entry, it.address, it.scroll_px); }
    void read(Answered& it) { all(it.request, it.status, it.retry_after_s, it.body); }
    void read(FaceLoaded& it) { all(it.face, it.bytes); }
    void read(TimerFired& it) { read(it.timer); }
    void read(MediumChanged& it) { read(it.medium); }
    void read(Measured& it) { all(it.root_width_px, it.sizes); }
    void read(ForeignChange& it) { read(it.fingerprint); }
    void read(PresenceChanged& it) {
        const auto what = number<std::uint8_t>();
        is_whole_ &= what <= static_cast<std::uint8_t>(PresenceChanged::What::Input);
        it.what = static_cast<PresenceChanged::What>(what);
    }
    void read(Reconnected&) {}
    void read(PictureLoaded& it) { all(it.address, it.is_there); }
    void read(Pressed& it) { read(it.node); }

    std::uint8_t kind() { return number<std::uint8_t>(); }

private:
    template <class... Fields>
    void all(Fields&... fields) {
        (read(fields), ...);
    }

    std::span<const std::uint8_t> take(std::size_t count) {
        if (count > bytes_.size()) {
            is_whole_ = false;
            count = bytes_.size();
        }
        const auto part = bytes_.first(count);
        bytes_ = bytes_.subspan(count);
        return part;
    }

    template <class Number>
    Number number() {
        Number value = 0;
        const auto part = take(sizeof(Number));
        for (std::size_t i = 0; i < part.size(); ++i) value |= static_cast<Number>(Number{part[i]} << (8 * i));
        return value;
    }

    std::span<const std::uint8_t> bytes_;
    bool is_whole_ = true;
};

template <std::size_t... Places>
std::optional<Event> read_kind(std::uint8_t kind, Reader& reader, std::index_sequence<Places...>) {
    std::optional<Event> event;
    ((kind == Places ? reader.read(std::get<Places>(event.emplace(std::in_place_index<Places>))) : void()), ...);
    return event;
}

}  // namespace

std::optional<Event> read_event(std::span<const std::uint8_t> bytes) {
    Reader reader(bytes);
    auto event = read_kind(reader.kind(), reader, std::make_index_sequence<std::variant_size_v<Event>>{});
    if (!reader.is_done()) return std::nullopt;
    return event;
}

}  // namespace platform
