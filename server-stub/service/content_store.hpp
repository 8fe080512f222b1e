// Where published content is kept: bodies in wire form under the address that answers with them.
#pragma once

#include <string>
#include <vector>

#include "shared/base/result.hpp"

namespace service {

struct ContentItem {
    std::string address;  // "/api/v1/districts/rabat"
    std::string body;     // JSON
    bool operator==(const ContentItem&) const = default;
};

class ContentStore {
public:
    virtual ~ContentStore() = default;

    // Everything at once or nothing: readers never see half of a new edition.
    virtual base::Result<void> replace_content(const std::vector<ContentItem>& items) = 0;
    // In the order in which it was given.
    virtual base::Result<std::vector<ContentItem>> content() = 0;
};

}  // namespace service
