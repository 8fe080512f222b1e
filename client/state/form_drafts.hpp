// What somebody typed into the form of a given page: kept on this device until it is sent, thrown away or a week old.
// Only what the server names in the form (Attribute::DataDraft) is kept, and never what is hidden or a secret.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "client/platform/event.hpp"
#include "client/state/app_state.hpp"
#include "client/state/effect.hpp"

namespace state {

inline constexpr std::uint32_t draft_days = 7;
inline constexpr std::size_t draft_limit = 6;  // Of all forms; the oldest goes.
inline constexpr std::size_t draft_bytes = 24 * 1024;

using Effects = std::vector<Effect>;

std::string encode_form_draft(const FormDraft& draft);
// Of lines with a name, a tab and a draft. One that cannot be read comes without a day.
std::vector<FormDraft> decode_form_drafts(std::string_view lines);

// Before anything is filled in: what is too old, cannot be read or was sent is thrown away, the rest is remembered.
void take_form_drafts(AppState& state, std::string_view kept, Effects& effects);

// The page is the client's now. Its form takes what was kept, where nobody has typed since it was printed; a form that
// shows what was just sent is kept as it is. True: something came back.
bool restore_form(AppState& state, Effects& effects);

void keep_field(AppState& state, const platform::FieldState& field, Effects& effects);
// It is on its way: the page of its receipt throws it away.
void mark_sent(AppState& state, platform::NodeId form, Effects& effects);
// By the button of the sentence that something came back. The page is loaded again, as the server prints it.
void press(AppState& state, platform::NodeId button, Effects& effects);

}  // namespace state
