// What the portal says itself, which is harmless.
#pragma once

#include <string>
#include <vector>

namespace labelled {

// In its four languages: each line of its content and of its messages.
std::vector<std::string> portal_sentences();

}  // namespace labelled
