#include "server-stub/storage/sqlite/detail/contribution_tables.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <limits>
#include <utility>

#include "server-stub/storage/sqlite/detail/contribution_rows.hpp"
#include "shared/base/day_text.hpp"

namespace storage::sqlite::detail {
namespace {

using service::StoredContribution;
using service::StoredStep;

constexpr int code_tries = 16;

// In the order of ContributionTables::Sql.
std::array<std::string, 17> all_texts() {
    return {
        select_contributions("receipt = ?"), select_contributions("contribution.id = ? AND district = ?"),
        select_contributions(
            "district = ? AND state = ? AND contribution.id < ? ORDER BY contribution.id DESC LIMIT ?"),
        select_contributions(
            "district = ? AND published_on IS NOT NULL AND state <> 'withdrawn' AND contribution.id < ?"
            " ORDER BY contribution.id DESC LIMIT ?"),
        select_contributions("term <= ? AND (term, contribution.id) > (?, ?) ORDER BY term, contribution.id LIMIT ?"),
        "SELECT receipt FROM idempotency WHERE key = ?",
        "INSERT INTO receipt (code, language, received_at_ms, received_on) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (code) DO NOTHING",
        "INSERT INTO idempotency (key, receipt) VALUES (?, ?)",
        "INSERT INTO contribution (receipt, district, service, kind, text, state, version, concerns, acknowledge_by,"
        " answer_by, published_on, term, noted, has_appealed, has_contested) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?,"
        " 0, 0)",
        "UPDATE contribution SET text = ?, state = ?, version = ?, acknowledge_by = ?, answer_by = ?, acknowledged_on "
        "= ?,"
        " answered_on = ?, asked_on = ?, published_on = ?, term = ?, has_appealed = ?, has_contested = ?,"
        " answer_step = ?, concerns = ?, noted = ?, corrected_on = ? WHERE id = ? AND version = ?",
        "INSERT INTO contribution_step (contribution, number, step, from_state, to_state, account, role, at_ms, on_day,"
        " words, reason, outcome, said, proof, by_day, legal_basis, body, merged_into)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        "SELECT number, step, from_state, to_state, account, role, at_ms, on_day, words, reason, outcome, said, proof, "
        "by_day,"
        " legal_basis, body, merged_into FROM contribution_step WHERE contribution = ? ORDER BY number",
        "SELECT count(*), count(published_on), count(acknowledged_on), count(answered_on),"
        " total(acknowledged_on <= acknowledge_by), total(answered_on <= answer_by), total(term < ?2),"
        " total(state IN ('held', 'appealed')) + (SELECT count(*) FROM redaction JOIN contribution AS redacted"
        " ON redacted.id = redaction.contribution WHERE redaction_state = 'contested' AND redacted.district = ?1),"
        " total(state IN ('published', 'private', 'acknowledged', 'refusal-drafted', 'contested')),"
        " total(julianday(acknowledged_on) - julianday(received_on) <= ?3),"
        " total(julianday(acknowledged_on) - julianday(received_on) <= ?4),"
        " total(julianday(answered_on) - julianday(received_on) <= ?5),"
        " total(julianday(answered_on) - julianday(received_on) <= ?6),"
        " total(julianday(answered_on) - julianday(received_on) <= ?7)"
        " FROM contribution JOIN receipt ON receipt.code = contribution.receipt WHERE district = ?1",
        "SELECT count(DISTINCT contribution) FROM contribution_alarm WHERE district = ? AND alarm = ?",
        "INSERT INTO contribution_alarm (contribution, term, alarm, district, at_ms) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        "SELECT term, alarm, at_ms FROM contribution_alarm WHERE contribution = ? ORDER BY at_ms, term, alarm",
        // Of a term that ran out and runs no more nobody need be told.
        "SELECT contribution.id, contribution.term FROM contribution_alarm JOIN contribution"
        " ON contribution.id = contribution_alarm.contribution AND contribution.term = contribution_alarm.term"
        " WHERE contribution_alarm.district = ? AND alarm = ? ORDER BY contribution.term, contribution.id"};
}

std::unexpected<base::Error> error(base::ErrorCode code, std::string what) {
    return std::unexpected(base::Error{code, std::move(what)});
}

std::string running_term(const StoredContribution& one) {
    const auto term = domain::running_term(one.clock, one.state);
    return term ? base::print(*term) : std::string();
}

}  // namespace

enum class ContributionTables::Sql : std::uint8_t {
    ByCode,
    ByNumber,
    InStateBackwards,
    Public,
    WithTerm,
    Key,
    AddReceipt,
    AddKey,
    Add,
    Change,
    AddStep,
    Steps,
    Counts,
    CountAlarms,
    Raise,
    Alarms,
    Escalations,
};

base::Result<std::unique_ptr<ContributionTables>> ContributionTables::over(sqlite3* database, std::mutex& mutex) {
    const auto texts = all_texts();
    static_assert(std::tuple_size_v<decltype(texts)> == static_cast<std::size_t>(Sql::Escalations) + 1);
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    auto audit = AuditTable::over(database);
    if (!audit) return std::unexpected(audit.error());
    auto redactions = RedactionTables::over(database);
    if (!redactions) return std::unexpected(redactions.error());
    auto inbox = InboxTables::over(database);
    if (!inbox) return std::unexpected(inbox.error());
    auto statements = Statement::prepare_all(database, views);
    if (!statements) return std::unexpected(statements.error());
    return std::unique_ptr<ContributionTables>(new ContributionTables(
        database, mutex, std::move(*audit), std::move(*redactions), std::move(*inbox), std::move(*statements)));
}

base::Result<StoredContribution> ContributionTables::read_one(Statement& row) {
    auto all = read_contributions(row);
    if (!all) return std::unexpected(all.error());
    if (all->empty()) return error(base::ErrorCode::NotFound, "no such contribution");
    return std::move(all->front());
}

base::Result<std::optional<StoredContribution>> ContributionTables::with_key(std::string_view key) {
    auto& row = statement(Sql::Key).with(key);
    const auto found = row.step();
    if (!found) return std::unexpected(found.error());
    const auto code = *found ? row.text(0) : std::string();
    row.reset();
    if (!*found) return std::nullopt;
    auto one = read_one(statement(Sql::ByCode).with(std::string_view(code)));
    if (one) return std::optional(std::move(*one));
    // Of a rating.
    if (one.error().code == base::ErrorCode::NotFound) return error(base::ErrorCode::Conflict, "the key was used");
    return std::unexpected(one.error());
}

base::Result<domain::ReceiptCode> ContributionTables::add_receipt(const StoredContribution& contribution,
                                                                  const service::CodeSource& codes) {
    const auto day = base::print(contribution.clock.received_on);
    for (int i = 0; i < code_tries; ++i) {
        const auto code = codes();
        const auto done = statement(Sql::AddReceipt)
                              .with(std::string_view(code.digits()), base::code_of(contribution.language),
                                    contribution.received_at.milliseconds, std::string_view(day))
                              .execute();
        if (!done) return std::unexpected(done.error());
        if (sqlite3_changes(database_) == 1) return code;
    }
    return error(base::ErrorCode::Internal, "no free receipt code was found");
}

base::Result<void> ContributionTables::add_step(std::int64_t id, const StoredStep& step) {
    const auto on = base::print(step.on);
    const auto role = role_text(step.by);
    const std::string_view words = step.words;
    const auto reason = step.reason ? OptionalText(domain::name_of(*step.reason)) : OptionalText();
    const auto& answer = step.answer;
    auto& insert = statement(Sql::AddStep);
    const auto with = [&](const auto&... rest) {
        return insert
            .with(id, step.number, domain::name_of(step.step), domain::name_of(step.from), domain::name_of(step.to),
                  step.by.account, std::string_view(role), step.at.milliseconds, std::string_view(on), words, reason,
                  rest...)
            .execute();
    };
    if (!answer) return with(nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr);
    const auto by = answer->by ? base::print(*answer->by) : std::string();
    return with(domain::name_of(answer->outcome), std::string_view(answer->words), std::string_view(answer->proof),
                std::string_view(by), std::string_view(answer->legal_basis), std::string_view(answer->body),
                std::string_view(answer->merged_into));
}

base::Result<StoredContribution> ContributionTables::add(const StoredContribution& contribution,
                                                         const StoredStep& first, std::string_view key,
                                                         const service::CodeSource& codes) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    auto earlier = with_key(key);
    if (!earlier) return std::unexpected(earlier.error());
    if (*earlier) {
        if (service::same_words(**earlier, contribution)) return std::move(**earlier);
        return error(base::ErrorCode::Conflict, "the key was used with other words");
    }
    const auto code = add_receipt(contribution, codes);
    if (!code) return std::unexpected(code.error());
    if (auto done = statement(Sql::AddKey).with(key, std::string_view(code->digits())).execute(); !done)
        return std::unexpected(done.error());
    const auto concerns = joined(contribution.concerns), noted = joined(contribution.noted);
    const auto acknowledge_by = base::print(contribution.clock.acknowledge_by),
               answer_by = base::print(contribution.clock.answer_by), term = running_term(contribution);
    const DayOrNull published(contribution.published_on);
    const auto added =
        statement(Sql::Add)
            .with(std::string_view(code->digits()), std::string_view(contribution.district),
                  std::string_view(contribution.service), domain::name_of(contribution.kind),
                  std::string_view(contribution.text), domain::name_of(contribution.state), contribution.version,
                  std::string_view(concerns), std::string_view(acknowledge_by), std::string_view(answer_by),
                  published.value(), term.empty() ? OptionalText() : OptionalText(term), std::string_view(noted))
            .execute();
    if (!added) return std::unexpected(added.error());
    auto kept = contribution;
    kept.id = sqlite3_last_insert_rowid(database_);
    kept.code = *code;
    if (auto done = add_step(kept.id, first); !done) return std::unexpected(done.error());
    if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
    return kept;
}

base::Result<StoredContribution> ContributionTables::find(const domain::ReceiptCode& code) {
    const std::lock_guard lock(mutex_);
    return read_one(statement(Sql::ByCode).with(std::string_view(code.digits())));
}

base::Result<StoredContribution> ContributionTables::find(std::string_view district, std::int64_t id) {
    const std::lock_guard lock(mutex_);
    return read_one(statement(Sql::ByNumber).with(id, district));
}

base::Result<std::vector<StoredStep>> ContributionTables::steps(std::int64_t id) {
    const std::lock_guard lock(mutex_);
    std::vector<StoredStep> all;
    auto& rows = statement(Sql::Steps).with(id);
    const auto read = for_each_row(rows, "a step in the database cannot be read", [&](const auto& row) {
        auto one = step_in(row);
        if (one) all.push_back(std::move(*one));
        return one.has_value();
    });
    if (!read) return std::unexpected(read.error());
    return all;
}

base::Result<std::vector<StoredContribution>> ContributionTables::list(const service::ContributionFilter& filter) {
    const std::lock_guard lock(mutex_);
    const std::string_view district = filter.district;
    const auto limit = static_cast<std::int64_t>(filter.limit);
    const auto before = filter.after == 0 ? std::numeric_limits<std::int64_t>::max() : filter.after;
    if (filter.states.empty()) return read_contributions(statement(Sql::Public).with(district, before, limit));
    if (filter.oldest_first) return inbox_.list(filter);
    std::vector<StoredContribution> all;
    for (const auto state : filter.states) {
        auto part =
            read_contributions(statement(Sql::InStateBackwards).with(district, domain::name_of(state), before, limit));
        if (!part) return std::unexpected(part.error());
        std::ranges::move(*part, std::back_inserter(all));
    }
    std::ranges::sort(all, std::greater<>(), &StoredContribution::id);
    if (all.size() > filter.limit) all.erase(all.begin() + limit, all.end());
    return all;
}

base::Result<std::vector<domain::VoiceGroup>> ContributionTables::groups(const service::ContributionFilter& filter) {
    const std::lock_guard lock(mutex_);
    return inbox_.groups(filter);
}

base::Result<void> ContributionTables::take(const StoredContribution& after, std::span<const StoredStep> steps) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    const auto acknowledge_by = base::print(after.clock.acknowledge_by), answer_by = base::print(after.clock.answer_by),
               term = running_term(after);
    const DayOrNull acknowledged(after.clock.acknowledged_on), answered(after.clock.answered_on),
        asked(after.clock.asked_on), published(after.published_on), corrected(after.corrected_on);
    const auto answer = after.answer ? OptionalInteger(after.answer_step) : OptionalInteger();
    for (const auto& step : steps)
        if (auto done = redactions_.note(after.id, step); !done) return done;
    const auto concerns = joined(after.concerns), noted = joined(after.noted);
    const auto changed =
        statement(Sql::Change)
            .with(std::string_view(after.text), domain::name_of(after.state), after.version,
                  std::string_view(acknowledge_by), std::string_view(answer_by), acknowledged.value(), answered.value(),
                  asked.value(), published.value(), term.empty() ? OptionalText() : OptionalText(term),
                  std::int64_t{after.has_appealed}, std::int64_t{after.has_contested}, answer,
                  std::string_view(concerns), std::string_view(noted), corrected.value(), after.id,
                  after.version - std::ssize(steps))
            .execute();
    if (!changed) return changed;
    if (sqlite3_changes(database_) == 0) return error(base::ErrorCode::Conflict, "it has gone on meanwhile");
    for (const auto& step : steps) {
        if (auto done = add_step(after.id, step); !done) return done;
        if (!step.by.role) continue;
        if (auto done = note(after, step.by, step.at, std::string(domain::name_of(step.step)), {}); !done) return done;
    }
    return transaction->commit();
}

base::Result<service::VoiceCounts> ContributionTables::counts(std::string_view district, base::Date today) {
    const std::lock_guard lock(mutex_);
    const auto day = base::print(today);
    const auto& [read_soon, read_in_time] = service::read_after_days;
    const auto& [soon, month, in_time] = service::answered_after_days;
    auto& row =
        statement(Sql::Counts).with(district, std::string_view(day), read_soon, read_in_time, soon, month, in_time);
    if (const auto found = row.step(); !found) return std::unexpected(found.error());
    auto counts = counts_in(row);
    row.reset();
    for (const auto& [alarm, into] : {std::pair(domain::Alarm::TellHead, &counts.told_head),
                                      std::pair(domain::Alarm::TellMinistry, &counts.told_ministry)}) {
        auto& told = statement(Sql::CountAlarms).with(district, domain::name_of(alarm));
        if (const auto found = told.step(); !found) return std::unexpected(found.error());
        *into = told.integer(0);
        told.reset();
    }
    return counts;
}

base::Result<std::vector<StoredContribution>> ContributionTables::with_term_until(base::Date until,
                                                                                  const service::TermCursor& after,
                                                                                  std::size_t limit) {
    const std::lock_guard lock(mutex_);
    const auto last = base::print(until), from = after.term ? base::print(*after.term) : std::string();
    return read_contributions(
        statement(Sql::WithTerm)
            .with(std::string_view(last), std::string_view(from), after.id, static_cast<std::int64_t>(limit)));
}

base::Result<bool> ContributionTables::raise(const service::StoredAlarm& alarm, std::string_view district) {
    const std::lock_guard lock(mutex_);
    const auto term = base::print(alarm.term);
    const auto done = statement(Sql::Raise)
                          .with(alarm.contribution, std::string_view(term), domain::name_of(alarm.alarm), district,
                                alarm.at.milliseconds)
                          .execute();
    if (!done) return std::unexpected(done.error());
    return sqlite3_changes(database_) == 1;
}

base::Result<std::vector<service::StoredAlarm>> ContributionTables::alarms(std::int64_t id) {
    const std::lock_guard lock(mutex_);
    std::vector<service::StoredAlarm> all;
    auto& rows = statement(Sql::Alarms).with(id);
    const auto read = for_each_row(rows, "an alarm in the database cannot be read", [&](const auto& row) {
        const auto term = base::parse_date(row.text(0));
        const auto alarm = domain::parse_alarm(row.text(1));
        if (!term || !alarm) return false;
        all.push_back({id, *alarm, *term, {row.integer(2)}});
        return true;
    });
    if (!read) return std::unexpected(read.error());
    return all;
}

base::Result<std::vector<service::Escalation>> ContributionTables::escalations(std::string_view district,
                                                                               domain::Alarm alarm) {
    const std::lock_guard lock(mutex_);
    std::vector<service::Escalation> all;
    auto& rows = statement(Sql::Escalations).with(district, domain::name_of(alarm));
    const auto read = for_each_row(rows, "a term in the database cannot be read", [&](const auto& row) {
        const auto term = base::parse_date(row.text(1));
        if (term) all.push_back({row.integer(0), *term});
        return term.has_value();
    });
    if (!read) return std::unexpected(read.error());
    return all;
}

}  // namespace storage::sqlite::detail
