// The pages of a district in every state that a reader can meet.
#pragma once

#include <format>

#include "shared/pages/book.hpp"
#include "shared/pages/district.hpp"
#include "shared/pages/entry.hpp"
#include "shared/pages/listing.hpp"
#include "shared/pages/resource.hpp"
#include "tests/support/a_country.hpp"
#include "tests/support/screen.hpp"

namespace test {

// What the lists of a district hold.
struct Published {
    domain::District district = rabat();
    std::vector<domain::ServiceSummary> services{a_service("registry-extract"), a_service("nationality"),
                                                 a_service("complaint"), a_service("marriage")};
    std::vector<domain::Article> news{an_article(), an_article("older", {2026, 11, 2})};
    std::vector<domain::Activity> activities{an_activity(),
                                             an_activity("past", 12)};  // Newest first, as the server lists them.
    std::vector<domain::Programme> programmes{a_programme(), a_programme("another")};
    domain::List<domain::Resource> help = some_help();
};

inline Published nothing_published(domain::District district = an_unstaffed_district()) {
    return {
        .district = std::move(district), .services = {}, .news = {}, .activities = {}, .programmes = {}, .help = {}};
}

// Only in French: every other page marks it with its own language.
inline base::LocalizedText in_french(std::string text) { return {{}, {}, std::move(text), {}}; }

inline Published french_only() {
    Published published;
    published.district.city = in_french("Rabat");
    published.district.court_of_appeal = in_french("Cour d’appel de Rabat");
    published.district.culture.welcome = in_french("Bienvenue");
    for (auto& service : published.services) service.short_title = service.summary = in_french("Pièces du registre");
    for (auto& article : published.news) article.title = article.summary = in_french("Un nouveau guichet");
    for (auto& activity : published.activities) activity.title = activity.summary = in_french("Portes ouvertes");
    return published;
}

// Wider than any column, and nowhere to break.
inline base::LocalizedText endless_word() {
    std::string arabic, tifinagh;
    for (int letter = 0; letter < 200; ++letter) {
        arabic += "ب";
        tifinagh += "ⴱ";
    }
    return {arabic, tifinagh, std::string(200, 'W'), std::string(200, 'm')};
}

inline Published too_long() {
    Published published;
    published.district.city = published.district.culture.welcome = endless_word();
    published.services.front().short_title = published.services.front().summary = endless_word();
    published.activities.front().title = published.activities.front().summary = endless_word();
    for (int i = 0; i < 38; ++i) published.news.push_back(an_article(std::format("news-{}", i)));
    published.news.front().title = published.news.front().summary = endless_word();
    return published;
}

class DistrictPages {
public:
    DistrictPages(const i18n::Text& tr, Published published) : tr_(tr), published_(std::move(published)) {}

    doc::Document home(const domain::DistrictNow* now) const {
        const auto& [district, services, news, activities, programmes, help] = published_;
        const std::vector soonest_first(activities.rbegin(), activities.rend());
        return pages::district_page(tr_, {tr_.language(), district.id.value()},
                                    {district, services, news, soonest_first, programmes, now});
    }
    doc::Document services() const { return list(routes::Section::Services, published_.services); }
    doc::Document news() const { return list(routes::Section::News, published_.news); }
    doc::Document activities(const domain::DistrictNow* now) const {
        return list(routes::Section::Activities, published_.activities, now);
    }
    doc::Document programmes() const { return list(routes::Section::Programmes, published_.programmes); }
    doc::Document help() const {
        return pages::listing_page(tr_, {tr_.language(), published_.district.id.value(), routes::Section::Help},
                                   {published_.help, &published_.district});
    }
    doc::Document help_entry(const domain::Resource& resource) const {
        return pages::entry_page(tr_, {tr_.language(), "rabat", routes::Section::Help, resource.id.value()},
                                 {resource, &published_.district});
    }
    doc::Document courts(const domain::DistrictNow* now) const {
        return pages::courts_page(tr_, {tr_.language(), published_.district.id.value(), routes::Section::Courts},
                                  {published_.district, now});
    }
    template <class Item>
    doc::Document entry(routes::Section section, const Item& item, const domain::DistrictNow* now = nullptr) const {
        return pages::entry_page(tr_, {tr_.language(), "rabat", section, item.id.value()},
                                 pages::EntryData<Item>{published_.district, item, now});
    }

private:
    template <class Item>
    doc::Document list(routes::Section section, const std::vector<Item>& items,
                       const domain::DistrictNow* now = nullptr) const {
        return pages::listing_page(tr_, {tr_.language(), published_.district.id.value(), section},
                                   pages::ListingData<Item>{published_.district, items, now});
    }

    const i18n::Text& tr_;
    Published published_;
};

inline Screens district_homes(const i18n::Text& tr) {
    const auto now = a_moment();
    auto without_appeal = now;
    without_appeal.courts.erase(without_appeal.courts.begin());
    const auto nobody_answered = [](const std::string&) { return pages::Known{}; };
    return {{"district", DistrictPages(tr, {}).home(&now)},
            {"district-empty", DistrictPages(tr, nothing_published()).home(&without_appeal)},
            {"district-no-clock", DistrictPages(tr, {}).home(nullptr)},
            {"district-loading", pages::page_of(tr, routes::District{tr.language(), "rabat"}, nobody_answered)},
            {"district-long", DistrictPages(tr, too_long()).home(&now)},
            {"district-french", DistrictPages(tr, french_only()).home(&now)}};
}

inline Screens listings(const i18n::Text& tr) {
    const auto now = a_moment();
    const DistrictPages full(tr, {}), empty(tr, nothing_published(rabat()));
    return {{"services", full.services()},
            {"services-empty", empty.services()},
            {"news", full.news()},
            {"news-empty", empty.news()},
            {"news-long", DistrictPages(tr, too_long()).news()},
            {"activities", full.activities(&now)},
            {"activities-empty", empty.activities(&now)},
            {"programmes", full.programmes()},
            {"programmes-empty", empty.programmes()},
            {"help", full.help()},
            {"help-empty", empty.help()},
            {"courts", full.courts(&now)},
            {"courts-no-clock", full.courts(nullptr)}};
}

inline Screens entries(const i18n::Text& tr) {
    using routes::Section;
    const auto now = a_moment();
    const DistrictPages pages(tr, {});
    auto french = an_activity();
    french.title = french.summary = french.place = french.admission = in_french("Portes ouvertes");
    french.body.clear();
    french.body.set(base::Language::Fr, a_rich_body(domain::BlockKind::Bullets).exact(base::Language::Fr));
    auto endless = an_activity();
    endless.title = endless.summary = endless.place = endless_word();
    endless.ends = november(28, 12);
    const auto guide = a_guide();
    const domain::List<domain::Resource> guides({guide, a_guide("another")});
    return {{"article", pages.entry(Section::News, an_article())},
            {"activity", pages.entry(Section::Activities, an_activity())},
            {"activity-long", pages.entry(Section::Activities, endless)},
            {"activity-french", DistrictPages(tr, french_only()).entry(Section::Activities, french)},
            {"programme", pages.entry(Section::Programmes, a_programme())},
            {"question", pages.help_entry(a_resource(domain::ResourceKind::Question, "papers"))},
            {"document", pages.help_entry(a_resource(domain::ResourceKind::Document, "law"))},
            {"guides", pages::listing_page(tr, {tr.language(), {}, Section::Help}, {guides})},
            {"guide", pages::entry_page(tr, {tr.language(), {}, Section::Help, "editor"}, {guide})},
            {"court", pages.entry(Section::Courts, a_court_sheet(), &now)},
            {"court-empty", pages.entry(Section::Courts, a_silent_court())}};
}

}  // namespace test
