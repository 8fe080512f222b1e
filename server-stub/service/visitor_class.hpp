// What is read from a User-Agent header, in memory and at once: a robot or not, and a coarse class. The header itself
// is kept nowhere.
#pragma once

#include <string>
#include <string_view>

namespace service {

// Robots that say so, headless browsers, libraries and monitors; also who says nothing.
bool is_robot(std::string_view user_agent);

// "android/chrome": system and browser family, one of some fifty.
std::string visitor_class(std::string_view user_agent);

}  // namespace service
