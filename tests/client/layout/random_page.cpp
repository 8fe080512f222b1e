#include "tests/client/layout/random_page.hpp"

#include <array>
#include <span>
#include <string>
#include <vector>

#include "shared/document/builder.hpp"

namespace test {
namespace {

using base::Language;
using doc::Attribute;
using doc::Style;
using doc::Tag;

constexpr std::array arabic{"المحكمة", "الابتدائية", "بالرباط،", "السجل",    "العدلي", "(البطاقة", "رقم",
                            "3)",      "شهادة",      "الجنسية",  "20 درهما", "من",     "8:30",     "إلى",
                            "16:30",   "يوم",        "الجمعة.",  "أُحيلت",    "وَثِيقَةٌ",  "كم",       "يلزم؟"};
constexpr std::array amazigh{"ⵜⴰⵙⵏⴱⴹⴰⵢⵜ", "ⵏ", "ⵔⵔⴱⴰⵟ,", "ⴰⴽⵯⵏⵏⵉ", "ⵉⵙⴻⵇⵇⵉⵎⵏ", "(3)",
                             "20 DH",     "ⴳ", "8:30",   "ⴰⵔ",     "16:30.",   "ⵜⵓⵔⵜⵓⵜ"};
constexpr std::array french{"L’extrait",
                            "du",
                            "casier",
                            "judiciaire",
                            "(bulletin n° 3)",
                            "est",
                            "délivré",
                            "au",
                            "guichet",
                            "n° 3,",
                            "de",
                            "8 h 30",
                            "à",
                            "16 h 30.",
                            "Où ?",
                            "rez-de-chaussée",
                            "administrativement",
                            "20 DH",
                            "2026-11-21",
                            "a/b/c"};
constexpr std::array english{
    "The",  "record", "extract", "(no. 3)", "is",     "issued",         "at",   "counter",
    "3,",   "from",   "8:30",    "to",      "16:30.", "first-instance", "Who?", "https://example.org/a?b=c&d",
    "fee:", "20 DH"};
constexpr std::array neutral{"123", "45", "6", "7890", "12"};

std::span<const char* const> words_of(Language language) {
    switch (language) {
        case Language::Ar: return arabic;
        case Language::Zgh: return amazigh;
        case Language::Fr: return french;
        case Language::En: return english;
    }
    return english;
}

class Author {
public:
    Author(Random& random, Language language, bool is_neutral)
        : random_(random), language_(language), is_neutral_(is_neutral) {}

    doc::Document page() {
        doc::Document document;
        document.title = "x";
        document.language = language_;
        document.root =
            doc::block(Tag::Div, Style::Page,
                       {doc::text(Tag::A, Style::Skip, "x", {.attributes = {{Attribute::Href, "#main"}}}), header(),
                        doc::block(Tag::Main, Style::Main, {doc::block(Tag::Div, Style::Wrap, content())}), footer(),
                        doc::text(Tag::Div, Style::Live, {})});
        return doc::finish(std::move(document));
    }

private:
    std::size_t below(std::size_t limit) { return random_() % limit; }
    bool chance(std::size_t of) { return below(of) == 0; }

    doc::Text words(std::size_t most, Language language) {
        doc::Text text;
        for (std::size_t count = 1 + below(most); count > 0; --count) {
            if (!text.empty()) text.append(" ");
            const auto choices = is_neutral_ ? std::span<const char* const>(neutral) : words_of(language);
            text.append(std::string_view(choices[below(choices.size())]));
        }
        return text;
    }
    doc::Text name_of(Language language) const {
        constexpr std::array names{"العربية", "ⵜⴰⵎⴰⵣⵉⵖⵜ", "Français", "English"};
        return is_neutral_ ? "12" : names[base::index_of(language)];
    }
    doc::Text line(std::size_t most) { return words(most, language_); }

    // A sentence with links, emphasis, values and words of other languages.
    doc::Text sentence(std::size_t most) {
        doc::Text text = line(most);
        if (is_neutral_) return text;
        for (std::size_t count = below(4); count > 0; --count) {
            text.append(" ");
            const auto other = base::languages[below(4)];
            switch (below(4)) {
                case 0: text.append(doc::link("#a", line(4))); break;
                case 1: text.append(doc::strong(line(3))); break;
                case 2: text.append(doc::value(words(2, other).utf8, other)); break;
                default: text.append(words(2, other), doc::SpanKind::Language, {}, other); break;
            }
            text.append(" ").append(line(most));
        }
        return text;
    }

    doc::Options maybe_foreign() {
        doc::Options options;
        if (chance(6)) options.language = base::languages[below(4)];
        return options;
    }
    doc::Node body() { return doc::text(Tag::P, Style::Body, sentence(20), maybe_foreign()); }
    doc::Node mark() { return doc::text(Tag::P, Style::Mark, sentence(8)); }

    template <class Make>
    std::vector<doc::Node> some(std::size_t least, std::size_t most, const Make& make) {
        std::vector<doc::Node> nodes;
        for (std::size_t count = least + below(most - least + 1); count > 0; --count) nodes.push_back(make());
        return nodes;
    }

    doc::Node header() {
        auto links = some(3, 4, [&] {
            const auto language = base::languages[below(4)];
            return doc::text(Tag::A, chance(4) ? Style::LanguageCurrent : Style::LanguageLink, name_of(language),
                             {.attributes = {{Attribute::Href, "#a"}}, .language = language});
        });
        return doc::block(Tag::Header, Style::Top,
                          {doc::block(Tag::Div, Style::TopRow,
                                      {doc::block(Tag::Div, Style::Brand,
                                                  {doc::icon(Style::IconKhatam, doc::IconName::Khatam),
                                                   doc::block(Tag::Div, Style::BrandText,
                                                              {doc::text(Tag::P, Style::BrandName, line(2)),
                                                               doc::text(Tag::P, Style::BrandSub, line(9))})}),
                                       doc::block(Tag::Nav, Style::Languages, std::move(links))})});
    }

    doc::Node footer() {
        auto form = some(2, 5, [&] { return doc::text(Tag::Button, Style::FooterLink, line(2)); });
        form.insert(form.begin(), doc::text(Tag::P, Style::FooterLabel, line(3)));
        auto rows = some(0, 3, [&] { return doc::text(Tag::P, Style::FooterText, sentence(9)); });
        rows.push_back(doc::block(Tag::Form, Style::FooterForm, std::move(form)));
        return doc::block(Tag::Footer, Style::Footer, {doc::block(Tag::Div, Style::FooterRow, std::move(rows))});
    }

    std::vector<doc::Node> content() {
        auto parts = some(0, 3, [&] { return part(); });
        parts.insert(parts.begin(), doc::text(Tag::H1, Style::Title, line(9), maybe_foreign()));
        if (chance(2)) parts.insert(parts.begin(), doc::text(Tag::Nav, Style::Crumb, sentence(4)));
        parts.push_back(doc::block(Tag::Div, Style::Columns,
                                   {doc::block(Tag::Div, Style::ColumnMain, some(1, 4, [&] { return part(); })),
                                    doc::block(Tag::Div, Style::ColumnSide, some(1, 2, [&] { return part(); }))}));
        return parts;
    }

    doc::Node part() {
        switch (below(12)) {
            case 0: return doc::text(Tag::P, Style::Lead, sentence(20), maybe_foreign());
            case 1: return doc::text(Tag::P, Style::Meta, sentence(12), maybe_foreign());
            case 2: return section(papers());
            case 3: return section(steps());
            case 4: return form();
            case 5: return errors();
            case 6: return panel();
            case 7: return user_text();
            case 8: return links();
            case 9: return doc::text(Tag::P, Style::Loading, line(3));
            case 10: return actions();
            default: return body();
        }
    }

    doc::Node section(doc::Node list) {
        std::vector<doc::Node> parts{doc::text(Tag::H2, Style::Heading, line(6)), std::move(list)};
        if (chance(2)) parts.push_back(doc::text(Tag::P, Style::Meta, sentence(9)));
        return doc::block(Tag::Section, Style::Section, std::move(parts));
    }

    doc::Node papers() {
        return doc::block(Tag::Ul, Style::Papers, some(1, 3, [&] {
                              std::vector<doc::Node> parts{body()};
                              if (chance(2)) parts.push_back(mark());
                              return doc::block(Tag::Li, Style::Paper,
                                                {doc::icon(Style::IconCheck, doc::IconName::Check),
                                                 doc::block(Tag::Div, Style::PaperBody, std::move(parts))});
                          }));
    }

    doc::Node steps() {
        return doc::block(Tag::Ol, Style::Steps, some(1, 3, [&] {
                              return doc::block(
                                  Tag::Li, Style::Step,
                                  {doc::text(Tag::P, Style::StepNumber, std::to_string(1 + below(12))),
                                   doc::block(Tag::Div, Style::StepBody,
                                              {doc::text(Tag::H3, Style::Subheading, line(6)), body(), mark()})});
                          }));
    }

    doc::Node panel() {
        return doc::block(Tag::Section, Style::Panel,
                          {doc::text(Tag::H2, Style::Heading, line(4)),
                           doc::text(Tag::P, Style::Code, doc::value("1234-5678-9012-3456")),
                           doc::block(Tag::Dl, Style::Facts, some(1, 4, [&] {
                                          std::vector<doc::Node> value{doc::text(Tag::P, Style::FactText, sentence(6))};
                                          if (chance(2)) value.push_back(mark());
                                          return doc::block(Tag::Div, Style::Fact,
                                                            {doc::text(Tag::Dt, Style::FactTerm, line(3)),
                                                             doc::block(Tag::Dd, Style::FactValue, std::move(value))});
                                      }))});
    }

    doc::Options choice(const char* type) {
        doc::Options options{.attributes = {{Attribute::Type, type}}};
        if (chance(3)) options.attributes.emplace_back(Attribute::Checked, "");
        if (chance(4)) options.attributes.emplace_back(Attribute::AriaInvalid, "true");
        return options;
    }

    doc::Node faces() {
        return doc::block(
            Tag::Div, Style::Faces, some(5, 5, [&] {
                return doc::block(
                    Tag::Label, Style::Face,
                    {doc::control(Tag::Input, Style::FaceInput, choice("radio")),
                     doc::icon(Style::IconFace,
                               static_cast<doc::IconName>(static_cast<std::size_t>(doc::IconName::Face1) + below(5))),
                     doc::text(Tag::Div, Style::FaceText, line(3))});
            }));
    }

    doc::Node options() {
        const bool radio = chance(2);
        return doc::block(Tag::Div, Style::Options, some(1, 4, [&] {
                              return doc::block(
                                  Tag::Label, Style::Option,
                                  {doc::control(Tag::Input, radio ? Style::OptionRadio : Style::OptionCheck,
                                                choice(radio ? "radio" : "checkbox")),
                                   doc::text(Tag::Div, Style::OptionText, line(9))});
                          }));
    }

    doc::Node field_set(doc::Node choices) {
        std::vector<doc::Node> parts{doc::text(Tag::Legend, Style::Legend, line(9))};
        if (chance(3)) parts.push_back(doc::text(Tag::P, Style::FieldError, line(8)));
        parts.push_back(std::move(choices));
        return doc::block(Tag::Fieldset, Style::FieldSet, std::move(parts));
    }

    doc::Node field() {
        std::vector<doc::Node> parts{doc::text(Tag::Label, Style::Label, line(4)),
                                     doc::text(Tag::P, Style::Hint, line(9))};
        if (chance(2))
            parts.push_back(doc::control(Tag::Textarea, Style::TextArea, {.attributes = {{Attribute::Value, "x"}}}));
        else parts.push_back(doc::control(Tag::Input, Style::TextInput, {.attributes = {{Attribute::Type, "text"}}}));
        return doc::block(Tag::Div, Style::Field, std::move(parts));
    }

    doc::Node actions() {
        auto parts = some(1, 4, [&] {
            switch (below(4)) {
                case 0:
                    return doc::text(Tag::Button, Style::Button, line(3),
                                     {.attributes = {{Attribute::Type, "button"}}});
                case 1:
                    return doc::text(Tag::A, Style::QuietButton, line(3), {.attributes = {{Attribute::Href, "#a"}}});
                case 2: {
                    const auto language = base::languages[below(4)];
                    return doc::text(Tag::Button, Style::LanguageButton, name_of(language),
                                     {.attributes = {{Attribute::Type, "button"}}, .language = language});
                }
                default: return doc::text(Tag::P, Style::Note, line(14));
            }
        });
        return doc::block(Tag::Div, Style::Actions, std::move(parts));
    }

    doc::Node form() {
        std::vector<doc::Node> parts{
            doc::text(Tag::H2, Style::Heading, line(6)),
            doc::control(Tag::Input, Style::Hidden, {.attributes = {{Attribute::Type, "hidden"}}})};
        if (chance(2)) parts.push_back(field_set(faces()));
        if (chance(2)) parts.push_back(field_set(options()));
        if (chance(2)) parts.push_back(field());
        parts.push_back(actions());
        return doc::block(Tag::Form, Style::Form, std::move(parts));
    }

    doc::Node errors() {
        return doc::block(Tag::Div, Style::Errors,
                          {doc::text(Tag::H2, Style::ErrorsTitle, line(4)),
                           doc::block(Tag::Ul, Style::ErrorsList, some(1, 3, [&] {
                                          return doc::block(Tag::Li, Style::ErrorsItem,
                                                            {doc::text(Tag::A, Style::ErrorsLink, line(9),
                                                                       {.attributes = {{Attribute::Href, "#a"}}})});
                                      }))});
    }

    doc::Node user_text() {
        doc::Text text = is_neutral_ ? line(9) : words(9, base::languages[below(4)]);
        if (chance(2)) text.append("\n").append(words(9, language_));
        if (chance(3))
            text.append("\n\n").append("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        doc::Options options;
        if (!is_neutral_) options.attributes = {{Attribute::Dir, "auto"}};
        return doc::text(Tag::P, Style::UserText, std::move(text), std::move(options));
    }

    doc::Node links() {
        return doc::block(Tag::Ul, Style::Links, some(1, 4, [&] {
                              auto options = maybe_foreign();
                              options.attributes = {{Attribute::Href, "#a"}};
                              return doc::block(Tag::Li, Style::LinkItem,
                                                {doc::text(Tag::A, Style::LinkText, line(6), std::move(options))});
                          }));
    }

    Random& random_;
    Language language_;
    bool is_neutral_;
};

}  // namespace

doc::Document random_styled_page(Random& random, Language language) { return Author(random, language, false).page(); }

doc::Document neutral_page(Random& random, Language language) { return Author(random, language, true).page(); }

}  // namespace test
