// What people do with the items of a court, and what the clock does. Nobody writes over what they have not seen.
#pragma once

#include <expected>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "server-stub/service/item_store.hpp"
#include "server-stub/service/legal_time.hpp"
#include "shared/domain/item_checks/item_checks.hpp"
#include "shared/domain/item_copy.hpp"

namespace service {

struct Editor {
    std::int64_t account = 0;
    domain::Role role = domain::Role::Editor;
    std::string district;  // That the role belongs to.
};

struct EditRefusal {
    enum class Why : std::uint8_t {
        NotFound,  // Also where it is of another district.
        NotAllowed,
        Changed,     // Somebody saved since: `current` and `base` are what a merge needs.
        WrongState,  // It waits for somebody's verdict, or is archived.
        Unfit,       // See `errors`.
        Step,        // See `problem`.
        SlugTaken,
        Unavailable,
    };
    Why why = Why::Unavailable;
    std::vector<domain::ItemError> errors{};
    std::optional<domain::StepProblem> problem{};
    domain::CheckFindings findings{};  // Of StepProblem::ChecksFailed: what stands against it.
    std::optional<StoredItem> current{};
};
template <class T>
using Edited = std::expected<T, EditRefusal>;

struct NewItem {
    domain::ItemKind kind = domain::ItemKind::Article;
    std::string slug;  // Empty: one is made from the titles.
    domain::Values values;
    std::optional<domain::CopySource> source{};  // Of a copy of what another court wrote.
    std::optional<base::Date> copied_on{};       // Of a copy: when its text was written. Nobody here has verified it.
};

// What a district may copy of another.
struct CopyFilter {
    std::vector<std::string> districts;  // Of these, and never of its own.
    domain::ItemKind kind = domain::ItemKind::Sheet;
};
struct CopyOffer {
    StoredItem item;  // With the titles of what is public.
    base::Instant made_at;
};
struct CopyOffers {
    std::vector<CopyOffer> offers;
    std::optional<ItemCursor> next;  // Where there are more.
};
// What became of the text that a copy was taken from.
struct SourceState {
    domain::CopySource source;
    int public_version = 0;  // 0: it is no longer public.
};

struct ItemStepRequest {
    domain::ItemStep step = domain::ItemStep::Submit;
    std::optional<base::Instant> at{};
    std::optional<base::Instant> until{};
    std::string reason{};
    std::vector<base::Language> approved{};  // Of Accept; none: every complete one.
};

// What texts refer to and their store does not hold.
struct Surroundings {
    // Whether a page can show it.
    std::function<bool(const domain::ImageName& name)> has_picture = [](const auto&) { return true; };
    // The seat of a district; empty where that is not known.
    std::function<base::LocalizedText(const std::string& district)> city_of = [](const auto&) {
        return base::LocalizedText();
    };
    // Whether something can take place there.
    std::function<bool(const std::string& district, std::string_view court)> has_court = [](const auto&, auto) {
        return true;
    };
};

// Any thread. Waits for the disk.
class Editing {
public:
    // After the public reads something else under this address.
    using Published = std::function<void(const std::string& address)>;

    Editing(ItemStore& store, const LegalTime& legal_time, Published published, domain::Glossary glossary = {},
            Surroundings surroundings = {});

    Edited<StoredItem> create(const Editor& editor, const std::string& district, NewItem item, base::Instant now);
    // `expected` is the version that the editor saw. The same values again change nothing.
    Edited<StoredItem> save(const Editor& editor, const std::string& district, ItemId id, int expected,
                            const domain::Values& values, base::Instant now);
    // A new revision with the values of an old one.
    Edited<StoredItem> restore(const Editor& editor, const std::string& district, ItemId id, int expected, int version,
                               base::Instant now);
    Edited<StoredItem> step(const Editor& editor, const std::string& district, ItemId id, int expected,
                            ItemStepRequest request, base::Instant now);

    Edited<StoredItem> find(const Editor& editor, const std::string& district, ItemId id);
    Edited<Revision> revision(const Editor& editor, const std::string& district, ItemId id, int version);
    Edited<std::vector<Revision>> revisions(const Editor& editor, const std::string& district, ItemId id);
    // Of those who may read it; oldest first.
    Edited<std::vector<AuditRow>> audit(const Editor& editor, const std::string& district, ItemId id);
    Edited<std::vector<StoredItem>> list(const Editor& editor, const ItemFilter& filter,
                                         const std::optional<ItemCursor>& after, std::size_t limit);

    Edited<domain::ParityCounts> parity(const Editor& editor, const std::string& district);
    Edited<std::vector<Gap>> gaps(const Editor& editor, const GapFilter& filter, const std::optional<GapCursor>& after,
                                  std::size_t limit);

    // What others have published and this district may copy; what was changed last comes first.
    Edited<CopyOffers> copy_offers(const Editor& editor, const std::string& district, const CopyFilter& filter,
                                   const std::optional<ItemCursor>& after, std::size_t limit);
    // A draft of this district with what another one has published, without what is that one's alone.
    Edited<StoredItem> copy(const Editor& editor, const std::string& district, ItemId original, base::Instant now);
    // Nothing where it was written here.
    Edited<std::optional<SourceState>> source_of(const Editor& editor, const StoredItem& item);

    const domain::Glossary& glossary() const { return glossary_; }

    // What is wrong with a text, and what a machine can mend of it, as it stands or is typed.
    domain::CheckFindings check(domain::ItemKind kind, const domain::Values& values) const;

    // See domain::mend.
    std::size_t mend(domain::ItemKind kind, domain::Values& values, std::string_view path,
                     std::optional<domain::Flaw> flaw) const;

    // What is out of date at `now`, or will be within domain::duty_days_ahead.
    Edited<DutyCounts> duty_counts(const Editor& editor, const std::string& district, base::Instant now);
    Edited<std::vector<Duty>> duties(const Editor& editor, const std::string& district, base::Instant now,
                                     const std::optional<DutyCursor>& after, std::size_t limit);
    // What the fact says in version `expected` is still right.
    Edited<StoredItem> verify(const Editor& editor, const std::string& district, ItemId id, int expected,
                              std::string_view path, base::Instant now);

    // Says that the editor has it open, and who else has.
    std::optional<ItemLock> open(const Editor& editor, const StoredItem& item, base::Instant now);

    // Releases, expires and marks as out of date what is due, each once. How many steps were taken.
    base::Result<std::size_t> run_clock(base::Instant now);

private:
    Edited<StoredItem> store(ItemChange change);
    domain::CheckedValues check_typed(const std::string& district, domain::ItemKind kind,
                                      const domain::Values& typed) const;
    std::optional<EditRefusal> refusal_of(domain::ItemStep step, domain::ItemKind kind,
                                          const domain::Values& values) const;
    domain::Verifier verifier(const Editor& editor, base::Instant now) const;
    base::Result<bool> take_clock_step(ItemId id, base::Instant now);
    // What the public reads of a version of which these facts are known; nothing for kinds that it reads otherwise.
    base::Result<std::optional<ContentRow>> row_of_version(const StoredItem& item, int version,
                                                           const domain::Verifications& facts, base::Instant now);
    // From now on the public reads this version.
    base::Result<void> show(ItemChange& change, int version, domain::Verifications facts, base::Instant now);
    base::Result<void> show_verified(ItemChange& change, const domain::Verifications& facts, base::Instant now);
    static void take_back(ItemChange& change);
    Edited<void> read_again(StoredItem& item);
    base::Result<base::LocalizedText> source_city(const domain::Values& values) const;

    ItemStore& store_;
    const LegalTime& legal_time_;
    Published published_;
    domain::Glossary glossary_;
    std::mutex facts_mutex_;  // Of who reads what was verified to write it anew.
    Surroundings surroundings_;
};

}  // namespace service
