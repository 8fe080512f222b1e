#include "shared/desk/again.hpp"

#include <array>
#include <utility>

#include "shared/desk/item_fields.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/pages/form_parts.hpp"
#include "shared/pages/frame.hpp"
#include "shared/pages/parts.hpp"

namespace desk {
namespace {

using doc::Attribute;
using doc::Style;

struct Words {
    i18n::Key title;
    i18n::Key text;
};

Words words_of(NotTaken why) {
    switch (why) {
        case NotTaken::SignedOut: return {msg::again_signed_out, msg::again_signed_out_text};
        case NotTaken::NotAllowed: return {msg::forbidden_title, msg::again_not_allowed_text};
        case NotTaken::Busy: break;
    }
    return {msg::error_title, msg::again_busy_text};
}

// This page must stay where it is: it holds what was typed.
doc::Node sign_in_link(const i18n::Text& tr) {
    auto link = pages::lone_link(routes::address_of(routes::Account{tr.language(), routes::AccountStep::SignIn}),
                                 tr(msg::again_sign_in));
    link.children.front().attributes.emplace_back(Attribute::Target, "_blank");
    return link;
}

}  // namespace

doc::Document again_page(const i18n::Text& tr, const std::string& path, const base::Pairs& typed, NotTaken why) {
    const auto [title, text] = words_of(why);
    auto top = pages::title(tr(title));
    top.attributes.emplace_back(Attribute::Id, "title");
    std::vector<doc::Node> parts{std::move(top), pages::paragraph(Style::Lead, tr(text))};
    if (why != NotTaken::Busy) parts.push_back(sign_in_link(tr));

    std::vector<doc::Node> fields;
    for (const auto& [name, value] : typed) {
        auto& field = fields.emplace_back(hidden_field(name, value));
        field.key = name + std::to_string(fields.size());  // A form may send a name twice.
    }
    fields.push_back(pages::submit_button(tr(msg::again_send)));
    parts.push_back(pages::post_form(path, "again", "title", std::move(fields)));
    const auto page = routes::parse_page(path).value_or(routes::Desk{tr.language()});
    return pages::frame(tr, pages::frame_of(page, i18n::plain(tr(title))), std::move(parts));
}

}  // namespace desk
