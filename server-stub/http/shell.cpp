#include "server-stub/http/shell.hpp"

#include <format>
#include <span>

#include "shared/document/html.hpp"
#include "shared/document/icons.hpp"
#include "shared/style/style.hpp"

namespace http {
namespace {

using base::Language;

// What the first screen of each language shows; the rest comes on demand.
std::span<const std::string_view> fonts_of(Language language) {
    static constexpr std::string_view arabic[] = {"fonts/arabic-400.ttf", "fonts/arabic-700.ttf", "fonts/latin-400.ttf",
                                                  "fonts/names-tifinagh-400.ttf"};
    static constexpr std::string_view amazigh[] = {"fonts/tifinagh-400.ttf", "fonts/latin-400.ttf",
                                                   "fonts/names-arabic-400.ttf"};
    static constexpr std::string_view latin[] = {"fonts/latin-400.ttf", "fonts/latin-700.ttf",
                                                 "fonts/names-arabic-400.ttf", "fonts/names-tifinagh-400.ttf"};
    switch (language) {
        case Language::Ar: return arabic;
        case Language::Zgh: return amazigh;
        case Language::Fr:
        case Language::En: return latin;
    }
    return latin;
}

constexpr std::string_view icon_link = "<link rel=\"icon\" type=\"image/svg+xml\" href=\"/icon.svg\">\n";

std::string print_style_link(const engine::Assets& assets, base::TextSize text_size) {
    const auto style = assets.address_of(std::format("skin-{}.css", base::code_of(text_size)));
    return style.empty() ? "" : std::format("<link rel=\"stylesheet\" href=\"{}\">\n", style);
}

std::string print_font_links(const engine::Assets& assets, Language language) {
    std::string out;
    for (const auto font : fonts_of(language))
        if (const auto address = assets.address_of(font); !address.empty())
            out +=
                std::format("<link rel=\"preload\" as=\"font\" type=\"font/ttf\" crossorigin href=\"{}\">\n", address);
    return out;
}

std::string print_module(const engine::Assets& assets, std::string_view name) {
    const auto script = assets.address_of(name);
    return script.empty() ? "" : std::format("<script type=\"module\" src=\"{}\"></script>\n", script);
}

// Before anything is painted: it needs the style sheet and the links to the fonts.
std::string print_wait(const engine::Assets& assets) {
    const auto script = assets.address_of("wait.js");
    return script.empty() ? "" : std::format("<script src=\"{}\"></script>\n", script);
}

std::string print_links(const doc::Document& document, base::TextSize text_size, const engine::Assets& assets) {
    auto out = std::format("<link rel=\"canonical\" href=\"{}\">\n", doc::escape(document.address));
    for (const auto& alternate : document.alternates)
        out += std::format("<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\">\n", base::code_of(alternate.language),
                           doc::escape(alternate.href));
    out += icon_link;
    return out + print_style_link(assets, text_size) + print_font_links(assets, document.language) +
           print_wait(assets) + print_module(assets, "boot.js");
}

std::string print_html_tag(const doc::Document& document, const Preferences& preferences) {
    const auto direction = base::code_of(base::direction_of(document.language));
    // The style sheet goes by the class, the client by the attributes.
    auto chosen = preferences.theme == Theme::Auto
                      ? std::string("class=\"skin-html\"")
                      : std::format("class=\"skin-html theme-{0}\" data-theme=\"{0}\"", name_of(preferences.theme));
    if (preferences.text_size != base::TextSize::Normal)
        chosen += std::format(" data-text=\"{}\"", base::code_of(preferences.text_size));
    return std::format("<html lang=\"{}\" dir=\"{}\" {}>\n", base::code_of(document.language), direction, chosen);
}

// What a search engine, or a messenger to which the address is sent, shows of the page.
std::string print_summary(const doc::Document& document) {
    return std::format(
        "<meta name=\"description\" content=\"{0}\">\n<meta property=\"og:type\" content=\"website\">\n"
        "<meta property=\"og:title\" content=\"{1}\">\n<meta property=\"og:description\" content=\"{0}\">\n",
        doc::escape(document.description), doc::escape(document.title));
}

}  // namespace

std::string print_page(const doc::Document& document, const wire::PageData& data, const Preferences& preferences,
                       const engine::Assets& assets) {
    return std::format(
        "<!doctype html>\n{}<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n{}{}</head>\n"
        "<body><canvas aria-hidden=\"true\"></canvas>{}"
        "<script type=\"application/json\" id=\"page-data\">{}</script></body>\n</html>\n",
        print_html_tag(document, preferences), doc::escape(document.title), print_summary(document),
        print_links(document, preferences.text_size, assets), doc::to_html(document), wire::encode_page_data(data));
}

std::string print_text_lab(const engine::Assets& assets) {
    return std::format(
        "<!doctype html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n<title>Text lab</title>\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n{}{}</head>\n"
        "<body class=\"page\"></body>\n</html>\n",
        icon_link, print_style_link(assets, base::TextSize::Normal) + print_module(assets, "textlab.js"));
}

std::string print_site_icon() {
    const auto& icon = doc::icon_of(doc::IconName::Khatam);
    const auto brand = style::rgb_of(style::Color::Brand, style::Theme::Light);
    return std::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0:.0f} {0:.0f}\">"
        "<path fill=\"#{1:02x}{2:02x}{3:02x}\" fill-rule=\"evenodd\" d=\"{4}\"/></svg>\n",
        icon.view, brand.red, brand.green, brand.blue, icon.path);
}

std::string PageTemplate::with_key(std::string_view key) const {
    std::string out;
    out.reserve(page_.size());
    for (std::string_view rest = page_;;) {
        const auto place = rest.find(key_);
        out += rest.substr(0, place);
        if (place == std::string_view::npos) return out;
        out += key;
        rest.remove_prefix(place + key_.size());
    }
}

}  // namespace http
