#include "shared/pages/book.hpp"

#include <optional>

#include "shared/pages/district.hpp"
#include "shared/pages/entry.hpp"
#include "shared/pages/home.hpp"
#include "shared/pages/listing.hpp"
#include "shared/pages/national.hpp"
#include "shared/pages/notice.hpp"
#include "shared/pages/opening.hpp"
#include "shared/pages/receipt.hpp"
#include "shared/pages/resource.hpp"
#include "shared/pages/sheet.hpp"

namespace pages {
namespace {

using routes::Section;

// Notes what a page asks, and finds what is known of it.
class Reader {
public:
    explicit Reader(const Lookup& lookup) : lookup_(lookup) {}

    // Null where the answer is not here.
    template <class Value>
    const Value* ask(std::string address) {
        const auto known = lookup_(address);
        questions_.push_back({std::move(address), domain::subject_of<Value>});
        if (known.error != nullptr && !error_) error_ = *known.error;
        return known.answer != nullptr ? std::get_if<Value>(known.answer) : nullptr;
    }

    // A page does without this one: null where it failed. While it is on its way the page waits.
    template <class Value>
    const Value* ask_if_possible(std::string address) {
        const auto known = lookup_(address);
        questions_.push_back({std::move(address), domain::subject_of<Value>});
        is_waiting_ |= known.answer == nullptr && known.error == nullptr;
        return known.answer != nullptr ? std::get_if<Value>(known.answer) : nullptr;
    }

    // Its data in their order, when all are here and nothing failed.
    template <class Data, class... Values>
    Answer<Data> answer(const Values*... values) const {
        if (error_) return *error_;
        if (is_waiting_ || !(values && ...)) return Loading{};
        return Data{*values...};
    }

    Known known(const std::string& address) const { return lookup_(address); }
    std::vector<Question> questions() && { return std::move(questions_); }

private:
    const Lookup& lookup_;
    std::vector<Question> questions_;
    std::optional<base::Error> error_;
    bool is_waiting_ = false;
};

const domain::DistrictNow* ask_now(Reader& reader, const std::string& district) {
    return reader.ask_if_possible<domain::DistrictNow>(routes::api_now(district));
}

// The same data with the doors as they are now, where that is known.
template <class Data>
Answer<Data> with_now(Answer<Data> answer, const domain::DistrictNow* now) {
    if (auto* data = std::get_if<Data>(&answer)) data->now = now;
    return answer;
}

template <class Item>
const std::vector<Item>* items_of(const domain::List<Item>* list) {
    return list != nullptr ? &list->items : nullptr;
}

// One pair of functions for each kind of page: `ask` says what it needs, `show` is the page with it.

Answer<HomeData> ask(Reader& reader, const routes::Home&) {
    const auto* national = reader.ask<domain::National>(routes::api_national());
    return reader.answer<HomeData>(national,
                                   items_of(reader.ask<domain::List<domain::District>>(routes::api_districts())));
}
doc::Document show(const i18n::Text& tr, const routes::Home& route, const HomeData& data) {
    return home_page(tr, route, data);
}

Answer<NationalData> ask(Reader& reader, const routes::National&) {
    const auto* national = reader.ask<domain::National>(routes::api_national());
    return reader.answer<NationalData>(national,
                                       items_of(reader.ask<domain::List<domain::District>>(routes::api_districts())));
}
doc::Document show(const i18n::Text& tr, const routes::National& route, const NationalData& data) {
    return national_page(tr, route, data);
}

Answer<DistrictData> ask(Reader& reader, const routes::District& route) {
    const auto* district = reader.ask<domain::District>(routes::api_district(route.district));
    const auto* services =
        items_of(reader.ask<domain::List<domain::ServiceSummary>>(routes::api_list(route.district, Section::Services)));
    const auto* news = items_of(reader.ask<domain::List<domain::Article>>(
        routes::api_list(route.district, Section::News, {.limit = asked_news})));
    const auto* activities = items_of(reader.ask<domain::List<domain::Activity>>(routes::api_coming(route.district)));
    const auto* programmes = items_of(reader.ask<domain::List<domain::Programme>>(
        routes::api_list(route.district, Section::Programmes, {.limit = asked_programmes})));
    const auto* now = ask_now(reader, route.district);
    return with_now(reader.answer<DistrictData>(district, services, news, activities, programmes), now);
}
doc::Document show(const i18n::Text& tr, const routes::District& route, const DistrictData& data) {
    return district_page(tr, route, data);
}

// Of a district, or of the country where that has no name.
template <class Any, class Value>
Answer<Any> ask_help(Reader& reader, const std::string& district_slug, std::string address) {
    const bool is_national = district_slug.empty();
    const auto* district = is_national ? nullptr : reader.ask<domain::District>(routes::api_district(district_slug));
    const auto* value = reader.ask<Value>(std::move(address));
    if (!is_national && district == nullptr) value = nullptr;
    return std::visit(Match{[&](HelpData<Value> data) -> Answer<Any> {
                                data.district = district;
                                return Any(data);
                            },
                            [](auto other) -> Answer<Any> { return other; }},
                      reader.answer<HelpData<Value>>(value));
}

using AnyListing =
    std::variant<ListingData<domain::ServiceSummary>, ListingData<domain::Article>, ListingData<domain::Activity>,
                 ListingData<domain::Programme>, HelpData<domain::List<domain::Resource>>, CourtsData>;

std::string list_address(const routes::Listing& route) {
    return routes::api_list(route.district, route.section,
                            {.limit = entries_on_a_page(route.section), .after = route.after});
}

template <class Item>
Answer<AnyListing> ask_list(Reader& reader, const routes::Listing& route) {
    const auto* district = reader.ask<domain::District>(routes::api_district(route.district));
    const auto* list = reader.ask<domain::List<Item>>(list_address(route));
    const auto* now = route.section == Section::Activities ? ask_now(reader, route.district) : nullptr;
    return std::visit(Match{[&](ListingData<Item> data) -> Answer<AnyListing> {
                                if (list->next) data.next = *list->next;
                                return AnyListing(data);
                            },
                            [](auto other) -> Answer<AnyListing> { return other; }},
                      with_now(reader.answer<ListingData<Item>>(district, items_of(list)), now));
}

Answer<AnyListing> ask(Reader& reader, const routes::Listing& route) {
    switch (route.section) {
        case Section::Services: return ask_list<domain::ServiceSummary>(reader, route);
        case Section::News: return ask_list<domain::Article>(reader, route);
        case Section::Activities: return ask_list<domain::Activity>(reader, route);
        case Section::Programmes: return ask_list<domain::Programme>(reader, route);
        case Section::Help:
            return ask_help<AnyListing, domain::List<domain::Resource>>(reader, route.district, list_address(route));
        case Section::Courts: break;
    }
    const auto* district = reader.ask<domain::District>(routes::api_district(route.district));
    const auto* now = ask_now(reader, route.district);
    return std::visit(Match{[](CourtsData data) -> Answer<AnyListing> { return AnyListing(data); },
                            [](auto other) -> Answer<AnyListing> { return other; }},
                      with_now(reader.answer<CourtsData>(district), now));
}
doc::Document show(const i18n::Text& tr, const routes::Listing& route, const AnyListing& data) {
    return std::visit(Match{[&](const CourtsData& courts) { return courts_page(tr, route, courts); },
                            [&](const auto& list) { return listing_page(tr, route, list); }},
                      data);
}

using AnyEntry = std::variant<EntryData<domain::Article>, EntryData<domain::Activity>, EntryData<domain::Programme>,
                              HelpData<domain::Resource>, EntryData<domain::CourtSheet>>;

template <class Item>
Answer<AnyEntry> ask_entry(Reader& reader, const routes::Entry& route) {
    const auto* district = reader.ask<domain::District>(routes::api_district(route.district));
    const auto* item = reader.ask<Item>(routes::api_entry(route.district, route.section, route.slug));
    const auto* now = route.section == Section::Courts ? ask_now(reader, route.district) : nullptr;
    return std::visit(Match{[](EntryData<Item> data) -> Answer<AnyEntry> { return AnyEntry(data); },
                            [](auto other) -> Answer<AnyEntry> { return other; }},
                      with_now(reader.answer<EntryData<Item>>(district, item), now));
}

Answer<AnyEntry> ask(Reader& reader, const routes::Entry& route) {
    switch (route.section) {
        case Section::News: return ask_entry<domain::Article>(reader, route);
        case Section::Activities: return ask_entry<domain::Activity>(reader, route);
        case Section::Programmes: return ask_entry<domain::Programme>(reader, route);
        case Section::Help:
            return ask_help<AnyEntry, domain::Resource>(reader, route.district,
                                                        routes::api_entry(route.district, route.section, route.slug));
        case Section::Services:
        case Section::Courts: break;
    }
    return ask_entry<domain::CourtSheet>(reader, route);
}
doc::Document show(const i18n::Text& tr, const routes::Entry& route, const AnyEntry& data) {
    return std::visit([&](const auto& entry) { return entry_page(tr, route, entry); }, data);
}

Answer<OpeningData> ask(Reader& reader, const routes::Opening& route) {
    const auto* district = reader.ask<domain::District>(routes::api_district(route.district));
    return reader.answer<OpeningData>(district, reader.ask<domain::PortalReport>(routes::api_opening(route.district)));
}
doc::Document show(const i18n::Text& tr, const routes::Opening& route, const OpeningData& data) {
    return opening_page(tr, route, data);
}

Answer<SheetData> ask(Reader& reader, const routes::Sheet& route) {
    const auto* district = reader.ask<domain::District>(routes::api_district(route.district));
    const auto* sheet =
        reader.ask<domain::ServiceSheet>(routes::api_entry(route.district, Section::Services, route.service));
    const auto* services =
        items_of(reader.ask<domain::List<domain::ServiceSummary>>(routes::api_list(route.district, Section::Services)));
    return reader.answer<SheetData>(district, sheet, services);
}

// Made by the server alone (shared/desk), which knows who asks.
template <class Route>
concept Private = std::same_as<Route, routes::Account> || std::same_as<Route, routes::Invitation> ||
                  std::same_as<Route, routes::Desk> || std::same_as<Route, routes::DeskRoom> ||
                  std::same_as<Route, routes::DeskItem> || std::same_as<Route, routes::Participate> ||
                  std::same_as<Route, routes::Contribution> || std::same_as<Route, routes::Follow> ||
                  std::same_as<Route, routes::DeskVoice> || std::same_as<Route, routes::Needs> ||
                  std::same_as<Route, routes::Moderation> || std::same_as<Route, routes::VoiceRules>;

template <Private Route>
Answer<std::monostate> ask(Reader&, const Route&) {
    return Loading{};
}
template <Private Route>
doc::Document show(const i18n::Text& tr, const Route& route, std::monostate) {
    return loading_page(tr, addresses_of(route));
}

ReceiptRefusal refusal_of(domain::ReceiptCodeProblem problem) {
    using enum ReceiptTrouble;
    return {.trouble = problem == domain::ReceiptCodeProblem::Mistyped ? Mistyped : Unknown};
}

// The sheet may have been taken down since: its address still names what was rated.
base::LocalizedText service_title(const Known& sheet, const domain::Receipt& receipt) {
    if (sheet.answer != nullptr) return std::get<domain::ServiceSheet>(*sheet.answer).short_title;
    const auto& slug = receipt.service.value();
    return {slug, slug, slug, slug};
}

decltype(ReceiptPage::answer) ask(Reader& reader, const routes::Receipt& route) {
    const auto code = domain::ReceiptCode::parse(route.code);
    if (!code) return refusal_of(code.error());  // Said before any look-up.
    const auto address = routes::api_receipt(code->hyphenated());
    const auto known = reader.known(address);
    const auto* receipt = reader.ask<domain::Receipt>(address);
    if (known.error != nullptr) {
        if (known.error->code == base::ErrorCode::NotFound) return ReceiptRefusal{.trouble = ReceiptTrouble::Unknown};
        if (known.error->code == base::ErrorCode::TooMany)
            return ReceiptRefusal{ReceiptTrouble::TooMany, known.wait_minutes};
        return *known.error;
    }
    if (receipt == nullptr) return Loading{};
    const auto sheet_address =
        routes::api_entry(receipt->district.value(), Section::Services, receipt->service.value());
    reader.ask<domain::ServiceSheet>(sheet_address);
    const auto sheet = reader.known(sheet_address);
    if (sheet.error != nullptr && sheet.error->code != base::ErrorCode::NotFound) return *sheet.error;
    if (sheet.error == nullptr && sheet.answer == nullptr) return Loading{};
    return ReceiptData{.receipt = *receipt, .service = service_title(sheet, *receipt)};
}

}  // namespace

std::vector<Question> questions_of(const routes::Page& page, const Lookup& lookup) {
    Reader reader(lookup);
    std::visit([&](const auto& route) { (void)ask(reader, route); }, page);
    return std::move(reader).questions();
}

doc::Document page_of(const i18n::Text& tr, const routes::Page& page, const Lookup& lookup, const RatingForm& form) {
    Reader reader(lookup);
    const auto addresses = addresses_of(page);
    const auto whole = [&](const auto& route, const auto& answer) {
        return std::visit(Match{[&](const Loading&) { return loading_page(tr, addresses); },
                                [&](const base::Error& error) { return error_page(tr, addresses, error); },
                                [&](const auto& data) { return show(tr, route, data); }},
                          answer);
    };
    return std::visit(
        Match{[&](const routes::Sheet& route) { return sheet_page(tr, {route, ask(reader, route), form}); },
              [&](const routes::Receipt& route) { return receipt_page(tr, {route, ask(reader, route)}); },
              [&](const auto& route) { return whole(route, ask(reader, route)); }},
        page);
}

}  // namespace pages
