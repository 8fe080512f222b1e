// What the public reads of an item, and what the clock changes of it.
#include <utility>

#include "server-stub/service/editing.hpp"
#include "server-stub/service/item_text.hpp"
#include "shared/domain/hours.hpp"
#include "shared/domain/own_hours.hpp"
#include "shared/routes/routes.hpp"

namespace service {
namespace {

using domain::ItemState;
using domain::ItemStep;

constexpr std::size_t due_at_once = 100;
constexpr std::string_view clock_role = "clock";

std::string public_address(const StoredItem& item) {
    using domain::ItemKind;
    const auto in = [&](routes::Section section) { return routes::api_entry(item.district, section, item.slug); };
    switch (item.kind) {
        case ItemKind::Article: return in(routes::Section::News);
        case ItemKind::Activity: return in(routes::Section::Activities);
        case ItemKind::Programme: return in(routes::Section::Programmes);
        case ItemKind::Sheet: return in(routes::Section::Services);
        case ItemKind::Court: return in(routes::Section::Courts);
        case ItemKind::Guide:
        case ItemKind::Document:
        case ItemKind::Question: return in(routes::Section::Help);
        case ItemKind::Notice: return routes::api_notice(item.district, item.slug);
        case ItemKind::Hours: return routes::api_hours(item.district, item.slug);
    }
    return {};
}

}  // namespace

base::Result<std::optional<ContentRow>> Editing::row_of_version(const StoredItem& item, int version,
                                                                const domain::Verifications& facts, base::Instant now) {
    const auto revision = store_.revision(item.id, version);
    if (!revision) return std::unexpected(revision.error());
    if (item.kind == domain::ItemKind::Notice)
        return row_of(domain::notice_of(revision->values, item.slug), item.district, item.id);
    if (item.kind == domain::ItemKind::Hours)
        return row_of(domain::regime_of(revision->values), item.district, item.slug, now.milliseconds);
    auto city = source_city(revision->values);
    if (!city) return std::unexpected(city.error());
    const auto answer =
        domain::answer_of(item.kind, revision->values,
                          {.district = item.district,
                           .slug = item.slug,
                           .instant_at = [this](base::LocalTime time) { return legal_time_.instant_at(time); },
                           .body = body_of,
                           .facts = facts,
                           .today = legal_time_.local_at(now).date,
                           .source_city = std::move(*city)});
    if (std::holds_alternative<std::monostate>(answer)) return std::optional<ContentRow>();
    return row_of(answer, item.id);
}

base::Result<void> Editing::show(ItemChange& change, int version, domain::Verifications facts, base::Instant now) {
    auto row = row_of_version(change.after, version, facts, now);
    if (!row) return std::unexpected(row.error());
    change.publish = std::move(*row);
    change.after.marks_at.reset();
    if (const auto last = domain::next_end(facts, legal_time_.local_at(now).date))
        change.after.marks_at = legal_time_.instant_at({domain::plus_days(*last, 1), 0});
    change.public_facts = std::move(facts);
    return {};
}

// As before, with what is known by now of what it says.
base::Result<void> Editing::show_verified(ItemChange& change, const domain::Verifications& facts, base::Instant now) {
    const auto& item = change.after;
    const auto known = store_.public_facts_of(item.id);
    if (!known) return std::unexpected(known.error());
    const auto shown = store_.revision(item.id, item.published_version);
    if (!shown) return std::unexpected(shown.error());
    const auto newest = store_.revision(item.id, item.version);
    if (!newest) return std::unexpected(newest.error());
    return show(change, item.published_version,
                domain::verified_in(item.kind, shown->values, *known, newest->values, facts), now);
}

void Editing::take_back(ItemChange& change) {
    auto& item = change.after;
    change.unpublish = public_address(item);
    item.published_version = 0;
    item.expires_at = item.marks_at = std::nullopt;
    change.public_facts.emplace();
}

base::Result<bool> Editing::take_clock_step(ItemId id, base::Instant now) {
    const std::lock_guard lock(facts_mutex_);
    const auto current = store_.item(id);
    if (!current) return std::unexpected(current.error());
    const auto& item = *current;
    ItemChange change{.after = item, .expected_version = item.version, .expected_state = item.state};
    auto& after = change.after;
    const bool releases = item.state == ItemState::Scheduled && item.release_at && *item.release_at <= now;
    const bool expires = !releases && item.expires_at && *item.expires_at <= now;
    const bool marks = item.marks_at && *item.marks_at <= now;
    if (!releases && !expires && !marks) return false;  // Somebody was faster.
    if (releases || expires) after.changed_at = now;
    base::Result<void> done;
    if (releases) {
        after.state = ItemState::Published;
        make_public(after, item.until);
        auto facts = store_.facts_of(item.id);
        done = facts ? show(change, item.version, std::move(*facts), now) : std::unexpected(facts.error());
    } else if (expires) {
        // What waits to be published next stays where it is.
        if (item.state == ItemState::Published) after.state = ItemState::Expired;
        take_back(change);
    } else {
        auto facts = store_.public_facts_of(item.id);
        done = facts ? show(change, item.published_version, std::move(*facts), now) : std::unexpected(facts.error());
    }
    if (!done) return std::unexpected(done.error());
    change.audit = audit_row(after, 0, clock_role,
                             releases  ? domain::name_of(ItemStep::Release)
                             : expires ? domain::name_of(ItemStep::Expire)
                                       : "mark",
                             now);
    const auto address = change.publish ? change.publish->address : change.unpublish;
    const auto stored = store_.apply(std::move(change));
    // Somebody was faster: it is looked at again.
    if (!stored && stored.error().code == base::ErrorCode::Conflict) return false;
    if (!stored) return std::unexpected(stored.error());
    if (!address.empty()) published_(address);
    return true;
}

// What fails keeps nothing else waiting; it is tried again at the next tick.
base::Result<std::size_t> Editing::run_clock(base::Instant now) {
    std::size_t steps = 0;
    for (bool goes_on = true; goes_on;) {
        goes_on = false;
        const auto due = store_.due(now, due_at_once);
        if (!due) return std::unexpected(due.error());
        std::optional<base::Error> failed;
        for (const auto& item : *due) {
            const auto taken = take_clock_step(item.id, now);
            if (!taken) failed = failed.value_or(taken.error());
            if (!taken || !*taken) continue;
            ++steps;
            goes_on = true;
        }
        if (failed && !goes_on) return std::unexpected(std::move(*failed));
    }
    return steps;
}

}  // namespace service
