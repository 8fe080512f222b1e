#include "server-stub/service/item_import.hpp"

#include <array>

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

struct ValuesOf {
    domain::Values operator()(const auto& thing) const {
        if constexpr (requires { domain::values_of(thing, original); }) return domain::values_of(thing, original);
        else return {};
    }
};

std::unexpected<base::Error> unfit(const ContentRow& row) {
    return std::unexpected(base::Error{base::ErrorCode::Internal, row.address + " cannot be edited"});
}

base::Result<ItemChange> change_of(const ContentRow& row, const Imported& as, base::Instant now) {
    const auto answer = wire::decode_answer(as.subject, row.body);
    if (!answer) return unfit(row);
    const auto* resource = std::get_if<domain::Resource>(&*answer);
    const auto kind = resource != nullptr ? domain::item_kind_of(resource->kind) : as.kind;
    auto checked = domain::check_values(kind, std::visit(ValuesOf(), *answer));
    if (!checked.errors.empty()) return unfit(row);
    ItemChange change{.after = {.district = row.district,
                                .kind = kind,
                                .slug = row.address.substr(row.address.rfind('/') + 1),
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
    change.revision =
        Revision{.version = 1, .role = std::string(role), .made_at = now, .values = std::move(checked.values)};
    return change;
}

}  // namespace

base::Result<void> import_items(ItemStore& store, std::span<const ContentRow> rows, base::Instant now) {
    std::vector<ItemChange> changes;
    for (const auto& row : rows)
        for (const auto& as : imported) {
            if (row.section != as.section || row.district.empty()) continue;  // The country has no desk.
            auto change = change_of(row, as, now);
            if (!change) return std::unexpected(change.error());
            changes.push_back(std::move(*change));
        }
    return store.apply_all(std::move(changes));
}

}  // namespace service
