// What an update asks for: the app carries it out, after the page has been built.
#pragma once

#include <string>
#include <variant>

#include "client/platform/event.hpp"
#include "client/platform/platform.hpp"

namespace state {

struct Ask {
    platform::Request request;
};
struct GoTo {
    std::string address;
    std::uint32_t entry = 0;
    platform::Visit how = platform::Visit::Push;
};
struct Leave {
    std::string address;
};  // The browser loads this page itself.
struct Store {
    std::string text;
};
struct KeepDraft {
    std::string name;
    std::string text;  // Empty: nothing is kept any more.
};
struct StartTimer {
    std::uint32_t number = 0;
    int delay_ms = 0;
};

struct Focus {
    enum class Target : std::uint8_t { Title, Errors, Node } target = Target::Title;
    platform::NodeId node = 0;
    bool into_view = false;
};
struct Announce {
    enum class News : std::uint8_t { PageLoaded, Sending, LoadingFailed } news = News::PageLoaded;
};
struct ScrollTo {
    float y_px = 0;
};
struct KeepPlace {};  // What stands at the top of the window stays there, in another language too.

struct Contributed {};  // The server has accepted what the reader sent.

using Effect =
    std::variant<Ask, GoTo, Leave, Store, StartTimer, Focus, Announce, ScrollTo, KeepPlace, Contributed, KeepDraft>;

}  // namespace state
