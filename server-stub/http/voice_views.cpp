#include "server-stub/http/voice_views.hpp"

#include <algorithm>
#include <utility>

#include "server-stub/http/item_parts.hpp"
#include "shared/base/day_text.hpp"
#include "shared/base/utf8.hpp"
#include "shared/domain/text.hpp"

namespace http {
namespace {

// Its public number, where everybody may read it.
std::string merged_number(const Exchange& exchange, const StoredContribution& one) {
    if (!one.answer || one.answer->outcome != domain::Outcome::Merged) return {};
    const auto code = domain::ReceiptCode::parse(one.answer->merged_into);
    if (!code) return {};
    const auto other = exchange.services().contributions.find(*code);
    return other && other->district == one.district && other->is_public() ? std::to_string(other->id) : std::string();
}

// Referred, and never public.
bool is_private(const StoredContribution& one) {
    using enum domain::ContributionState;
    constexpr std::array others{Received, Held, Declined, Appealed, DeclinedForGood, Withdrawn};
    return !one.published_on && !std::ranges::contains(others, one.state);
}

}  // namespace

desk::VoiceView view_of(const Exchange& exchange, const StoredContribution& one, VoiceReader reader) {
    const auto& services = exchange.services();
    const auto sheet = one.service.empty() ? nullptr : services.content.find_sheet(one.district, one.service);
    const auto term = domain::running_term(one.clock, one.state);
    return {.number = std::to_string(one.id),
            .kind = one.kind,
            .state = one.state,
            .text = one.text,
            .language = one.language,
            .service = one.service,
            .service_name = sheet ? sheet->short_title : base::LocalizedText(),
            .clock = one.clock,
            .is_public = one.is_public(),
            .is_private = is_private(one),
            .is_late = term && *term < services.legal_time.date_at(services.clock()),
            .answer = one.answer,
            .merged_number = merged_number(exchange, one),
            .verdict = readable(one.verdict, reader),
            .redacted_for = one.redacted_for,
            .is_redaction_contested = one.redaction == domain::Redaction::Contested,
            .assigned_to = reader == VoiceReader::Desk && one.assigned ? one.assigned->name : std::string(),
            .version = one.version,
            .corrected_on = one.corrected_on};
}

std::vector<desk::VoiceStepView> views_of(const std::vector<service::StoredStep>& steps) {
    std::vector<desk::VoiceStepView> views;
    for (const auto& one : steps)
        views.push_back({.step = one.step,
                         .role = one.by.role,
                         .is_author = one.by.is_author,
                         .on = one.on,
                         .words = one.words,
                         .answer = one.answer,
                         .reason = one.reason});
    return views;
}

desk::VoiceFigures figures_of(const service::VoiceCounts& counts) {
    const auto number = [](std::int64_t count) { return static_cast<int>(count); };
    const auto& read = counts.read_after;
    const auto& after = counts.answered_after;
    return {.received = number(counts.received),
            .published = number(counts.published),
            .acknowledged = number(counts.acknowledged),
            .acknowledged_in_time = number(counts.acknowledged_in_time),
            .answered = number(counts.answered),
            .answered_in_time = number(counts.answered_in_time),
            .read_after = {number(read[0]), number(read[1]), number(read[2])},
            .answered_after = {number(after[0]), number(after[1]), number(after[2]), number(after[3])},
            .late = number(counts.late),
            .told_head = number(counts.told_head),
            .told_ministry = number(counts.told_ministry)};
}

std::string typed(const base::Pairs& form, std::string_view name) {
    return domain::clean_typed(base::single(form, name).value_or(""));
}

std::optional<SentStep> sent_step(const base::Pairs& form) {
    const auto step = domain::parse_contribution_step(base::single(form, "step").value_or(""));
    if (!step) return std::nullopt;
    const auto field = [&](std::string_view name) {
        return typed(form, std::string(domain::name_of(*step)).append("-").append(name));
    };
    SentStep sent{.form = {.step = *step, .words = field("words"), .outcome = field("outcome")},
                  .act = {.step = *step, .words = field("words")}};
    sent.form.reason = field("reason");
    sent.form.by = field("by");
    sent.form.text = field("text");
    sent.act.redacted = sent.form.text;
    sent.act.reason = domain::parse_decline_reason(sent.form.reason);
    sent.act.version = positive_number(base::single(form, "version").value_or(""));
    auto& answer = sent.form.answer;
    answer.proof = field("proof");
    answer.legal_basis = field("legal-basis");
    answer.body = field("body");
    answer.merged_into = field("merged-into");
    if (const auto by = base::parse_date(sent.form.by)) answer.by = *by;
    if (const auto outcome = domain::parse_outcome(sent.form.outcome)) {
        answer.outcome = *outcome;
        answer.words = sent.form.words;
        sent.act.answer = answer;
        sent.act.words.clear();
    }
    return sent;
}

std::vector<desk::StepForm> forms_of(const std::vector<domain::ContributionStep>& possible, const std::string& text,
                                     std::optional<desk::StepForm> tried) {
    std::vector<desk::StepForm> forms;
    using enum domain::ContributionStep;
    for (const auto step : possible) {
        if (tried && tried->step == step) forms.push_back(*std::exchange(tried, std::nullopt));
        else forms.push_back({.step = step, .text = step == Redact || step == Correct ? text : std::string()});
    }
    // What was typed for a step that is not possible any more is not lost.
    if (tried) forms.insert(forms.begin(), std::move(*tried));
    return forms;
}

}  // namespace http
