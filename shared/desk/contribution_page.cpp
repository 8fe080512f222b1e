#include "shared/desk/voice.hpp"
#include "shared/desk/voice_parts.hpp"
#include "shared/desk/voice_words.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/parts.hpp"

namespace desk {

doc::Document contribution_page(const i18n::Text& tr, const routes::Contribution& route, const ContributionData& data) {
    using doc::Style;
    const auto& voice = data.voice;
    const auto words = voice_name(tr, voice);
    std::vector<doc::Node> parts{pages::title(words), pages::paragraph(Style::Meta, service_words(tr, voice)),
                                 pages::paragraph(Style::Lead, tr(public_words_of(voice.state))),
                                 pages::section(tr, "said", msg::voice_said, said_parts(tr, voice, data.steps))};
    if (voice.answer) parts.push_back(answer_section(tr, voice, public_target(tr, route.district, voice)));
    parts.push_back(clock_panel(tr, voice));
    if (!data.steps.empty()) parts.push_back(step_section(tr, voice, data.steps));
    parts.push_back(pages::lone_link(routes::address_of(routes::Participate{tr.language(), route.district, {}}),
                                     tr(msg::voice_back, {.district = data.district.city.in(tr.language())})));
    return pages::frame(tr, pages::frame_of(route, words.utf8, &data.district), std::move(parts));
}

}  // namespace desk
