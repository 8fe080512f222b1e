#include "shared/desk/item.hpp"

#include <algorithm>

#include "shared/desk/account.hpp"
#include "shared/desk/copies.hpp"
#include "shared/desk/item_checks.hpp"
#include "shared/desk/item_fields.hpp"
#include "shared/desk/item_preview.hpp"
#include "shared/desk/item_words.hpp"
#include "shared/desk/items.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/parts.hpp"
#include "shared/wire/item_form.hpp"

namespace desk {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;
using domain::ItemStep;
using pages::paragraph;
using pages::TextField;
using Nodes = std::vector<doc::Node>;

doc::Text heading_of(const i18n::Text& tr, const ItemView& item) {
    if (item.number.empty()) return tr(msg::item_new_title, {.kind = i18n::plain(tr(words_of(item.kind)))});
    return doc::value(title_of(tr, item));
}

doc::Node banner(doc::Text words) {
    return doc::block(Tag::Div, Style::Banner, {paragraph(Style::Body, std::move(words))},
                      {.key = "news", .attributes = {{Attribute::Role, "status"}}});
}

Nodes news_of(const i18n::Text& tr, const ItemData& data) {
    Nodes news;
    if (data.done)
        news.push_back(banner(tr(msg::item_step_done, {.state = i18n::plain(tr(words_of(data.item.state)))})));
    else if (data.is_new_copy) news.push_back(banner(tr(msg::item_copied)));
    else if (data.saved) news.push_back(banner(tr(msg::item_saved, {.number = *data.saved})));
    if (data.mended) news.push_back(banner(tr(msg::checks_mended, {.count = *data.mended})));
    if (data.item.locked)
        news.push_back(
            paragraph(Style::Note, tr(msg::item_locked, {.name = data.item.locked->name,
                                                         .role = tr(words_of(data.item.locked->role)).text,
                                                         .time = tr.time(data.item.locked->at.minute_of_day)})));
    return news;
}

doc::Node button(Style style, std::string name, std::string value, doc::Text words) {
    return doc::text(
        Tag::Button, style, std::move(words),
        {.key = value,
         .attributes = {{Attribute::Type, "submit"}, {Attribute::Name, std::move(name)}, {Attribute::Value, value}}});
}

doc::Node send_row(Nodes buttons) {
    buttons.front().attributes.emplace_back(Attribute::Id, "send");
    return doc::block(Tag::Div, Style::Actions, std::move(buttons), {.key = "send"});
}

routes::DeskItem editor_of(routes::DeskItem route) {
    route.history = false;
    route.query.clear();
    return route;
}

doc::Node values_form(const i18n::Text& tr, const routes::DeskItem& route, const ItemData& data) {
    Nodes parts{doc::text(Tag::H2, Style::Heading, tr(msg::item_values), {.attributes = {{Attribute::Id, "values"}}}),
                hidden_field("version", std::to_string(data.item.version)),
                hidden_field("kind", std::string(domain::name_of(data.item.kind)))};
    for (auto& node : item_fields(tr, data)) parts.push_back(std::move(node));
    // Save comes before what mends: it is what Enter does.
    parts.push_back(
        send_row({button(Style::Button, "do", "save", tr(msg::item_save)),
                  button(Style::QuietButton, "do", std::string(wire::preview_values), tr(msg::preview_show))}));
    parts.push_back(pages::language_buttons(tr, editor_of(route), "do", "keep"));
    if (data.is_checked) parts.push_back(check_section(tr, data));
    auto form = pages::post_form(routes::item_action(route), "values", "values", std::move(parts));
    form.attributes.emplace_back(Attribute::DataPart, wire::preview_values);
    form.attributes.emplace_back(Attribute::DataPartLost, i18n::plain(tr(msg::preview_lost)));
    return form;
}

Nodes step_fields(const i18n::Text& tr, ItemStep step, const ItemData& data) {
    Nodes fields;
    const auto moment = [&](std::string name, i18n::Key label, const std::string& typed) {
        TextField field{.name = std::string(domain::name_of(step)) + "-" + name, .label = tr(label)};
        field.hint = tr(msg::item_moment_hint, {.example = example_moment});
        field.value = typed;
        field.kind = TextField::Kind::Code;
        fields.push_back(pages::text_field(std::move(field)));
    };
    if (domain::needs_reason(step)) {
        TextField field{.name = std::string(domain::name_of(step)) + "-reason", .label = tr(msg::item_reason)};
        field.hint = tr(msg::item_reason_hint);
        field.value = data.typed_reason;
        field.kind = TextField::Kind::Area;
        fields.push_back(pages::text_field(std::move(field)));
    }
    if (domain::needs_moment(step)) moment("at", msg::item_at, data.typed_at);
    if (domain::makes_public(step)) moment("until", msg::item_until, data.typed_until);
    return fields;
}

doc::Node next_steps(const i18n::Text& tr, const routes::DeskItem& route, const ItemData& data) {
    Nodes parts{doc::text(Tag::H2, Style::Heading, tr(msg::item_next), {.attributes = {{Attribute::Id, "next"}}})};
    if (data.steps.empty()) parts.push_back(paragraph(Style::Body, tr(msg::item_no_step)));
    for (const auto step : data.steps) {
        const std::string name(domain::name_of(step));
        auto fields = step_fields(tr, step, data);
        fields.push_back(hidden_field("version", std::to_string(data.item.version)));
        fields.push_back(doc::block(Tag::Div, Style::Actions,
                                    {button(Style::QuietButton, "step", name, tr(words_of(step)))}, {.key = "send"}));
        parts.push_back(doc::block(Tag::Form, Style::Part, std::move(fields),
                                   {.key = "step-" + name,
                                    .attributes = {{Attribute::Method, "post"},
                                                   {Attribute::Action, routes::item_step_action(route)},
                                                   {Attribute::AriaLabel, i18n::plain(tr(words_of(step)))}}}));
    }
    return doc::block(Tag::Section, Style::Panel, std::move(parts),
                      {.key = "next", .attributes = {{Attribute::AriaLabelledBy, "next"}}});
}

Nodes read_only(const i18n::Text& tr, const ItemData& data) {
    Nodes parts;
    // Not to those who never write here.
    if (!domain::can_save(data.item.state)) parts.push_back(paragraph(Style::Note, tr(msg::item_read_only)));
    for (const auto& path : domain::paths_of(data.item.kind, data.values)) {
        const auto place = domain::find_place(data.item.kind, path);
        const std::string text(domain::text_at(data.values, path));
        // What was typed may be none of the choices.
        const bool is_choice = std::ranges::contains(place->field->choices, text);
        auto words = is_choice ? doc::Text(tr(words_of_choice(text))) : doc::value(text);
        parts.push_back(
            doc::block(Tag::Div, Style::Field,
                       {paragraph(Style::Label, words_of_path(tr, data.item.kind, path)),
                        doc::text(Tag::P, Style::UserText, std::move(words),
                                  {.language = place->language ? pages::foreign(tr, *place->language) : std::nullopt})},
                       {.key = path}));
    }
    return parts;
}

doc::Node change(const i18n::Text& tr, domain::ItemKind kind, const domain::ValueChange& one) {
    const auto place = domain::find_place(kind, one.path);
    const auto language = place && place->language ? pages::foreign(tr, *place->language) : std::nullopt;
    const auto side = [&](i18n::Key label, const std::string& text) {
        auto words = text.empty() ? doc::Text(tr(msg::merge_empty)) : doc::value(text);
        return doc::block(
            Tag::Div, Style::CardSpace,
            {paragraph(Style::CardText, tr(label)), doc::text(Tag::P, Style::UserText, std::move(words),
                                                              {.language = text.empty() ? std::nullopt : language})},
            {.key = label == msg::history_before ? "before" : "after"});
    };
    return doc::block(Tag::Li, Style::Entry,
                      {paragraph(Style::Label, words_of_path(tr, kind, one.path)),
                       doc::block(Tag::Div, Style::CardRow,
                                  {side(msg::history_before, one.before), side(msg::history_after, one.after)})},
                      {.key = one.path});
}

doc::Node restore_form(const i18n::Text& tr, const routes::DeskItem& route, const HistoryData& data, int version) {
    const auto words = tr(msg::history_restore, {.number = version});
    return doc::block(Tag::Form, Style::FooterForm,
                      {hidden_field("version", std::to_string(data.item.version)),
                       button(Style::QuietButton, "to", std::to_string(version), words)},
                      {.key = "restore",
                       .attributes = {{Attribute::Method, "post"},
                                      {Attribute::Action, routes::item_restore_action(route)},
                                      {Attribute::AriaLabel, i18n::plain(words)}}});
}

doc::Node revision(const i18n::Text& tr, const routes::DeskItem& route, const HistoryData& data,
                   const RevisionView& one) {
    Nodes parts{doc::text(Tag::H2, Style::Subheading, tr(msg::item_version, {.number = one.version})),
                paragraph(Style::CardText, tr(msg::item_changed, {.date = one.author.at.date,
                                                                  .time = tr.time(one.author.at.minute_of_day),
                                                                  .name = one.author.name,
                                                                  .role = tr(words_of(one.author.role)).text}))};
    Nodes changes;
    for (const auto& each : one.changes) changes.push_back(change(tr, data.item.kind, each));
    if (one.version == 1) parts.push_back(paragraph(Style::Body, tr(msg::history_first)));
    else if (changes.empty()) parts.push_back(paragraph(Style::Body, tr(msg::history_none)));
    else parts.push_back(pages::list(Tag::Ul, Style::Entries, std::move(changes)));
    if (data.can_restore && one.version != data.item.version)
        parts.push_back(restore_form(tr, route, data, one.version));
    return doc::block(Tag::Section, Style::Part, std::move(parts), {.key = "revision" + std::to_string(one.version)});
}

doc::Node audit_of(const i18n::Text& tr, const std::vector<AuditView>& rows) {
    Nodes lines;
    for (const auto& row : rows) {
        const auto time = tr.time(row.at.minute_of_day);
        Nodes parts{paragraph(Style::Label, tr(words_of_audit(row.what)))};
        parts.push_back(paragraph(Style::CardText,
                                  row.by ? doc::Text(tr(msg::audit_by, {.date = row.at.date,
                                                                        .time = time,
                                                                        .name = row.by->name,
                                                                        .role = tr(words_of(row.by->role)).text}))
                                         : doc::Text(tr(msg::audit_by_clock, {.date = row.at.date, .time = time}))));
        if (!row.reason.empty()) parts.push_back(doc::text(Tag::P, Style::UserText, doc::value(row.reason)));
        lines.push_back(doc::block(Tag::Li, Style::Entry, std::move(parts)));
    }
    return pages::section(tr, "audit", msg::audit_title, {pages::list(Tag::Ol, Style::Entries, std::move(lines))});
}

// Theirs to read, mine to change.
doc::Node conflict(const i18n::Text& tr, const MergeData& data, const domain::MergeFact& fact,
                   const std::vector<domain::Court>& courts) {
    const auto place = domain::find_place(data.item.kind, fact.path);
    const auto language = place && place->language ? pages::foreign(tr, *place->language) : std::nullopt;
    auto theirs = fact.theirs.empty() ? doc::Text(tr(msg::merge_empty)) : doc::value(fact.theirs);
    const auto who = data.item.changed ? data.item.changed->name : std::string();
    return doc::block(Tag::Div, Style::CardRow,
                      {doc::block(Tag::Div, Style::CardSpace,
                                  {paragraph(Style::CardText, tr(msg::merge_theirs, {.name = who})),
                                   doc::text(Tag::P, Style::UserText, std::move(theirs),
                                             {.language = fact.theirs.empty() ? std::nullopt : language})},
                                  {.key = "theirs"}),
                       doc::block(Tag::Div, Style::CardSpace,
                                  {paragraph(Style::CardText, tr(msg::merge_mine)),
                                   field_of_path(tr, data.item.kind, fact.path, fact.mine, {}, courts)},
                                  {.key = "mine"})},
                      {.key = fact.path});
}

}  // namespace

doc::Document item_page(const i18n::Text& tr, const routes::DeskItem& route, const ItemData& data) {
    const auto words = heading_of(tr, data.item);
    Nodes parts{pages::title(words)};
    auto errors = item_error_lines(tr, data);
    const bool is_wrong = !errors.empty();
    if (is_wrong) parts.push_back(pages::error_summary(tr, std::move(errors)));
    for (auto& node : news_of(tr, data)) parts.push_back(std::move(node));
    if (!data.item.number.empty()) parts.push_back(paragraph(Style::Meta, tr(words_of(data.item.kind))));
    if (!data.item.number.empty())
        for (auto& line : item_lines(tr, data.item)) parts.push_back(std::move(line));
    if (data.copied) parts.push_back(copied_section(tr, *data.copied, data));
    parts.push_back(pages::lone_link("#preview", tr(msg::preview_title)));
    if (auto count = check_count(tr, data)) parts.push_back(std::move(*count));
    if (data.can_save) parts.push_back(values_form(tr, route, data));
    else {
        for (auto& node : read_only(tr, data)) parts.push_back(std::move(node));
        if (data.is_checked) parts.push_back(check_section(tr, data));
    }
    parts.push_back(preview_section(tr, data.previews));
    if (!data.item.number.empty()) {
        parts.push_back(next_steps(tr, route, data));
        auto history = editor_of(route);
        history.history = true;
        parts.push_back(pages::lone_link(routes::address_of(history), tr(msg::history_link)));
    }
    parts.push_back(pages::lone_link(
        routes::address_of(routes::DeskRoom{tr.language(), route.desk, routes::Room::Items, {}}), tr(msg::items_back)));
    return pages::frame(tr, pages::frame_of(route, words.utf8), std::move(parts));
}

doc::Document history_page(const i18n::Text& tr, const routes::DeskItem& route, const HistoryData& data) {
    const auto words = tr(msg::history_title, {.title = title_of(tr, data.item)});
    Nodes parts{pages::title(words)};
    for (const auto& one : data.revisions) parts.push_back(revision(tr, route, data, one));
    if (!data.audit.empty()) parts.push_back(audit_of(tr, data.audit));
    parts.push_back(pages::lone_link(routes::address_of(editor_of(route)), tr(msg::history_back)));
    return pages::frame(tr, pages::frame_of(route, i18n::plain(words)), std::move(parts));
}

doc::Document merge_page(const i18n::Text& tr, const routes::DeskItem& route, const MergeData& data,
                         const std::vector<domain::Court>& courts) {
    const auto words = tr(msg::merge_title);
    Nodes fields{hidden_field("version", std::to_string(data.item.version)),
                 hidden_field("kind", std::string(domain::name_of(data.item.kind)))};
    Nodes conflicts;
    for (const auto& fact : data.facts) {
        if (fact.side == domain::MergeSide::Conflict) conflicts.push_back(conflict(tr, data, fact, courts));
        else if (const auto& text = fact.side == domain::MergeSide::Theirs ? fact.theirs : fact.mine; !text.empty())
            fields.push_back(hidden_field(fact.path, text));
    }
    const bool is_simple = conflicts.empty();
    for (auto& node : conflicts) fields.push_back(std::move(node));
    fields.push_back(send_row({button(Style::Button, "do", "save", tr(msg::merge_save))}));
    auto top = pages::title(words);
    top.attributes.emplace_back(Attribute::Id, "title");
    return pages::frame(tr, pages::frame_of(route, i18n::plain(words)),
                        {std::move(top), paragraph(Style::Lead, tr(is_simple ? msg::merge_none : msg::merge_lead)),
                         pages::post_form(routes::item_action(route), "merge", "title", std::move(fields)),
                         pages::lone_link(routes::address_of(editor_of(route)), tr(msg::history_back))});
}

}  // namespace desk
