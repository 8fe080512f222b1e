// Markdown, as editors write it, to the blocks that pages show.
#pragma once

#include <cstddef>
#include <string_view>

#include "shared/base/result.hpp"
#include "shared/domain/body.hpp"

namespace markup {

inline constexpr std::size_t markdown_bytes_limit = 64 * 1024;
inline constexpr std::size_t paragraph_bytes_limit = 8 * 1024;  // Lines without an empty one between them.
inline constexpr std::size_t markers_limit = 4;       // Of lists and quotations, at the beginning of one line.
inline constexpr std::size_t indentation_limit = 16;  // Columns.

// A safe part of CommonMark: paragraphs, headings of two levels (`#`, and deeper ones as the second), lists of one
// level (items of inner lists are items of the outer), strong words (emphasis is strong too), links to what
// `domain::is_link_address` allows, pictures that `domain::parse_image_reference` knows and that stand alone in their
// paragraph. All else is its own text: raw HTML, code, other pictures (their words), other links.
// The blocks are sound (`domain::is_sound`), the text is cleaned as `clean_typed_text` does.
// TooLarge over a limit above or of `domain::Body`: with them the cost grows no faster than the text.
base::Result<domain::Blocks> blocks_of(std::string_view markdown);

}  // namespace markup
