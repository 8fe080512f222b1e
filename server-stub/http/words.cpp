#include "server-stub/http/words.hpp"

#include <algorithm>

#include "shared/desk/account.hpp"
#include "shared/desk/image.hpp"
#include "shared/desk/item_words.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/i18n/text.hpp"
#include "shared/pages/rating_form.hpp"

namespace http {
namespace {

template <class Say>
base::LocalizedText in_all_languages(Say say) {
    base::LocalizedText words;
    for (const auto language : base::languages) words.set(language, say(i18n::Text(language)));
    return words;
}

base::LocalizedText in_all_languages(i18n::Key key) {
    return in_all_languages([key](const i18n::Text& tr) { return i18n::plain(tr(key)); });
}

}  // namespace

base::LocalizedText words_of(const domain::RatingDraft& draft, int wait_minutes, domain::RatingProblem problem) {
    const pages::RatingForm form{.draft = draft, .errors = {}, .wait_minutes = wait_minutes};
    return in_all_languages([&](const i18n::Text& tr) {
        return pages::problem_words(tr, form, {domain::RatingField::Form, problem}).utf8;
    });
}

base::LocalizedText words_of(const pages::ReceiptRefusal& refusal) {
    switch (refusal.trouble) {
        case pages::ReceiptTrouble::Unknown: return in_all_languages(msg::receipt_unknown_title);
        case pages::ReceiptTrouble::Mistyped: return in_all_languages(msg::receipt_mistyped_text);
        case pages::ReceiptTrouble::TooMany:
            return in_all_languages([&](const i18n::Text& tr) {
                return i18n::plain(tr(msg::receipt_too_many_text, {.minutes = std::max(refusal.wait_minutes, 1)}));
            });
    }
    return in_all_languages(msg::error_text);
}

base::LocalizedText words_of(const domain::AccountError& error) {
    return in_all_languages([&](const i18n::Text& tr) { return desk::problem_words(tr, error, 0).utf8; });
}

base::LocalizedText words_of(domain::ImageProblem problem) {
    return in_all_languages([&](const i18n::Text& tr) { return desk::problem_words(tr, problem).utf8; });
}

// Which limit it was, its field says.
base::LocalizedText words_of(domain::ItemProblem problem) {
    const auto said = problem == domain::ItemProblem::TooLong ? domain::ItemProblem::TooLarge : problem;
    return in_all_languages([&](const i18n::Text& tr) { return desk::problem_words(tr, said, 0).utf8; });
}

base::LocalizedText words_of(domain::StepProblem problem) {
    return in_all_languages([&](const i18n::Text& tr) { return desk::problem_words(tr, problem).utf8; });
}

base::LocalizedText words_of(domain::ItemKind kind, const domain::CheckFinding& finding) {
    return in_all_languages([&](const i18n::Text& tr) { return desk::finding_words(tr, kind, finding).utf8; });
}

base::LocalizedText words_of(base::ErrorCode code) {
    switch (code) {
        case base::ErrorCode::NotFound: return in_all_languages(msg::not_found_text);
        case base::ErrorCode::BadInput: return in_all_languages(msg::problem_malformed);
        case base::ErrorCode::TooLarge: return in_all_languages(msg::problem_too_large);
        case base::ErrorCode::Unauthorised: return in_all_languages(msg::forbidden_text);
        case base::ErrorCode::Unavailable:
        default: return in_all_languages(msg::error_text);
    }
}

}  // namespace http
