#include "shared/desk/item_checks.hpp"

#include <algorithm>
#include <ranges>

#include "shared/base/utf8.hpp"
#include "shared/desk/item_fields.hpp"
#include "shared/desk/item_words.hpp"
#include "shared/domain/account.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/parts.hpp"
#include "shared/wire/item_form.hpp"

namespace desk {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;
using domain::CheckFinding;
using domain::Flaw;
using domain::Severity;
using pages::paragraph;
using Nodes = std::vector<doc::Node>;

bool is_gap(const CheckFinding& finding) { return finding.flaw == Flaw::MissingLanguage; }

bool is_space(char c) { return c == ' ' || c == '\n'; }

std::string_view cut(std::string_view text) {
    constexpr int shown = 40;  // Code points.
    std::size_t end = 0;
    for (int count = 0; count < shown && end < text.size(); ++count)
        end += base::first_code_point(text.substr(end)).length;
    return text.substr(0, end);
}

// The word in which two texts part, as it is and as it would be.
struct Change {
    std::string_view before, after;
};
Change first_change(std::string_view text, std::string_view mended) {
    auto start = static_cast<std::size_t>(std::ranges::mismatch(text, mended).in1 - text.begin());
    const auto apart = start;
    while (start > 0 && is_space(text[start - 1])) --start;
    while (start > 0 && !is_space(text[start - 1])) --start;
    const auto words = [&](std::string_view all) {
        auto end = std::min(apart + 1, all.size());
        while (end < all.size() && !is_space(all[end])) ++end;
        return cut(all.substr(start, end - start));
    };
    return {words(text), words(mended)};
}

doc::Node button(std::string value, doc::Text words) {
    return doc::text(Tag::Button, Style::QuietButton, std::move(words),
                     {.key = value,
                      .attributes = {{Attribute::Type, "submit"}, {Attribute::Name, "do"}, {Attribute::Value, value}}});
}

doc::Node mend_button(const i18n::Text& tr, const ItemData& data, const CheckFinding& finding) {
    const auto place = domain::find_place(data.item.kind, finding.path);
    const auto language = place && place->language ? *place->language : tr.language();
    const auto change = first_change(domain::text_at(data.values, finding.path), *finding.mend);
    // A button has one line, whatever stands between the words.
    const auto before_words = domain::clean_name(change.before), after_words = domain::clean_name(change.after);
    const base::LocalizedText::Resolved before{before_words, language}, after{after_words, language};
    return doc::block(Tag::Div, Style::Actions,
                      {button(wire::mend_value(finding.flaw, finding.path),
                              tr(msg::checks_mend, {.before = before, .after = after}))},
                      {.key = "mend"});
}

// The field, linked where there is one.
doc::Node field_line(const ItemData& data, const std::string& path, doc::Text words) {
    if (!data.can_save) return paragraph(Style::Label, std::move(words));
    return doc::block(
        Tag::Div, Style::LinkItem,
        {doc::text(Tag::A, Style::LinkText, std::move(words), {.attributes = {{Attribute::Href, "#" + path}}})});
}

doc::Node entry(const i18n::Text& tr, const ItemData& data, const CheckFinding& finding) {
    Nodes parts{field_line(data, finding.path, words_of_path(tr, data.item.kind, finding.path)),
                paragraph(Style::CardText, finding_words(tr, data.item.kind, finding))};
    if (finding.mend && data.can_save) parts.push_back(mend_button(tr, data, finding));
    return doc::block(Tag::Li, Style::Entry, std::move(parts));
}

// One line for each language that lacks something: how much it is, and where the first is.
Nodes gaps(const i18n::Text& tr, const ItemData& data) {
    Nodes lines;
    for (const auto language : base::languages) {
        const auto lacks = [&](const CheckFinding& finding) {
            const auto place = domain::find_place(data.item.kind, finding.path);
            return is_gap(finding) && place && place->language == language;
        };
        const auto count = std::ranges::count_if(data.findings, lacks);
        if (count == 0) continue;
        const auto name = tr(name_of(language)).text;
        const base::LocalizedText::Resolved marked{name, language};
        lines.push_back(doc::block(Tag::Li, Style::Entry,
                                   {field_line(data, std::ranges::find_if(data.findings, lacks)->path,
                                               tr(msg::checks_languages, {.language = marked, .count = count}))},
                                   {.key = "gaps-" + std::string(base::code_of(language))}));
    }
    return lines;
}

Nodes entries(const i18n::Text& tr, const ItemData& data, Severity severity) {
    Nodes lines;
    for (const auto& finding : data.findings)
        if (finding.severity == severity && !is_gap(finding)) lines.push_back(entry(tr, data, finding));
    if (severity == Severity::Should) std::ranges::move(gaps(tr, data), std::back_inserter(lines));
    return lines;
}

}  // namespace

std::optional<doc::Node> check_count(const i18n::Text& tr, const ItemData& data) {
    if (data.findings.empty()) return std::nullopt;
    const auto musts = entries(tr, data, Severity::Must).size(), hints = entries(tr, data, Severity::Should).size();
    return pages::lone_link("#checks", tr(msg::checks_count, {.musts = musts, .hints = hints}));
}

doc::Node check_section(const i18n::Text& tr, const ItemData& data) {
    Nodes parts{doc::text(Tag::H2, Style::Heading, tr(msg::item_checks_title),
                          {.attributes = {{Attribute::Id, "checks"}, {Attribute::TabIndex, "-1"}}})};
    if (data.findings.empty()) parts.push_back(paragraph(Style::Body, tr(msg::checks_none)));
    const bool can_mend =
        data.can_save && std::ranges::any_of(data.findings, [](const auto& one) { return one.mend.has_value(); });
    if (can_mend)
        parts.push_back(doc::block(Tag::Div, Style::Actions,
                                   {button(std::string(wire::mend_values), tr(msg::checks_mend_all))},
                                   {.key = "mend-all"}));
    for (const auto& [severity, title] :
         {std::pair{Severity::Must, msg::checks_musts}, std::pair{Severity::Should, msg::checks_hints}}) {
        auto lines = entries(tr, data, severity);
        if (lines.empty()) continue;
        parts.push_back(doc::text(Tag::H3, Style::Subheading, tr(title)));
        parts.push_back(pages::list(Tag::Ul, Style::Entries, std::move(lines)));
    }
    return doc::block(Tag::Section, Style::Part, std::move(parts),
                      {.key = "checks", .attributes = {{Attribute::AriaLabelledBy, "checks"}}});
}

std::vector<const CheckFinding*> findings_at(const ItemData& data, std::string_view path) {
    std::vector<const CheckFinding*> found;
    for (const auto& finding : data.findings)
        if (finding.path == path && !is_gap(finding)) found.push_back(&finding);
    return found;
}

}  // namespace desk
