#include "server-stub/service/editing.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "server-stub/service/edit_refusal.hpp"
#include "server-stub/service/item_slug.hpp"
#include "server-stub/service/item_text.hpp"
#include "shared/base/id.hpp"
#include "shared/domain/hours.hpp"
#include "shared/domain/text.hpp"

namespace service {
namespace {

using domain::ItemState;
using domain::ItemStep;
using domain::Right;
using Why = EditRefusal::Why;

constexpr int counted_slugs = 9;  // Of one title; then the moment tells them apart.
constexpr int most_slugs = counted_slugs + 100;
constexpr std::chrono::milliseconds lock_lasts = std::chrono::minutes(15);

std::unexpected<EditRefusal> refuse_step(domain::StepProblem problem) {
    return std::unexpected(EditRefusal{.why = Why::Step, .problem = problem});
}

std::unexpected<EditRefusal> refuse_values(std::vector<domain::ItemError> errors) {
    return std::unexpected(EditRefusal{.why = Why::Unfit, .errors = std::move(errors)});
}

// One more revision, which is a draft.
ItemChange new_revision(const StoredItem& before, const domain::Values& old_values, const domain::Values& values,
                        const Editor& editor, base::Instant now) {
    ItemChange change{.after = before, .expected_version = before.version, .expected_state = before.state};
    auto& after = change.after;
    after.state = ItemState::Draft;
    after.original = *domain::original_of(values);
    after.titles = titles_of(values);
    ++after.version;
    after.author = editor.account;
    after.changed_at = now;
    after.languages = domain::marks_after(after.kind, before.languages, old_values, values, after.version);
    change.revision = Revision{.version = after.version,
                               .account = editor.account,
                               .role = std::string(domain::name_of(editor.role)),
                               .made_at = now,
                               .values = values};
    change.audit = audit_row(after, editor.account, domain::name_of(editor.role), "save", now);
    return change;
}

std::vector<domain::ItemError> missing_as_errors(domain::ItemKind kind, const domain::Values& values) {
    std::vector<domain::ItemError> errors;
    for (auto& path : domain::missing_values(kind, values))
        errors.push_back({std::move(path), domain::ItemProblem::Missing});
    return errors;
}

bool needs_whole_values(ItemStep step) { return step == ItemStep::Submit || domain::makes_public(step); }

// What holds up an announcement is only what would harm its readers: who is in danger does not wait for typography.
domain::CheckFindings in_the_way_of(ItemStep step, domain::CheckFindings findings) {
    std::erase_if(findings, [&](const domain::CheckFinding& finding) {
        return finding.severity != domain::Severity::Must ||
               (step == ItemStep::Announce && !domain::is_unsafe(finding.flaw));
    });
    return findings;
}

void approve(StoredItem& item, const std::vector<base::Language>& languages) {
    for (const auto language : base::languages) {
        auto& mark = item.languages[base::index_of(language)];
        if (mark.is_complete && (languages.empty() || std::ranges::contains(languages, language)))
            mark.approved_version = item.version;
    }
}

// What a step does besides the state.
void carry_out(StoredItem& item, const ItemStepRequest& request) {
    switch (request.step) {
        case ItemStep::Accept: return approve(item, request.approved);
        case ItemStep::Publish:
        case ItemStep::Announce: return make_public(item, request.until);
        case ItemStep::Schedule:
            item.release_at = request.at;
            item.until = request.until;
            return;
        case ItemStep::Unschedule: item.release_at = item.until = std::nullopt; return;
        default: return;
    }
}

std::string detail_of(const ItemStepRequest& request) {
    if (request.step != ItemStep::Schedule) return request.reason;
    return std::to_string(request.at->milliseconds);
}

}  // namespace

Editing::Editing(ItemStore& store, const LegalTime& legal_time, Published published, domain::Glossary glossary,
                 Surroundings surroundings)
    : store_(store),
      legal_time_(legal_time),
      published_(std::move(published)),
      glossary_(std::move(glossary)),
      surroundings_(std::move(surroundings)) {}

domain::CheckedValues Editing::check_typed(const std::string& district, domain::ItemKind kind,
                                           const domain::Values& typed) const {
    auto checked = check_typed_values(kind, typed);
    for (const auto& [path, text] : checked.values) {
        const auto place = domain::find_place(kind, path);
        if (place && place->field->form == domain::ItemForm::Court && !surroundings_.has_court(district, text))
            checked.errors.push_back({path, domain::ItemProblem::ChoiceUnknown});
    }
    return checked;
}

// A change that came too late is told what is there now.
Edited<StoredItem> Editing::store(ItemChange change) {
    const auto id = change.after.id;
    const auto published = change.publish ? change.publish->address : change.unpublish;
    auto stored = store_.apply(std::move(change));
    if (stored) {
        if (!published.empty()) published_(published);
        return std::move(*stored);
    }
    if (stored.error().code != base::ErrorCode::Conflict) return refuse(Why::Unavailable);
    if (id == 0) return refuse(Why::SlugTaken);
    auto current = store_.item(id);
    if (!current) return refuse(current.error());
    return std::unexpected(EditRefusal{.why = Why::Changed, .current = std::move(*current)});
}

Edited<StoredItem> Editing::find(const Editor& editor, const std::string& district, ItemId id) {
    if (!may(editor, Right::ReadItems, district)) return refuse(Why::NotAllowed);
    auto item = store_.item(id);
    if (!item) return refuse(item.error());
    if (item->district != district) return refuse(Why::NotFound);
    return std::move(*item);
}

Edited<StoredItem> Editing::create(const Editor& editor, const std::string& district, NewItem item, base::Instant now) {
    if (!may(editor, Right::EditItems, district)) return refuse(Why::NotAllowed);
    auto checked = check_typed(district, item.kind, item.values);
    const bool slug_is_ours = item.slug.empty();
    if (!slug_is_ours && !base::is_slug(item.slug)) checked.errors.push_back({"slug", domain::ItemProblem::SlugUnfit});
    if (!checked.errors.empty()) return refuse_values(std::move(checked.errors));
    domain::set_source(checked.values, item.source);
    const auto by = item.copied_on ? domain::Verifier{.on = *item.copied_on, .role = "copy"} : verifier(editor, now);
    StoredItem empty{.district = district, .kind = item.kind, .slug = std::move(item.slug)};
    for (int attempt = 1;; ++attempt) {
        if (slug_is_ours && attempt <= counted_slugs) empty.slug = slug_of(item.kind, checked.values, attempt);
        else if (slug_is_ours) empty.slug = slug_at(item.kind, checked.values, {now.milliseconds + attempt});
        auto change = new_revision(empty, {}, checked.values, editor, now);
        change.facts = domain::verified_after_save(item.kind, {}, {}, checked.values, by);
        if (item.copied_on) change.audit.what = "copy";
        if (item.source) change.audit.detail = domain::print(*item.source);
        auto made = store(std::move(change));
        const bool is_taken = !made && made.error().why == Why::SlugTaken;
        if (!is_taken || !slug_is_ours || attempt == most_slugs) return made;
    }
}

Edited<StoredItem> Editing::save(const Editor& editor, const std::string& district, ItemId id, int expected,
                                 const domain::Values& values, base::Instant now) {
    if (!may(editor, Right::EditItems, district)) return refuse(Why::NotAllowed);
    auto item = find(editor, district, id);
    if (!item) return item;
    if (item->version != expected)
        return std::unexpected(EditRefusal{.why = Why::Changed, .current = std::move(*item)});
    if (!domain::can_save(item->state)) return refuse(Why::WrongState);
    auto checked = check_typed(district, item->kind, values);
    if (!checked.errors.empty()) return refuse_values(std::move(checked.errors));
    const auto newest = store_.revision(id, item->version);
    if (!newest) return refuse(newest.error());
    domain::set_source(checked.values, domain::source_of(newest->values));
    if (newest->values == checked.values) return item;
    const std::lock_guard lock(facts_mutex_);
    if (auto done = read_again(*item); !done) return std::unexpected(std::move(done.error()));
    const auto facts = store_.facts_of(id);
    if (!facts) return refuse(facts.error());
    auto change = new_revision(*item, newest->values, checked.values, editor, now);
    change.facts =
        domain::verified_after_save(item->kind, newest->values, *facts, checked.values, verifier(editor, now));
    return store(std::move(change));
}

Edited<StoredItem> Editing::restore(const Editor& editor, const std::string& district, ItemId id, int expected,
                                    int version, base::Instant now) {
    auto old = revision(editor, district, id, version);
    if (!old) return std::unexpected(old.error());
    domain::set_source(old->values, {});  // Which no save takes from anybody.
    return save(editor, district, id, expected, old->values, now);
}

domain::CheckFindings Editing::check(domain::ItemKind kind, const domain::Values& values) const {
    // A picture that is not here is none on a page.
    const auto read = [&](std::string_view markdown) {
        auto blocks = read_markdown(markdown);
        if (!blocks) return blocks;
        for (auto& block : *blocks)
            if (block.image && !surroundings_.has_picture(domain::name_of(*block.image)))
                block = {domain::BlockKind::Paragraph, std::move(block.lines), {}};
        return blocks;
    };
    return domain::check_item(kind, values, read, glossary_);
}

std::size_t Editing::mend(domain::ItemKind kind, domain::Values& values, std::string_view path,
                          std::optional<domain::Flaw> flaw) const {
    return domain::mend(kind, values, path, flaw, read_markdown);
}

// Of values that are not whole, or have a flaw that the public may not meet.
std::optional<EditRefusal> Editing::refusal_of(ItemStep step, domain::ItemKind kind,
                                               const domain::Values& values) const {
    if (auto errors = missing_as_errors(kind, values); !errors.empty())
        return EditRefusal{
            .why = Why::Step, .errors = std::move(errors), .problem = domain::StepProblem::ValuesMissing};
    auto findings = in_the_way_of(step, check(kind, values));
    if (findings.empty()) return std::nullopt;
    return EditRefusal{.why = Why::Step, .problem = domain::StepProblem::ChecksFailed, .findings = std::move(findings)};
}

// Under the lock: the same version in the same state, with what changed beside them.
Edited<void> Editing::read_again(StoredItem& item) {
    auto current = store_.item(item.id);
    if (!current) return refuse(current.error());
    if (current->version != item.version || current->state != item.state)
        return std::unexpected(EditRefusal{.why = Why::Changed, .current = std::move(*current)});
    item = std::move(*current);
    return {};
}

Edited<StoredItem> Editing::step(const Editor& editor, const std::string& district, ItemId id, int expected,
                                 ItemStepRequest request, base::Instant now) {
    if (!domain::may_step(editor.role, editor.district, district)) return refuse(Why::NotAllowed);
    request.reason = domain::clean_text(request.reason);
    auto item = find(editor, district, id);
    if (!item) return item;
    if (item->version != expected)
        return std::unexpected(EditRefusal{.why = Why::Changed, .current = std::move(*item)});
    const domain::Actor actor{editor.role, editor.district, item->author == editor.account};
    const auto state = domain::judge_step(item->state, item->kind, district, actor,
                                          {request.step, request.at, request.until, request.reason}, now);
    if (!state) return refuse_step(state.error());
    const auto newest = store_.revision(id, item->version);
    if (!newest) return refuse(newest.error());
    if (needs_whole_values(request.step))
        if (auto refusal = refusal_of(request.step, item->kind, newest->values))
            return std::unexpected(std::move(*refusal));

    const std::lock_guard lock(facts_mutex_);
    if (auto done = read_again(*item); !done) return std::unexpected(std::move(done.error()));
    ItemChange change{.after = *item, .expected_version = item->version, .expected_state = item->state};
    change.after.state = *state;
    change.after.changed_at = now;
    carry_out(change.after, request);
    change.audit =
        audit_row(change.after, editor.account, domain::name_of(editor.role), domain::name_of(request.step), now);
    change.audit.detail = detail_of(request);
    const bool is_public_now = request.step == ItemStep::Publish || request.step == ItemStep::Announce;
    if (domain::makes_public(request.step)) {
        auto facts = store_.facts_of(id);
        if (!facts) return refuse(facts.error());
        domain::vouch(*facts, item->kind, verifier(editor, now));
        change.facts = *facts;
        if (is_public_now)
            if (auto done = show(change, item->version, std::move(*facts), now); !done) return refuse(done.error());
    } else if (request.step == ItemStep::Archive && item->published_version > 0) {
        take_back(change);
    }
    return store(std::move(change));
}

Edited<Revision> Editing::revision(const Editor& editor, const std::string& district, ItemId id, int version) {
    const auto item = find(editor, district, id);
    if (!item) return std::unexpected(item.error());
    auto found = store_.revision(id, version);
    if (!found) return refuse(found.error());
    return std::move(*found);
}

Edited<std::vector<Revision>> Editing::revisions(const Editor& editor, const std::string& district, ItemId id) {
    const auto item = find(editor, district, id);
    if (!item) return std::unexpected(item.error());
    auto found = store_.revisions(id);
    if (!found) return refuse(found.error());
    return std::move(*found);
}

Edited<std::vector<AuditRow>> Editing::audit(const Editor& editor, const std::string& district, ItemId id) {
    if (!may(editor, Right::ReadAudit, district)) return refuse(Why::NotAllowed);
    const auto item = find(editor, district, id);
    if (!item) return std::unexpected(item.error());
    auto found = store_.audit_of(id);
    if (!found) return refuse(found.error());
    return std::move(*found);
}

Edited<std::vector<StoredItem>> Editing::list(const Editor& editor, const ItemFilter& filter,
                                              const std::optional<ItemCursor>& after, std::size_t limit) {
    if (!may(editor, Right::ReadItems, filter.district)) return refuse(Why::NotAllowed);
    auto found = store_.items(filter, after, limit);
    if (!found) return refuse(found.error());
    return std::move(*found);
}

Edited<domain::ParityCounts> Editing::parity(const Editor& editor, const std::string& district) {
    if (!may(editor, Right::ReadItems, district)) return refuse(Why::NotAllowed);
    const auto counts = store_.parity(district);
    if (!counts) return refuse(counts.error());
    return *counts;
}

Edited<std::vector<Gap>> Editing::gaps(const Editor& editor, const GapFilter& filter,
                                       const std::optional<GapCursor>& after, std::size_t limit) {
    if (!may(editor, Right::ReadItems, filter.district)) return refuse(Why::NotAllowed);
    auto found = store_.gaps(filter, after, limit);
    if (!found) return refuse(found.error());
    return std::move(*found);
}

domain::Verifier Editing::verifier(const Editor& editor, base::Instant now) const {
    return {legal_time_.local_at(now).date, editor.account, std::string(domain::name_of(editor.role))};
}

Edited<DutyCounts> Editing::duty_counts(const Editor& editor, const std::string& district, base::Instant now) {
    if (!may(editor, Right::ReadItems, district)) return refuse(Why::NotAllowed);
    const auto counts = store_.duty_counts(district, legal_time_.local_at(now).date);
    if (!counts) return refuse(counts.error());
    return *counts;
}

Edited<std::vector<Duty>> Editing::duties(const Editor& editor, const std::string& district, base::Instant now,
                                          const std::optional<DutyCursor>& after, std::size_t limit) {
    if (!may(editor, Right::ReadItems, district)) return refuse(Why::NotAllowed);
    const auto last = domain::plus_days(legal_time_.local_at(now).date, domain::duty_days_ahead);
    auto found = store_.duties(district, last, after, limit);
    if (!found) return refuse(found.error());
    return std::move(*found);
}

Edited<StoredItem> Editing::verify(const Editor& editor, const std::string& district, ItemId id, int expected,
                                   std::string_view path, base::Instant now) {
    if (!may(editor, Right::EditItems, district)) return refuse(Why::NotAllowed);
    const std::lock_guard lock(facts_mutex_);
    auto item = find(editor, district, id);
    if (!item) return item;
    if (item->version != expected)
        return std::unexpected(EditRefusal{.why = Why::Changed, .current = std::move(*item)});
    if (!domain::counts_in_parity(item->state)) return refuse(Why::WrongState);
    auto facts = store_.facts_of(id);
    if (!facts) return refuse(facts.error());
    if (!domain::verify(*facts, item->kind, path, verifier(editor, now))) return refuse(Why::NotFound);
    ItemChange change{.after = *item, .expected_version = item->version, .expected_state = item->state};
    if (item->published_version > 0)
        if (auto done = show_verified(change, *facts, now); !done) return refuse(done.error());
    change.facts = std::move(*facts);
    change.audit = audit_row(*item, editor.account, domain::name_of(editor.role), "verify", now);
    change.audit.detail = path;
    return store(std::move(change));
}

std::optional<ItemLock> Editing::open(const Editor& editor, const StoredItem& item, base::Instant now) {
    const ItemLock mine{
        editor.account, std::string(domain::name_of(editor.role)), now, {now.milliseconds + lock_lasts.count()}};
    const auto other = store_.lock(item.id, mine);
    return other ? *other : std::nullopt;
}

}  // namespace service
