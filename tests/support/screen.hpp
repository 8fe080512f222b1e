// A page in one state, by the name of its golden files.
#pragma once

#include <string>
#include <vector>

#include "shared/document/document.hpp"

namespace test {

struct Screen {
    std::string name;
    doc::Document document;
};
using Screens = std::vector<Screen>;

}  // namespace test
