#include "shared/domain/item_content.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <initializer_list>
#include <utility>

#include "shared/base/day_text.hpp"
#include "shared/domain/item_copy.hpp"

namespace domain {
namespace {

// Both directions meet the same descriptions below, so that they cannot part.
class Writer {
public:
    Writer(ItemKind kind, base::Language original) : kind_(kind) { put("original", std::string(code_of(original))); }

    void line(std::string_view name, const std::string& text) { put(path(name), text); }
    void text(std::string_view name, const base::LocalizedText& text) {
        for (const auto language : base::languages) put(path(name, language), std::string(text.exact(language)));
    }
    void source(std::string_view name, const Provenance& provenance) { put(path(name), provenance.source); }
    void date(std::string_view name, const base::Date& date) { put(path(name), base::print(date)); }
    void date(std::string_view name, const std::optional<base::Date>& date) {
        if (date) put(path(name), base::print(*date));
    }
    void moment(std::string_view name, const base::LocalTime& time) { put(path(name), base::print(time)); }
    void count(std::string_view name, int number) {
        if (number > 0) put(path(name), std::to_string(number));
    }
    void freshness(std::initializer_list<std::string_view>, const Fact&) {}  // Kept beside the values.
    template <class Enum>
    void choice(std::string_view name, const Enum& value) {
        put(path(name), std::string(field(name).choices[static_cast<std::size_t>(value)]));
    }
    template <class Enum>
    void choice(std::string_view name, const std::optional<Enum>& value) {
        if (value) choice(name, *value);
    }
    void body(std::string_view name, const Body& body) {
        const auto texts = texts_of(body);
        for (const auto language : base::languages) put(path(name, language), texts[base::index_of(language)]);
    }
    template <class Row, class Describe>
    void rows(std::string_view list, const std::vector<Row>& rows, Describe describe) {
        list_ = list;
        for (row_ = 0; row_ < rows.size(); ++row_) describe(rows[row_]);
        list_ = {};
    }

    Values values() && { return std::move(values_); }

private:
    const ItemField& field(std::string_view name) const {
        const auto* field = find_field(kind_, list_, name);
        assert(field && "a description names fields of its kind's table");
        return *field;
    }
    std::string path(std::string_view name, std::optional<base::Language> language = {}) const {
        return path_of(field(name), list_.empty() ? std::nullopt : std::optional(row_), language);
    }
    void put(std::string path, std::string text) {
        if (!text.empty()) values_.emplace(std::move(path), std::move(text));
    }

    ItemKind kind_;
    std::string_view list_;
    std::size_t row_ = 0;
    Values values_;
};

class Reader {
public:
    Reader(ItemKind kind, const Values& values, const ItemPlace& place) : kind_(kind), values_(values), place_(place) {}

    void line(std::string_view name, std::string& text) const { text = at(name); }
    void text(std::string_view name, base::LocalizedText& text) const {
        for (const auto language : base::languages) text.set(language, std::string(at(name, language)));
    }
    void source(std::string_view name, Provenance& provenance) const {
        provenance.source = at(name);
        provenance.standing = provenance.source.empty() ? Standing::Example : Standing::Sourced;
    }
    void date(std::string_view name, base::Date& date) const {
        date = base::parse_date(at(name)).value_or(base::Date{});
    }
    void date(std::string_view name, std::optional<base::Date>& date) const { date = base::parse_date(at(name)); }
    void moment(std::string_view name, base::LocalTime& time) const {
        time = base::parse_local_time(at(name)).value_or(base::LocalTime{});
    }
    void count(std::string_view name, int& number) const {
        const auto text = at(name);
        number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
    }
    // What is made of several facts holds as long as each of them; nobody has verified it before each was.
    void freshness(std::initializer_list<std::string_view> names, Fact& fact) const {
        std::optional<base::Date> until;
        for (const auto name : names) {
            const auto* verified = find(place_.facts, path(name));
            if (verified == nullptr) continue;
            if (verified->by.account == 0) return;
            until = std::min(until.value_or(verified->until), verified->until);
        }
        fact.holds_until = until;
        fact.is_outdated = until && *until < place_.today;
    }
    template <class Enum>
    void choice(std::string_view name, Enum& value) const {
        const auto& choices = field(name).choices;
        const auto found = std::ranges::find(choices, at(name));
        if (found != choices.end()) value = static_cast<Enum>(found - choices.begin());
    }
    template <class Enum>
    void choice(std::string_view name, std::optional<Enum>& value) const {
        if (std::ranges::contains(field(name).choices, at(name))) choice(name, value.emplace());
        else value.reset();
    }
    void body(std::string_view name, Body& body) const {
        BodyTexts texts;
        for (const auto language : base::languages) texts[base::index_of(language)] = at(name, language);
        body = place_.body(texts);
    }
    template <class Row, class Describe>
    void rows(std::string_view list, std::vector<Row>& rows, Describe describe) {
        rows.resize(rows_of(values_, list));
        list_ = list;
        for (row_ = 0; row_ < rows.size(); ++row_) describe(rows[row_]);
        list_ = {};
    }

private:
    const ItemField& field(std::string_view name) const {
        const auto* field = find_field(kind_, list_, name);
        assert(field && "a description names fields of its kind's table");
        return *field;
    }
    std::string_view at(std::string_view name, std::optional<base::Language> language = {}) const {
        return text_at(values_, path(name, language));
    }
    std::string path(std::string_view name, std::optional<base::Language> language = {}) const {
        return path_of(field(name), list_.empty() ? std::nullopt : std::optional(row_), language);
    }

    ItemKind kind_;
    const Values& values_;
    const ItemPlace& place_;
    std::string_view list_;
    std::size_t row_ = 0;
};

void fact(auto& io, std::string_view name, std::string_view source, auto& fact) {
    io.text(name, fact.text);
    io.source(source, fact.provenance);
    io.freshness({name}, fact);
}

void facts(auto& io, std::string_view list, auto& facts) {
    io.rows(list, facts, [&](auto& one) { fact(io, "text", "source", one); });
}

void describe_article(auto& io, auto& article) {
    io.text("title", article.title);
    io.text("summary", article.summary);
    io.date("published-on", article.published_on);
    io.body("body", article.body);
}

void describe_activity(auto& io, auto& activity) {
    io.text("title", activity.title);
    io.text("summary", activity.summary);
    io.moment("starts", activity.starts);
    io.moment("ends", activity.ends);
    io.text("place", activity.place);
    io.text("admission", activity.admission);
    io.body("body", activity.body);
}

void describe_programme(auto& io, auto& programme) {
    io.text("title", programme.title);
    io.text("summary", programme.summary);
    io.rows("milestones", programme.milestones, [&](auto& milestone) {
        io.text("title", milestone.title);
        io.date("due", milestone.due);
        io.choice("state", milestone.state);
    });
    io.body("body", programme.body);
}

void describe_sheet(auto& io, auto& sheet) {
    io.text("title", sheet.title);
    io.text("short-title", sheet.short_title);
    io.text("summary", sheet.summary);
    io.rows("papers", sheet.papers, [&](auto& paper) {
        io.text("text", paper.text);
        io.source("source", paper.provenance);
        io.count("copies", paper.copies);
        io.freshness({"text", "copies"}, paper);
    });
    io.rows("steps", sheet.steps, [&](auto& step) {
        fact(io, "title", "title-source", step.title);
        fact(io, "detail", "detail-source", step.detail);
    });
    fact(io, "who", "who-source", sheet.who);
    fact(io, "fee", "fee-source", sheet.fee);
    fact(io, "delay", "delay-source", sheet.delay);
    fact(io, "where", "where-source", sheet.where);
    fact(io, "legal-basis", "legal-basis-source", sheet.legal_basis);
    fact(io, "appeal", "appeal-source", sheet.appeal);
    io.line("online-address", sheet.online_address);
    io.date("last-checked", sheet.last_checked);
}

void describe_court(auto& io, auto& sheet) {
    io.text("title", sheet.name);
    io.choice("court-kind", sheet.kind);
    io.line("source", sheet.source);
    fact(io, "address", "address-source", sheet.address);
    facts(io, "access", sheet.access);
    io.rows("contacts", sheet.contacts, [&](auto& contact) {
        io.choice("kind", contact.kind);
        io.line("value", contact.value);
        fact(io, "text", "source", contact);
        if (!contact.value.empty()) io.freshness({"value"}, contact);
    });
    facts(io, "hears", sheet.hears);
    facts(io, "sections", sheet.sections);
}

void describe_notice(auto& io, auto& notice) {
    io.text("title", notice.title);
    io.text("text", notice.text);
    io.date("from", notice.from);
    io.date("to", notice.to);
}

// Each kind has a part of it.
void describe_resource(auto& io, auto& resource) {
    io.text("title", resource.title);
    if (resource.kind != ResourceKind::Question) io.text("summary", resource.summary);
    if (resource.kind == ResourceKind::Guide) io.choice("audience", resource.audience);
    if (resource.kind != ResourceKind::Document) return io.body("body", resource.body);
    io.line("source", resource.source);
    io.line("address", resource.address);
}

Activity read_activity(Reader& io, const Values& values, const ItemPlace& place) {
    Activity activity;
    describe_activity(io, activity);
    activity.court = CourtId(std::string(text_at(values, "court")));
    activity.starts_at = place.instant_at(activity.starts);
    activity.ends_at = place.instant_at(activity.ends);
    return activity;
}

constexpr std::array resource_kinds{ItemKind::Question, ItemKind::Guide, ItemKind::Document};

Resource read_resource(Reader& io, ItemKind kind) {
    Resource resource;
    resource.kind = static_cast<ResourceKind>(std::ranges::find(resource_kinds, kind) - resource_kinds.begin());
    describe_resource(io, resource);
    return resource;
}

std::string_view without_newlines(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of('\n'), text.size()));
    return text;
}

}  // namespace

Body paragraphs_of(const BodyTexts& texts) {
    Body body;
    for (const auto language : base::languages) {
        Blocks blocks;
        for (auto rest = without_newlines(texts[base::index_of(language)]); !rest.empty();) {
            const auto end = std::min(rest.find("\n\n"), rest.size());
            blocks.push_back({BlockKind::Paragraph, {{std::string(rest.substr(0, end)), {}}}});
            rest = without_newlines(rest.substr(end));
        }
        body.set(language, std::move(blocks));
    }
    return body;
}

BodyTexts texts_of(const Body& body) {
    BodyTexts texts;
    for (const auto language : base::languages) texts[base::index_of(language)] = markdown_of(body.exact(language));
    return texts;
}

ItemKind item_kind_of(ResourceKind kind) { return resource_kinds[static_cast<std::size_t>(kind)]; }

Answer answer_of(ItemKind kind, const Values& values, const ItemPlace& place) {
    Reader io(kind, values, place);
    const auto placed = [&](auto thing) -> Answer {
        thing.id = decltype(thing.id)(place.slug);
        thing.district = DistrictId(place.district);
        if constexpr (requires { thing.copied_from; })
            if (const auto source = source_of(values))
                thing.copied_from = Attribution{DistrictId(source->district), place.source_city};
        return thing;
    };
    const auto read = [&](auto thing, auto describe) {
        describe(thing);
        return placed(std::move(thing));
    };
    switch (kind) {
        case ItemKind::Article: return read(Article{}, [&](auto& it) { describe_article(io, it); });
        case ItemKind::Activity: return placed(read_activity(io, values, place));
        case ItemKind::Programme: return read(Programme{}, [&](auto& it) { describe_programme(io, it); });
        case ItemKind::Sheet: return read(ServiceSheet{}, [&](auto& it) { describe_sheet(io, it); });
        case ItemKind::Court: return read(CourtSheet{}, [&](auto& it) { describe_court(io, it); });
        case ItemKind::Guide:
        case ItemKind::Document:
        case ItemKind::Question: return placed(read_resource(io, kind));
        case ItemKind::Notice:
        case ItemKind::Hours: break;
    }
    return {};
}

Notice notice_of(const Values& values, const std::string& slug) {
    const ItemPlace place;
    Reader io(ItemKind::Notice, values, place);
    Notice notice;
    describe_notice(io, notice);
    notice.id = slug;
    notice.is_urgent = text_at(values, "urgency") == "emergency";
    return notice;
}

Values values_of(const Article& article, base::Language original) {
    Writer io(ItemKind::Article, original);
    describe_article(io, article);
    return std::move(io).values();
}

Values values_of(const Activity& activity, base::Language original) {
    Writer io(ItemKind::Activity, original);
    describe_activity(io, activity);
    io.line("court", activity.court.value());
    return std::move(io).values();
}

Values values_of(const Programme& programme, base::Language original) {
    Writer io(ItemKind::Programme, original);
    describe_programme(io, programme);
    return std::move(io).values();
}

Values values_of(const ServiceSheet& sheet, base::Language original) {
    Writer io(ItemKind::Sheet, original);
    describe_sheet(io, sheet);
    return std::move(io).values();
}

Values values_of(const CourtSheet& sheet, base::Language original) {
    Writer io(ItemKind::Court, original);
    describe_court(io, sheet);
    return std::move(io).values();
}

Values values_of(const Notice& notice, base::Language original) {
    Writer io(ItemKind::Notice, original);
    describe_notice(io, notice);
    return std::move(io).values();
}

Values values_of(const Resource& resource, base::Language original) {
    Writer io(item_kind_of(resource.kind), original);
    describe_resource(io, resource);
    return std::move(io).values();
}

}  // namespace domain
