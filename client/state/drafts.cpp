#include "client/state/drafts.hpp"

#include <algorithm>

#include "shared/wire/page_data.hpp"

namespace state {
namespace {

void take_reason(std::vector<std::string>& reasons, const std::string& value, bool checked) {
    const auto found = std::ranges::find(reasons, value);
    if (checked && found == reasons.end()) reasons.push_back(value);
    if (!checked && found != reasons.end()) reasons.erase(found);
}

void take_choice(std::string& chosen, const platform::FieldState& field) {
    if (field.checked) chosen = field.value;
    else if (chosen == field.value) chosen.clear();
}

}  // namespace

void take(domain::RatingDraft& draft, const platform::FieldState& field) {
    if (field.name == "level") take_choice(draft.level, field);
    if (field.name == "completed") take_choice(draft.completed, field);
    if (field.name == "reason") take_reason(draft.reasons, field.value, field.checked);
    if (field.name == "text") draft.text = field.value;
}

bool is_blank(const domain::RatingDraft& draft) {
    return draft.level.empty() && draft.completed.empty() && draft.reasons.empty() && draft.text.empty();
}

std::string encode_drafts(const std::map<std::string, Form>& forms) {
    std::string text;
    for (const auto& [address, form] : forms)
        if (!is_blank(form.draft))
            text.append(address).append("\t").append(wire::encode_rating_draft(form.draft)) += '\n';
    return text;
}

std::map<std::string, Form> decode_drafts(std::string_view text) {
    std::map<std::string, Form> forms;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const auto tab = line.find('\t');
        if (tab == std::string_view::npos) continue;
        if (auto draft = wire::decode_rating_draft(line.substr(tab + 1)))
            forms[std::string(line.substr(0, tab))].draft = std::move(*draft);
    }
    return forms;
}

}  // namespace state
