// The terms that every translation of the desk keeps, side by side in four languages.
#pragma once

#include "shared/domain/glossary.hpp"
#include "shared/pages/frame.hpp"

namespace desk {

doc::Document glossary_page(const i18n::Text& tr, const routes::DeskRoom& route, const domain::Glossary& glossary);

}  // namespace desk
