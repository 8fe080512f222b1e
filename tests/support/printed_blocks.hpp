// Blocks as one line each, so that a test reads like what it expects: "h2 Papers", "p See <[/ar|the list]>", "- one".
#pragma once

#include <string>

#include "shared/domain/body.hpp"

namespace test {

// Spans stand as "<[address|words]>" and "<*words*>".
inline std::string printed(const domain::BodyText& text) {
    std::string out;
    for (std::size_t at = 0; at <= text.utf8.size(); ++at) {
        for (auto span = text.spans.rbegin(); span != text.spans.rend(); ++span)
            if (span->end == at) out += span->address.empty() ? "*>" : "]>";
        for (const auto& span : text.spans)
            if (span.begin == at) out += span.address.empty() ? "<*" : "<[" + span.address + '|';
        if (at < text.utf8.size()) out += text.utf8[at];
    }
    return out;
}

inline std::string printed(const domain::Blocks& blocks) {
    std::string out;
    for (const auto& block : blocks)
        for (const auto& line : block.lines) {
            switch (block.kind) {
                case domain::BlockKind::Paragraph: out += "p "; break;
                case domain::BlockKind::Heading: out += "h2 "; break;
                case domain::BlockKind::Subheading: out += "h3 "; break;
                case domain::BlockKind::Bullets: out += "- "; break;
                case domain::BlockKind::Numbers: out += "1 "; break;
                case domain::BlockKind::Picture: out += "img " + domain::reference_of(*block.image) + " "; break;
            }
            out += printed(line) + '\n';
        }
    return out;
}

}  // namespace test
