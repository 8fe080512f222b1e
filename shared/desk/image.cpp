#include "shared/desk/image.hpp"

#include <array>

#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/parts.hpp"

namespace desk {

i18n::Key problem_key(domain::ImageProblem problem) {
    constexpr std::array keys{msg::image_unreadable,    msg::image_too_large, msg::image_too_many_pixels,
                              msg::image_took_too_long, msg::image_no_text,   msg::image_unavailable};
    static_assert(keys.size() == domain::image_problems.size());
    return keys[static_cast<std::size_t>(problem)];
}

doc::Document image_problem_page(const i18n::Text& tr, const pages::Addresses& addresses,
                                 domain::ImageProblem problem) {
    return pages::frame(tr, {i18n::plain(tr(msg::image_refused_title)), addresses},
                        {pages::title(tr(msg::image_refused_title)),
                         doc::text(doc::Tag::P, doc::Style::Lead, tr(problem_key(problem)))});
}

}  // namespace desk
