// What the layout library must be told of a box, in its words.
#pragma once

#include <yoga/Yoga.h>

#include "shared/style/style.hpp"

namespace layout::detail {

// `node` is new. Its direction is said apart: it depends on words.
void set_style(YGNodeRef node, const style::Box& box);

// What `node` must be told because of the box that it stands in.
void set_place_in(YGNodeRef node, const style::Box& box, const style::Box& parent);

}  // namespace layout::detail
