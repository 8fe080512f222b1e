// Reads the HTML that doc::to_html prints, and nothing else: well-formed, lower case, quoted.
#pragma once

#include <memory>
#include <string_view>

#include "client/platform/headless/dom.hpp"

namespace platform::headless {

std::unique_ptr<Element> read_html(std::string_view html);

}  // namespace platform::headless
