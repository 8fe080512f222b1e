// What the desk's pages show of a text and of its life so far.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/clock.hpp"
#include "shared/document/document.hpp"
#include "shared/domain/account.hpp"
#include "shared/domain/district.hpp"
#include "shared/domain/item.hpp"
#include "shared/domain/item_checks/finding.hpp"
#include "shared/domain/item_difference.hpp"
#include "shared/domain/item_language.hpp"
#include "shared/domain/workflow.hpp"

namespace desk {

struct Doer {
    std::string name;
    domain::Role role = domain::Role::Editor;
    base::LocalTime at;
};

struct ItemView {
    std::string number;  // Empty: it is not kept yet.
    domain::ItemKind kind = domain::ItemKind::Article;
    domain::ItemState state = domain::ItemState::Draft;
    int version = 0;
    int live_version = 0;  // 0: nothing of it is public.
    std::string title;     // In the language of the page, else in another; empty where there is none.
    domain::LanguageStatuses languages{};
    std::optional<Doer> changed;  // Last.
    std::optional<Doer> locked;   // By somebody else, who has opened it.
    std::optional<base::LocalTime> goes_public;
    std::optional<base::LocalTime> ends;
};

struct ItemsData {
    base::LocalizedText::Resolved city;
    std::vector<ItemView> items;
    std::string next;  // Cursor; empty where there are no more.
    std::optional<domain::ItemKind> kind;
    std::optional<domain::ItemState> state;
    bool may_edit = false;
    std::int64_t overdue = 0;  // Facts that are out of date.
};

// What the public would read in one language.
struct Preview {
    base::Language language = base::Language::Ar;
    std::vector<doc::Node> parts;
};

// Of a copy: the text that it was taken from.
struct CopiedView {
    base::LocalizedText city;
    base::Date date;        // Of the version that was copied.
    std::string address;    // Where the public reads it; empty: it does no longer.
    bool is_newer = false;  // It was published anew since.
};

struct ItemData {
    ItemView item;
    domain::Values values;  // As kept, or as typed where something is wrong.
    std::vector<domain::ItemError> errors;
    std::optional<domain::StepProblem> step_problem;
    std::vector<domain::ItemStep> steps;  // That this reader may take now.
    std::vector<domain::Court> courts;
    bool can_save = false;
    bool is_unavailable = false;           // The store did not answer.
    std::optional<int> saved;              // The version that was just kept.
    std::optional<domain::ItemStep> done;  // The step that was just taken.
    std::string typed_at;
    std::string typed_until;
    std::string typed_reason;
    std::string open_row;     // The list to which one more empty row was asked for.
    bool is_checked = false;  // Not where it has just been begun: everything is missing.
    domain::CheckFindings findings{};
    std::vector<Preview> previews{};      // Empty: it has no page.
    std::optional<std::size_t> mended{};  // How many texts were just mended, and are not kept yet.
    std::optional<CopiedView> copied{};
    bool is_new_copy = false;  // It was just taken.
};

struct MergeData {
    ItemView item;                         // As somebody else saved it.
    std::vector<domain::MergeFact> facts;  // Of every path.
};

struct RevisionView {
    int version = 0;
    Doer author;
    std::vector<domain::ValueChange> changes;  // Since the revision before.
};
// One row of the audit log.
struct AuditView {
    std::string what;        // "save", "import", or a step.
    std::optional<Doer> by;  // Nobody: the clock, or the seed.
    base::LocalTime at;
    std::string reason;  // Of a step that has one.
};
struct HistoryData {
    ItemView item;
    std::vector<RevisionView> revisions;  // Newest first.
    std::vector<AuditView> audit{};       // Newest first; empty for those who may not read it.
    bool can_restore = false;
};

}  // namespace desk
