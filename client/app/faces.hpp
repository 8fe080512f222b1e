// The faces of the portal: which are loaded, which were asked for, which cannot be had.
#pragma once

#include "client/platform/event.hpp"
#include "client/platform/platform.hpp"
#include "client/text/font.hpp"

namespace app {

class Faces {
public:
    // Asks for those of `needed` that nobody has asked for yet.
    void ask(const text::FaceSet& needed, platform::Platform& platform);
    // True when the face was not there before.
    bool take(platform::FaceLoaded&& event);

    const text::FaceSet& loaded() const { return loaded_; }
    // Loaded or failed: there is nothing to wait for.
    bool are_settled(const text::FaceSet& needed) const { return (needed & ~loaded_ & ~failed_).none(); }

    const text::Fonts& fonts() const { return fonts_; }

private:
    text::Fonts fonts_;
    text::FaceSet asked_, loaded_, failed_;
};

}  // namespace app
