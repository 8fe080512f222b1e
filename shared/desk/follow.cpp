#include <algorithm>

#include "shared/desk/item_fields.hpp"
#include "shared/desk/qr_picture.hpp"
#include "shared/desk/voice.hpp"
#include "shared/desk/voice_parts.hpp"
#include "shared/desk/voice_steps.hpp"
#include "shared/desk/voice_verdict.hpp"
#include "shared/desk/voice_words.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/form_parts.hpp"
#include "shared/pages/parts.hpp"

namespace desk {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;
using pages::paragraph;
using Nodes = std::vector<doc::Node>;

constexpr std::string_view secret_name = "secret";

doc::Node number_panel(const i18n::Text& tr, const routes::Follow& route, const FollowData& data) {
    return doc::block(Tag::Section, Style::Panel,
                      {pages::heading(tr, msg::voice_number), paragraph(Style::Code, doc::value(data.code)),
                       paragraph(Style::Body, tr(msg::voice_number_keep)),
                       qr_picture(routes::address_of(route), i18n::plain(tr(msg::voice_qr)))},
                      {.key = "number"});
}

doc::Node secret_panel(const i18n::Text& tr, const FollowData& data) {
    return doc::block(Tag::Section, Style::Panel,
                      {pages::heading(tr, msg::secret_title), paragraph(Style::Code, doc::value(data.secret)),
                       paragraph(Style::Body, tr(msg::voice_secret_keep))},
                      {.key = "secret"});
}

std::optional<doc::Text> secret_error(const i18n::Text& tr, const FollowData& data) {
    if (data.wait_minutes > 0) return tr(msg::problem_sign_in_many, {.minutes = data.wait_minutes});
    if (data.is_secret_wrong) return tr(msg::voice_secret_wrong);
    return std::nullopt;
}

doc::Node secret_form(const i18n::Text& tr, const routes::Follow& route, const FollowData& data) {
    pages::TextField field{.name = std::string(secret_name), .label = tr(msg::voice_secret_label)};
    field.hint = tr(msg::voice_secret_hint);
    field.error = secret_error(tr, data);
    field.kind = pages::TextField::Kind::Code;
    return pages::post_form(
        routes::address_of(route), "yours", "yours",
        {doc::text(Tag::H2, Style::Heading, tr(msg::voice_yours_title), {.attributes = {{Attribute::Id, "yours"}}}),
         pages::text_field(std::move(field)), pages::submit_button(tr(msg::voice_secret_show))});
}

// Every step carries the secret number along: nothing else says whose it is.
doc::Node author_steps(const i18n::Text& tr, const routes::Follow& route, const FollowData& data) {
    StepTarget target{.action = routes::address_of(route)};
    if (!data.secret.empty()) target.hidden.emplace_back(secret_name, data.secret);
    Nodes forms;
    if (data.verdict) forms.push_back(verdict_form(tr, *data.verdict, target));
    for (const auto& form : data.forms) {
        auto of_step = target;
        // What it was corrected to meanwhile is not overwritten unseen.
        if (form.step == domain::ContributionStep::Correct)
            of_step.hidden.emplace_back("version", std::to_string(data.voice.version));
        forms.push_back(step_form(tr, form, of_step));
    }
    return pages::section(tr, "next", msg::voice_your_steps, std::move(forms));
}

// Whether an account keeps it as its own.
doc::Node own_section(const i18n::Text& tr, const routes::Follow& route, const FollowData& data) {
    const routes::Account account{tr.language()};
    if (!data.is_attached)
        return pages::section(tr, "own", msg::own_keep_title,
                              {paragraph(Style::Body, tr(msg::own_keep_lead)),
                               pages::lone_link(routes::address_of(account), tr(msg::sign_in_title))});
    Nodes form{hidden_field("own", *data.is_attached ? "detach" : "attach")};
    if (!data.secret.empty()) form.push_back(hidden_field(std::string(secret_name), data.secret));
    const auto words = tr(*data.is_attached ? msg::own_let_go : msg::own_keep);
    form.push_back(
        doc::block(Tag::Div, Style::Actions,
                   {doc::text(Tag::Button, Style::QuietButton, words, {.attributes = {{Attribute::Type, "submit"}}})},
                   {.key = "send"}));
    Nodes parts{paragraph(Style::Body, tr(*data.is_attached ? msg::own_kept : msg::own_keep_lead)),
                doc::block(Tag::Form, Style::Form, std::move(form),
                           {.key = "own-form",
                            .attributes = {{Attribute::Method, "post"},
                                           {Attribute::Action, routes::address_of(route)},
                                           {Attribute::AriaLabel, i18n::plain(words)}}})};
    if (*data.is_attached) parts.push_back(pages::lone_link(routes::address_of(account), tr(msg::account_title)));
    return pages::section(tr, "own", msg::own_keep_title, std::move(parts));
}

std::vector<pages::ErrorLine> error_lines(const i18n::Text& tr, const FollowData& data) {
    auto lines = step_error_lines(tr, data.forms);
    if (data.verdict)
        for (auto& line : verdict_error_lines(tr, *data.verdict)) lines.push_back(std::move(line));
    if (auto error = data.is_author ? std::nullopt : secret_error(tr, data))
        lines.push_back({std::string(secret_name), std::move(*error)});
    return lines;
}

}  // namespace

doc::Document follow_page(const i18n::Text& tr, const routes::Follow& route, const FollowData& data) {
    const auto& voice = data.voice;
    const auto words = tr(msg::voice_follow_title);
    Nodes parts{pages::title(words)};
    if (data.has_changed) parts.push_back(changed_banner(tr));
    auto errors = error_lines(tr, data);
    const bool is_wrong = !errors.empty();
    if (is_wrong) parts.push_back(pages::error_summary(tr, std::move(errors)));
    parts.push_back(paragraph(Style::Lead, tr(public_words_of(voice.state))));
    parts.push_back(number_panel(tr, route, data));
    if (!data.secret.empty() && !data.is_secret_known) parts.push_back(secret_panel(tr, data));
    if (voice.answer) parts.push_back(answer_section(tr, voice, public_target(tr, data.district, voice)));
    if (data.is_author && (data.verdict || !data.forms.empty())) parts.push_back(author_steps(tr, route, data));
    parts.push_back(clock_panel(tr, voice));
    Nodes said{paragraph(Style::Label, tr(words_of(voice.kind))), paragraph(Style::CardText, service_words(tr, voice))};
    std::ranges::move(said_parts(tr, voice, data.steps), std::back_inserter(said));
    parts.push_back(pages::section(tr, "said", msg::voice_said, std::move(said)));
    if (!data.steps.empty()) parts.push_back(step_section(tr, voice, data.steps));
    if (!data.is_author) parts.push_back(secret_form(tr, route, data));
    else parts.push_back(own_section(tr, route, data));
    if (voice.is_public)
        parts.push_back(
            pages::lone_link(routes::address_of(routes::Contribution{tr.language(), data.district, voice.number}),
                             tr(msg::voice_public_page)));
    parts.push_back(pages::lone_link(routes::address_of(routes::Participate{tr.language(), data.district, {}}),
                                     tr(msg::voice_back, {.district = data.district_name.in(tr.language())})));
    auto title = i18n::plain(words);
    if (is_wrong) title = i18n::plain(tr(msg::error_page_title, {.title = title}));
    return pages::frame(tr, pages::frame_of(route, std::move(title)), std::move(parts));
}

}  // namespace desk
