// Pieces that the pages of what people say are made of.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/desk/voice.hpp"
#include "shared/document/builder.hpp"
#include "shared/i18n/text.hpp"

namespace desk {

// "Suggestion, no. 17"
doc::Text voice_name(const i18n::Text& tr, const VoiceView& voice);
// Its service, or the courts of the district as a whole.
doc::Text service_words(const i18n::Text& tr, const VoiceView& voice);
doc::Text service_words(const i18n::Text& tr, const std::string& service, const base::LocalizedText& name);
// What a person wrote, whose direction is that of its own first letter; `language` is what it was asked for in.
doc::Node person_text(const i18n::Text& tr, std::string words, std::optional<base::Language> language);
// Its text, or that it is not shown.
doc::Node voice_text(const i18n::Text& tr, const VoiceView& voice);

// The same, when its author corrected it, for which reason passages of it were replaced, and the notes of its author.
std::vector<doc::Node> said_parts(const i18n::Text& tr, const VoiceView& voice,
                                  const std::vector<VoiceStepView>& steps = {});

// What was done and what is due, by which day.
std::vector<doc::Node> clock_lines(const i18n::Text& tr, const VoiceView& voice, doc::Style style);
doc::Node clock_panel(const i18n::Text& tr, const VoiceView& voice);

// Where it goes on, when it was merged into another; nothing where the reader may not know.
std::optional<doc::Text> public_target(const i18n::Text& tr, const std::string& district, const VoiceView& voice);
// The outcome and what it stands on, as rows of facts.
std::vector<doc::Node> answer_rows(const i18n::Text& tr, const domain::CourtAnswer& answer,
                                   const std::optional<doc::Text>& merged);
doc::Node answer_section(const i18n::Text& tr, const VoiceView& voice, const std::optional<doc::Text>& merged);
// An answer that stands in its own section is not told twice.
doc::Node step_section(const i18n::Text& tr, const VoiceView& voice, const std::vector<VoiceStepView>& steps);

doc::Node changed_banner(const i18n::Text& tr);

// One of a few; its id is `radio_id`.
struct RadioChoice {
    std::string value;
    doc::Text words;
};
struct RadioGroup {
    std::string name;
    doc::Text legend;
    std::vector<RadioChoice> choices;
    std::optional<std::string> chosen{};
    std::optional<doc::Text> error{};
};
doc::Node radio_group(RadioGroup group);
std::string radio_id(std::string_view name, std::string_view value);

}  // namespace desk
