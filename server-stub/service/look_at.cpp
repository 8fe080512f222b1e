#include "server-stub/service/look_at.hpp"

#include <algorithm>
#include <utility>

namespace service {

LookAt look_by(std::shared_ptr<const domain::moderation::Judge> judge) {
    return [judge = std::move(judge)](const std::string& text) {
        auto masked = domain::moderation::mask(text);
        Looked looked{.text = std::move(masked.utf8)};
        if (!judge) {
            looked.concerns.emplace_back("no-rules");
            return looked;
        }
        const auto verdict = judge->judge(looked.text, {.masks = masked.masks});
        for (const auto& raised : verdict.raised) {
            std::string name(domain::name_of(raised.concern));
            if (!std::ranges::contains(looked.concerns, name)) looked.concerns.push_back(std::move(name));
        }
        looked.is_private = verdict.is_private();
        return looked;
    };
}

}  // namespace service
