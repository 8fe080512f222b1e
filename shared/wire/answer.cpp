#include "shared/wire/answer.hpp"

#include <array>
#include <cassert>
#include <utility>

#include "shared/wire/detail/activation_tables.hpp"
#include "shared/wire/detail/hours_tables.hpp"
#include "shared/wire/detail/publication_tables.hpp"
#include "shared/wire/list.hpp"

namespace wire {
namespace {

using detail::Json;
using detail::Reader;
using domain::Answer;

template <class Value>
struct Travelling {
    static std::string encode(const Value& value) { return detail::encode_text(value); }
    static Decoded<Answer> decode(std::string_view json) {
        return detail::decode_text<Value>(json).transform([](Value value) { return Answer(std::move(value)); });
    }
};

template <>
struct Travelling<std::monostate> {
    static std::string encode(std::monostate) { return "null"; }
    static Decoded<Answer> decode(std::string_view) { return Answer(); }
};

using Decode = Decoded<Answer> (*)(std::string_view);

template <std::size_t... indices>
constexpr auto decoders(std::index_sequence<indices...>) {
    return std::array<Decode, sizeof...(indices)>{&Travelling<std::variant_alternative_t<indices, Answer>>::decode...};
}

// Puts blocks in place of written bodies.
class Replacer {
public:
    explicit Replacer(const ReadBlocks& blocks_of) : blocks_of_(blocks_of) {}

    // JSON that was read is not deeper than the limits of reading.
    void visit(Json& json) {
        if (auto* items = std::get_if<detail::JsonList>(&json.value)) {
            for (std::size_t i = 0; i < items->size(); ++i)
                reader_.within(std::to_string(i), [&] { visit((*items)[i]); });
        } else if (auto* members = std::get_if<detail::JsonObject>(&json.value)) {
            for (auto& member : *members)
                reader_.within(member.name,
                               [&] { member.name == "body" ? replace(member.value) : visit(member.value); });
        }
    }

    const std::vector<Problem>& problems() const { return reader_.problems(); }

private:
    void replace(Json& body) {
        auto* languages = std::get_if<detail::JsonObject>(&body.value);
        if (languages == nullptr) return reader_.fail_type("an object of languages");
        for (auto& [language, written] : *languages)
            reader_.within(language, [&] {
                const auto* text = written.as<std::string>();
                if (text == nullptr) return reader_.fail_type("a text");
                const auto blocks = blocks_of_(*text);
                if (blocks) written = detail::Codec<domain::Blocks>::encode(*blocks);
                else reader_.fail("value-malformed", blocks.error().detail);
            });
    }

    const ReadBlocks& blocks_of_;
    Reader reader_;
};

}  // namespace

std::string encode(const domain::Answer& answer) {
    return std::visit([]<class Value>(const Value& value) { return Travelling<Value>::encode(value); }, answer);
}

Decoded<domain::Answer> decode_answer(domain::Subject subject, std::string_view json) {
    constexpr auto table = decoders(std::make_index_sequence<std::variant_size_v<Answer>>());
    assert(subject < table.size() && "a subject is an alternative of Answer");
    return table[subject](json);
}

std::string encode_remarks(const std::vector<domain::Remark>& remarks) {
    return detail::encode_text(domain::List<domain::Remark>(remarks));
}

std::string encode(const domain::Image& image) { return detail::encode_text(image); }

Decoded<std::string> with_blocks(std::string_view json, const ReadBlocks& blocks_of) {
    auto whole = detail::parse(json, response_limits);
    if (!whole) return std::unexpected(whole.error());
    Replacer replacer(blocks_of);
    replacer.visit(*whole);
    if (!replacer.problems().empty()) return std::unexpected(replacer.problems().front());
    return detail::write(*whole);
}

}  // namespace wire
