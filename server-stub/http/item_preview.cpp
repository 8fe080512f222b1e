#include "server-stub/http/item_preview.hpp"

#include <algorithm>

#include "server-stub/http/item_parts.hpp"
#include "server-stub/http/knowledge.hpp"
#include "server-stub/service/item_text.hpp"
#include "shared/desk/item_preview.hpp"
#include "shared/desk/item_view.hpp"
#include "shared/domain/court_sheet.hpp"
#include "shared/domain/item_content.hpp"
#include "shared/domain/own_hours.hpp"
#include "shared/pages/open_words.hpp"
#include "shared/pages/parts.hpp"

namespace http {
namespace {

using domain::ItemKind;

// What nobody typed yet cannot be left out of a page: two values that are made up stand for it.
enum class MadeUp : std::uint8_t { One, Another };

std::string made_up(const domain::ItemField& field, const domain::District* district, MadeUp which) {
    const bool one = which == MadeUp::One;
    switch (field.form) {
        case domain::ItemForm::Date: return one ? "2001-01-01" : "2002-02-02";
        case domain::ItemForm::Moment: return one ? "2001-01-01T01:00" : "2002-02-02T02:00";
        case domain::ItemForm::Time: return one ? "01:01" : "02:02";
        case domain::ItemForm::Choice: return std::string(one ? field.choices.front() : field.choices.back());
        case domain::ItemForm::Court:
            if (one || district == nullptr || district->courts.empty()) return std::string(domain::appeal_slug);
            return district->courts.front().id.value();
        case domain::ItemForm::Number: return one ? "1" : "2";
        case domain::ItemForm::Address: return one ? "https://one.example" : "https://another.example";
        case domain::ItemForm::Contact: return one ? "+212 500 00 00 01" : "+212 500 00 00 02";
        case domain::ItemForm::Line:
        case domain::ItemForm::Text:
        case domain::ItemForm::Markdown: break;
    }
    return one ? "1" : "2";
}

domain::Values completed(ItemKind kind, domain::Values values, const domain::District* district, MadeUp which) {
    for (const auto& path : domain::missing_values(kind, values))
        if (const auto place = domain::find_place(kind, path); place && place->field != nullptr)
            if (auto text = made_up(*place->field, district, which); !text.empty()) values[path] = std::move(text);
    return values;
}

std::vector<desk::Preview> banners_of(const domain::Notice& notice) {
    std::vector<desk::Preview> previews;
    for (const auto language : base::languages)
        previews.push_back({language, {pages::notice_banner(i18n::Text(language), doc::Tag::H3, notice)}});
    return previews;
}

// As on the page of the court.
std::vector<desk::Preview> weeks_of(const domain::Regime& regime) {
    std::vector<desk::Preview> previews;
    for (const auto language : base::languages) {
        const i18n::Text tr(language);
        std::vector<doc::Node> lines;
        if (regime.is_season) {
            const auto name = regime.name.in(language);
            lines.push_back(doc::text(doc::Tag::H3, doc::Style::Subheading, name.text,
                                      {.language = pages::foreign(tr, name.language)}));
        }
        for (auto& words : pages::hours_words(tr, {domain::open_shifts(regime), regime.provenance}))
            lines.push_back(pages::paragraph(doc::Style::FactText, std::move(words)));
        previews.push_back({language, std::move(lines)});
    }
    return previews;
}

std::vector<desk::Preview> pages_of(const Exchange& exchange, ItemKind kind, const domain::Values& values,
                                    const std::string& name) {
    if (kind == ItemKind::Notice) return banners_of(domain::notice_of(values, name));
    if (kind == ItemKind::Hours) return weeks_of(domain::regime_of(values));
    const auto page = public_page_of(kind, district_of(exchange), name);
    if (!page) return {};
    const auto& services = exchange.services();
    const auto source = domain::source_of(values);
    const auto origin = source ? services.content.find_district(source->district) : nullptr;
    auto answer =
        domain::answer_of(kind, values,
                          {.district = district_of(exchange),
                           .slug = name,
                           .instant_at = [&](base::LocalTime time) { return services.legal_time.instant_at(time); },
                           .body = service::body_of,
                           .source_city = origin ? origin->city : base::LocalizedText()});
    Knowledge knowledge(exchange);
    const auto lookup = knowledge.lookup();
    for (const auto& question : pages::questions_of(*page, lookup))
        if (question.subject == answer.index()) {
            knowledge.add(question.address, std::move(answer));
            break;
        }
    std::vector<desk::Preview> previews;
    for (const auto language : base::languages)
        previews.push_back(
            desk::preview_of(pages::page_of(i18n::Text(language), routes::in_language(*page, language), lookup)));
    return previews;
}

}  // namespace

std::vector<desk::Preview> previews_of(const Exchange& exchange, ItemKind kind, const domain::Values& typed,
                                       const service::StoredItem* item) {
    auto checked = service::check_typed_values(kind, typed);
    if (!checked.errors.empty()) {  // What is wrong is left out: no page of the public would show it.
        auto rest = typed;
        for (const auto& error : checked.errors) rest.erase(error.path);
        checked = service::check_typed_values(kind, rest);
        if (!checked.errors.empty()) return {};
    }
    if (item)
        if (const auto state = exchange.services().editing.source_of(editor_of(exchange), *item); state && *state)
            domain::set_source(checked.values, (*state)->source);
    const std::string name = item ? item->slug : "new";
    const auto district = exchange.services().content.find_district(district_of(exchange));
    const auto whole = completed(kind, checked.values, district.get(), MadeUp::One);
    auto previews = pages_of(exchange, kind, whole, name);
    if (whole == checked.values) return previews;
    const auto others =
        pages_of(exchange, kind, completed(kind, checked.values, district.get(), MadeUp::Another), name);
    for (std::size_t i = 0; i < previews.size(); ++i) desk::say_missing(previews[i], others[i]);
    return previews;
}

}  // namespace http
