#include "shared/desk/inbox_filters.hpp"

#include "shared/base/pairs.hpp"
#include "shared/desk/voice_parts.hpp"
#include "shared/desk/voice_words.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/parts.hpp"

namespace desk {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;
using domain::VoiceFilter;
using Nodes = std::vector<doc::Node>;

// The choices of one row: what they lead to differs in one thing.
class Row {
public:
    Row(const i18n::Text& tr, const routes::DeskRoom& route, const InboxData& data)
        : tr_(tr), route_(route), data_(data) {}

    // What there is nothing of is not offered, unless it was chosen, or it says that there is nothing: late.
    void add(doc::Text words, const VoiceFilter& only, bool is_always = false) {
        const int count = domain::count_of(data_.groups, only);
        const bool is_here = only == data_.only;
        if (count == 0 && !is_here && !is_always) return;
        auto to = route_;
        to.query = inbox_query(data_.shelf, only);
        doc::Options options{.key = to.query, .attributes = {{Attribute::Href, routes::address_of(to)}}};
        if (is_here) options.attributes.emplace_back(Attribute::AriaCurrent, "true");
        is_narrowed_ |= is_here && !links_.empty();
        words.append(" · ").append(tr_(msg::voice_filter_count, {.count = count}));
        links_.push_back(
            doc::text(Tag::A, is_here ? Style::NavCurrent : Style::NavLink, std::move(words), std::move(options)));
    }

    // Nothing where there is nothing to choose between.
    void move_to(Nodes& rows, std::string id, i18n::Key words) {
        constexpr std::size_t all_and_one = 2;
        if (links_.size() <= all_and_one && !is_narrowed_) return;
        links_.insert(links_.begin(),
                      doc::text(Tag::P, Style::RowLabel, tr_(words), {.attributes = {{Attribute::Id, id}}}));
        rows.push_back(doc::block(Tag::Nav, Style::NavRow, std::move(links_),
                                  {.key = id, .attributes = {{Attribute::AriaLabelledBy, id}}}));
    }

private:
    const i18n::Text& tr_;
    const routes::DeskRoom& route_;
    const InboxData& data_;
    Nodes links_;
    bool is_narrowed_ = false;  // By one of them; the first takes that back.
};

i18n::Formatted words_of(const i18n::Text& tr, domain::TermGroup group) {
    if (group == domain::TermGroup::Late) return tr(msg::voice_filter_late);
    return tr(msg::voice_filter_soon, {.days = domain::soon_within_days});
}

template <class Value>
VoiceFilter with(VoiceFilter only, std::optional<Value> VoiceFilter::* what, std::optional<Value> value) {
    only.*what = std::move(value);
    return only;
}

}  // namespace

std::string inbox_query(VoiceShelf shelf, const VoiceFilter& only, std::string_view after) {
    std::string query("show=");
    query.append(name_of(shelf));
    if (only.clock) query.append("&clock=").append(domain::name_of(*only.clock));
    if (only.kind) query.append("&kind=").append(domain::name_of(*only.kind));
    if (only.service)
        query.append("&service=")
            .append(only.service->empty() ? std::string(domain::whole_district) : base::encode_value(*only.service));
    if (only.whose) query.append("&whose=").append(domain::name_of(*only.whose));
    if (!after.empty()) query.append("&after=").append(after);
    return query;
}

bool has_filters(const InboxData& data) { return !data.groups.empty() || !data.only.is_any(); }

doc::Node inbox_filters(const i18n::Text& tr, const routes::DeskRoom& route, const InboxData& data) {
    const auto& only = data.only;
    Row clocks(tr, route, data), kinds(tr, route, data), services(tr, route, data), whose(tr, route, data);
    clocks.add(tr(msg::items_all), with(only, &VoiceFilter::clock, {}), true);
    for (const auto group : domain::term_groups)
        clocks.add(words_of(tr, group), with(only, &VoiceFilter::clock, std::optional(group)), true);
    kinds.add(tr(msg::items_all), with(only, &VoiceFilter::kind, {}), true);
    for (const auto kind : domain::contribution_kinds)
        kinds.add(tr(words_of(kind)), with(only, &VoiceFilter::kind, std::optional(kind)));
    services.add(tr(msg::items_all), with(only, &VoiceFilter::service, {}), true);
    for (const auto& [slug, name] : data.services)
        services.add(service_words(tr, slug, name), with(only, &VoiceFilter::service, std::optional(slug)));
    whose.add(tr(msg::items_all), with(only, &VoiceFilter::whose, {}), true);
    for (const auto one : domain::whoses)
        whose.add(tr(one == domain::Whose::Mine ? msg::voice_filter_mine : msg::voice_filter_nobody),
                  with(only, &VoiceFilter::whose, std::optional(one)), true);
    Nodes rows;
    whose.move_to(rows, "by-whose", msg::voice_assigned);
    clocks.move_to(rows, "by-clock", msg::voice_filter_clock);
    kinds.move_to(rows, "by-kind", msg::voice_filter_kind);
    services.move_to(rows, "by-service", msg::voice_filter_service);
    return doc::block(Tag::Section, Style::Part, std::move(rows),
                      {.key = "filters", .attributes = {{Attribute::AriaLabel, i18n::plain(tr(msg::items_filter))}}});
}

}  // namespace desk
