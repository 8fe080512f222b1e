#include "server-stub/http/content.hpp"

#include <algorithm>
#include <charconv>
#include <format>
#include <iterator>
#include <ranges>

#include "server-stub/http/engine/assets.hpp"
#include "server-stub/http/engine/compress.hpp"
#include "server-stub/http/router.hpp"
#include "shared/base/pairs.hpp"
#include "shared/domain/own_hours.hpp"
#include "shared/routes/routes.hpp"
#include "shared/wire/answer.hpp"
#include "shared/wire/hours.hpp"
#include "shared/wire/list.hpp"
#include "shared/wire/notice.hpp"
#include "shared/wire/openapi.hpp"

namespace http {
namespace {

using domain::Subject;
using domain::subject_of;
using routes::Section;

// The values take about as much again and half of it, many short texts.
constexpr std::size_t bytes_per_json_byte = 3;

constexpr std::size_t most_coming = 6;  // A home page shows three; some may end while it is open.
constexpr std::size_t most_begun = 20;  // Among those that began last are the ones that are not over yet.

std::unexpected<base::Error> failed(base::ErrorCode code, std::string detail) {
    return std::unexpected(base::Error{code, std::move(detail)});
}

std::unexpected<base::Error> broken(std::string_view address, const wire::Problem& problem) {
    return failed(base::ErrorCode::Internal,
                  std::format("the content of {}: {} at \"{}\"", address, problem.detail, problem.pointer));
}

Subject entry_subject(Section section) {
    switch (section) {
        case Section::Services: return subject_of<domain::ServiceSheet>;
        case Section::News: return subject_of<domain::Article>;
        case Section::Activities: return subject_of<domain::Activity>;
        case Section::Programmes: return subject_of<domain::Programme>;
        case Section::Help: return subject_of<domain::Resource>;
        case Section::Courts: break;
    }
    return subject_of<domain::CourtSheet>;
}

Subject list_subject(Section section) {
    switch (section) {
        case Section::Services: return subject_of<domain::List<domain::ServiceSummary>>;
        case Section::News: return subject_of<domain::List<domain::Article>>;
        case Section::Activities: return subject_of<domain::List<domain::Activity>>;
        case Section::Programmes: return subject_of<domain::List<domain::Programme>>;
        case Section::Help: return subject_of<domain::List<domain::Resource>>;
        case Section::Courts: break;
    }
    return subject_of<domain::List<domain::Court>>;
}

struct ListPage {
    std::size_t limit = list_limit;
    std::optional<service::ContentCursor> after;
};

// "-20778.new-counter": the rank and the slug of the last line of the page before.
std::string print_cursor(const service::ContentCursor& cursor) {
    return std::format("{}.{}", cursor.rank, cursor.address.substr(cursor.address.rfind('/') + 1));
}

std::optional<ListPage> parse_list_page(std::string_view path, std::string_view query) {
    const auto pairs = base::parse_pairs(query);
    if (!pairs) return std::nullopt;
    ListPage page;
    for (const auto& [name, value] : *pairs) {
        if (!base::single(*pairs, name)) return std::nullopt;
        const auto* end = value.data() + value.size();
        if (name == "cursor" && routes::is_cursor(value)) {
            auto& after = page.after.emplace();
            const auto read = std::from_chars(value.data(), end, after.rank);
            if (read.ec != std::errc{}) return std::nullopt;
            after.address = std::format("{}/{}", path, std::string_view(read.ptr + 1, end));
            continue;
        }
        const auto read = std::from_chars(value.data(), end, page.limit);
        if (name != "limit" || read.ec != std::errc{} || read.ptr != end || page.limit < 1 || page.limit > list_limit)
            return std::nullopt;
    }
    return page;
}

std::string join(const std::vector<service::ContentLine>& lines, const std::optional<std::string>& next) {
    std::vector<std::string_view> items;
    for (const auto& line : lines) items.push_back(line.summary);
    return wire::join_list(items, next);
}

PublishedPtr published(domain::Answer answer, std::string json) {
    return std::make_shared<const Published>(std::move(answer), std::move(json));
}

base::Result<PublishedPtr> decode(std::string_view address, Subject subject, std::string json) {
    auto answer = wire::decode_answer(subject, json);
    if (!answer) return broken(address, answer.error());
    return published(std::move(*answer), std::move(json));
}

}  // namespace

KeptBody keep_body(std::string body) {
    KeptBody kept{.plain = nullptr, .brotli = nullptr, .entity_tag = engine::entity_tag_of(body)};
    if (auto small = engine::brotli(body, engine::Effort::PerResponse))
        kept.brotli = std::make_shared<const std::string>(std::move(*small));
    kept.plain = std::make_shared<const std::string>(std::move(body));
    return kept;
}

base::Result<std::unique_ptr<Content>> Content::over(service::ContentStore& store) {
    std::unique_ptr<Content> content(new Content(store));
    const auto body = store.content_body(routes::api_calendar());
    if (!body) return std::unexpected(body.error());
    if (*body) {
        auto calendar = wire::decode_calendar(**body);
        if (!calendar) return broken(routes::api_calendar(), calendar.error());
        content->calendar_ = std::move(*calendar);
    }
    content->calendar_json_ = published({}, wire::encode(content->calendar_));
    content->openapi_ = published({}, wire::openapi());
    return content;
}

base::Result<PublishedPtr> Content::find(std::string_view address) const {
    if (address == routes::api_calendar()) return calendar_json_;
    if (address == routes::api_openapi()) return openapi_;
    const Edition edition{.content = this->edition()};
    if (auto kept = shelf_.find(address, edition)) return kept;
    auto read_now = read(address);
    if (read_now) shelf_.put(address, edition, *read_now, (*read_now)->json.size() * bytes_per_json_byte);
    return read_now;
}

base::Result<std::string> Content::find_json(std::string_view address) const {
    const auto place = routes::parse_api(split_target(address).path);
    if (place && place->is_list) return read_list(address);
    return find(address).transform([](const auto& found) { return found->json; });
}

base::Result<PublishedPtr> Content::coming(std::string_view district, base::LocalTime now) const {
    const auto address = routes::api_coming(district);
    const Edition edition{.content = this->edition(), .minute = -service::activity_rank(now)};
    if (auto kept = shelf_.find(address, edition)) return kept;
    auto read_now = read_coming(district, now);
    if (read_now) shelf_.put(address, edition, *read_now, (*read_now)->json.size() * bytes_per_json_byte);
    return read_now;
}

base::Result<PublishedPtr> Content::read(std::string_view address) const {
    const auto place = routes::parse_api(split_target(address).path);
    if (!place) return failed(base::ErrorCode::NotFound, "nothing stands at this address");
    if (place->is_list) {
        auto json = read_list(address);
        if (!json) return std::unexpected(json.error());
        return decode(address,
                      place->section ? list_subject(*place->section) : subject_of<domain::List<domain::District>>,
                      std::move(*json));
    }
    auto body = store_.content_body(address);
    if (!body) return std::unexpected(body.error());
    if (*body)
        return decode(address,
                      place->section            ? entry_subject(*place->section)
                      : place->is_opening       ? subject_of<domain::PortalReport>
                      : place->district.empty() ? subject_of<domain::National>
                                                : subject_of<domain::District>,
                      std::move(**body));
    if (place->is_opening)
        if (const auto district = find_district(place->district)) {  // Nothing was written down of it.
            const domain::Answer report = domain::PortalReport{.active_since = district->active_since};
            return published(report, wire::encode(report));
        }
    if (address != routes::api_national()) return failed(base::ErrorCode::NotFound, "nothing stands at this address");
    const domain::Answer nothing_said = domain::National{};  // Until the store has its own.
    return published(nothing_said, wire::encode(nothing_said));
}

base::Result<std::string> Content::read_list(std::string_view address) const {
    const auto [path, query] = split_target(address);
    const auto place = routes::parse_api(path);
    const auto page = parse_list_page(path, query);
    if (!page) return failed(base::ErrorCode::BadInput, "such a part of a list cannot be asked for");
    if (!place->district.empty() && !find_district(place->district))
        return failed(base::ErrorCode::NotFound, "there is no such district");
    const auto section = place->section ? routes::name_of(*place->section) : service::districts_section;
    // One more than is shown tells whether the list goes on.
    auto lines = store_.content_lines(place->district, section, page->after, page->limit + 1);
    if (!lines) return std::unexpected(lines.error());
    std::optional<std::string> next;
    if (lines->size() > page->limit) {
        lines->pop_back();
        next = print_cursor(lines->back().at);
    }
    return join(*lines, next);
}

base::Result<PublishedPtr> Content::read_coming(std::string_view district, base::LocalTime now) const {
    if (!find_district(district)) return failed(base::ErrorCode::NotFound, "there is no such district");
    const auto section = routes::name_of(Section::Activities);
    const service::ContentCursor here{.rank = service::activity_rank(now), .address = {}};
    auto begun = store_.content_lines(district, section, here, most_begun);
    if (!begun) return std::unexpected(begun.error());
    auto later = store_.content_lines_before(district, section, here, most_coming);
    if (!later) return std::unexpected(later.error());
    std::ranges::reverse(*begun);
    std::ranges::move(*later, std::back_inserter(*begun));
    auto activities = wire::decode_answer(subject_of<domain::List<domain::Activity>>, join(*begun, {}));
    if (!activities) return broken(routes::api_coming(district), activities.error());
    auto& items = std::get<domain::List<domain::Activity>>(*activities).items;
    std::erase_if(items, [&](const auto& activity) { return activity.ends < now; });
    if (items.size() > most_coming) items.resize(most_coming);
    auto json = wire::encode(*activities);
    return published(std::move(*activities), std::move(json));
}

namespace {

// The value within, which keeps the whole alive.
template <class Value>
std::shared_ptr<const Value> value_of(const base::Result<PublishedPtr>& found) {
    if (!found) return nullptr;
    return {*found, std::get_if<Value>(&(*found)->answer)};
}

}  // namespace

std::shared_ptr<const domain::District> Content::find_district(std::string_view district) const {
    return value_of<domain::District>(find(routes::api_district(district)));
}

std::vector<domain::District> Content::districts() const {
    const auto all = value_of<domain::List<domain::District>>(find(routes::api_districts()));
    return all ? all->items : std::vector<domain::District>();
}

std::vector<domain::Notice> Content::notices(std::string_view district) const {
    const Edition edition{.content = this->edition()};
    if (const auto kept = notices_.find(district, edition)) return *kept;
    const auto lines = store_.content_lines(district, service::notices_section, {}, list_limit);
    if (!lines) return {};
    auto notices = std::make_shared<std::vector<domain::Notice>>();
    std::size_t bytes = 0;
    for (const auto& line : *lines) {
        bytes += line.summary.size();
        if (auto notice = wire::decode_notice(line.summary)) notices->push_back(std::move(*notice));
    }
    notices_.put(district, edition, notices, bytes * bytes_per_json_byte);
    return *notices;
}

std::shared_ptr<const domain::Calendar> Content::calendar(std::string_view district) const {
    const Edition edition{.content = this->edition()};
    if (auto kept = calendars_.find(district, edition)) return kept;
    const auto lines = store_.content_lines(district, service::hours_section, {}, list_limit);
    if (!lines) return std::make_shared<const domain::Calendar>(calendar_);
    std::vector<domain::Regime> own;
    auto bytes = calendar_json_->json.size();
    for (const auto& line : *lines | std::views::reverse) {  // Of two that hold on a day the newer decides.
        bytes += line.summary.size();
        if (auto hours = wire::decode_regime(line.summary)) own.push_back(std::move(*hours));
    }
    auto calendar = std::make_shared<const domain::Calendar>(domain::with_own_hours(calendar_, own));
    calendars_.put(district, edition, calendar, bytes * bytes_per_json_byte);
    return calendar;
}

std::shared_ptr<const domain::ServiceSheet> Content::find_sheet(std::string_view district,
                                                                std::string_view service) const {
    return value_of<domain::ServiceSheet>(find(routes::api_entry(district, Section::Services, service)));
}

}  // namespace http
