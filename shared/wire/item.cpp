#include "shared/wire/item.hpp"

#include "shared/wire/detail/codec.hpp"

namespace wire {
namespace {

// A body of 256 KiB may be twice as long in JSON, and a request holds a little more than the values.
constexpr Limits limits{.bytes = 2 * domain::item_bytes_limit, .depth = 1, .keys = domain::item_values_limit + 1};

}  // namespace

std::string encode_values(const domain::Values& values) {
    detail::JsonObject members;
    for (const auto& [path, text] : values) members.push_back({path, text});
    return detail::write(members);
}

Decoded<domain::Values> decode_values(std::string_view text) {
    const auto json = detail::parse(text, limits);
    if (!json) return std::unexpected(json.error());
    detail::Reader reader;
    domain::Values values;
    if (const auto* members = json->as<detail::JsonObject>())
        for (const auto& member : *members)
            reader.within(member.name, [&] {
                const auto* value = member.value.as<std::string>();
                if (!value) reader.fail_type("a text");
                else if (!values.emplace(member.name, *value).second)
                    reader.fail("field-twice", "This field is there twice.");
            });
    else reader.fail_type("an object");
    if (!reader.problems().empty()) return std::unexpected(reader.problems().front());
    return values;
}

}  // namespace wire
