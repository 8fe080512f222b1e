#include "shared/pages/frame.hpp"

#include <algorithm>

#include "shared/base/pairs.hpp"
#include "shared/base/text_size.hpp"
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

// In the order in which the place speaks them.
std::vector<base::Language> order_of_languages(const Frame& about) {
    std::vector<base::Language> order;
    const auto add = [&](base::Language language) {
        if (!std::ranges::contains(order, language)) order.push_back(language);
    };
    if (about.district != nullptr)
        for (const auto language : about.district->culture.languages) add(language);
    for (const auto language : base::languages) add(language);
    return order;
}

doc::Node languages(const i18n::Text& tr, const Frame& about) {
    std::vector<doc::Node> links;
    for (const auto language : order_of_languages(about))
        links.push_back(language_link(tr, language, about.addresses[base::index_of(language)]));
    return doc::block(Tag::Nav, Style::Languages, std::move(links),
                      {.attributes = {{Attribute::AriaLabel, words(tr, msg::languages_label)}}});
}

doc::Node brand(const i18n::Text& tr, const Frame& about) {
    const auto home = routes::address_of(routes::Home{tr.language(), {}});
    std::vector<doc::Node> lines{
        doc::text(Tag::A, Style::BrandName, tr(msg::site_name), {.attributes = {{Attribute::Href, home}}})};
    if (about.district != nullptr)
        lines.push_back(doc::text(Tag::P, Style::BrandSub,
                                  tr(msg::portal_of, {.district = about.district->city.in(tr.language())})));
    return doc::block(Tag::Div, Style::Brand,
                      {doc::icon(Style::IconKhatam, doc::IconName::Khatam),
                       doc::block(Tag::Div, Style::BrandText, std::move(lines))});
}

constexpr std::array section_titles{msg::services, msg::news, msg::activities, msg::programmes, msg::courts, msg::help};

// The list that a page belongs to: itself, or the one that it is an entry of.
std::optional<routes::Section> section_of(const routes::Page& page) {
    if (std::holds_alternative<routes::Sheet>(page)) return routes::Section::Services;
    if (const auto* listing = std::get_if<routes::Listing>(&page)) return listing->section;
    if (const auto* entry = std::get_if<routes::Entry>(&page)) return entry->section;
    return std::nullopt;
}

doc::Node nav_link(i18n::Formatted words, std::string address, bool is_here, bool is_page) {
    doc::Options options{.key = address, .attributes = {{Attribute::Href, address}}};
    if (is_here) options.attributes.emplace_back(Attribute::AriaCurrent, is_page ? "page" : "true");
    return doc::text(Tag::A, is_here ? Style::NavCurrent : Style::NavLink, doc::Text(words), std::move(options));
}

// What the district offers, on each of its pages.
doc::Node navigation(const i18n::Text& tr, const routes::Page& page) {
    const std::string district(routes::district_of(page));
    const auto here = section_of(page);
    std::vector<doc::Node> links{nav_link(tr(msg::nav_home),
                                          routes::address_of(routes::District{tr.language(), district}),
                                          std::holds_alternative<routes::District>(page), true)};
    for (std::size_t i = 0; i < section_titles.size(); ++i) {
        const auto section = static_cast<routes::Section>(i);
        links.push_back(nav_link(tr(section_titles[i]),
                                 routes::address_of(routes::Listing{tr.language(), district, section}), here == section,
                                 std::holds_alternative<routes::Listing>(page)));
    }
    return doc::block(Tag::Nav, Style::Nav, {doc::block(Tag::Div, Style::NavRow, std::move(links))},
                      {.key = "district", .attributes = {{Attribute::AriaLabel, words(tr, msg::nav_label)}}});
}

std::string guides_address(base::Language language) {
    return routes::address_of(routes::Listing{language, {}, routes::Section::Help});
}

// From the country to the page above this one.
doc::Node crumbs(const i18n::Text& tr, const Frame& about) {
    constexpr std::string_view arrow = " › ";  // Mirrored by the direction of the line.
    const auto language = tr.language();
    doc::Text line = doc::link(routes::address_of(routes::Home{language, {}}), tr(msg::crumb_home));
    const std::string district(about.district != nullptr ? routes::district_of(*about.page) : std::string_view{});
    if (!district.empty() && !std::holds_alternative<routes::District>(*about.page)) {
        const auto city = about.district->city.in(language);
        line.append(arrow).append(doc::Text(city.text), doc::SpanKind::Link,
                                  routes::address_of(routes::District{language, district}), foreign(tr, city.language));
        const auto section = section_of(*about.page);
        if (section && !std::holds_alternative<routes::Listing>(*about.page))
            line.append(arrow).append(doc::link(routes::address_of(routes::Listing{language, district, *section}),
                                                tr(section_titles[static_cast<std::size_t>(*section)])));
    }
    if (district.empty() && std::holds_alternative<routes::Entry>(*about.page))
        line.append(arrow).append(doc::link(guides_address(language), tr(msg::guides)));
    return doc::block(Tag::Nav, Style::Crumbs, {doc::text(Tag::P, Style::Crumb, std::move(line))},
                      {.key = "crumbs", .attributes = {{Attribute::AriaLabel, words(tr, msg::crumbs_label)}}});
}

doc::Node header(const i18n::Text& tr, const Frame& about) {
    return doc::block(Tag::Header, Style::Top,
                      {doc::block(Tag::Div, Style::TopRow, {brand(tr, about), languages(tr, about)})});
}

doc::Node preference_button(doc::Text label, std::string name, std::string value) {
    return doc::text(
        Tag::Button, Style::FooterLink, std::move(label),
        {.key = value,
         .attributes = {{Attribute::Type, "submit"}, {Attribute::Name, std::move(name)}, {Attribute::Value, value}}});
}

// A row of buttons that each set one preference, and come back to this page.
doc::Node preference_form(const i18n::Text& tr, const std::string& address, std::string name, i18n::Key label,
                          std::vector<doc::Node> buttons) {
    std::vector<doc::Node> parts{
        doc::text(Tag::P, Style::FooterLabel, tr(label)),
        doc::control(
            Tag::Input, Style::Hidden,
            {.attributes = {{Attribute::Type, "hidden"}, {Attribute::Name, "return"}, {Attribute::Value, address}}})};
    std::ranges::move(buttons, std::back_inserter(parts));
    return doc::block(Tag::Form, Style::FooterForm, std::move(parts),
                      {.key = std::move(name),
                       .attributes = {{Attribute::Method, "post"},
                                      {Attribute::Action, routes::preferences_action(tr.language())},
                                      {Attribute::AriaLabel, words(tr, label)}}});
}

doc::Node theme_form(const i18n::Text& tr, const std::string& address) {
    const auto button = [&](i18n::Key label, std::string value) {
        return preference_button(tr(label), "theme", std::move(value));
    };
    const auto simple = address + (address.contains('?') ? "&" : "?") + "skin=html";
    return preference_form(
        tr, address, "theme", msg::theme_label,
        {button(msg::theme_auto, "auto"), button(msg::theme_light, "light"), button(msg::theme_dark, "dark"),
         button(msg::theme_contrast, "contrast"),
         doc::text(Tag::A, Style::FooterLink, tr(msg::simple_version), {.attributes = {{Attribute::Href, simple}}})});
}

doc::Node text_size_form(const i18n::Text& tr, const std::string& address) {
    std::vector<doc::Node> buttons;
    for (const auto size : base::text_sizes)
        buttons.push_back(preference_button(tr(msg::text_size_percent, {.percent = base::percent_of(size)}), "text",
                                            std::string(base::code_of(size))));
    return preference_form(tr, address, "text", msg::text_size_label, std::move(buttons));
}

doc::Node footer_links(const i18n::Text& tr) {
    using routes::Topic;
    constexpr std::array topics{std::pair{Topic::Map, msg::map_title},
                                std::pair{Topic::Notices, msg::notices_title},
                                std::pair{Topic::Documents, msg::documents_title},
                                std::pair{Topic::Commitment, msg::commitment_title},
                                std::pair{Topic::Accessibility, msg::accessibility_title},
                                std::pair{Topic::Privacy, msg::privacy_title}};
    std::vector<doc::Node> links;
    for (const auto& [topic, title] : topics)
        links.push_back(
            doc::text(Tag::A, Style::FooterLink, tr(title),
                      {.key = std::string(routes::name_of(topic)),
                       .attributes = {{Attribute::Href, routes::address_of(routes::National{tr.language(), topic})}}}));
    links.push_back(doc::text(Tag::A, Style::FooterLink, tr(msg::guides),
                              {.key = "guides", .attributes = {{Attribute::Href, guides_address(tr.language())}}}));
    const routes::Account account{tr.language(), routes::AccountStep::Overview};
    links.push_back(doc::text(Tag::A, Style::FooterLink, tr(msg::account_title),
                              {.key = "account", .attributes = {{Attribute::Href, routes::address_of(account)}}}));
    return doc::block(Tag::Nav, Style::FooterForm, std::move(links),
                      {.key = "about", .attributes = {{Attribute::AriaLabel, words(tr, msg::about_label)}}});
}

doc::Node footer(const i18n::Text& tr, const std::string& address) {
    return doc::block(Tag::Footer, Style::Footer,
                      {doc::block(Tag::Div, Style::FooterRow,
                                  {footer_links(tr), doc::text(Tag::P, Style::FooterText, tr(msg::footer_about)),
                                   doc::text(Tag::P, Style::FooterText, tr(msg::commitment, {.code = "MO0063"})),
                                   doc::text(Tag::P, Style::FooterText, tr(msg::amazigh_note)), theme_form(tr, address),
                                   text_size_form(tr, address)})});
}

// What every page of a portal says that no act has brought to life yet, and where its partners leave remarks on it.
doc::Node preparing_banner(const i18n::Text& tr, const Frame& about) {
    const auto& here = about.addresses[base::index_of(tr.language())];
    const routes::DeskRoom remarks{tr.language(), about.district->id.value(), routes::Room::Remarks,
                                   "page=" + base::encode_value(here)};
    return doc::block(Tag::Div, Style::Banner,
                      {doc::text(Tag::P, Style::Body, tr(msg::portal_preparing)),
                       lone_link(routes::address_of(remarks), tr(msg::portal_remark))},
                      {.key = "preparing"});
}

Style main_of(const domain::District* district) {
    if (district == nullptr) return Style::Main;
    switch (district->culture.accent) {
        case domain::Accent::Terracotta: break;
        case domain::Accent::Ocean: return Style::MainOcean;
        case domain::Accent::Olive: return Style::MainOlive;
        case domain::Accent::Saffron: return Style::MainSaffron;
    }
    return Style::Main;
}

doc::Document head(const i18n::Text& tr, const Frame& about) {
    doc::Document document;
    document.title = about.title + " · " + words(tr, msg::site_name);
    document.description = about.description.empty() ? words(tr, msg::footer_about) : about.description;
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

Frame frame_of(const routes::Page& page, std::string title, const domain::District* district,
               base::LocalizedText::Resolved summary) {
    return {std::move(title), addresses_of(page), page, district, std::string(summary.text)};
}

doc::Document frame(const i18n::Text& tr, const Frame& about, std::vector<doc::Node> content) {
    doc::Document document = head(tr, about);
    std::vector<doc::Node> parts{
        doc::text(Tag::A, Style::Skip, tr(msg::skip_to_content), {.attributes = {{Attribute::Href, "#main"}}}),
        header(tr, about)};
    if (about.district != nullptr) parts.push_back(navigation(tr, *about.page));
    if (about.district != nullptr && about.district->preparing)
        content.insert(content.begin(), preparing_banner(tr, about));
    if (about.page && !std::holds_alternative<routes::Home>(*about.page))
        content.insert(content.begin(), crumbs(tr, about));
    parts.push_back(doc::block(Tag::Main, main_of(about.district),
                               {doc::block(Tag::Div, Style::Wrap, std::move(content))},
                               {.attributes = {{Attribute::Id, "main"}, {Attribute::TabIndex, "-1"}}}));
    parts.push_back(footer(tr, document.address));
    parts.push_back(live_region("status", "polite"));
    parts.push_back(live_region("alert", "assertive"));
    document.root = doc::block(Tag::Div, Style::Page, std::move(parts));
    return doc::finish(std::move(document));
}

}  // namespace pages
