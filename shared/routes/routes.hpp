// Addresses <-> typed routes, in both directions: the only place where an address is spelled.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "shared/base/language.hpp"

namespace routes {

// What a district publishes. Each is a list with pages of its own; the pages of services are sheets.
enum class Section : std::uint8_t { Services, News, Activities, Programmes, Courts, Help };
std::string_view name_of(Section section);  // As in addresses: "news"

// National pages of one kind each.
enum class Topic : std::uint8_t { Map, Notices, Documents, Commitment, Accessibility, Privacy };
std::string_view name_of(Topic topic);

// Pages. Slugs are lower-case ASCII letters, digits and hyphens, 1 to 64 characters.
struct Home {
    base::Language language = base::Language::Ar;
    std::string query;  // What to look for among the districts; at most `query_limit` bytes.
    bool operator==(const Home&) const = default;
};
struct National {
    base::Language language = base::Language::Ar;
    Topic topic = Topic::Map;
    bool operator==(const National&) const = default;
};
struct District {
    base::Language language = base::Language::Ar;
    std::string district;
    bool operator==(const District&) const = default;
};
// Of Help there is one for the whole country: its district is empty, its address "/{lang}/guides".
struct Listing {
    base::Language language = base::Language::Ar;
    std::string district;
    Section section = Section::News;
    std::string after{};  // A cursor; empty at the beginning of the list.
    bool operator==(const Listing&) const = default;
};
struct Entry {
    base::Language language = base::Language::Ar;
    std::string district;             // Empty, as in Listing.
    Section section = Section::News;  // Not Services.
    std::string slug;
    bool operator==(const Entry&) const = default;
};
struct Sheet {
    base::Language language = base::Language::Ar;
    std::string district;
    std::string service;
    bool operator==(const Sheet&) const = default;
};
// How the portal of a district came to life.
struct Opening {
    base::Language language = base::Language::Ar;
    std::string district;
    bool operator==(const Opening&) const = default;
};
struct Receipt {
    base::Language language = base::Language::Ar;
    std::string code;  // As it stands in the address; may be anything a person typed.
    bool operator==(const Receipt&) const = default;
};
// What people say to the courts of a district, and what becomes of it.
struct Participate {
    base::Language language = base::Language::Ar;
    std::string district;
    std::string query;  // As it is sent; at most `query_limit` bytes.
    bool operator==(const Participate&) const = default;
};
// One of them, as everybody may read it.
struct Contribution {
    base::Language language = base::Language::Ar;
    std::string district;
    std::string number;  // Not its receipt's: this one is public.
    bool operator==(const Contribution&) const = default;
};
// The same for whoever holds its receipt. Where a receipt of anything but a rating leads to.
struct Follow {
    base::Language language = base::Language::Ar;
    std::string code;  // As in Receipt.
    bool operator==(const Follow&) const = default;
};
// What people do with an account of their own.
enum class AccountStep : std::uint8_t { Overview, SignIn, New, Code, Authenticator, Delete };
struct Account {
    base::Language language = base::Language::Ar;
    AccountStep step = AccountStep::Overview;
    bool operator==(const Account&) const = default;
};
struct Invitation {
    base::Language language = base::Language::Ar;
    std::string token;  // As it stands in the address.
    bool operator==(const Invitation&) const = default;
};
struct Desk {
    base::Language language = base::Language::Ar;
    bool operator==(const Desk&) const = default;
};
// What there is to do at the desk of a district.
enum class Room : std::uint8_t { People, Items, Images, Parity, Opening, Remarks, Duties, Copies, Glossary, Voice };
std::string_view name_of(Room room);
struct DeskRoom {
    base::Language language = base::Language::Ar;
    std::string desk;  // The slug of its district; the page is no part of that district's portal.
    Room room = Room::Items;
    std::string query;  // As it is sent; at most twice `query_limit` bytes.
    bool operator==(const DeskRoom&) const = default;
};
// One text on its way to the public: the editor, or what became of it so far.
struct DeskItem {
    base::Language language = base::Language::Ar;
    std::string desk;
    std::string item;  // Its number, or "new".
    bool history = false;
    std::string query;
    bool operator==(const DeskItem&) const = default;
};
// One contribution at the desk: its steps, and those still to take.
struct DeskVoice {
    base::Language language = base::Language::Ar;
    std::string desk;
    std::string number;
    bool operator==(const DeskVoice&) const = default;
};
// What they ask for most, service by service.
struct Needs {
    base::Language language = base::Language::Ar;
    std::string district;
    bool operator==(const Needs&) const = default;
};
// What their moderation did, quarter by quarter.
struct Moderation {
    base::Language language = base::Language::Ar;
    std::string district;
    bool operator==(const Moderation&) const = default;
};
// By which rules it is held at the desk of a district.
struct VoiceRules {
    base::Language language = base::Language::Ar;
    std::string desk;
    std::string query;  // As in DeskRoom.
    bool operator==(const VoiceRules&) const = default;
};
using Page =
    std::variant<Home, National, District, Listing, Entry, Sheet, Opening, Receipt, Account, Invitation, Desk, DeskRoom,
                 DeskItem, Participate, Contribution, Follow, DeskVoice, Needs, Moderation, VoiceRules>;

inline constexpr std::size_t query_limit = 100;

// With its query, where the page has one.
std::string address_of(const Page& page);
// The path of an address, percent-decoded, and its query as it was sent. Empty when no page has this form.
std::optional<Page> parse_page(std::string_view path, std::string_view query = {});
base::Language language_of(const Page& page);
Page in_language(Page page, base::Language language);
// The slug of its district; empty for a national page.
std::string_view district_of(const Page& page);
// Made by the server alone, for who asks or because it is not worth its weight in the client, which goes there as to
// another site.
bool is_private(const Page& page);

// Where forms are sent.
std::string rating_action(const Sheet& sheet);
std::string preferences_action(base::Language language);
std::string sign_out_action(base::Language language);
std::string change_person_action(const DeskRoom& page);
std::string answer_remark_action(const DeskRoom& page);
std::string open_sealed_action(const DeskVoice& page);
std::string assign_action(const DeskVoice& page);
std::string item_action(const DeskItem& page);  // Without its query.
std::string item_step_action(const DeskItem& page);
std::string item_restore_action(const DeskItem& page);
// Everything that is kept under an account.
std::string account_file(base::Language language);
// The same activity as a file for a calendar (RFC 5545).
std::string calendar_file(base::Language language, std::string_view district, std::string_view activity);

// JSON. All these addresses begin with `api_root`.
inline constexpr std::string_view api_root = "/api/v1";
std::string api_openapi();
std::string api_national();
std::string api_calendar();
std::string api_districts();
std::string api_district(std::string_view district);
std::string api_now(std::string_view district);
// Where a notice of a district is kept.
std::string api_notice(std::string_view district, std::string_view slug);
std::string api_hours(std::string_view district, std::string_view slug);
// A part of a list: 0 stands for as many as there may be, an empty cursor for its beginning.
struct ListPart {
    std::size_t limit = 0;
    std::string_view after{};
};
// No district: the help for the whole country, "/api/v1/guides".
std::string api_list(std::string_view district, Section section, ListPart part = {});
// The soonest activities of a district that are not over.
std::string api_coming(std::string_view district);
std::string api_entry(std::string_view district, Section section, std::string_view slug);
std::string api_opening(std::string_view district);
std::string api_ratings(std::string_view district, std::string_view service);
std::string api_contributions(std::string_view district);
std::string api_needs(std::string_view district);
std::string api_moderation(std::string_view district);
std::string api_receipt(std::string_view code);
std::string api_events();
std::string api_account();
std::string api_desk();
std::string api_people(std::string_view district);
std::string api_room(std::string_view district, Room room);
std::string api_items(std::string_view district);
std::string api_parity(std::string_view district);
std::string api_duties(std::string_view district);

// An address of published content, without its query.
struct ApiPlace {
    std::string district;            // Empty for the country and for the list of districts.
    std::optional<Section> section;  // Of a list or an entry.
    bool is_list = false;
    bool is_opening = false;  // How the district's portal came to life.
};
std::optional<ApiPlace> parse_api(std::string_view path);

bool is_slug(std::string_view text);
// Where a page of a list goes on: "-20778.new-counter", a number and a slug.
bool is_cursor(std::string_view text);

// The patterns of every page: the server routes by them, and tests generate their cases from this table.
struct PageKind {
    std::string_view name;
    std::string_view pattern;  // "/{lang}/d/{district}/services/{service}"
    bool is_private = false;
};
std::span<const PageKind> page_kinds();
std::string_view kind_of(const Page& page);  // A name of that table.

}  // namespace routes
