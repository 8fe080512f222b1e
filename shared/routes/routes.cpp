#include "shared/routes/routes.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "shared/base/id.hpp"
#include "shared/base/pairs.hpp"

namespace routes {
namespace {

constexpr std::array<std::string_view, 6> section_names{"services",   "news",   "activities",
                                                        "programmes", "courts", "help"};
constexpr std::array<std::string_view, 6> topic_names{"map",        "notices",       "documents",
                                                      "commitment", "accessibility", "privacy"};
constexpr std::array<std::string_view, 10> room_names{"people",  "items",  "images", "parity",   "opening",
                                                      "remarks", "duties", "copies", "glossary", "voice"};
constexpr std::array<std::string_view, 6> step_names{"", "sign-in", "new", "code", "authenticator", "delete"};
constexpr std::array<std::string_view, 6> step_kinds{"account", "sign-in",       "new-account",
                                                     "code",    "authenticator", "delete-account"};

constexpr std::array kinds{
    PageKind{"home", "/{lang}"},
    PageKind{"map", "/{lang}/map"},
    PageKind{"notices", "/{lang}/notices"},
    PageKind{"documents", "/{lang}/documents"},
    PageKind{"commitment", "/{lang}/commitment"},
    PageKind{"accessibility", "/{lang}/accessibility"},
    PageKind{"privacy", "/{lang}/privacy"},
    PageKind{"guides", "/{lang}/guides"},
    PageKind{"guide", "/{lang}/guides/{guide}"},
    PageKind{"district", "/{lang}/d/{district}"},
    PageKind{"services", "/{lang}/d/{district}/services"},
    PageKind{"sheet", "/{lang}/d/{district}/services/{service}"},
    PageKind{"news", "/{lang}/d/{district}/news"},
    PageKind{"article", "/{lang}/d/{district}/news/{article}"},
    PageKind{"activities", "/{lang}/d/{district}/activities"},
    PageKind{"activity", "/{lang}/d/{district}/activities/{activity}"},
    PageKind{"programmes", "/{lang}/d/{district}/programmes"},
    PageKind{"programme", "/{lang}/d/{district}/programmes/{programme}"},
    PageKind{"courts", "/{lang}/d/{district}/courts"},
    PageKind{"court", "/{lang}/d/{district}/courts/{court}"},
    PageKind{"portal", "/{lang}/d/{district}/opening"},
    PageKind{"help", "/{lang}/d/{district}/help"},
    PageKind{"resource", "/{lang}/d/{district}/help/{resource}"},
    PageKind{"receipt", "/{lang}/receipt/{code}"},
    PageKind{"account", "/{lang}/account", true},
    PageKind{"sign-in", "/{lang}/account/sign-in", true},
    PageKind{"new-account", "/{lang}/account/new", true},
    PageKind{"code", "/{lang}/account/code", true},
    PageKind{"authenticator", "/{lang}/account/authenticator", true},
    PageKind{"delete-account", "/{lang}/account/delete", true},
    PageKind{"invitation", "/{lang}/account/invitation/{code}", true},
    PageKind{"desk", "/{lang}/desk", true},
    PageKind{"people", "/{lang}/desk/{district}/people", true},
    PageKind{"items", "/{lang}/desk/{district}/items", true},
    PageKind{"images", "/{lang}/desk/{district}/images", true},
    PageKind{"item", "/{lang}/desk/{district}/items/{item}", true},
    PageKind{"duties", "/{lang}/desk/{district}/duties", true},
    PageKind{"parity", "/{lang}/desk/{district}/parity", true},
    PageKind{"opening", "/{lang}/desk/{district}/opening", true},
    PageKind{"remarks", "/{lang}/desk/{district}/remarks", true},
    PageKind{"copies", "/{lang}/desk/{district}/copies", true},
    PageKind{"glossary", "/{lang}/desk/{district}/glossary", true},
    PageKind{"item-history", "/{lang}/desk/{district}/items/{item}/history", true},
    PageKind{"participate", "/{lang}/d/{district}/participate", true},
    PageKind{"contribution", "/{lang}/d/{district}/participate/{number}", true},
    PageKind{"needs", "/{lang}/d/{district}/needs", true},
    PageKind{"moderation", "/{lang}/d/{district}/moderation", true},
    PageKind{"follow", "/{lang}/follow/{code}", true},
    PageKind{"voice", "/{lang}/desk/{district}/voice", true},
    PageKind{"voice-rules", "/{lang}/desk/{district}/voice/rules", true},
    PageKind{"desk-voice", "/{lang}/desk/{district}/voice/{number}", true},
};

// Of the pages in each section.
constexpr std::array<std::string_view, 6> entry_kinds{"sheet", "article", "activity", "programme", "court", "resource"};

// The help for the whole country.
constexpr std::string_view guides_name = "guides";
constexpr std::string_view history_name = "history";
constexpr std::string_view opening_name = "opening";
constexpr std::string_view participate_name = "participate";
constexpr std::string_view needs_name = "needs";
constexpr std::string_view moderation_name = "moderation";
constexpr std::string_view rules_name = "rules";
constexpr std::size_t segment_limit = 8;

std::string join(std::initializer_list<std::string_view> segments) {
    std::string out;
    for (const auto segment : segments) out.append("/").append(segment);
    return out;
}

std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> segments;
    if (!path.starts_with('/')) return segments;
    path.remove_prefix(1);
    while (segments.size() <= segment_limit) {
        const auto slash = path.find('/');
        segments.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos) break;
        path.remove_prefix(slash + 1);
    }
    return segments;
}

std::string api_address(std::initializer_list<std::string_view> segments) {
    return std::string(api_root) + join(segments);
}

template <class Name, std::size_t size>
std::optional<Name> parse_name(const std::array<std::string_view, size>& names, std::string_view text) {
    const auto found = std::ranges::find(names, text);
    if (found == names.end()) return std::nullopt;
    return static_cast<Name>(found - names.begin());
}

// Cut where a character begins, so that what is left is still UTF-8.
std::string cut_to(std::string text, std::size_t limit) {
    if (text.size() <= limit) return text;
    while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
    text.resize(limit);
    return text;
}

std::string query_of(std::string_view sent) {
    const auto pairs = base::parse_pairs(sent);
    return pairs ? cut_to(base::single(*pairs, "q").value_or(""), query_limit) : std::string{};
}

std::string cursor_in(std::string_view query) {
    const auto pairs = base::parse_pairs(query);
    const auto after = pairs ? base::single(*pairs, "after") : std::nullopt;
    return after && is_cursor(*after) ? *after : std::string();
}

// `parts` are what follows "/{lang}/d/{district}".
std::optional<Page> parse_in_district(base::Language language, std::string_view district,
                                      std::span<const std::string_view> parts, std::string_view query) {
    if (!is_slug(district)) return std::nullopt;
    if (parts.empty()) return District{language, std::string(district)};
    if (parts.size() == 1 && parts[0] == opening_name) return Opening{language, std::string(district)};
    if (parts[0] == participate_name && parts.size() == 1)
        return Participate{language, std::string(district), cut_to(std::string(query), query_limit)};
    if (parts[0] == participate_name && parts.size() == 2 && is_slug(parts[1]))
        return Contribution{language, std::string(district), std::string(parts[1])};
    if (parts[0] == needs_name && parts.size() == 1) return Needs{language, std::string(district)};
    if (parts[0] == moderation_name && parts.size() == 1) return Moderation{language, std::string(district)};
    const auto section = parse_name<Section>(section_names, parts[0]);
    if (!section || parts.size() > 2) return std::nullopt;
    if (parts.size() == 1) return Listing{language, std::string(district), *section, cursor_in(query)};
    if (!is_slug(parts[1])) return std::nullopt;
    if (*section == Section::Services) return Sheet{language, std::string(district), std::string(parts[1])};
    return Entry{language, std::string(district), *section, std::string(parts[1])};
}

// `parts` are what follows "/{lang}/guides".
std::optional<Page> parse_guides(base::Language language, std::span<const std::string_view> parts,
                                 std::string_view query) {
    if (parts.empty()) return Listing{language, {}, Section::Help, cursor_in(query)};
    if (parts.size() > 1 || !is_slug(parts[0])) return std::nullopt;
    return Entry{language, {}, Section::Help, std::string(parts[0])};
}

// `parts` are what follows "/{lang}/account".
std::optional<Page> parse_account(base::Language language, std::span<const std::string_view> parts) {
    if (parts.empty()) return Account{language, AccountStep::Overview};
    if (parts.size() == 2 && parts[0] == "invitation" && is_slug(parts[1]))
        return Invitation{language, std::string(parts[1])};
    const auto step = parse_name<AccountStep>(step_names, parts[0]);
    if (!step || *step == AccountStep::Overview || parts.size() != 1) return std::nullopt;
    return Account{language, *step};
}

// `parts` are what follows "/{lang}/desk".
std::optional<Page> parse_desk(base::Language language, std::span<const std::string_view> parts,
                               std::string_view query) {
    if (parts.empty()) return Desk{language};
    if (parts.size() < 2 || parts.size() > 4 || !std::ranges::all_of(parts, is_slug)) return std::nullopt;
    const auto room = parse_name<Room>(room_names, parts[1]);
    if (!room) return std::nullopt;
    const std::string desk(parts[0]);
    const auto kept = cut_to(std::string(query), 2 * query_limit);
    if (parts.size() == 2) return DeskRoom{language, desk, *room, kept};
    if (*room == Room::Voice && parts.size() == 3 && parts[2] == rules_name) return VoiceRules{language, desk, kept};
    if (*room == Room::Voice && parts.size() == 3) return DeskVoice{language, desk, std::string(parts[2])};
    const bool is_history = parts.size() == 4 && parts[3] == history_name;
    if (*room != Room::Items || (parts.size() == 4 && !is_history)) return std::nullopt;
    return DeskItem{language, desk, std::string(parts[2]), is_history, kept};
}

std::string with_query(std::string path, std::string_view query) {
    return query.empty() ? path : path.append("?").append(query);
}

struct Spell {
    std::string operator()(const Home& home) const {
        const auto path = join({base::code_of(home.language)});
        return home.query.empty() ? path : path + "?q=" + base::encode_value(home.query);
    }
    std::string operator()(const National& page) const {
        return join({base::code_of(page.language), name_of(page.topic)});
    }
    std::string operator()(const District& page) const {
        return join({base::code_of(page.language), "d", page.district});
    }
    std::string operator()(const Listing& page) const {
        const auto path = page.district.empty()
                              ? join({base::code_of(page.language), guides_name})
                              : join({base::code_of(page.language), "d", page.district, name_of(page.section)});
        return page.after.empty() ? path : path + "?after=" + page.after;
    }
    std::string operator()(const Entry& page) const {
        return operator()(Listing{page.language, page.district, page.section}) + join({page.slug});
    }
    std::string operator()(const Sheet& sheet) const {
        return join({base::code_of(sheet.language), "d", sheet.district, name_of(Section::Services), sheet.service});
    }
    std::string operator()(const Opening& page) const {
        return join({base::code_of(page.language), "d", page.district, opening_name});
    }
    std::string operator()(const Receipt& receipt) const {
        return join({base::code_of(receipt.language), "receipt", receipt.code});
    }
    std::string operator()(const Account& page) const {
        const auto all = join({base::code_of(page.language), "account"});
        return page.step == AccountStep::Overview ? all : all + join({step_names[static_cast<std::size_t>(page.step)]});
    }
    std::string operator()(const Invitation& page) const {
        return join({base::code_of(page.language), "account", "invitation", page.token});
    }
    std::string operator()(const Desk& page) const { return join({base::code_of(page.language), "desk"}); }
    std::string operator()(const DeskRoom& page) const {
        return with_query(join({base::code_of(page.language), "desk", page.desk, name_of(page.room)}), page.query);
    }
    std::string operator()(const DeskItem& page) const {
        auto path = join({base::code_of(page.language), "desk", page.desk, name_of(Room::Items), page.item});
        if (page.history) path += join({history_name});
        return with_query(std::move(path), page.query);
    }
    std::string operator()(const Participate& page) const {
        return with_query(join({base::code_of(page.language), "d", page.district, participate_name}), page.query);
    }
    std::string operator()(const Contribution& page) const {
        return join({base::code_of(page.language), "d", page.district, participate_name, page.number});
    }
    std::string operator()(const Needs& page) const {
        return join({base::code_of(page.language), "d", page.district, needs_name});
    }
    std::string operator()(const Moderation& page) const {
        return join({base::code_of(page.language), "d", page.district, moderation_name});
    }
    std::string operator()(const VoiceRules& page) const {
        return with_query(join({base::code_of(page.language), "desk", page.desk, name_of(Room::Voice), rules_name}),
                          page.query);
    }
    std::string operator()(const Follow& page) const {
        return join({base::code_of(page.language), "follow", page.code});
    }
    std::string operator()(const DeskVoice& page) const {
        return join({base::code_of(page.language), "desk", page.desk, name_of(Room::Voice), page.number});
    }
};

}  // namespace

std::string_view name_of(Section section) { return section_names[static_cast<std::size_t>(section)]; }
std::string_view name_of(Room room) { return room_names[static_cast<std::size_t>(room)]; }
std::string_view name_of(Topic topic) { return topic_names[static_cast<std::size_t>(topic)]; }

bool is_slug(std::string_view text) { return base::is_slug(text); }

bool is_cursor(std::string_view text) {
    const auto dot = text.find('.');
    if (dot == std::string_view::npos || !is_slug(text.substr(dot + 1))) return false;
    auto number = text.substr(0, dot);
    if (number.starts_with('-')) number.remove_prefix(1);
    constexpr std::size_t most_digits = 18;  // Of 64 bits.
    return !number.empty() && number.size() <= most_digits &&
           std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
}

std::string address_of(const Page& page) { return std::visit(Spell{}, page); }

std::optional<Page> parse_page(std::string_view path, std::string_view query) {
    const auto parts = segments_of(path);
    if (parts.empty()) return std::nullopt;
    const auto language = base::parse_language(parts[0]);
    if (!language) return std::nullopt;
    if (parts.size() == 1) return Home{*language, query_of(query)};
    if (parts.size() == 2)
        if (const auto topic = parse_name<Topic>(topic_names, parts[1])) return National{*language, *topic};
    if (parts[1] == guides_name) return parse_guides(*language, std::span(parts).subspan(2), query);
    if (parts[1] == "account") return parse_account(*language, std::span(parts).subspan(2));
    if (parts[1] == "desk") return parse_desk(*language, std::span(parts).subspan(2), query);
    if (parts.size() >= 3 && parts[1] == "d")
        return parse_in_district(*language, parts[2], std::span(parts).subspan(3), query);
    if (parts.size() == 3 && parts[1] == "receipt" && !parts[2].empty())
        return Receipt{*language, std::string(parts[2])};
    if (parts.size() == 3 && parts[1] == "follow" && !parts[2].empty()) return Follow{*language, std::string(parts[2])};
    return std::nullopt;
}

base::Language language_of(const Page& page) {
    return std::visit([](const auto& route) { return route.language; }, page);
}

Page in_language(Page page, base::Language language) {
    std::visit([language](auto& route) { route.language = language; }, page);
    return page;
}

std::string_view district_of(const Page& page) {
    return std::visit(
        [](const auto& route) -> std::string_view {
            if constexpr (requires { route.district; }) return route.district;
            else return {};
        },
        page);
}

bool is_private(const Page& page) { return std::ranges::find(kinds, kind_of(page), &PageKind::name)->is_private; }

std::string rating_action(const Sheet& sheet) { return address_of(sheet) + "/rating"; }
std::string preferences_action(base::Language language) { return join({base::code_of(language), "preferences"}); }
std::string sign_out_action(base::Language language) { return join({base::code_of(language), "account", "sign-out"}); }
std::string item_action(const DeskItem& page) {
    return address_of(DeskItem{page.language, page.desk, page.item, false, {}});
}
std::string item_step_action(const DeskItem& page) { return item_action(page) + "/step"; }
std::string item_restore_action(const DeskItem& page) { return item_action(page) + "/restore"; }
std::string change_person_action(const DeskRoom& page) { return address_of(page) + "/role"; }
std::string answer_remark_action(const DeskRoom& page) { return address_of(page) + "/answer"; }
std::string open_sealed_action(const DeskVoice& page) { return address_of(page) + "/sealed"; }
std::string assign_action(const DeskVoice& page) { return address_of(page) + "/assignment"; }
std::string account_file(base::Language language) {
    return join({base::code_of(language), "account", "everything.json"});
}
std::string calendar_file(base::Language language, std::string_view district, std::string_view activity) {
    return address_of(Entry{language, std::string(district), Section::Activities, std::string(activity)}) +
           "/calendar.ics";
}

std::string api_openapi() { return api_address({"openapi.json"}); }
std::string api_national() { return api_address({"national"}); }
std::string api_calendar() { return api_address({"calendar"}); }
std::string api_districts() { return api_address({"districts"}); }
std::string api_district(std::string_view district) { return api_address({"districts", district}); }
std::string api_now(std::string_view district) { return api_address({"districts", district, "now"}); }
std::string api_notice(std::string_view district, std::string_view slug) {
    return api_address({"districts", district, "notices", slug});
}
std::string api_hours(std::string_view district, std::string_view slug) {
    return api_address({"districts", district, "hours", slug});
}
std::string api_list(std::string_view district, Section section, ListPart part) {
    auto address =
        district.empty() ? api_address({guides_name}) : api_address({"districts", district, name_of(section)});
    if (part.limit != 0) address.append("?limit=").append(std::to_string(part.limit));
    if (!part.after.empty()) address.append(part.limit != 0 ? "&" : "?").append("cursor=").append(part.after);
    return address;
}
std::string api_coming(std::string_view district) { return api_address({"districts", district, "coming"}); }
std::string api_entry(std::string_view district, Section section, std::string_view slug) {
    return api_list(district, section) + join({slug});
}
std::string api_opening(std::string_view district) { return api_address({"districts", district, opening_name}); }
std::string api_ratings(std::string_view district, std::string_view service) {
    return api_entry(district, Section::Services, service) + "/ratings";
}
std::string api_contributions(std::string_view district) {
    return api_address({"districts", district, "contributions"});
}
std::string api_needs(std::string_view district) { return api_address({"districts", district, needs_name}); }
std::string api_moderation(std::string_view district) { return api_address({"districts", district, moderation_name}); }
std::string api_receipt(std::string_view code) { return api_address({"receipts", code}); }
std::string api_events() { return api_address({"events"}); }
std::string api_account() { return api_address({"account"}); }
std::string api_desk() { return api_address({"desk"}); }
std::string api_items(std::string_view district) { return api_address({"desk", district, "items"}); }
std::string api_duties(std::string_view district) { return api_address({"desk", district, "duties"}); }
std::string api_parity(std::string_view district) { return api_address({"desk", district, "parity"}); }
std::string api_people(std::string_view district) { return api_address({"desk", district, "people"}); }

std::string api_room(std::string_view district, Room room) { return api_address({"desk", district, name_of(room)}); }

std::optional<ApiPlace> parse_api(std::string_view path) {
    if (path == api_national()) return ApiPlace{};
    const auto guides = api_list({}, Section::Help);
    if (path == guides) return ApiPlace{.district = {}, .section = Section::Help, .is_list = true};
    if (path.starts_with(guides) && path[guides.size()] == '/' && is_slug(path.substr(guides.size() + 1)))
        return ApiPlace{.district = {}, .section = Section::Help};
    const auto root = api_districts();
    if (path == root) return ApiPlace{.is_list = true};
    if (!path.starts_with(root)) return std::nullopt;
    const auto parts = segments_of(path.substr(root.size()));
    if (parts.empty() || parts.size() > 3 || !is_slug(parts[0])) return std::nullopt;
    ApiPlace place{.district = std::string(parts[0])};
    if (parts.size() == 1) return place;
    place.is_opening = parts.size() == 2 && parts[1] == opening_name;
    if (place.is_opening) return place;
    place.section = parse_name<Section>(section_names, parts[1]);
    place.is_list = parts.size() == 2;
    if (!place.section || (parts.size() == 3 && !is_slug(parts[2]))) return std::nullopt;
    return place;
}

std::span<const PageKind> page_kinds() { return kinds; }

std::string_view kind_of(const Page& page) {
    struct Kind {
        std::string_view operator()(const Home&) const { return "home"; }
        std::string_view operator()(const National& page) const { return name_of(page.topic); }
        std::string_view operator()(const District&) const { return "district"; }
        std::string_view operator()(const Listing& page) const {
            return page.district.empty() ? guides_name : name_of(page.section);
        }
        std::string_view operator()(const Entry& page) const {
            return page.district.empty() ? "guide" : entry_kinds[static_cast<std::size_t>(page.section)];
        }
        std::string_view operator()(const Sheet&) const { return entry_kinds.front(); }
        std::string_view operator()(const Opening&) const { return "portal"; }
        std::string_view operator()(const Receipt&) const { return "receipt"; }
        std::string_view operator()(const Account& page) const {
            return step_kinds[static_cast<std::size_t>(page.step)];
        }
        std::string_view operator()(const Invitation&) const { return "invitation"; }
        std::string_view operator()(const Desk&) const { return "desk"; }
        std::string_view operator()(const DeskRoom& page) const { return name_of(page.room); }
        std::string_view operator()(const DeskItem& page) const { return page.history ? "item-history" : "item"; }
        std::string_view operator()(const Participate&) const { return participate_name; }
        std::string_view operator()(const Contribution&) const { return "contribution"; }
        std::string_view operator()(const Follow&) const { return "follow"; }
        std::string_view operator()(const DeskVoice&) const { return "desk-voice"; }
        std::string_view operator()(const Needs&) const { return needs_name; }
        std::string_view operator()(const Moderation&) const { return moderation_name; }
        std::string_view operator()(const VoiceRules&) const { return "voice-rules"; }
    };
    return std::visit(Kind(), page);
}

}  // namespace routes
