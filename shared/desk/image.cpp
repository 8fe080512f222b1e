#include "shared/desk/image.hpp"

#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/parts.hpp"

namespace desk {

doc::Text problem_words(const i18n::Text& tr, domain::ImageProblem problem) {
    using enum domain::ImageProblem;
    switch (problem) {
        case NotAnImage: return tr(msg::image_unreadable, {.kinds = "JPEG, PNG"});
        case TooLarge: return tr(msg::image_too_large);
        case TooManyPixels: return tr(msg::image_too_many_pixels);
        case TookTooLong: return tr(msg::image_took_too_long);
        case NoText: return tr(msg::image_no_text);
        case Unavailable: break;
    }
    return tr(msg::image_unavailable);
}

doc::Document image_problem_page(const i18n::Text& tr, const pages::Addresses& addresses,
                                 domain::ImageProblem problem) {
    return pages::frame(tr, {i18n::plain(tr(msg::image_refused_title)), addresses},
                        {pages::title(tr(msg::image_refused_title)),
                         doc::text(doc::Tag::P, doc::Style::Lead, problem_words(tr, problem))});
}

}  // namespace desk
