// What a page may ask: the content, what only this moment knows, and what only this reader may see.
#pragma once

#include <map>
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
    // Whether every answer that the page cannot do without is there.
    bool has_all(const std::vector<pages::Question>& questions);
    wire::PageData data_of(const std::vector<pages::Question>& questions);

private:
    const domain::Answer* find(const std::string& address);

    const Exchange& exchange_;
    std::string now_address_;
    std::map<std::string, domain::Answer> added_;
};

// The page with the data that it was made from.
std::string print(const Exchange& exchange, Knowledge& knowledge, const routes::Page& page,
                  const pages::RatingForm& form = {});

}  // namespace http
