#include "shared/domain/item_field.hpp"

#include <algorithm>

#include "shared/domain/contact.hpp"

namespace domain {
namespace {

using enum ItemForm;

constexpr std::array<std::string_view, item_kinds.size()> kind_names{
    "article", "activity", "programme", "sheet", "court", "notice", "guide", "document", "question", "hours"};

constexpr std::array<std::string_view, 4> languages{"ar", "zgh", "fr", "en"};
constexpr std::array<std::string_view, 3> progress{"done", "underway", "planned"};
constexpr std::array<std::string_view, 2> court_kinds{"appeal", "first-instance"};
constexpr std::array<std::string_view, 2> urgencies{"ordinary", "emergency"};
constexpr std::array<std::string_view, 3> audiences{"citizen", "editor", "moderator"};

constexpr std::size_t title_limit = 150;
constexpr std::array<std::string_view, 9> days{"monday-friday", "monday-thursday", "monday",   "tuesday", "wednesday",
                                               "thursday",      "friday",          "saturday", "sunday"};
constexpr std::array<std::string_view, 2> breaks{"midday", "friday-prayer"};
constexpr std::array<std::string_view, 2> doors{"open", "closed"};
constexpr std::size_t summary_limit = 400;
constexpr std::size_t fact_limit = 600;
constexpr std::size_t source_limit = 300;
constexpr std::size_t body_limit = 20'000;
constexpr std::size_t address_limit = 500;
constexpr int half_a_year = 183;
constexpr int a_quarter = 92;

constexpr ItemField original{.name = "original", .form = Choice, .required = true, .choices = languages};
constexpr ItemField title{.name = "title", .limit = title_limit, .localized = true, .required = true};
constexpr ItemField summary{
    .name = "summary", .form = Text, .limit = summary_limit, .localized = true, .required = true};
constexpr ItemField body{.name = "body", .form = Markdown, .limit = body_limit, .localized = true};

// A fact, and where it was read: without a source it is shown as an example. Two fields of one table.
constexpr ItemField fact(std::string_view name, int maximum_age_days = 0, bool required = false) {
    return {.name = name,
            .form = Text,
            .limit = fact_limit,
            .localized = true,
            .required = required,
            .maximum_age_days = maximum_age_days};
}
constexpr ItemField source(std::string_view name) { return {.name = name, .limit = source_limit}; }

constexpr ItemField in_list(std::string_view list, ItemField field) {
    field.list = list;
    return field;
}

// Another court says it for itself.
constexpr ItemField local(ItemField field) {
    field.is_local = true;
    return field;
}

constexpr std::array article{
    original, title, summary, local({.name = "published-on", .form = Date, .required = true}), body,
};

constexpr std::array activity{
    original,
    title,
    summary,
    local({.name = "starts", .form = Moment, .required = true}),
    local({.name = "ends", .form = Moment, .required = true, .not_before = "starts"}),
    local({.name = "court", .form = Court, .required = true}),
    local({.name = "place", .limit = title_limit, .localized = true}),
    ItemField{.name = "admission", .form = Text, .limit = summary_limit, .localized = true},
    body,
};

constexpr std::array programme{
    original,
    title,
    summary,
    in_list("milestones", title),
    in_list("milestones", local({.name = "due", .form = Date, .required = true})),
    in_list("milestones", local({.name = "state", .form = Choice, .required = true, .choices = progress})),
    body,
};

// What law 55-19 wants to be public of a procedure: these papers and no others, how many copies of each, fee, legal
// basis, delay, and to whom one may appeal.
constexpr std::array sheet{
    original,
    title,
    ItemField{.name = "short-title", .limit = 60, .localized = true, .required = true},
    summary,
    in_list("papers", fact("text", half_a_year, true)),
    in_list("papers", {.name = "copies", .form = Number, .maximum_age_days = half_a_year}),
    in_list("papers", source("source")),
    in_list("steps", fact("title", 0, true)),
    in_list("steps", source("title-source")),
    in_list("steps", fact("detail")),
    in_list("steps", source("detail-source")),
    fact("who", 0, true),
    source("who-source"),
    fact("fee", half_a_year, true),
    source("fee-source"),
    fact("delay", half_a_year, true),
    source("delay-source"),
    local(fact("where", a_quarter, true)),
    local(source("where-source")),
    fact("legal-basis", 0, true),
    source("legal-basis-source"),
    fact("appeal", half_a_year),
    source("appeal-source"),
    ItemField{.name = "online-address", .form = Address, .limit = address_limit},
    local({.name = "last-checked", .form = Date}),
};

constexpr std::array court{
    original,
    title,
    ItemField{.name = "court-kind", .form = Choice, .required = true, .choices = court_kinds},
    source("source"),
    fact("address", half_a_year),
    source("address-source"),
    in_list("access", fact("text", half_a_year, true)),
    in_list("access", source("source")),
    in_list("contacts", local({.name = "kind", .form = Choice, .choices = contact_kind_names, .comes_with = "value"})),
    in_list("contacts", local({.name = "value",
                               .form = ItemForm::Contact,
                               .limit = address_limit,
                               .maximum_age_days = a_quarter,
                               .comes_with = "kind",
                               .instead_of = "text"})),
    in_list("contacts", local(fact("text", a_quarter, true))),
    in_list("contacts", local(source("source"))),
    in_list("hears", fact("text", 0, true)),
    in_list("hears", source("source")),
    in_list("sections", fact("text", 0, true)),
    in_list("sections", source("source")),
};

constexpr std::array notice{
    original,
    title,
    ItemField{.name = "text", .form = Text, .limit = fact_limit, .localized = true, .required = true},
    ItemField{.name = "from", .form = Date, .required = true},
    ItemField{.name = "to", .form = Date, .required = true, .not_before = "from"},
    ItemField{.name = "urgency", .form = Choice, .choices = urgencies},
};

constexpr std::array guide{
    original, title, summary, ItemField{.name = "audience", .form = Choice, .required = true, .choices = audiences},
    body,
};

constexpr std::array document{
    original,
    title,
    summary,
    ItemField{.name = "source", .limit = source_limit, .required = true},
    ItemField{.name = "address", .form = Address, .limit = address_limit},
};

constexpr ItemField required(ItemField field) {
    field.required = true;
    return field;
}

constexpr ItemField at_least_once(ItemField field) {
    field.needs_row = true;
    return field;
}

// Without days they are those of the whole year outside of seasons.
constexpr std::array hours{
    original,
    title,
    ItemField{.name = "court", .form = Court, .required = true},
    ItemField{.name = "first", .form = Date},
    ItemField{.name = "last", .form = Date, .not_before = "first"},
    at_least_once(in_list("shifts", {.name = "days", .form = Choice, .required = true, .choices = days})),
    at_least_once(in_list("shifts", {.name = "opens", .form = Time, .required = true})),
    at_least_once(in_list("shifts", {.name = "closes", .form = Time, .required = true, .not_before = "opens"})),
    in_list("breaks", {.name = "break", .form = Choice, .required = true, .choices = breaks}),
    in_list("breaks", {.name = "days", .form = Choice, .required = true, .choices = days}),
    in_list("breaks", {.name = "begins", .form = Time, .required = true}),
    in_list("breaks", {.name = "ends", .form = Time, .required = true, .not_before = "begins"}),
    in_list("breaks", {.name = "door", .form = Choice, .required = true, .choices = doors}),
    required(source("source")),
};

// The title asks, the body answers.
constexpr std::array question{original, title, required(body)};

constexpr std::array<std::span<const ItemField>, item_kinds.size()> tables{
    article, activity, programme, sheet, court, notice, guide, document, question, hours};

}  // namespace

std::string_view name_of(ItemKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::optional<ItemKind> parse_item_kind(std::string_view name) {
    const auto found = std::ranges::find(kind_names, name);
    if (found == kind_names.end()) return std::nullopt;
    return static_cast<ItemKind>(found - kind_names.begin());
}

std::span<const ItemField> fields_of(ItemKind kind) { return tables[static_cast<std::size_t>(kind)]; }

const ItemField* find_field(ItemKind kind, std::string_view list, std::string_view name) {
    for (const auto& field : fields_of(kind))
        if (field.list == list && field.name == name) return &field;
    return nullptr;
}

const ItemField* find_stand_in(ItemKind kind, const ItemField& field) {
    for (const auto& other : fields_of(kind))
        if (other.list == field.list && other.instead_of == field.name) return &other;
    return nullptr;
}

}  // namespace domain
