#include "server-stub/service/item_import.hpp"

#include <algorithm>
#include <array>

#include "shared/base/day_text.hpp"
#include "shared/domain/item_content.hpp"
#include "shared/routes/routes.hpp"
#include "shared/wire/answer.hpp"

namespace service {
namespace {

using domain::ItemKind;
using domain::subject_of;

// Nobody's account.
constexpr std::string_view role = "seed";
constexpr auto original = base::Language::Ar;

struct Imported {
    std::string_view section;
    ItemKind kind;  // Of help, the first of them.
    domain::Subject subject;
};
const std::array imported{
    Imported{routes::name_of(routes::Section::News), ItemKind::Article, subject_of<domain::Article>},
    Imported{routes::name_of(routes::Section::Activities), ItemKind::Activity, subject_of<domain::Activity>},
    Imported{routes::name_of(routes::Section::Programmes), ItemKind::Programme, subject_of<domain::Programme>},
    Imported{routes::name_of(routes::Section::Services), ItemKind::Sheet, subject_of<domain::ServiceSheet>},
    Imported{routes::name_of(routes::Section::Courts), ItemKind::Court, subject_of<domain::CourtSheet>},
    Imported{routes::name_of(routes::Section::Help), ItemKind::Question, subject_of<domain::Resource>}};

// Null for what no desk edits: the country has none.
const Imported* imported_as(const ContentRow& row) {
    const auto found = std::ranges::find(imported, row.section, &Imported::section);
    return found == imported.end() || row.district.empty() ? nullptr : &*found;
}

struct ValuesOf {
    domain::Values operator()(const auto& thing) const {
        if constexpr (requires { domain::values_of(thing, original); }) return domain::values_of(thing, original);
        else return {};
    }
};

std::unexpected<base::Error> unfit(const ContentRow& row) {
    return std::unexpected(base::Error{base::ErrorCode::Internal, row.address + " cannot be edited"});
}

std::string slug_of(const ContentRow& row) { return row.address.substr(row.address.rfind('/') + 1); }

base::Result<ItemChange> change_of(const ContentRow& row, const Imported& as, base::Instant now, base::Date today) {
    const auto answer = wire::decode_answer(as.subject, row.body);
    if (!answer) return unfit(row);
    const auto* resource = std::get_if<domain::Resource>(&*answer);
    const auto kind = resource != nullptr ? domain::item_kind_of(resource->kind) : as.kind;
    auto checked = domain::check_values(kind, std::visit(ValuesOf(), *answer));
    if (!checked.errors.empty()) return unfit(row);
    ItemChange change{.after = {.district = row.district,
                                .kind = kind,
                                .slug = slug_of(row),
                                .state = domain::ItemState::Published,
                                .original = original,
                                .titles = titles_of(checked.values),
                                .version = 1,
                                .published_version = 1,
                                .changed_at = now,
                                .languages = domain::marks_after(kind, {}, {}, checked.values, 1)}};
    change.audit = {.at = now,
                    .role = std::string(role),
                    .district = row.district,
                    .what = "import",
                    .version = 1,
                    .state = domain::ItemState::Published};
    const auto checked_on = base::parse_date(domain::text_at(checked.values, "last-checked"));
    change.facts = domain::verified_after_save(as.kind, {}, {}, checked.values,
                                               {checked_on.value_or(today), 0, std::string(role)});
    change.revision =
        Revision{.version = 1, .role = std::string(role), .made_at = now, .values = std::move(checked.values)};
    return change;
}

// Of a district: there is a report of it.
base::Result<bool> is_activated(ContentStore& content, const ContentRow& row) {
    if (row.section != districts_section) return false;
    const auto report = content.content_body(routes::api_opening(slug_of(row)));
    return report.transform([](const auto& body) { return body.has_value(); });
}

}  // namespace

base::Result<void> import_items(ItemStore& store, std::span<const ContentRow> rows, base::Instant now,
                                base::Date today) {
    std::vector<ItemChange> changes;
    for (const auto& row : rows)
        if (const auto* as = imported_as(row)) {
            auto change = change_of(row, *as, now, today);
            if (!change) return std::unexpected(change.error());
            changes.push_back(std::move(*change));
        }
    return store.apply_all(std::move(changes));
}

base::Result<Renewal> renew_content(ItemStore& items, ContentStore& content, std::span<const ContentRow> rows,
                                    base::Instant now, base::Date today) {
    Renewal renewal;
    std::vector<ContentRow> others;
    for (auto row : rows) {
        const auto old = content.content_body(row.address);
        if (!old) return std::unexpected(old.error());
        const bool is_new = !old->has_value();
        if (const auto* as = imported_as(row)) {
            if (!is_new) row.body = **old;  // A desk that does not have it yet gets what is public.
            auto change = change_of(row, *as, now, today);
            if (!change) return std::unexpected(change.error());
            if (is_new) change->publish = std::move(row);
            const auto item = items.apply(std::move(*change));
            if (!item && item.error().code != base::ErrorCode::Conflict) return std::unexpected(item.error());
            ++(item && is_new ? renewal.added : renewal.kept);
            continue;
        }
        const auto activated = is_activated(content, row);
        if (!activated) return std::unexpected(activated.error());
        const bool is_kept = !is_new && (*activated || row.body == **old);
        ++(is_new ? renewal.added : is_kept ? renewal.kept : renewal.renewed);
        if (!is_kept) others.push_back(std::move(row));
    }
    if (auto done = content.put_content(others); !done) return std::unexpected(done.error());
    return renewal;
}

}  // namespace service
