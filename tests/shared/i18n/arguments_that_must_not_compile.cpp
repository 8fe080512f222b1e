// Compiled four times: with NONE it is right, with each other macro it holds one mistake.
#include "shared/i18n/text.hpp"

i18n::Formatted sample(const i18n::Text& tr) {
#if defined(MISSING)
    return tr(msg::problem_text_too_long, {.limit = 1200});
#elif defined(SURPLUS)
    return tr(msg::portal_of, {.district = "Rabat", .count = 1});
#elif defined(WRONG)
    return tr(msg::receipt_received, {.date = "12 novembre 2026"});
#else
    return tr(msg::problem_text_too_long, {.limit = 1200, .count = 1300});
#endif
}
