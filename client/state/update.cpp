#include "client/state/update.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "client/state/drafts.hpp"
#include "client/state/form_drafts.hpp"
#include "client/state/given.hpp"
#include "client/state/questions.hpp"
#include "shared/base/padded.hpp"
#include "shared/wire/page_data.hpp"
#include "shared/wire/problem.hpp"
#include "shared/wire/rating.hpp"
#include "shared/wire/receipt.hpp"

namespace state {
namespace {

// The one field of the form that finds districts.
constexpr std::string_view query_field = "q";

// For so long the old page stays while the next one is asked for.
constexpr int patience_ms = 400;

// A page that says whether a court is open asks again so often, while somebody sees it.
constexpr int renewal_ms = 60'000;

// Whoever types no letter for so long has paused.
constexpr int pause_ms = 600;

std::string_view without_fragment(std::string_view address) { return address.substr(0, address.find('#')); }
std::string_view path_of(std::string_view address) { return address.substr(0, address.find_first_of("?#")); }

std::optional<routes::Page> page_at(std::string_view address) {
    const auto whole = without_fragment(address);
    const auto mark = whole.find('?');
    return routes::parse_page(whole.substr(0, mark), mark == whole.npos ? std::string_view{} : whole.substr(mark + 1));
}

// Whether doors are open, and what is still to come.
bool grows_old(const routes::Page& page, const pages::Question& question) {
    return question.subject == domain::subject_of<domain::DistrictNow> ||
           question.address == routes::api_coming(routes::district_of(page));
}

std::string post_address(const routes::Sheet& sheet) { return routes::api_ratings(sheet.district, sheet.service); }

const routes::Sheet* sheet_of(const AppState& state) {
    return state.page ? std::get_if<routes::Sheet>(&*state.page) : nullptr;
}

class Updater {
public:
    explicit Updater(AppState state) { step_.state = std::move(state); }

    void take(const platform::Started& event);
    void take(const platform::LinkFollowed& event);
    void take(const platform::Submitted& event);
    void take(const platform::FieldChanged& event);
    void take(const platform::Focused& event) { now().focus = event.node; }
    void take(const platform::HistoryMoved& event);
    void take(const platform::Answered& event);
    void take(const platform::TimerFired& event);
    void take(const platform::Reconnected& event);
    void take(const platform::Pressed& event) { press(now(), event.node, step_.effects); }
    void take(const auto&) {}

    void adopt();
    Step finish() { return std::move(step_); }

private:
    AppState& now() { return step_.state; }
    void effect(Effect effect) { step_.effects.push_back(std::move(effect)); }
    void change_page() { step_.page_changed = true; }

    void take_page_data(wire::PageData data);
    void take_fields(const platform::Started& event);
    void leave_place(float scroll_px) { now().places[now().entry] = {scroll_px, now().focus}; }
    void ask_what_is_missing(const routes::Page& page);
    void ask_what_grows_old(const routes::Page& page);
    void renew_later();
    void ask(const std::string& address);
    void travel(routes::Page page, Way way, std::uint32_t entry);
    void arrive();
    void settle();
    void arrive_by_link(const std::optional<routes::Page>& from);
    void send_rating(const routes::Sheet& sheet);
    void take_receipt(const platform::Answered& event, const std::string& address);
    void refuse_rating(Form& form, const platform::Answered& event);
    void show_errors(Form& form, std::vector<domain::RatingError> errors);
    void change_given(const platform::FieldState& field);
    void renew_part_later();
    void ask_for_part();
    void take_part(const platform::Answered& event);
    Form& ensure_form(const routes::Sheet& sheet);
    std::string make_key();
    void store() { effect(Store{encode_drafts(now().forms)}); }

    Step step_;
};

// SplitMix64, seeded by the platform.
std::uint64_t next_random(std::uint64_t& seed) {
    std::uint64_t z = seed += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

std::string Updater::make_key() {
    const auto first = next_random(now().random);
    return base::padded(first, 16, 16) + base::padded(next_random(now().random), 16, 16);
}

Form& Updater::ensure_form(const routes::Sheet& sheet) {
    Form& form = now().forms[post_address(sheet)];
    if (form.draft.key.empty()) form.draft.key = make_key();
    return form;
}

void Updater::take_page_data(wire::PageData data) {
    now().given = std::move(data.document);
    now().page_error = data.page_error;
    if (!now().page) return;
    // The server has answered already: an unknown number is not asked for a second time.
    if (data.page_error && std::holds_alternative<routes::Receipt>(*now().page))
        for (const auto& question : questions_of(*now().page, now()))
            now().answers[question.address] = {.error = base::Error{*data.page_error, {}}};
    // A receipt's answer brings one more question.
    for (std::size_t known = static_cast<std::size_t>(-1); known != now().answers.size();) {
        known = now().answers.size();
        for (const auto& question : questions_of(*now().page, now()))
            for (const auto& [address, body] : data.api)
                if (address == question.address) now().answers[address] = read_answer(question.subject, 200, 0, body);
    }
    if (const auto* sheet = sheet_of(now()))
        now().forms[post_address(*sheet)] = {.draft = data.form, .errors = data.errors};
}

// What stands in the fields was printed by the server or typed since: it wins over what the tab remembers.
void Updater::take_fields(const platform::Started& event) {
    if (now().given && fill(now().given->root, event.fields) && form_with_part(now().given->root) != nullptr)
        renew_part_later();
    auto remembered = decode_drafts(event.stored);
    for (const auto& field : event.fields)
        if (field.name == query_field) now().query = field.value;
    if (const auto* sheet = sheet_of(now())) {
        Form& form = ensure_form(*sheet);
        for (const auto& field : event.fields) state::take(form.draft, field);
        const auto kept = remembered.find(post_address(*sheet));
        if (kept != remembered.end() && is_blank(form.draft)) form.draft = kept->second.draft;
    }
    now().forms.merge(remembered);
}

void Updater::adopt() {
    if (!restore_form(now(), step_.effects)) return;
    change_page();
    if (form_with_part(now().given->root) != nullptr) renew_part_later();
}

void Updater::take(const platform::Started& event) {
    now().path = path_of(event.address);
    now().page = page_at(event.address);
    now().language = base::parse_language(event.language).value_or(base::Language::Ar);
    now().random = event.random;
    now().entry = event.entry;
    if (auto data = wire::decode_page_data(event.page_data)) take_page_data(std::move(*data));
    take_form_drafts(now(), event.kept, step_.effects);
    take_fields(event);
    if (now().page && !now().page_error) ask_what_is_missing(*now().page);
    renew_later();
    change_page();
}

void Updater::ask_what_is_missing(const routes::Page& page) {
    for (const auto& question : questions_of(page, now()))
        if (now().answers.try_emplace(question.address).second) ask(question.address);
}

void Updater::ask(const std::string& address) {
    const auto number = ++now().last_number;
    now().requests[number] = address;
    effect(Ask{{.number = number, .address = address}});
}

// What was true when it was asked and may not be now is shown at once, and asked for again.
void Updater::ask_what_grows_old(const routes::Page& page) {
    for (const auto& question : questions_of(page, now()))
        if (grows_old(page, question) && now().answers.contains(question.address)) ask(question.address);
}

void Updater::renew_later() {
    if (now().renewal != 0 || !now().page) return;
    const auto& page = *now().page;
    if (std::ranges::none_of(questions_of(page, now()), [&](const auto& one) { return grows_old(page, one); })) return;
    now().renewal = ++now().last_number;
    effect(StartTimer{now().renewal, renewal_ms});
}

void Updater::travel(routes::Page page, Way way, std::uint32_t entry) {
    std::erase_if(now().answers, [](const auto& known) { return known.second.error.has_value(); });
    ask_what_grows_old(page);
    ask_what_is_missing(page);
    const auto number = ++now().last_number;
    const bool ready = is_ready(page, now());
    now().journey = Journey{std::move(page), way, entry, number};
    if (ready) arrive();
    else effect(StartTimer{number, patience_ms});
}

void Updater::arrive_by_link(const std::optional<routes::Page>& from) {
    const auto& page = *now().page;
    const bool is_same = from && routes::in_language(*from, routes::language_of(page)) == page;
    if (is_same) effect(KeepPlace{});
    now().arrival = is_same ? std::nullopt : std::optional(Place{});
    if (from == page) return;  // Asked for again: the history has it already.
    now().entry += 1;
    now().places.erase(now().places.lower_bound(now().entry), now().places.end());
    effect(GoTo{now().path, now().entry, platform::Visit::Push});
}

// The page of the journey becomes the one that is shown, though answers may be missing.
void Updater::arrive() {
    const auto from = std::exchange(now().page, now().journey->page);
    const auto way = now().journey->way;
    now().path = routes::address_of(*now().page);
    now().language = routes::language_of(*now().page);
    now().page_error.reset();
    now().given.reset();
    now().live_part = {};
    if (const auto* sheet = sheet_of(now())) ensure_form(*sheet);
    if (const auto* home = std::get_if<routes::Home>(&*now().page)) now().query = home->query;
    if (way == Way::Link) {
        arrive_by_link(from);
    } else {
        now().entry = now().journey->entry;
        now().arrival = now().places[now().entry];
    }
    now().journey.reset();
    renew_later();
    change_page();
    effect(Announce{Announce::News::PageLoaded});
    now().is_loading = !is_ready(*now().page, now());
    if (now().is_loading) effect(Focus{Focus::Target::Title});
    else settle();
}

// The page is complete: the reader's place is found.
void Updater::settle() {
    const auto place = std::exchange(now().arrival, std::nullopt);
    if (place) effect(ScrollTo{place->scroll_px});
    if (place && place->focus != 0) effect(Focus{Focus::Target::Node, place->focus});
    else effect(Focus{Focus::Target::Title});
}

void Updater::take(const platform::LinkFollowed& event) {
    auto page = page_at(event.address);
    if (!page) return;
    leave_place(event.scroll_px);
    travel(std::move(*page), Way::Link, 0);
}

void Updater::take(const platform::HistoryMoved& event) {
    leave_place(event.scroll_px);
    auto page = page_at(event.address);
    if (page && !routes::is_private(*page)) travel(std::move(*page), Way::History, event.entry);
    else effect(Leave{event.address});
}

void Updater::take(const platform::TimerFired& event) {
    if (now().journey && now().journey->number == event.timer) arrive();
    if (event.timer != 0 && now().live_part.timer == event.timer) ask_for_part();
    if (now().renewal != event.timer) return;
    now().renewal = 0;
    if (now().page) ask_what_grows_old(*now().page);
    renew_later();
}

// As if the reader had asked for the page again, where it failed for want of a network.
void Updater::take(const platform::Reconnected&) {
    if (now().journey || !now().page) return;
    const auto page = *now().page;
    const auto was_cut_off = [&](const pages::Question& question) {
        const auto known = now().answers.find(question.address);
        return known != now().answers.end() && known->second.error &&
               known->second.error->code == base::ErrorCode::Offline;
    };
    if (std::ranges::any_of(questions_of(page, now()), was_cut_off)) travel(page, Way::Link, 0);
}

void Updater::take(const platform::FieldChanged& event) {
    if (event.field.name == query_field) now().query = event.field.value;
    if (now().given) return change_given(event.field);
    const auto* sheet = sheet_of(now());
    if (sheet == nullptr) return;
    state::take(ensure_form(*sheet).draft, event.field);
    store();
    if (event.field.is_choice) change_page();  // Text is drawn by the field itself.
}

void Updater::change_given(const platform::FieldState& field) {
    auto& root = now().given->root;
    if (field.is_choice) {
        choose(root, field);
        change_page();
    }
    keep_field(now(), field, step_.effects);
    const auto* form = form_with_part(root);
    if (form != nullptr && doc::find(*form, field.node) != nullptr) renew_part_later();
}

void Updater::renew_part_later() {
    now().live_part.timer = ++now().last_number;
    effect(StartTimer{now().live_part.timer, pause_ms});
}

void Updater::ask_for_part() {
    auto& part = now().live_part;
    part.timer = 0;
    part.is_behind = part.request != 0;
    const auto* form = now().given ? form_with_part(now().given->root) : nullptr;
    if (part.is_behind || form == nullptr) return;
    part.request = ++now().last_number;
    effect(Ask{{.number = part.request,
                .address = std::string(form->attribute(doc::Attribute::Action)),
                .body = "do=" + std::string(form->attribute(doc::Attribute::DataPart)),
                .idempotency_key = {},
                .form = form->id}});
}

// Only the part: what was typed meanwhile stays.
void Updater::take_part(const platform::Answered& event) {
    now().live_part.request = 0;
    auto data = wire::decode_page_data(event.body);
    const bool is_here = event.status == 200 && data && data->document;
    if (is_here) replace_part(now().given->root, std::move(data->document->root));
    else lose_part(now().given->root);
    change_page();
    if (now().live_part.is_behind) ask_for_part();
}

void Updater::take(const platform::Submitted& event) {
    const auto* sheet = sheet_of(now());
    if (sheet != nullptr && event.address == routes::rating_action(*sheet)) return send_rating(*sheet);
    if (event.address == routes::address_of(routes::Home{now().language, {}})) {
        leave_place(event.scroll_px);
        return travel(routes::Home{now().language, now().query}, Way::Link, 0);
    }
    if (!submits(now(), event.address)) return mark_sent(now(), event.form, step_.effects);
    take(platform::LinkFollowed{event.form, event.address, event.scroll_px});
}

void Updater::show_errors(Form& form, std::vector<domain::RatingError> errors) {
    form.errors = std::move(errors);
    form.sending = false;
    change_page();
    effect(Focus{Focus::Target::Errors, 0, true});
}

void Updater::send_rating(const routes::Sheet& sheet) {
    Form& form = ensure_form(sheet);
    if (form.sending) return;
    auto checked = domain::check_rating(form.draft);
    if (!checked.errors.empty()) return show_errors(form, std::move(checked.errors));

    form.sending = true;
    form.errors.clear();
    const auto number = ++now().last_number;
    now().requests[number] = post_address(sheet);
    effect(Ask{{number, post_address(sheet), wire::encode(checked.rating), form.draft.key}});
    effect(Announce{Announce::News::Sending});
    change_page();
}

void Updater::refuse_rating(Form& form, const platform::Answered& event) {
    std::vector<domain::RatingError> errors;
    if (const auto problem = wire::decode_problem(event.body)) errors = wire::rating_errors(*problem);
    const auto whole = [](domain::RatingProblem problem) {
        return domain::RatingError{domain::RatingField::Form, problem};
    };
    form.wait_minutes = (event.retry_after_s + 59) / 60;
    if (event.status == 0) errors = {whole(domain::RatingProblem::Offline)};
    else if (event.status == 429) errors = {whole(domain::RatingProblem::TooMany)};
    else if (event.status >= 500 || event.status < 400) errors = {whole(domain::RatingProblem::Unavailable)};
    else if (errors.empty()) errors = {whole(domain::RatingProblem::Malformed)};
    // The key stands for what was sent with it before: what is sent next is another rating.
    for (const auto& error : errors)
        if (error.problem == domain::RatingProblem::KeyConflict) form.draft.key = make_key();
    show_errors(form, std::move(errors));
}

void Updater::take_receipt(const platform::Answered& event, const std::string& address) {
    Form& form = now().forms[address];
    const auto receipt = wire::decode_receipt(event.body);
    if (event.status < 200 || event.status >= 300 || !receipt) return refuse_rating(form, event);

    now().forms.erase(address);
    store();
    effect(Contributed{});
    const auto code = receipt->code.hyphenated();
    now().answers[routes::api_receipt(code)] = {.body = *receipt};
    travel(routes::Receipt{now().language, code}, Way::Link, 0);
}

void Updater::take(const platform::Answered& event) {
    if (event.request != 0 && event.request == now().live_part.request) return take_part(event);
    const auto request = now().requests.extract(event.request);
    if (request.empty()) return;
    const auto& address = request.mapped();
    if (now().forms.contains(address)) return take_receipt(event, address);

    const auto wanted = now().journey ? std::optional(now().journey->page) : now().page;
    if (!wanted) return;
    const auto& page = *wanted;
    auto& known = now().answers[address];
    const bool was_known = known.is_here();
    for (const auto& question : questions_of(page, now())) {
        if (question.address != address) continue;
        auto answer = read_answer(question.subject, event.status, event.retry_after_s, event.body);
        if (was_known && answer.error && !grows_old(page, question)) return;  // The older answer is good enough.
        if (was_known && answer.body == known.body && !answer.error) return;
        known = std::move(answer);
    }
    if (!known.is_settled()) {
        now().answers.erase(address);  // Of a page that was left meanwhile.
        return;
    }
    ask_what_is_missing(page);
    if (!is_ready(page, now())) return;
    if (now().journey) return arrive();
    change_page();
    if (!std::exchange(now().is_loading, false)) return;
    effect(Announce{Announce::News::PageLoaded});
    settle();
}

}  // namespace

const Form* form_of(const AppState& state) {
    const auto* sheet = sheet_of(state);
    if (sheet == nullptr) return nullptr;
    const auto found = state.forms.find(post_address(*sheet));
    return found == state.forms.end() ? nullptr : &found->second;
}

bool follows(std::string_view address) {
    const auto page = page_at(address);
    if (page && routes::is_private(*page)) return false;
    if (!page || !without_fragment(address).contains('?')) return page.has_value();
    const auto* home = std::get_if<routes::Home>(&*page);
    return home != nullptr && routes::address_of(*home) == without_fragment(address);
}

bool submits(const AppState& state, std::string_view address) {
    const auto* sheet = sheet_of(state);
    return follows(address) || (sheet != nullptr && address == routes::rating_action(*sheet));
}

Step adopted(AppState state) {
    Updater updater(std::move(state));
    updater.adopt();
    return updater.finish();
}

Step update(AppState state, const platform::Event& event) {
    Updater updater(std::move(state));
    std::visit([&](const auto& what) { updater.take(what); }, event);
    return updater.finish();
}

}  // namespace state
