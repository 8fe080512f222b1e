// What the pages and the JSON of contributions share.
#pragma once

#include <optional>
#include <string>

#include "server-stub/http/exchange.hpp"
#include "server-stub/service/authors.hpp"
#include "server-stub/service/contributions.hpp"
#include "shared/wire/contribution.hpp"

namespace http {

using service::StoredContribution;
using service::VoiceRefusal;

service::Network network_of(const Exchange& exchange);

// Of who is signed in, where the route has asked for a right.
service::VoiceActor staff_of(const Exchange& exchange);
service::VoiceActor author();

int status_of(const VoiceRefusal& refusal);
int status_of(const service::VerdictRefusal& refusal);
int status_of(const service::AssignmentRefusal& refusal);

// The one of the address; nothing where it has been answered as a page or a problem document.
std::optional<StoredContribution> contribution_at(const Exchange& exchange);

// Who reads what: everybody, the author with the receipt, or the desk.
enum class VoiceReader : std::uint8_t { Everybody, Author, Desk };
// Of steps only what this reader may see: the words of an author are for the court.
std::vector<service::StoredStep> readable(std::vector<service::StoredStep> steps, VoiceReader reader);
// Words that the rules have something against are for the court and their author.
std::optional<domain::AuthorVerdict> readable(std::optional<domain::AuthorVerdict> verdict, VoiceReader reader);

wire::Contribution as_json(const StoredContribution& contribution, VoiceReader reader);
std::vector<wire::ContributionEntry> as_json(const std::vector<service::StoredStep>& steps);

}  // namespace http
