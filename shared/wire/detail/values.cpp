#include "shared/wire/detail/values.hpp"

#include <charconv>
#include <chrono>

#include "shared/base/day_text.hpp"
#include "shared/base/id.hpp"
#include "shared/base/padded.hpp"

namespace wire::detail {
namespace {

std::optional<base::Instant> parse_instant(std::string_view text) {
    if (!base::has_form(text, "dddd-dd-ddTdd:dd:dd.dddZ")) return std::nullopt;
    const auto minute = base::parse_local_time(text.substr(0, 16));
    const auto seconds = base::number_in(text.substr(17, 2));
    if (!minute || seconds > 59) return std::nullopt;

    using namespace std::chrono;
    const sys_days day{year(minute->date.year) / month(static_cast<unsigned>(minute->date.month)) /
                       std::chrono::day(static_cast<unsigned>(minute->date.day))};
    const auto since_epoch = day.time_since_epoch() + minutes(minute->minute_of_day) + std::chrono::seconds(seconds) +
                             milliseconds(base::number_in(text.substr(20, 3)));
    return base::Instant{duration_cast<milliseconds>(since_epoch).count()};
}

std::string format_instant(base::Instant instant) {
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(instant.milliseconds)};
    const auto midnight = floor<days>(time);
    const year_month_day day{midnight};
    const hh_mm_ss clock{time - midnight};
    const base::Date date{static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                          static_cast<int>(static_cast<unsigned>(day.day()))};
    const auto minute = static_cast<int>(floor<minutes>(time - midnight).count());
    return base::print(base::LocalTime{date, minute}) + ':' + base::padded(clock.seconds().count(), 2) + '.' +
           base::padded(clock.subseconds().count(), 3) + 'Z';
}

// What most of the codecs here do: a text of a form, or a sentence about that form.
template <class Value, class Parse>
void decode_formed(const Json& json, Reader& reader, Value& value, Parse parse_text, const char* sentence) {
    const auto* text = json.as<std::string>();
    if (!text) return reader.fail_type("a text");
    if (auto parsed = parse_text(*text)) value = std::move(*parsed);
    else reader.fail("value-malformed", sentence);
}

Json text_schema(std::string_view keyword, std::string_view content) {
    return JsonObject{{"type", "string"}, {std::string(keyword), content}};
}

}  // namespace

Json Codec<base::LocalizedText>::encode(const base::LocalizedText& text) {
    JsonObject members;
    for (const auto language : base::languages)
        if (!text.exact(language).empty())
            members.push_back({std::string(base::code_of(language)), text.exact(language)});
    return members;
}

void Codec<base::LocalizedText>::decode(const Json& json, Reader& reader, base::LocalizedText& text) {
    const auto* members = json.as<JsonObject>();
    if (!members) return reader.fail_type("an object of languages");
    for (const auto& member : *members) {
        reader.within(member.name, [&] {
            const auto language = base::parse_language(member.name);
            const auto* written = member.value.as<std::string>();
            if (!language) reader.fail("field-unknown", "There is no such language here: ar, zgh, fr, en.");
            else if (!written) reader.fail_type("a text");
            else if (written->empty()) reader.fail("value-malformed", "A language without a text is left out.");
            else text.set(*language, *written);
        });
    }
}

Json Codec<base::LocalizedText>::schema() { return JsonObject{{"$ref", "#/components/schemas/LocalizedText"}}; }

Json Codec<base::LocalizedText>::definition() {
    JsonObject properties;
    for (const auto language : base::languages)
        properties.push_back({std::string(base::code_of(language)), JsonObject{{"type", "string"}, {"minLength", 1}}});
    return JsonObject{{"type", "object"},
                      {"description", "A text in the languages that it exists in. Amazigh is in Tifinagh."},
                      {"properties", std::move(properties)},
                      {"additionalProperties", false}};
}

Json Codec<base::Date>::encode(const base::Date& date) { return base::print(date); }

void Codec<base::Date>::decode(const Json& json, Reader& reader, base::Date& date) {
    decode_formed(json, reader, date, base::parse_date, "This must be a day of the calendar such as 2026-11-22.");
}

Json Codec<base::Date>::schema() { return text_schema("format", "date"); }

Json Codec<base::LocalTime>::encode(const base::LocalTime& time) { return base::print(time); }

void Codec<base::LocalTime>::decode(const Json& json, Reader& reader, base::LocalTime& time) {
    decode_formed(json, reader, time, base::parse_local_time,
                  "This must be a minute on the clock of Morocco, such as 2026-11-26T10:00.");
}

Json Codec<base::LocalTime>::schema() { return text_schema("pattern", "^[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}:[0-9]{2}$"); }

Json ClockTimeCodec::encode(int minute_of_day) { return base::print_clock_time(minute_of_day); }

void ClockTimeCodec::decode(const Json& json, Reader& reader, int& minute_of_day) {
    decode_formed(json, reader, minute_of_day, base::parse_clock_time, "This must be a time of the day such as 08:30.");
}

Json ClockTimeCodec::schema() { return text_schema("pattern", "^[0-9]{2}:[0-9]{2}$"); }

Json Codec<base::Instant>::encode(const base::Instant& instant) { return format_instant(instant); }

void Codec<base::Instant>::decode(const Json& json, Reader& reader, base::Instant& instant) {
    decode_formed(json, reader, instant, parse_instant,
                  "This must be an instant in UTC with milliseconds, such as 2026-11-22T09:30:00.000Z.");
}

Json Codec<base::Instant>::schema() { return text_schema("format", "date-time"); }

Json Codec<domain::ReceiptCode>::encode(const domain::ReceiptCode& code) { return code.hyphenated(); }

void Codec<domain::ReceiptCode>::decode(const Json& json, Reader& reader, domain::ReceiptCode& code) {
    const auto parse_code = [](std::string_view text) -> std::optional<domain::ReceiptCode> {
        const auto parsed = domain::ReceiptCode::parse(text);
        if (!parsed || parsed->hyphenated() != text) return std::nullopt;
        return *parsed;
    };
    decode_formed(json, reader, code, parse_code, "This must be a receipt code, with hyphens and right check digits.");
}

Json Codec<domain::ReceiptCode>::schema() { return text_schema("pattern", "^[0-9]{4}(-[0-9]{4}){3}$"); }

void SlugCodec::decode(const Json& json, Reader& reader, std::string& slug) {
    const auto parse_slug = [](const std::string& text) {
        return base::is_slug(text) ? std::optional(text) : std::nullopt;
    };
    decode_formed(json, reader, slug, parse_slug, "This must be 1 to 64 lower-case letters, digits and hyphens.");
}

Json SlugCodec::schema() { return text_schema("pattern", "^[a-z0-9-]{1,64}$"); }

void WebAddressCodec::decode(const Json& json, Reader& reader, std::string& address) {
    const auto parse_address = [](const std::string& text) {
        const bool plain = std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7F'; });
        const bool usable = text.empty() || (plain && text.starts_with("https://"));
        return usable ? std::optional(text) : std::nullopt;
    };
    decode_formed(json, reader, address, parse_address, "This must be empty or begin with https://.");
}

Json WebAddressCodec::schema() { return text_schema("pattern", "^(https://[!-~]+)?$"); }

std::optional<int> integer_of(const Json& json) {
    const auto* number = json.as<Number>();
    if (!number || !number->is_integer) return std::nullopt;
    int value = 0;
    const auto* end = number->text.data() + number->text.size();
    const auto [stop, error] = std::from_chars(number->text.data(), end, value);
    if (error != std::errc() || stop != end) return std::nullopt;
    return value;
}

}  // namespace wire::detail
