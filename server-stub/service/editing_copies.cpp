// Texts that a district takes from another one.
#include <algorithm>
#include <utility>

#include "server-stub/service/edit_refusal.hpp"

namespace service {
namespace {

using domain::Right;
using Why = EditRefusal::Why;

bool is_offered(const StoredItem& item, const std::string& district) {
    return item.published_version > 0 && item.district != district && domain::can_be_copied(item.kind);
}

}  // namespace

Edited<CopyOffers> Editing::copy_offers(const Editor& editor, const std::string& district, const CopyFilter& filter,
                                        const std::optional<ItemCursor>& after, std::size_t limit) {
    if (!may(editor, Right::ReadItems, district)) return refuse(Why::NotAllowed);
    if (!domain::can_be_copied(filter.kind)) return CopyOffers();
    auto districts = filter.districts;
    std::erase(districts, district);
    // One more than is shown tells whether the list goes on.
    auto places = store_.published(districts, filter.kind, after, limit + 1);
    if (!places) return refuse(places.error());
    CopyOffers found;
    if (places->size() > limit) {
        places->resize(limit);
        found.next = places->back();
    }
    for (const auto& place : *places) {
        auto item = store_.item(place.id);
        if (!item) return refuse(item.error());
        if (!is_offered(*item, district)) continue;  // Withdrawn since the line above.
        const auto published = store_.revision(item->id, item->published_version);
        if (!published) return refuse(published.error());
        item->titles = titles_of(published->values);
        found.offers.push_back({std::move(*item), published->made_at});
    }
    return found;
}

Edited<StoredItem> Editing::copy(const Editor& editor, const std::string& district, ItemId original,
                                 base::Instant now) {
    if (!may(editor, Right::EditItems, district)) return refuse(Why::NotAllowed);
    const auto item = store_.item(original);
    if (!item) return refuse(item.error());
    if (!is_offered(*item, district)) return refuse(Why::NotFound);
    const auto published = store_.revision(item->id, item->published_version);
    if (!published) return refuse(published.error());
    const auto date = legal_time_.local_at(published->made_at).date;
    NewItem copy{.kind = item->kind,
                 .slug = {},
                 .values = domain::copy_of(item->kind, published->values),
                 .source = {},
                 .copied_on = date};
    // What came with the seed no court has written: nobody is named for it.
    if (published->account != 0)
        copy.source = domain::CopySource{.district = item->district,
                                         .kind = item->kind,
                                         .slug = item->slug,
                                         .item = item->id,
                                         .version = published->version,
                                         .date = date};
    return create(editor, district, std::move(copy), now);
}

Edited<std::optional<SourceState>> Editing::source_of(const Editor& editor, const StoredItem& item) {
    const auto newest = revision(editor, item.district, item.id, item.version);
    if (!newest) return std::unexpected(newest.error());
    const auto source = domain::source_of(newest->values);
    if (!source) return std::nullopt;
    const auto original = store_.item(source->item);
    if (!original && original.error().code != base::ErrorCode::NotFound) return refuse(original.error());
    return SourceState{*source, original ? original->published_version : 0};
}

// The public reads whose text it was: what cannot say it is not published.
base::Result<base::LocalizedText> Editing::source_city(const domain::Values& values) const {
    const auto source = domain::source_of(values);
    if (!source) return base::LocalizedText();
    auto city = surroundings_.city_of(source->district);
    if (!city.empty()) return city;
    return std::unexpected(base::Error{base::ErrorCode::Unavailable, "nobody knows the city of " + source->district});
}

}  // namespace service
