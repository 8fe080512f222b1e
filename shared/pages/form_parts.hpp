// What forms are made of: fields with label, hint and error, and the summary of what is wrong.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/document/builder.hpp"
#include "shared/i18n/text.hpp"
#include "shared/routes/routes.hpp"

namespace pages {

struct ErrorLine {
    std::string target;  // Id of the field.
    doc::Text words;
};
// "There is a problem", each line linked to its field (GOV.UK error summary).
doc::Node error_summary(const i18n::Text& tr, std::vector<ErrorLine> errors);

// Of a file with a picture nothing is known when it is shown again. A code is read from the left whatever the page's
// direction.
struct TextField {
    std::string name;  // Its id and key, too.
    doc::Text label;
    std::optional<doc::Text> hint{};
    std::optional<doc::Text> error{};
    std::vector<doc::Text> notes{};  // What might be better in what is written there.
    std::string value{};
    std::string autocomplete = "off";
    enum class Kind : std::uint8_t { Free, Code, Password, Area, LongArea, Picture } kind = Kind::Free;
    std::optional<base::Language> language{};  // Of what is written there, where it is not the page's.
};
doc::Node text_field(TextField field);

// Without script a link in the header would lose what was typed: these buttons carry it along, with `name` and `value`
// where the page must know that nothing else is to be done with it.
doc::Node language_buttons(const i18n::Text& tr, const routes::Page& page, std::string name = {},
                           std::string value = {});

doc::Node submit_button(doc::Text words);
doc::Node post_form(std::string action, std::string key, std::string labelled_by, std::vector<doc::Node> parts);

}  // namespace pages
