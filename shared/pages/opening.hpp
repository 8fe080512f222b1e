// How the portal of a district came to life: the checks, the act, and what its partners said.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "shared/domain/activation.hpp"
#include "shared/pages/frame.hpp"

namespace pages {

struct OpeningData {
    const domain::District& district;
    const domain::PortalReport& report;
};
doc::Document opening_page(const i18n::Text& tr, const routes::Opening& route, const OpeningData& data);

// What a check wants, as a sentence without its full stop.
i18n::Formatted check_words(const i18n::Text& tr, domain::PortalCheck check);
// The nine checks, each with its words, whether it holds, how much of it there is and since when; below them what
// `more` gives.
doc::Node check_list(const i18n::Text& tr, const std::vector<domain::CheckResult>& checks,
                     const std::function<std::vector<doc::Node>(domain::PortalCheck)>& more = {});
// A remark and its answer. `more` stands below.
doc::Node remark_entry(const i18n::Text& tr, const domain::Remark& remark, std::string key,
                       std::vector<doc::Node> more = {});

// "Active since …", and a link to the whole; nothing where nobody wrote it down. That it is being prepared the frame
// says.
std::vector<doc::Node> portal_state(const i18n::Text& tr, const domain::District& district);

}  // namespace pages
