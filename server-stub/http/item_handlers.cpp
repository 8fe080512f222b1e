#include "server-stub/http/item_handlers.hpp"

#include <ranges>
#include <utility>

#include "server-stub/http/item_parts.hpp"
#include "server-stub/http/json_body.hpp"
#include "server-stub/http/words.hpp"
#include "shared/base/pairs.hpp"
#include "shared/wire/copies.hpp"
#include "shared/wire/item_api.hpp"

namespace http {
namespace {

using service::EditRefusal;
using service::StoredItem;
using Why = EditRefusal::Why;

wire::Item item_of(const StoredItem& item, domain::Values values) {
    wire::Item sent{.id = std::to_string(item.id),
                    .kind = item.kind,
                    .slug = item.slug,
                    .state = item.state,
                    .original = item.original,
                    .version = item.version,
                    .published_version = item.published_version,
                    .changed_at = item.changed_at,
                    .release_at = item.release_at,
                    .expires_at = item.release_at ? item.until : item.expires_at,
                    .languages = {},
                    .values = std::move(values)};
    const auto statuses = domain::statuses_of(item.languages, item.original);
    for (const auto language : base::languages)
        sent.languages.push_back({language, statuses[base::index_of(language)]});
    return sent;
}

base::Result<wire::Item> whole(const Exchange& exchange, const StoredItem& item) {
    auto revision = exchange.services().editing.revision(editor_of(exchange), item.district, item.id, item.version);
    if (!revision) return std::unexpected(base::Error{code_of(revision.error().why), {}});
    const auto source = domain::source_of(revision->values);
    domain::set_source(revision->values, {});  // Not a value that could be sent back.
    auto sent = item_of(item, std::move(revision->values));
    sent.copied_from = source;
    return sent;
}

void reply_with(const Exchange& exchange, int status, const StoredItem& item) {
    const auto sent = whole(exchange, item);
    if (!sent) return exchange.reply(error_response(exchange, 503, sent.error().code));
    auto response = json(status, wire::encode(*sent));
    response.set("ETag", wire::version_tag(item.version));
    exchange.reply(std::move(response));
}

wire::ProblemDocument document_of(int status, std::string_view code, base::LocalizedText message,
                                  std::string pointer = {}) {
    return {.code = std::string(code),
            .title = std::string(code),
            .status = status,
            .pointer = std::move(pointer),
            .message = std::move(message),
            .errors = {}};
}

// "title/ar" stands in the body as /values/title~1ar (RFC 6901).
std::string pointer_of(std::string_view path) {
    std::string pointer = "/values/";
    for (const char c : path) c == '/' ? pointer += "~1" : pointer += c;
    return pointer;
}

void refuse(const Exchange& exchange, const EditRefusal& refusal, domain::ItemKind kind = domain::ItemKind::Article) {
    const int status = status_of(refusal);
    switch (refusal.why) {
        case Why::Changed:
            if (refusal.current) return reply_with(exchange, status, *refusal.current);
            break;
        case Why::WrongState:
            return exchange.reply(problem(status, "wrong-state", words_of(domain::StepProblem::WrongState)));
        case Why::SlugTaken: return exchange.reply(problem(status, "slug-taken", words_of(base::ErrorCode::BadInput)));
        case Why::Step: {
            const auto wrong = refusal.problem.value_or(domain::StepProblem::ValuesMissing);
            auto document = document_of(status, domain::name_of(wrong), words_of(wrong));
            for (const auto& finding : refusal.findings)
                document.errors.push_back({.code = std::string(domain::name_of(finding.flaw)),
                                           .pointer = pointer_of(finding.path),
                                           .message = words_of(kind, finding)});
            return exchange.reply(problem(document));
        }
        case Why::Unfit: {
            const auto& first = refusal.errors.front();
            auto document = document_of(status, domain::name_of(first.problem), words_of(first.problem),
                                        first.path.empty() ? "" : pointer_of(first.path));
            for (const auto& error : refusal.errors)
                document.errors.push_back({.code = std::string(domain::name_of(error.problem)),
                                           .pointer = error.path.empty() ? "" : pointer_of(error.path),
                                           .message = words_of(error.problem)});
            return exchange.reply(problem(document));
        }
        case Why::NotFound:
        case Why::NotAllowed:
        case Why::Unavailable: break;
    }
    exchange.reply(error_response(exchange, status, code_of(refusal.why)));
}

// Nothing where it has been answered.
std::optional<StoredItem> item_at(const Exchange& exchange) {
    const auto id = positive_number(exchange.values["item"]);
    if (id) {
        auto item = exchange.services().editing.find(editor_of(exchange), district_of(exchange), *id);
        if (item) return std::move(*item);
        refuse(exchange, item.error());
    } else {
        refuse(exchange, {.why = Why::NotFound});
    }
    return std::nullopt;
}

// The version that the sender has seen; nothing where it has been answered.
std::optional<int> seen_version(const Exchange& exchange) {
    const auto header = exchange.request.header("if-match");
    const auto version = wire::parse_version_tag(header);
    if (version) return version;
    const bool is_missing = header.empty();
    exchange.reply(problem(is_missing ? 428 : 412, is_missing ? "version-missing" : "version-unknown",
                           words_of(base::ErrorCode::BadInput)));
    return std::nullopt;
}

// `kind` is that of the item.
void answer(const Exchange& exchange, int status, const service::Edited<StoredItem>& edited,
            domain::ItemKind kind = domain::ItemKind::Article) {
    if (edited) return reply_with(exchange, status, *edited);
    refuse(exchange, edited.error(), kind);
}

}  // namespace

void get_items_json(ExchangePtr exchange) {
    const auto query = base::parse_pairs(exchange->query).value_or(base::Pairs{});
    const auto limit = limit_of(*exchange);
    if (!limit) return;
    const auto after = parse_item_cursor(base::single(query, "cursor").value_or(""));
    const auto items =
        exchange->services().editing.list(editor_of(*exchange), item_filter_of(*exchange), after, *limit + 1);
    if (!items) return refuse(*exchange, items.error());
    wire::List<wire::Item> list;
    for (const auto& item : *items | std::views::take(*limit)) list.items.push_back(item_of(item, item.titles));
    if (items->size() > *limit) list.next = cursor_of((*items)[*limit - 1]);
    exchange->reply(json(200, wire::encode(list)));
}

void post_items_json(ExchangePtr exchange) {
    auto body = read_json(*exchange, wire::decode_new_item);
    if (!body) return;
    const auto& services = exchange->services();
    answer(
        *exchange, 201,
        services.editing.create(editor_of(*exchange), district_of(*exchange),
                                {.kind = body->kind, .slug = std::move(body->slug), .values = std::move(body->values)},
                                services.clock()));
}

void get_item_json(ExchangePtr exchange) {
    if (const auto item = item_at(*exchange)) reply_with(*exchange, 200, *item);
}

void get_item_checks_json(ExchangePtr exchange) {
    const auto item = item_at(*exchange);
    if (!item) return;
    auto& editing = exchange->services().editing;
    const auto revision = editing.revision(editor_of(*exchange), item->district, item->id, item->version);
    if (!revision) return refuse(*exchange, revision.error());
    wire::List<wire::ItemFinding> list;
    for (auto& finding : editing.check(item->kind, revision->values))
        list.items.push_back({.path = finding.path,
                              .flaw = finding.flaw,
                              .severity = finding.severity,
                              .message = words_of(item->kind, finding),
                              .mend = std::move(finding.mend).value_or("")});
    auto response = json(200, wire::encode(list));
    response.set("ETag", wire::version_tag(item->version));
    exchange->reply(std::move(response));
}

void post_item_json(ExchangePtr exchange) {
    const auto body = read_json(*exchange, wire::decode_item_save);
    if (!body) return;
    const auto item = item_at(*exchange);
    if (!item) return;
    const auto version = seen_version(*exchange);
    if (!version) return;
    const auto& services = exchange->services();
    answer(*exchange, 200,
           services.editing.save(editor_of(*exchange), item->district, item->id, *version, body->values,
                                 services.clock()));
}

void post_item_step_json(ExchangePtr exchange) {
    const auto& account = exchange->who->account;
    if (!domain::may_step(account.role, account.district, district_of(*exchange)))
        return refuse(*exchange, {.why = Why::NotAllowed});
    auto body = read_json(*exchange, wire::decode_item_move);
    if (!body) return;
    const auto item = item_at(*exchange);
    if (!item) return;
    const auto version = seen_version(*exchange);
    if (!version) return;
    const auto& services = exchange->services();
    answer(*exchange, 200,
           services.editing.step(editor_of(*exchange), item->district, item->id, *version,
                                 {.step = body->step,
                                  .at = body->at,
                                  .until = body->until,
                                  .reason = std::move(body->reason),
                                  .approved = {}},
                                 services.clock()),
           item->kind);
}

void get_revisions_json(ExchangePtr exchange) {
    const auto item = item_at(*exchange);
    if (!item) return;
    const auto revisions = exchange->services().editing.revisions(editor_of(*exchange), item->district, item->id);
    if (!revisions) return refuse(*exchange, revisions.error());
    wire::List<wire::ItemRevision> list;
    for (const auto& one : *revisions) list.items.push_back({one.version, one.role, one.made_at, {}});
    exchange->reply(json(200, wire::encode(list)));
}

void get_revision_json(ExchangePtr exchange) {
    const auto item = item_at(*exchange);
    if (!item) return;
    const auto version = positive_number(exchange->values["version"]);
    if (!version || *version > item->version) return refuse(*exchange, {.why = Why::NotFound});
    auto one = exchange->services().editing.revision(editor_of(*exchange), item->district, item->id,
                                                     static_cast<int>(*version));
    if (!one) return refuse(*exchange, one.error());
    domain::set_source(one->values, {});
    exchange->reply(
        json(200, wire::encode(wire::ItemRevision{one->version, one->role, one->made_at, std::move(one->values)})));
}

void post_item_restore_json(ExchangePtr exchange) {
    const auto body = read_json(*exchange, wire::decode_item_restore);
    if (!body) return;
    const auto item = item_at(*exchange);
    if (!item) return;
    const auto version = seen_version(*exchange);
    if (!version) return;
    const auto& services = exchange->services();
    answer(*exchange, 200,
           services.editing.restore(editor_of(*exchange), item->district, item->id, *version, body->version,
                                    services.clock()));
}

void post_copy_json(ExchangePtr exchange) {
    const auto body = read_json(*exchange, wire::decode_copy_order);
    if (!body) return;
    const auto original = positive_number(body->item);
    if (!original) return refuse(*exchange, {.why = Why::NotFound});
    const auto& services = exchange->services();
    answer(*exchange, 201,
           services.editing.copy(editor_of(*exchange), district_of(*exchange), *original, services.clock()));
}

}  // namespace http
