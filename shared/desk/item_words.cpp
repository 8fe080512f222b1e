#include "shared/desk/item_words.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include "shared/i18n/desk_messages.hpp"

namespace desk {
namespace {

using domain::ItemProblem;
using domain::StepProblem;

template <class Names>
i18n::Key key_at(const Names& names, auto value) {
    return names[static_cast<std::size_t>(value)];
}

struct Named {
    std::string_view name;
    i18n::Key words;
};

// Names that mean something else within a list come first.
constexpr Named fields_in_lists[] = {
    {"milestones/title", msg::item_title},
    {"milestones/state", msg::item_progress},
    {"steps/title", msg::item_title},
    {"contacts/text", msg::item_contact_label},
};

constexpr Named fields[] = {
    {"original", msg::item_original},
    {"title", msg::item_title},
    {"short-title", msg::item_short_title},
    {"summary", msg::item_summary},
    {"body", msg::item_body},
    {"text", msg::item_text},
    {"published-on", msg::item_published_on},
    {"starts", msg::item_starts},
    {"ends", msg::item_ends_at},
    {"court", msg::item_court},
    {"place", msg::item_place},
    {"admission", msg::fact_admission},
    {"due", msg::item_due},
    {"copies", msg::item_copies},
    {"source", msg::item_source},
    {"detail", msg::item_detail},
    {"who", msg::fact_who},
    {"fee", msg::fact_fee},
    {"delay", msg::fact_delay},
    {"where", msg::fact_where},
    {"legal-basis", msg::fact_legal_basis},
    {"appeal", msg::item_appeal},
    {"last-checked", msg::item_last_checked},
    {"court-kind", msg::item_court_kind},
    {"address", msg::court_address},
    {"from", msg::item_from},
    {"to", msg::item_to},
    {"urgency", msg::item_urgency},
    {"audience", msg::item_audience},
    {"first", msg::item_first_day},
    {"last", msg::item_last_day},
    {"days", msg::item_days},
    {"opens", msg::item_opens},
    {"closes", msg::item_closes},
    {"break", msg::item_break},
    {"begins", msg::item_begins},
    {"ends", msg::item_ends_at},
    {"door", msg::item_door},
    {"kind", msg::item_contact_kind},
    {"value", msg::item_contact_value},
};

constexpr Named lists[] = {
    {"milestones", msg::milestones_title}, {"papers", msg::papers_title},     {"steps", msg::steps_title},
    {"access", msg::court_access},         {"contacts", msg::court_contacts}, {"hears", msg::court_hears},
    {"sections", msg::court_sections},     {"shifts", msg::hours_title},      {"breaks", msg::item_breaks},
};

constexpr Named choices[] = {
    {"done", msg::state_done},
    {"underway", msg::state_underway},
    {"planned", msg::state_planned},
    {"appeal", msg::kind_appeal},
    {"first-instance", msg::kind_first_instance},
    {"ordinary", msg::item_ordinary},
    {"emergency", msg::item_emergency},
    {"citizen", msg::role_citizen},
    {"editor", msg::role_editor},
    {"moderator", msg::role_moderator},
    {"ar", msg::name_ar},
    {"zgh", msg::name_zgh},
    {"fr", msg::name_fr},
    {"en", msg::name_en},
    {"monday-friday", msg::item_monday_to_friday},
    {"monday-thursday", msg::item_monday_to_thursday},
    {"monday", msg::weekday_monday},
    {"tuesday", msg::weekday_tuesday},
    {"wednesday", msg::weekday_wednesday},
    {"thursday", msg::weekday_thursday},
    {"friday", msg::weekday_friday},
    {"saturday", msg::weekday_saturday},
    {"sunday", msg::weekday_sunday},
    {"midday", msg::item_midday},
    {"friday-prayer", msg::item_friday_prayer},
    {"open", msg::item_door_open},
    {"closed", msg::item_door_closed},
    {"telephone", msg::contact_telephone},
    {"fax", msg::contact_fax},
    {"email", msg::contact_email},
    {"website", msg::contact_website},
};

template <class Table>
const Named* find(const Table& table, std::string_view name) {
    const auto found = std::ranges::find(table, name, &Named::name);
    return found == std::end(table) ? nullptr : &*found;
}

}  // namespace

i18n::Key words_of(domain::ItemKind kind) {
    constexpr std::array keys{msg::item_kind_article, msg::item_kind_activity, msg::item_kind_programme,
                              msg::item_kind_sheet,   msg::item_kind_court,    msg::item_kind_notice,
                              msg::item_kind_guide,   msg::item_kind_document, msg::item_kind_question,
                              msg::item_kind_hours};
    static_assert(keys.size() == domain::item_kinds.size());
    return key_at(keys, kind);
}

i18n::Key words_of(domain::ItemState state) {
    constexpr std::array keys{msg::item_state_draft,     msg::item_state_review,    msg::item_state_legal_check,
                              msg::item_state_scheduled, msg::item_state_published, msg::item_state_expired,
                              msg::item_state_archived};
    static_assert(keys.size() == domain::item_states.size());
    return key_at(keys, state);
}

i18n::Key words_of(domain::ItemStep step) {
    using enum domain::ItemStep;
    switch (step) {
        case Submit: return msg::item_step_submit;
        case Withdraw: return msg::item_step_withdraw;
        case Return: return msg::item_step_return;
        case Accept: return msg::item_step_accept;
        case Publish: return msg::item_step_publish;
        case Schedule: return msg::item_step_schedule;
        case Unschedule: return msg::item_step_unschedule;
        case Archive: return msg::item_step_archive;
        case Revive: return msg::item_step_revive;
        case Announce: return msg::item_step_announce;
        case Release:
        case Expire: break;
    }
    assert(false && "nobody takes the steps of the clock");
    return msg::item_step_publish;
}

i18n::Key words_of_audit(std::string_view what) {
    constexpr Named others[] = {{"save", msg::audit_save},    {"import", msg::audit_import},
                                {"copy", msg::audit_copy},    {"verify", msg::audit_verify},
                                {"mark", msg::audit_mark},    {"release", msg::audit_release},
                                {"expire", msg::audit_expire}};
    if (const auto* other = find(others, what)) return other->words;
    const auto step = domain::parse_item_step(what);
    assert(step && "the log knows saves and steps");
    return step ? words_of(*step) : msg::audit_save;
}

i18n::Key words_of(domain::LanguageStatus status) {
    constexpr std::array keys{msg::item_language_missing, msg::item_language_proposed, msg::item_language_stale,
                              msg::item_language_approved};
    return key_at(keys, status);
}

i18n::Key name_of(base::Language language) {
    constexpr std::array keys{msg::name_ar, msg::name_zgh, msg::name_fr, msg::name_en};
    return keys[base::index_of(language)];
}

doc::Text field_words(const i18n::Text& tr, std::string_view list, std::string_view name) {
    if (name == "online-address") return tr(msg::item_online_address, {.start = web_start});
    if (!list.empty())
        if (const auto* field = find(fields_in_lists, std::string(list).append("/").append(name)))
            return tr(field->words);
    if (const auto* field = find(fields, name)) return tr(field->words);
    assert(name.ends_with("-source") && "every field has its words");
    return tr(msg::item_source);
}

i18n::Key words_of_list(std::string_view list) {
    const auto* found = find(lists, list);
    assert(found && "every list has its words");
    return found->words;
}

i18n::Key words_of_choice(std::string_view choice) {
    const auto* found = find(choices, choice);
    assert(found && "every choice has its words");
    return found->words;
}

doc::Text problem_words(const i18n::Text& tr, ItemProblem problem, std::size_t limit) {
    switch (problem) {
        case ItemProblem::PathUnknown: return tr(msg::item_problem_path);
        case ItemProblem::Missing: return tr(msg::item_problem_missing);
        case ItemProblem::TooLong: return tr(msg::item_problem_long, {.limit = limit});
        case ItemProblem::TextBroken: return tr(msg::item_problem_broken);
        case ItemProblem::DateUnfit: return tr(msg::item_problem_date);
        case ItemProblem::MomentUnfit: return tr(msg::item_problem_moment);
        case ItemProblem::TimeUnfit: return tr(msg::item_problem_time, {.example = example_time});
        case ItemProblem::NumberUnfit: return tr(msg::item_problem_number);
        case ItemProblem::ChoiceUnknown:
        case ItemProblem::SlugUnfit: return tr(msg::item_problem_choice);
        case ItemProblem::AddressUnfit: return tr(msg::item_problem_address, {.start = web_start});
        case ItemProblem::TooEarly: return tr(msg::item_problem_early);
        case ItemProblem::TelephoneUnfit: return tr(msg::item_problem_telephone, {.example = example_number});
        case ItemProblem::EmailUnfit: return tr(msg::item_problem_email, {.example = example_email});
        case ItemProblem::TooManyValues:
        case ItemProblem::TooLarge: break;
    }
    return tr(msg::item_problem_large);
}

doc::Text problem_words(const i18n::Text& tr, StepProblem problem) {
    switch (problem) {
        case StepProblem::WrongState: return tr(msg::item_problem_state);
        case StepProblem::NotAllowed: return tr(msg::item_problem_not_allowed);
        case StepProblem::OwnWork: return tr(msg::item_problem_own);
        case StepProblem::ReasonMissing:
        case StepProblem::ReasonLong: return tr(msg::item_problem_reason, {.limit = domain::reason_limit});
        case StepProblem::MomentMissing:
        case StepProblem::MomentPast: return tr(msg::item_problem_at);
        case StepProblem::UntilPast: return tr(msg::item_problem_until);
        case StepProblem::ChecksFailed: return tr(msg::item_problem_checks);
        case StepProblem::ValuesMissing: break;
    }
    return tr(msg::item_problem_incomplete);
}

doc::Text finding_words(const i18n::Text& tr, domain::ItemKind kind, const domain::CheckFinding& finding) {
    using enum domain::Flaw;
    const auto place = domain::find_place(kind, finding.path);
    // What an editor typed is in the language of its field.
    const base::LocalizedText::Resolved words{finding.words,
                                              place && place->language ? *place->language : tr.language()};
    switch (finding.flaw) {
        case Missing: return tr(msg::flaw_missing);
        case MissingLanguage: return tr(msg::flaw_missing_language);
        case TooLong: return tr(msg::flaw_too_long, {.count = finding.count, .limit = finding.limit});
        case WrongScript: return tr(msg::flaw_wrong_script);
        case LongSentence:
            return tr(msg::flaw_long_sentence, {.count = finding.count, .limit = finding.limit, .words = words});
        case DoubledSpace: return tr(msg::flaw_doubled_space);
        case SpaceBeforeSign: return tr(msg::flaw_space_before_sign);
        case NoBreakSpace: return tr(msg::flaw_no_break_space);
        case ForeignSign: return tr(msg::flaw_foreign_sign);
        case ForeignDigit: return tr(msg::flaw_foreign_digit);
        case ForeignQuote: return tr(msg::flaw_foreign_quote);
        case StraightQuote: return tr(msg::flaw_straight_quote);
        case Tatweel: return tr(msg::flaw_tatweel);
        case ForeignLetter: return tr(msg::flaw_foreign_letter, {.words = words});
        case LookAlike: return tr(msg::flaw_look_alike, {.words = words});
        case MarkWithoutLetter: return tr(msg::flaw_mark_without_letter);
        case HeadingOrder: return tr(msg::flaw_heading_order);
        case OnlyHeadings: return tr(msg::flaw_only_headings);
        case TooComplex: return tr(msg::flaw_too_complex);
        case EmptyLinkWords: return tr(msg::flaw_empty_link_words, {.words = words});
        case AddressAsWords: return tr(msg::flaw_address_as_words, {.words = words});
        case UnsafeLink: return tr(msg::flaw_unsafe_link, {.words = words});
        case FileName: return tr(msg::flaw_file_name, {.words = words});
        case LostPicture: return tr(msg::flaw_lost_picture, {.words = words});
        case LockedTerm: return tr(msg::flaw_locked_term, {.words = words});
    }
    return {};
}

}  // namespace desk
