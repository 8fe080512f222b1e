// Texts of a desk as programs send and get them. The version of an item is its entity tag.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/item.hpp"
#include "shared/domain/item_checks/finding.hpp"
#include "shared/domain/item_copy.hpp"
#include "shared/domain/item_language.hpp"
#include "shared/domain/workflow.hpp"
#include "shared/wire/list.hpp"
#include "shared/wire/problem.hpp"

namespace wire {

struct LanguageState {
    base::Language language = base::Language::Ar;
    domain::LanguageStatus status = domain::LanguageStatus::Missing;
    bool operator==(const LanguageState&) const = default;
};

struct Item {
    std::string id;
    domain::ItemKind kind = domain::ItemKind::Article;
    std::string slug;
    domain::ItemState state = domain::ItemState::Draft;
    base::Language original = base::Language::Ar;
    int version = 0;
    int published_version = 0;  // 0: nothing of it is public.
    base::Instant changed_at;
    std::optional<base::Instant> release_at;
    std::optional<base::Instant> expires_at;
    std::vector<LanguageState> languages;
    domain::Values values;  // In lists the titles alone.
    std::optional<domain::CopySource> copied_from{};
    bool operator==(const Item&) const = default;
};

struct ItemRevision {
    int version = 0;
    std::string role;
    base::Instant made_at;
    domain::Values values;  // Not in lists.
    bool operator==(const ItemRevision&) const = default;
};

// What the checks found in the newest revision.
struct ItemFinding {
    std::string path;
    domain::Flaw flaw = domain::Flaw::Missing;
    domain::Severity severity = domain::Severity::Should;
    base::LocalizedText message;
    std::string mend;  // The whole text with this flaw mended; empty where no machine can.
    bool operator==(const ItemFinding&) const = default;
};

std::string encode(const Item& item);
std::string encode(const List<Item>& items);
std::string encode(const ItemRevision& revision);
std::string encode(const List<ItemRevision>& revisions);
std::string encode(const List<ItemFinding>& findings);

struct NewItem {
    domain::ItemKind kind = domain::ItemKind::Article;
    std::string slug;  // Empty: one is made from the titles.
    domain::Values values;
};
struct ItemSave {
    domain::Values values;
};
struct ItemMove {
    domain::ItemStep step = domain::ItemStep::Submit;
    std::optional<base::Instant> at;
    std::optional<base::Instant> until;
    std::string reason;
};
struct ItemRestore {
    int version = 0;
};
Decoded<NewItem> decode_new_item(std::string_view json);
Decoded<ItemSave> decode_item_save(std::string_view json);
Decoded<ItemMove> decode_item_move(std::string_view json);
Decoded<ItemRestore> decode_item_restore(std::string_view json);

// The version that an If-Match header names, "\"7\""; nothing where it is no version of ours.
std::optional<int> parse_version_tag(std::string_view header);
std::string version_tag(int version);

}  // namespace wire
