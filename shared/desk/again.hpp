// What somebody sent and the server did not take: it stands on the page that says so, and can be sent again.
#pragma once

#include <string>

#include "shared/base/pairs.hpp"
#include "shared/document/document.hpp"
#include "shared/i18n/text.hpp"

namespace desk {

enum class NotTaken : std::uint8_t {
    SignedOut,   // Their time was up, or they went out elsewhere.
    NotAllowed,  // Somebody else has come in meanwhile, or their role has changed.
    Busy,        // Nobody could look at it.
};

// `path` is the address that `typed` was posted to.
doc::Document again_page(const i18n::Text& tr, const std::string& path, const base::Pairs& typed, NotTaken why);

}  // namespace desk
