#include "server-stub/storage/sqlite/store.hpp"

#include <algorithm>
#include <optional>

#include "server-stub/storage/sqlite/detail/account_tables.hpp"
#include "server-stub/storage/sqlite/detail/author_tables.hpp"
#include "server-stub/storage/sqlite/detail/connection.hpp"
#include "server-stub/storage/sqlite/detail/content_tables.hpp"
#include "server-stub/storage/sqlite/detail/contribution_tables.hpp"
#include "server-stub/storage/sqlite/detail/image_tables.hpp"
#include "server-stub/storage/sqlite/detail/item_tables.hpp"
#include "server-stub/storage/sqlite/detail/migrations.hpp"
#include "server-stub/storage/sqlite/detail/moderation_rule_tables.hpp"
#include "server-stub/storage/sqlite/detail/need_tables.hpp"
#include "server-stub/storage/sqlite/detail/portal_tables.hpp"
#include "server-stub/storage/sqlite/detail/report_tables.hpp"
#include "server-stub/storage/sqlite/detail/visit_tables.hpp"
#include "shared/base/day_text.hpp"

namespace storage::sqlite {
namespace {

using detail::Statement;
using Answer = base::Result<domain::Receipt>;

constexpr int code_tries = 16;
constexpr auto in_memory_path = ":memory:";

constexpr std::string_view select_receipt =
    "SELECT receipt.code, language, received_at_ms, received_on, district, service, level, completed, text"
    " FROM receipt JOIN rating ON rating.receipt = receipt.code WHERE receipt.code = ?";
constexpr std::string_view select_reasons = "SELECT reason FROM rating_reason WHERE receipt = ?";
constexpr std::string_view select_key = "SELECT receipt FROM idempotency WHERE key = ?";
constexpr std::string_view insert_receipt =
    "INSERT INTO receipt (code, language, received_at_ms, received_on) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (code) DO NOTHING";
constexpr std::string_view insert_rating =
    "INSERT INTO rating (receipt, district, service, level, completed, text) VALUES (?, ?, ?, ?, ?, ?)";
constexpr std::string_view insert_reason = "INSERT INTO rating_reason (receipt, reason) VALUES (?, ?)";
constexpr std::string_view insert_key = "INSERT INTO idempotency (key, receipt) VALUES (?, ?)";

std::unexpected<base::Error> damaged(std::string detail) {
    return std::unexpected(base::Error{base::ErrorCode::Internal, std::move(detail)});
}

}  // namespace

struct Store::Connection {
    detail::Database database;  // First: statements end before it closes.
    Statement select_receipt, select_reasons, select_key;
    Statement insert_receipt, insert_rating, insert_reason, insert_key;
    detail::ContentTables content;
    detail::VisitTables visits;
    std::unique_ptr<detail::AccountTables> accounts{};  // These are made once the store has its mutex.
    std::unique_ptr<detail::ItemTables> items{};
    std::unique_ptr<detail::ImageTables> images{};
    std::unique_ptr<detail::PortalTables> portals{};
    std::unique_ptr<detail::ContributionTables> contributions{};
    std::unique_ptr<detail::NeedTables> needs{};
    std::unique_ptr<detail::AuthorTables> authors{};
    std::unique_ptr<detail::ReportTables> reports{};
    std::unique_ptr<detail::ModerationRuleTables> moderation_rules{};

    static base::Result<std::unique_ptr<Connection>> over(detail::Database database);

    Answer read_receipt(std::string_view code);
    base::Result<std::optional<std::string>> code_of_key(std::string_view key);
    base::Result<domain::ReceiptCode> insert_with_free_code(const domain::Receipt& receipt,
                                                            const service::CodeSource& codes);
    base::Result<void> insert_values(const service::NewRating& rating, std::string_view code);
    // The outer result is the transaction's, the inner one this rating's.
    base::Result<Answer> record_one(const service::NewRating& rating, const service::CodeSource& codes);
    base::Result<std::vector<Answer>> record_all(std::span<const service::NewRating> batch,
                                                 const service::CodeSource& codes);
};

struct Store::Reading {
    detail::Database database;
    detail::ContentTables content;
    std::mutex mutex;
};

base::Result<std::unique_ptr<Store::Connection>> Store::Connection::over(detail::Database database) {
    std::vector<Statement> statements;
    for (const auto sql : {sqlite::select_receipt, sqlite::select_reasons, sqlite::select_key, sqlite::insert_receipt,
                           sqlite::insert_rating, sqlite::insert_reason, sqlite::insert_key}) {
        auto statement = Statement::prepare(database.get(), sql);
        if (!statement) return std::unexpected(statement.error());
        statements.push_back(std::move(*statement));
    }
    auto content = detail::ContentTables::over(database.get());
    if (!content) return std::unexpected(content.error());
    auto visits = detail::VisitTables::over(database.get());
    if (!visits) return std::unexpected(visits.error());
    auto next = [&, i = std::size_t{0}]() mutable { return std::move(statements[i++]); };
    // Braces keep the order of the list above.
    return std::unique_ptr<Connection>(new Connection{std::move(database), next(), next(), next(), next(), next(),
                                                      next(), next(), std::move(*content), std::move(*visits)});
}

Answer Store::Connection::read_receipt(std::string_view code) {
    auto& row = select_receipt.with(code);
    const auto found = row.step();
    if (!found) return std::unexpected(found.error());
    if (!*found) return std::unexpected(base::Error{base::ErrorCode::NotFound, "no such receipt"});

    domain::Receipt receipt;
    const auto parsed_code = domain::ReceiptCode::parse(row.text(0));
    const auto language = base::parse_language(row.text(1));
    const auto day = base::parse_date(row.text(3));
    if (!parsed_code || !language || !day) return damaged("a receipt in the database cannot be read");
    receipt.code = *parsed_code;
    receipt.language = *language;
    receipt.received_at = {row.integer(2)};
    receipt.received_on = *day;
    receipt.district = domain::DistrictId(row.text(4));
    receipt.service = domain::ServiceId(row.text(5));
    receipt.rating.level = static_cast<int>(row.integer(6));
    if (!row.is_null(7)) receipt.rating.completed = domain::parse_completed(row.text(7));
    receipt.rating.text = row.text(8);
    row.reset();

    auto& reasons = select_reasons.with(code);
    for (;;) {
        const auto more = reasons.step();
        if (!more) return std::unexpected(more.error());
        if (!*more) break;
        const auto reason = domain::parse_reason(reasons.text(0));
        if (!reason) return damaged("a reason in the database is unknown");
        receipt.rating.reasons.push_back(*reason);
    }
    reasons.reset();
    std::ranges::sort(receipt.rating.reasons);
    return receipt;
}

base::Result<std::optional<std::string>> Store::Connection::code_of_key(std::string_view key) {
    const auto found = select_key.with(key).step();
    if (!found) return std::unexpected(found.error());
    auto code = *found ? std::optional(select_key.text(0)) : std::nullopt;
    select_key.reset();
    return code;
}

base::Result<domain::ReceiptCode> Store::Connection::insert_with_free_code(const domain::Receipt& receipt,
                                                                           const service::CodeSource& codes) {
    const auto day = base::print(receipt.received_on);
    for (int i = 0; i < code_tries; ++i) {
        const auto code = codes();
        const auto done = insert_receipt
                              .with(std::string_view(code.digits()), base::code_of(receipt.language),
                                    receipt.received_at.milliseconds, std::string_view(day))
                              .execute();
        if (!done) return std::unexpected(done.error());
        if (sqlite3_changes(database.get()) == 1) return code;
    }
    return damaged("no free receipt code was found");
}

base::Result<void> Store::Connection::insert_values(const service::NewRating& entry, std::string_view code) {
    const auto& receipt = entry.receipt;
    const auto& rating = receipt.rating;
    const std::string_view district = receipt.district.value();
    const std::string_view service = receipt.service.value();
    const std::string_view text = rating.text;
    const auto inserted =
        rating.completed
            ? insert_rating.with(code, district, service, rating.level, domain::name_of(*rating.completed), text)
                  .execute()
            : insert_rating.with(code, district, service, rating.level, nullptr, text).execute();
    if (!inserted) return inserted;
    for (const auto reason : rating.reasons)
        if (auto done = insert_reason.with(code, domain::name_of(reason)).execute(); !done) return done;
    return insert_key.with(std::string_view(entry.key), code).execute();
}

base::Result<Answer> Store::Connection::record_one(const service::NewRating& entry, const service::CodeSource& codes) {
    const auto earlier = code_of_key(entry.key);
    if (!earlier) return std::unexpected(earlier.error());
    if (*earlier) {
        auto stored = read_receipt(**earlier);
        if (!stored && stored.error().code != base::ErrorCode::NotFound) return std::unexpected(stored.error());
        if (!stored) return Answer(std::unexpected(base::Error{base::ErrorCode::Conflict, "the key was used"}));
        if (service::same_values(*stored, entry.receipt)) return Answer(std::move(*stored));
        return Answer(std::unexpected(base::Error{base::ErrorCode::Conflict, "the key was used with other values"}));
    }
    const auto code = insert_with_free_code(entry.receipt, codes);
    if (!code) return std::unexpected(code.error());
    if (auto done = insert_values(entry, code->digits()); !done) return std::unexpected(done.error());
    auto receipt = entry.receipt;
    receipt.code = *code;
    return Answer(std::move(receipt));
}

base::Result<std::vector<Answer>> Store::Connection::record_all(std::span<const service::NewRating> batch,
                                                                const service::CodeSource& codes) {
    auto transaction = detail::Transaction::begin(database.get());
    if (!transaction) return std::unexpected(transaction.error());
    std::vector<Answer> answers;
    for (const auto& rating : batch) {
        auto answer = record_one(rating, codes);
        if (!answer) return std::unexpected(answer.error());
        answers.push_back(std::move(*answer));
    }
    if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
    return answers;
}

Store::Store(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Store::~Store() = default;

base::Result<std::unique_ptr<Store>> Store::open(const std::filesystem::path& file) { return open_path(file.string()); }
base::Result<std::unique_ptr<Store>> Store::in_memory() { return open_path(in_memory_path); }

base::Result<std::unique_ptr<Store>> Store::open_path(const std::string& path) {
    auto database = detail::open(path);
    if (!database) return std::unexpected(database.error());
    if (auto done = detail::migrate(database->get()); !done) return std::unexpected(done.error());
    auto connection = Connection::over(std::move(*database));
    if (!connection) return std::unexpected(connection.error());
    auto store = std::unique_ptr<Store>(new Store(std::move(*connection)));
    auto accounts = detail::AccountTables::over(store->connection_->database.get(), store->mutex_);
    if (!accounts) return std::unexpected(accounts.error());
    store->connection_->accounts = std::move(*accounts);
    auto items =
        detail::ItemTables::over(store->connection_->database.get(), store->connection_->content, store->mutex_);
    if (!items) return std::unexpected(items.error());
    store->connection_->items = std::move(*items);
    auto images = detail::ImageTables::over(store->connection_->database.get(), store->mutex_);
    if (!images) return std::unexpected(images.error());
    store->connection_->images = std::move(*images);
    auto portals =
        detail::PortalTables::over(store->connection_->database.get(), store->connection_->content, store->mutex_);
    if (!portals) return std::unexpected(portals.error());
    store->connection_->portals = std::move(*portals);
    auto contributions = detail::ContributionTables::over(store->connection_->database.get(), store->mutex_);
    if (!contributions) return std::unexpected(contributions.error());
    store->connection_->contributions = std::move(*contributions);
    auto needs = detail::NeedTables::over(store->connection_->database.get(), store->mutex_);
    if (!needs) return std::unexpected(needs.error());
    store->connection_->needs = std::move(*needs);
    auto authors = detail::AuthorTables::over(store->connection_->database.get(), store->mutex_);
    if (!authors) return std::unexpected(authors.error());
    store->connection_->authors = std::move(*authors);
    auto reports = detail::ReportTables::over(store->connection_->database.get(), store->mutex_);
    if (!reports) return std::unexpected(reports.error());
    store->connection_->reports = std::move(*reports);
    auto rules = detail::ModerationRuleTables::over(store->connection_->database.get(), store->mutex_);
    if (!rules) return std::unexpected(rules.error());
    store->connection_->moderation_rules = std::move(*rules);
    if (path == in_memory_path) return store;
    auto reader = detail::open_to_read(path);
    if (!reader) return std::unexpected(reader.error());
    auto content = detail::ContentTables::over(reader->get());
    if (!content) return std::unexpected(content.error());
    store->reading_.reset(new Reading{.database = std::move(*reader), .content = std::move(*content), .mutex = {}});
    return store;
}

base::Result<void> Store::replace_content(std::span<const service::ContentRow> rows) {
    const std::lock_guard lock(mutex_);
    auto transaction = detail::Transaction::begin(connection_->database.get());
    if (!transaction) return std::unexpected(transaction.error());
    if (auto done = connection_->content.remove_all(); !done) return done;
    for (const auto& row : rows)
        if (auto done = connection_->content.put(row); !done) return done;
    return transaction->commit();
}

base::Result<void> Store::put_content(std::span<const service::ContentRow> rows) {
    const std::lock_guard lock(mutex_);
    auto transaction = detail::Transaction::begin(connection_->database.get());
    if (!transaction) return std::unexpected(transaction.error());
    for (const auto& row : rows)
        if (auto done = connection_->content.put(row); !done) return done;
    return transaction->commit();
}

template <class Ask>
auto Store::read_content(const Ask& ask) {
    if (reading_) {
        const std::lock_guard lock(reading_->mutex);
        return ask(reading_->content);
    }
    const std::lock_guard lock(mutex_);
    return ask(connection_->content);
}

base::Result<std::optional<std::string>> Store::content_body(std::string_view address) {
    return read_content([&](auto& content) { return content.body(address); });
}

base::Result<std::vector<service::ContentLine>> Store::content_lines(std::string_view district,
                                                                     std::string_view section,
                                                                     const std::optional<service::ContentCursor>& after,
                                                                     std::size_t limit) {
    return read_content([&](auto& content) { return content.list(district, section, after, limit); });
}

base::Result<std::vector<service::ContentLine>> Store::content_lines_before(std::string_view district,
                                                                            std::string_view section,
                                                                            const service::ContentCursor& before,
                                                                            std::size_t limit) {
    return read_content([&](auto& content) { return content.list_before(district, section, before, limit); });
}

std::vector<Answer> Store::record(std::span<const service::NewRating> batch, const service::CodeSource& codes) {
    const std::lock_guard lock(mutex_);
    auto answers = connection_->record_all(batch, codes);
    if (answers) return std::move(*answers);
    const base::Error error{base::ErrorCode::Unavailable, answers.error().detail};
    return std::vector<Answer>(batch.size(), std::unexpected(error));
}

Answer Store::find(const domain::ReceiptCode& code) {
    const std::lock_guard lock(mutex_);
    return connection_->read_receipt(code.digits());
}

base::Result<void> Store::record_visits(std::span<const service::LoggedEvent> events,
                                        std::span<const service::DayTally> tallies) {
    const std::lock_guard lock(mutex_);
    return connection_->visits.record(events, tallies);
}

base::Result<void> Store::record_visitors(std::span<const service::VisitorCount> counts) {
    const std::lock_guard lock(mutex_);
    return connection_->visits.record(counts);
}

base::Result<std::vector<service::LoggedEvent>> Store::visit_events(std::int64_t from_s, std::int64_t until_s) {
    const std::lock_guard lock(mutex_);
    return connection_->visits.events(from_s, until_s);
}

base::Result<std::vector<service::DayTally>> Store::tallies() {
    const std::lock_guard lock(mutex_);
    return connection_->visits.tallies();
}

base::Result<std::vector<service::VisitorCount>> Store::visitors() {
    const std::lock_guard lock(mutex_);
    return connection_->visits.visitors();
}

service::AccountStore& Store::accounts() { return *connection_->accounts; }
service::ImageStore& Store::images() { return *connection_->images; }
service::PortalStore& Store::portals() { return *connection_->portals; }

service::ContributionStore& Store::contributions() { return *connection_->contributions; }
service::NeedStore& Store::needs() { return *connection_->needs; }
service::ReportStore& Store::reports() { return *connection_->reports; }
service::ModerationRuleStore& Store::moderation_rules() { return *connection_->moderation_rules; }
service::AuthorStore& Store::authors() { return *connection_->authors; }
service::ItemStore& Store::items() { return *connection_->items; }

base::Result<std::vector<QueryPlan>> Store::query_plans() {
    const std::lock_guard lock(mutex_);
    auto* database = connection_->database.get();
    std::vector<QueryPlan> plans;
    for (auto* one = sqlite3_next_stmt(database, nullptr); one != nullptr; one = sqlite3_next_stmt(database, one))
        plans.push_back({sqlite3_sql(one), {}});
    for (auto& plan : plans) {
        auto rows = Statement::prepare(database, "EXPLAIN QUERY PLAN " + plan.sql);
        if (!rows) return std::unexpected(rows.error());
        for (;;) {
            const auto more = rows->step();
            if (!more) return std::unexpected(more.error());
            if (!*more) break;
            plan.steps.push_back(rows->text(3));
        }
    }
    return plans;
}

base::Result<std::string> Store::integrity() {
    const std::lock_guard lock(mutex_);
    return detail::read_text(connection_->database.get(), "PRAGMA integrity_check");
}

}  // namespace storage::sqlite
