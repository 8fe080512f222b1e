// What a page was made from, carried inside its HTML so that the client builds the same document.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/result.hpp"
#include "shared/document/document.hpp"
#include "shared/domain/rating.hpp"
#include "shared/wire/problem.hpp"

namespace wire {

struct PageData {
    // Address of the JSON interface -> the body that it answers, itself JSON as wire encodes it.
    std::vector<std::pair<std::string, std::string>> api;
    domain::RatingDraft form;
    std::vector<domain::RatingError> errors;
    std::optional<base::ErrorCode> page_error;  // Set when the page says that something went wrong.
    std::optional<doc::Document> document;      // The page itself, where only the server can make it.
    bool operator==(const PageData&) const = default;
};

// {"api":{address:body},"form":{"values":{...},"errors":[{"field":...,"problem":...}]}}, and "error" and
// "document" where there is one. Every < is written as \u003c: no text can end the script element or open a comment in
// it.
std::string encode_page_data(const PageData& data);
Decoded<PageData> decode_page_data(std::string_view json);

// The "values" of the form, also for a draft that the browser keeps.
std::string encode_rating_draft(const domain::RatingDraft& draft);
Decoded<domain::RatingDraft> decode_rating_draft(std::string_view json);

}  // namespace wire
