#include "client/app/page.hpp"

#include "client/state/questions.hpp"
#include "shared/pages/book.hpp"
#include "shared/pages/notice.hpp"

namespace app {
namespace {

pages::RatingForm rating_form(const state::AppState& state) {
    const auto* form = state::form_of(state);
    if (form == nullptr) return {};
    return {.draft = form->draft, .errors = form->errors, .wait_minutes = form->wait_minutes, .sending = form->sending};
}

}  // namespace

doc::Document page_of(const state::AppState& state) {
    if (state.given) return *state.given;
    const i18n::Text tr(state.language);
    if (!state.page) {
        const auto error = state.page_error.value_or(base::ErrorCode::NotFound);
        return pages::error_page(tr, pages::addresses_of(state.path), {error, {}});
    }
    // What the server said of an unknown receipt stands among the answers.
    if (state.page_error && !std::holds_alternative<routes::Receipt>(*state.page))
        return pages::error_page(tr, pages::addresses_of(*state.page), {*state.page_error, {}});
    return pages::page_of(tr, *state.page, state::lookup_in(state), rating_form(state));
}

}  // namespace app
