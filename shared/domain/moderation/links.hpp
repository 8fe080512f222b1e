// Finds addresses in a text, also those that were written so as not to look like one.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "shared/domain/moderation/pieces.hpp"

namespace domain::moderation {

struct Link {
    std::size_t first = 0, last = 0;  // Signs; one beyond.
    std::string host;                 // In small letters.
    bool is_mail = false;
};

// `endings` are those that make an address of a name without "www." and without a path, as "com".
std::vector<Link> find_links(std::span<const Sign> signs, std::span<const std::string> endings);

// Whether the host is one of `sites` or stands below one.
bool is_official(const Link& link, std::span<const std::string> sites);

}  // namespace domain::moderation
