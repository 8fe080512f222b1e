#include "shared/wire/detail/json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "shared/base/padded.hpp"
#include "shared/base/utf8.hpp"

namespace wire::detail {

Json::Json() = default;
Json::Json(bool flag) : value(flag) {}
Json::Json(int number) : value(Number{std::to_string(number), true}) {}
Json::Json(Number number) : value(std::move(number)) {}
Json::Json(const char* text) : value(std::string(text)) {}
Json::Json(std::string_view text) : value(std::string(text)) {}
Json::Json(std::string text) : value(std::move(text)) {}
Json::Json(JsonList items) : value(std::move(items)) {}
Json::Json(JsonObject members) : value(std::move(members)) {}
bool Json::operator==(const Json&) const = default;
bool Member::operator==(const Member&) const = default;

namespace {

constexpr std::size_t number_length_limit = 32;
constexpr int number_overflow_id = 406;  // The library's id for a number beyond its range.

std::string there_are_more_than(std::size_t limit, std::string_view what) {
    return "There are more than " + std::to_string(limit) + ' ' + std::string(what) + '.';
}

// Receives the events of the parser and builds the value; every limit is checked before anything is kept.
class Builder {
public:
    Builder(std::string_view text, const Limits& limits) : text_(text), limits_(limits) {}

    // The names and signatures are those that the parser calls.
    bool null() { return add(Json()); }
    bool boolean(bool flag) { return add(Json(flag)); }
    bool number_integer(std::int64_t number) { return add(Number{std::to_string(number), true}); }
    bool number_unsigned(std::uint64_t number) { return add(Number{std::to_string(number), true}); }
    bool number_float(double, const std::string& written) {
        if (written.size() > number_length_limit) return refuse_number();
        return add(Number{written, false});
    }
    bool string(std::string& text) { return add(Json(std::move(text))); }
    bool binary(std::vector<std::uint8_t>&) { return false; }

    bool start_object(std::size_t) { return open(Json(JsonObject{})); }
    bool start_array(std::size_t) { return open(Json(JsonList{})); }
    bool key(std::string& name) {
        if (++keys_ > limits_.keys) return fail("too-many-keys", there_are_more_than(limits_.keys, "fields"));
        open_.back().name = std::move(name);
        open_.back().has_name = true;
        return true;
    }
    bool end_object() { return has_distinct_names() && close(); }
    bool end_array() { return close(); }

    template <class Exception>
    bool parse_error(std::size_t position, const std::string&, const Exception& error) {
        if (error.id == number_overflow_id) return refuse_number();
        const bool lone_surrogate = std::string_view(error.what()).contains("surrogate");
        if (lone_surrogate || !base::is_well_formed(text_))
            return fail("text-broken", "The text is not well-formed Unicode at byte " + std::to_string(position) + '.');
        return fail("json-malformed", "The text is not JSON from byte " + std::to_string(position) + " on.");
    }

    Decoded<Json> result() && {
        if (problem_) return std::unexpected(std::move(*problem_));
        return std::move(root_);
    }

private:
    struct Open {
        Json json;
        std::string name = {};  // Of the member whose value comes next.
        bool has_name = false;
    };

    bool fail(std::string code, std::string detail) {
        if (!problem_) problem_ = Problem{pointer(), std::move(code), std::move(detail)};
        return false;
    }
    bool refuse_number() { return fail("number-out-of-range", "The number has too many digits."); }

    std::string pointer() const {
        std::string path;
        for (const auto& open : open_) {
            if (const auto* items = open.json.as<JsonList>()) path += '/' + std::to_string(items->size());
            else if (open.has_name) path += pointer_token(open.name);
        }
        return path;
    }

    bool open(Json json) {
        if (open_.size() == limits_.depth) return fail("too-deep", there_are_more_than(limits_.depth, "levels"));
        open_.push_back({std::move(json)});
        return true;
    }

    bool close() {
        auto json = std::move(open_.back().json);
        open_.pop_back();
        return add(std::move(json));
    }

    bool add(Json json) {
        if (open_.empty()) {
            root_ = std::move(json);
            return true;
        }
        auto& parent = open_.back();
        if (auto* items = std::get_if<JsonList>(&parent.json.value)) {
            items->push_back(std::move(json));
        } else {
            std::get<JsonObject>(parent.json.value).push_back({std::move(parent.name), std::move(json)});
            parent.has_name = false;
        }
        return true;
    }

    // Once for each object, so that many names cost a sort and not a square.
    bool has_distinct_names() {
        std::vector<std::string_view> names;
        for (const auto& member : std::get<JsonObject>(open_.back().json.value)) names.push_back(member.name);
        std::ranges::sort(names);
        const auto twice = std::ranges::adjacent_find(names);
        if (twice == names.end()) return true;
        open_.back().name = *twice;
        open_.back().has_name = true;
        return fail("field-twice", "The field stands twice.");
    }

    std::string_view text_;
    Limits limits_;
    std::size_t keys_ = 0;
    std::vector<Open> open_;
    Json root_;
    std::optional<Problem> problem_;
};

void write_string(std::string_view text, std::string& out) {
    out += '"';
    for (const char c : base::replace_broken(text)) {
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) out += "\\u" + base::padded(static_cast<int>(c), 4, 16);
                else out += c;
        }
    }
    out += '"';
}

struct Writer {
    std::string& out;

    void operator()(std::nullptr_t) const { out += "null"; }
    void operator()(bool flag) const { out += flag ? "true" : "false"; }
    void operator()(const Number& number) const { out += number.text; }
    void operator()(const std::string& text) const { write_string(text, out); }
    void operator()(const JsonList& items) const {
        write_all('[', items, ']', [this](const Json& item) { std::visit(*this, item.value); });
    }
    void operator()(const JsonObject& members) const {
        write_all('{', members, '}', [this](const Member& member) {
            write_string(member.name, out);
            out += ':';
            std::visit(*this, member.value.value);
        });
    }

private:
    template <class Parts, class WritePart>
    void write_all(char open, const Parts& parts, char close, WritePart write_part) const {
        out += open;
        bool first = true;
        for (const auto& part : parts) {
            if (!first) out += ',';
            first = false;
            write_part(part);
        }
        out += close;
    }
};

}  // namespace

Decoded<Json> parse(std::string_view text, const Limits& limits) {
    if (text.size() > limits.bytes)
        return std::unexpected(Problem{{}, "too-large", there_are_more_than(limits.bytes, "bytes")});
    Builder builder(text, limits);
    nlohmann::json::sax_parse(text.data(), text.data() + text.size(), &builder);
    return std::move(builder).result();
}

std::string write(const Json& json) {
    std::string out;
    std::visit(Writer{out}, json.value);
    return out;
}

std::string pointer_token(std::string_view name) {
    std::string token = "/";
    for (const char c : name) {
        if (c == '~') token += "~0";
        else if (c == '/') token += "~1";
        else token += c;
    }
    return token;
}

}  // namespace wire::detail
