// Random documents that keep the rules of the tree, and random changes of them.
#pragma once

#include <random>

#include "client/mirror/breaks.hpp"
#include "shared/document/document.hpp"

namespace test {

using Random = std::mt19937;

doc::Document random_page(Random& random);
// A neighbour of `page`: children moved, added, removed, texts and attributes changed.
doc::Document changed(doc::Document page, Random& random);
mirror::Breaks random_breaks(const doc::Document& page, Random& random);

}  // namespace test
