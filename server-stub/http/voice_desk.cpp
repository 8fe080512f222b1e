#include "server-stub/http/voice_desk.hpp"

#include <algorithm>
#include <utility>

#include "server-stub/http/item_parts.hpp"
#include "server-stub/http/voice_views.hpp"
#include "shared/desk/answer_templates.hpp"
#include "shared/i18n/formatted.hpp"

namespace http {
namespace {

using Why = VoiceRefusal::Why;

void unavailable(const Exchange& exchange) {
    exchange.reply(error_response(exchange, 503, base::ErrorCode::Unavailable));
}

// What was tried, and what came of it.
struct Shown {
    std::optional<desk::StepForm> tried{};
    bool has_changed = false;
    std::optional<desk::SealedForm> sealed{};
    std::optional<desk::AnswerTemplate> used{};  // That an answer begins with.
    desk::AssignmentForm assignment{};
};

// In the language of who reads the answer.
void begin_with(std::vector<desk::StepForm>& forms, const desk::AnswerTemplate& used, base::Language language) {
    const auto form = std::ranges::find(forms, used.step, &desk::StepForm::step);
    if (form == forms.end()) return;
    form->words = i18n::plain(i18n::Text(language)(used.words));
    form->outcome = domain::name_of(used.outcome);
}

// What who asks may do with it; `tried` carries what stood against it.
desk::AssignmentForm assignment_of(const Exchange& exchange, const StoredContribution& one,
                                   desk::AssignmentForm tried) {
    const auto& account = exchange.who->account;
    const auto may_be = [&](std::int64_t to) {
        return !domain::assignment_problem({.by = account.id,
                                            .by_role = account.role,
                                            .has = one.assigned ? one.assigned->account : 0,
                                            .to = to,
                                            .to_role = account.role,
                                            .state = one.state,
                                            .redaction = one.redaction});
    };
    const bool is_mine = one.assigned && one.assigned->account == account.id;
    if (!is_mine && may_be(account.id)) tried.own_name = account.name;
    tried.may_give_back = one.assigned && may_be(0);
    if (!may(exchange, domain::Right::AssignVoice)) return tried;
    const auto& services = exchange.services();
    const auto people = services.accounts.people(one.district, services.clock());
    if (!people || !domain::can_be_taken_on(one.state, one.redaction)) return tried;
    for (const auto& person : *people)
        if (!person.invited && domain::works_on_voice(person.role) && person.name != account.name &&
            (!one.assigned || one.assigned->name != person.name))
            tried.colleagues.push_back(person);
    return tried;
}

// Nothing where it does not say to whom, or says one of both twice: no name is another thing than the empty one.
std::optional<service::AssignmentWish> wish_in(const base::Pairs& form) {
    const bool says_had = std::ranges::contains(form, "had", &base::Pairs::value_type::first);
    if (!base::single(form, "to") || (says_had && !base::single(form, "had"))) return std::nullopt;
    service::AssignmentWish wish{.to = typed(form, "to")};
    if (says_had) wish.had = typed(form, "had");
    return wish;
}

void show(const Exchange& exchange, int status, const StoredContribution& one, Shown shown) {
    const auto& services = exchange.services();
    const auto district = services.content.find_district(one.district);
    const auto steps = services.contributions.steps(one.id);
    if (!steps || !district) return unavailable(exchange);
    desk::DeskVoiceData data{.district = *district, .voice = view_of(exchange, one, VoiceReader::Desk)};
    data.version = one.version;
    data.concerns = one.concerns;
    data.noted = one.noted;
    data.steps = views_of(*steps);
    data.forms = forms_of(service::Contributions::possible_steps(one, *steps, staff_of(exchange)), one.text,
                          std::move(shown.tried));
    if (shown.used) begin_with(data.forms, *shown.used, one.language);
    data.has_changed = shown.has_changed;
    // What was replaced may stand in what it was before.
    if (one.corrected_on && one.redaction == domain::Redaction::None) {
        const auto revisions = services.contributions.revisions(one.id);
        if (!revisions) return unavailable(exchange);
        for (const auto& revision : *revisions) data.revisions.push_back(revision.text);
    }
    data.sealed = std::move(shown.sealed);
    if (!data.sealed && one.sealed_until && may(exchange, domain::Right::OpenSealed))
        data.sealed = desk::SealedForm{.until = *one.sealed_until};
    data.assignment = assignment_of(exchange, one, std::move(shown.assignment));
    const routes::DeskVoice route{exchange.language, one.district, data.voice.number};
    exchange.reply(html(exchange, status, desk::desk_voice_page(exchange.tr(), route, data)));
}

}  // namespace

void get_voice(ExchangePtr exchange) {
    const auto query = base::parse_pairs(exchange->query).value_or(base::Pairs{});
    const auto used = desk::find_answer_template(base::single(query, "use").value_or(""));
    if (const auto one = contribution_at(*exchange)) show(*exchange, 200, *one, {.used = used});
}

void post_voice_step(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    const auto one = contribution_at(*exchange);
    if (!one) return;
    auto sent = sent_step(base::parse_pairs(exchange->request.body).value_or(base::Pairs{}));
    if (!sent) return exchange->reply(error_response(*exchange, 422, base::ErrorCode::BadInput));
    const auto& services = exchange->services();
    const auto done = services.contributions.act(*one, staff_of(*exchange), sent->act, services.clock());
    if (done)
        return exchange->reply(redirect(
            303, routes::address_of(routes::DeskVoice{exchange->language, one->district, std::to_string(one->id)})));
    if (done.error().why == Why::Problem) sent->form.problem = done.error().problem;
    else if (done.error().why != Why::Changed) return unavailable(*exchange);
    const auto now = services.contributions.find(one->district, one->id);
    if (!now) return unavailable(*exchange);
    show(*exchange, status_of(done.error()), *now,
         {.tried = sent->form, .has_changed = done.error().why == Why::Changed});
}

void post_sealed(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    const auto one = contribution_at(*exchange);
    if (!one) return;
    const auto& services = exchange->services();
    desk::SealedForm sealed{.until = one->sealed_until.value_or(services.legal_time.date_at(services.clock()))};
    sealed.why = typed(base::parse_pairs(exchange->request.body).value_or(base::Pairs{}), "why");
    const auto opened = services.contributions.open_sealed(*one, staff_of(*exchange).by, sealed.why, services.clock());
    if (!opened && opened.error().why != Why::Problem) return unavailable(*exchange);
    if (opened)
        for (const auto& original : *opened) sealed.opened.push_back(original.text);
    else sealed.problem = opened.error().problem;
    show(*exchange, opened ? 200 : status_of(opened.error()), *one, {.sealed = std::move(sealed)});
}

void post_assignment(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    const auto one = contribution_at(*exchange);
    if (!one) return;
    const auto wish = wish_in(base::parse_pairs(exchange->request.body).value_or(base::Pairs{}));
    if (!wish) return exchange->reply(error_response(*exchange, 422, base::ErrorCode::BadInput));
    const auto& services = exchange->services();
    const auto done = services.contributions.assign(*one, staff_of(*exchange).by, *wish, services.clock());
    if (done)
        return exchange->reply(redirect(
            303, routes::address_of(routes::DeskVoice{exchange->language, one->district, std::to_string(one->id)})));
    using enum service::AssignmentRefusal::Why;
    if (done.error().why == Unavailable) return unavailable(*exchange);
    const auto now = services.contributions.find(one->district, one->id);
    if (!now) return unavailable(*exchange);
    desk::AssignmentForm tried{.has_changed = done.error().why == Changed};  // Somebody was quicker.
    if (!tried.has_changed) tried.problem = done.error().problem;
    show(*exchange, status_of(done.error()), *now, {.assignment = std::move(tried)});
}

}  // namespace http
