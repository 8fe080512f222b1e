#include "shared/pages/frame.hpp"

#include "shared/i18n/formatted.hpp"

namespace pages {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;

constexpr std::array language_names{msg::name_ar, msg::name_zgh, msg::name_fr, msg::name_en};

std::string words(const i18n::Text& tr, i18n::Key key) { return i18n::plain(tr(key)); }

doc::Node live_region(std::string role, std::string urgency) {
    return doc::text(
        Tag::Div, Style::Live, {},
        {.key = role,
         .attributes = {{Attribute::Role, role}, {Attribute::AriaLive, urgency}, {Attribute::AriaAtomic, "true"}}});
}

doc::Node language_link(const i18n::Text& tr, base::Language language, const std::string& address) {
    const bool current = language == tr.language();
    doc::Options options{
        .key = std::string(base::code_of(language)),
        .attributes = {{Attribute::Href, address}, {Attribute::Hreflang, std::string(base::code_of(language))}},
        .language = foreign(tr, language)};
    if (current) options.attributes.emplace_back(Attribute::AriaCurrent, "true");
    return doc::text(Tag::A, current ? Style::LanguageCurrent : Style::LanguageLink,
                     tr(language_names[base::index_of(language)]), std::move(options));
}

doc::Node languages(const i18n::Text& tr, const Addresses& addresses) {
    std::vector<doc::Node> links;
    for (const auto language : base::languages)
        links.push_back(language_link(tr, language, addresses[base::index_of(language)]));
    return doc::block(Tag::Nav, Style::Languages, std::move(links),
                      {.attributes = {{Attribute::AriaLabel, words(tr, msg::languages_label)}}});
}

doc::Node brand(const i18n::Text& tr, const Frame& about) {
    std::vector<doc::Node> lines{doc::text(Tag::P, Style::BrandName, tr(msg::site_name))};
    if (about.city != nullptr)
        lines.push_back(
            doc::text(Tag::P, Style::BrandSub, tr(msg::portal_of, {.district = about.city->in(tr.language())})));
    return doc::block(Tag::Div, Style::Brand,
                      {doc::icon(Style::IconKhatam, doc::IconName::Khatam),
                       doc::block(Tag::Div, Style::BrandText, std::move(lines))});
}

doc::Node header(const i18n::Text& tr, const Frame& about) {
    return doc::block(Tag::Header, Style::Top,
                      {doc::block(Tag::Div, Style::TopRow, {brand(tr, about), languages(tr, about.addresses)})});
}

doc::Node theme_button(const i18n::Text& tr, i18n::Key label, std::string value) {
    return doc::text(
        Tag::Button, Style::FooterLink, tr(label),
        {.key = value,
         .attributes = {{Attribute::Type, "submit"}, {Attribute::Name, "theme"}, {Attribute::Value, value}}});
}

doc::Node theme_form(const i18n::Text& tr, const std::string& address) {
    return doc::block(
        Tag::Form, Style::FooterForm,
        {doc::text(Tag::P, Style::FooterLabel, tr(msg::theme_label)),
         doc::control(
             Tag::Input, Style::Hidden,
             {.attributes = {{Attribute::Type, "hidden"}, {Attribute::Name, "return"}, {Attribute::Value, address}}}),
         theme_button(tr, msg::theme_auto, "auto"), theme_button(tr, msg::theme_light, "light"),
         theme_button(tr, msg::theme_dark, "dark"), theme_button(tr, msg::theme_contrast, "contrast"),
         doc::text(Tag::A, Style::FooterLink, tr(msg::simple_version),
                   {.attributes = {{Attribute::Href, address + "?skin=html"}}})},
        {.key = "theme",
         .attributes = {{Attribute::Method, "post"},
                        {Attribute::Action, routes::preferences_action(tr.language())},
                        {Attribute::AriaLabel, words(tr, msg::theme_label)}}});
}

doc::Node footer(const i18n::Text& tr, const std::string& address) {
    return doc::block(
        Tag::Footer, Style::Footer,
        {doc::block(Tag::Div, Style::FooterRow,
                    {doc::text(Tag::P, Style::FooterText, tr(msg::footer_about)),
                     doc::text(Tag::P, Style::FooterText, tr(msg::commitment, {.code = "MO0063"})),
                     doc::text(Tag::P, Style::FooterText, tr(msg::amazigh_note)), theme_form(tr, address)})});
}

doc::Document head(const i18n::Text& tr, const Frame& about) {
    doc::Document document;
    document.title = about.title + " · " + words(tr, msg::site_name);
    document.language = tr.language();
    document.address = about.addresses[base::index_of(tr.language())];
    for (const auto language : base::languages)
        document.alternates.push_back({language, about.addresses[base::index_of(language)]});
    return document;
}

}  // namespace

Addresses addresses_of(const routes::Page& page) {
    Addresses addresses;
    for (const auto language : base::languages)
        addresses[base::index_of(language)] = routes::address_of(routes::in_language(page, language));
    return addresses;
}

Addresses addresses_of(std::string_view unknown_path) {
    const auto first_end = unknown_path.find('/', 1);
    const auto first = unknown_path.substr(0, first_end);
    const bool has_language = first.size() > 1 && base::parse_language(first.substr(1)).has_value();
    const auto rest = !has_language                         ? std::string_view{}
                      : first_end == std::string_view::npos ? std::string_view{}
                                                            : unknown_path.substr(first_end);
    Addresses addresses;
    for (const auto language : base::languages)
        addresses[base::index_of(language)] = std::string("/").append(base::code_of(language)).append(rest);
    return addresses;
}

std::optional<base::Language> foreign(const i18n::Text& tr, base::Language language) {
    return language == tr.language() ? std::nullopt : std::optional(language);
}

doc::Node title(doc::Text words, std::optional<base::Language> language) {
    return doc::text(Tag::H1, Style::Title, std::move(words),
                     {.attributes = {{Attribute::TabIndex, "-1"}}, .language = language});
}

doc::Node lone_link(std::string href, doc::Text words) {
    return doc::block(
        Tag::Div, Style::LinkItem,
        {doc::text(Tag::A, Style::LinkText, std::move(words), {.attributes = {{Attribute::Href, std::move(href)}}})});
}

doc::Node data_text(const i18n::Text& tr, doc::Tag tag, doc::Style style, const base::LocalizedText& words) {
    const auto resolved = words.in(tr.language());
    return doc::text(tag, style, resolved.text, {.language = foreign(tr, resolved.language)});
}

doc::Document frame(const i18n::Text& tr, const Frame& about, std::vector<doc::Node> content) {
    doc::Document document = head(tr, about);
    document.root = doc::block(
        Tag::Div, Style::Page,
        {doc::text(Tag::A, Style::Skip, tr(msg::skip_to_content), {.attributes = {{Attribute::Href, "#main"}}}),
         header(tr, about),
         doc::block(Tag::Main, Style::Main, {doc::block(Tag::Div, Style::Wrap, std::move(content))},
                    {.attributes = {{Attribute::Id, "main"}, {Attribute::TabIndex, "-1"}}}),
         footer(tr, document.address), live_region("status", "polite"), live_region("alert", "assertive")});
    return doc::finish(std::move(document));
}

}  // namespace pages
