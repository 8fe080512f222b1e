// What a page may ask: the content, what only this moment knows, and what only this reader may see.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "server-stub/http/exchange.hpp"
#include "shared/pages/book.hpp"

namespace http {

class Knowledge {
public:
    explicit Knowledge(const Exchange& exchange);

    // What the content does not hold and this answer does.
    void add(std::string address, domain::Answer answer);

    pages::Lookup lookup();
    // Why the first answer that the page cannot do without is not there; nothing when all are.
    std::optional<base::Error> missing(const std::vector<pages::Question>& questions);
    wire::PageData data_of(const std::vector<pages::Question>& questions);
    // Of the content, as it was when this began.
    std::int64_t edition() const { return edition_; }

private:
    const base::Result<PublishedPtr>& find(const std::string& address);
    base::Result<PublishedPtr> ask(const std::string& address) const;

    const Exchange& exchange_;
    std::int64_t edition_;
    std::string now_address_, coming_address_;
    std::map<std::string, base::Result<PublishedPtr>> asked_;  // Held, so that pages may point into it.
};

// The page with the data that it was made from.
std::string print(const Exchange& exchange, Knowledge& knowledge, const routes::Page& page,
                  const pages::RatingForm& form = {});

}  // namespace http
