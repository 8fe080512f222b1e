// What waits at a desk, listed: by pages and by programs with the same queries.
#pragma once

#include "server-stub/http/voice_parts.hpp"
#include "shared/desk/voice.hpp"

namespace http {

void get_voices(ExchangePtr exchange);
// Several of them, ticked: each is judged by itself.
void post_voices(ExchangePtr exchange);

// What is asked for: "show", "clock", "kind", "service" and "whose" of the query.
struct InboxQuery {
    std::optional<desk::VoiceShelf> shelf{};
    domain::VoiceFilter only{};
    // The first of them, or of "state", that says nothing we know or stands there twice; "query": none can be read.
    // Empty: each is read.
    std::string_view unread{};
};
InboxQuery inbox_query_of(const Exchange& exchange);
// The oldest first.
service::ContributionFilter filter_of(const Exchange& exchange, desk::VoiceShelf shelf,
                                      const domain::VoiceFilter& only);

}  // namespace http
