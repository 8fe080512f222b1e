// Gives the Unicode library the cut data that ships, before the first test.
#include <cstdlib>

#include "embedded/icu_cut.hpp"
#include "shared/unicode/icu_data.hpp"

namespace {

[[maybe_unused]] const bool loaded = [] {
    if (!unicode::load_data(embedded::icu_cut())) std::abort();
    return true;
}();

}  // namespace
