// Why a picture was not taken: the sentences, and the page that says one.
#pragma once

#include "shared/domain/image.hpp"
#include "shared/pages/frame.hpp"

namespace desk {

doc::Text problem_words(const i18n::Text& tr, domain::ImageProblem problem);
doc::Document image_problem_page(const i18n::Text& tr, const pages::Addresses& addresses, domain::ImageProblem problem);

}  // namespace desk
