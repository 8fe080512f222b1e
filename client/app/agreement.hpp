// Whether the browser shows what we laid out: it reports the sizes of text blocks by itself, we compare.
#pragma once

#include <unordered_map>

#include "client/layout/layout.hpp"
#include "client/platform/event.hpp"

namespace app {

inline constexpr float tolerance_px = 1;

enum class Verdict : std::uint8_t {
    Unknown,  // Nothing was reported since the words or sizes changed.
    Holds,
    Broken,
};

class Agreement {
public:
    // A report for another width than the one laid out, or before anything is, is kept but says nothing yet.
    void take(const platform::Measured& report, const layout::Result& layout);
    void expect_report() { verdict_ = Verdict::Unknown; }

    Verdict verdict() const { return verdict_; }

private:
    std::unordered_map<platform::NodeId, platform::Measured::Size> sizes_;
    Verdict verdict_ = Verdict::Unknown;
};

}  // namespace app
