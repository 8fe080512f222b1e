#include "server-stub/http/portal_facts.hpp"

#include <algorithm>

#include "shared/domain/court_sheet.hpp"
#include "shared/routes/routes.hpp"

namespace http {
namespace {

int languages_of_home(const domain::District& district) {
    return static_cast<int>(std::ranges::count_if(base::languages, [&](auto language) {
        return !district.city.exact(language).empty() && !district.culture.welcome.exact(language).empty();
    }));
}

// Those that have begun their work, as the doors of the district are counted.
std::vector<domain::CourtId> courts_of(const domain::District& district) {
    std::vector<domain::CourtId> courts;
    if (district.operational) courts.emplace_back(std::string(domain::appeal_slug));
    for (const auto& court : district.courts) courts.push_back(court.id);
    return courts;
}

bool has_contacts(const Content& content, const std::string& district, const domain::CourtId& court) {
    const auto found = content.find(routes::api_entry(district, routes::Section::Courts, court.value()));
    const auto* sheet = found ? std::get_if<domain::CourtSheet>(&(*found)->answer) : nullptr;
    return sheet != nullptr && !sheet->contacts.empty();
}

// Not of the days to come.
std::optional<base::Date> newest_news(const Content& content, const std::string& district, base::Date today) {
    const auto found = content.find(routes::api_list(district, routes::Section::News));
    const auto* news = found ? std::get_if<domain::List<domain::Article>>(&(*found)->answer) : nullptr;
    if (news == nullptr) return std::nullopt;
    for (const auto& article : news->items)  // The newest come first.
        if (article.published_on <= today) return article.published_on;
    return std::nullopt;
}

}  // namespace

base::Result<domain::PortalFacts> portal_facts(const Services& services, const domain::District& district,
                                               base::Instant now) {
    const auto& slug = district.id.value();
    const auto counts = services.portals.counts(slug);
    if (!counts) return std::unexpected(counts.error());
    const auto today = services.legal_time.date_at(now);
    domain::PortalFacts facts{.home_languages = languages_of_home(district),
                              .whole_sheets = counts->whole_sheets,
                              .published_sheets = counts->published_sheets,
                              .newest_news = newest_news(services.content, slug, today),
                              .editors = counts->editors,
                              .moderators = counts->moderators,
                              .whole_guides = counts->whole_guides};
    const auto calendar = services.content.calendar(slug);
    for (const auto& court : courts_of(district)) {
        ++facts.courts;
        if (domain::hours_in_force(*calendar, court, today)) ++facts.courts_with_hours;
        if (!has_contacts(services.content, slug, court)) continue;
        const auto verified = counts->contacts_verified.find(court.value());
        facts.contacts_verified.push_back(
            verified == counts->contacts_verified.end() ? std::nullopt : std::optional(verified->second));
    }
    if (auto done = services.portals.add_declarations(slug, facts); !done) return std::unexpected(done.error());
    return facts;
}

}  // namespace http
