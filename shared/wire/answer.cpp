#include "shared/wire/answer.hpp"

#include <array>
#include <cassert>
#include <utility>

#include "shared/wire/detail/hours_tables.hpp"
#include "shared/wire/detail/publication_tables.hpp"
#include "shared/wire/list.hpp"

namespace wire {
namespace {

using domain::Answer;
using Cursor = std::optional<std::string>;

template <class Value>
struct Travelling {
    static std::string encode(const Value& value, const Cursor&) { return detail::encode_text(value); }
    static Decoded<Answer> decode(std::string_view json) {
        return detail::decode_text<Value>(json).transform([](Value value) { return Answer(std::move(value)); });
    }
};

template <class Item>
struct Travelling<std::vector<Item>> {
    static std::string encode(const std::vector<Item>& items, const Cursor& next) {
        return detail::encode_text(List<Item>{items, next});
    }
    static Decoded<Answer> decode(std::string_view json) {
        return detail::decode_text<List<Item>>(json).transform(
            [](List<Item> list) { return Answer(std::move(list.items)); });
    }
};

template <>
struct Travelling<std::monostate> {
    static std::string encode(std::monostate, const Cursor&) { return "null"; }
    static Decoded<Answer> decode(std::string_view) { return Answer(); }
};

using Decode = Decoded<Answer> (*)(std::string_view);

template <std::size_t... indices>
constexpr auto decoders(std::index_sequence<indices...>) {
    return std::array<Decode, sizeof...(indices)>{&Travelling<std::variant_alternative_t<indices, Answer>>::decode...};
}

}  // namespace

std::string encode(const domain::Answer& answer, const std::optional<std::string>& next) {
    return std::visit([&]<class Value>(const Value& value) { return Travelling<Value>::encode(value, next); }, answer);
}

Decoded<domain::Answer> decode_answer(domain::Subject subject, std::string_view json) {
    constexpr auto table = decoders(std::make_index_sequence<std::variant_size_v<Answer>>());
    assert(subject < table.size() && "a subject is an alternative of Answer");
    return table[subject](json);
}

std::string encode(const domain::Image& image) { return detail::encode_text(image); }

}  // namespace wire
