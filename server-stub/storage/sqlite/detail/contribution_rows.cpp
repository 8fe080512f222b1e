#include "server-stub/storage/sqlite/detail/contribution_rows.hpp"

#include <utility>

#include "shared/base/day_text.hpp"

namespace storage::sqlite::detail {
namespace {

constexpr std::string_view author_role = "author", rules_role = "rules";

// A day or none; false where there is something else.
bool read_day(const Statement& row, int column, std::optional<base::Date>& into) {
    if (row.is_null(column)) return true;
    const auto day = base::parse_date(row.text(column));
    if (day) into = *day;
    return day.has_value();
}

// The answer in seven columns from `column` on. False where it cannot be read.
bool read_answer(const Statement& row, int column, std::optional<domain::CourtAnswer>& into) {
    if (row.is_null(column)) return true;
    const auto outcome = domain::parse_outcome(row.text(column));
    if (!outcome) return false;
    domain::CourtAnswer answer{.outcome = *outcome,
                               .words = row.text(column + 1),
                               .proof = row.text(column + 2),
                               .by = {},
                               .legal_basis = row.text(column + 4),
                               .body = row.text(column + 5),
                               .merged_into = row.text(column + 6)};
    if (const auto by = row.text(column + 3); !by.empty()) {
        const auto day = base::parse_date(by);
        if (!day) return false;
        answer.by = *day;
    }
    into = std::move(answer);
    return true;
}

// How many lie between one bound and the next, and beyond the last: of how many lie below each, from `column` on.
template <std::size_t count>
std::array<std::int64_t, count> apart(const Statement& row, int column, std::int64_t all) {
    std::array<std::int64_t, count> counts{};
    std::int64_t before = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto until = i + 1 < count ? row.integer(column + static_cast<int>(i)) : all;
        counts[i] = until - std::exchange(before, until);
    }
    return counts;
}

}  // namespace

std::string select_contributions(std::string_view where) {
    return "SELECT contribution.id, receipt, district, service, kind, text, language, state, version, concerns,"
           " received_at_ms, received_on, acknowledge_by, answer_by, acknowledged_on, answered_on, asked_on,"
           " published_on, has_appealed, has_contested, outcome, said, proof, by_day, legal_basis, body, merged_into,"
           " ifnull(answer_step, 0), helped, verdict_words, words_public, verdict_on, ifnull(redaction_state, 'none'),"
           " redacted_for,"
           " (SELECT max(remove_on) FROM sealed_original WHERE sealed_original.contribution = contribution.id),"
           " contribution_assignment.account,"
           " (SELECT name FROM account WHERE account.id = contribution_assignment.account),"
           " (SELECT role FROM account WHERE account.id = contribution_assignment.account), corrected_on, noted"
           " FROM contribution JOIN receipt ON receipt.code = contribution.receipt"
           " LEFT JOIN redaction ON redaction.contribution = contribution.id"
           " LEFT JOIN contribution_step ON contribution_step.contribution = contribution.id"
           " AND number = answer_step LEFT JOIN contribution_verdict"
           " ON contribution_verdict.contribution = contribution.id AND judged_step = answer_step"
           " LEFT JOIN contribution_assignment ON contribution_assignment.contribution = contribution.id WHERE " +
           std::string(where);
}

DayOrNull::DayOrNull(const std::optional<base::Date>& day) : text_(day ? base::print(*day) : std::string()) {}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text.append(text.empty() ? "" : " ").append(name);
    return text;
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> names;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find(' ', from), text.size());
        names.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return names;
}

std::string role_text(const service::StepBy& by) {
    return std::string(by.role ? domain::name_of(*by.role) : by.is_author ? author_role : rules_role);
}

std::optional<service::StoredContribution> contribution_in(const Statement& row) {
    const auto code = domain::ReceiptCode::parse(row.text(1));
    const auto kind = domain::parse_contribution_kind(row.text(4));
    const auto language = base::parse_language(row.text(6));
    const auto state = domain::parse_contribution_state(row.text(7));
    const auto received = base::parse_date(row.text(11)), acknowledge_by = base::parse_date(row.text(12)),
               answer_by = base::parse_date(row.text(13));
    if (!code || !kind || !language || !state || !received || !acknowledge_by || !answer_by) return std::nullopt;
    service::StoredContribution one{
        .id = row.integer(0),
        .code = *code,
        .district = row.text(2),
        .service = row.text(3),
        .kind = *kind,
        .text = row.text(5),
        .language = *language,
        .state = *state,
        .version = row.integer(8),
        .concerns = split(row.text(9)),
        .received_at = {row.integer(10)},
        .clock = {.received_on = *received, .acknowledge_by = *acknowledge_by, .answer_by = *answer_by}};
    const bool is_read = read_day(row, 14, one.clock.acknowledged_on) && read_day(row, 15, one.clock.answered_on) &&
                         read_day(row, 16, one.clock.asked_on) && read_day(row, 17, one.published_on) &&
                         read_answer(row, 20, one.answer);
    if (!is_read) return std::nullopt;
    one.has_appealed = row.integer(18) != 0;
    one.has_contested = row.integer(19) != 0;
    one.answer_step = row.integer(27);
    const auto redaction = domain::parse_redaction(row.text(32));
    if (!redaction || !read_day(row, 34, one.sealed_until) || !read_day(row, 38, one.corrected_on)) return std::nullopt;
    one.redaction = *redaction;
    one.noted = split(row.text(39));
    one.redacted_for = domain::parse_decline_reason(row.text(33));
    if (!row.is_null(35)) {
        const auto role = domain::parse_role(row.text(37));
        if (!role) return std::nullopt;
        one.assigned = service::Colleague{.account = row.integer(35), .name = row.text(36), .role = *role};
    }
    if (row.is_null(28)) return one;
    const auto judged = base::parse_date(row.text(31));
    if (!judged) return std::nullopt;
    one.verdict = domain::AuthorVerdict{
        .helped = row.integer(28) != 0, .words = row.text(29), .is_public = row.integer(30) != 0, .on = *judged};
    return one;
}

base::Result<std::vector<service::StoredContribution>> read_contributions(Statement& rows) {
    std::vector<service::StoredContribution> all;
    const auto read = for_each_row(rows, "a contribution in the database cannot be read", [&](const auto& row) {
        auto one = contribution_in(row);
        if (one) all.push_back(std::move(*one));
        return one.has_value();
    });
    if (!read) return std::unexpected(read.error());
    return all;
}

std::optional<service::StoredStep> step_in(const Statement& row) {
    const auto step = domain::parse_contribution_step(row.text(1));
    const auto from = domain::parse_contribution_state(row.text(2)), to = domain::parse_contribution_state(row.text(3));
    const auto on = base::parse_date(row.text(7));
    if (!step || !from || !to || !on) return std::nullopt;
    service::StoredStep one{.number = row.integer(0),
                            .step = *step,
                            .from = *from,
                            .to = *to,
                            .by = {.account = row.integer(4), .role = {}, .is_author = row.text(5) == author_role},
                            .at = {row.integer(6)},
                            .on = *on,
                            .words = row.text(8)};
    if (one.by.account != 0) {
        one.by.role = domain::parse_role(row.text(5));
        if (!one.by.role) return std::nullopt;
    }
    if (!row.is_null(9)) {
        one.reason = domain::parse_decline_reason(row.text(9));
        if (!one.reason) return std::nullopt;
    }
    if (!read_answer(row, 10, one.answer)) return std::nullopt;
    return one;
}

service::VoiceCounts counts_in(const Statement& row) {
    service::VoiceCounts counts{.received = row.integer(0),
                                .published = row.integer(1),
                                .acknowledged = row.integer(2),
                                .acknowledged_in_time = row.integer(4),
                                .answered = row.integer(3),
                                .answered_in_time = row.integer(5),
                                .late = row.integer(6),
                                .waits_for_moderators = row.integer(7),
                                .waits_for_court = row.integer(8)};
    counts.read_after = apart<3>(row, 9, counts.acknowledged);
    counts.answered_after = apart<4>(row, 11, counts.answered);
    return counts;
}

}  // namespace storage::sqlite::detail
