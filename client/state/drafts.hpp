// What was typed into forms: read from the page, changed by events, kept while the tab lives.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "client/platform/event.hpp"
#include "client/state/app_state.hpp"

namespace state {

// Takes over what one field holds; fields of other forms are left alone.
void take(domain::RatingDraft& draft, const platform::FieldState& field);
// Nothing was chosen or written; the key does not count.
bool is_blank(const domain::RatingDraft& draft);

// One line for each form that is not blank: its address, a tab, its draft as JSON.
std::string encode_drafts(const std::map<std::string, Form>& forms);
std::map<std::string, Form> decode_drafts(std::string_view text);  // Lines that cannot be read are dropped.

}  // namespace state
