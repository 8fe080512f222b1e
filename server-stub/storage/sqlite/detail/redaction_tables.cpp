#include "server-stub/storage/sqlite/detail/redaction_tables.hpp"

#include <array>
#include <utility>

#include "shared/base/day_text.hpp"
#include "shared/domain/hours.hpp"
#include "shared/domain/redaction.hpp"

namespace storage::sqlite::detail {
namespace {

// In the order of RedactionTables::Sql.
constexpr std::array<std::string_view, 13> texts{
    "INSERT INTO sealed_original (contribution, number, text, remove_on)"
    " SELECT id, ?1, text, ?2 FROM contribution WHERE id = ?3 AND version = ?1 - 1",
    // What is contested already is judged with what comes to it.
    "INSERT INTO redaction (contribution, redaction_state, redacted_for) VALUES (?, 'standing', ?)"
    " ON CONFLICT (contribution) DO UPDATE SET redacted_for = excluded.redacted_for,"
    " redaction_state = iif(redaction_state = 'contested', 'contested', 'standing')",
    "UPDATE redaction SET redaction_state = ? WHERE contribution = ?", "DELETE FROM redaction WHERE contribution = ?",
    "DELETE FROM sealed_original WHERE contribution = ?",
    "SELECT number, text, remove_on FROM sealed_original WHERE contribution = ? ORDER BY number",
    // Nothing is left that it could be contested by.
    "UPDATE redaction SET redaction_state = 'kept' WHERE redaction_state = 'standing' AND contribution IN"
    " (SELECT contribution FROM sealed_original WHERE remove_on <= ?1) AND NOT EXISTS (SELECT 1 FROM sealed_original"
    " AS later WHERE later.contribution = redaction.contribution AND later.remove_on > ?1)",
    "DELETE FROM sealed_original WHERE remove_on <= ? AND NOT EXISTS (SELECT 1 FROM redaction"
    " WHERE redaction.contribution = sealed_original.contribution AND redaction_state = 'contested')",
    "INSERT INTO contribution_revision (contribution, number, was_text, remove_on)"
    " SELECT id, ?1, text, ?2 FROM contribution WHERE id = ?3 AND version = ?1 - 1",
    "DELETE FROM contribution_revision WHERE contribution = ?",
    "SELECT number, was_text, remove_on FROM contribution_revision WHERE contribution = ? ORDER BY number",
    "DELETE FROM contribution_revision WHERE remove_on <= ?",
    "UPDATE contribution_step SET words = '' WHERE contribution = ? AND role = 'author'"};

}  // namespace

enum class RedactionTables::Sql : std::uint8_t {
    Seal,
    Mark,
    SetState,
    Unmark,
    Unseal,
    Originals,
    Settle,
    Remove,
    KeepRevision,
    ForgetRevisions,
    Revisions,
    RemoveRevisions,
    ForgetWords
};

base::Result<RedactionTables> RedactionTables::over(sqlite3* database) {
    static_assert(texts.size() == static_cast<std::size_t>(Sql::ForgetWords) + 1);
    auto statements = Statement::prepare_all(database, texts);
    if (!statements) return std::unexpected(statements.error());
    return RedactionTables(std::move(*statements));
}

base::Result<void> RedactionTables::note(std::int64_t contribution, const service::StoredStep& step) {
    using enum domain::ContributionStep;
    const auto set = [&](domain::Redaction state) {
        return statement(Sql::SetState).with(domain::name_of(state), contribution).execute();
    };
    switch (step.step) {
        case Redact: return seal(contribution, step);
        case ContestRedaction: return set(domain::Redaction::Contested);
        case KeepRedaction: return set(domain::Redaction::Kept);
        case LiftRedaction: return forget(contribution);
        case Withdraw:
            if (auto done = forget(contribution); !done) return done;
            if (auto done = statement(Sql::ForgetRevisions).with(contribution).execute(); !done) return done;
            return statement(Sql::ForgetWords).with(contribution).execute();
        case Correct: {
            const auto remove_on = base::print(domain::plus_days(step.on, domain::sealed_for_days));
            return statement(Sql::KeepRevision).with(step.number, std::string_view(remove_on), contribution).execute();
        }
        default: return {};
    }
}

base::Result<void> RedactionTables::seal(std::int64_t contribution, const service::StoredStep& step) {
    const auto remove_on = base::print(domain::plus_days(step.on, domain::sealed_for_days));
    const auto sealed = statement(Sql::Seal).with(step.number, std::string_view(remove_on), contribution).execute();
    if (!sealed) return sealed;
    const auto reason = step.reason ? domain::name_of(*step.reason) : std::string_view();
    return statement(Sql::Mark).with(contribution, reason).execute();
}

base::Result<void> RedactionTables::forget(std::int64_t contribution) {
    if (auto done = statement(Sql::Unmark).with(contribution).execute(); !done) return done;
    return statement(Sql::Unseal).with(contribution).execute();
}

base::Result<std::vector<service::SealedOriginal>> RedactionTables::originals(std::int64_t contribution) {
    return read(statement(Sql::Originals).with(contribution));
}

base::Result<std::vector<service::SealedOriginal>> RedactionTables::revisions(std::int64_t contribution) {
    return read(statement(Sql::Revisions).with(contribution));
}

base::Result<std::vector<service::SealedOriginal>> RedactionTables::read(Statement& rows) {
    std::vector<service::SealedOriginal> all;
    const auto done = for_each_row(rows, "a text as it was cannot be read", [&](const auto& row) {
        const auto remove_on = base::parse_date(row.text(2));
        if (remove_on) all.push_back({row.integer(0), row.text(1), *remove_on});
        return remove_on.has_value();
    });
    if (!done) return std::unexpected(done.error());
    return all;
}

base::Result<void> RedactionTables::remove_until(base::Date today) {
    const auto day = base::print(today);
    if (auto done = statement(Sql::Settle).with(std::string_view(day)).execute(); !done) return done;
    if (auto done = statement(Sql::RemoveRevisions).with(std::string_view(day)).execute(); !done) return done;
    return statement(Sql::Remove).with(std::string_view(day)).execute();
}

}  // namespace storage::sqlite::detail
