// Pieces that several pages are made of.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "shared/domain/hours.hpp"
#include "shared/domain/provenance.hpp"
#include "shared/domain/publication.hpp"
#include "shared/pages/frame.hpp"

namespace pages {

doc::Node heading(const i18n::Text& tr, i18n::Key key);
doc::Node paragraph(doc::Style style, doc::Text words);
// A list for everybody: a browser that draws no markers would not call it one.
doc::Node list(doc::Tag tag, doc::Style style, std::vector<doc::Node> items, std::string key = {});
// A section with its heading.
doc::Node section(const i18n::Text& tr, std::string key, i18n::Key title, std::vector<doc::Node> parts);

// "Source: …", or the mark of an example.
doc::Node mark(const i18n::Text& tr, const domain::Provenance& provenance);
// Whose text it was before, where it is a copy.
void add_attribution(const i18n::Text& tr, std::vector<doc::Node>& parts,
                     const std::optional<domain::Attribution>& source);

// What stands below a fact: where it comes from, whether its court has verified it, and since when it is out of date.
struct Marks {
    domain::Provenance provenance;
    bool is_verified = false;
    std::optional<base::Date> outdated_since{};
    bool operator==(const Marks&) const = default;
};
Marks marks_of(const domain::Fact& fact);
std::vector<doc::Node> mark_lines(const i18n::Text& tr, const Marks& marks);

// Facts under each other, each with its marks; one mark where all share it. "Not given yet" where there is none.
struct Marked {
    std::vector<doc::Node> lines;
    Marks marks;
};
std::vector<doc::Node> with_marks(const i18n::Text& tr, std::vector<Marked> facts);

// One line of a panel of facts.
doc::Node fact_row(const i18n::Text& tr, i18n::Key term, std::vector<doc::Node> value);
doc::Node fact_row(const i18n::Text& tr, i18n::Key term, doc::Text value);
doc::Node panel(const i18n::Text& tr, std::string key, i18n::Key title, std::vector<doc::Node> rows);

// Cards side by side, three on a desk, under each other on a phone.
struct Card {
    std::string address;
    base::LocalizedText::Resolved title;
    std::vector<doc::Node> lines;
};
doc::Node cards(const i18n::Text& tr, std::vector<Card> cards);

// A list of titles that lead further, each with lines below it. `heading` follows the one above.
doc::Node entries(const i18n::Text& tr, std::vector<Card> entries, doc::Tag heading = doc::Tag::H2);

// What stands where there is nothing to show: what it means, and what to do instead. `heading` follows the one above.
doc::Node empty_state(const i18n::Text& tr, doc::Tag heading, i18n::Key title, i18n::Key words);

// A name of the data, at the page's own edge even where it is written the other way.
doc::Text name(const i18n::Text& tr, base::LocalizedText::Resolved words);
doc::Node name_line(const i18n::Text& tr, const base::LocalizedText& words);

// A text below the h1, in the reader's language, else in the one it has, marked as such.
std::vector<doc::Node> body(const i18n::Text& tr, const domain::Body& body);
doc::Node data_line(const i18n::Text& tr, const base::LocalizedText& words);

// "26 November 2026, 10:00 to 12:00"
doc::Text time_span(const i18n::Text& tr, const base::LocalTime& starts, const base::LocalTime& ends);
// What a court must say before everything else.
doc::Node notice_banner(const i18n::Text& tr, doc::Tag heading, const domain::Notice& notice);
// Whether a court is open, where that is known.
std::vector<doc::Node> door(const i18n::Text& tr, const domain::DistrictNow* now, const domain::CourtId& court);

doc::Node milestones(const i18n::Text& tr, std::span<const domain::Milestone> milestones);
// "2 stages done out of 5."
doc::Text progress(const i18n::Text& tr, std::span<const domain::Milestone> milestones);

// Wide and narrow side by side on a desk, one below the other on a phone.
doc::Node columns(std::vector<doc::Node> wide, std::vector<doc::Node> narrow);

}  // namespace pages
