#include "shared/desk/account.hpp"

#include <algorithm>
#include <array>

#include "shared/desk/qr_picture.hpp"
#include "shared/desk/voice_parts.hpp"
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
using domain::Account;
using domain::AccountField;
using domain::AccountProblem;
using pages::error_summary;
using pages::ErrorLine;
using pages::fact_row;
using pages::frame;
using pages::frame_of;
using pages::heading;
using pages::lone_link;
using pages::paragraph;
using pages::post_form;
using pages::submit_button;
using pages::text_field;
using pages::TextField;
using pages::title;
using routes::AccountStep;
using Nodes = std::vector<doc::Node>;

// The words of a page, and its one form.
class Sheet {
public:
    Sheet(const i18n::Text& tr, const routes::Page& route, const Account& account)
        : tr_(tr), route_(route), account_(account) {}

    doc::Text problem(const domain::AccountError& error) const {
        return problem_words(tr_, error, account_.wait_minutes);
    }

    // What is wrong with the whole stands in the summary alone, and leads to the button.
    void add_summary(Nodes& parts) const {
        std::vector<ErrorLine> lines;
        for (const auto& error : account_.errors)
            lines.push_back({error.field == AccountField::Form ? "send" : std::string(domain::name_of(error.field)),
                             problem(error)});
        if (!lines.empty()) parts.push_back(error_summary(tr_, std::move(lines)));
    }

    doc::Node field(AccountField which, i18n::Key label, std::optional<doc::Text> hint, std::string value,
                    std::string autocomplete, TextField::Kind kind) const {
        TextField field{.name = std::string(domain::name_of(which)), .label = tr_(label), .hint = std::move(hint)};
        const auto wrong = std::ranges::find(account_.errors, which, &domain::AccountError::field);
        if (wrong != account_.errors.end()) field.error = problem(*wrong);
        field.value = std::move(value);
        field.autocomplete = std::move(autocomplete);
        field.kind = kind;
        return text_field(std::move(field));
    }
    doc::Node name(std::optional<doc::Text> hint = {}) const {
        return field(AccountField::Name, msg::account_name_label, std::move(hint), account_.name, "username",
                     TextField::Kind::Free);
    }
    doc::Node email() const {
        return field(AccountField::Email, msg::email_label, tr_(msg::email_hint), account_.email, "email",
                     TextField::Kind::Code);
    }
    doc::Node password(i18n::Key label, std::string autocomplete, std::optional<doc::Text> hint = {}) const {
        return field(AccountField::Password, label, std::move(hint), {}, std::move(autocomplete),
                     TextField::Kind::Password);
    }
    doc::Node current() const {
        return field(AccountField::Current, msg::current_password_label, tr_(msg::current_password_hint), {},
                     "current-password", TextField::Kind::Password);
    }
    doc::Node code() const {
        return field(AccountField::Code, msg::code_label, tr_(msg::code_hint), {}, "one-time-code",
                     TextField::Kind::Code);
    }
    doc::Node form(i18n::Key button, Nodes fields) const {
        fields.push_back(submit_button(tr_(button)));
        return post_form(routes::address_of(route_), "account", "title", std::move(fields));
    }

    doc::Document page(i18n::Key heading, Nodes parts) const {
        auto top = title(tr_(heading));
        top.attributes.emplace_back(Attribute::Id, "title");
        Nodes all{std::move(top)};
        add_summary(all);
        std::ranges::move(parts, std::back_inserter(all));
        return frame(tr_, frame_of(route_, i18n::plain(tr_(heading))), std::move(all));
    }

private:
    const i18n::Text& tr_;
    const routes::Page& route_;
    const Account& account_;
};

std::string link_to(const i18n::Text& tr, AccountStep step) {
    return routes::address_of(routes::Account{tr.language(), step});
}

// "ABCD EFGH": people copy four signs at a time.
std::string grouped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i > 0 && i % 4 == 0) out += ' ';
        out += text[i];
    }
    return out;
}

doc::Node code_line(std::string_view text) { return paragraph(Style::Code, doc::value(grouped(text))); }

doc::Node strip(Nodes parts) { return doc::block(Tag::Section, Style::Panel, std::move(parts)); }

doc::Document sign_in(const i18n::Text& tr, const Sheet& sheet) {
    return sheet.page(
        msg::sign_in_title,
        {paragraph(Style::Lead, tr(msg::sign_in_lead)),
         sheet.form(msg::sign_in_title, {sheet.name(), sheet.password(msg::password_label, "current-password")}),
         lone_link(link_to(tr, AccountStep::New), tr(msg::new_account_title))});
}

doc::Document new_account(const i18n::Text& tr, const Sheet& sheet, const Account& account) {
    if (account.show == Account::Show::Secret)
        return sheet.page(msg::secret_title,
                          {strip({code_line(account.secret), paragraph(Style::Body, tr(msg::secret_keep))}),
                           lone_link(link_to(tr, AccountStep::Overview), tr(msg::secret_next))});
    return sheet.page(
        msg::new_account_title,
        {paragraph(Style::Lead, tr(msg::new_account_lead)),
         sheet.form(msg::new_account_title,
                    {sheet.name(doc::Text(tr(msg::account_name_hint))), sheet.email(),
                     sheet.password(msg::new_password_label, "new-password",
                                    doc::Text(tr(msg::new_password_hint, {.least = domain::password_least,
                                                                          .digits = domain::secret_digits})))})});
}

doc::Document authenticator(const i18n::Text& tr, const Sheet& sheet, const Account& account) {
    if (account.show == Account::Show::Codes) {
        Nodes lines;
        for (const auto& code : account.codes) lines.push_back(code_line(code));
        lines.push_back(paragraph(Style::Body, tr(msg::codes_keep)));
        return sheet.page(
            msg::codes_title,
            {strip(std::move(lines)), lone_link(routes::address_of(routes::Desk{tr.language()}), tr(msg::codes_next))});
    }
    const auto uri = authenticator_address(account.secret);
    return sheet.page(
        msg::authenticator_title,
        {paragraph(Style::Lead, tr(msg::authenticator_lead)),
         strip({code_line(account.secret),
                qr_picture(link_to(tr, AccountStep::Authenticator), i18n::plain(tr(msg::authenticator_qr))),
                lone_link(uri, tr(msg::authenticator_link))}),
         sheet.form(msg::continue_button, {sheet.code()})});
}

Nodes facts_of(const i18n::Text& tr, const Account& account) {
    Nodes rows{fact_row(tr, msg::account_name_label, doc::value(account.name)),
               fact_row(tr, msg::account_role, tr(words_of(account.role)))};
    if (!account.district.empty()) rows.push_back(fact_row(tr, msg::account_district, doc::value(account.district)));
    return rows;
}

doc::Node own_entry(const i18n::Text& tr, const OwnVoice& own) {
    Nodes parts{doc::block(Tag::Div, Style::CardHead,
                           {doc::text(Tag::A, Style::EntryLink, voice_name(tr, own.voice),
                                      {.attributes = {{Attribute::Href, routes::address_of(routes::Follow{
                                                                            tr.language(), own.code})}}})}),
                paragraph(Style::CardText, service_words(tr, own.voice)),
                paragraph(Style::Body, tr(public_words_of(own.voice.state)))};
    for (auto& line : clock_lines(tr, own.voice, Style::Mark)) parts.push_back(std::move(line));
    return doc::block(Tag::Li, Style::Entry, std::move(parts), {.key = own.voice.number});
}

// Of a citizen, who may keep what they said here.
void add_own(const i18n::Text& tr, const std::vector<OwnVoice>& own, Nodes& parts) {
    parts.push_back(heading(tr, msg::own_title));
    if (own.empty()) return parts.push_back(paragraph(Style::Body, tr(msg::own_none)));
    Nodes entries;
    for (const auto& one : own) entries.push_back(own_entry(tr, one));
    parts.push_back(pages::list(Tag::Ul, Style::Entries, std::move(entries)));
}

doc::Document overview(const i18n::Text& tr, const Sheet& sheet, const Account& account,
                       const std::vector<OwnVoice>& own) {
    Nodes parts{doc::block(Tag::Dl, Style::Facts, facts_of(tr, account))};
    if (account.role != domain::Role::Citizen)
        parts.push_back(lone_link(routes::address_of(routes::Desk{tr.language()}), tr(msg::desk_title)));
    else add_own(tr, own, parts);
    parts.push_back(heading(tr, msg::account_correct));
    parts.push_back(
        sheet.form(msg::account_save,
                   {sheet.name(), sheet.email(), sheet.current(),
                    sheet.password(msg::new_password_label, "new-password",
                                   doc::Text(tr(msg::password_least_hint, {.least = domain::password_least})))}));
    parts.push_back(lone_link(routes::account_file(tr.language()), tr(msg::account_export)));
    parts.push_back(lone_link(link_to(tr, AccountStep::Delete), tr(msg::delete_title)));
    parts.push_back(doc::block(
        Tag::Form, Style::Form,
        {doc::text(Tag::Button, Style::QuietButton, tr(msg::sign_out), {.attributes = {{Attribute::Type, "submit"}}})},
        {.key = "sign-out",
         .attributes = {{Attribute::Method, "post"},
                        {Attribute::Action, routes::sign_out_action(tr.language())},
                        {Attribute::AriaLabel, i18n::plain(tr(msg::sign_out))}}}));
    return sheet.page(msg::account_title, std::move(parts));
}

doc::Document deletion(const i18n::Text& tr, const Sheet& sheet, const Account& account) {
    if (account.show == Account::Show::Done)
        return sheet.page(msg::deleted_title, {paragraph(Style::Lead, tr(msg::deleted_text))});
    return sheet.page(msg::delete_title,
                      {paragraph(Style::Lead, tr(msg::delete_lead)),
                       sheet.form(msg::delete_button, {sheet.password(msg::password_label, "current-password")})});
}

}  // namespace

i18n::Key words_of(domain::Role role) {
    constexpr std::array keys{msg::role_citizen,   msg::role_partner,    msg::role_editor,   msg::role_reviewer,
                              msg::role_moderator, msg::role_court_head, msg::role_ministry, msg::role_administrator};
    return keys[static_cast<std::size_t>(role)];
}

doc::Text problem_words(const i18n::Text& tr, const domain::AccountError& error, int wait_minutes) {
    switch (error.problem) {
        case AccountProblem::NameMissing: return tr(msg::problem_name_missing);
        case AccountProblem::NameUnfit: return tr(msg::problem_name_unfit, {.limit = domain::account_name_limit});
        case AccountProblem::NameTaken: return tr(msg::problem_name_taken);
        case AccountProblem::EmailUnfit: return tr(msg::problem_email_unfit);
        case AccountProblem::PasswordMissing: return tr(msg::problem_password_missing);
        case AccountProblem::PasswordShort: return tr(msg::problem_password_short, {.least = domain::password_least});
        case AccountProblem::PasswordLong: return tr(msg::problem_password_long, {.limit = domain::password_limit});
        case AccountProblem::PasswordIsName: return tr(msg::problem_password_is_name);
        case AccountProblem::PasswordWrong: return tr(msg::problem_password_wrong);
        case AccountProblem::SignInWrong: return tr(msg::problem_sign_in_wrong);
        case AccountProblem::CodeMissing: return tr(msg::problem_code_missing);
        case AccountProblem::CodeWrong: return tr(msg::problem_code_wrong);
        case AccountProblem::TooMany: return tr(msg::problem_sign_in_many, {.minutes = std::max(wait_minutes, 1)});
        case AccountProblem::Locked: return tr(msg::problem_sign_in_locked);
        case AccountProblem::Malformed: return tr(msg::problem_malformed);
        case AccountProblem::Unavailable: break;
    }
    return tr(msg::problem_account_unavailable);
}

std::string authenticator_address(std::string_view secret) {
    return "otpauth://totp/Rihab?issuer=Rihab&secret=" + std::string(secret);
}

doc::Document account_page(const i18n::Text& tr, const routes::Account& route, const domain::Account& account,
                           const std::vector<OwnVoice>& own) {
    const routes::Page page = route;
    const Sheet sheet(tr, page, account);
    switch (route.step) {
        case AccountStep::SignIn: return sign_in(tr, sheet);
        case AccountStep::New: return new_account(tr, sheet, account);
        case AccountStep::Code: return sheet.page(msg::code_title, {sheet.form(msg::continue_button, {sheet.code()})});
        case AccountStep::Authenticator: return authenticator(tr, sheet, account);
        case AccountStep::Delete: return deletion(tr, sheet, account);
        case AccountStep::Overview: break;
    }
    return overview(tr, sheet, account, own);
}

doc::Document invitation_page(const i18n::Text& tr, const routes::Invitation& route, const domain::Account& account) {
    const routes::Page page = route;
    const Sheet sheet(tr, page, account);
    if (account.show == Account::Show::Done)
        return sheet.page(msg::invitation_gone_title, {paragraph(Style::Lead, tr(msg::invitation_gone_text))});
    return sheet.page(
        msg::invitation_title,
        {paragraph(Style::Lead, tr(msg::invitation_lead)), doc::block(Tag::Dl, Style::Facts, facts_of(tr, account)),
         sheet.form(msg::continue_button,
                    {sheet.password(msg::invitation_password, "new-password",
                                    doc::Text(tr(msg::password_least_hint, {.least = domain::password_least})))})});
}

}  // namespace desk
