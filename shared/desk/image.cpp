#include "shared/desk/image.hpp"

#include "shared/domain/body.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/form_parts.hpp"
#include "shared/pages/parts.hpp"

namespace desk {

doc::Text problem_words(const i18n::Text& tr, domain::ImageProblem problem) {
    using enum domain::ImageProblem;
    switch (problem) {
        case NotAnImage: return tr(msg::image_unreadable, {.kinds = "JPEG, PNG"});
        case TooLarge: return tr(msg::image_too_large);
        case TooManyPixels: return tr(msg::image_too_many_pixels);
        case TookTooLong: return tr(msg::image_took_too_long);
        case NoText: return tr(msg::image_no_text);
        case Unavailable: break;
    }
    return tr(msg::image_unavailable);
}

namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;
using Nodes = std::vector<doc::Node>;

// As it is written into a text, alone in its paragraph.
std::string markdown_of(const ImageView& view) {
    return domain::markdown_of({{domain::BlockKind::Picture, {{view.text, {}}}, view.image}});
}

doc::Node shown(const i18n::Text& tr, const ImageView& view) {
    const auto other = pages::foreign(tr, view.language);
    Nodes parts{
        doc::control(Tag::Img, Style::Picture,
                     {.attributes = {{Attribute::Src, view.image.address},
                                     {Attribute::Alt, view.text},
                                     {Attribute::Width, std::to_string(view.image.width)},
                                     {Attribute::Height, std::to_string(view.image.height)}},
                      .language = other}),
    };
    if (view.text.empty()) {  // Sent without words: a text could not show it.
        parts.push_back(pages::paragraph(Style::Hint, tr(msg::image_no_text)));
    } else {
        parts.push_back(pages::paragraph(Style::Hint, tr(msg::images_line)));
        parts.push_back(doc::text(Tag::P, Style::UserText, doc::value(markdown_of(view))));
    }
    return doc::block(Tag::Div, Style::Part, std::move(parts), {.key = "picture"});
}

doc::Node add_form(const i18n::Text& tr, const routes::DeskRoom& route, const ImagesData& data) {
    pages::TextField file{.name = "file",
                          .label = tr(msg::image_file_label),
                          .hint = tr(msg::image_file_hint, {.kinds = "JPEG, PNG"}),
                          .kind = pages::TextField::Kind::Picture};
    pages::TextField text{
        .name = "alt", .label = tr(msg::image_text_label), .hint = tr(msg::image_text_hint), .value = data.typed_text};
    if (data.problem)
        (data.problem == domain::ImageProblem::NoText ? text : file).error = problem_words(tr, *data.problem);
    auto plain = route;
    plain.query.clear();
    auto form = pages::post_form(
        routes::address_of(plain), "add", "add-title",
        {doc::text(Tag::H2, Style::Heading, tr(msg::image_add_title), {.attributes = {{Attribute::Id, "add-title"}}}),
         pages::text_field(std::move(file)), pages::text_field(std::move(text)),
         pages::submit_button(tr(msg::image_add))});
    form.attributes.emplace_back(Attribute::Enctype, "multipart/form-data");
    return form;
}

}  // namespace

doc::Document image_problem_page(const i18n::Text& tr, const pages::Addresses& addresses,
                                 domain::ImageProblem problem) {
    return pages::frame(
        tr, {i18n::plain(tr(msg::image_refused_title)), addresses},
        {pages::title(tr(msg::image_refused_title)), doc::text(Tag::P, Style::Lead, problem_words(tr, problem))});
}

doc::Document images_page(const i18n::Text& tr, const routes::DeskRoom& route, const ImagesData& data) {
    const auto words = tr(msg::images_title, {.district = data.city});
    Nodes parts{pages::title(words), pages::paragraph(Style::Lead, tr(msg::images_lead))};
    if (data.problem)
        parts.push_back(pages::error_summary(
            tr, {{data.problem == domain::ImageProblem::NoText ? "alt" : "file", problem_words(tr, *data.problem)}}));
    if (data.added)
        parts.push_back(doc::block(Tag::Section, Style::Panel,
                                   {pages::heading(tr, msg::image_added_title), shown(tr, *data.added)},
                                   {.key = "added"}));
    if (data.may_add) parts.push_back(add_form(tr, route, data));
    Nodes entries;
    for (const auto& view : data.images)
        entries.push_back(doc::block(Tag::Li, Style::Entry, {shown(tr, view)}, {.key = view.image.address}));
    if (entries.empty()) parts.push_back(pages::empty_state(tr, Tag::H2, msg::images_none_title, msg::images_none));
    else parts.push_back(pages::list(Tag::Ul, Style::Entries, std::move(entries)));
    if (!data.next.empty()) {
        auto older = route;
        older.query = "cursor=" + data.next;
        parts.push_back(pages::lone_link(routes::address_of(older), tr(msg::images_older)));
    }
    parts.push_back(pages::lone_link(
        routes::address_of(routes::DeskRoom{tr.language(), route.desk, routes::Room::Items, {}}), tr(msg::items_back)));
    return pages::frame(tr, pages::frame_of(route, i18n::plain(words)), std::move(parts));
}

}  // namespace desk
