#include "server-stub/service/portals.hpp"

#include <utility>

#include "server-stub/markup/typed_text.hpp"
#include "shared/domain/text.hpp"
#include "shared/routes/routes.hpp"
#include "shared/wire/answer.hpp"

namespace service {
namespace {

PortalProblem problem_of(const base::Error& error) {
    switch (error.code) {
        case base::ErrorCode::NotFound: return PortalProblem::NotFound;
        case base::ErrorCode::Conflict: return PortalProblem::Answered;
        case base::ErrorCode::TooMany: return PortalProblem::TooMany;
        case base::ErrorCode::Unauthorised: return PortalProblem::Active;
        default: return PortalProblem::Unavailable;
    }
}

PortalAnswer<std::string> cleaned(const std::string& typed, std::size_t limit) {
    auto text = markup::clean_typed_text(typed);
    const auto first = text.find_first_not_of(" \t\n");
    if (first == std::string::npos) return std::unexpected(PortalProblem::TextMissing);
    text = text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
    if (domain::count_code_points(text).value_or(limit + 1) > limit) return std::unexpected(PortalProblem::TextLong);
    return text;
}

// Of what a browser shows in its line, the path.
std::string_view path_of(std::string_view address) {
    if (const auto scheme = address.find("://"); scheme != std::string_view::npos) {
        const auto path = address.find('/', scheme + 3);
        address = path == std::string_view::npos ? std::string_view() : address.substr(path);
    }
    return address.substr(0, address.find_first_of("?#"));
}

// Without its language; empty where it is no public page of the district.
std::string page_in(const std::string& district, const std::string& typed) {
    const auto page = routes::parse_page(path_of(typed));
    if (!page || routes::is_private(*page) || routes::district_of(*page) != district) return {};
    return routes::address_of(*page).substr(1 + base::code_of(routes::language_of(*page)).size());
}

}  // namespace

Portals::Portals(PortalStore& store, const LegalTime& legal_time, std::function<void()> changed)
    : store_(store), legal_time_(legal_time), changed_(std::move(changed)) {}

base::Result<void> Portals::add_declarations(const std::string& district, domain::PortalFacts& facts) {
    const auto declared = store_.declarations(district);
    if (!declared) return std::unexpected(declared.error());
    for (const auto& one : *declared)
        (one.what == domain::Declaration::Training ? facts.training_declared : facts.accessibility_declared) =
            legal_time_.date_at(one.at);
    return {};
}

PortalAnswer<void> Portals::declare(domain::Declaration what, const Deed& deed) {
    if (what == domain::Declaration::Training) {
        const auto counts = store_.counts(deed.district);
        if (!counts) return std::unexpected(problem_of(counts.error()));
        if (counts->editors == 0 || counts->moderators == 0) return std::unexpected(PortalProblem::NoStaff);
    }
    return store_.declare(what, deed).transform_error(problem_of);
}

PortalAnswer<void> Portals::leave_remark(const domain::District& district, const std::string& page,
                                         const std::string& text, const Deed& deed) {
    if (district.active_since) return std::unexpected(PortalProblem::Active);
    auto kept = page_in(district.id.value(), page);
    if (kept.empty()) return std::unexpected(PortalProblem::PageUnknown);
    auto clean = cleaned(text, domain::remark_limit);
    if (!clean) return std::unexpected(clean.error());
    return store_
        .add_remark({.page = std::move(kept), .text = std::move(*clean), .made = deed},
                    routes::api_opening(deed.district))
        .transform_error(problem_of);
}

PortalAnswer<void> Portals::answer(const domain::District& district, std::int64_t remark, const std::string& text,
                                   const Deed& deed) {
    // Its report is public and says no more than it said.
    if (district.active_since) return std::unexpected(PortalProblem::Active);
    const auto clean = cleaned(text, domain::remark_limit);
    if (!clean) return std::unexpected(clean.error());
    return store_.answer(remark, *clean, deed, routes::api_opening(deed.district)).transform_error(problem_of);
}

domain::Remark Portals::public_remark(const StoredRemark& remark) const {
    domain::Remark shown{.page = remark.page,
                         .text = remark.text,
                         .role = remark.made.role,
                         .on = legal_time_.date_at(remark.made.at),
                         .answer = remark.answer};
    if (remark.answered) {
        shown.answered_by = remark.answered->role;
        shown.answered_on = legal_time_.date_at(remark.answered->at);
    }
    return shown;
}

PortalAnswer<void> Portals::activate(const domain::District& district, const domain::PortalFacts& facts,
                                     const std::string& act, const Deed& deed) {
    if (district.active_since) return std::unexpected(PortalProblem::Active);
    const auto today = legal_time_.date_at(deed.at);
    domain::PortalReport report{.active_since = today, .checks = domain::judge_portal(facts, today)};
    if (!domain::hold_all(report.checks)) return std::unexpected(PortalProblem::NotReady);
    auto clean = cleaned(act, domain::act_limit);
    if (!clean) return std::unexpected(clean.error());
    report.act = std::move(*clean);
    // Every remark that was taken is published: a partner was told that it is kept.
    const auto row_with = [&](const std::vector<StoredRemark>& remarks) -> base::Result<ContentRow> {
        for (const auto& remark : remarks) report.remarks.push_back(public_remark(remark));
        ContentRow row{.address = routes::api_opening(deed.district),
                       .district = deed.district,
                       .body = wire::encode(domain::Answer(report))};
        if (wire::decode_answer(domain::subject_of<domain::PortalReport>, row.body)) return row;
        return std::unexpected(base::Error{base::ErrorCode::TooMany, "the report is too long to be read"});
    };

    auto alive = district;
    alive.preparing = false;
    alive.active_since = today;
    const auto done = store_.activate(row_of(alive), row_of(district).body, row_with, report.act, deed);
    if (!done && done.error().code == base::ErrorCode::Conflict) return std::unexpected(PortalProblem::Active);
    if (!done) return std::unexpected(problem_of(done.error()));
    changed_();
    return {};
}

}  // namespace service
