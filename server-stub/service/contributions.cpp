#include "server-stub/service/contributions.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "server-stub/secrets/token.hpp"
#include "shared/domain/redaction.hpp"
#include "shared/domain/text.hpp"

namespace service {
namespace {

using domain::ContributionState;
using domain::ContributionStep;
using Why = VoiceRefusal::Why;

constexpr std::size_t secret_digits = 12;
constexpr std::size_t terms_at_once = 200;
// A reminder may come so many days before its term: the longest holidays with the weekends around them.
constexpr int longest_free_time = 14;

std::unexpected<VoiceRefusal> refused(const base::Error& error) {
    switch (error.code) {
        case base::ErrorCode::NotFound: return std::unexpected(VoiceRefusal{.why = Why::NotFound});
        case base::ErrorCode::Conflict: return std::unexpected(VoiceRefusal{.why = Why::Conflict});
        default: return std::unexpected(VoiceRefusal{.why = Why::Unavailable});
    }
}

template <class T>
Voiced<T> voiced(base::Result<T> result) {
    if (!result) return refused(result.error());
    return std::move(*result);
}

// Whose judgement is judged by a step.
bool judges(ContributionStep step, ContributionStep earlier) {
    using enum ContributionStep;
    switch (step) {
        case Uphold:
        case Overturn: return earlier == Decline;
        case KeepRedaction:
        case LiftRedaction: return earlier == Redact;
        case Agree:
        case Disagree: return earlier == DraftRefusal;
        case Decide: return earlier == Answer || earlier == DraftRefusal || earlier == Agree;
        default: return false;
    }
}

domain::ContributionActor actor_for(const StoredContribution& contribution, const std::vector<StoredStep>& steps,
                                    const VoiceActor& actor, ContributionStep step) {
    const auto judged = [&](const StoredStep& earlier) {
        return earlier.by.account == actor.by.account && judges(step, earlier.step);
    };
    const auto taken = [&](ContributionStep which) {
        return static_cast<int>(std::ranges::count(steps, which, &StoredStep::step));
    };
    return {.is_author = actor.by.is_author,
            .is_moderator = actor.is_moderator,
            .is_of_court = actor.is_of_court,
            .judged_last = actor.by.account != 0 && std::ranges::any_of(steps, judged),
            .has_appealed = contribution.has_appealed,
            .has_contested = contribution.has_contested,
            .redaction = contribution.redaction,
            .is_merged = contribution.answer && contribution.answer->outcome == domain::Outcome::Merged,
            .corrections = taken(ContributionStep::Correct),
            .notes = taken(ContributionStep::AddNote)};
}

// What the step does not ask for is not kept, whatever was sent; what it asks for is cleaned.
void take_what_is_asked(VoiceAct& act) {
    if (domain::outcomes_of(act.step).empty()) act.answer.reset();
    if (!domain::needs_reason(act.step)) act.reason.reset();
    if (act.step == ContributionStep::Correct) act.words.clear();
    std::vector<std::string*> typed{&act.words, &act.redacted};
    if (act.answer)
        for (auto* line : {&act.answer->words, &act.answer->proof, &act.answer->legal_basis, &act.answer->body})
            typed.push_back(line);
    for (auto* text : typed) *text = domain::trimmed(domain::clean_typed(*text));
}

// It is masked before anything else is done with it.
std::string& typed_by_author(VoiceAct& act) { return act.step == ContributionStep::Correct ? act.redacted : act.words; }

// What its author has just done, sent again because no answer was heard.
bool is_sent_again(const StoredContribution& one, std::vector<StoredStep> steps, const VoiceAct& act) {
    std::erase_if(steps, [](const StoredStep& step) { return step.by == StepBy{}; });
    if (steps.empty() || steps.back().step != act.step) return false;
    if (act.step == ContributionStep::Correct) return act.redacted == one.text;
    return act.step == ContributionStep::AddNote && act.words == steps.back().words;
}

// What nobody but the court reads, and what a moderator has yet to judge as a whole, is not redacted.
bool can_be_redacted(const StoredContribution& one) { return one.state == ContributionState::Held || one.is_public(); }

const StoredStep* last_with_answer(const std::vector<StoredStep>& steps, ContributionStep step) {
    const StoredStep* found = nullptr;
    for (const auto& one : steps)
        if (one.step == step && one.answer) found = &one;
    return found;
}

// What a step changes beside state and clock.
void change(StoredContribution& one, const StoredStep& step, const std::vector<StoredStep>& earlier) {
    using enum ContributionStep;
    switch (step.step) {
        case Publish:
        case Overturn: one.published_on = step.on; break;
        case Appeal: one.has_appealed = true; break;
        case Contest: one.has_contested = true; break;
        case Hold:
        case Refer: one.published_on.reset(); break;
        case Correct: one.corrected_on = step.on; break;
        case Withdraw: one.text.clear(); break;
        case Supply:
            one.answer.reset();
            one.verdict.reset();
            one.answer_step = 0;
            break;
        case Ask:
        case Answer:
        case Decide:
        case Fulfil:
            one.answer = step.answer;
            one.verdict.reset();
            one.answer_step = step.number;
            break;
        case Agree:
            if (const auto* drafted = last_with_answer(earlier, DraftRefusal)) {
                one.answer = drafted->answer;
                one.verdict.reset();
                one.answer_step = drafted->number;
            }
            break;
        default: break;
    }
}

// ASCII digits of what was typed; empty where there is anything but digits, spaces and hyphens.
std::string digits_of(std::string_view typed) {
    std::string digits;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        const auto byte = static_cast<unsigned char>(typed[i]);
        const auto next = i + 1 < typed.size() ? static_cast<unsigned char>(typed[i + 1]) : 0U;
        if (byte >= '0' && byte <= '9') digits += typed[i];
        else if ((byte == 0xD9 && next >= 0xA0 && next <= 0xA9) || (byte == 0xDB && next >= 0xB0 && next <= 0xB9))
            digits += static_cast<char>('0' + (next & 0x0F)), ++i;
        else if (byte != ' ' && byte != '-') return {};
    }
    return digits;
}

Network as_network(const domain::ReceiptCode& code) { return Network{std::hash<std::string>()(code.digits())}; }

}  // namespace

std::vector<ContributionState> all_states() {
    std::vector<ContributionState> all;
    for (std::size_t i = 0; i < domain::contribution_state_count; ++i) all.push_back(static_cast<ContributionState>(i));
    return all;
}

Contributions::Contributions(Parts parts)
    : parts_(std::move(parts)), forms_(parts_.mark), spam_(secrets::Salt::random()) {}

Voiced<StoredContribution> Contributions::send(const NewContribution& sent, base::Instant now) {
    auto looked = look_at(sent.district, sent.text);
    for (const auto sign : spam_.look(sent.sending, sent.district, looked.text, now))
        if (!std::ranges::contains(looked.concerns, name_of(sign))) looked.concerns.emplace_back(name_of(sign));
    const auto today = parts_.legal_time.date_at(now);
    const auto calendar = parts_.calendar_of(sent.district);
    const auto step = looked.is_private          ? ContributionStep::Refer
                      : !looked.concerns.empty() ? ContributionStep::Hold
                                                 : ContributionStep::Publish;
    StoredContribution one{.district = sent.district,
                           .service = sent.service,
                           .kind = sent.kind,
                           .text = std::move(looked.text),
                           .language = sent.language,
                           .version = 1,
                           .concerns = std::move(looked.concerns),
                           .noted = std::move(looked.noted),
                           .received_at = now,
                           .clock = domain::start_clock(*calendar, today)};
    const auto to = domain::judge_contribution_step(ContributionState::Received, {}, {.is_rules = true},
                                                    {.step = step, .words = {}}, today);
    assert(to && "the table has a way for what the rules decide");
    one.state = *to;
    StoredStep first{.number = 1, .step = step, .to = *to, .by = {}, .at = now, .on = today};
    change(one, first, {});
    auto kept = voiced(parts_.store.add(one, first, sent.key, parts_.codes));
    // What was sent a second time, because its sender heard no answer, is the one of before.
    if (kept && step == ContributionStep::Publish && kept->received_at == now)
        spam_.count(sent.sending, sent.district, kept->text, now);
    return kept;
}

Voiced<StoredContribution> Contributions::find(const domain::ReceiptCode& code) {
    return voiced(parts_.store.find(code));
}
Voiced<StoredContribution> Contributions::find(const std::string& district, std::int64_t id) {
    return voiced(parts_.store.find(district, id));
}
Voiced<std::vector<StoredStep>> Contributions::steps(std::int64_t id) { return voiced(parts_.store.steps(id)); }
Voiced<std::vector<StoredContribution>> Contributions::list(const ContributionFilter& filter) {
    return voiced(parts_.store.list(filter));
}
Voiced<std::vector<domain::VoiceGroup>> Contributions::groups(const ContributionFilter& filter) {
    return voiced(parts_.store.groups(filter));
}
Voiced<VoiceCounts> Contributions::counts(const std::string& district, base::Instant now) {
    return voiced(parts_.store.counts(district, parts_.legal_time.date_at(now)));
}
Voiced<std::vector<SealedOriginal>> Contributions::revisions(std::int64_t id) {
    return voiced(parts_.store.revisions(id));
}
Voiced<std::vector<StoredAlarm>> Contributions::alarms(std::int64_t id) { return voiced(parts_.store.alarms(id)); }
Voiced<std::vector<Escalation>> Contributions::escalations(const std::string& district, domain::Alarm alarm) {
    return voiced(parts_.store.escalations(district, alarm));
}

Voiced<StoredContribution> Contributions::act(StoredContribution one, const VoiceActor& actor, VoiceAct act,
                                              base::Instant now) {
    take_what_is_asked(act);
    const auto earlier = parts_.store.steps(one.id);
    if (!earlier) return refused(earlier.error());
    const auto today = parts_.legal_time.date_at(now);
    Looked looked;
    if (actor.by.is_author) {
        auto& typed = typed_by_author(act);
        looked = look_at(one.district, typed);
        typed = looked.text;
    }
    if (actor.by.is_author && is_sent_again(one, *earlier, act)) return one;
    if (act.version && *act.version != one.version) return std::unexpected(VoiceRefusal{.why = Why::Changed});
    // The reason says why; words may be added to it.
    const auto why = !domain::needs_reason(act.step) ? std::string_view(act.words)
                     : act.reason                    ? domain::name_of(*act.reason)
                                                     : std::string_view();
    const auto to = domain::judge_contribution_step(
        one.state, one.code.digits(), actor_for(one, *earlier, actor, act.step),
        {.step = act.step, .words = why, .answer = act.answer, .text = one.text, .redacted = act.redacted}, today);
    if (!to) return std::unexpected(VoiceRefusal{.why = Why::Problem, .problem = to.error()});
    if (act.step == ContributionStep::Redact && !can_be_redacted(one))
        return std::unexpected(VoiceRefusal{.why = Why::Problem, .problem = domain::ContributionProblem::WrongState});
    if (const auto done = change_redaction(one, act, today); !done) return refused(done.error());
    StoredStep step{.number = one.version + 1,
                    .step = act.step,
                    .from = one.state,
                    .to = *to,
                    .by = actor.by,
                    .at = now,
                    .on = today,
                    .words = std::move(act.words),
                    .reason = act.reason,
                    .answer = std::move(act.answer)};
    one.state = *to;
    one.version = step.number;
    change(one, step, *earlier);
    domain::move_clock(one.clock, step.step, *parts_.calendar_of(one.district), today);
    std::vector steps{std::move(step)};
    bool counts = false;
    if (act.step == ContributionStep::Correct) {
        const auto is_variation = varies_the_first(one, act.redacted);
        if (!is_variation) return refused(is_variation.error());
        correct(one, steps, act, looked, *is_variation);
        counts = !*is_variation;
    }
    const auto done = parts_.store.take(one, steps);
    if (!done && done.error().code == base::ErrorCode::Conflict)
        return std::unexpected(VoiceRefusal{.why = Why::Changed});
    if (!done) return refused(done.error());
    if (counts) count_correction(one, act.sending, now);
    return one;
}

// Before the step is taken: what stands in the store is sealed by it.
base::Result<void> Contributions::change_redaction(StoredContribution& one, const VoiceAct& act, base::Date today) {
    using enum ContributionStep;
    using domain::Redaction;
    switch (act.step) {
        case Redact:
            one.text = act.redacted;
            one.redacted_for = act.reason;
            if (one.redaction != Redaction::Contested) one.redaction = Redaction::Standing;
            one.sealed_until = domain::plus_days(today, domain::sealed_for_days);
            return {};
        case ContestRedaction: one.redaction = Redaction::Contested; return {};
        case KeepRedaction: one.redaction = Redaction::Kept; return {};
        case LiftRedaction: {
            const auto originals = parts_.store.originals(one.id);
            if (!originals) return std::unexpected(originals.error());
            if (!originals->empty()) one.text = originals->front().text;
            break;
        }
        case Withdraw: break;
        default: return {};
    }
    one.redaction = Redaction::None;
    one.redacted_for.reset();
    one.sealed_until.reset();
    return {};
}

Voiced<std::vector<SealedOriginal>> Contributions::open_sealed(const StoredContribution& one, const StepBy& by,
                                                               const std::string& why, base::Instant now) {
    using enum domain::ContributionProblem;
    const auto problem = [](domain::ContributionProblem what) {
        return std::unexpected(VoiceRefusal{.why = Why::Problem, .problem = what});
    };
    if (why.find_first_not_of(" \t\n") == std::string::npos) return problem(WordsMissing);
    if (domain::count_code_points(why).value_or(domain::answer_line_limit + 1) > domain::answer_line_limit)
        return problem(LineLong);
    auto opened = parts_.store.open_sealed(one, {.by = by, .at = now, .why = why});
    if (!opened && opened.error().code == base::ErrorCode::NotFound) return problem(WrongState);
    return voiced(std::move(opened));
}

std::vector<ContributionStep> Contributions::possible_steps(const StoredContribution& one,
                                                            const std::vector<StoredStep>& steps,
                                                            const VoiceActor& actor) {
    std::vector<ContributionStep> possible;
    for (const auto& row : domain::contribution_transitions()) {
        if (row.from != one.state || std::ranges::contains(possible, row.step)) continue;
        if (row.step == ContributionStep::Redact && !can_be_redacted(one)) continue;
        // Whatever is still to be typed: what else stands against it comes first.
        const auto judged = domain::judge_contribution_step(
            one.state, one.code.digits(), actor_for(one, steps, actor, row.step), {.step = row.step, .words = {}}, {});
        using enum domain::ContributionProblem;
        if (judged || judged.error() == WordsMissing || judged.error() == AnswerMissing) possible.push_back(row.step);
    }
    return possible;
}

std::string Contributions::author_secret(const domain::ReceiptCode& code) const {
    const auto mark = parts_.mark("author of " + code.digits());
    std::string digits;
    // Each byte of the mark one digit: a little uneven (26 of 256 for six of the ten), and still 39 bits.
    for (std::size_t i = 0; digits.size() < secret_digits; i += 2)
        digits += static_cast<char>('0' + std::stoi(mark.substr(i, 2), nullptr, 16) % 10);
    return digits.substr(0, 4) + " " + digits.substr(4, 4) + " " + digits.substr(8);
}

bool Contributions::is_author(const domain::ReceiptCode& code, std::string_view typed) const {
    return secrets::is_same(digits_of(author_secret(code)), digits_of(typed));
}

std::optional<std::chrono::seconds> Contributions::wait_before_secret(Network network, const domain::ReceiptCode& code,
                                                                      base::Instant now) {
    if (const auto wait = wrong_of_network_.wait_before(network, now)) return wait;
    return wrong_of_receipt_.wait_before(as_network(code), now);
}

void Contributions::count_wrong_secret(Network network, const domain::ReceiptCode& code, base::Instant now) {
    wrong_of_network_.count(network, now);
    wrong_of_receipt_.count(as_network(code), now);
}

base::Result<std::size_t> Contributions::run_clock(base::Instant now) {
    const auto today = parts_.legal_time.date_at(now);
    if (alarmed_on_ == today) return 0;
    if (const auto done = parts_.store.remove_originals(today); !done) return std::unexpected(done.error());
    auto raised = raise_alarms(now);
    if (raised) alarmed_on_ = today;
    return raised;
}

base::Result<std::size_t> Contributions::raise_alarms(base::Instant now) {
    const auto today = parts_.legal_time.date_at(now);
    std::size_t raised = 0;
    TermCursor after;
    for (;;) {
        const auto part =
            parts_.store.with_term_until(domain::plus_days(today, longest_free_time), after, terms_at_once);
        if (!part) return std::unexpected(part.error());
        for (const auto& one : *part) {
            const auto term = domain::running_term(one.clock, one.state);
            assert(term && "the store lists those whose term runs");
            for (const auto alarm :
                 domain::alarms_until(*parts_.calendar_of(one.district), one.clock, one.state, today)) {
                const auto is_new = parts_.store.raise({one.id, alarm, *term, now}, one.district);
                if (!is_new) return std::unexpected(is_new.error());
                raised += *is_new ? 1 : 0;
            }
            after = {term, one.id};
        }
        if (part->size() < terms_at_once) return raised;
    }
}

}  // namespace service
