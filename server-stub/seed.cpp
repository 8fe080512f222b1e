#include "server-stub/seed.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <format>
#include <fstream>
#include <iterator>
#include <set>

#include "server-stub/guide_pictures.hpp"
#include "server-stub/markup/markdown.hpp"
#include "shared/base/day_text.hpp"
#include "shared/routes/routes.hpp"
#include "shared/wire/answer.hpp"
#include "shared/wire/glossary.hpp"
#include "shared/wire/hours.hpp"
#include "shared/wire/moderation.hpp"

namespace seed {
namespace {

using Rows = std::vector<service::ContentRow>;
using routes::Section;

constexpr std::string_view national = "national";  // In place of a district: a text for all of them.
constexpr std::string_view court_place = "{court}";

std::unexpected<base::Error> broken(const std::filesystem::path& file, std::string_view reason) {
    return std::unexpected(base::Error{base::ErrorCode::BadInput, std::format("{}: {}", file.string(), reason)});
}

base::Result<std::string> read_text(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return broken(path, "the file cannot be read");
    return std::string{std::istreambuf_iterator<char>(file), {}};
}

// From the last working day that is not after `today`.
base::Date working_day(const domain::Calendar& calendar, base::Date today, int distance) {
    auto date = today;
    while (!is_working_day(calendar, date)) date = domain::plus_days(date, -1);
    const int step = distance < 0 ? -1 : 1;
    for (int missing = std::abs(distance); missing > 0; missing -= is_working_day(calendar, date) ? 1 : 0)
        date = domain::plus_days(date, step);
    return date;
}

struct RelativeTime {
    int distance = 0;
    std::optional<int> minute_of_day;
};

// What follows an @: "-3", "+4T10:00".
std::optional<RelativeTime> parse_relative(std::string_view text) {
    RelativeTime time;
    if (text.starts_with('+')) text.remove_prefix(1);
    const auto number = [&](int& value) {
        const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
        return error == std::errc{};
    };
    if (!number(time.distance)) return std::nullopt;
    if (text.empty()) return time;
    int hours = 0, minutes = 0;
    if (!text.starts_with('T')) return std::nullopt;
    text.remove_prefix(1);
    if (!number(hours) || !text.starts_with(':')) return std::nullopt;
    text.remove_prefix(1);
    if (!number(minutes) || !text.empty() || hours > 23 || minutes > 59) return std::nullopt;
    time.minute_of_day = hours * 60 + minutes;
    return time;
}

class Reader {
public:
    Reader(std::filesystem::path folder, const service::LegalTime& legal_time, base::Instant now)
        : folder_(std::move(folder)), legal_time_(legal_time), now_(now) {}

    base::Result<Rows> read() {
        for (const auto step :
             {&Reader::add_calendar, &Reader::add_districts, &Reader::add_national, &Reader::add_courts,
              &Reader::add_sheets, &Reader::add_publications, &Reader::add_help, &Reader::add_guides})
            if (auto done = (this->*step)(); !done) return std::unexpected(done.error());
        return std::move(rows_);
    }

private:
    template <class Value>
    base::Result<Value> decode(const std::filesystem::path& file) const {
        const auto text = read_text(file);
        if (!text) return std::unexpected(text.error());
        auto answer =
            wire::with_blocks(resolve_days(*text, calendar_, legal_time_, now_), markup::blocks_of)
                .and_then([](const std::string& json) { return wire::decode_answer(domain::subject_of<Value>, json); });
        if (!answer) return broken(file, std::format("{} (at \"{}\")", answer.error().detail, answer.error().pointer));
        return std::move(std::get<Value>(*answer));
    }

    // In the order in which they come: that of their lists.
    void add(domain::Answer answer) {
        rows_.push_back(service::row_of(answer, static_cast<std::int64_t>(rows_.size())));
    }

    base::Result<void> add_districts() {
        auto list = decode<domain::List<domain::District>>(folder_ / "districts.json");
        if (!list) return std::unexpected(list.error());
        districts_ = std::move(list->items);
        for (const auto& district : districts_) add(district);
        return {};
    }

    base::Result<void> add_national() {
        auto value = decode<domain::National>(folder_ / "national.json");
        if (!value) return std::unexpected(value.error());
        add(std::move(*value));
        return {};
    }

    base::Result<void> add_calendar() {
        const auto file = folder_ / "calendar.json";
        const auto text = read_text(file);
        if (!text) return std::unexpected(text.error());
        auto calendar = wire::decode_calendar(*text);
        if (!calendar)
            return broken(file, std::format("{} (at \"{}\")", calendar.error().detail, calendar.error().pointer));
        rows_.push_back(service::row_of(*calendar));
        calendar_ = std::move(*calendar);
        return {};
    }

    base::Result<void> add_courts();
    base::Result<void> add_sheets();
    base::Result<void> add_publications();
    base::Result<void> add_help();
    base::Result<void> add_guides();
    template <class Item>
    base::Result<void> add_list(const std::string& district, Section section);

    std::filesystem::path folder_;
    const service::LegalTime& legal_time_;
    base::Instant now_;
    domain::Calendar calendar_;
    std::vector<domain::District> districts_;
    Rows rows_;
};

// What all courts of a kind have in common, under the name and id of each.
base::Result<void> Reader::add_courts() {
    const auto appeal = decode<domain::CourtSheet>(folder_ / "courts" / "appeal.json");
    if (!appeal) return std::unexpected(appeal.error());
    const auto first_instance = decode<domain::CourtSheet>(folder_ / "courts" / "first-instance.json");
    if (!first_instance) return std::unexpected(first_instance.error());
    const auto add_one = [&](domain::CourtSheet sheet, const domain::District& district, const domain::Court& court) {
        sheet.id = court.id;
        sheet.district = district.id;
        sheet.name = court.name;
        sheet.source = court.source;
        add(std::move(sheet));
    };
    for (const auto& district : districts_) {
        add_one(*appeal, district,
                {domain::CourtId(std::string(domain::appeal_slug)), district.court_of_appeal, district.source});
        for (const auto& court : district.courts) add_one(*first_instance, district, court);
    }
    return {};
}

void name_court(base::LocalizedText& text, const base::LocalizedText& court) {
    for (const auto language : base::languages) {
        std::string words(text.exact(language));
        for (auto place = words.find(court_place); place != std::string::npos; place = words.find(court_place))
            words.replace(place, court_place.size(), court.in(language).text);
        text.set(language, std::move(words));
    }
}

domain::ServiceSheet local_sheet(domain::ServiceSheet sheet, const domain::District& district) {
    sheet.district = district.id;
    const auto& court = district.courts.front().name;
    for (auto* fact : {&sheet.who, &sheet.fee, &sheet.delay, &sheet.where, &sheet.legal_basis})
        name_court(fact->text, court);
    for (auto& paper : sheet.papers) name_court(paper.text, court);
    for (auto& step : sheet.steps) {
        name_court(step.title.text, court);
        name_court(step.detail.text, court);
    }
    return sheet;
}

// The sheets of a district, and those for all districts where it has none of its own.
base::Result<void> Reader::add_sheets() {
    const auto folder = folder_ / "sheets";
    std::set<std::filesystem::path> files;
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator entries(folder, error), end; !error && entries != end;
         entries.increment(error))
        if (entries->is_regular_file() && entries->path().extension() == ".json") files.insert(entries->path());
    if (error) return broken(folder, error.message());
    std::vector<domain::ServiceSheet> sheets;
    for (const auto& file : files) {
        auto sheet = decode<domain::ServiceSheet>(file);
        if (!sheet) return std::unexpected(sheet.error());
        sheets.push_back(std::move(*sheet));
    }
    for (const auto& district : districts_)
        for (const auto& sheet : sheets) {
            const bool is_own = sheet.district == district.id;
            const bool is_common =
                sheet.district.value() == national && std::ranges::none_of(sheets, [&](const auto& other) {
                    return other.district == district.id && other.id == sheet.id;
                });
            if (is_own || is_common) add(is_own ? sheet : local_sheet(sheet, district));
        }
    return {};
}

template <class Item>
base::Result<void> Reader::add_list(const std::string& district, Section section) {
    const auto file = folder_ / "districts" / district / (std::string(routes::name_of(section)) + ".json");
    if (!std::filesystem::exists(file)) return {};
    auto list = decode<domain::List<Item>>(file);
    if (!list) return std::unexpected(list.error());
    for (auto& item : list->items) {
        if (item.district.value() != district) return broken(file, "it belongs to another district");
        item.is_sample = true;
        add(std::move(item));
    }
    return {};
}

base::Result<void> Reader::add_publications() {
    for (const auto& district : districts_) {
        const auto& id = district.id.value();
        if (auto done = add_list<domain::Article>(id, Section::News); !done) return done;
        if (auto done = add_list<domain::Activity>(id, Section::Activities); !done) return done;
        if (auto done = add_list<domain::Programme>(id, Section::Programmes); !done) return done;
    }
    return {};
}

// True of every court: each district has them all.
base::Result<void> Reader::add_help() {
    const auto list = decode<domain::List<domain::Resource>>(folder_ / "help.json");
    if (!list) return std::unexpected(list.error());
    for (const auto& district : districts_)
        for (auto resource : list->items) {
            resource.district = district.id;
            add(std::move(resource));
        }
    return {};
}

// The lines before the next empty one; `text` goes on after it.
std::string_view take_paragraph(std::string_view& text) {
    const auto paragraph = text.substr(0, text.find("\n\n"));
    text.remove_prefix(std::min(text.size(), paragraph.size() + 2));
    return paragraph;
}

// Of the whole portal, one for each audience, a file in each language: title, summary, and the body as Markdown.
base::Result<void> Reader::add_guides() {
    const auto pictures = read_guide_pictures(folder_);
    if (!pictures) return std::unexpected(pictures.error());
    constexpr std::array names{"citizen", "editor", "moderator"};  // As in domain::Audience.
    for (std::size_t i = 0; i < names.size(); ++i) {
        domain::Resource guide;
        guide.id = base::Id<domain::ResourceTag>(names[i]);
        guide.kind = domain::ResourceKind::Guide;
        guide.audience = static_cast<domain::Audience>(i);
        for (const auto language : base::languages) {
            const auto file = folder_ / "guides" / std::format("{}.{}.md", names[i], base::code_of(language));
            const auto text = read_text(file);
            if (!text) return std::unexpected(text.error());
            std::string_view rest = *text;
            guide.title.set(language, std::string(take_paragraph(rest)));
            guide.summary.set(language, std::string(take_paragraph(rest)));
            auto blocks = markup::blocks_of(name_pictures(std::string(rest), *pictures, language));
            if (!blocks) return broken(file, blocks.error().detail);
            guide.body.set(language, std::move(*blocks));
        }
        add(std::move(guide));
    }
    return {};
}

}  // namespace

std::string resolve_days(std::string_view text, const domain::Calendar& calendar, const service::LegalTime& legal_time,
                         base::Instant now) {
    const auto today = legal_time.date_at(now);
    std::string out;
    std::string name;  // The last text that was no value of ours: the member's name.
    while (!text.empty()) {
        const auto open = text.find('"');
        out += text.substr(0, open);
        if (open == std::string_view::npos) break;
        auto close = open + 1;
        while (close < text.size() && text[close] != '"') close += text[close] == '\\' ? 2 : 1;
        close = std::min(close, text.size() - 1);
        const auto inside = text.substr(open + 1, close - open - 1);
        const auto whole = text.substr(open, close - open + 1);
        text.remove_prefix(close + 1);
        const auto time = inside.starts_with('@') ? parse_relative(inside.substr(1)) : std::nullopt;
        if (!time) {
            name = inside;
            out += whole;
            continue;
        }
        const auto date = working_day(calendar, today, time->distance);
        if (!time->minute_of_day) {
            out += std::format("\"{}\"", base::print(date));
            continue;
        }
        const base::LocalTime local{date, *time->minute_of_day};
        const auto instant = legal_time.instant_at(local);
        const std::chrono::sys_time<std::chrono::milliseconds> utc{std::chrono::milliseconds(instant.milliseconds)};
        out += std::format("\"{}T{:02}:{:02}\",\"{}At\":\"{:%FT%T}Z\"", base::print(date), local.minute_of_day / 60,
                           local.minute_of_day % 60, name, utc);
    }
    return out;
}

base::Result<Rows> read(const std::filesystem::path& folder, const service::LegalTime& legal_time, base::Instant now) {
    return Reader(folder, legal_time, now).read();
}

namespace {

// One file of the folder, decoded; a mistake in it is a BadInput that names it.
template <class Value>
base::Result<Value> read_file(const std::filesystem::path& file, wire::Decoded<Value> (*decode)(std::string_view)) {
    const auto text = read_text(file);
    if (!text) return std::unexpected(text.error());
    auto value = decode(*text);
    if (value) return std::move(*value);
    return broken(file, std::format("{} (at \"{}\")", value.error().detail, value.error().pointer));
}

}  // namespace

base::Result<domain::Glossary> read_glossary(const std::filesystem::path& folder) {
    return read_file<domain::Glossary>(folder / "glossary.json", wire::decode_glossary);
}

base::Result<domain::ModerationWords> read_moderation(const std::filesystem::path& folder) {
    return read_file<domain::ModerationWords>(folder / "moderation.json", wire::decode_moderation);
}

base::Result<domain::moderation::Model> read_moderation_model(const std::filesystem::path& folder) {
    const auto file = folder / "moderation.model";
    const auto bytes = read_text(file);
    if (!bytes) return std::unexpected(bytes.error());
    auto model = domain::moderation::read_model(*bytes);
    if (model) return std::move(*model);
    return broken(file, "no model, or a damaged one");
}

}  // namespace seed
