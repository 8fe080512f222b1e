// What people ask for most, service by service: collected before a service is designed.
#pragma once

#include <vector>

#include "shared/desk/voice.hpp"
#include "shared/domain/need.hpp"

namespace desk {

struct NeedView {
    domain::Need need;
    base::LocalizedText service_name{};  // Empty where the service is not there any more.
    std::vector<VoiceView> newest{};
};

struct NeedsData {
    const domain::District& district;
    std::vector<NeedView> needs{};  // What most people said first.
};
doc::Document needs_page(const i18n::Text& tr, const routes::Needs& route, const NeedsData& data);

}  // namespace desk
