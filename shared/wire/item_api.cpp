#include "shared/wire/item_api.hpp"

#include <charconv>

#include "shared/wire/detail/item_tables.hpp"
#include "shared/wire/detail/tables.hpp"

namespace wire {
namespace {

// A body of 256 KiB may be twice as long in JSON; its values are one object in another.
constexpr Limits limits{.bytes = 2 * domain::item_bytes_limit, .depth = 4, .keys = domain::item_values_limit + 10};

}  // namespace

std::string encode(const Item& item) { return detail::encode_text(item); }
std::string encode(const List<Item>& items) { return detail::encode_text(items); }
std::string encode(const ItemRevision& revision) { return detail::encode_text(revision); }
std::string encode(const List<ItemRevision>& revisions) { return detail::encode_text(revisions); }
std::string encode(const List<ItemFinding>& findings) { return detail::encode_text(findings); }

Decoded<NewItem> decode_new_item(std::string_view json) { return detail::decode_text<NewItem>(json, limits); }
Decoded<ItemSave> decode_item_save(std::string_view json) { return detail::decode_text<ItemSave>(json, limits); }
Decoded<ItemMove> decode_item_move(std::string_view json) { return detail::decode_text<ItemMove>(json, limits); }
Decoded<ItemRestore> decode_item_restore(std::string_view json) {
    return detail::decode_text<ItemRestore>(json, limits);
}

std::optional<int> parse_version_tag(std::string_view header) {
    if (header.size() < 3 || !header.starts_with('"') || !header.ends_with('"')) return std::nullopt;
    const auto digits = header.substr(1, header.size() - 2);
    int version = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), version);
    if (error != std::errc() || end != digits.data() + digits.size() || version < 1) return std::nullopt;
    return version;
}

std::string version_tag(int version) { return '"' + std::to_string(version) + '"'; }

}  // namespace wire
