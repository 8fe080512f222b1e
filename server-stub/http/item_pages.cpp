#include "server-stub/http/item_pages.hpp"

#include <algorithm>
#include <format>
#include <ranges>
#include <utility>

#include "server-stub/http/copy_handlers.hpp"
#include "server-stub/http/item_parts.hpp"
#include "server-stub/http/item_preview.hpp"
#include "server-stub/http/not_taken.hpp"
#include "shared/base/pairs.hpp"
#include "shared/desk/again.hpp"
#include "shared/desk/item.hpp"
#include "shared/desk/item_preview.hpp"
#include "shared/desk/items.hpp"
#include "shared/domain/court_sheet.hpp"
#include "shared/domain/item_difference.hpp"
#include "shared/domain/rights.hpp"
#include "shared/wire/item_form.hpp"

namespace http {
namespace {

using desk::ItemData;
using desk::ItemView;
using service::EditRefusal;
using service::StoredItem;
using Why = EditRefusal::Why;

constexpr std::size_t items_on_a_page = 50;
constexpr std::size_t revisions_on_a_page = 50;
constexpr std::string_view new_item = "new";

routes::DeskItem route_of(const Exchange& exchange, std::string item) {
    return {exchange.language, district_of(exchange), std::move(item), false, {}};
}
routes::DeskItem route_of(const Exchange& exchange) { return route_of(exchange, exchange.values["item"]); }

std::shared_ptr<const domain::District> district_at(const Exchange& exchange) {
    return exchange.services().content.find_district(district_of(exchange));
}

// Somebody who has gone has no name any more. `role` is the one in which it was done; empty: the one of today.
desk::Doer doer_of(const Exchange& exchange, std::int64_t account, std::string_view role, base::Instant at) {
    const auto& services = exchange.services();
    const auto person = services.accounts.person(account).value_or(domain::Person{.name = "—"});
    return {.name = person.name,
            .role = domain::parse_role(role).value_or(person.role),
            .at = services.legal_time.local_at(at)};
}

std::optional<base::LocalTime> local(const Exchange& exchange, const std::optional<base::Instant>& instant) {
    if (!instant) return std::nullopt;
    return exchange.services().legal_time.local_at(*instant);
}

ItemView view_of(const Exchange& exchange, const StoredItem& item) {
    return {.number = std::to_string(item.id),
            .kind = item.kind,
            .state = item.state,
            .version = item.version,
            .live_version = item.published_version,
            .title = title_in(exchange, item),
            .languages = domain::statuses_of(item.languages, item.original),
            .changed = doer_of(exchange, item.author, {}, item.changed_at),
            .locked = {},
            .goes_public = local(exchange, item.release_at),
            .ends = local(exchange, item.release_at ? item.until : item.expires_at)};
}

void refuse(const Exchange& exchange, const EditRefusal& refusal) {
    if (refusal.why == Why::Unavailable)
        if (auto page = give_back(exchange, status_of(refusal), desk::NotTaken::Busy))
            return exchange.reply(std::move(*page));
    exchange.reply(error_response(exchange, status_of(refusal), code_of(refusal.why)));
}

// Nothing where it has been answered.
std::optional<StoredItem> item_at(const Exchange& exchange) {
    const auto id = positive_number(exchange.values["item"]);
    if (!id || !district_at(exchange)) {
        refuse(exchange, {.why = Why::NotFound});
        return std::nullopt;
    }
    auto item = exchange.services().editing.find(editor_of(exchange), district_of(exchange), *id);
    if (item) return std::move(*item);
    refuse(exchange, item.error());
    return std::nullopt;
}

std::vector<domain::ItemStep> steps_of(const Exchange& exchange, const StoredItem& item) {
    const auto& account = exchange.who->account;
    const domain::Actor actor{account.role, account.district, item.author == account.id};
    const auto now = exchange.services().clock();
    const base::Instant later{now.milliseconds + 1};
    std::vector<domain::ItemStep> steps;
    for (const auto step : domain::item_steps) {
        domain::StepRequest request{.step = step, .at = {}, .until = {}, .reason = "-"};
        if (domain::needs_moment(step)) request.at = later;
        if (domain::judge_step(item.state, item.kind, item.district, actor, request, now)) steps.push_back(step);
    }
    return steps;
}

// Where something can take place.
std::vector<domain::Court> courts_with_appeal(const domain::District& district) {
    auto courts = district.courts;
    courts.insert(courts.begin(), {domain::CourtId(std::string(domain::appeal_slug)), district.court_of_appeal, {}});
    return courts;
}

ItemData data_of(const Exchange& exchange, const StoredItem& item, domain::Values values) {
    auto findings = exchange.services().editing.check(item.kind, values);
    auto previews = previews_of(exchange, item.kind, values, &item);
    return {.item = view_of(exchange, item),
            .values = std::move(values),
            .errors = {},
            .step_problem = {},
            .steps = steps_of(exchange, item),
            .courts = courts_with_appeal(*district_at(exchange)),
            .can_save = domain::can_save(item.state) && may(exchange, domain::Right::EditItems),
            .is_checked = true,
            .findings = std::move(findings),
            .previews = std::move(previews),
            .copied = copied_of(exchange, item)};
}

ItemData data_of_new(const Exchange& exchange, domain::ItemKind kind, domain::Values values) {
    auto previews = previews_of(exchange, kind, values, nullptr);
    return {.item = {.number = {}, .kind = kind},
            .values = std::move(values),
            .errors = {},
            .step_problem = {},
            .steps = {},
            .courts = courts_with_appeal(*district_at(exchange)),
            .can_save = true,
            .previews = std::move(previews)};
}

void show(const Exchange& exchange, int status, const ItemData& data) {
    exchange.reply(html(exchange, status, desk::item_page(exchange.tr(), route_of(exchange), data)));
}

// For the client, which shows it while somebody types.
bool takes_json(const Exchange& exchange) { return exchange.request.header("accept") == "application/json"; }

void show_preview_alone(const Exchange& exchange, const ItemData& data) {
    wire::PageData sent;
    sent.document = desk::preview_alone(desk::item_page(exchange.tr(), route_of(exchange), data));
    exchange.reply(json(200, wire::encode_page_data(sent)));
}

base::Pairs query_of(const Exchange& exchange) { return base::parse_pairs(exchange.query).value_or(base::Pairs{}); }

// Of the values that are kept; nothing where it has been answered.
std::optional<domain::Values> values_of(const Exchange& exchange, const StoredItem& item) {
    auto revision = exchange.services().editing.revision(editor_of(exchange), item.district, item.id, item.version);
    if (revision) {
        domain::set_source(revision->values, {});  // No field of a form.
        return std::move(revision->values);
    }
    refuse(exchange, revision.error());
    return std::nullopt;
}

// Somebody saved since the form was made: what both did, side by side.
void show_merge(const Exchange& exchange, const StoredItem& current, int version, const domain::Values& mine) {
    const auto theirs = values_of(exchange, current);
    if (!theirs) return;
    auto base = exchange.services().editing.revision(editor_of(exchange), current.district, current.id, version);
    if (base) domain::set_source(base->values, {});  // As of theirs: no field of a form.
    const domain::Values nothing;
    // As it would have been kept: how a browser ends lines is no change.
    const auto checked = domain::check_values(current.kind, mine);
    const desk::MergeData data{.item = view_of(exchange, current),
                               .facts = domain::merge_facts(base ? base->values : nothing,
                                                            checked.errors.empty() ? checked.values : mine, *theirs)};
    exchange.reply(
        html(exchange, 412,
             desk::merge_page(exchange.tr(), route_of(exchange), data, courts_with_appeal(*district_at(exchange)))));
}

// Typed values with what is wrong with them; nothing of them is lost.
void show_refusal(const Exchange& exchange, ItemData data, const EditRefusal& refusal) {
    data.errors = refusal.errors;
    // The next moment makes another address.
    data.is_unavailable = refusal.why == Why::Unavailable || refusal.why == Why::SlugTaken;
    if (refusal.why == Why::WrongState) data.step_problem = domain::StepProblem::WrongState;
    if (refusal.why == Why::Step) data.step_problem = refusal.problem;
    show(exchange, status_of(refusal), data);
}

void go_to(const Exchange& exchange, const StoredItem& item, std::string query) {
    auto route = route_of(exchange, std::to_string(item.id));
    route.query = std::move(query);
    exchange.reply(redirect(303, routes::address_of(route)));
}

void create(const Exchange& exchange, const wire::ItemForm& form) {
    auto made = exchange.services().editing.create(editor_of(exchange), district_of(exchange),
                                                   {.kind = form.kind, .slug = {}, .values = form.values},
                                                   exchange.services().clock());
    if (made) return go_to(exchange, *made, "saved=1");
    if (made.error().why == Why::NotAllowed) return refuse(exchange, made.error());
    show_refusal(exchange, data_of_new(exchange, form.kind, form.values), made.error());
}

void save(const Exchange& exchange, const StoredItem& item, const wire::ItemForm& form) {
    auto saved = exchange.services().editing.save(editor_of(exchange), district_of(exchange), item.id, form.version,
                                                  form.values, exchange.services().clock());
    if (saved) return go_to(exchange, *saved, std::format("saved={}", saved->version));
    const auto& refusal = saved.error();
    if (refusal.why == Why::NotFound || refusal.why == Why::NotAllowed) return refuse(exchange, refusal);
    if (refusal.why == Why::Changed && refusal.current)
        return show_merge(exchange, *refusal.current, form.version, form.values);
    auto data = data_of(exchange, item, form.values);
    data.item.version = form.version;  // What was typed was made from this one.
    show_refusal(exchange, std::move(data), refusal);
}

// Each with what it changed; of a long history the end.
void add_revisions(const Exchange& exchange, const StoredItem& item, const std::vector<service::Revision>& all,
                   desk::HistoryData& data) {
    auto& editing = exchange.services().editing;
    domain::Values before;
    bool has_before = false;
    for (const auto& one : all | std::views::take(revisions_on_a_page + 1) | std::views::reverse) {
        auto whole = editing.revision(editor_of(exchange), item.district, item.id, one.version);
        if (!whole) continue;
        if (has_before || one.version == 1)
            data.revisions.insert(data.revisions.begin(),
                                  {.version = one.version,
                                   .author = doer_of(exchange, one.account, one.role, one.made_at),
                                   .changes = has_before ? domain::difference(before, whole->values)
                                                         : std::vector<domain::ValueChange>()});
        before = std::move(whole->values);
        has_before = true;
    }
}

void add_audit(const Exchange& exchange, const StoredItem& item, desk::HistoryData& data) {
    const auto rows = exchange.services().editing.audit(editor_of(exchange), item.district, item.id);
    if (!rows) return;
    const auto& legal_time = exchange.services().legal_time;
    for (const auto& row : *rows | std::views::reverse | std::views::take(revisions_on_a_page)) {
        const auto step = domain::parse_item_step(row.what);
        data.audit.push_back(
            {.what = row.what,
             .by = row.account == 0 ? std::nullopt : std::optional(doer_of(exchange, row.account, row.role, row.at)),
             .at = legal_time.local_at(row.at),
             .reason = step && domain::needs_reason(*step) ? row.detail : std::string()});
    }
}

}  // namespace

void get_items(ExchangePtr exchange) {
    const auto district = district_at(*exchange);
    if (!district) return refuse(*exchange, {.why = Why::NotFound});
    const auto filter = item_filter_of(*exchange);
    const auto items = exchange->services().editing.list(
        editor_of(*exchange), filter, parse_item_cursor(base::single(query_of(*exchange), "cursor").value_or("")),
        items_on_a_page + 1);
    if (!items) return refuse(*exchange, items.error());
    desk::ItemsData data{.city = district->city.in(exchange->language),
                         .items = {},
                         .next = {},
                         .kind = filter.kind,
                         .state = filter.state,
                         .may_edit = may(*exchange, domain::Right::EditItems)};
    const auto due =
        exchange->services().editing.duty_counts(editor_of(*exchange), filter.district, exchange->services().clock());
    if (due) data.overdue = due->overdue;
    for (const auto& item : *items | std::views::take(items_on_a_page)) data.items.push_back(view_of(*exchange, item));
    if (items->size() > items_on_a_page) data.next = cursor_of((*items)[items_on_a_page - 1]);
    const routes::DeskRoom route{exchange->language, filter.district, routes::Room::Items, exchange->query};
    exchange->reply(html(*exchange, 200, desk::items_page(exchange->tr(), route, data)));
}

void get_item(ExchangePtr exchange) {
    const auto query = query_of(*exchange);
    if (exchange->values["item"] == new_item) {
        const auto kind = domain::parse_item_kind(base::single(query, "kind").value_or(""));
        if (!kind || !district_at(*exchange)) return refuse(*exchange, {.why = Why::NotFound});
        if (!may(*exchange, domain::Right::EditItems)) return refuse(*exchange, {.why = Why::NotAllowed});
        return show(*exchange, 200,
                    data_of_new(*exchange, *kind, {{"original", std::string(base::code_of(exchange->language))}}));
    }
    const auto item = item_at(*exchange);
    if (!item) return;
    auto values = values_of(*exchange, *item);
    if (!values) return;
    auto data = data_of(*exchange, *item, std::move(*values));
    if (base::single(query, "saved") == std::to_string(item->version)) data.saved = item->version;
    data.is_new_copy = data.copied && base::single(query, "copied") == "1" && item->version == 1;
    data.done = domain::parse_item_step(base::single(query, "done").value_or(""));
    if (data.can_save)
        if (const auto lock =
                exchange->services().editing.open(editor_of(*exchange), *item, exchange->services().clock()))
            data.item.locked = doer_of(*exchange, lock->account, lock->role, lock->since);
    show(*exchange, 200, data);
}

void post_item(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    const bool is_new = exchange->values["item"] == new_item;
    const auto item = is_new ? std::nullopt : item_at(*exchange);
    if (!is_new && !item) return;
    if (!district_at(*exchange)) return refuse(*exchange, {.why = Why::NotFound});
    auto form = wire::parse_item_form(exchange->request.body);
    if (!form || (item && form->kind != item->kind))
        return exchange->reply(error_response(*exchange, 422, base::ErrorCode::BadInput));
    using enum wire::ItemForm::Wish;
    if (form->row.empty() && form->wish == Save)
        return is_new ? create(*exchange, *form) : save(*exchange, *item, *form);
    const auto& editing = exchange->services().editing;
    std::optional<std::size_t> mended;
    if (form->wish == Mend) mended = editing.mend(form->kind, form->values, form->mend.path, form->mend.flaw);
    auto data = is_new ? data_of_new(*exchange, form->kind, form->values) : data_of(*exchange, *item, form->values);
    if (is_new && form->wish != Keep) {
        data.is_checked = true;
        data.findings = editing.check(form->kind, form->values);
    }
    data.mended = mended;
    data.item.version = form->version;  // Another row is no reason to overwrite what came meanwhile.
    data.open_row = form->row;
    if (form->wish == Preview && takes_json(*exchange)) return show_preview_alone(*exchange, data);
    show(*exchange, 200, data);
}

void post_item_step(ExchangePtr exchange) {
    const auto& account = exchange->who->account;
    if (!domain::may_step(account.role, account.district, district_of(*exchange)))
        return refuse(*exchange, {.why = Why::NotAllowed});
    if (!accepts_form(*exchange)) return;
    const auto form = wire::parse_item_step_form(exchange->request.body);
    if (!form) return exchange->reply(error_response(*exchange, 422, base::ErrorCode::BadInput));
    const auto item = item_at(*exchange);
    if (!item) return;
    const auto& services = exchange->services();
    const auto instant = [&](const std::string& typed) -> std::optional<base::Instant> {
        const auto moment = wire::parse_typed_moment(typed);
        return moment ? std::optional(services.legal_time.instant_at(*moment)) : std::nullopt;
    };
    const service::ItemStepRequest request{.step = form->step,
                                           .at = instant(form->at),
                                           .until = instant(form->until),
                                           .reason = form->reason,
                                           .approved = {}};
    const auto refuse_step = [&](int status, domain::StepProblem problem, std::vector<domain::ItemError> errors = {}) {
        auto values = values_of(*exchange, *item);
        if (!values) return;
        auto data = data_of(*exchange, *item, std::move(*values));
        data.typed_at = form->at;
        data.typed_until = form->until;
        data.typed_reason = form->reason;
        data.step_problem = problem;
        data.errors = std::move(errors);
        show(*exchange, status, data);
    };
    // An end that cannot be read is no "until further notice".
    if (!form->until.empty() && !request.until) return refuse_step(422, domain::StepProblem::UntilPast);
    const auto moved =
        services.editing.step(editor_of(*exchange), item->district, item->id, form->version, request, services.clock());
    if (moved) return go_to(*exchange, *moved, std::format("done={}", domain::name_of(form->step)));
    const auto& refusal = moved.error();
    switch (refusal.why) {
        case Why::NotFound:
        case Why::Unavailable: return refuse(*exchange, refusal);
        case Why::NotAllowed: return refuse_step(403, domain::StepProblem::NotAllowed);
        case Why::Changed:
        case Why::WrongState: return refuse_step(status_of(refusal), domain::StepProblem::WrongState);
        case Why::Unfit:
        case Why::Step:
        case Why::SlugTaken: break;
    }
    refuse_step(status_of(refusal), refusal.problem.value_or(domain::StepProblem::ValuesMissing), refusal.errors);
}

void post_item_restore(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    const auto form = wire::parse_item_restore_form(exchange->request.body);
    if (!form) return exchange->reply(error_response(*exchange, 422, base::ErrorCode::BadInput));
    const auto item = item_at(*exchange);
    if (!item) return;
    const auto& services = exchange->services();
    const auto restored = services.editing.restore(editor_of(*exchange), item->district, item->id, form->version,
                                                   form->to, services.clock());
    if (restored) return go_to(*exchange, *restored, std::format("saved={}", restored->version));
    const auto& refusal = restored.error();
    if (refusal.why == Why::NotFound || refusal.why == Why::NotAllowed) return refuse(*exchange, refusal);
    auto values = values_of(*exchange, *item);
    if (!values) return;
    auto data = data_of(*exchange, *item, std::move(*values));
    data.step_problem = domain::StepProblem::WrongState;
    data.is_unavailable = refusal.why == Why::Unavailable;
    show(*exchange, status_of(refusal), data);
}

void get_item_history(ExchangePtr exchange) {
    const auto item = item_at(*exchange);
    if (!item) return;
    const auto revisions = exchange->services().editing.revisions(editor_of(*exchange), item->district, item->id);
    if (!revisions) return refuse(*exchange, revisions.error());
    desk::HistoryData data{.item = view_of(*exchange, *item),
                           .revisions = {},
                           .can_restore = domain::can_save(item->state) && may(*exchange, domain::Right::EditItems)};
    add_revisions(*exchange, *item, *revisions, data);
    add_audit(*exchange, *item, data);
    auto route = route_of(*exchange);
    route.history = true;
    exchange->reply(html(*exchange, 200, desk::history_page(exchange->tr(), route, data)));
}

}  // namespace http
