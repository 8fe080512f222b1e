// The texts of items, as the server keeps them and as pages show them.
#pragma once

#include "shared/domain/item.hpp"
#include "shared/domain/item_content.hpp"

namespace service {

// As `domain::check_values`, and every text in NFC; TooLarge for Markdown over a limit of `markup::blocks_of`.
domain::CheckedValues check_typed_values(domain::ItemKind kind, const domain::Values& typed);

// For the checks of texts; nothing where it is over a limit.
std::optional<domain::Blocks> read_markdown(std::string_view markdown);

// Of Markdown that was checked.
domain::Body body_of(const domain::BodyTexts& texts);

}  // namespace service
