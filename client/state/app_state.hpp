// Everything that the client knows: which page, what the server answered, what was typed, where the reader was.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "client/platform/event.hpp"
#include "shared/base/pairs.hpp"
#include "shared/base/result.hpp"
#include "shared/document/document.hpp"
#include "shared/domain/answer.hpp"
#include "shared/routes/routes.hpp"

namespace state {

// Of one address of the JSON interface. Neither an error nor a body: still asked for.
struct Answer {
    std::optional<base::Error> error;
    int wait_minutes = 0;  // Of ErrorCode::TooMany.
    domain::Answer body;

    bool is_here() const { return body.index() != 0; }
    bool is_settled() const { return error.has_value() || is_here(); }
};

struct Form {
    domain::RatingDraft draft;
    std::vector<domain::RatingError> errors;
    int wait_minutes = 0;  // Of RatingProblem::TooMany.
    bool sending = false;
};

// Where a reader was on a page.
struct Place {
    float scroll_px = 0;
    platform::NodeId focus = 0;
};

enum class Way : std::uint8_t { Link, History };

// A page on its way: the one that is shown stays until the answers are here, or patience ends.
struct Journey {
    routes::Page page;
    Way way = Way::Link;
    std::uint32_t entry = 0;  // Of the history, for Way::History.
    std::uint32_t number = 0;
};

// The part of a given page that the server makes anew from what its form holds, after each pause of the typist.
struct LivePart {
    std::uint32_t timer = 0;    // Of the pause; 0: nothing was typed since the last.
    std::uint32_t request = 0;  // On its way; 0: none.
    bool is_behind = false;     // More was typed since it was sent.
};

// What was typed into a given page's form, and stays on the device (client/state/form_drafts.hpp).
struct FormDraft {
    std::string name;       // Of its form, in every language the same.
    std::uint32_t day = 0;  // Since 1970, when something was typed last.
    bool is_sent = false;   // And nobody knows yet whether it has arrived.
    base::Pairs fields{};
};

struct AppState {
    std::string path;  // Of the page shown.
    base::Language language = base::Language::Ar;
    std::optional<routes::Page> page;           // Nothing: the address is no page.
    std::optional<base::ErrorCode> page_error;  // What the server said of the first page as a whole.
    std::optional<Journey> journey;
    std::optional<Place> arrival;        // Where to go once the page is complete.
    bool is_loading = false;             // The page is shown as loading.
    std::optional<doc::Document> given;  // The page itself, where only the server can make it.
    LivePart live_part;                  // Of that page.
    std::vector<FormDraft> drafts;       // Of all given pages, at most one for each form.
    base::Pairs printed_fields;          // What the server printed into those fields of this page that are kept.
    std::uint32_t today = 0;             // Days since 1970, at every event.

    std::map<std::string, Answer> answers;          // By address of the JSON interface.
    std::map<std::string, Form> forms;              // By the address that ratings are posted to.
    std::map<std::uint32_t, std::string> requests;  // On their way, by number: addresses as above.
    std::map<std::uint32_t, Place> places;          // By history entry.
    std::string query;                              // In the field that finds districts.
    std::uint32_t entry = 0;
    platform::NodeId focus = 0;
    std::uint32_t last_number = 0;  // Of requests, journeys and timers.
    std::uint32_t renewal = 0;      // The timer after which what only this moment knows is asked for again; 0: none.
    std::uint64_t random = 0;
};

// The form of the sheet that is shown, if one is.
const Form* form_of(const AppState& state);

}  // namespace state
