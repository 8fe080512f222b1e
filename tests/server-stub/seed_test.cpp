#include "server-stub/seed.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <format>
#include <fstream>
#include <iterator>
#include <map>
#include <unistd.h>

#include "server-stub/http/content.hpp"
#include "server-stub/load_seed.hpp"
#include "server-stub/storage/sqlite/store.hpp"
#include "shared/routes/routes.hpp"
#include "shared/wire/answer.hpp"

namespace {

using routes::Section;
using service::LegalTime;

const LegalTime& casablanca() {
    static const auto zone = [] {
        std::ifstream file("/usr/share/zoneinfo/Africa/Casablanca", std::ios::binary);
        return LegalTime::parse(std::string{std::istreambuf_iterator<char>(file), {}}).value();
    }();
    return zone;
}

constexpr base::Instant sunday{1'795'348'800'000};     // 2026-11-22T12:00Z
constexpr base::Instant in_summer{1'784'116'800'000};  // 2026-07-15T12:00Z, a Wednesday; the clock showed UTC+1.

std::string resolve(std::string_view text, base::Instant now = sunday) {
    return seed::resolve_days(text, {}, casablanca(), now);
}

const std::vector<service::ContentRow>& items() {
    static const auto list = seed::read(RIHAB_SOURCE_DIR "/assets/content", casablanca(), sunday).value();
    return list;
}

// The seed as the portal reads it.
const http::Content& content() {
    struct Read {
        std::unique_ptr<storage::sqlite::Store> store = storage::sqlite::Store::in_memory().value();
        std::unique_ptr<http::Content> content;
    };
    static const Read read = [] {
        Read all;
        REQUIRE(all.store->replace_content(items()).has_value());
        all.content = http::Content::over(*all.store).value();
        return all;
    }();
    return *read.content;
}

std::shared_ptr<const std::vector<domain::District>> districts() {
    const auto found = content().find(routes::api_districts()).value();
    return {found, &std::get<domain::List<domain::District>>(found->answer).items};
}

template <class Value>
Value at(const std::string& address) {
    CAPTURE(address);
    const auto found = content().find(address);
    REQUIRE(found.has_value());
    return std::get<Value>((*found)->answer);
}

template <class Item>
std::vector<Item> list_of(const std::string& district, Section section) {
    return at<domain::List<Item>>(routes::api_list(district, section)).items;
}

void check_in_four_languages(const base::LocalizedText& text, const std::string& of) {
    for (const auto language : base::languages)
        if (text.exact(language).empty()) FAIL_CHECK(of << " is not said in " << base::code_of(language));
}
void check_in_four_languages(const domain::Body& body, const std::string& where) {
    for (const auto language : base::languages)
        if (body.exact(language).empty()) FAIL_CHECK(where << " has no body in " << base::code_of(language));
}

// Lists and each of their items, whole.
template <class Item>
void check_published(const std::string& district, Section section, std::size_t at_least) {
    const auto list = list_of<Item>(district, section);
    CHECK(list.size() >= at_least);
    for (const auto& one : list) {
        const auto item = at<Item>(routes::api_entry(district, section, one.id.value()));
        check_in_four_languages(item.title, item.id.value());
        check_in_four_languages(item.summary, item.id.value());
        CHECK_FALSE(item.body.empty());
        check_in_four_languages(item.body, item.id.value());
    }
}

}  // namespace

TEST_SUITE("server-stub/seed/holidays") {
    TEST_CASE("a day off is no working day: nothing is dated on it, and it does not count") {
        domain::Calendar calendar{.first = {2026, 1, 1}, .last = {2027, 12, 31}};
        calendar.regimes = {{.shifts = {{{domain::weekdays.begin(), domain::weekdays.begin() + 5}, {510, 990}}}}};
        calendar.fixed_holidays = {{.day = {11, 25}}};
        const auto seen = [&](std::string_view text) {
            return seed::resolve_days(text, calendar, casablanca(), sunday);
        };
        CHECK(seen("\"@+2\"") == "\"2026-11-24\"");
        CHECK(seen("\"@+3\"") == "\"2026-11-26\"");
    }
}

TEST_SUITE("server-stub/seed") {
    TEST_CASE("a relative day is counted in working days, over weekends") {
        struct Row {
            const char* written;
            const char* date;
        };
        for (const auto& row : {Row{"@0", "2026-11-20"},  // On a Sunday, the Friday before it.
                                Row{"@+0", "2026-11-20"}, Row{"@+1", "2026-11-23"}, Row{"@1", "2026-11-23"},
                                Row{"@+5", "2026-11-27"}, Row{"@+6", "2026-11-30"}, Row{"@-1", "2026-11-19"},
                                Row{"@-4", "2026-11-16"}, Row{"@-5", "2026-11-13"}, Row{"@+30", "2027-01-01"}}) {
            CAPTURE(row.written);
            CHECK(resolve(std::format(R"({{"on":"{}"}})", row.written)) == std::format(R"({{"on":"{}"}})", row.date));
        }
        CHECK(resolve(R"("@0")", in_summer) == R"("2026-07-15")");
    }

    TEST_CASE("a relative time becomes two: on the wall clock, and in UTC by the zone file of the machine") {
        CHECK(resolve(R"({"starts":"@+4T10:00"})") ==
              R"({"starts":"2026-11-26T10:00","startsAt":"2026-11-26T10:00:00.000Z"})");
        CHECK(resolve(R"({"ends": "@+1T18:05"})", in_summer) ==
              R"({"ends": "2026-07-16T18:05","endsAt":"2026-07-16T17:05:00.000Z"})");
    }

    TEST_CASE("what is no relative day stays as it was written") {
        for (const auto* text :
             {R"({"mail":"a@b"})", R"("@home")", R"("@")", R"("@+1T25:00")", R"("@+1T10:60")", R"("@+1 ")", R"("@1.5")",
              R"({"a":"\"@-3\"","b":["x",1,true,null]})", "", "{", R"("not closed)", R"("@-1)"}) {
            CAPTURE(text);
            CHECK(resolve(text) == text);
        }
    }

    TEST_CASE("the content is read, and no sign of its writing is left in it") {
        CHECK(items().size() > 23 * 12);
        for (const auto& item : items()) {
            CAPTURE(item.address);
            CHECK_FALSE(item.body.contains("{court}"));
            CHECK_FALSE(item.body.contains("\"@"));
        }
    }

    TEST_CASE("a folder that is not there is a mistake with its name") {
        const auto read = seed::read("/nowhere", casablanca(), sunday);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().code == base::ErrorCode::BadInput);
        CHECK(read.error().detail.contains("/nowhere"));
    }

    TEST_CASE("every district has ten sheets, its court of appeal and its courts of first instance") {
        REQUIRE(districts()->size() == 23);
        const auto all = districts();
        for (const auto& district : *all) {
            const auto& id = district.id.value();
            CAPTURE(id);
            CHECK(list_of<domain::ServiceSummary>(id, Section::Services).size() >= 10);
            const auto courts = list_of<domain::Court>(id, Section::Courts);
            REQUIRE(courts.size() == district.courts.size() + 1);
            CHECK(courts.front().id.value() == domain::appeal_slug);
            CHECK(courts.front().name == district.court_of_appeal);
            for (std::size_t i = 0; i < district.courts.size(); ++i)
                CHECK(courts[i + 1].name == district.courts[i].name);
        }
    }

    TEST_CASE("a court sheet tells the kind and the district of its court") {
        const auto all = districts();
        for (const auto& district : *all)
            for (const auto& court : list_of<domain::Court>(district.id.value(), Section::Courts)) {
                const auto sheet =
                    at<domain::CourtSheet>(routes::api_entry(district.id.value(), Section::Courts, court.id.value()));
                const bool is_appeal = court.id.value() == domain::appeal_slug;
                CHECK((sheet.kind == domain::CourtKind::Appeal) == is_appeal);
                CHECK(sheet.district == district.id);
            }
    }

    TEST_CASE("a service that a district features is one that it has") {
        const auto all = districts();
        for (const auto& district : *all) {
            const auto culture = at<domain::District>(routes::api_district(district.id.value())).culture;
            CHECK(culture.languages.size() == base::languages.size());
            for (const auto& service : culture.featured) {
                CAPTURE(service);
                CHECK(content().find_sheet(district.id.value(), service) != nullptr);
            }
        }
    }

    TEST_CASE("every district has questions with their answers and documents with their sources, in four languages") {
        const auto all = districts();
        for (const auto& district : *all) {
            const auto& id = district.id.value();
            const auto list = list_of<domain::Resource>(id, Section::Help);
            CHECK(std::ranges::is_sorted(list, {}, &domain::Resource::kind));
            CHECK(std::ranges::count(list, domain::ResourceKind::Question, &domain::Resource::kind) >= 2);
            CHECK(std::ranges::count(list, domain::ResourceKind::Document, &domain::Resource::kind) >= 1);
            for (const auto& one : list) {
                const auto resource = at<domain::Resource>(routes::api_entry(id, Section::Help, one.id.value()));
                check_in_four_languages(resource.title, resource.id.value());
                if (resource.kind != domain::ResourceKind::Document) check_in_four_languages(resource.body, id);
                else CHECK((!resource.source.empty() && resource.address.starts_with("https://")));
            }
        }
    }

    TEST_CASE("the portal has a guide for each audience, in four languages, and links within it lead to pages") {
        const auto found = content().find(routes::api_list({}, Section::Help)).value();
        const auto& list = std::get<domain::List<domain::Resource>>(found->answer).items;
        REQUIRE(list.size() == 3);
        for (std::size_t i = 0; i < list.size(); ++i) {
            const auto guide = at<domain::Resource>(routes::api_entry({}, Section::Help, list[i].id.value()));
            CHECK(guide.audience == static_cast<domain::Audience>(i));
            check_in_four_languages(guide.title, guide.id.value());
            check_in_four_languages(guide.summary, guide.id.value());
            check_in_four_languages(guide.body, guide.id.value());
            for (const auto language : base::languages) {
                const auto& blocks = guide.body.exact(language);
                CHECK(blocks.size() == guide.body.exact(base::Language::En).size());
                for (const auto& block : blocks)
                    for (const auto& line : block.lines)
                        for (const auto& span : line.spans) {
                            CAPTURE(span.address);
                            const auto page = routes::parse_page(span.address);
                            REQUIRE(page.has_value());
                            CHECK(routes::language_of(*page) == language);
                        }
            }
        }
    }

    TEST_CASE("Rabat, Tangier and Agadir publish enough, in four languages") {
        for (const std::string district : {"rabat", "tanger", "agadir"}) {
            CAPTURE(district);
            check_published<domain::Article>(district, Section::News, 6);
            check_published<domain::Activity>(district, Section::Activities, 6);
            check_published<domain::Programme>(district, Section::Programmes, 3);
        }
    }

    TEST_CASE("activities lie before and after the day of seeding, in a court of their district") {
        const auto today = casablanca().date_at(sunday);
        for (const std::string district : {"rabat", "tanger", "agadir"}) {
            const auto activities = list_of<domain::Activity>(district, Section::Activities);
            CHECK(std::ranges::any_of(activities, [&](const auto& one) { return one.ends.date < today; }));
            CHECK(std::ranges::any_of(activities, [&](const auto& one) { return one.starts.date > today; }));
            for (const auto& one : activities) {
                CAPTURE(one.id.value());
                CHECK(one.starts < one.ends);
                CHECK(one.starts_at == casablanca().instant_at(one.starts));
                CHECK(one.ends_at == casablanca().instant_at(one.ends));
                CHECK(content().find(routes::api_entry(district, Section::Courts, one.court.value())).has_value());
            }
        }
    }

    TEST_CASE("no news is from the future") {
        for (const std::string district : {"rabat", "tanger", "agadir"})
            for (const auto& article : list_of<domain::Article>(district, Section::News))
                CHECK(article.published_on <= casablanca().date_at(sunday));
    }

    TEST_CASE("the load is the same bytes at every run, in every district, and says all in four languages") {
        const auto make = [](std::size_t count) {
            std::vector<service::ContentRow> rows;
            REQUIRE(seed::make_load(items(), count, casablanca(), [&](std::span<const service::ContentRow> batch) {
                        rows.insert(rows.end(), batch.begin(), batch.end());
                        return base::Result<void>();
                    }).has_value());
            return rows;
        };
        const auto rows = make(23 * 20);
        CHECK(rows == make(23 * 20));
        std::map<std::pair<std::string, std::string>, int> lists;
        for (const auto& row : rows) ++lists[{row.district, row.section}];
        CHECK(lists.size() == 23 * 3);
        CHECK(lists[{"rabat", "news"}] == 14);
        CHECK(lists[{"rabat", "activities"}] == 5);
        const auto read = wire::decode_answer(domain::subject_of<domain::Article>, rows.front().body);
        REQUIRE(read.has_value());
        const auto& article = std::get<domain::Article>(*read);
        check_in_four_languages(article.title, rows.front().address);
        check_in_four_languages(article.body, rows.front().address);
        CHECK(seed::parse_size("load") == 100'000);
        CHECK(seed::parse_size("10000") == 10'000);
        for (const auto* size : {"", "0", "-1", "1k", "1000001", "99999999999999999999"})
            CHECK_FALSE(seed::parse_size(size).has_value());
    }

    TEST_CASE("the words and rules of moderation are read, and a mistake in them is told with its file and place") {
        const auto words = seed::read_moderation(RIHAB_SOURCE_DIR "/assets/content");
        REQUIRE(words.has_value());
        CHECK_FALSE(words->rules.empty());

        const auto folder = std::filesystem::temp_directory_path() / std::format("rihab-moderation-{}", ::getpid());
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "moderation.json") << R"({"about":1})";
        const auto broken = seed::read_moderation(folder);
        std::filesystem::remove_all(folder);
        REQUIRE_FALSE(broken.has_value());
        CHECK(broken.error().code == base::ErrorCode::BadInput);
        CHECK(broken.error().detail.contains("moderation.json"));
        CHECK(broken.error().detail.contains("/about"));
        CHECK_FALSE(seed::read_moderation(folder).has_value());
    }

    TEST_CASE("the model of moderation is read, and a damaged one is told with its file") {
        const auto model = seed::read_moderation_model(RIHAB_SOURCE_DIR "/assets/content");
        REQUIRE(model.has_value());
        CHECK(model->hold_at > model->agree_at);

        const auto folder = std::filesystem::temp_directory_path() / std::format("rihab-model-{}", ::getpid());
        std::filesystem::create_directories(folder);
        auto bytes = domain::moderation::write_model(*model);
        bytes[bytes.size() / 2] ^= 1;
        std::ofstream(folder / "moderation.model", std::ios::binary) << bytes;
        const auto broken = seed::read_moderation_model(folder);
        std::filesystem::remove_all(folder);
        REQUIRE_FALSE(broken.has_value());
        CHECK(broken.error().code == base::ErrorCode::BadInput);
        CHECK(broken.error().detail.contains("moderation.model"));
        CHECK_FALSE(seed::read_moderation_model(folder).has_value());
    }
}
